import * as core from '@actions/core';
import type {Annotation, Log} from '../ports.js';
import {inert, visible, type Line, type Painted} from '../visible.js';

/** All that a step can write to its log. */
export interface StepLog extends Log {
  /** Marks the step's own failure; the exit state is the caller's. */
  error(message: Line): void;
  annotate(annotation: Annotation): void;
}

/**
 * The log of a workflow step, and the only file that writes to it. What files and servers say can never become a
 * workflow command: the types let in only what has been made visible, and what comes out is made inert besides.
 *
 * @param scrub takes the run's credentials out of a text: the runner masks only what it has been told of in time
 */
export function createLog(scrub: (text: string) => string): StepLog {
  // Once more what is visible already: a fault in a type is no hole.
  const safe = (text: string): Painted => inert(visible(scrub(text)));
  return {
    debug: (message) => {
      core.debug(safe(message));
    },
    info: (message) => {
      core.info(safe(message));
    },
    notice: (message) => {
      core.notice(safe(message));
    },
    warning: (message) => {
      core.warning(safe(message));
    },
    error: (message) => {
      core.error(safe(message));
    },
    group: (title, body) => core.group(safe(title), body),
    annotate: ({level, title, message, file, ...place}) => {
      // A path is compared with those of the repository: only one that hides something is shown otherwise.
      const properties = {title: safe(title), file: visible(scrub(file)), ...place};
      if (level === 'error') core.error(safe(message), properties);
      else if (level === 'warning') core.warning(safe(message), properties);
      else core.notice(safe(message), properties);
    }
  };
}
