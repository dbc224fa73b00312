import type {JsonNode, JsonObject, JsonValue} from '../../../src/bundle/json-types.js';
import {parseJson} from '../../../src/bundle/json.js';
import {Lines} from '../../../src/bundle/text.js';
import {NEXT_LINE, type Mutant} from './mutant.js';

/** A mutant as a file, and the lines on which its defect may be reported. */
export interface Mutated {
  readonly text: string;
  /** The line that was changed, counted from 1; of something removed, the line of what it is missing from. */
  readonly line: number;
}

/** Makes a mutant of a clean bundle's text. The text is laid out anew, as JSON with two spaces. */
export function mutate(clean: string, {name, edit, at}: Mutant): Mutated {
  const bundle = JSON.parse(clean) as JsonObject;
  if ('find' in edit) {
    const laidOut = layOut(bundle);
    const start = laidOut.indexOf(edit.find);
    if (start === -1) throw new Error(`${name}: the text to replace is not there`);
    const text = laidOut.replaceAll(edit.find, edit.replace);
    if (at !== undefined && at !== NEXT_LINE) return {text, line: lineOf(text, at)};
    return {text, line: lineAt(text, start) + (at === NEXT_LINE ? 1 : 0)};
  }
  let pointer: string;
  if ('set' in edit) {
    pointer = edit.set;
    parentOf(bundle, pointer).put(edit.to);
  } else if ('rename' in edit) {
    const {owner} = splitPointer(edit.rename);
    pointer = `${owner}/${edit.to}`;
    parentOf(bundle, edit.rename).rename(edit.to);
  } else {
    pointer = splitPointer(edit.remove).owner;
    parentOf(bundle, edit.remove).remove();
  }
  const text = layOut(bundle);
  return {text, line: lineOf(text, at ?? pointer)};
}

/** Two spaces, and short lists of texts on one line, as people write `"ErrorEquals": ["States.ALL"]`. */
function layOut(bundle: JsonObject): string {
  return JSON.stringify(bundle, null, 2).replace(/\[\s+("[^"\n]*")\s+\]/g, '[$1]');
}

function parentOf(bundle: JsonObject, pointer: string) {
  const {owner, key} = splitPointer(pointer);
  const holder = valueAt(bundle, owner);
  if (Array.isArray(holder)) {
    return {
      put: (value: JsonValue) => void (holder[Number(key)] = value),
      remove: () => void holder.splice(Number(key), 1),
      rename: () => fail(pointer)
    };
  }
  if (holder === null || typeof holder !== 'object') return fail(pointer);
  const mustBeThere = () => (Object.hasOwn(holder, key) ? undefined : fail(pointer));
  return {
    put: (value: JsonValue) => void (holder[key] = value),
    remove: () => {
      mustBeThere();
      Reflect.deleteProperty(holder, key);
    },
    rename: (name: string) => {
      mustBeThere();
      const entries = Object.entries(holder).map(
        ([old, value]) => [old === key ? name : old, value] as const
      );
      for (const old of Object.keys(holder)) Reflect.deleteProperty(holder, old);
      Object.assign(holder, Object.fromEntries(entries));
    }
  };
}

function valueAt(bundle: JsonObject, pointer: string): JsonValue {
  let value: JsonValue = bundle;
  for (const part of pointer.split('/').slice(1)) {
    const holder = value as JsonValue[] | JsonObject | null;
    const next = Array.isArray(holder) ? holder[Number(part)] : holder?.[part];
    if (next === undefined) return fail(pointer);
    value = next;
  }
  return value;
}

function splitPointer(pointer: string): {owner: string; key: string} {
  const slash = pointer.lastIndexOf('/');
  return {owner: pointer.slice(0, slash), key: pointer.slice(slash + 1)};
}

/** The line of a value's key, or of the value where it has none. */
function lineOf(text: string, pointer: string): number {
  let node: JsonNode | null | undefined = parseJson(text).root;
  for (const part of pointer.split('/').slice(1)) {
    node = node?.type === 'array' ? node.items[Number(part)] : node?.properties.get(part);
  }
  if (!node) return fail(pointer);
  return lineAt(text, node.key?.start ?? node.start);
}

function lineAt(text: string, offset: number): number {
  return new Lines(text).position(offset).line;
}

function fail(pointer: string): never {
  throw new Error(`${pointer} does not lead to anything in the clean bundle`);
}
