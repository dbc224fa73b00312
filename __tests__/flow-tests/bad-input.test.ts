import {describe, expect, test} from '@jest/globals';
import {bundleWith, errorsOf, runTree} from './support.js';

const POST = {
  method: 'POST',
  url: 'https://shop.example.com/api',
  connectionName: 'shop',
  requestBody: {a: '{{$.a}}'}
};
const BUNDLE = bundleWith(
  {
    Post: {
      Type: 'Action',
      ActionName: 'zis:acme:action:post_order',
      Parameters: {a: 1},
      ResultPath: '$.posted',
      Next: 'Each line'
    },
    'Each line': {
      Type: 'Map',
      ItemsPath: '$.posted.lines',
      Iterator: {StartAt: 'Inner', States: {Inner: {Type: 'Pass', End: true}}},
      ResultPath: '$.done',
      End: true
    }
  },
  {post_order: POST}
);
const file = (text: string) => ({'zis/b.json': BUNDLE, 'zis-tests/b.test.yaml': text});
const oneCase = (text: string) => file(`flow: f\ncases:\n  - name: x\n${text.replace(/^/gm, '    ')}\n`);

describe('a test file', () => {
  test.each([
    ['', '1: the file is empty'],
    ['- a\n', '1: a test file is an object (This is a list.)'],
    ['flow: f\n', '1: a test file has cases (Add cases: with a list of them.)'],
    ['cases: []\n', '1: a test file names the flow that it tests (Add flow: NAME.)'],
    ['flow: f\nflows: g\ncases: []\n', '2: a test file has no "flows" (Did you mean "flow"?)'],
    ['flow: g\ncases: []\n', '1: no bundle has a flow "g" (Did you mean "f"?)'],
    ['flow: greeting\ncases: []\n', '1: no bundle has a flow "greeting" (The bundles have "f".)'],
    [
      'flow: f\nbundle: zis/c.json\ncases: []\n',
      '2: there is no bundle file "zis/c.json" (Did you mean "zis/b.json"?)'
    ],
    ['flow: g\nbundle: zis/b.json\ncases: []\n', '1: zis/b.json has no flow "g" (Did you mean "f"?)'],
    ['flow: f\ncases: {}\n', '2: cases is a list (This is an object.)'],
    ['flow: f\ncases:\n  - {}\n', '3: a case has a name (Add name: with what the case is about.)'],
    ['flow: f\ncases:\n  - name: x\n    evnt: 1\n', '4: a case has no "evnt" (Did you mean "event"?)'],
    ['flow: f\ndefaults: {name: x}\ncases: []\n', '2: defaults has no "name" (It has'],
    ['flow: f\ncases:\n  - name: a\n  - name: a\n', '4: another case has the name "a"'],
    ['flow: f\ncases:\n  - name: x\n    each: []\n', '4: each has no rows'],
    ['flow: f\ncases:\n  - name: x\n    each: [{}]\n', '4: a row has at least one column'],
    ['flow: f\ncases:\n  - name: x\n    each: [1]\n', '4: a row is an object of columns (This is a number.)'],
    [
      'flow: f\ncases:\n  - name: x{a}\n    each: [{a: 1, b: 2},\n      {a: 2}]\n',
      '5: this row has no column "b", which others have'
    ],
    ['flow: f\n\tcases: []\n', '2: Tabs are not allowed as indentation (Indent with spaces.)'],
    ['{"flow": "f", "cases": [}', '1: '],
    [
      'a0: &a0 [1, 1]\n' +
        Array.from({length: 17}, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n'),
      'the file stands for more than 100000 values'
    ]
  ])('with a fault says where and what: %j', async (text, message) => {
    const errors = await errorsOf(file(text));
    expect(errors.find((error) => error.includes(message)) ?? errors.join('\n')).toContain(message);
  });

  test('whose flow is in two bundles has to say which', async () => {
    const other = {...BUNDLE, name: 'c'};
    const tree = {...file('flow: f\ncases:\n  - name: x\n'), 'zis/c.json': other};
    expect(await errorsOf(tree)).toEqual([
      '1: 2 bundles have a flow "f": "zis/b.json" and "zis/c.json" (Say which one is tested: bundle: zis/b.json)'
    ]);
    const said = await runTree({
      ...tree,
      'zis-tests/b.test.yaml':
        'bundle: ./zis/c.json\nflow: f\ncases:\n  - name: x\n    mocks: {post_order: {status: 200, body: {lines: [{}]}}}\n'
    });
    expect(said.cases).toMatchObject([{bundle: 'zis/c.json', status: 'passed'}]);
  });

  test('that is too large or not UTF-8 is not read', async () => {
    expect(await errorsOf(file(`flow: f # ${'x'.repeat(600_000)}`))).toEqual([
      '1: the file is larger than 512 KB (Split it.)'
    ]);
  });

  test('with faults does not keep others from being run', async () => {
    const {cases, errors} = await runTree({
      ...oneCase('mocks: {post_order: {status: 200, body: {lines: [{}]}}}'),
      'zis-tests/a.test.json': '{"flow": "nope", "cases": []}'
    });
    expect(errors.map(({file: path, line}) => [path, line])).toEqual([['zis-tests/a.test.json', 1]]);
    expect(cases).toMatchObject([{name: 'x', status: 'passed'}]);
  });

  test('whose rows make too much data is refused', async () => {
    const rows = Array.from({length: 400}, () => `{a: ${'y'.repeat(500)}}`).join(', ');
    const text = `flow: f\ncases:\n  - name: x\n    each: [${rows}]\n    with: {t: '${'{a}'.repeat(500)}'}\n`;
    expect((await errorsOf(file(text))).join('\n')).toContain('the cases make too much data');
  });
});

describe('a case', () => {
  test.each([
    [
      'event: ticket.TicketCreate',
      '4: there is no built-in sample "ticket.TicketCreate" (Did you mean "ticket.TicketCreated"?)'
    ],
    ['event: user.UserCreated', '4: there is no built-in sample "user.UserCreated"'],
    ['event: {source: shop}', '4: an event has its data in input (Add input: {…}.)'],
    ['event: {file: ../../secret.json}', '4: ../../secret.json is outside the workspace'],
    ['event: {file: /etc/passwd}', '4: /etc/passwd is outside the workspace'],
    ['event: {file: none.json}', '4: there is no file zis-tests/none.json'],
    ['event: {file: broken.json}', '4: zis-tests/broken.json:2: '],
    ['event: {file: empty.json}', '4: empty.json has no input'],
    ['document: {}\nwith: {}', '5: with stands beside document'],
    ['document: 1', '4: document is an object (This is a number.)'],
    ['account: {subdomain: a.b}', '4: subdomain is the part of the address before .zendesk.com'],
    ['account: {id: 1}', '4: account has no "id"'],
    ['configs: {a: 1}', '4: the config "a" is an object (This is a number.)'],
    ['connections: x', '4: connections is a list (This is a text.)'],
    ['mocks: {post: {status: 200}}', '4: the bundle has no action "post" (Did you mean "post_order"?)'],
    [
      'mocks: {"zis:acme:action:post_order": {status: 200}}',
      'A custom action is named by its name alone: "post_order".'
    ],
    ['mocks: {post_order: {}}', '4: a mock says what comes back'],
    ['mocks: {post_order: []}', '4: a mock needs at least one outcome'],
    ['mocks: {post_order: {status: 200, result: 1}}', '4: a mock has only one of status and result'],
    ['mocks: {post_order: {status: 99}}', '4: status is a whole number from 100 to 599 (This is 99.)'],
    ['mocks: {post_order: {status: 200, body: 1, text: a}}', '4: an answer has a body or a text'],
    ['mocks: {post_order: {result: 1, body: 2}}', '4: body goes with status'],
    ['mocks: {post_order: {staus: 200}}', '4: the outcome of a mock has no "staus" (Did you mean "status"?)'],
    [
      'mocks: {post_order: {status: 200, when: {parameter: {}}}}',
      '4: when has no "parameter" (Did you mean "parameters"?)'
    ],
    ['mocks: {post_order: {error: {Code: x}}}', '4: an error has no "Code"'],
    [
      'mocks: {"zis:common:action:LoadConfig": {status: 200}}',
      '4: this action sends no HTTP request (Give result or error.)'
    ],
    [
      'unknowns: {map.emtpy: list}',
      '4: there is no undocumented point "map.emtpy" (Did you mean "map.empty"?)'
    ],
    [
      'unknowns: {map.empty: lst}',
      '4: "map.empty" can be answered with "list" or "null" (Did you mean "list"?)'
    ],
    ['unknowns: strikt', '4: unknowns is an object of answers, or "strict" (Did you mean "strict"?)'],
    ['expect: {ends: 1}', '4: expect has no "ends" (Did you mean "end"?)'],
    ['expect: {end: {status: succeded}}', '4: status is "succeeded" or "failed" (Did you mean "succeeded"?)'],
    ['expect: {end: {state: Pots}}', '4: the flow has no state "Pots" (Did you mean "Post"?)'],
    ['expect: {end: {state: Inner}}', '4: the flow has no state "Inner" (It is in the Iterator of a Map'],
    ['expect: {passes: [Iner]}', '4: the flow has no state "Iner" (Did you mean "Inner"?)'],
    ['expect: {path: Post}', '4: path is a list (This is a text.)'],
    ['expect: {at: {Pos: {$.a: 1}}}', '4: the flow has no state "Pos" (Did you mean "Post"?)'],
    ['expect: {calls: [{acton: a}]}', '4: a call has no "acton" (Did you mean "action"?)'],
    ['expect: {calls: [{action: post}]}', '4: the bundle has no action "post" (Did you mean "post_order"?)'],
    [
      'expect: {calls: {count: {post_oder: 1}}}',
      '4: the bundle has no action "post_oder" (Did you mean "post_order"?)'
    ],
    ['expect: {calls: {count: {post_order: -1}}}', '4: a count is a whole number, 0 or more (This is -1.)'],
    ['expect: {calls: {order: subset}}', '4: order and list go together'],
    [
      'expect: {document: {input.id: 1}}',
      '4: "input.id" is no path (Paths begin with $, such as "$.input.id".)'
    ],
    ['expect: {document: {"$.a[*]": 1}}', '4: "$.a[*]" cannot be read: '],
    ['expect: {document: {$.a: {$mach: x}}}', '4: there is no matcher "$mach" (Did you mean "$match"?)'],
    ['expect: {document: {$.a: {$match: x, b: 1}}}', '4: "b" stands beside a matcher'],
    ['expect: {document: {$.a: {$match: x, $any: true}}}', '4: a matcher stands alone in its object'],
    ['expect: {document: {$.a: {$match: "("}}}', '4: this is no regular expression: Unterminated group'],
    ['expect: {document: {$.a: {$match: 1}}}', '4: $match takes a regular expression as a text'],
    [
      `expect: {document: {$.a: {$match: "${'a'.repeat(1001)}"}}}`,
      '4: this regular expression is longer than 1000 characters'
    ],
    [
      'expect: {document: {$.a: {$type: strin}}}',
      '4: $type takes "string", "number", "integer", "boolean", "null", "object" or "array" (Did you mean "string"?)'
    ],
    ['expect: {document: {$.a: {$present: 1}}}', '4: $present takes true or false'],
    ['expect: {document: {$.a: {$any: false}}}', '4: $any takes true'],
    ['expect: {slept: -1}', '4: slept is a number, 0 or more (This is -1.)'],
    ['expect: {covers: 80}', '4: covers is a number from 0 to 1 (This is 80.)'],
    ['expect: {snapshot: yes}', '4: snapshot is true or false']
  ])('with a fault says where and what: %s', async (text, message) => {
    const errors = await errorsOf({
      ...oneCase(text),
      'zis-tests/broken.json': '{\n"a" 1',
      'zis-tests/empty.json': '{"a": 1}'
    });
    expect(errors.join('\n')).toContain(message);
  });

  test('is warned of what it does not use', async () => {
    const {warnings, cases} = await runTree(
      file(
        'flow: f\ndefaults:\n  mocks:\n    post_order: [{status: 200, body: {lines: [{}]}}, {status: 500}]\ncases:\n' +
          '  - name: "{a}"\n    each: [{a: x, b: 1}, {a: y, b: 2}]\n    mocks:\n      zis:common:action:LoadConfig: {result: {}}\n'
      )
    );
    expect(cases.map(({status}) => status)).toEqual(['passed', 'passed']);
    expect(warnings.map(({line, message}) => [line, message])).toEqual([
      [4, 'no call was answered by this mock'],
      [7, 'the column "b" is not used'],
      [9, 'no call was answered by this mock']
    ]);
  });

  test('may have a mock for a call that it expects not to be made', async () => {
    const {warnings, cases} = await runTree(
      file(
        'flow: f\ncases:\n  - name: no config is read\n    mocks:\n      post_order: {status: 200, body: {lines: [{}]}}\n' +
          '      zis:common:action:LoadConfig: {result: {}}\n' +
          '    expect: {calls: {count: {zis:common:action:LoadConfig: 0}}}\n'
      )
    );
    expect([warnings, cases.map(({status}) => status)]).toEqual([[], ['passed']]);
  });
});
