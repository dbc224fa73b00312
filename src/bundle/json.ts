import {readFaults} from './json-faults.js';
import {readTree} from './json-tree.js';
import type {JsonValue, ParsedJson} from './json-types.js';

export {MAX_DEPTH} from './json-hazards.js';
export {isObject, objectOf, own, setOwn} from './objects.js';

/** Reads strict JSON (RFC 8259: no comments, no trailing commas). Never throws for what the text says. */
export function parseJson(text: string): ParsedJson {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return readFaults(text);
  }
  return readTree(text, value);
}
