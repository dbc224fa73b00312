/** A JSON Schema or one of OpenAPI 3.0, as plain data. */
export type Schema = Record<string, unknown>;

/** Whether properties that the schema does not name are faults. */
type Strictness = 'open' | 'closed';

/**
 * OpenAPI 3.0's dialect as JSON Schema 2020-12: `nullable` as a type of its own, references into the document
 * that was added under this name, and the address format given up where the default is the empty text.
 *
 * @param strictness `closed` for what we send: a property that GitHub does not name is a mistake
 */
export function toJsonSchema(schema: unknown, document: string, strictness: Strictness): Schema {
  const convert = (part: unknown, strict = strictness): Schema => toJsonSchema(part, document, strict);
  const {nullable, format, default: preset, ...rest} = schema as Schema;
  const result: Schema = {...rest};
  if (typeof rest['$ref'] === 'string') result['$ref'] = rest['$ref'].replace(/^#/, `${document}#`);
  if (format !== undefined && !(format === 'uri' && preset === '')) result['format'] = format;
  if (isSchema(rest['properties'])) result['properties'] = mapValues(rest['properties'], convert);
  if (isSchema(rest['items'])) result['items'] = convert(rest['items']);
  if (isSchema(rest['additionalProperties'])) {
    result['additionalProperties'] = convert(rest['additionalProperties']);
  }
  // A branch beside `properties` sees only a part of the object, so only the whole can tell what is unknown.
  const branches: Strictness =
    isSchema(rest['properties']) || rest['allOf'] !== undefined ? 'open' : strictness;
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = rest[keyword];
    if (Array.isArray(parts)) result[keyword] = parts.map((part) => convert(part, branches));
  }
  if (strictness === 'closed' && isSchema(rest['properties']) && rest['additionalProperties'] === undefined) {
    result['unevaluatedProperties'] = false;
  }
  return nullable === true ? {anyOf: [{type: 'null'}, result]} : result;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(object: Schema, change: (value: unknown) => Schema): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
