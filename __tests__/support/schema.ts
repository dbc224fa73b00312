import {readFileSync} from 'node:fs';
import {Ajv, type ValidateFunction} from 'ajv';
import type {JsonObject, JsonValue} from '../../src/bundle/json.js';

/** The schema for editors, as it stands. */
export const SCHEMA = JSON.parse(readFileSync('schema/zis-bundle.schema.json', 'utf8')) as JsonObject;

let compiled: ValidateFunction | undefined;

/** What the schema for editors says against a value: the places and the words; nothing when it accepts it. */
export function schemaFaults(value: JsonValue): string[] {
  compiled ??= new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true
  }).compile(SCHEMA);
  if (compiled(value)) return [];
  return (compiled.errors ?? []).map(({instancePath, message = ''}) => `${instancePath} ${message}`);
}
