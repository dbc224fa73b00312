import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import type {Allowance} from './allowance.js';
import {limitMet} from './failure.js';

/** State transitions of a run, those within iterations too (Flow state limitations, an older page). */
export const MAX_TRANSITIONS = 250;

/** Items of a Map (Map state, an older page). */
export const MAX_ITEMS = 100;

/** How long a flow may take, in seconds, waits included (Flow state limitations, an older page). */
export const MAX_SECONDS = 100;

/** An answer of an HTTP action, in bytes (seen by a user). */
export const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** A document, in characters of JSON: far more than what an event and some answers make. A bound of this tool. */
export const MAX_DOCUMENT = 5 * 1024 * 1024;

/** How deep a document may be nested: it bounds every recursion over one. A bound of this tool. */
export const MAX_DEPTH = 200;

/** What a run may make in all, in characters of JSON: it bounds time and memory. A bound of this tool. */
export const MAX_WORK = 64 * 1024 * 1024;

interface Measure {
  readonly length: number;
  readonly depth: number;
}

/**
 * Keeps a run within bounds. Documents share what they have in common, so that one that doubles itself in each
 * state is small in memory and without end as a text: what counts is the text.
 */
export class Budget {
  private work = MAX_WORK;
  private readonly known = new WeakMap<object, Measure>();

  constructor(private readonly allowance: Allowance) {}

  /** Counts work that leaves nothing behind, such as a text. */
  spend(characters: number, node: JsonNode): void {
    this.work -= characters;
    this.allowance.take(characters);
    if (this.work < 0) {
      throw limitMet('size', node, `this run makes more than ${mega(MAX_WORK)} million characters of data`);
    }
  }

  /** Fails where a value is too large or too deep to be a document, or a part of one. */
  admit(value: JsonValue, node: JsonNode): void {
    const {length} = this.measure(value, 0, node);
    if (length > MAX_DOCUMENT) {
      throw limitMet('size', node, `the data grows beyond ${mega(MAX_DOCUMENT)} million characters of JSON`);
    }
  }

  /** About how many characters a value has as JSON. */
  lengthOf(value: JsonValue, node: JsonNode): number {
    return this.measure(value, 0, node).length;
  }

  private measure(value: JsonValue, level: number, node: JsonNode): Measure {
    if (typeof value !== 'object' || value === null) {
      this.spend(1, node);
      return {length: typeof value === 'string' ? value.length + 2 : 5, depth: 0};
    }
    let measure = this.known.get(value);
    if (measure === undefined) {
      if (level > MAX_DEPTH) throw tooDeep(node);
      measure = this.sum(value, level, node);
      this.known.set(value, measure);
    }
    if (level + measure.depth > MAX_DEPTH) throw tooDeep(node);
    return measure;
  }

  private sum(value: JsonValue[] | {[key: string]: JsonValue}, level: number, node: JsonNode): Measure {
    let length = 2;
    let depth = 0;
    const add = (part: JsonValue, name: number): void => {
      const measure = this.measure(part, level + 1, node);
      length += measure.length + name;
      if (measure.depth > depth) depth = measure.depth;
    };
    if (Array.isArray(value)) for (const item of value) add(item, 1);
    else for (const name of Object.keys(value)) add(value[name] ?? null, name.length + 4);
    this.spend(1, node);
    return {length, depth: depth + 1};
  }
}

function tooDeep(node: JsonNode): Error {
  return limitMet('size', node, `the data is nested deeper than ${MAX_DEPTH} levels`);
}

function mega(characters: number): number {
  return Math.round(characters / (1024 * 1024));
}
