import {describe, test} from '@jest/globals';
import {structure} from '../../src/rules/bundle/structure.js';
import {CATCH_RULES} from '../../src/rules/catch/index.js';
import {DATA_RULES} from '../../src/rules/data/index.js';
import {FLOW_RULES} from '../../src/rules/flow/index.js';
import {STATE_RULES} from '../../src/rules/state/index.js';
import {bundleOf, check, expectClean, expectOnly} from '../support/check.js';

const rules = [structure, ...FLOW_RULES, ...STATE_RULES, ...CATCH_RULES, ...DATA_RULES];

const CATCHER = {ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Report'};
const PASS = {Type: 'Pass', Next: 'Done'};

/** The findings of an Action that catches errors like this and goes to `Report` after them. */
const catching = (Catch: unknown, report: object = PASS) => {
  const action = {
    Type: 'Action',
    ActionName: 'zis:common:action:LoadConfig',
    ResultPath: '$.settings',
    Catch,
    Next: 'Done'
  };
  return check(bundleOf({Load: action, Report: report, Done: {Type: 'Succeed'}}), {rules});
};

test('a good catcher', async () => {
  expectClean(await catching([CATCHER]));
});

test('a Map catches, too', async () => {
  const Iterator = {StartAt: 'Note', States: {Note: {Type: 'Succeed'}}};
  const each = {
    Type: 'Map',
    ItemsPath: '$.input.list',
    Iterator,
    ResultPath: '$.each',
    Catch: [CATCHER],
    Next: 'Done'
  };
  expectClean(await check(bundleOf({Each: each, Report: PASS, Done: {Type: 'Succeed'}}), {rules}));
});

describe('faulty catchers', () => {
  test.each([['States.ALL'], [7], [null]])('%j in place of one', async (catcher) => {
    const findings = (await catching([catcher, CATCHER])).filter(({rule}) => rule !== 'catch/one-catcher');
    expectOnly(findings, {rule: 'catch/catcher', severity: 'error', message: 'must be an object'});
  });

  test('without Next', async () => {
    expectOnly(await catching([{...CATCHER, Next: undefined}]), {
      rule: 'catch/catcher',
      at: '{',
      message: 'has no "Next"'
    });
  });

  test('with a Next that is no string', async () => {
    expectOnly(await catching([{...CATCHER, Next: true}]), {rule: 'catch/catcher', at: 'true'});
  });

  test('with a ResultPath that is no string', async () => {
    expectOnly(await catching([{...CATCHER, ResultPath: 7}]), {rule: 'catch/catcher', at: '7'});
  });
});

describe('ErrorEquals', () => {
  test('missing', async () => {
    expectOnly(await catching([{...CATCHER, ErrorEquals: undefined}]), {
      rule: 'catch/error-equals',
      severity: 'error',
      at: '{'
    });
  });

  test.each([
    ['States.ALL', '"States.ALL"'],
    [[], '[]'],
    [{}, '{}']
  ])('%j', async (ErrorEquals, at) => {
    expectOnly(await catching([{...CATCHER, ErrorEquals}]), {rule: 'catch/error-equals', at});
  });

  test.each([
    [['States.Timeout'], '"States.Timeout"'],
    [['States.ALL', 'States.all'], '"States.all"'],
    [[7], '7']
  ])('%j', async (ErrorEquals, at) => {
    expectOnly(await catching([{...CATCHER, ErrorEquals}]), {
      rule: 'catch/error-equals',
      at,
      message: 'knows only "States.ALL"'
    });
  });
});

test('a second catcher, and a third, are one finding', async () => {
  expectOnly(await catching([CATCHER, CATCHER, CATCHER]), {
    rule: 'catch/one-catcher',
    severity: 'warning',
    at: '{'
  });
});

describe('a catcher without ResultPath', () => {
  const bare = {...CATCHER, ResultPath: undefined};

  test('loses all data', async () => {
    expectOnly(await catching([bare]), {rule: 'catch/result-path', severity: 'warning', at: '{'});
  });

  test('says only what is read later, where that is known', async () => {
    const report = {Type: 'Pass', Result: {'id.$': '$.input.id'}, ResultPath: '$.report', Next: 'Done'};
    expectOnly(await catching([bare], report), {rule: 'data/lost', message: '"$.input.id"'});
  });

  test.each([
    {Type: 'Fail', Error: 'Failed', Cause: '$.Cause'},
    {Type: 'Succeed', Message: 'Nothing was loaded'}
  ])('is fine before %j', async (report) => {
    expectClean(await catching([bare], report));
  });

  test('is missed by a Fail that reads the error, and that is one fault', async () => {
    const report = {Type: 'Fail', Error: 'Failed', Cause: '{{$.error.Cause}}'};
    expectOnly(await catching([bare], report), {rule: 'catch/result-path', hint: '"$.error"'});
  });
});

test('a Catch that is no list is one fault, though its state is reached no more', async () => {
  expectOnly(await catching(CATCHER, {Type: 'Fail', Error: 'Failed', Cause: 'No'}), {
    rule: 'state/property-type'
  });
});

describe('an event that is lost where jq fails', () => {
  const jq = (expr: string, more: object = {}) => ({
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': '$.input'},
    ResultPath: '$.made',
    ...more
  });
  const found = (states: Record<string, unknown>) => check(bundleOf(states), {rules});
  const done = {Done: {Type: 'Succeed'}};

  test.each([
    ['.amount | tonumber', '"tonumber" is given no text that is a number'],
    ['.subject | ascii_downcase', '"ascii_downcase" is given no text'],
    ['[.lines[] | .id]', '".[]" is given no list or an object'],
    ['.lines | map(.id)', '"map" is given no list or an object'],
    ['.note | fromjson', '"fromjson" is given no text that is JSON'],
    ['error("no order")', '"error" ends it']
  ])('%s', async (expr, words) => {
    expectOnly(await found({Make: jq(expr, {Next: 'Done'}), ...done}), {
      rule: 'catch/lost-event',
      severity: 'info',
      at: JSON.stringify(expr),
      message: words
    });
  });

  test.each([
    '(.amount | tonumber)? // 0',
    '.lines[]?',
    'try (.amount | tonumber) catch 0',
    'if .amount then (.amount | tonumber) else 0 end',
    '.id | tostring | ascii_downcase',
    '[.a, .b] | map(. + 1)',
    '{test: .a, "map": .b}',
    '.test + "tonumber"',
    '[]'
  ])('%s provides for it, or does not fail', async (expr) => {
    expectClean(await found({Make: jq(expr, {Next: 'Done'}), ...done}));
  });

  test('one finding a flow, and none where an error is caught', async () => {
    const three = {Make: jq('.a | tonumber', {Next: 'Two'}), Two: jq('.b | tonumber', {Next: 'Three'})};
    expectOnly(await found({...three, Three: jq('.c | tonumber', {Next: 'Done'}), ...done}), {
      rule: 'catch/lost-event',
      message: '(2 more programs of this flow could, too)'
    });
    const Catch = [{...CATCHER, Next: 'Done'}];
    expectClean(await found({Make: jq('.a | tonumber', {Next: 'Done', Catch}), ...done}));
    const item = {...jq('.a | tonumber', {End: true}), Parameters: {expr: '.a | tonumber', 'data.$': '$'}};
    const inner = {StartAt: 'Make', States: {Make: item}};
    const each = {
      Type: 'Map',
      ItemsPath: '$.input.list',
      Iterator: inner,
      ResultPath: '$.each',
      Next: 'Done'
    };
    expectClean(await found({Each: {...each, Catch}, ...done}));
    expectOnly(await found({Each: each, ...done}), {rule: 'catch/lost-event'});
  });
});
