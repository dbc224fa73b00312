import {describe, expect, test} from '@jest/globals';
import {identify, parseQualifiedName} from '../../src/bundle/identity.js';
import {parseJson} from '../../src/bundle/json.js';

const jobSpec = (flow: string) => ({type: 'ZIS::JobSpec', properties: {name: 'j', flow_name: flow}});
const flow = (...states: object[]) => ({
  type: 'ZIS::Flow',
  properties: {
    name: 'f',
    definition: {StartAt: 's0', States: Object.fromEntries(states.map((s, i) => [`s${i}`, s]))}
  }
});
const action = (name: string) => ({Type: 'Action', ActionName: name});

function identityOf(bundle: object, fallback = '') {
  const {root} = parseJson(JSON.stringify(bundle));
  if (root === null) throw new Error('not JSON');
  return identify(root, fallback);
}

describe('identify', () => {
  test("the file's own integration comes first, then the input, then the qualified names", () => {
    const resources = {a: jobSpec('zis:named:flow:f')};
    expect(identityOf({integration: 'stated', resources}, 'input')).toMatchObject({
      integration: 'stated',
      source: 'file'
    });
    expect(identityOf({resources}, 'input')).toMatchObject({integration: 'input', source: 'input'});
    expect(identityOf({resources})).toMatchObject({integration: 'named', source: 'qualified-names'});
  });

  test('flow names and action names count, in Map iterators too; built-in actions do not', () => {
    const map = {Type: 'Map', Iterator: {StartAt: 's', States: {s: action('zis:inner:action:a')}}};
    expect(identityOf({resources: {f: flow(action('zis:common:transform:Jq'), map)}}).integration).toBe(
      'inner'
    );
    expect(identityOf({resources: {f: flow(action('zis:common:action:LoadConfig'))}}).integration).toBeNull();
  });

  test('names that disagree decide nothing and are all named', () => {
    const resources = {f: flow(action('zis:b:action:a')), j: jobSpec('zis:a:flow:f')};
    expect(identityOf({resources})).toEqual({integration: null, source: null, candidates: ['a', 'b']});
  });

  test('a text in another place is no qualified name of the bundle', () => {
    const resources = {f: flow({Type: 'Pass', Comment: 'zis:a:flow:f', Result: 'zis:b:action:x'})};
    expect(identityOf({resources})).toEqual({integration: null, source: null, candidates: []});
  });
});

test('a qualified name is taken apart at its first three colons', () => {
  expect(parseQualifiedName('zis:i:flow:a.b-c')).toEqual({integration: 'i', kind: 'flow', name: 'a.b-c'});
  expect(parseQualifiedName('zis:i:flow:a:b')).toEqual({integration: 'i', kind: 'flow', name: 'a:b'});
  expect(parseQualifiedName('zis:i:flow:')).toBeNull();
  expect(parseQualifiedName('flow')).toBeNull();
});
