import {Ajv, type ValidateFunction} from 'ajv';
import {readFileSync} from 'node:fs';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';

/** The schema for editors, as it stands. */
export const SCHEMA = JSON.parse(readFileSync('schema/zis-bundle.schema.json', 'utf8')) as JsonObject;

/** What VS Code takes beside JSON Schema: its messages and hints, which decide nothing. */
const EDITOR_WORDS = [
  'defaultSnippets',
  'deprecationMessage',
  'doNotSuggest',
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage'
];

let compiled: ValidateFunction | undefined;

/** What the schema for editors says against a value: the places and the words; nothing when it accepts it. */
export function schemaFaults(value: JsonValue): string[] {
  compiled ??= new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    keywords: EDITOR_WORDS
  }).compile(SCHEMA);
  if (compiled(value)) return [];
  return (compiled.errors ?? []).map(({instancePath, message = ''}) => `${instancePath} ${message}`);
}

const BY_NAME = ['definitions', 'dependencies', 'patternProperties', 'properties'];
const ONE = ['additionalProperties', 'else', 'if', 'items', 'not', 'propertyNames', 'then'];
const SEVERAL = ['allOf', 'anyOf', 'oneOf'];

/** A schema and all schemas within it, but for those that are `true` or `false`. */
export function schemasIn(schema: JsonObject): JsonObject[] {
  const within = [
    ...ONE.map((keyword) => schema[keyword]),
    ...SEVERAL.flatMap((keyword) => (schema[keyword] ?? []) as JsonValue[]),
    ...BY_NAME.flatMap((keyword) => Object.values((schema[keyword] ?? {}) as JsonObject))
  ];
  const schemas = within.filter((each): each is JsonObject => typeof each === 'object');
  return [schema, ...schemas.flatMap(schemasIn)];
}
