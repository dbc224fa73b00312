/** The given function, called at most once: later calls get what the first one made. */
export function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | null = null;
  return () => (made ??= {value: make()}).value;
}
