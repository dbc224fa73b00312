import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {createJqChecker} from '../../src/jq/checker.js';
import {readBundleFile} from '../../src/bundle/model.js';
import {checkBundles} from '../../src/rules/engine.js';
import {JQ_RULES} from '../../src/rules/jq/index.js';
import type {JqChecker, JqVerdict} from '../../src/rules/analysis/jq-program.js';
import {scanJq} from '../../src/rules/analysis/jq-scan.js';
import {bundleOf, expectClean, expectOnly, type Found} from '../support/check.js';

type Json = Record<string, unknown>;

const jq = createJqChecker();

function bundleWith(...parameters: Json[]): string {
  const states: Json = {};
  parameters.forEach((each, index) => {
    states[`S${index}`] = {
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters: {'data.$': '$', ...each},
      ResultPath: '$.r',
      Next: `S${index + 1}`
    };
  });
  states[`S${parameters.length}`] = {Type: 'Succeed'};
  return JSON.stringify(bundleOf(states), null, 2);
}

async function found(text: string, checker: JqChecker | null = jq): Promise<Found[]> {
  const file = readBundleFile('zis/bundle.json', new TextEncoder().encode(text));
  const options = {rules: JQ_RULES, integration: '', ...(checker === null ? {} : {jq: checker})};
  const {findings} = await checkBundles([file], options);
  const lines = text.split('\n');
  return findings.map((finding) => {
    const {start, end} = finding.range;
    const line = lines[start.line - 1] ?? '';
    return {...finding, at: line.slice(start.column - 1, end.column - 1), line: line.trim()};
  });
}

describe('a jq program', () => {
  test.each([
    '.a | map(.b) // "none"',
    'def f: .x; f # a comment with ) and "',
    '"\\(.a | tostring) of \\("x")"',
    '{a: .b, "c d": .e, (.f): 1}',
    '. as {a: $x, b: [$y]} | $x + $y',
    'reduce .[] as $i (0; . + $i)',
    '.text | gsub("\\\\s+"; " ") | @uri'
  ])('%s is sound', async (expr) => {
    expectClean(await found(bundleWith({expr})));
  });

  test.each(['leaf_paths', 'recurse_down', '.a | pow10', 'scalars_or_empty', '[leaf_paths] | length'])(
    '%s is in jq 1.6, which ZIS may run',
    async (expr) => {
      expectClean(await found(bundleWith({expr})));
    }
  );

  test('with functions of jq 1.6 is checked for others', async () => {
    expectOnly(await found(bundleWith({expr: 'leaf_paths | nonesuch'})), {
      rule: 'jq/undefined',
      message: '`nonesuch`'
    });
  });

  test.each(['# only a note', ' # one\n# two', 'def f: 1;', 'def f: leaf_paths; # a note', 'def f: "x;";'])(
    '%s, which only jq 1.8 refuses, is not judged',
    async (expr) => {
      expectClean(await found(bundleWith({expr}, {expr: '.a'})));
    }
  );

  test.each(['def f: 1; .a;', 'def f: 1', '.a; # note', 'def f: 1; |;'])('%s is judged', async (expr) => {
    expectOnly(await found(bundleWith({expr})), {rule: 'jq/syntax'});
  });

  test.each<[string, string, RegExp]>([
    ['.a 1', '1', /unexpected number/],
    ['.a | | .b', '|', /unexpected `\|`/],
    ['.a | map(.b', '(', /never closed/],
    ['.a)', ')', /closes nothing/],
    ['.a) | (.b', ')', /closes nothing/],
    ['[.a}', '}', /stands where `\]`/],
    ['.a |', '|', /ends too early/],
    ['if .a then 1', '1', /ends too early/],
    [".a == 'x'", "'", /unexpected `'`/],
    ['.a && .b', '&', /unexpected `&`/],
    ['.a | $.b', '$', /JSONPath/],
    ['"é" | | 1', '|', /unexpected/]
  ])('%s cannot be read', async (expr, at, message) => {
    expectOnly(await found(bundleWith({expr})), {rule: 'jq/syntax', severity: 'error', at, message});
  });

  test.each([
    ['.a | mpa(.b)', 'm', /no function `mpa`/, 'Did you mean `map`?'],
    ['.a | test(1; 2; 3)', 't', /`test` with 3 arguments$/, 'another number'],
    ['.a | nonesuch(1)', 'n', /`nonesuch` with 1 argument$/, ''],
    ['.a as $x | $y', '$', /variable `\$y`/, '']
  ])('%s uses what jq does not have', async (expr, at, message, hint) => {
    expectOnly(await found(bundleWith({expr})), {
      rule: 'jq/undefined',
      severity: 'warning',
      at,
      message,
      hint
    });
  });

  test.each(['$.input.id', '$', ' $[0]'])('%s is a JSONPath', async (expr) => {
    expectOnly(await found(bundleWith({expr})), {rule: 'jq/json-path', severity: 'error', at: '$'});
  });

  test('among many is the one that is reported', async () => {
    const programs = Array.from({length: 250}, (_, index) => ({expr: `.a${index}\n| .b # ${index}`}));
    programs[17] = {expr: '.a\n|\n| .x'};
    programs[140] = {expr: '.a\n| nonesuch'};
    programs[249] = {expr: '.a | .['};
    const findings = await found(bundleWith(...programs));
    expect(findings.map(({rule, line}) => [rule, line])).toEqual([
      ['jq/syntax', String.raw`"expr": ".a\n|\n| .x"`],
      ['jq/syntax', '"expr": ".a | .["'],
      ['jq/undefined', String.raw`"expr": ".a\n| nonesuch"`]
    ]);
  });

  test('is not checked without a jq', async () => {
    expectClean(await found(bundleWith({expr: '.a | |'}), null));
  });
});

describe('a program with placeholders', () => {
  const INJECTION = 'jq/injection';

  test.each([
    '.a | index("{{$.input.status}}")',
    '.a == {{$.input.number}}',
    '.{{$.input.field}}',
    '{a: {b: "x {{$.a}} \\({{$.c}})"}}'
  ])('%s is sound, and a way in for other programs', async (expr) => {
    const [first = ''] = /\{\{.*?\}\}/.exec(expr) ?? [];
    expectOnly(await found(bundleWith({'expr.$': expr})), {rule: INJECTION, severity: 'warning', at: first});
  });

  test('has its errors at their places in the file', async () => {
    const findings = await found(bundleWith({'expr.$': '.a == "{{$.input.status}}" | | .b'}));
    expectOnly(
      findings.filter(({rule}) => rule !== INJECTION),
      {rule: 'jq/syntax', at: '|'}
    );
  });

  test('is not judged where the placeholder may be an operator', async () => {
    const findings = await found(bundleWith({'expr.$': '.a {{$.operator}} .b'}));
    expectOnly(findings, {rule: INJECTION});
  });

  test('that is a path as a whole is no program', async () => {
    expectClean(await found(bundleWith({'expr.$': '$.program'})));
  });
});

test('jq is asked once about equal programs, and not at all when there are none', async () => {
  const asked: (readonly string[])[] = [];
  const sound = async (programs: readonly string[]): Promise<JqVerdict[]> => {
    asked.push(programs);
    return Promise.resolve(programs.map(() => ({kind: 'sound'})));
  };
  await found(bundleWith(), sound);
  expect(asked).toEqual([]);
  await found(bundleWith({expr: '.a'}, {expr: '.b'}, {expr: '.a'}), sound);
  expect(asked).toEqual([['.a', '.b']]);
});

test('the scan never throws, and its strings lie within the program', () => {
  const piece = fc.constantFrom(
    '"',
    '\\(',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '#',
    '\n',
    '\\',
    ' ',
    'a',
    '.',
    '\r'
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const {fault, strings} = scanJq(text);
        if (fault !== null) expect(fault.offset).toBeLessThan(text.length);
        for (const [start, end] of strings) expect(start <= end && end <= text.length).toBe(true);
      }
    )
  );
});
