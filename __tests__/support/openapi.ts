import {readFileSync} from 'node:fs';

import {Ajv2020} from 'ajv/dist/2020.js';
import type {ValidateFunction} from 'ajv/dist/2020.js';

import type {Exchange} from '../../src/stand-ins/github/github.js';
import {toJsonSchema} from './openapi-schema.js';
import type {Schema} from './openapi-schema.js';

/**
 * What is wrong with a request and its answer, by GitHub's own description of its REST API: an unknown
 * operation, an unknown or malformed parameter or body property, a status or a body that is not documented.
 * Answers that a test scripted, such as a proxy's 502, are not held against the description.
 */
export function checkExchange(exchange: Exchange): string[] {
  description ??= new Description();
  return description.check(exchange).map((fault) => `${exchange.method} ${exchange.path}: ${fault}`);
}

// Reading and compiling takes longer than a test should: once for a test file.
let description: Description | null = null;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly 'x-multi-segment'?: boolean;
}

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly requestBody: {readonly required?: boolean; readonly content: Content} | null;
  readonly responses: Readonly<Record<string, {readonly content?: Content}>>;
}

type Content = Readonly<Record<string, {readonly schema: Schema}>>;

const DOCUMENT = 'github';
const ERROR = {$ref: '#/components/schemas/basic-error'};
/** Answers that any operation can give; GitHub's description names them only here and there. */
const GENERAL_ERRORS: readonly number[] = [400, 401, 403, 404, 422, 429];
/** These parameters take slashes, though the description marks only some of them. */
const LONG_PARAMETERS: readonly string[] = ['path', 'basehead'];

class Description {
  private readonly ajv = new Ajv2020({strict: false, allErrors: true, formats: FORMATS});
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly operations: readonly Operation[];

  constructor() {
    const file = new URL('./github-rest-slice.openapi.json', import.meta.url);
    const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
    const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
      name,
      toJsonSchema(schema, DOCUMENT, 'open')
    ]);
    this.ajv.addSchema({$id: DOCUMENT, components: {schemas: Object.fromEntries(schemas) as Schema}});
    this.operations = readOperations(document);
  }

  check(exchange: Exchange): string[] {
    const found = this.operations.find(
      ({method, pattern}) => method === exchange.method && pattern.test(exchange.path)
    );
    if (found === undefined) return ['GitHub has no such operation, or it is none that may be used'];
    return [
      ...this.checkParameters(found, exchange),
      ...this.checkRequestBody(found, exchange),
      ...(exchange.scripted ? [] : this.checkResponse(found, exchange))
    ];
  }

  private checkParameters({pattern, parameters, name}: Operation, exchange: Exchange): string[] {
    const path = pattern.exec(exchange.path)?.groups ?? {};
    const given = {path, query: exchange.query};
    const known = parameters
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => parameter.name);
    const unknown = Object.keys(exchange.query).filter((query) => !known.includes(query));
    return [
      ...unknown.map((query) => `the query parameter "${query}" is unknown`),
      ...parameters.flatMap((parameter) => {
        const text = given[parameter.in][parameter.name];
        if (text === undefined) return parameter.required === true ? [`"${parameter.name}" is missing`] : [];
        const value = valueOf(decodeURIComponent(text), parameter.schema);
        const key = `${name} ${parameter.in} ${parameter.name}`;
        return this.validate(key, parameter.schema, 'open', value).map(
          (fault) => `"${parameter.name}" ${fault}`
        );
      })
    ];
  }

  private checkRequestBody({requestBody, name}: Operation, {body}: Exchange): string[] {
    if (requestBody === null) return body === undefined ? [] : ['the request must have no body'];
    if (body === undefined) return requestBody.required === true ? ['the request has no body'] : [];
    const schema = requestBody.content['application/json']?.schema ?? {};
    return this.validate(`${name} request`, schema, 'closed', body).map((fault) => `request body ${fault}`);
  }

  private checkResponse({responses, name}: Operation, exchange: Exchange): string[] {
    const {status, responseBody} = exchange;
    const documented = responses[String(status)];
    if (documented === undefined && !GENERAL_ERRORS.includes(status ?? 0)) {
      return [`the status ${status ?? 'of a broken connection'} is not documented`];
    }
    if (status === 204) return responseBody === undefined ? [] : ['a 204 must have no body'];
    const schema = documented?.content?.['application/json']?.schema ?? ERROR;
    const key = `${name} response ${status ?? 0}`;
    return this.validate(key, schema, 'open', responseBody).map((fault) => `response body ${fault}`);
  }

  private validate(key: string, schema: Schema, strictness: 'open' | 'closed', value: unknown): string[] {
    const validator =
      this.validators.get(key) ?? this.ajv.compile(toJsonSchema(schema, DOCUMENT, strictness));
    this.validators.set(key, validator);
    if (validator(value)) return [];
    return (validator.errors ?? []).map(({instancePath, message = '', params}) => {
      const extra = 'unevaluatedProperty' in params ? ` (${String(params['unevaluatedProperty'])})` : '';
      return `${instancePath} ${message}${extra}`.trim();
    });
  }
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, {readonly content?: Content}>>;
  };
}

interface RawOperation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: {readonly required?: boolean; readonly content: Content};
  readonly responses: Readonly<Record<string, {readonly content?: Content} | Reference>>;
}

interface Reference {
  readonly $ref: string;
}

/** Those with the longest fixed parts first, so that `…/commits/{sha}/pulls` is not taken for `…/commits/{ref}`. */
function readOperations({paths, components}: OpenApiDocument): Operation[] {
  const operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, raw]): Operation & {fixed: number} => {
      const parameters = (raw.parameters ?? []).map((each) => resolve(each, components.parameters));
      const responses = Object.entries(raw.responses).map(([status, each]) => [
        status,
        resolve(each, components.responses)
      ]);
      return {
        name: `${method.toUpperCase()} ${template}`,
        method: method.toUpperCase(),
        pattern: templatePattern(template, parameters),
        parameters,
        requestBody: raw.requestBody ?? null,
        responses: Object.fromEntries(responses) as Operation['responses'],
        fixed: template.replaceAll(/\{\w+\}/g, '').length
      };
    })
  );
  return operations.sort((a, b) => b.fixed - a.fixed);
}

function resolve<T extends object>(value: T | Reference, components: Readonly<Record<string, T>>): T {
  if (!('$ref' in value)) return value;
  const found = components[value.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`The description has no ${value.$ref}.`);
  return found;
}

function templatePattern(template: string, parameters: readonly Parameter[]): RegExp {
  const pattern = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((each) => each.name === name);
    const long = parameter?.['x-multi-segment'] === true || LONG_PARAMETERS.includes(name);
    return `(?<${name}>${long ? '.+' : '[^/]+'})`;
  });
  return new RegExp(`^${pattern}$`);
}

/** Parameters are text; those that should be numbers are read as such, if they can be. */
function valueOf(text: string, {type}: Schema): unknown {
  return type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: /^[^@\s]+@[^@\s]+$/,
  int64: true as const,
  timestamp: true as const,
  uri: (text: string) => URL.canParse(text)
};
