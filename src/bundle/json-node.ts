import {Members} from './json-members.js';
import type {JsonNode, JsonType, JsonValue, Key} from './json-types.js';

/** A node whose children and end may be still to come. All nodes have one shape, so that reading any of them is fast. */
export class TreeNode implements JsonNode {
  properties = NO_MEMBERS;
  items = NO_ITEMS;

  /** @param keyStart where the name begins; -1 when there is none */
  constructor(
    readonly type: JsonType,
    readonly value: JsonValue,
    readonly parent: TreeNode | null,
    readonly name: string,
    private readonly keyStart: number,
    private readonly keyEnd: number,
    readonly start: number,
    public end: number
  ) {}

  /** Made when it is asked for: that is seldom, and a tree of keys would take a third of the memory. */
  get key(): Key | null {
    const {name, keyStart: start, keyEnd: end} = this;
    return start === -1 ? null : {name, start, end};
  }
}

const NO_MEMBERS = new Members<JsonNode>([], []);
const NO_ITEMS: readonly JsonNode[] = [];
