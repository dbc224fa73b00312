/** A list that is being read, and the one that will be read after it. */
interface Reading<T> {
  readonly current: Promise<T>;
  next: Promise<T> | null;
}

/**
 * Lists that are never older than the call that asks for them: a call that comes while a list is being read gets
 * the next one, together with all other calls that came meanwhile. So each write can be preceded and followed by
 * a list without a request for each.
 */
export class FreshLists<T> {
  private readonly readings = new Map<string, Reading<T>>();

  /** @param list reads the list of an integration */
  constructor(private readonly list: (integration: string) => Promise<T>) {}

  /** The list as it is after this call. Throws what its reading throws. */
  read(integration: string): Promise<T> {
    const reading = this.readings.get(integration);
    if (reading === undefined) return this.start(integration);
    const again = (): Promise<T> => this.start(integration);
    reading.next ??= reading.current.then(again, again);
    return reading.next;
  }

  private start(integration: string): Promise<T> {
    const reading: Reading<T> = {current: this.list(integration), next: null};
    this.readings.set(integration, reading);
    const end = (): void => {
      if (this.readings.get(integration) === reading && reading.next === null)
        this.readings.delete(integration);
    };
    reading.current.then(end, end);
    return reading.current;
  }
}
