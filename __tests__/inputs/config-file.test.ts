import {describe, expect, test} from '@jest/globals';
import {Ajv} from 'ajv';
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {UserError} from '../../src/errors.js';
import {CONFIG_KEYS, NEVER_IN_FILE, parseConfig} from '../../src/inputs/config-file.js';
import {MAX_CONFIG_BYTES} from '../../src/inputs/config-settings.js';
import {readInputs, type Inputs} from '../../src/inputs/inputs.js';
import {loadInputs} from '../../src/inputs/load.js';
import {ROOT} from '../support/runner.js';

const config = (text: string) => parseConfig('zis-bundles.yml', new TextEncoder().encode(text));

const inputs = (text: string, given: Readonly<Record<string, string>> = {}): Inputs =>
  readInputs((name) => given[name] ?? '', config(text));

/** What a workspace with these files gives, or why it gives nothing. */
async function loaded(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {}
): Promise<Inputs | string> {
  const find = (patterns: readonly string[]) =>
    Promise.resolve(
      Object.entries(files)
        .filter(([path]) => patterns.includes(path))
        .map(([path, text]) => {
          const bytes = new TextEncoder().encode(text);
          return {path, bytes: bytes.byteLength, read: () => Promise.resolve(bytes)};
        })
    );
  try {
    return await loadInputs((name) => given[name] ?? '', {find});
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const WHOLE = `# of the team
bundles: [zis/**/*.json, '!zis/draft/**']
integration: acme_orders
variables:
  host: example.com
  field: 12
  tags: [a, b]
rules:
  flow/*: warning
  flow/unreachable-state: off
fail-on: warning
tests: zis-tests/**/*.test.yaml
coverage-min: 62.5
max-parallel: 4
keep-placeholders:
  - shop_*
overrides:
  - files: zis/old/**
    resource: main
    state: Lost
    rules:
      flow/*: off
    reason: replaced next month
`;

describe('the config file', () => {
  test('sets what inputs would set', () => {
    const read = inputs(WHOLE);
    expect(read).toMatchObject({
      configPath: 'zis-bundles.yml',
      bundles: ['zis/**/*.json', '!zis/draft/**'],
      isNarrowed: false,
      integration: 'acme_orders',
      failOn: 'warning',
      tests: ['zis-tests/**/*.test.yaml'],
      coverageMin: 62.5,
      maxParallel: 4,
      keep: ['shop_*'],
      overrides: [{files: ['zis/old/**'], resource: 'main', state: 'Lost', reason: 'replaced next month'}]
    });
    expect(Object.fromEntries(read.variables)).toEqual({host: 'example.com', field: 12, tags: ['a', 'b']});
    expect(read.severities.get('flow/unreachable-state')).toBe('off');
    expect(read.severities.get('flow/unknown-state')).toBe('warning');
  });

  test('gives way to inputs; variables and rules are merged by name', () => {
    const read = inputs(WHOLE, {
      bundles: 'other/*.json',
      integration: 'other',
      'fail-on': 'never',
      tests: 'other/*.yaml',
      'coverage-min': '0',
      'max-parallel': '64',
      variables: 'host=other.example',
      rules: 'flow/unreachable-state: error',
      'keep-placeholders': 'theme'
    });
    expect(read).toMatchObject({
      bundles: ['other/*.json'],
      isNarrowed: true,
      integration: 'other',
      failOn: 'never',
      tests: ['other/*.yaml'],
      coverageMin: 0,
      maxParallel: 64,
      keep: ['shop_*', 'theme']
    });
    expect(Object.fromEntries(read.variables)).toEqual({host: 'other.example', field: 12, tags: ['a', 'b']});
    expect(read.severities.get('flow/unreachable-state')).toBe('error');
    expect(read.severities.get('flow/unknown-state')).toBe('warning');
  });

  test.each(['', '# nothing yet\n\n', '{}', '{"fail-on": "warning"}'])('may be %j', (text) => {
    expect(config(text).problems).toEqual([]);
  });

  test.each([
    ['rulez: {}', '1:1: there is no key "rulez" (Did you mean "rules"?)'],
    [
      '\nfail-on: warnings',
      '2:10: fail-on is "warnings", and must be "error", "warning" or "never" (Did you'
    ],
    [
      'rules:\n  flow/unreachable-stat: off',
      '2:3: there is no rule "flow/unreachable-stat" (Did you mean "flow/un'
    ],
    ['rules:\n  flwo/*: off', '2:3: there is no area "flwo/*" (Did you mean "flow/*"?)'],
    [
      'rules:\n  json/syntax: warning',
      '2:3: the rule "json/syntax" cannot be "warning" (Without it nothing sound'
    ],
    ['rules:\n  flow/unreachable-state:', '2:3: "" is not a severity'],
    ['rules: off', '1:1: "rules" has to be a mapping (Each line reads `rule-id: severity`)'],
    ['rules:\n  a/b: off\n  a/b: off', 'the key "a/b" stands here a second time'],
    [
      'subdomain: acme',
      '1:1: "subdomain" is never read from this file, which a pull request can change before'
    ],
    ['api-token: secret-of-mine', '1:1: "api-token" is never read from this file'],
    ['accounts: []', '1:1: "accounts" is not supported yet (Leave it out'],
    ['bundles: []', '1:1: "bundles" is empty'],
    ['bundles: [/etc/*.json]', '1:11: the pattern "/etc/*.json" is absolute'],
    ['bundles: "!zis/a.json"', 'has no pattern that includes a file'],
    ['bundles: 12', '1:10: "bundles" has to be a glob pattern, or a list of them'],
    ['integration: Acme Orders', '1:14: the integration is "Acme Orders", and must be 1 to 64'],
    ['integration: 12', '1:1: "integration" has to be a text (Put it in quotes)'],
    ['integration:', '1:1: "integration" has no value'],
    ['variables: [a]', '"variables" has to be a mapping'],
    ['variables:\n  host:', '2:3: the variable "host" has no value'],
    ['variables:\n  a b: 1', '2:3: "a b" can be no name of a variable'],
    ['variables:\n  integration: a', '2:3: the variable "integration" is built in'],
    ['coverage-min: 101', '1:1: coverage-min is 101, and must be a number from 0 to 100'],
    ['max-parallel: 1.5', '1:1: max-parallel is 1.5, and must be a whole number from 1 to 64'],
    ['keep-placeholders: "{{shop}}"', '1:20: "{{shop}}" can be no name in {{name}}'],
    ['- a', '1:1: the config file has to be a mapping'],
    ['a: [', '1:'],
    ['a: *b', 'there is no anchor &b'],
    ['a: 1\n---\nb: 2', 'a second document begins here']
  ])('%j is refused at its place', (text, problem) => {
    const {problems} = config(text);
    expect(problems.join('\n')).toContain(problem);
    for (const each of problems) expect(each).toMatch(/^zis-bundles\.yml:\d+:\d+: /);
  });

  test('a value that may be a secret is not repeated', () => {
    expect(config('api-token: hunter2-hunter2').problems.join()).not.toContain('hunter2');
  });

  test('all faults come at once with those of the inputs, and no more of them than anyone reads', () => {
    expect(() => inputs('a: 1\nb: 2\n', {'fail-on': 'sometimes'})).toThrow(
      /zis-bundles\.yml:1:1.*zis-bundles\.yml:2:1.*fail-on is "sometimes"/
    );
    const many = config(Array.from({length: 50}, (_, at) => `x${at}: 1`).join('\n')).problems;
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toBe('zis-bundles.yml has 30 faults more');
  });

  test('is bounded: its size, and what aliases stand for', () => {
    const large = new Uint8Array(MAX_CONFIG_BYTES + 1).fill(32);
    expect(parseConfig('c.yml', large).problems).toEqual(['c.yml is larger than 256 KB, and is not read']);
    const levels = Array.from({length: 9}, (_, at) => {
      const [own, last] = [String.fromCharCode(98 + at), String.fromCharCode(97 + at)];
      return `${own}: &${own} [${Array.from({length: 9}, () => `*${last}`).join(', ')}]`;
    });
    expect(config(['a: &a x', ...levels].join('\n')).problems.join()).toContain('stands for more than');
  });
});

describe('which file is read', () => {
  test('zis-bundles.yml in the root where there is one, or the one that is named', async () => {
    expect(await loaded({'zis-bundles.yml': 'fail-on: warning'})).toMatchObject({failOn: 'warning'});
    expect(await loaded({})).toMatchObject({failOn: 'error', configPath: ''});
    const files = {'zis-bundles.yml': 'fail-on: warning', 'ci/zis.yml': 'fail-on: never'};
    expect(await loaded(files, {config: './ci/zis.yml'})).toMatchObject({
      failOn: 'never',
      configPath: 'ci/zis.yml'
    });
  });

  test('what cannot be one is refused', async () => {
    expect(await loaded({}, {config: 'ci/zis.yml'})).toBe(
      'config names "ci/zis.yml", and there is no such file'
    );
    expect(await loaded({}, {config: '../zis.yml'})).toContain('names no file of the workspace');
    expect(await loaded({'zis-bundles.yaml': ''})).toContain(
      'zis-bundles.yaml is not read: name it zis-bundles.yml'
    );
  });
});

test('every input of action.yml is one that the file sets, or is never read from it', () => {
  const action = parse(readFileSync(`${ROOT}action.yml`, 'utf8')) as {
    inputs: Record<string, {default?: string}>;
  };
  const names = Object.keys(action.inputs);
  const ofFile = CONFIG_KEYS.filter((key) => names.includes(key));
  expect([...ofFile, ...NEVER_IN_FILE].sort()).toEqual(names.sort());
  for (const key of ofFile) expect(action.inputs[key]?.default).toBeUndefined();
});

describe('the schema', () => {
  const schema = JSON.parse(readFileSync(`${ROOT}schema/zis-bundles-config.schema.json`, 'utf8')) as {
    properties: object;
  };
  const isValid = (text: string): boolean => new Ajv({strict: false}).compile(schema)(parse(text));

  test('has the keys of the file', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...CONFIG_KEYS].sort());
  });

  test('takes what the file may be, and refuses what it may not', () => {
    expect([WHOLE, '', '{"fail-on": "warning"}'].filter((text) => !isValid(text))).toEqual([]);
    const faulty = [
      'rulez: {}',
      'fail-on: warnings',
      'rules: off',
      'rules: {a/b: of}',
      'subdomain: acme',
      'accounts: []',
      'bundles: []',
      'bundles: 12',
      'overrides: [{files: a, rules: {flow/*: off}}]',
      'overrides: [{files: a, rules: {}, reason: so}]',
      'integration: Acme Orders',
      'variables: [a]',
      'variables: {integration: a}',
      'coverage-min: 101',
      'max-parallel: 1.5'
    ];
    expect(faulty.filter(isValid)).toEqual([]);
  });
});

test('docs/config.md has config files that are read', () => {
  const page = readFileSync(`${ROOT}docs/config.md`, 'utf8');
  const blocks = [...page.matchAll(/```yaml title="zis-bundles.yml"\n(.*?)```/gs)].map(
    ([, text = '']) => text
  );
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap((text) => config(text).problems)).toEqual([]);
  for (const key of CONFIG_KEYS) expect(page).toContain(`| \`${key}\``);
});
