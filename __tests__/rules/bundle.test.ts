import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {checkBundles} from '../../src/rules/engine.js';
import {BUNDLE_RULES} from '../../src/rules/bundle/index.js';
import {actionOf, bundleOf, check, expectClean, expectOnly, flowOf} from '../support/check.js';

const rules = BUNDLE_RULES;
const states = {Done: {Type: 'Succeed'}};

test('a sound bundle has no findings', async () => {
  expectClean(await check(bundleOf(states), {rules}));
});

describe('what a bundle holds at its top', () => {
  test.each(['uuid', 'zendesk_account_id'])('%s is given by the registry', async (key) => {
    const bundle = {...bundleOf(states), [key]: key === 'uuid' ? '0f9a44e5-0000-4000-8000-000000000000' : 1};
    expectOnly(await check(bundle, {rules}), {
      rule: 'bundle/server-key',
      severity: 'warning',
      at: `"${key}"`,
      message: 'is given by the registry'
    });
  });

  test('the schema that it names for an editor is no finding, and is not uploaded', async () => {
    const bundle = bundleOf(states);
    const text = JSON.stringify({$schema: './zis-bundle.schema.json', ...bundle});
    const file = readBundleFile('zis/a.json', new TextEncoder().encode(text));
    const {findings, declared} = await checkBundles([file], {rules, integration: ''});
    expect(findings).toEqual([]);
    expect(declared.map(({content}) => content)).toEqual([bundle]);
  });

  test('an unknown key is named with what was probably meant', async () => {
    const {description, ...bundle} = bundleOf(states);
    expectOnly(await check({...bundle, descripton: description}, {rules}), {
      rule: 'bundle/unknown-key',
      at: '"descripton"',
      hint: 'Did you mean "description"?'
    });
  });

  test('a misspelt required key is one fault, not two', async () => {
    const {name, ...bundle} = bundleOf(states);
    expectOnly(await check({...bundle, nmae: name}, {rules}), {
      rule: 'bundle/structure',
      at: '"nmae"',
      hint: 'did you mean "name"?'
    });
  });

  test('a template version under another name is one fault, not two', async () => {
    const {zis_template_version, ...bundle} = bundleOf(states);
    expectOnly(await check({...bundle, zis_version: zis_template_version}, {rules}), {
      rule: 'bundle/structure'
    });
  });

  test.each([{}, {version: '1.0.0', private: true, scripts: {}}])('%j is no bundle at all', async (other) => {
    expectOnly(await check(other, {rules}), {
      rule: 'bundle/structure',
      at: '{',
      message: 'this is no bundle'
    });
  });
});

describe('what a bundle consists of', () => {
  test('actions alone are not a bundle', async () => {
    const bundle = {...bundleOf(states), resources: {get_ticket: actionOf('get_ticket')}};
    expectOnly(await check(bundle, {rules}), {rule: 'bundle/no-flow', at: '"resources"'});
  });

  test('a flow whose type is misspelt is one fault, not two', async () => {
    const bundle = {
      ...bundleOf(states),
      resources: {get_ticket: actionOf('get_ticket'), main: {...flowOf('main', states), type: 'ZIS::Flw'}}
    };
    expectOnly(await check(bundle, {rules}), {rule: 'bundle/structure', at: '"ZIS::Flw"'});
  });

  test('a flow that nothing starts is a warning on the name of the bundle', async () => {
    const bundle = {...bundleOf(states), resources: {main: flowOf('main', states)}};
    expectOnly(await check(bundle, {rules}), {
      rule: 'bundle/no-job-spec',
      severity: 'warning',
      at: '"support"'
    });
  });

  test('a job spec of another file of the integration starts the flow', async () => {
    const {resources, ...bundle} = bundleOf(states) as {resources: Record<string, unknown>};
    const files = [
      fileOf('zis/a.json', {...bundle, resources: {main: resources['main']}}),
      fileOf('zis/b.json', {
        ...bundle,
        name: 'specs',
        resources: {other: flowOf('other', states), on_ticket: resources['on_ticket']}
      })
    ];
    expect((await checkBundles(files, {rules, integration: ''})).findings).toEqual([]);
  });
});

function fileOf(path: string, bundle: object) {
  return readBundleFile(path, new TextEncoder().encode(JSON.stringify(bundle)));
}

test.each([
  ['support', null],
  ['support \u{1f468}\u200d\u{1f4bb}', null],
  [' support', /begins or ends with a space/],
  ['support\t', /holds a character that nobody sees/],
  ['sup\u200bport', /holds a character that nobody sees/],
  ['\u202esupport', /holds a character that nobody sees/]
])('the bundle named %j', async (name, message) => {
  const found = await check({...bundleOf({Done: {Type: 'Succeed'}}), name});
  if (message === null) expectClean(found);
  else expectOnly(found, {rule: 'bundle/name-characters', severity: 'warning', message});
});
