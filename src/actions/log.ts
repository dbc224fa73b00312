import * as core from '@actions/core';
import type {Log} from '../ports.js';

/**
 * The log of a workflow step. What files and servers say can never become a workflow command.
 *
 * @param scrub takes the run's credentials out of a text: the runner masks only what it has been told of in time
 */
export function createLog(scrub: (text: string) => string): Log {
  return {
    debug: (message) => {
      core.debug(scrub(message));
    },
    info: (message) => {
      core.info(inert(scrub(message)));
    },
    notice: (message) => {
      core.notice(scrub(message));
    },
    warning: (message) => {
      core.warning(scrub(message));
    },
    group: (title, body) => core.group(inert(scrub(title)), body)
  };
}

/**
 * The runner takes a line that begins with `::` as a command, and one that holds `##[` anywhere (actions/runner,
 * ActionCommand.cs). An invisible character between the signs is enough to stop that.
 */
export function inert(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '##\u200b[');
}
