import type {JsonNode} from '../bundle/json-types.js';

/** What a value costs besides its text. */
const VALUE_SIZE = 20;

/** What the rows of one file may make, in characters; its values cost some more. */
const OF_ONE_FILE = 20_000_000;

/** What the cases of all files of a run may make. */
const TOGETHER = 60_000_000;

/**
 * Bounds what cases are made of: rows, defaults put under cases, events with their changes. A short file can stand
 * for more than the memory holds, as can many files together.
 */
export class ReadingBudget {
  private readonly known = new WeakMap<JsonNode, number>();

  constructor(
    private left = TOGETHER,
    private readonly together: ReadingBudget | null = null
  ) {}

  /** The budget of one file, which is a part of this one. */
  ofOneFile(): ReadingBudget {
    return new ReadingBudget(OF_ONE_FILE, this);
  }

  get isSpent(): boolean {
    return this.left < 0 || this.together?.isSpent === true;
  }

  /** @param characters of text that is made @returns whether there is enough left */
  text(characters: number): boolean {
    this.left -= characters;
    this.together?.text(characters);
    return !this.isSpent;
  }

  /** @param count of values that are made @returns whether there is enough left */
  values(count: number): boolean {
    return this.text(count * VALUE_SIZE);
  }

  /** Counts a value with all that is within it. @returns whether there is enough left */
  tree(node: JsonNode): boolean {
    return this.values(this.sizeOf(node));
  }

  private sizeOf(node: JsonNode): number {
    let size = this.known.get(node);
    if (size === undefined) {
      const inner = node.type === 'object' ? node.properties.nodes : node.items;
      size = inner.reduce((sum, each) => sum + this.sizeOf(each), 1);
      this.known.set(node, size);
    }
    return size;
  }
}
