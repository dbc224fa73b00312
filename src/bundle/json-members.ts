/** Above this many members a search through them takes longer than a map. */
const FEW = 8;

/**
 * The members of one object by name, in the file's order. Most objects have few members, and most are asked for one
 * or two of them: a map is made only of many.
 */
export class Members<T> implements ReadonlyMap<string, T> {
  private index: Map<string, T> | null = null;

  /**
   * @param names no two of them equal
   * @param nodes the members in the order of their names: a loop over them costs less than one over an iterator
   */
  constructor(
    readonly names: readonly string[],
    readonly nodes: readonly T[]
  ) {}

  get size(): number {
    return this.nodes.length;
  }

  get(name: string): T | undefined {
    const {names} = this;
    if (names.length > FEW) return this.indexed().get(name);
    for (let at = 0; at < names.length; at += 1) if (names[at] === name) return this.nodes[at];
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.names.values();
  }

  values(): MapIterator<T> {
    return this.nodes.values();
  }

  entries(): MapIterator<[string, T]> {
    return this.paired().values();
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(each: (member: T, name: string, all: ReadonlyMap<string, T>) => void): void {
    for (const [name, member] of this.paired()) each(member, name, this);
  }

  private indexed(): Map<string, T> {
    return (this.index ??= new Map(this.paired()));
  }

  private paired(): [string, T][] {
    return this.nodes.map((member, at) => [this.names[at] ?? '', member]);
  }
}
