import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';
import {conditionInWords} from '../flow/condition-words.js';

/** A transition out of a state. */
export interface Edge {
  readonly to: string;
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** The condition in words; empty for a plain transition. */
  readonly label: string;
}

export interface FlowState {
  readonly name: string;
  /** Empty when the state states none. */
  readonly type: string;
  readonly edges: readonly Edge[];
}

/** A property that names another state, found in any state. */
const TRANSITION_LISTS = ['Choices', 'Catch'];

/** The states of a definition or iterator, by name; empty for anything else. */
export function statesOf(scope: JsonValue | undefined): Map<string, JsonValue> {
  const states = isObject(scope) ? scope['States'] : undefined;
  return new Map(isObject(states) ? Object.entries(states) : []);
}

export function startOf(scope: JsonValue | undefined): string | null {
  return isObject(scope) ? text(scope['StartAt']) : null;
}

/** Reads a state tolerantly: what is not as it should be is left out. */
export function readState(name: string, body: JsonValue): FlowState {
  if (!isObject(body)) return {name, type: '', edges: []};
  return {name, type: text(body['Type']) ?? '', edges: [...edgesOf(body)]};
}

/** A copy of a state or scope in which every transition to a renamed state goes to its new name. */
export function retarget(body: JsonValue, renames: ReadonlyMap<string, string>): JsonValue {
  if (!isObject(body) || renames.size === 0) return body;
  const copy: JsonObject = {...body};
  for (const key of ['StartAt', 'Next', 'Default']) {
    const name = text(body[key]);
    if (name !== null) copy[key] = renames.get(name) ?? name;
  }
  for (const key of TRANSITION_LISTS) {
    const list = body[key];
    if (Array.isArray(list)) copy[key] = list.map((item) => retarget(item, renames));
  }
  return copy;
}

function* edgesOf(body: JsonObject): Iterable<Edge> {
  for (const rule of listOf(body['Choices'])) {
    const to = text(rule['Next']);
    if (to !== null) yield {to, kind: 'choice', label: conditionInWords(rule)};
  }
  const otherwise = text(body['Default']);
  if (otherwise !== null) yield {to: otherwise, kind: 'default', label: 'otherwise'};
  const next = text(body['Next']);
  if (next !== null) yield {to: next, kind: 'next', label: ''};
  for (const catcher of listOf(body['Catch'])) {
    const to = text(catcher['Next']);
    if (to !== null) yield {to, kind: 'catch', label: 'on error'};
  }
}

function listOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
