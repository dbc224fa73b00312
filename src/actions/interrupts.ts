/**
 * How long a step has after a signal, in milliseconds. The runner sends SIGINT, 7.5 s later SIGTERM, and kills it
 * 2.5 s after that.
 */
const LAST_MOMENT = 6800;

export interface Interrupts {
  /** Called with the first signal. */
  readonly onSignal: () => void;
  /** Called when the time is over, just before the process ends; must not wait for anything. */
  readonly onLastMoment: () => void;
}

/** Takes over SIGINT and SIGTERM: the process goes on until its time is over, and then ends with exit code 1. */
export function takeInterrupts({onSignal, onLastMoment}: Interrupts): void {
  let isFirst = true;
  const interrupted = (): void => {
    if (!isFirst) return;
    isFirst = false;
    setTimeout(() => {
      onLastMoment();
      process.exit(1);
    }, LAST_MOMENT).unref();
    onSignal();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupted);
}
