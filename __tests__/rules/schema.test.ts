import {describe, expect, test} from '@jest/globals';
import type {JsonObject, JsonValue} from '../../src/bundle/json.js';
import {STATE_TYPES} from '../../src/bundle/flow.js';
import {BUILT_INS} from '../../src/rules/action/built-ins.js';
import {EVENTS} from '../../src/rules/job-spec/events.js';
import {OPERATORS} from '../../src/rules/support/operators.js';
import {STATE_PROPERTIES} from '../../src/rules/support/properties.js';
import {MUTANTS} from '../support/mutants.js';
import {cleanBundle} from '../support/mutants-page.js';
import {mutate} from '../support/mutate.js';
import {SCHEMA, schemaFaults} from '../support/schema.js';

const definitions = SCHEMA['definitions'] as Record<string, JsonObject>;
const propertiesOf = (definition: string): string[] =>
  Object.keys(definitions[definition]?.['properties'] as JsonObject).sort();

/**
 * The rules whose findings are errors of shape: what is wrong stands in one place, and a schema can say it.
 * What needs a look at another place (does the state exist, is the path written) is beyond a schema.
 */
const SHAPE_RULES = new Set([
  'bundle/structure',
  'state/type',
  'state/next-or-end',
  'state/end-true',
  'state/no-transition',
  'state/required-property',
  'state/property-type',
  'state/misplaced-property',
  'state/wait-duration',
  'state/wait-timestamp',
  'state/map-iterator',
  'flow/misspelt-key',
  'flow/empty-state-name',
  'choice/choices',
  'choice/condition',
  'choice/nesting',
  'choice/next',
  'choice/operator',
  'choice/operand',
  'catch/catcher',
  'catch/error-equals',
  'path/reference-path',
  'path/dynamic-value',
  'path/both-forms',
  'action/name',
  'action/unknown-built-in',
  'action/parameters',
  'http/method',
  'http/target',
  'http/fields',
  'http/absolute-url',
  'http/relative-path',
  'http/connection-name',
  'job-spec/flow-name',
  'resource/name-characters'
]);

describe('the schema for editors agrees with the rules', () => {
  const shapes = MUTANTS.filter(
    ({rule, edit}) => SHAPE_RULES.has(rule) && !('find' in edit && rule.startsWith('json/'))
  );

  test.each(shapes.map((mutant) => [mutant.name, mutant] as const))('it refuses %s', (_name, mutant) => {
    const {text} = mutate(cleanBundle(), mutant);
    expect(schemaFaults(JSON.parse(text) as JsonValue)).not.toEqual([]);
  });

  test('every rule about shapes is tried', () => {
    expect([...SHAPE_RULES].filter((rule) => !shapes.some((mutant) => mutant.rule === rule))).toEqual([]);
  });

  test('it knows the properties of each state type', () => {
    for (const type of STATE_TYPES) {
      expect(propertiesOf(`${type.toLowerCase()}State`)).toEqual([...STATE_PROPERTIES[type].keys()].sort());
    }
  });

  test('it knows the operators', () => {
    const others = ['And', 'Comment', 'Next', 'Not', 'Or', 'Variable'];
    expect(propertiesOf('condition')).toEqual([...OPERATORS.keys(), ...others].sort());
  });

  test('it knows the built-in actions and their parameters', () => {
    for (const [action, {parameters}] of BUILT_INS) {
      const name = action.slice(action.lastIndexOf(':') + 1);
      const definition = `${name.charAt(0).toLowerCase()}${name.slice(1)}Parameters`;
      const forms = [...parameters.keys()].flatMap((parameter) => [parameter, `${parameter}.$`]);
      expect([action, propertiesOf(definition)]).toEqual([action, forms.sort()]);
    }
  });

  test("it offers Zendesk's events and takes any other", () => {
    const {event_type} = definitions['jobSpec']?.['properties'] as {event_type: {anyOf: [{enum: string[]}]}};
    expect([...event_type.anyOf[0].enum].sort()).toEqual([...EVENTS.support, ...EVENTS.sunshine].sort());
  });
});

// `language` adds to `bundle`, which explains the same properties.
describe('an editor can explain everything', () => {
  test.each(
    Object.keys(definitions).filter(
      (name) => definitions[name]?.['properties'] !== undefined && name !== 'language'
    )
  )('each property of %s has a description', (name) => {
    const properties = definitions[name]?.['properties'] as Record<string, JsonObject | false>;
    const silent = Object.entries(properties).filter(([, schema]) => {
      if (schema === false || Object.keys(schema).length === 0) return false;
      return describedBy(schema) === undefined;
    });
    expect(silent.map(([property]) => property)).toEqual([]);
  });
});

/** The description of a property, or of the definition that it refers to. */
function describedBy(schema: JsonObject): JsonValue | undefined {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema['description'];
  return definitions[reference.replace('#/definitions/', '')]?.['description'];
}
