import {describe, expect, test} from '@jest/globals';
import {structure} from '../../src/rules/bundle/structure.js';
import {CHOICE_RULES} from '../../src/rules/choice/index.js';
import {FLOW_RULES} from '../../src/rules/flow/index.js';
import {STATE_RULES} from '../../src/rules/state/index.js';
import {OPERATORS, UNSUPPORTED_OPERATORS} from '../../src/flow/operators.js';
import {bundleOf, check, expectClean, expectOnly} from '../support/check.js';

const rules = [structure, ...FLOW_RULES, ...STATE_RULES, ...CHOICE_RULES];

const OPERANDS = {
  string: 'x',
  number: 1.5,
  boolean: false,
  timestamp: '2024-02-29T23:59:60.5+02:00',
  path: '$.b'
};
const isPresent = {Variable: '$.a', IsPresent: true};

/** The findings of a Choice with these rules. */
const choices = (Choices: unknown, rest: object = {Default: 'Done'}) =>
  check(bundleOf({A: {Type: 'Choice', Choices, ...rest}, Done: {Type: 'Succeed'}}), {rules});
/** The findings of a Choice with this one condition. */
const condition = (rule: object) => choices([{Next: 'Done', ...rule}]);

describe('good conditions', () => {
  test('there are 25 operators, seven of them with a path', () => {
    expect(OPERATORS.size).toBe(25);
    expect([...OPERATORS.values()].filter((operand) => operand === 'path')).toHaveLength(7);
  });

  test.each([...OPERATORS])('%s takes a %s', async (name, operand) => {
    expectClean(await condition({Variable: '$.a', [name]: OPERANDS[operand]}));
  });

  test('And, Or and Not, one in another', async () => {
    const inner = {Or: [isPresent, {Not: {And: [isPresent, {Variable: '$', IsNull: false}]}}]};
    expectClean(await condition({And: [inner, {Not: {And: [inner, isPresent]}}], Comment: 'x'}));
  });
});

describe('Choices', () => {
  test('an empty list', async () => {
    expectOnly(await choices([]), {rule: 'choice/choices', severity: 'error', at: '[]'});
  });

  test.each([['x'], [null], [[]]])('a rule that is %j', async (rule) => {
    expectOnly(await choices([rule]), {rule: 'choice/choices', message: 'must be an object'});
  });

  test('no Default', async () => {
    expectOnly(await choices([{...isPresent, Next: 'Done'}], {}), {
      rule: 'choice/no-default',
      severity: 'warning',
      at: '"A"'
    });
  });

  test('no Default is needed where one rule is always true', async () => {
    const absent = {Variable: '$.input.a', IsPresent: false, Next: 'Done'};
    expectClean(await choices([{...absent, IsPresent: true}, absent], {}));
    expectOnly(
      await choices(
        [
          {...absent, IsPresent: true},
          {...absent, Variable: '$.input.b'}
        ],
        {}
      ),
      {
        rule: 'choice/no-default'
      }
    );
  });

  test('nor where one rule is the Not of another one', async () => {
    const vip = {Variable: '$.input.vip', StringEquals: 'yes'};
    const both = {And: [vip, {Variable: '$.input.open', BooleanEquals: true}]};
    expectClean(
      await choices(
        [
          {...vip, Next: 'Done'},
          {Not: vip, Next: 'Done'}
        ],
        {}
      )
    );
    expectClean(
      await choices(
        [
          {Not: both, Next: 'Done'},
          {...both, Next: 'Done'}
        ],
        {}
      )
    );
    const other = {...vip, StringEquals: 'no'};
    expectOnly(
      await choices(
        [
          {...vip, Next: 'Done'},
          {Not: other, Next: 'Done'}
        ],
        {}
      ),
      {
        rule: 'choice/no-default'
      }
    );
  });
});

describe('Next', () => {
  test('a rule without it', async () => {
    expectOnly(await choices([isPresent]), {
      rule: 'choice/next',
      severity: 'error',
      at: '{',
      message: 'has no "Next"'
    });
  });

  test('one that is no string', async () => {
    expectOnly(await condition({...isPresent, Next: 7}), {rule: 'choice/next', at: '7'});
  });

  test.each([
    {Not: {...isPresent, Next: 'Done'}},
    {And: [{...isPresent, Next: 'Done'}]},
    {Or: [{Not: isPresent, Next: 'Done'}]}
  ])('in a nested condition: %j', async (rule) => {
    expectOnly(await condition(rule), {rule: 'choice/next', at: '"Next"', message: 'within And, Or or Not'});
  });
});

describe('one condition a rule', () => {
  test.each([
    [{}, 'this condition is empty'],
    [{Variable: '$.a'}, 'has no operator'],
    [{IsPresent: true}, 'has no "Variable"'],
    [{...isPresent, IsNull: true}, '"IsPresent" and "IsNull" together'],
    [{...isPresent, StringMatch: 'x'}, '"IsPresent" and "StringMatch" together'],
    [{And: [isPresent], Or: [isPresent]}, '"And" and "Or" together'],
    [{Not: isPresent, IsPresent: true}, '"Not" and "IsPresent" together'],
    [{Not: isPresent, Variable: '$.a'}, '"Variable" does nothing beside "Not"'],
    [{...isPresent, Variable: 7}, '"Variable" must be a string']
  ])('%j', async (rule, message) => {
    const findings = (await condition(rule)).filter(({rule: id}) => id !== 'choice/operator');
    expectOnly(findings, {rule: 'choice/condition', severity: 'error', message});
  });

  test.each([
    [{And: []}, '"And" is empty'],
    [{Or: isPresent}, '"Or" must be a list'],
    [{Not: [isPresent]}, '"Not" must be one condition'],
    [{Not: 'x'}, '"Not" must be one condition'],
    [{And: [isPresent, 'x']}, 'within "And" must be an object']
  ])('%j', async (rule, message) => {
    expectOnly(await condition(rule), {rule: 'choice/nesting', severity: 'error', message});
  });

  test('a fault deep within', async () => {
    expectOnly(await condition({And: [{Not: {Or: [{Variable: '$.a'}]}}]}), {
      rule: 'choice/condition',
      at: '{'
    });
  });
});

describe('operators', () => {
  test('StringMatches is named, with the words of the registry', async () => {
    expectOnly(await condition({Variable: '$.a', StringMatches: '*x*'}), {
      rule: 'choice/operator',
      severity: 'error',
      at: '"StringMatches"',
      message: 'ZIS does not support "StringMatches": the registry refuses the bundle with "And is required"',
      hint: 'Jq action'
    });
  });

  test.each([...UNSUPPORTED_OPERATORS.keys()])('%s is not supported', async (name) => {
    expectOnly(await condition({Variable: '$.a', [name]: true}), {rule: 'choice/operator', at: `"${name}"`});
  });

  test.each([
    ['StringEqual', 'Did you mean "StringEquals"?'],
    ['numericEquals', 'Did you mean "NumericEquals"?'],
    ['isPresent', 'Did you mean "IsPresent"?'],
    ['StringNotEquals', 'into "Not"'],
    ['IsNotNull', '"IsNull": false'],
    ['StringContains', 'Jq action'],
    ['Colour', 'There are StringEquals']
  ])('%s', async (name, hint) => {
    expectOnly(await condition({Variable: '$.a', [name]: 'x'}), {
      rule: 'choice/operator',
      at: `"${name}"`,
      hint
    });
  });

  test('a key that is no operator beside one that is', async () => {
    expectOnly(await condition({...isPresent, Colour: 'x'}), {rule: 'flow/unknown-key', at: '"Colour"'});
  });
});

describe('operands', () => {
  test.each([
    ['StringEquals', 5, 'takes a string', 'Write it in quotes'],
    ['StringEquals', true, 'takes a string', 'Use "BooleanEquals".'],
    ['StringLessThan', null, 'takes a string', '"IsNull": true'],
    ['NumericEquals', '1', 'takes a number', 'Write 1 without quotes.'],
    ['NumericEquals', '$.limit', 'takes a number', 'use "NumericEqualsPath"'],
    ['NumericGreaterThan', [1], 'takes a number', ''],
    ['BooleanEquals', 'true', 'takes true or false', 'Write true without quotes.'],
    ['IsPresent', 1, 'takes true or false', ''],
    ['IsNull', 'no', 'takes true or false', ''],
    ['StringEqualsPath', 5, 'takes a path', 'without "Path"'],
    ['TimestampEquals', '2024-01-01', 'RFC 3339', ''],
    ['TimestampEquals', '2023-02-29T00:00:00Z', 'RFC 3339', ''],
    ['TimestampEquals', '2024-01-01t00:00:00z', 'RFC 3339', ''],
    ['TimestampLessThan', '2024-01-01T24:00:00Z', 'RFC 3339', ''],
    ['TimestampLessThan', 1700000000, 'RFC 3339', '']
  ])('%s: %j', async (name, value, message, hint) => {
    expectOnly(await condition({Variable: '$.a', [name]: value}), {
      rule: 'choice/operand',
      severity: 'error',
      message: `"${name}" ${message.startsWith('takes') ? message : 'takes a time as RFC 3339'}`,
      hint
    });
  });
});

describe('paths in place of texts', () => {
  test.each([
    ['StringEquals', '$.b', 'use "StringEqualsPath"'],
    ['StringLessThan', '$.b', 'Jq action'],
    ['StringEquals', '{{$.b}}', 'use "StringEqualsPath"']
  ])('%s: %s', async (name, value, hint) => {
    expectOnly(await condition({Variable: '$.a', [name]: value}), {
      rule: 'choice/literal-path',
      severity: 'warning',
      at: `"${value}"`,
      hint
    });
  });

  test('a text that begins with a dollar sign is a text', async () => {
    expectClean(await condition({Variable: '$.a', StringEquals: '$5.00'}));
  });
});

describe('rules that never decide', () => {
  const compare = (operator: string, value: unknown, Variable = '$.a') => ({Variable, [operator]: value});
  const hides = (earlier: object, later: object) =>
    choices([
      {...earlier, Next: 'Done'},
      {...later, Next: 'Done'}
    ]);
  const B = compare('StringEquals', 'x', '$.b');

  test.each([
    [compare('StringEquals', 'x'), compare('StringEquals', 'x')],
    [{And: [compare('IsNull', true), B]}, {And: [B, compare('IsNull', true)]}],
    [{Not: B}, {Not: B}]
  ])('%j again', async (earlier, later) => {
    expectOnly(await hides(earlier, later), {
      rule: 'choice/never-reached',
      severity: 'warning',
      message: 'this rule has the condition of the one on line'
    });
  });

  test.each([
    [compare('NumericGreaterThan', 5), compare('NumericGreaterThan', 50)],
    [compare('NumericGreaterThan', 5), compare('NumericEquals', 6)],
    [compare('NumericLessThanEquals', 5), compare('NumericLessThan', 5)],
    [compare('StringLessThan', 'm'), compare('StringEquals', 'a')],
    [
      compare('TimestampGreaterThan', '2024-01-01T00:00:00Z'),
      compare('TimestampGreaterThan', '2024-01-01T00:00:00-01:00')
    ],
    [B, {And: [compare('IsNull', true), B]}],
    [{Or: [compare('IsNull', true), B]}, B],
    [{Not: {And: [B, compare('IsNull', true)]}}, {Not: B}]
  ])('%j hides %j', async (earlier, later) => {
    expectOnly(await hides(earlier, later), {rule: 'choice/never-reached', message: 'never decides'});
  });

  test.each([
    [compare('NumericGreaterThan', 50), compare('NumericGreaterThan', 5)],
    [compare('NumericLessThan', 5), compare('NumericLessThanEquals', 5)],
    [compare('NumericLessThan', 5), compare('NumericGreaterThan', 7)],
    [compare('NumericGreaterThan', 5), compare('NumericEquals', 5)],
    [compare('StringEquals', 'x'), compare('StringEquals', 'x', '$.b')],
    [compare('StringEquals', '1'), compare('NumericEquals', 1)],
    [compare('IsPresent', true), compare('IsPresent', false)],
    [{And: [compare('IsNull', true), B]}, B],
    [B, {Or: [compare('IsNull', true), B]}],
    [{Not: B}, B],
    [{Not: B}, {Not: {And: [B, compare('IsNull', true)]}}]
  ])('%j does not hide %j', async (earlier, later) => {
    expectClean(await hides(earlier, later));
  });

  test('one hidden rule of several is found, with the line of the one that hides it', async () => {
    const lines = [compare('NumericLessThan', 9), B, compare('NumericLessThan', 3)];
    const findings = await choices(lines.map((each) => ({...each, Next: 'Done'})));
    expectOnly(findings, {rule: 'choice/never-reached', message: 'so is the one on line 17'});
  });

  test('conditions that would take very long to compare are given up', async () => {
    const deep = (depth: number): object =>
      depth === 0 ? B : {And: Array.from({length: 2}, () => ({Or: [deep(depth - 1), B]}))};
    const started = performance.now();
    await choices(
      Array.from({length: 20}, (_, index) => ({
        And: [deep(5), compare('NumericEquals', index)],
        Next: 'Done'
      }))
    );
    await choices(
      Array.from({length: 5000}, (_, index) => ({...compare('NumericEquals', index), Next: 'Done'}))
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
