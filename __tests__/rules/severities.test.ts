import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {checkBundles} from '../../src/rules/engine.js';
import {RULES} from '../../src/rules/index.js';
import {parseSeverities} from '../../src/rules/severities.js';
import {bundleOf} from '../support/check.js';

const problemsOf = (text: string) => parseSeverities(text, RULES).problems;

describe('the rules input', () => {
  test('gives each named rule a severity; comments and blank lines count for nothing', () => {
    const text = '# ours\n\nbundle/unknown-key: off\r\n  resource/action-key :error  # strict\n';
    const {severities, problems} = parseSeverities(text, RULES);
    expect(problems).toEqual([]);
    expect([...severities]).toEqual([
      ['bundle/unknown-key', 'off'],
      ['resource/action-key', 'error']
    ]);
  });

  test.each([
    [
      'bundle/unknown-kye: off',
      'there is no rule "bundle/unknown-kye"',
      'Did you mean "bundle/unknown-key"?'
    ],
    ['action-key: off', 'there is no rule "action-key"', 'Did you mean "resource/action-key"?'],
    ['zzzzzzzzzzzzz: off', 'there is no rule', 'docs/rules/README.md lists them all.'],
    ['resource/action-key: eror', '"eror" is not a severity', 'Did you mean "error"?'],
    ['resource/action-key: 2', '"2" is not a severity', 'A line reads'],
    ['resource/action-key', 'names no severity', 'A line reads'],
    ['json/syntax: warning', 'the rule "json/syntax" cannot be "warning"', 'nothing sound can be planned']
  ])('%s is a problem', (line, message, hint) => {
    const problems = problemsOf(`# first\n${line}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 2,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint)
    });
  });

  test('a rule that is named twice is a problem, and all problems come at once', () => {
    const text = 'bundle/no-flow: off\nbundle/no-flow: error\nnonsense';
    expect(problemsOf(text).map(({line}) => line)).toEqual([2, 3]);
    expect(problemsOf(text)[0]?.message).toContain('on line 1');
  });

  test('an essential rule may be given the severity that it has', () => {
    expect(problemsOf('json/syntax: error')).toEqual([]);
  });
});

describe('severities in a check', () => {
  const checked = async (text: string) => {
    const {severities} = parseSeverities(text, RULES);
    const bundle = {...bundleOf({Done: {Type: 'Succeed'}}), owner: 'me'};
    const file = readBundleFile('a.json', new TextEncoder().encode(JSON.stringify(bundle)));
    const {findings} = await checkBundles([file], {rules: RULES, severities, integration: ''});
    return findings.map(({rule, severity}) => `${severity} ${rule}`);
  };

  test('a rule has its own severity, another one, or is not asked', async () => {
    expect(await checked('')).toEqual(['warning bundle/unknown-key']);
    expect(await checked('bundle/unknown-key: error')).toEqual(['error bundle/unknown-key']);
    expect(await checked('bundle/unknown-key: off')).toEqual([]);
  });
});
