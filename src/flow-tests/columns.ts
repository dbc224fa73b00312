import type {JsonNode, JsonValue, Key} from '../bundle/json-types.js';
import type {ReadingBudget} from './reading-budget.js';
import {listOfItems, objectOfMembers, valueAt} from './values.js';

/** The values of one row by their columns, and which of them were used. */
export class Row {
  readonly used = new Set<string>();

  constructor(
    private readonly columns: ReadonlyMap<string, JsonNode>,
    private readonly budget: ReadingBudget
  ) {}

  /**
   * A value with each `{column}` of this row replaced, in its texts and in its keys. A text that is only
   * `{column}` becomes the column's value, of whatever type; what stands within `{{ }}` is left alone.
   */
  fill(node: JsonNode): JsonNode {
    return this.filled(node, this.keyOf(node));
  }

  private filled(node: JsonNode, key: Key | null): JsonNode {
    if (!this.budget.values(1)) return node;
    if (node.type === 'object') {
      const members = node.properties.nodes.map((member) => this.filled(member, this.keyOf(member)));
      return objectOfMembers(members, key, node);
    }
    if (node.type === 'array')
      return listOfItems(
        node.items.map((item) => this.filled(item, null)),
        key,
        node
      );
    return valueAt(typeof node.value === 'string' ? this.text(node.value) : node.value, key, node);
  }

  private keyOf({key}: JsonNode): Key | null {
    if (key === null || !key.name.includes('{')) return key;
    return {...key, name: this.joined(key.name)};
  }

  private text(text: string): JsonValue {
    if (!text.includes('{')) return text;
    const whole = this.value(/^\{([^{}]+)\}$/.exec(text)?.[1]);
    return whole === undefined ? this.joined(text) : whole.value;
  }

  private joined(text: string): string {
    let filled = '';
    for (let at = 0; at < text.length;) {
      const open = text.indexOf('{{', at);
      const close = open === -1 ? -1 : text.indexOf('}}', open);
      if (close === -1) return filled + this.replaced(text.slice(at));
      filled += this.replaced(text.slice(at, open)) + text.slice(open, close + 2);
      at = close + 2;
    }
    return filled;
  }

  private replaced(text: string): string {
    return text.replace(COLUMN, (found: string, column: string) => {
      const value = this.value(column)?.value;
      if (value === undefined) return found;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      return this.budget.text(shown.length) ? shown : found;
    });
  }

  private value(column: string | undefined): JsonNode | undefined {
    const found = column === undefined ? undefined : this.columns.get(column);
    if (found !== undefined && column !== undefined) this.used.add(column);
    return found;
  }
}

const COLUMN = /\{([^{}]+)\}/g;
