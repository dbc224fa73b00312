import * as core from '@actions/core';
import type {Annotation, Log} from '../ports.js';
import {visible, type Line, type Painted} from '../visible.js';

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
      // A path is compared with those of the repository: it stays as it is, and core escapes it.
      const properties = {title: safe(title), file: scrub(file), ...place};
      if (level === 'error') core.error(safe(message), properties);
      else if (level === 'warning') core.warning(safe(message), properties);
      else core.notice(safe(message), properties);
    }
  };
}

/**
 * The runner takes a line that begins with `::` as a command, and one that holds `##[` anywhere (actions/runner,
 * ActionCommand.cs). An invisible character between the signs is enough to stop that.
 *
 * @param text one or more lines, as the runner takes them apart: .NET's StreamReader ends one at \n, \r and \r\n
 */
export function inert(text: string): Painted {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => (index % 2 === 1 ? line : inertLine(line)))
    .join('') as Painted;
}

/** What .NET's TrimStart takes away (Char.IsWhiteSpace); JavaScript's \s lacks U+0085. */
const NO_WHITE_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const BREAK = '\u200b';

function inertLine(line: string): string {
  const start = line.search(NO_WHITE_SPACE);
  const isCommand = start !== -1 && line.startsWith('::', start);
  const told = isCommand ? `${line.slice(0, start + 1)}${BREAK}${line.slice(start + 1)}` : line;
  return told.replaceAll('##[', `##${BREAK}[`);
}
