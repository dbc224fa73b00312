import type {Clock, Log, Registry} from '../ports.js';

/** What an apply is given from outside. */
export interface ApplyPorts {
  readonly registry: Registry;
  readonly log: Log;
  readonly clock: Clock;
  /** Runs tasks, only so many at a time. */
  readonly limit: <T>(task: () => Promise<T>) => Promise<T>;
  /** When the time for the apply is over, by the clock. */
  readonly deadline: () => number;
  /** Nothing new is begun once it is given; what was begun is completed. */
  readonly stop?: AbortSignal;
  /** An upload that was sent is not waited for any more once it is given: its job specs are installed untold. */
  readonly stopWaiting?: AbortSignal;
  /** Told how many of the plan's changes are made. */
  readonly onProgress?: (made: number, all: number) => void;
}
