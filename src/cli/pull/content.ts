import {canonical} from '../../bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject, setOwn} from '../../bundle/json.js';
import type {RegisteredBundle} from '../../bundle/model.js';
import {prettyJson} from '../../report/unified-diff.js';

/**
 * A registered bundle as a bundle file: what makes it what it is and its integration, without what the server
 * adds. Its keys stand in reading order, those that the file had before where they stood.
 *
 * @param before what the file declared; null for a new one
 */
export function fileContent({content, integration}: RegisteredBundle, before: JsonObject | null): string {
  const bundle: JsonObject = {...canonical(content), integration};
  if (before === null) return `${prettyJson(bundle)}\n`;
  const ordered = inOrderOf(JSON.parse(prettyJson(bundle)) as JsonValue, before);
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** The value with its keys in the order of a model; those that the model lacks come last. */
function inOrderOf(value: JsonValue, model: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) {
    const models = Array.isArray(model) ? model : [];
    return value.map((item, index) => inOrderOf(item, models[index]));
  }
  if (!isObject(value)) return value;
  const known = isObject(model) ? model : {};
  const first = Object.keys(known).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
  const ordered: JsonObject = {};
  for (const key of [...first, ...others]) {
    const inner = Object.hasOwn(known, key) ? known[key] : undefined;
    setOwn(ordered, key, inOrderOf(value[key] ?? null, inner));
  }
  return ordered;
}
