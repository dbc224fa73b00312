import type {Clock, Log} from '../ports.js';
import {plain} from '../visible.js';

/** How long a log says nothing between two lines of progress, in milliseconds. */
const INTERVAL = 5000;

/** Writes a line of progress every few seconds: none about what takes no longer. */
export function progressIn(
  log: Pick<Log, 'info'>,
  clock: Pick<Clock, 'now'>
): (what: string, done: number, all: number) => void {
  let last = clock.now();
  return (what, done, all) => {
    const now = clock.now();
    if (now - last < INTERVAL) return;
    last = now;
    log.info(plain`${what}: ${done} of ${all}`);
  };
}
