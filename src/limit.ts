/** Runs tasks, at most so many at a time, in the order in which they were given. */
export type Limit = <T>(task: () => Promise<T>) => Promise<T>;

/** @param max how many tasks run at a time, 1 or more */
export function createLimit(max: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place goes straight to the next task in line: one that is handed in meanwhile must not take it.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
