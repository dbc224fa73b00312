import {describe, expect, test} from '@jest/globals';
import {readFileSync} from 'node:fs';
import type {Answer, Question} from '../../src/flow-tests/questions.js';
import {plainEngine} from '../support/flow-engine.js';
import {bundleWith, errorsOf, runCaseOf, runTree} from './support.js';

const GREET = readFileSync(new URL('../../examples/zis/greet-new-tickets.json', import.meta.url), 'utf8');

const POST = {
  method: 'POST',
  url: 'https://shop.example.com/api/{{$.id}}',
  headers: [{key: 'Content-Type', value: 'application/json'}],
  queryParams: [{key: 'q', value: '{{$.text}}'}],
  requestBody: {text: '{{$.text}}'},
  connectionName: 'shop'
};

const CALL = bundleWith(
  {
    Post: {
      Type: 'Action',
      ActionName: 'zis:acme:action:post',
      Parameters: {'id.$': '$.input.id', 'text.$': 'Order {{$.input.id}}'},
      ResultPath: '$.posted',
      Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Lost'}],
      Next: 'Is it there?'
    },
    'Is it there?': {
      Type: 'Choice',
      Choices: [{Variable: '$.posted.ok', BooleanEquals: true, Next: 'Done'}],
      Default: 'Wait'
    },
    Wait: {Type: 'Wait', Seconds: 1.5, Next: 'Post'},
    Lost: {Type: 'Fail', Error: 'Lost', Cause: 'Order {{$.input.id}}: {{$.error.Cause}}'},
    Done: {Type: 'Succeed', Message: 'Posted {{$.input.id}}'}
  },
  {post: POST}
);

describe('a case', () => {
  test('tells all of its run', async () => {
    const result = await runTree({
      'zis/greet.json': GREET,
      'zis-tests/greet.test.yaml': `
flow: greet
cases:
  - name: adds a note
    event: ticket.TicketCreated
    mocks:
      add_note: {status: 200, body: {ticket: {id: 4711}}}
    expect:
      end: {status: succeeded, state: Done, message: Noted}
      path: [Is it from a person?, Write the note, Add the note, Done]
      calls:
        - action: add_note
          parameters: {ticket_id: 4711, note: {$match: ^A new ticket}}
          request:
            method: PUT
            url: https://example.zendesk.com/api/v2/tickets/4711.json
            headers: {content-type: application/json}
            body: {ticket: {comment: {public: false, body: {$type: string}}}}
      document:
        $.added.ticket.id: 4711
        $.nothing: {$present: false}
      slept: 0
`
    });
    expect(result.errors).toEqual([]);
    expect(result.warnings).toEqual([]);
    const [only] = result.cases;
    expect(only?.failures).toEqual([]);
    expect(only).toMatchObject({
      file: 'zis-tests/greet.test.yaml',
      line: 4,
      name: 'adds a note',
      bundle: 'zis/greet.json',
      flow: 'greet',
      status: 'passed',
      end: {state: 'Done', status: 'succeeded', message: 'Noted', error: null},
      calls: [{action: 'add_note'}],
      slept: 0,
      unknowns: []
    });
    expect(result.coverage).toMatchObject({
      percent: 66.6,
      states: 4,
      statesTotal: 6,
      transitions: 3,
      transitionsTotal: 5
    });
    expect(result.coverage.flows[0]?.missed.map(({name}) => name)).toEqual([
      'The note was lost',
      'Nothing to do'
    ]);
  });

  test('answers calls in order, by their conditions, and repeats the last outcome', async () => {
    const {failures, path, calls, slept} = await runCaseOf(
      CALL,
      `
flow: f
cases:
  - name: comes in the end
    event: {source: shop, type: order, input: {id: 7}}
    mocks:
      post:
        - {when: {parameters: {id: 8}}, status: 500}
        - {status: 202, body: {ok: false}}
        - {status: 202, body: {ok: false}}
        - {when: {request: {body: {text: {$match: '7$'}}}}, status: 200, body: {ok: true}}
    expect:
      calls: {count: {post: 3}, order: subset, list: [{request: {url: 'https://shop.example.com/api/7?q=Order%207'}}]}
      slept: 3
      end: {message: Posted 7}
      passes: [Wait, Wait, Done]
      at: {Wait: {$.posted: {ok: false}}}
`
    );
    expect(failures).toEqual([]);
    expect(path).toEqual([
      'Post',
      'Is it there?',
      'Wait',
      'Post',
      'Is it there?',
      'Wait',
      'Post',
      'Is it there?',
      'Done'
    ]);
    expect(calls).toHaveLength(3);
    expect(slept).toBe(3);
  });

  test.each([
    ['whose request lacks a value', {id: 'order'}, {id: 'order'}, 'text'],
    ['whose parameters lack a value', {}, {}, 'id']
  ])('%s is one of its calls all the same, with what is known of it', async (_, input, parameters, lacks) => {
    const wants = bundleWith(
      {
        Post: {
          Type: 'Action',
          ActionName: 'zis:acme:action:post',
          Parameters: {'id.$': '$.input.id'},
          Next: 'Done'
        },
        Done: {Type: 'Succeed'}
      },
      {post: POST}
    );
    const {calls, end} = await runCaseOf(wants, {
      flow: 'f',
      cases: [
        {
          name: 'lacks a value',
          event: {source: 'shop', type: 'order', input},
          mocks: {post: {status: 200, body: {}}},
          expect: {
            end: {status: 'failed', state: 'Post'},
            calls: [{action: 'post', parameters: {$exact: parameters}}]
          }
        }
      ]
    });
    expect(calls).toEqual([{action: 'post', parameters, request: null}]);
    expect(end?.error?.Cause).toContain(lacks);
  });

  test('without a mock fails with one to paste', async () => {
    const {status, failures, end} = await runCaseOf(
      CALL,
      'flow: f\ncases:\n  - name: x\n    event: {input: {id: 7}}\n    expect: {calls: []}\n'
    );
    expect(status).toBe('failed');
    expect(end).toEqual({state: 'Post', status: 'failed', message: null, error: null});
    expect(failures).toMatchObject([
      {
        message: 'no mock answers the call of "post" at "Post"',
        paste: ['mocks:', '  post:', '    status: 200', '    body: {}'],
        line: 3,
        file: 'zis-tests/b.test.yaml'
      }
    ]);
    expect(failures[0]?.bundleLine).toBeGreaterThan(20);
  });

  test('passes without expectations when the flow succeeds, and only then', async () => {
    const test = (status: number) => `
flow: f
cases:
  - name: x
    event: {input: {id: 7}}
    mocks: {post: {status: ${status}, body: {ok: true}}}
`;
    expect((await runCaseOf(CALL, test(200))).status).toBe('passed');
    const {failures} = await runCaseOf(CALL, test(503));
    expect(failures).toMatchObject([
      {
        message: 'the flow failed at "Lost": Lost: Order 7: external action failed due to status code: 503',
        line: 4
      }
    ]);
  });
});

describe('an expectation that is not met', () => {
  const failuresOf = async (expected: string, status = 200): Promise<[string, number][]> => {
    const {failures} = await runCaseOf(
      CALL,
      `flow: f\ncases:\n  - name: x\n    event: {input: {id: 7}}\n    mocks: {post: {status: ${status}, body: {ok: true}}}\n    expect:\n${expected.replace(/^/gm, '      ')}\n`
    );
    return failures.map(({message, line}) => [message, line]);
  };

  test.each([
    ['end: {status: failed}', 'the flow succeeded at "Done"'],
    ['end: {state: Lost}', 'the flow ended at "Done", not at "Lost"'],
    ['end: {message: Posted 8}', 'the message is "Posted 7", and "Posted 8" was expected'],
    ['error: {Error: Lost}', 'the flow succeeded at "Done", and no error ended it'],
    ['path: [Post, Done]', 'state 2 of the path is "Is it there?", not "Done"'],
    ['path: [Post, Is it there?]', 'after "Is it there?" the path goes on to "Done"'],
    ['path: [Post, Is it there?, Done, Wait]', 'state 4 of the path is nothing, not "Wait"'],
    ['passes: [Wait]', 'the flow never entered "Wait"'],
    ['passes: [Done, Post]', 'the flow entered "Post" only before "Done"'],
    ['calls: []', 'call 1 is of "post", and no more calls were expected'],
    ['calls: [{action: post}, {action: post}]', 'call 2 is missing: a call of "post" was expected'],
    [
      'calls: [{action: zis:common:action:LoadConfig}]',
      'call 1 is of "post", and a call of "zis:common:action:LoadConfig" was expected'
    ],
    ['calls: [{parameters: {id: 8}}]', 'calls[0].parameters.id is 7, and 8 was expected'],
    ['calls: [{request: {method: GET}}]', 'calls[0].request.method is "POST", and "GET" was expected'],
    [
      'calls: [{request: {headers: {content-type: text/plain}}}]',
      'calls[0].request.headers.Content-Type is "application/json", and "text/plain" was expected'
    ],
    [
      'calls: {order: subset, list: [{action: post, parameters: {id: 9}}]}',
      'no call is as expected; in the nearest one, calls[0].parameters.id is 7, and 9 was expected'
    ],
    ['calls: {count: {post: 2}}', '"post" is called once, and 2 calls were expected'],
    ['calls: {count: {post: 0}}', '"post" is called once, and no call was expected'],
    ['document: {$.posted.ok: false}', '$.posted.ok is true at the end, and false was expected'],
    [
      'document: {$.posted.why: {$present: true}}',
      '$.posted.why is not there at the end, and something was expected'
    ],
    [
      'document: {$.posted: {ok: {$type: string}}}',
      '$.posted.ok is true at the end, and a string was expected'
    ],
    [
      'document: {$.input.id: {$match: x}}',
      '$.input.id is 7 at the end, and a text that /x/ matches was expected'
    ],
    ['document: {$.input: {$exact: {}}}', '$.input is {"id":7} at the end, and exactly {} was expected'],
    [
      'output: {input: {id: 7}, account_id: 1, subdomain: example, integration_key: acme}',
      '$.posted is {"ok":true} at the end, and nothing was expected'
    ],
    ['at: {Done: {$.input.id: 8}}', '$.input.id is 7 on entry to "Done", and 8 was expected'],
    ['at: {Wait: {$.input.id: 8}}', 'the flow never entered "Wait"'],
    ['slept: 2', 'the flow slept 0 s, and 2 was expected'],
    ['covers: 0.9', 'the case enters 3 of 5 states (60 %), and 90 % was expected'],
    ['snapshot: true', 'there is no snapshot of this case']
  ])('is said at its line: %s', async (expected, message) => {
    expect(await failuresOf(expected)).toEqual([[message, 7]]);
  });

  test('of a failed flow looks into the document of the failing state', async () => {
    expect(
      await failuresOf(
        'error: {state: Lost, Error: Lost, Cause: {$match: "503$"}}\nend: {status: failed}\ndocument: {$.error.Cause: {$type: string}}\nslept: 0',
        503
      )
    ).toEqual([]);
    expect(await failuresOf('error: {Error: Other}', 503)).toEqual([
      ['the error\'s Error is "Lost", and "Other" was expected', 7]
    ]);
    expect(await failuresOf('output: {}', 503)).toEqual([
      [
        'the flow failed at "Lost": Lost: Order 7: external action failed due to status code: 503, so there is no end document',
        7
      ]
    ]);
  });

  test('each is said by itself', async () => {
    const found = await failuresOf(
      'slept: 2\nend: {state: Wait}\ndocument:\n  $.input.id: 1\n  $.account_id: 2'
    );
    expect(found.map(([, line]) => line)).toEqual([8, 10, 11, 7]);
  });
});

describe('rows, defaults and names', () => {
  const rows = `
flow: f
defaults:
  event: {source: shop, type: order, input: {id: 1, deep: {a: 1, b: 2}}}
  mocks:
    post: {status: 200, body: {ok: true}}
cases:
  - name: order {id}
    each: [{id: 5}, {id: 6}]
    event: {input: {id: '{id}', deep: {b: '{id}{{$.x}}'}}}
    expect: {document: {$.input: {$exact: {id: '{id}', deep: {a: 1, b: '{id}{{$.x}}'}}}}, end: {message: 'Posted {id}'}}
  - name: the same
    each: [{id: 5}, {id: 5}]
    with: {id: '{id}'}
    expect: {document: {$.input.id: 5}}
  - name: fails
    mocks: {post: {status: 500}}
    expect: {end: {status: failed}}
`;

  test('make cases of one', async () => {
    const {cases, errors} = await runTree({
      'zis/b.json': CALL,
      'zis-tests/r.test.yaml': rows
    });
    expect(errors).toEqual([]);
    expect(
      cases.map(({name, status, failures}) => [name, status, failures.map(({message}) => message)])
    ).toEqual([
      ['order 5', 'passed', []],
      ['order 6', 'passed', []],
      ['the same [1]', 'passed', []],
      ['the same [2]', 'passed', []],
      ['fails', 'passed', []]
    ]);
  });

  test('are told apart from those of other cases', async () => {
    expect(
      await errorsOf({
        'zis/b.json': CALL,
        'zis-tests/b.test.yaml': 'flow: f\ncases:\n  - name: x\n  - name: x\n'
      })
    ).toEqual(['4: another case has the name "x" (Names tell cases apart in reports, and with --filter.)']);
  });
});

describe('what ZIS does not document', () => {
  const MAP = bundleWith({
    Each: {
      Type: 'Map',
      ItemsPath: '$.input.items',
      Iterator: {StartAt: 'One', States: {One: {Type: 'Pass', End: true}}},
      ResultPath: '$.done',
      Next: 'Done'
    },
    Done: {Type: 'Succeed'}
  });
  const test1 = (more: string) =>
    `flow: f\ncases:\n  - name: x\n    event: {input: {items: []}}\n    ${more.replaceAll('\n', '\n    ')}\n`;

  test('does not matter as long as the verdict is the same', async () => {
    const {status, unknowns} = await runCaseOf(MAP, test1('expect: {end: {state: Done}}'));
    expect(status).toBe('passed');
    expect(unknowns).toEqual(['map.empty']);
  });

  test('fails a case whose verdict hangs on it, and says how to pin it', async () => {
    const {status, failures} = await runCaseOf(MAP, test1('expect: {document: {$.done: []}}'));
    expect(status).toBe('failed');
    expect(failures.map(({message}) => message)).toEqual([
      'ZIS does not document what Map gives for []: the case passes with list and fails with null',
      '$.done is null at the end, and [] was expected'
    ]);
    expect(failures[0]).toMatchObject({paste: ['unknowns:', '  map.empty: "null"'], line: 3, bundleLine: 15});
  });

  test('is taken as the case pins it', async () => {
    const pinned = (answer: string) =>
      runCaseOf(MAP, test1(`unknowns: {map.empty: ${answer}}\nexpect: {document: {$.done: []}}`));
    expect((await pinned('list')).status).toBe('passed');
    expect((await pinned('null')).failures.map(({message}) => message)).toEqual([
      '$.done is null at the end, and [] was expected'
    ]);
  });

  test('fails a strict case that touches it', async () => {
    const {failures} = await runCaseOf(MAP, test1('unknowns: strict'));
    expect(failures.map(({message}) => message)).toEqual([
      'the case touches map.empty, and its unknowns are strict: ZIS does not document what Map gives for []'
    ]);
  });

  test('includes the names of errors, where an expectation reads one', async () => {
    const test2 = (more: string) =>
      `flow: f\ncases:\n  - name: x\n    event: {input: {id: 7}}\n    mocks: {post: {status: 500}}\n    ${more}\n`;
    const states = {
      Post: {
        Type: 'Action',
        ActionName: 'zis:acme:action:post',
        Parameters: {id: 1, text: 'x'},
        ResultPath: '$.posted',
        Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Done'}],
        Next: 'Done'
      },
      Done: {Type: 'Succeed'}
    };
    const caught = bundleWith(states, {post: POST});
    expect(
      (await runCaseOf(caught, test2('expect: {document: {$.error.Cause: {$match: "500"}}}'))).unknowns
    ).toEqual([]);
    for (const read of [
      '$.error.Error: {$match: States}',
      '$.error: {Error: {$type: string}, Cause: {$any: true}}'
    ]) {
      expect((await runCaseOf(caught, test2(`expect: {document: {${read}}}`))).unknowns).toEqual([
        'error.name'
      ]);
    }
    const uncaught = bundleWith({...states, Post: {...states.Post, Catch: undefined as never}}, {post: POST});
    const {failures} = await runCaseOf(uncaught, test2('expect: {error: {Error: SomeName}}'));
    expect(failures[0]?.message).toMatch(
      /^ZIS does not document the Error of this failure: the case passes with SomeName/
    );
    expect((await runCaseOf(uncaught, test2('expect: {error: {state: Post}}'))).failures).toEqual([]);
    const counted = await runCaseOf(uncaught, test2('expect: {calls: {count: {post: 1}}}'));
    expect(counted.unknowns).toEqual(['retry.flow']);
    expect(counted.status).toBe('failed');
  });
});

describe('a bundle', () => {
  test('with errors is not tested, and its findings are the reason', async () => {
    const broken = bundleWith({A: {Type: 'Pass', Next: 'Nowhere'}});
    const result = await runTree({
      'zis/b.json': broken,
      'zis-tests/b.test.yaml': 'flow: f\ncases:\n  - name: x\n'
    });
    expect(result.errors).toEqual([]);
    expect(result.cases).toMatchObject([
      {
        status: 'skipped',
        bundle: 'zis/b.json',
        path: [],
        end: null,
        failures: [
          {
            message: expect.stringMatching(
              /^not run, because zis\/b.json has errors: .*Nowhere.*\(flow\/unknown-state\)$/
            )
          }
        ]
      }
    ]);
    expect(result.coverage.statesTotal).toBe(0);
  });

  test('has its placeholders filled by the variables of the test file', async () => {
    const text = JSON.stringify(bundleWith({A: {Type: 'Succeed', Message: 'Hello {{name}}'}}));
    const tested = (variables: string) =>
      runTree({
        'zis/b.json': text,
        'zis-tests/b.test.yaml': `flow: f\n${variables}cases:\n  - name: x\n    expect: {end: {message: Hello you}}\n`
      });
    expect((await tested('variables: {name: you}\n')).cases).toMatchObject([
      {status: 'passed', failures: []}
    ]);
    expect((await tested('')).cases).toMatchObject([{status: 'skipped'}]);
  });
});

describe('snapshots', () => {
  const tree = {
    'zis/b.json': CALL,
    'zis-tests/b.test.yaml':
      'flow: f\ncases:\n  - name: x\n    event: {input: {id: 7}}\n    mocks: {post: {status: 200, body: {ok: true}}}\n    expect: {snapshot: true}\n'
  };

  test('are added, compared, updated, and cleared of what no case has any more', async () => {
    const added = await runTree(tree, {snapshotMode: 'add'});
    expect(added.cases[0]?.status).toBe('passed');
    const [[path = '', text = ''] = []] = added.snapshotFiles;
    expect(path).toBe('zis-tests/b.test.yaml.snap');
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      cases: {
        x: {
          path: ['Post', 'Is it there?', 'Done'],
          end: {status: 'succeeded', state: 'Done'},
          calls: [{action: 'post'}]
        }
      }
    });
    const same = await runTree({...tree, [path]: text});
    expect([same.cases[0]?.status, same.snapshotFiles.size]).toEqual(['passed', 0]);

    const other = {
      ...tree,
      [path]: text.replace('"id": 7', '"id": 8').replace('"x": {', '"gone": 1, "x": {')
    };
    const differs = await runTree(other);
    expect(differs.cases[0]?.failures).toMatchObject([
      {
        message: 'the run is not as its snapshot has it',
        difference: expect.arrayContaining([
          expect.stringMatching(/^- .*"id": 8/),
          expect.stringMatching(/^\+ .*"id": 7/)
        ])
      }
    ]);
    const updated = await runTree(other, {snapshotMode: 'update'});
    expect(updated.cases[0]?.status).toBe('passed');
    expect(updated.snapshotFiles.get(path)).toBe(text);
  });

  test('that cannot be read fail the file, and are written over by an update of all cases alone', async () => {
    const broken = {...tree, 'zis-tests/b.test.yaml.snap': '<<<<<<< ours\n{}'};
    const whole = {'zis/b.json': CALL, 'zis-tests/b.test.yaml': tree['zis-tests/b.test.yaml']};
    const none = 'zis-tests/b.test.yaml.snap holds no snapshots';
    const all = (): boolean => true;
    for (const settings of [{}, {snapshotMode: 'add'}, {snapshotMode: 'update', filter: all}] as const) {
      const {errors, cases, snapshotFiles} = await runTree(broken, settings);
      expect([errors.map(({message}) => message), cases, snapshotFiles.size]).toEqual([[none], [], 0]);
    }
    const {errors, snapshotFiles} = await runTree(broken, {snapshotMode: 'update'});
    const {snapshotFiles: added} = await runTree(whole, {snapshotMode: 'add'});
    expect([errors, snapshotFiles]).toEqual([[], added]);
  });

  test('that are too large are not taken for missing ones', async () => {
    const path = 'zis-tests/b.test.yaml.snap';
    const large = {...tree, [path]: ' '.repeat(5 * 1024 * 1024 + 1)};
    const {errors, snapshotFiles} = await runTree(large, {snapshotMode: 'add'});
    expect([errors.map(({message}) => message), snapshotFiles.size]).toEqual([
      [`${path} is larger than 5 MB`],
      0
    ]);
  });
});

describe('a regular expression that takes too long', () => {
  /** One that ends in `$b` is never done. */
  const engine = {
    ...plainEngine(),
    answer: (asked: readonly Question[]): Promise<readonly Answer[]> =>
      Promise.resolve(
        asked.map((question) => {
          const isLate = question.kind === 'regex' && question.pattern.endsWith('$b');
          return {kind: 'regex', matches: !isLate, late: isLate};
        })
      )
  };
  const messages = async (mock: string, expectation: string): Promise<string[]> => {
    const test = `flow: f\ncases:\n  - name: x\n    event: {input: {id: 7}}\n    mocks:\n      post:\n        - ${mock}\n        - {status: 200, body: {ok: true}}\n    expect: ${expectation}\n`;
    const {cases} = await runTree({'zis/b.json': CALL, 'zis-tests/b.test.yaml': test}, {engine});
    return cases.flatMap(({failures}) => failures.map(({message}) => message));
  };
  const late = (more: string): string =>
    `{when: {parameters: {text: {$match: (a+)+$b}}${more}}, status: 500}`;

  test('leaves it open which mock answers, so that the case fails', async () => {
    expect(await messages(late(''), '{end: {status: succeeded}}')).toContain(
      'the run stopped at "Post": a regular expression in the "when" of its mocks took too long'
    );
  });

  test('decides nothing where another part does not match', async () => {
    expect(await messages(late(', request: {method: GET}'), '{end: {status: succeeded}}')).toEqual([]);
  });

  test('fails the expectation', async () => {
    expect(await messages('{status: 200, body: {ok: true}}', '{end: {message: {$match: (a+)+$b}}}')).toEqual([
      expect.stringMatching(/"Posted 7".*, and it took too long to find out whether it is a text that /)
    ]);
  });
});

test('the error of a Fail state is none that an expectation could doubt', async () => {
  const {status, unknowns} = await runCaseOf(
    CALL,
    `flow: f
cases:
  - name: x
    event: {input: {id: 7}}
    mocks: {post: {status: 404}}
    unknowns: strict
    expect: {error: {Error: Lost}}
`
  );
  expect([status, unknowns]).toEqual(['passed', []]);
});

test('a file without cases is said to have none', async () => {
  const {warnings} = await runTree({'zis/b.json': CALL, 'zis-tests/b.test.yaml': 'flow: f\ncases: []\n'});
  expect(warnings).toMatchObject([{line: 2, message: 'the file has no case'}]);
});
