import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {parseConfig} from '../../src/inputs/config-file.js';
import {checkBundles} from '../../src/rules/engine.js';
import {RULES} from '../../src/rules/index.js';
import {parseSeverities} from '../../src/rules/severities.js';
import {bundleOf} from '../support/check.js';

/** A bundle with two states that nothing leads to, in two flows. */
const twoFlows = (() => {
  const bundle = structuredClone(bundleOf({Done: {Type: 'Succeed'}, Lost: {Type: 'Succeed'}})) as {
    resources: Record<string, {type: string; properties: Record<string, unknown>}>;
  };
  const [key = ''] = Object.keys(bundle.resources).filter(
    (name) => bundle.resources[name]?.type === 'ZIS::Flow'
  );
  const copy = structuredClone(bundle.resources[key]);
  if (copy === undefined) throw new Error('no flow');
  copy.properties['name'] = 'second';
  bundle.resources['second_flow'] = copy;
  return bundle;
})();

interface Options {
  readonly overrides?: string;
  readonly rules?: string;
  readonly isWhole?: boolean;
}

async function checked(files: Readonly<Record<string, string | object>>, options: Options = {}) {
  const {overrides = '', rules = '', isWhole = true} = options;
  const text = overrides === '' ? '' : `overrides:\n${overrides}`;
  const config = parseConfig('zis-bundles.yml', new TextEncoder().encode(text));
  expect(config.problems).toEqual([]);
  const read = Object.entries(files).map(([path, content]) =>
    readBundleFile(
      path,
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2))
    )
  );
  const {findings, exceptions} = await checkBundles(read, {
    rules: RULES,
    integration: '',
    severities: parseSeverities(rules, RULES).severities,
    exceptions: {overrides: config.overrides, isWhole}
  });
  return {
    found: findings.map(({path, severity, rule, range}) => `${path}:${range.start.line} ${severity} ${rule}`),
    messages: findings.map(({message}) => message).join('\n'),
    exceptions
  };
}

const override = (lines: readonly string[]): string =>
  lines.map((line, at) => `${at === 0 ? '  - ' : '    '}${line}\n`).join('');
const BECAUSE = 'reason: kept for the next release';
const linesOf = (found: readonly string[], rule: string): number =>
  found.filter((each) => each.endsWith(rule)).length;

describe('an override', () => {
  const files = {'zis/a.json': twoFlows, 'zis/old/b.json': {...twoFlows, name: 'other'}};
  const RULE = 'flow/unreachable-state';

  test('holds where its files, resource and state say', async () => {
    const all = linesOf((await checked(files)).found, RULE);
    expect(all).toBe(4);
    const left = async (...where: readonly string[]): Promise<number> => {
      const lines = [...where, 'rules: {flow/unreachable-state: off}', BECAUSE];
      return linesOf((await checked(files, {overrides: override(lines)})).found, RULE);
    };
    expect(await left('files: zis/old/**')).toBe(2);
    expect(await left("files: ['zis/**', '!zis/old/**']")).toBe(2);
    expect(await left('files: zis/**', 'resource: second')).toBe(2);
    expect(await left('files: zis/**', 'resource: second_flow')).toBe(2);
    expect(await left('files: zis/a.json', 'resource: second_flow', 'state: Lost')).toBe(3);
    expect(await left('files: zis/**', 'state: Done')).toBe(4);
  });

  test('comes before the rules of inputs and file, and the last that names a rule counts', async () => {
    const overrides =
      override(['files: zis/**', 'rules: {flow/*: info}', BECAUSE]) +
      override(['files: zis/old/**', 'rules: {flow/unreachable-state: error}', BECAUSE]);
    const {found} = await checked(files, {overrides, rules: 'flow/unreachable-state: off'});
    expect(
      found.filter((each) => each.endsWith(RULE)).map((each) => each.replace(/:\d+ (\w+) .*/, '$1'))
    ).toEqual(['zis/old/b.jsonerror', 'zis/old/b.jsonerror', 'zis/a.jsoninfo', 'zis/a.jsoninfo']);
  });

  test('is told with its reason and how much it was needed for', async () => {
    const overrides = override(['files: zis/**', 'rules:', '  flow/*: off', BECAUSE]);
    expect((await checked(files, {overrides})).exceptions).toEqual([
      {
        kind: 'override',
        path: 'zis-bundles.yml',
        range: {start: {line: 2, column: 5}, end: {line: 2, column: 18}},
        rules: ['flow/*: off'],
        reason: 'kept for the next release',
        findings: 6
      }
    ]);
  });

  test('that nothing needs is a warning at its place, where all files are checked', async () => {
    const overrides =
      override(['files: zis/a.json', 'rules: {bundle/unknown-key: off}', BECAUSE]) +
      override(['files: zsi/**', 'rules: {flow/unreachable-state: off}', BECAUSE]) +
      override(['files: zis/**', 'rules: {bundle/unknown-key: error}', BECAUSE]) +
      override(['files: zis/**', 'rules: {resource/name-taken: off}', BECAUSE]);
    const {found, messages} = await checked(files, {overrides});
    const unused = found.filter((each) => each.startsWith('zis-bundles.yml'));
    expect(unused).toEqual([
      'zis-bundles.yml:2 warning exception/unused',
      'zis-bundles.yml:5 warning exception/unused'
    ]);
    expect(messages).toContain('nothing is found that this override of "bundle/unknown-key: off" is for');
    expect(messages).toContain('no bundle file matches "zsi/**"');
    const partly = await checked(files, {overrides, isWhole: false});
    expect(partly.found.filter((each) => each.startsWith('zis-bundles.yml'))).toEqual([]);
    const broken = await checked({...files, 'zis/c.json': '{'}, {overrides});
    expect(broken.found.filter((each) => each.startsWith('zis-bundles.yml'))).toEqual([]);
  });

  test.each([
    ['files: zis/**', '"rules" and "reason"'],
    ['{files: zis/**, rules: {flow/*: off}}', 'this override has no "reason" (The reason says'],
    ["{files: zis/**, rules: {flow/*: off}, reason: ' '}", '"reason" has no value'],
    ['{files: zis/**, rules: {}, reason: so}', 'this override sets no rule'],
    ['{files: zis/**, rules: {json/syntax: off}, reason: so}', 'the rule "json/syntax" cannot be "off"'],
    ['{files: zis/**, rules: {variable/*: off}, reason: so, path: x}', 'an override has no key "path"'],
    ['{files: ../**, rules: {flow/*: off}, reason: so}', 'leaves the workspace'],
    ['zis/**', 'an override has to be a mapping']
  ])('%s is refused', (entry, problem) => {
    const {problems} = parseConfig('c.yml', new TextEncoder().encode(`overrides:\n  - ${entry}\n`));
    expect(problems.join('\n')).toContain(problem);
  });
});

describe('an ignore', () => {
  const RULE = 'flow/unreachable-state';
  const withComments = (...comments: readonly string[]): string =>
    JSON.stringify(twoFlows, null, 2).replace(
      /\n( *)"Lost"/,
      (_, indent: string) => `\n${comments.map((comment) => `${indent}${comment}\n`).join('')}${indent}"Lost"`
    );
  const ignored = (...comments: readonly string[]) => checked({'a.jsonc': withComments(...comments)});

  test('holds on the line below it, through blank lines and other comments', async () => {
    const said = `// zis-ignore ${RULE}: kept for the next release`;
    for (const comments of [
      [said],
      [said, '', '/* and', 'more */', '// of it'],
      ['// zis-ignore bundle/unknown-key: x', said]
    ]) {
      const {found, exceptions} = await ignored(...comments);
      expect(linesOf(found, RULE)).toBe(1);
      expect(exceptions).toMatchObject([
        {kind: 'ignore', path: 'a.jsonc', rules: [RULE], reason: 'kept for the next release', findings: 1}
      ]);
    }
    expect((await ignored(said)).found.filter((each) => each.includes('exception/'))).toEqual([]);
  });

  test('that nothing needs is a warning at its place', async () => {
    const {found, messages} = await ignored('// zis-ignore bundle/unknown-key: once there');
    expect(found.filter((each) => each.includes('exception/'))).toEqual([
      expect.stringMatching(/^a\.jsonc:\d+ warning exception\/unused$/)
    ]);
    expect(messages).toContain('nothing is found that this ignore of "bundle/unknown-key" is for');
  });

  test.each([
    [`// zis-ignore ${RULE}`, 'gives no reason'],
    [`// zis-ignore ${RULE}:`, 'gives no reason'],
    ['// zis-ignore', 'names no rule'],
    ['// zis-ignore flow/unreachable-stat: so', 'there is no rule "flow/unreachable-stat" to ignore'],
    ['// zis-ignore flow/*: so', 'there is no rule "flow/*" to ignore'],
    ['// zis-ignore json/syntax: so', 'the rule "json/syntax" cannot be ignored'],
    ['// zis-ignore exception/unused: so', 'the rule "exception/unused" cannot be ignored'],
    [`/* zis-ignore ${RULE}: so */`, 'is a comment of one line']
  ])('%s is not followed, and is an error', async (comment, message) => {
    const {found, messages} = await ignored(comment);
    expect(linesOf(found, RULE)).toBe(2);
    expect(found.filter((each) => each.endsWith('error exception/form'))).toHaveLength(1);
    expect(messages).toContain(message);
  });

  test('is none in other comments, in texts, and of rules that were not asked', async () => {
    const bundle = withComments('// see zis-ignore', '// zis-ignored: no').replace('Succeed', 'Succeed');
    expect((await checked({'a.jsonc': bundle})).found.filter((each) => each.includes('exception/'))).toEqual(
      []
    );
    const jq = await ignored('// zis-ignore jq/syntax: no jq here');
    expect(jq.found.filter((each) => each.includes('exception/'))).toEqual([]);
  });
});
