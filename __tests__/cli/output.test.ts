import {describe, expect, test} from '@jest/globals';
import type {Finding} from '../../src/rules/finding.js';
import {excerptOf} from '../../src/cli/output/excerpt.js';
import {findingsText} from '../../src/cli/output/findings.js';
import {planText} from '../../src/cli/output/plan.js';
import {ruleList, ruleText} from '../../src/cli/output/rule.js';
import {createStyle} from '../../src/cli/output/style.js';
import {cells, wrap} from '../../src/cli/output/wrap.js';
import {workflowCommands} from '../../src/report/write-workflow-commands.js';
import {makePlan} from '../../src/plan/plan.js';
import {RULES} from '../../src/rules/index.js';
import {bundle, declared, registered} from '../support/bundles.js';

const plain = createStyle(false);
const at = (line: number, start: number, end: number) => ({
  start: {line, column: start},
  end: {line, column: end}
});

function finding(facts: Partial<Finding> = {}): Finding {
  return {
    rule: 'flow/unknown-state',
    severity: 'error',
    message: 'the state "Ned" does not exist',
    hint: 'Did you mean "Next"?',
    path: 'zis/orders.json',
    range: at(2, 11, 16),
    ...facts
  };
}

const source = () => ['{', '  "Next": "Ned",', '  "password": "hunter22"', '}'];

describe('a finding', () => {
  test('is shown with its line and a caret below what is meant', () => {
    expect(findingsText({findings: [finding()], source, secrets: []}, {style: plain, width: 80})).toEqual([
      'zis/orders.json:2:11 error the state "Ned" does not exist (flow/unknown-state)',
      '  2 | "Next": "Ned",',
      '    |         ^^^^^',
      '  Did you mean "Next"?',
      ''
    ]);
  });

  test('fits 40 columns', () => {
    const long = finding({
      range: at(2, 11, 15),
      message: 'the state is nowhere to be found in this flow of many'
    });
    const lines = findingsText(
      {findings: [long], source: () => ['', `  "Next": "Ned", ${'"x": 1, '.repeat(30)}`], secrets: []},
      {style: plain, width: 40}
    );
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(40);
    expect(lines.join('\n')).toContain('"Next": "Ned"');
  });

  test('does not show the value of a header whose name stands on another line', () => {
    const header = [
      '{',
      '  "key": "Authorization",',
      '  "value": "Zendesk abc"',
      '},',
      '{ "key": "Accept",',
      '  "value": "text" }'
    ];
    expect(excerptOf(header, at(3, 3, 10), 80, [])).toBe(null);
    expect(excerptOf(['"token":', '"abc"'], at(2, 1, 3), 80, [])).toBe(null);
    expect(excerptOf(header, at(6, 3, 10), 80, [])?.line).toBe('"value": "text" }');
    expect(excerptOf(['"token": 12345'], at(1, 1, 3), 80, [])).toBe(null);
  });

  test('does not show a line that holds a credential', () => {
    const lines = (facts: Partial<Finding>, secrets: string[] = []) =>
      findingsText({findings: [finding(facts)], source, secrets}, {style: plain, width: 80}).join('\n');
    expect(lines({range: at(3, 3, 13)})).not.toContain('hunter22');
    expect(lines({rule: 'security/credential'})).not.toContain('"Next":');
    expect(lines({}, ['"Ned"'])).not.toContain('| "Next"');
  });

  test('cannot send escape sequences to the terminal', () => {
    const hostile = finding({
      message: 'bad \u001b[2J\u202e',
      path: 'zis/\u001b]0;x\u0007.json',
      hint: '\u001b[0m'
    });
    const text = findingsText(
      {findings: [hostile], source: () => ['', '"\u001b[31m": "Ned", 1'], secrets: []},
      {style: plain, width: 80}
    ).join('\n');
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test('has its caret in the right column behind wide characters, tabs, and where a long line is cut', () => {
    const cut = excerptOf([`${'a'.repeat(100)}HERE${'b'.repeat(100)}`], at(1, 101, 105), 40, []);
    expect(cut?.line.indexOf('HERE')).toBe(cut?.carets.indexOf('^^^^'));
    expect(excerptOf(['\t"日本": X'], at(1, 8, 9), 80, [])).toEqual({line: '"日本": X', carets: '        ^'});
  });
});

describe('a workflow command', () => {
  test('carries hostile texts as data', () => {
    const [line = ''] = workflowCommands([finding({path: 'a,b:c.json', message: 'x\n::error::y %'})], []);
    expect(line).toMatch(/^::error title=flow\/unknown-state,file=a%2Cb%3Ac\.json,line=2,/);
    expect(line).not.toMatch(/\n/);
    expect(line).toContain('%25');
  });
});

describe('a plan', () => {
  const target = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};
  const plan = makePlan({
    target,
    declared: [declared('orders', bundle('orders', {result: 'now'})), declared('fresh')],
    registered: [registered('orders'), registered('old')]
  });
  const model = {
    command: 'plan' as const,
    plan,
    outcomes: null,
    counts: {created: 1, updated: 1, deleted: 1, unchanged: 0},
    findings: [],
    exceptions: [],
    heldBack: 0,
    weakened: [],
    files: 2,
    notices: [],
    explanations: [],
    drift: null,
    tests: null,
    failure: null,
    run: {headSha: '', commitUrl: '', url: '', id: ''},
    unmanaged: [{integration: 'acme', name: 'theirs'}]
  };
  const text = (width: number) =>
    planText({model, declaredBefore: 'abc (the last commit)', secrets: []}, {style: plain, width});

  test('has counts, what it compares with, a table, the changes in words and as a diff', () => {
    const all = text(100).join('\n');
    expect(all).toContain('Plan for acme: 1 to create, 1 to update, 1 to delete, 0 bundles unchanged.');
    expect(all).toContain('Declared before: abc (the last commit).');
    expect(all).toContain('left alone): acme/theirs');
    expect(all).toMatch(/ {2}\+ create {2}acme\/fresh +zis\/fresh\.json +\+2 ~0 -0/);
    expect(all).toMatch(/ {2}- delete {2}acme\/old/);
    expect(all).toContain('~ changed flow orders_flow');
    expect(all).toMatch(/^ {2}- .*"Result": "hello"/m);
    expect(all).toMatch(/^ {2}\+ .*"Result": "now"/m);
  });

  test('stays within 40 columns but for names', () => {
    const long = text(40).filter((line) => cells(line) > 40);
    expect(long.filter((line) => !line.includes('zis:acme:'))).toEqual([]);
  });
});

describe('the rules', () => {
  test('each has a page, and a line in the list', () => {
    const list = ruleList(RULES, {style: plain, width: 120}).join('\n');
    for (const rule of RULES) {
      expect(list).toContain(`  ${rule.id} `);
      expect(ruleText(rule, {style: plain, width: 80}).join('\n')).toContain('Why:');
    }
  });
});

test('wrapping keeps every word', () => {
  const text = 'one two  three 日本 four';
  expect(wrap(text, 8).join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
});
