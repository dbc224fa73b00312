import * as core from '@actions/core';
import type {Log} from '../ports.js';

/** The log of a workflow step. What files and servers say can never become a workflow command. */
export function createLog(): Log {
  return {
    debug: (message) => {
      core.debug(message);
    },
    info: (message) => {
      core.info(inert(message));
    },
    notice: (message) => {
      core.notice(message);
    },
    warning: (message) => {
      core.warning(message);
    },
    group: (title, body) => core.group(inert(title), body)
  };
}

/** The runner takes a line that begins with `::` or `##[` as a command; a space before it is enough to stop that. */
export function inert(text: string): string {
  return text.replace(/^(\s*)(::|##\[)/gm, '$1\u200b$2');
}
