import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {setOwn} from '../bundle/objects.js';
import type {Placeholder} from '../flow/path.js';
import {isDynamicKey, plainKey, readText, textForm, textOf} from '../flow/template.js';
import type {Data} from './data.js';
import type {Budget} from './limits.js';
import type {Points} from './points.js';

/** How the values of an object are read whose key does not end in `.$`. */
type Plain =
  /** Texts stand as they are: in Parameters and in Result. */
  | 'literal'
  /** Placeholders in texts are filled in: in a requestBody. */
  | 'text';

/** Fills in what a state, or an action, reads from data. */
export class Resolver {
  constructor(
    private readonly data: Data,
    private readonly points: Points,
    private readonly budget: Budget
  ) {}

  /** The value at a node that holds a path, such as ItemsPath. */
  path(node: JsonNode): JsonValue {
    const text = textOf(node);
    const reading = readText(text);
    if (reading.kind !== 'path') throw this.points.failure(node, `JSON path not found: ${shown(node)}`);
    return this.data.read(reading.path, text, node);
  }

  /** Parameters, or a Result: keys that end in `.$` are looked up, at any depth. */
  literal(node: JsonNode): JsonValue {
    return this.tree(node, 'literal');
  }

  /** A whole requestBody. */
  body(node: JsonNode): JsonValue {
    if (isDynamicKey(node.name)) return this.dynamic(node);
    const alone = this.alone(node);
    return alone === null ? this.tree(node, 'text') : this.placeholder(alone, node);
  }

  /** The value of a key that ends in `.$`. */
  dynamic(node: JsonNode): JsonValue {
    const text = textOf(node);
    const reading = readText(text);
    if (reading.kind === 'path') return this.data.read(reading.path, text, node);
    if (!reading.template.placeholders.some(({path}) => path !== null)) {
      throw this.points.failure(node, `JSON path not found: ${shown(node)}`);
    }
    return this.template(node);
  }

  /**
   * A text that is filled in and stays a text: a url, a header, a Message.
   *
   * @param asPath whether a text that is a path as a whole is read as one
   */
  text(node: JsonNode, asPath: boolean): string {
    const text = node.value;
    if (typeof text !== 'string') return this.made(textForm(text), node);
    const reading = readText(text);
    if (reading.kind === 'template') return this.filled(text, reading.template.placeholders, node);
    return asPath ? this.inText(this.data.read(reading.path, text, node), node) : text;
  }

  private tree(node: JsonNode, plain: Plain): JsonValue {
    switch (node.type) {
      case 'object': {
        const object: JsonObject = {};
        for (const member of node.properties.nodes) {
          setOwn(object, plainKey(member.name), this.member(member, plain));
        }
        this.budget.spend(node.properties.size, node);
        return object;
      }
      case 'array':
        this.budget.spend(node.items.length, node);
        return node.items.map((item) => this.tree(item, plain));
      case 'string':
        return plain === 'text' ? this.template(node) : node.value;
      default:
        return node.value;
    }
  }

  private member(member: JsonNode, plain: Plain): JsonValue {
    if (!isDynamicKey(member.name)) return this.tree(member, plain);
    if (plain === 'text' && this.points.answer('body.dollar-suffix', member) === 'error') {
      throw this.points.failure(member, `Error Resolving JSON Params: ${member.name}`);
    }
    return this.dynamic(member);
  }

  /** A text with placeholders; one that is a placeholder as a whole may keep its value's type. */
  private template(node: JsonNode): JsonValue {
    const text = textOf(node);
    const reading = readText(text);
    if (reading.kind === 'path') return text;
    const [first] = reading.template.placeholders;
    if (first === undefined) return text;
    if (!isWhole(first, text)) return this.filled(text, reading.template.placeholders, node);
    const value = this.placeholder(first, node);
    if (typeof value === 'string') return value;
    if (this.points.answer('placeholder.type', node) === 'typed') return value;
    return this.made(textForm(value), node);
  }

  /** The placeholder that the text is as a whole; null when it is more than one, or something else. */
  private alone(node: JsonNode): Placeholder | null {
    if (typeof node.value !== 'string') return null;
    const reading = readText(node.value);
    const first = reading.kind === 'template' ? reading.template.placeholders[0] : undefined;
    return first !== undefined && isWhole(first, node.value) ? first : null;
  }

  private placeholder({path, inner}: Placeholder, node: JsonNode): JsonValue {
    return path === null ? `{{${inner}}}` : this.data.read(path, inner, node);
  }

  private filled(text: string, placeholders: readonly Placeholder[], node: JsonNode): string {
    let filled = '';
    let done = 0;
    for (const {path, inner, start, end} of placeholders) {
      if (path === null) continue;
      const value = this.inText(this.data.read(path, inner, node), node);
      this.budget.spend(value.length, node);
      filled += text.slice(done, start) + value;
      done = end;
    }
    return done === 0 ? text : this.made(filled + text.slice(done), node);
  }

  /** What stands in a text for a value. */
  private inText(value: JsonValue, node: JsonNode): string {
    if (value === null) {
      const answer = this.points.answer('placeholder.null', node);
      if (answer === 'error') throw this.points.failure(node, `null cannot stand in a text: ${shown(node)}`);
      return answer === 'empty' ? '' : 'null';
    }
    if (typeof value === 'string') return value;
    this.budget.spend(this.budget.lengthOf(value, node), node);
    return textForm(value);
  }

  /** A text that is not written in the bundle. */
  private made(text: string, node: JsonNode): string {
    this.budget.spend(text.length, node);
    this.budget.admit(text, node);
    return text;
  }
}

function isWhole({start, end, path}: Placeholder, text: string): boolean {
  return path !== null && start === 0 && end === text.length;
}

/** What stands at a node, cut to what a message can hold. */
function shown(node: JsonNode): string {
  const text = typeof node.value === 'string' ? node.value : JSON.stringify(node.value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
