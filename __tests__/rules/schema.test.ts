import {describe, expect, test} from '@jest/globals';
import {readdirSync, readFileSync} from 'node:fs';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {NAME} from '../../src/bundle/variables.js';
import {BUILT_INS} from '../../src/flow/built-ins.js';
import {OPERATORS, UNSUPPORTED_OPERATORS} from '../../src/flow/operators.js';
import {STATE_TYPES} from '../../src/flow/states.js';
import {EVENTS} from '../../src/rules/analysis/events.js';
import {DEFINITION_PROPERTIES} from '../../src/rules/analysis/http-definition.js';
import {STATE_PROPERTIES} from '../../src/rules/analysis/properties.js';
import {actionOf, bundleOf, check, expectFinding, flowOf, jobSpecOf} from '../support/check.js';
import {MUTANTS} from '../support/mutants/index.js';
import {cleanBundle} from '../support/mutants/clean.js';
import {mutate} from '../support/mutants/mutate.js';
import {SCHEMA, schemaFaults, schemasIn} from '../support/schema.js';

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

  test('it knows the properties of an HTTP request', () => {
    expect(propertiesOf('httpDefinition')).toEqual([...DEFINITION_PROPERTIES, 'query'].sort());
  });

  test("it offers Zendesk's events and takes any other", () => {
    const branches = definitions['jobSpec']?.['allOf'] as {
      if: {properties: {event_source: {const: string}}};
      then: {properties: {event_type: {anyOf: [{enum: string[]; enumDescriptions: string[]}, JsonObject]}}};
    }[];
    const offered = branches.map(({if: {properties}, then}) => [
      properties.event_source.const,
      [...then.properties.event_type.anyOf[0].enum].sort()
    ]);
    expect(Object.fromEntries(offered)).toEqual({
      support: [...EVENTS.support].sort(),
      sunshine: [...EVENTS.sunshine].sort()
    });
    for (const {then} of branches) {
      const [known, other] = then.properties.event_type.anyOf;
      expect(known.enumDescriptions.filter((text) => text.trim() !== '')).toHaveLength(known.enum.length);
      expect(other).toEqual({type: 'string'});
    }
  });

  test('it offers a sound resource of each kind', async () => {
    const snippets = definitions['typedResource']?.['defaultSnippets'] as {label: string; body: JsonObject}[];
    const resources = snippets.map(({body}, index): [string, JsonValue] => [`r${index}`, filledIn(body)]);
    const byType = new Map(resources.map(([, body]) => [(body as JsonObject)['type'], body]));
    const {flow, job, call} = {
      flow: byType.get('ZIS::Flow') as JsonObject,
      job: byType.get('ZIS::JobSpec') as JsonObject,
      call: byType.get('ZIS::Action::Http') as JsonObject
    };
    const named = Object.fromEntries(
      [flow, job, call].map((each) => [(each['properties'] as JsonObject)['name'] as string, each])
    );
    const bundle = {name: 'offered', zis_template_version: '2019-10-14', resources: named};
    expect(schemaFaults(bundle)).toEqual([]);
    expect((await check(bundle)).map(({rule}) => rule)).toEqual(['action/unused']);
  });

  test('what the registry is known to take beside them is only advised against', async () => {
    for (const resource of [flowOf('main', DONE), jobSpecOf('s', 'main'), actionOf('call', {})]) {
      const {type, properties} = resource as {type: string; properties: JsonObject};
      const bundle = bundleOf(DONE, {resources: {r: {type, properties: {...properties, schema: {}}}}});
      expect(faultsOf(bundle)).toEqual([]);
      expect(
        faultsOf(bundleOf(DONE, {resources: {r: {type, properties: {...properties, schemas: {}}}}}))
      ).not.toEqual([]);
      const warned = (await check(bundle)).filter(({rule}) => rule === 'resource/unknown-key');
      expect(warned.map(({severity}) => severity)).toEqual(['warning']);
    }
  });
});

/** A snippet as it stands after Tab was pressed through it: each place has the text that it offers. */
function filledIn(body: JsonObject): JsonValue {
  const plain = (text: string): string =>
    text.replace(/\$\{\d:((?:[^}\\]|\\.)*)\}/g, (_place, offered: string) => offered.replace(/\\(.)/g, '$1'));
  const filled = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return plain(value);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [plain(key), filled(each)]));
  };
  return filled(body);
}

const DONE = {Done: {Type: 'Succeed'}};
const faultsOf = (bundle: object): string[] => schemaFaults(JSON.parse(JSON.stringify(bundle)) as JsonValue);

/** A bundle with this state in it. */
const stateOf = (state: object): object => bundleOf({First: {Next: 'Done', ...state}, ...DONE});
const calling = (name: string, parameters: unknown): object =>
  stateOf({Type: 'Action', ActionName: `zis:common:${name}`, Parameters: parameters});
const choosing = (rule: object): object =>
  bundleOf({First: {Type: 'Choice', Choices: [{...rule, Next: 'Done'}], Default: 'Done'}, ...DONE});
const comparing = (operator: string, operand: unknown): object =>
  choosing({Variable: '$.input.a', [operator]: operand});
const requesting = (definition: object): object =>
  bundleOf(DONE, {resources: {call: actionOf('call', {...definition})}});
const sending = (definition: object): object => requesting({method: 'POST', ...definition});
const elsewhere = (url: string): object => requesting({path: undefined, url});
const starting = (spec: object): object => {
  const {type, properties} = jobSpecOf('s', 'main') as {type: string; properties: object};
  return bundleOf(DONE, {resources: {s: {type, properties: {...properties, ...spec}}}});
};
const LINK = {link_type: 'ticket_to_order', left_object: {name: 'a:1'}, right_object: {name: 'b:1'}};
const link = (parameters: object): object => calling('action:CreateLink', {...LINK, ...parameters});

/** Where a variable may stand, and another text may not. */
const OPEN_PLACES: readonly (readonly [name: string, bundle: (value: string) => object])[] = [
  ['integration', (integration) => bundleOf(DONE, {integration})],
  ['flow_name', (flow_name) => starting({flow_name})],
  ['ActionName', (ActionName) => stateOf({Type: 'Action', ActionName})],
  ['ResultPath', (ResultPath) => stateOf({Type: 'Pass', ResultPath})],
  ['Parameters', (Parameters) => stateOf({Type: 'Action', ActionName: 'zis:acme:action:a', Parameters})],
  ['Parameters of a built-in action', (parameters) => calling('action:LoadLinks', parameters)],
  ['Seconds', (Seconds) => stateOf({Type: 'Wait', Seconds})],
  ['SecondsPath', (SecondsPath) => stateOf({Type: 'Wait', SecondsPath})],
  ['ItemsPath', (ItemsPath) => stateOf({Type: 'Map', ItemsPath, Iterator: {StartAt: 'Done', States: DONE}})],
  ['Catch', (Catch) => stateOf({Type: 'Action', ActionName: 'zis:acme:action:a', Catch})],
  ['Choices', (Choices) => bundleOf({First: {Type: 'Choice', Choices}, ...DONE})],
  ['Variable', (Variable) => choosing({Variable, IsNull: true})],
  ['NumericEquals', (operand) => comparing('NumericEquals', operand)],
  ['BooleanEquals', (operand) => comparing('BooleanEquals', operand)],
  ['IsPresent', (operand) => comparing('IsPresent', operand)],
  ['TimestampLessThan', (operand) => comparing('TimestampLessThan', operand)],
  ['StringEqualsPath', (operand) => comparing('StringEqualsPath', operand)],
  [
    'page_size',
    (page_size) => calling('action:LoadLinks', {link_type: 'l_t', left_object_name: 'a:1', page_size})
  ],
  ['config', (config) => calling('action:PatchConfig', {scope: 'settings', config})],
  ['left_object', (left_object) => link({left_object})],
  ['metadata', (metadata) => link({left_object: {name: 'a:1', metadata}})],
  ['method', (method) => requesting({method})],
  ['url', (url) => elsewhere(url)],
  ['path', (path) => requesting({path})],
  ['connectionName', (connectionName) => requesting({connectionName})],
  ['headers', (headers) => requesting({headers})],
  ['a value under .$', (value) => sending({requestBody: {'a.$': value}})]
];

describe('a variable stands where its value will', () => {
  test.each(OPEN_PLACES)('%s', (_name, bundle) => {
    expect(faultsOf(bundle('{{<größe>}}'))).toEqual([]);
    expect(faultsOf(bundle('{{ debug-url.v2\t}}'))).toEqual([]);
    expect(faultsOf(bundle('Some words'))).not.toEqual([]);
  });

  test.each([
    ['integration', bundleOf(DONE, {integration: '{{account}}_orders'})],
    ['flow_name', starting({flow_name: 'zis:{{integration}}:flow:{{flow}}'})],
    ['event_source and event_type', starting({event_source: '{{source}}', event_type: '{{type}}'})],
    ['ActionName', stateOf({Type: 'Action', ActionName: '{{prefix}}:{{name}}'})],
    ['Next', stateOf({Type: 'Pass', Next: '{{next}}'})],
    ['url', elsewhere('{{scheme}}://{{host}}/orders')],
    ['path', requesting({path: '{{root}}/orders'})],
    ['connectionName', requesting({connectionName: '{{account}}.main'})]
  ])('a part of %s', (_name, bundle) => {
    expect(faultsOf(bundle)).toEqual([]);
  });

  test.each([
    ['Seconds', stateOf({Type: 'Wait', Seconds: '{{$.input.seconds}}'})],
    ['ResultPath', stateOf({Type: 'Pass', ResultPath: '{{$.input.path}}'})],
    ['connectionName', requesting({connectionName: '{{$.name}}'})],
    ['integration', bundleOf(DONE, {integration: '{{$.integration}}'})],
    ['a part of Seconds', stateOf({Type: 'Wait', Seconds: '{{minutes}}0'})]
  ])('what ZIS itself fills in, or a part of a value, is none: %s', (_name, bundle) => {
    expect(faultsOf(bundle)).not.toEqual([]);
  });

  test('every pattern reads names as the variables themselves are read', () => {
    const patterns = schemasIn(SCHEMA).flatMap(({pattern}) => (typeof pattern === 'string' ? pattern : []));
    const open = patterns.filter((pattern) => pattern.includes(String.raw`\p{L}`));
    expect(open.filter((pattern) => !pattern.includes(NAME))).toEqual([]);
    expect(open.length).toBeGreaterThan(0);
  });

  test('what is filled in must be a name of an integration', async () => {
    const bundle = bundleOf(DONE, {integration: '{{account}}'});
    const findings = await check(bundle, {variables: 'account={{account}}'});
    expectFinding(findings, {rule: 'bundle/structure', message: '"integration"'});
  });
});

describe('the schema refuses', () => {
  test.each([
    ['a linked object without a name', link({left_object: {metadata: {a: 1}}})],
    ['a name given twice', link({right_object: {name: 'b:1', 'name.$': '$.input.b'}})],
    ['a path with a host', requesting({path: '//example.com/orders'})],
    ['a url behind a space', elsewhere(' https://example.com')],
    ['a url without a host', elsewhere('https:///orders')],
    ['a month that there is not', comparing('TimestampEquals', '2030-13-01T00:00:00Z')],
    ['an hour that there is not', comparing('TimestampEquals', '2030-01-01T24:00:00Z')],
    ['a text under .$ of a body', sending({requestBody: {ticket: [{'tags.$': 'vip'}]}})],
    ['a placeholder that is not closed', sending({requestBody: {'a.$': 'Order {{$.id'}})],
    ['a body given twice', sending({requestBody: {}, 'requestBody.$': '$.body'})],
    ['a value of a header given twice', requesting({headers: [{key: 'A', value: 'b', 'value.$': '$.c'}]})],
    ['a property that no request has', requesting({conectionName: 'zendesk'})],
    ['a space at the end of a name', bundleOf(DONE, {resources: {a: flowOf('spare ', DONE)}})],
    ['Variable beside And', choosing({Variable: '$.a', And: [{Variable: '$.b', IsNull: true}]})],
    ['an operator beside Not', choosing({Not: {Variable: '$.b', IsNull: true}, IsNull: true})],
    ['an operator alone', choosing({IsNull: true})],
    ...[...UNSUPPORTED_OPERATORS.keys()].map((name) => [name, comparing(name, '$.a')] as const)
  ])('%s', (_name, bundle) => {
    expect(faultsOf(bundle)).not.toEqual([]);
  });

  test.each([
    ['a linked object whose name is from a path', link({left_object: {'name.$': '$.input.a'}})],
    ['two slashes within a path', requesting({path: '/api//tickets.json'})],
    ['a url with a host alone', elsewhere('HTTPS://example.com')],
    ['a leap second', comparing('TimestampEquals', '2030-12-31T23:59:60Z')],
    ['paths within a body', sending({requestBody: {ticket: [{'tags.$': '$.tags'}], price: '$5'}})],
    ['a body that is a list', sending({requestBody: ['{{$.a}}']})],
    ['the older name of queryParams', requesting({query: [{key: 'a', value: 'b'}]})]
  ])('and not %s', (_name, bundle) => {
    expect(faultsOf(bundle)).toEqual([]);
  });
});

describe('the schema refuses what the rules refuse', () => {
  const jq = (expr: string): object => calling('transform:Jq', {expr, 'data.$': '$'});
  test.each([
    ['an empty Next', stateOf({Type: 'Pass', Next: ''})],
    ['a placeholder in Next', stateOf({Type: 'Pass', Next: '{{$.input.next}}'})],
    ['a ResultPath without its dot', stateOf({Type: 'Pass', ResultPath: '$result'})],
    ['a placeholder in ResultPath', stateOf({Type: 'Pass', ResultPath: '$.a.{{$.input.key}}'})],
    ['a Variable without its dot', choosing({Variable: '$input.a', IsNull: true})],
    ['a blank jq program', jq(' ')],
    ['a blank scope', calling('action:LoadConfig', {scope: ''})],
    ['a blank in an address', elsewhere('https://a.example/one two')],
    ['a line break in an address', elsewhere('https://a.example/one\n/two')],
    ['a blank in a path', requesting({path: '/api/v2/users search.json'})],
    ['a blank name of a header', requesting({headers: [{key: ' ', value: 'x'}]})],
    ['a blank behind an action', stateOf({Type: 'Action', ActionName: 'zis:acme:action:call '})],
    ['a colon in the name of a flow', starting({flow_name: 'zis:acme:flow:main:two'})]
  ])('%s', (_name, bundle) => {
    expect(faultsOf(bundle)).not.toEqual([]);
  });

  test.each([
    ['placeholders with blanks in an address', elsewhere('https://a.example/{{ $.a }}/{{ name }}?q={{$.q}}')],
    ['a single brace in a path', requesting({path: '/api/v2/{a}'})],
    ['all data', choosing({Variable: '$', IsNull: true})],
    ['a member in brackets', choosing({Variable: "$['a b']", IsNull: true})],
    [
      'a state name with blanks',
      bundleOf({First: {Type: 'Pass', Next: 'All done'}, 'All done': {Type: 'Succeed'}})
    ]
  ])('but not %s', (_name, bundle) => {
    expect(faultsOf(bundle)).toEqual([]);
  });
});

describe('an editor says what is wrong', () => {
  const all = schemasIn(SCHEMA);
  const words = (schema: JsonObject): boolean => typeof schema['errorMessage'] === 'string';

  test('where VS Code has no words of its own', () => {
    const inner = new Set(all.map(({not}) => not));
    const silent = all.filter(
      (schema) => (schema['not'] !== undefined && !words(schema)) || (schema['oneOf'] && !inner.has(schema))
    );
    // Within `not` and `if` nothing is shown.
    const unseen = new Set(all.flatMap(({not, propertyNames}) => [not, propertyNames]));
    expect(silent.filter((schema) => !unseen.has(schema))).toEqual([]);
  });

  test('where a property is refused beside another one', () => {
    const inner = new Set(all.map(({not}) => not));
    const refusing = all.filter(
      (schema) =>
        Object.values((schema['properties'] ?? {}) as JsonObject).includes(false) && !inner.has(schema)
    );
    expect(refusing.length).toBeGreaterThan(0);
    expect(refusing.filter((schema) => !words(schema))).toEqual([]);
  });

  test('in place of a pattern with variables', () => {
    // One without a type is the second choice beside a list of values, which is what VS Code shows.
    const open = all.filter(
      ({pattern, type}) => type !== undefined && typeof pattern === 'string' && pattern.includes(NAME)
    );
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({patternErrorMessage}) => patternErrorMessage === undefined)).toEqual([]);
  });
});

describe('an editor offers', () => {
  test.each([
    ['the built-in actions', 'actionState', 'ActionName'],
    ["Zendesk's sources", 'jobSpec', 'event_source'],
    ['the types of a state', 'state', 'Type'],
    ['the types of a resource', 'resource', 'type']
  ])('%s with a text for each', (_name, definition, property) => {
    const properties = definitions[definition]?.['properties'] as Record<string, JsonObject>;
    const [list] = schemasIn(properties[property] ?? {}).filter((schema) => schema['enum'] !== undefined);
    const texts = list?.['enumDescriptions'] as string[];
    expect(texts).toHaveLength((list?.['enum'] as string[]).length);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  test('Next in the outermost rule only', () => {
    expect((definitions['condition']?.['properties'] as JsonObject)['Next']).toBe(true);
    expect((definitions['choiceRule']?.['properties'] as JsonObject)['Next']).toBeInstanceOf(Object);
  });

  test('no property without a text', () => {
    // An empty schema is offered before the one that has the text; `true` is not.
    expect(schemasIn(SCHEMA).filter((schema) => Object.keys(schema).length === 0)).toEqual([]);
  });
});

// `language` adds to `content`, which explains the same properties.
test('each schema has the address from which a release serves it', () => {
  const names = readdirSync('schema');
  const ids = names.map((name) => (JSON.parse(readFileSync(`schema/${name}`, 'utf8')) as {$id: string}).$id);
  const newest = 'https://github.com/zis-bundles/zis-bundles/releases/latest/download/';
  expect(ids).toEqual(names.map((name) => `${newest}${name}`));
  expect(readFileSync('.github/workflows/release.yml', 'utf8')).toContain(' schema/*.schema.json');
});

describe('an editor can explain everything', () => {
  test.each(
    Object.keys(definitions).filter(
      (name) => definitions[name]?.['properties'] !== undefined && name !== 'language'
    )
  )('each property of %s has a description', (name) => {
    const properties = definitions[name]?.['properties'] as Record<string, JsonObject | boolean>;
    const silent = Object.entries(properties).filter(
      ([, schema]) => typeof schema !== 'boolean' && describedBy(schema) === undefined
    );
    expect(silent.map(([property]) => property)).toEqual([]);
  });

  test('by the words of the property itself', () => {
    // VS Code puts what a $ref names over what stands beside it.
    const hidden = schemasIn(SCHEMA).filter(
      (schema) => schema['description'] !== undefined && definitionOf(schema)?.['description'] !== undefined
    );
    expect(hidden).toEqual([]);
  });

  test('by the longer words of the language', () => {
    // Of two schemas for one value VS Code shows the first one that has a description.
    expect(SCHEMA['allOf']).toEqual([{$ref: '#/definitions/language'}, {$ref: '#/definitions/content'}]);
  });
});

/** The description of a property, or of the definition that it refers to. */
function describedBy(schema: JsonObject): JsonValue | undefined {
  return schema['description'] ?? definitionOf(schema)?.['description'];
}

/** The definition that a schema refers to. */
function definitionOf({$ref: reference}: JsonObject): JsonObject | undefined {
  return typeof reference === 'string' ? definitions[reference.replace('#/definitions/', '')] : undefined;
}
