import type {Clock, Log} from '../../src/ports.js';

/** A log that keeps its lines. */
export function memoryLog(): Log & {readonly lines: string[]} {
  const lines: string[] = [];
  const add = (message: string): void => {
    lines.push(message);
  };
  return {
    lines,
    debug: add,
    info: add,
    notice: add,
    warning: add,
    group: (title, body) => (add(title), body())
  };
}

/** A clock on which sleeping takes no time; `slept` holds how long each sleep would have been. */
export function fakeClock(): Clock & {readonly slept: number[]} {
  const slept: number[] = [];
  let now = 0;
  return {
    slept,
    now: () => now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5
  };
}
