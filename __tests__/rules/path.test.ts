import {describe, test} from '@jest/globals';
import {PATH_RULES} from '../../src/rules/path/index.js';
import {actionOf, bundleOf, check, expectClean, expectOnly} from '../support/check.js';

type Json = Record<string, unknown>;

/** What the path rules find in a flow whose one action has these parameters. */
async function withParameters(parameters: Json) {
  const load = {Type: 'Action', ActionName: 'zis:acme:action:a', Parameters: parameters, ResultPath: '$.a'};
  return check(bundleOf({Load: {...load, Next: 'Done'}, Done: {Type: 'Succeed'}}), {rules: PATH_RULES});
}

async function withAction(definition: Json) {
  const bundle = bundleOf({Done: {Type: 'Succeed'}}, {resources: {a: actionOf('a', definition)}});
  return check(bundle, {rules: PATH_RULES});
}

async function withStates(states: Json) {
  return check(bundleOf(states), {rules: PATH_RULES});
}

describe('a placeholder without a dollar sign', () => {
  const load = {Type: 'Action', ActionName: 'zis:acme:action:a', ResultPath: '$.ticket', Next: 'Done'};
  const says = (Message: string) => withStates({Load: load, Done: {Type: 'Succeed', Message}});

  test('is reported where the flow keeps data under its name', async () => {
    expectOnly(await says('Ticket {{ticket.subject}} is done'), {
      rule: 'path/placeholder',
      at: '{{ticket.subject}}',
      hint: 'Write "{{$.ticket.subject}}".'
    });
  });

  test("is Zendesk's where it does not", async () => {
    expectClean(await withStates({Done: {Type: 'Succeed', Message: 'Ticket {{ticket.subject}} is done'}}));
  });

  test('is reported in an action that is passed its name', async () => {
    const call = {...load, Parameters: {'ticket.$': '$.input.ticket'}};
    const a = actionOf('a', {method: 'POST', requestBody: {text: '{{ticket.subject}}'}});
    const states = {Load: call, Done: {Type: 'Succeed'}};
    expectOnly(await check(bundleOf(states, {resources: {a}}), {rules: PATH_RULES}), {
      rule: 'path/placeholder'
    });
    const passed = {...states, Load: {...call, Parameters: {'order.$': '$.input.order'}}};
    expectClean(await check(bundleOf(passed, {resources: {a}}), {rules: PATH_RULES}));
  });
});

describe('a key that ends in .$', () => {
  test('takes a path, or a text with placeholders, at any depth', async () => {
    expectClean(
      await withParameters({
        'id.$': '$.input.id',
        'all.$': '$',
        'text.$': 'Ticket {{$.input.id}}, {{$.subdomain}}',
        nested: {list: [{'id.$': '$.input.tags[0]'}]},
        literal: 'costs $5, or $.50 per unit'
      })
    );
  });

  test.each<[unknown, RegExp, RegExp]>([
    [5, /not a string/, /Name the key "x"/],
    [{a: 1}, /not a string/, /Name the key "x"/],
    ['open', /neither a path nor a placeholder/, /Name the key "x"/],
    ['', /neither a path/, /Name the key/],
    ['Ticket $.input.id', /neither a path/, /\{\{\$\.path\}\}/],
    [' $.input.id', /neither a path/, /space/],
    ['input.ticket.id', /neither a path/, /write "\$\.input\.ticket\.id"/],
    ['tags[0]', /neither a path/, /write "\$\.tags\[0\]"/],
    ['No. 5', /neither a path/, /Name the key "x"/],
    ["'/tickets/' + $.input.id", /puts no texts together/, /Write "\/tickets\/\{\{\$\.input\.id\}\}"/]
  ])('does not take %j', async (value, message, hint) => {
    expectOnly(await withParameters({'x.$': value}), {
      rule: 'path/dynamic-value',
      severity: 'error',
      line: '"x.$"',
      message,
      hint
    });
  });

  test('does not stand beside the same key without', async () => {
    expectOnly(await withParameters({x: 'a', 'x.$': '$.input.a'}), {
      rule: 'path/both-forms',
      at: '"x.$"',
      message: '"x" and "x.$"'
    });
  });
});

describe('a path', () => {
  test.each([
    ['$.input.', '.'],
    ['$.input[', '['],
    ['$input.id', 'i']
  ])('%s cannot be read', async (path, at) => {
    expectOnly(await withParameters({'x.$': path}), {rule: 'path/syntax', severity: 'error', at});
  });

  test('is found in a placeholder, at its place in the text', async () => {
    expectOnly(await withParameters({'x.$': 'é "{{$.input.a[}}"'}), {rule: 'path/syntax', at: '['});
  });

  test('is found in a text with needless escapes, at the text', async () => {
    const text = JSON.stringify(
      bundleOf({Done: {Type: 'Fail', Error: 'E', Cause: 'X {{$.input.}}'}}),
      null,
      2
    ).replace('"X ', String.raw`"\u0058 `);
    expectOnly(await check(text, {rules: PATH_RULES}), {
      rule: 'path/syntax',
      at: String.raw`"\u0058 {{$.input.}}"`
    });
  });

  test.each(['$..id', '$.a[*]', '$.a[?(@.b == 1)]', '$.a[0:2]', '$$.Execution', 'States.Format(1)'])(
    '%s is more than ZIS documents',
    async (path) => {
      expectOnly(await withParameters({'x.$': path}), {rule: 'path/unsupported', severity: 'warning'});
    }
  );

  test('that is closed and never opened', async () => {
    const states = {Done: {Type: 'Succeed', Message: 'Created $.input.id}}'}};
    expectOnly(await check(bundleOf(states), {rules: PATH_RULES}), {
      rule: 'path/syntax',
      at: '$.input.id}}',
      message: 'does not begin with `{{`'
    });
  });

  test.each(['{{$.input.id}', '{{$.input.id', '{$.input.id}}', '{$.input.id}'])(
    '%s has unbalanced braces',
    async (text) => {
      expectOnly(await withParameters({'x.$': `no ${text} or {{$.input.a}}`}), {
        rule: 'path/syntax',
        at: text,
        hint: '{{$.path}}'
      });
    }
  );

  test('is what ResultPath, ItemsPath, SecondsPath and Variable hold', async () => {
    const states = {
      A: {Type: 'Pass', Result: 1, ResultPath: 'a', Next: 'B'},
      B: {Type: 'Wait', SecondsPath: '{{$.a}}', Next: 'C'},
      C: {Type: 'Choice', Choices: [{Not: {Variable: 'input.a', IsNull: true}, Next: 'D'}], Default: 'D'},
      D: {Type: 'Succeed'}
    };
    const findings = await withStates(states);
    const rule = 'path/reference-path';
    const places = findings.map((finding) => [finding.rule, finding.at, finding.hint]);
    expectOnly(findings.slice(0, 1), {rule, at: '"a"', hint: 'Did you mean "$.a"?'});
    expectOnly(findings.slice(1, 2), {rule, at: '"{{$.a}}"', hint: 'without braces'});
    expectOnly(findings.slice(2), {rule, at: '"input.a"', hint: '"$.input.a"'});
    if (places.length !== 3) throw new Error(JSON.stringify(places));
  });

  test('of a result names no index', async () => {
    const states = {A: {Type: 'Pass', Result: 1, ResultPath: '$.a[0]', Next: 'B'}, B: {Type: 'Succeed'}};
    expectOnly(await withStates(states), {rule: 'path/unsupported', at: '"$.a[0]"', hint: '$.result'});
  });

  test('of a result with a wildcard is not to be computed by jq', async () => {
    const states = {A: {Type: 'Pass', Result: 1, ResultPath: '$.a[*]', Next: 'B'}, B: {Type: 'Succeed'}};
    expectOnly(await withStates(states), {rule: 'path/unsupported', hint: 'Put it into a member of its own'});
  });
});

describe('a placeholder without a path', () => {
  test.each([
    ['{{.input.id}}', '"{{.input.id}}" holds no path', 'Write "{{$.input.id}}".'],
    ['{{}}', 'this placeholder is empty', '{{$.path}}'],
    ['{{ }}', 'this placeholder is empty', '{{$.path}}'],
    ['{{ticket id}}', '"{{ticket id}}" holds no path', '{{$.path}}']
  ])('%s is taken for one', async (text, message, hint) => {
    const expected = {rule: 'path/placeholder', severity: 'warning', at: text, message, hint} as const;
    expectOnly(await withParameters({'x.$': `no ${text} or {{$.input.a}}`}), expected);
    expectOnly(await withParameters({'x.$': `no ${text}`}), expected);
    const states = {Done: {Type: 'Succeed', Message: `no ${text}`}};
    expectOnly(await check(bundleOf(states), {rules: PATH_RULES}), expected);
  });

  test.each(['{{#if vip}}', '{{name | upcase}}', '{{/if}}', '{"a": {"b": 1}}', '{ x }'])(
    '%s is for others to fill in',
    async (text) => {
      const states = {Done: {Type: 'Succeed', Message: `Yes: ${text}`}};
      expectClean(await check(bundleOf(states), {rules: PATH_RULES}));
    }
  );

  test('is none in a jq program', async () => {
    const Jq = {
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters: {expr: '"{{}}" + {a: {b: .c}}', 'data.$': '$'},
      End: true
    };
    expectClean(await check(bundleOf({Jq}), {rules: PATH_RULES}));
  });
});

test('a price is no path', async () => {
  expectClean(await withParameters({price: '$.99', total: '$5.00'}));
});

test('a placeholder in a jq program is not to be made a dynamic one', async () => {
  const Parameters = {expr: '.items[] | select(.id == "{{$.input.id}}")', 'data.$': '$'};
  const Jq = {Type: 'Action', ActionName: 'zis:common:transform:Jq', Parameters, End: true};
  expectOnly(await check(bundleOf({Jq}), {rules: PATH_RULES}), {
    rule: 'path/literal',
    hint: 'Give the value in "data"'
  });
});

describe('a path into the event without $', () => {
  test('is text, and is told its key and its path', async () => {
    expectOnly(await withParameters({id: 'input.ticket_event.ticket.id'}), {
      rule: 'path/forgotten-dollar',
      at: '"input.ticket_event.ticket.id"',
      hint: 'Name the key "id.$", and write "$.input.ticket_event.ticket.id".'
    });
  });

  test('in a list has no key to name', async () => {
    expectOnly(await withParameters({ids: ['input.ticket_event.ticket.id']}), {
      rule: 'path/forgotten-dollar',
      hint: 'Write "$.input.ticket_event.ticket.id" under a key that ends in .$.'
    });
  });

  test.each([
    'input',
    'input.',
    'input.id',
    'input.one two.three',
    'my input.a.b',
    'ticket.TicketCreated',
    'input.v1.2'
  ])('%s is a text like others', async (text) => {
    expectClean(await withParameters({x: text}));
  });
});

describe('where ZIS takes the text as it is', () => {
  test.each([
    ['$.input.id', '"$.input.id"'],
    ['Ticket {{$.input.id}}', '{{$.input.id}}']
  ])('%s stands in vain', async (value, at) => {
    expectOnly(await withParameters({x: value}), {rule: 'path/literal', at, hint: 'Name the key "x.$"'});
  });

  test('a path in the body of a request stands in vain, a placeholder does not', async () => {
    expectOnly(await withAction({method: 'POST', requestBody: {a: '{{$.a}}', b: {c: '$.c'}}}), {
      rule: 'path/literal',
      at: '"$.c"',
      hint: '"{{$.c}}"'
    });
  });

  test('Message, Error and Cause take both', async () => {
    expectClean(
      await withStates({A: {Type: 'Fail', Error: '$.input.error', Cause: 'because {{$.input.a}}'}})
    );
  });
});
