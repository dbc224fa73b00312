import {setMaxListeners} from 'node:events';
import type {Cancellation} from '../ports.js';

/** How long what was sent is waited for, in milliseconds after the signal. */
const WAITING_TIME = 3000;

/**
 * How long what was begun may take to be completed, in milliseconds: of the 7.5 s that the runner gives between
 * SIGINT and SIGTERM, what is left is for the record, the outputs, the summary and the comment.
 */
const COMPLETION_TIME = 4500;

export interface CancellationSource extends Cancellation {
  /** Cancels the step; more than once is the same as once. */
  cancel(): void;
}

export function createCancellation(): CancellationSource {
  const [stop, stopWaiting, giveUp] = [new AbortController(), new AbortController(), new AbortController()];
  let completing = 0;
  // As many requests listen as are in flight, which is no leak.
  setMaxListeners(0, stop.signal, stopWaiting.signal, giveUp.signal);
  return {
    stop: stop.signal,
    stopWaiting: stopWaiting.signal,
    giveUp: giveUp.signal,
    async completing(task) {
      completing += 1;
      try {
        return await task();
      } finally {
        completing -= 1;
      }
    },
    cancel() {
      if (stop.signal.aborted) return;
      stop.abort();
      later(stopWaiting, completing === 0 ? 0 : WAITING_TIME);
      later(giveUp, completing === 0 ? 0 : COMPLETION_TIME);
    }
  };
}

/** The timer does not keep the process alive: a run that has completed everything sooner ends at once. */
function later(controller: AbortController, milliseconds: number): void {
  if (milliseconds === 0) controller.abort();
  else
    setTimeout(() => {
      controller.abort();
    }, milliseconds).unref();
}
