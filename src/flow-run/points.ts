import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/objects.js';
import {StateFailure, type AmazonName} from './failure.js';
import {answersTo, OTHER_ERROR_NAME, type Answers, type Contact, type UnknownId} from './unknowns.js';

/** More names are not tried for an error that has none in the documentation. */
const MAX_NAMES = 6;

/** What is taken for the undocumented points in one run, and which of them it touched. */
export class Points {
  private readonly touched = new Map<UnknownId, Contact>();
  /** The `{Error, Cause}` objects in the data whose name is not documented. */
  private readonly unnamed = new WeakSet();
  private marked = false;
  /** What was found within a value: it never changes. */
  private readonly found = new WeakMap<object, string | null>();

  constructor(private readonly answers: Answers) {}

  /** Whether the data may hold such an error. */
  get hasUnnamed(): boolean {
    return this.marked;
  }

  get contacts(): readonly Contact[] {
    return [...this.touched.values()];
  }

  /** The answer to a point that is touched here. */
  answer(id: Exclude<UnknownId, 'error.name' | 'retry.flow'>, node: JsonNode): string {
    const candidates = answersTo(id);
    this.touch({id, node, candidates, latent: false});
    return this.answers[id] ?? candidates[0] ?? '';
  }

  /** A failure whose name ZIS does not document. */
  readonly failure = (
    node: JsonNode,
    cause: string,
    name: AmazonName = 'States.Runtime',
    status: number | null = null
  ): StateFailure => {
    const named = {Error: this.answers['error.name'] ?? name, Cause: cause};
    return new StateFailure({...named, named: false, status, node});
  };

  /** Notes that an object of the data is such an error, or a copy of one. */
  markUnnamed(error: object): void {
    this.unnamed.add(error);
    this.marked = true;
  }

  isUnnamed(value: object): boolean {
    return this.unnamed.has(value);
  }

  /** Notes the name of such an error where it is read alone. @param other what it is compared with */
  readName(name: string, node: JsonNode, other: JsonValue | undefined): void {
    this.touch({id: 'error.name', node, candidates: namesToTry(name, other), latent: false});
  }

  /** Notes the name of the error that ended the flow: an expectation may read it. */
  readEnd(name: string, node: JsonNode): void {
    this.touch({id: 'error.name', node, candidates: namesToTry(name, undefined), latent: true});
  }

  /** Notes that a value is read that may hold the name of such an error. */
  readWhole(value: JsonValue, node: JsonNode): void {
    const error = this.unnamedWithin(value);
    if (error !== null) this.readName(error, node, undefined);
  }

  /** The name of an error within a value that ZIS does not document; null when there is none. */
  unnamedWithin(value: JsonValue): string | null {
    if (!this.marked || typeof value !== 'object' || value === null) return null;
    let found = this.found.get(value);
    if (found === undefined) {
      found = this.search(value);
      this.found.set(value, found);
    }
    return found;
  }

  private search(value: JsonValue[] | JsonObject): string | null {
    if (isObject(value) && this.unnamed.has(value)) {
      const name = value['Error'];
      return typeof name === 'string' ? name : null;
    }
    for (const part of Array.isArray(value) ? value : Object.values(value)) {
      const name = this.unnamedWithin(part);
      if (name !== null) return name;
    }
    return null;
  }

  touch(contact: Contact): void {
    const before = this.touched.get(contact.id);
    if (before === undefined) {
      this.touched.set(contact.id, contact);
    } else if (before.latent !== contact.latent || contact.id === 'error.name') {
      const candidates = [...new Set([...before.candidates, ...contact.candidates])].slice(0, MAX_NAMES);
      this.touched.set(contact.id, {...before, candidates, latent: before.latent && contact.latent});
    }
  }
}

function namesToTry(name: string, other: JsonValue | undefined): string[] {
  return [...new Set([name, ...(typeof other === 'string' ? [other] : []), OTHER_ERROR_NAME])];
}
