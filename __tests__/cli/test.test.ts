import {afterEach, describe, expect, test} from '@jest/globals';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../support/runner.js';
import {FakeTerminal, run, Workspace} from './support.js';

const BUNDLE = readFileSync(`${ROOT}examples/zis/greet-new-tickets.json`, 'utf8');
const TESTS = `flow: greet
defaults:
  event: ticket.TicketCreated
  mocks:
    add_note: {status: 200, body: {}}
cases:
  - name: adds a note
    expect: {end: {message: Noted}}
  - name: fails without the note
    mocks: {add_note: {status: 500}}
    expect: {error: {Error: NoteNotAdded}, snapshot: true}
`;
const FAILING = TESTS.replace('message: Noted', 'message: Done');

const workspaces: Workspace[] = [];
afterEach(() => {
  for (const workspace of workspaces.splice(0)) workspace.end();
});

function workspaceWith(tests: string, files: Readonly<Record<string, string>> = {}): Workspace {
  const workspace = new Workspace({'zis/greet.json': BUNDLE, 'zis-tests/greet.test.yaml': tests, ...files});
  workspaces.push(workspace);
  return workspace;
}

async function testIn(
  workspace: Workspace,
  args: readonly string[] = [],
  {columns = 80, env = {}}: {readonly columns?: number; readonly env?: Readonly<Record<string, string>>} = {}
): Promise<{code: number; out: string; err: string}> {
  const terminal = new FakeTerminal({cwd: workspace.path, columns, env});
  const code = await terminal.run('test', ...args);
  return {code, out: terminal.out, err: terminal.err};
}

describe('zis-bundles test', () => {
  test('lists the cases, what is covered and the counts', async () => {
    const {code, out, err} = await testIn(workspaceWith(TESTS));
    expect(code).toBe(0);
    expect(out).toBe(`zis-tests/greet.test.yaml (greet in zis/greet.json)
  ✓ adds a note
  ✓ fails without the note

Coverage
  greet  5 of 6 states, 4 of 5 transitions (zis/greet.json)
    not entered: Nothing to do (line 70)

2 passed in 1 test file. 83.3 % of the states are covered (5 of 6).
`);
    expect(err).toBe('written: zis-tests/greet.test.yaml.snap\n');
  });

  test('says what was expected, what came, and where, and exits with 1', async () => {
    const {code, out} = await testIn(workspaceWith(FAILING));
    expect(code).toBe(1);
    expect(out).toContain(`  ✗ adds a note
      the message is "Noted", and "Done" was expected
      zis-tests/greet.test.yaml:8, line 71 of the bundle: expect: {end: {message: Done}}
`);
    expect(out).toContain('1 passed, 1 failed in 1 test file.');
  });

  test('shows a fault of a file at its line, and exits with 1', async () => {
    const {code, out} = await testIn(workspaceWith(TESTS.replace('mocks: {add_note', 'mocks: {add_nite')));
    expect(code).toBe(1);
    expect(out).toContain(`zis-tests/greet.test.yaml:10:13 error the bundle has no action "add_nite"
  10 | mocks: {add_nite: {status: 500}}
  Did you mean "add_note"?
`);
  });

  test('compares snapshots in CI, adds them elsewhere, and updates them when asked', async () => {
    const workspace = workspaceWith(TESTS);
    const inCi = await testIn(workspace, [], {env: {CI: 'true'}});
    expect([inCi.code, inCi.err]).toEqual([1, '']);
    expect(inCi.out).toContain('there is no snapshot of this case');
    expect((await testIn(workspace)).code).toBe(0);
    const snapshot = join(workspace.path, 'zis-tests/greet.test.yaml.snap');
    const written = readFileSync(snapshot, 'utf8');
    workspace.write('zis-tests/greet.test.yaml.snap', written.replaceAll('4711', '4712'));
    const differs = await testIn(workspace);
    expect([differs.code, differs.err]).toEqual([1, '']);
    expect(differs.out).toMatch(/- .*4712[^]*\+ .*4711/);
    expect((await testIn(workspace, ['--update'])).code).toBe(0);
    expect(readFileSync(snapshot, 'utf8')).toBe(written);
  });

  test('runs what is filtered, and traces one case in 80 columns', async () => {
    const {code, out} = await testIn(workspaceWith(TESTS), ['--filter', 'FAILS', '--trace', 'without']);
    expect(code).toBe(0);
    expect(out).not.toContain('✓ adds a note');
    const [, trace = ''] = out.split('Trace of fails without the note\n');
    expect(trace).toContain('  3 Add the note Action, add_note\n');
    expect(trace).toContain('      PUT https://example.zendesk.com/api/v2/tickets/4711.json\n');
    expect(trace).toContain('      ← 500\n');
    expect(trace).toContain('      → The note was lost (caught)\n');
    expect(trace).toContain('      the flow fails here\n');
    expect(Math.max(...trace.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80);
  });

  test('refuses names that no case has', async () => {
    const workspace = workspaceWith(TESTS);
    const filtered = await testIn(workspace, ['--filter', 'nothing']);
    expect([filtered.code, filtered.err]).toEqual([2, 'error: No case has "nothing" in its name.\n']);
    const traced = await testIn(workspace, ['--trace', 'adds a not']);
    expect(traced.code).toBe(0);
    const unknown = await testIn(workspace, ['--trace', 'add a note']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      'error: No case was run that is called "add a note".\nDid you mean "adds a note"?\n'
    ]);
    const files = await testIn(workspace, ['tests/*.yaml']);
    expect([files.code, files.err]).toEqual([
      2,
      'error: No test file matches tests/*.yaml.\nCheck the names and patterns.\n'
    ]);
  });

  test('fails below a coverage that is asked for', async () => {
    const workspace = workspaceWith(TESTS);
    expect((await testIn(workspace, ['--coverage-min', '83.3'])).code).toBe(0);
    const {code, err} = await testIn(workspace, ['--coverage-min', '90']);
    expect(code).toBe(1);
    expect(err).toContain('error: The cases cover 83.3 % of the states, and 90 % is asked for.');
    expect((await testIn(workspace, ['--coverage-min', '101'])).code).toBe(2);
  });

  test('without test files says how to begin, and passes', async () => {
    const workspace = workspaceWith(TESTS);
    workspace.remove('zis-tests');
    const {code, out, err} = await testIn(workspace);
    expect([code, out]).toEqual([0, '']);
    expect(err.replaceAll('\n', ' ')).toContain('Write one with zis-bundles test --init FLOW.');
    expect(JSON.parse((await testIn(workspace, ['--format', 'json'])).out)).toMatchObject({
      passed: 0,
      cases: []
    });
  });

  test('gives JSON with the fields of docs/testing.md and no others', async () => {
    const workspace = workspaceWith(FAILING, {'zis-tests/bad.test.yaml': 'flow: none\ncases: []\n'});
    const {code, out} = await testIn(workspace, ['--format', 'json']);
    expect(code).toBe(1);
    const json = JSON.parse(out) as Record<string, unknown> & {cases: Record<string, unknown>[]};
    expect(Object.keys(json)).toEqual([
      'version',
      'passed',
      'failed',
      'skipped',
      'errors',
      'cases',
      'coverage'
    ]);
    expect(json['errors']).toEqual([
      {
        file: 'zis-tests/bad.test.yaml',
        line: 1,
        message: 'no bundle has a flow "none" (The bundles have "greet".)'
      }
    ]);
    expect(json.cases).toEqual([
      {
        file: 'zis-tests/greet.test.yaml',
        line: 7,
        name: 'adds a note',
        bundle: 'zis/greet.json',
        flow: 'greet',
        status: 'failed',
        path: ['Is it from a person?', 'Write the note', 'Add the note', 'Done'],
        end: {state: 'Done', status: 'succeeded', message: 'Noted'},
        document: expect.objectContaining({note: 'A new ticket: without a subject', added: {}}),
        calls: [
          {
            action: 'add_note',
            parameters: {ticket_id: 4711, note: 'A new ticket: without a subject'},
            request: {
              method: 'PUT',
              url: 'https://example.zendesk.com/api/v2/tickets/4711.json',
              headers: {'Content-Type': 'application/json'},
              body: {ticket: {comment: {public: false, body: 'A new ticket: without a subject'}}}
            }
          }
        ],
        slept: 0,
        unknowns: [],
        failures: [
          {
            message: 'the message is "Noted", and "Done" was expected',
            expected: 'Done',
            actual: 'Noted',
            file: 'zis-tests/greet.test.yaml',
            line: 8,
            bundleLine: 71
          }
        ]
      },
      expect.objectContaining({
        name: 'fails without the note',
        status: 'passed',
        end: {
          state: 'The note was lost',
          status: 'failed',
          error: {
            Error: 'NoteNotAdded',
            Cause: 'Ticket 4711: external action failed due to status code: 500'
          }
        },
        document: null
      })
    ]);
    expect(json['coverage']).toEqual({
      percent: 83.3,
      states: 5,
      statesTotal: 6,
      transitions: 4,
      transitionsTotal: 5,
      flows: [
        {
          bundle: 'zis/greet.json',
          flow: 'greet',
          states: 5,
          statesTotal: 6,
          transitions: 4,
          transitionsTotal: 5
        }
      ]
    });
  });

  test('gives JUnit and annotations at both sides', async () => {
    const workspace = workspaceWith(FAILING, {'zis-tests/bad.test.yaml': 'flow: "<a&b>"\ncases: []\n'});
    const junit = await testIn(workspace, ['--format', 'junit']);
    expect(junit.code).toBe(1);
    expect(junit.out).toContain(
      '<testsuites name="flow tests" tests="3" failures="1" errors="1" skipped="0">'
    );
    expect(junit.out).toContain(
      '<failure message="the message is &#34;Noted&#34;, and &#34;Done&#34; was expected">'
    );
    expect(junit.out).toContain(
      '<error message="no bundle has a flow &#34;&#60;a&#38;b&#62;&#34; (The bundles have &#34;greet&#34;.)">'
    );
    const {out} = await testIn(workspace, ['--format', 'github']);
    expect(out).toContain(
      '::error title=Flow test failed%3A adds a note,file=zis-tests/greet.test.yaml,line=8,endLine=8,col=1,endColumn=1::the message is "Noted", and "Done" was expected'
    );
    expect(out).toContain('file=zis/greet.json,line=71,');
    expect(out).toContain('::error title=Flow test that cannot be run,file=zis-tests/bad.test.yaml,line=1,');
  });

  test('shows no credential that a bundle or a mock holds', async () => {
    const token = `xoxb-${'1234567890'.repeat(2)}-${'abcdefghij'.repeat(2)}`;
    const leaky = TESTS.replace('body: {}', `body: {token: ${token}}`).replace(
      'message: Noted',
      'message: no'
    );
    const workspace = workspaceWith(leaky);
    for (const format of ['pretty', 'json', 'junit', 'github']) {
      const {out} = await testIn(workspace, ['--format', format, '--trace', 'adds a note']);
      expect(out).not.toContain(token);
    }
    expect(readFileSync(join(workspace.path, 'zis-tests/greet.test.yaml.snap'), 'utf8')).not.toContain(token);
  });

  test('bounds a regular expression and a jq program that never end', async () => {
    const matching = TESTS.replace(
      'message: Noted}',
      () => 'message: Noted}, document: {$.note: {$match: "^(([A-Za-z: ]+)+)+$"}}'
    );
    const event = `event: ticket.TicketCreated\n  with: {ticket_event: {ticket: {subject: ${'a'.repeat(60)}!}}}`;
    const workspace = workspaceWith(matching.replace('event: ticket.TicketCreated', event));
    const {code, out} = await testIn(workspace, ['--filter', 'adds'], {columns: 400});
    expect(code).toBe(1);
    expect(out).toContain('and it took too long to find out whether it is a text that /');
    const endless = BUNDLE.replace(/"expr": ".*"/, '"expr": "last(range(1e12))"');
    const other = workspaceWith(TESTS, {'zis/greet.json': endless});
    const stopped = await testIn(other, ['--filter', 'adds']);
    expect(stopped.code).toBe(1);
    expect(stopped.out).toMatch(/the run stopped at "Write the note": [^]*took\s+longer than 2 s/);
  });
});

describe('the built program', () => {
  test('runs flow tests', async () => {
    const workspace = workspaceWith(TESTS);
    const {code, stdout} = await run(['test', '--format', 'json'], {cwd: workspace.path});
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({passed: 2, failed: 0, coverage: {percent: 83.3}});
  });
});

describe('zis-bundles test --init', () => {
  test('writes a file that runs green, with the schema beside it', async () => {
    const workspace = workspaceWith(TESTS);
    workspace.remove('zis-tests');
    const {code, out} = await testIn(workspace, ['--init', 'greet']);
    expect([code, out]).toEqual([
      0,
      'written: zis-tests/greet.test.yaml (3 cases, 100 % of the states entered)\n'
    ]);
    const written = readFileSync(join(workspace.path, 'zis-tests/greet.test.yaml'), 'utf8');
    expect(written).toContain('# yaml-language-server: $schema=./zis-flow-test.schema.json\n');
    const schema = readFileSync(`${ROOT}schema/zis-flow-test.schema.json`, 'utf8');
    expect(readFileSync(join(workspace.path, 'zis-tests/zis-flow-test.schema.json'), 'utf8')).toBe(schema);
    expect((await testIn(workspace, ['--coverage-min', '100'])).code).toBe(0);
  });

  test('overwrites nothing unasked, and refuses what it cannot test', async () => {
    const workspace = workspaceWith(TESTS);
    const failed = async (...args: readonly string[]): Promise<[number, string]> => {
      const {code, err} = await testIn(workspace, args, {columns: 200});
      return [code, err];
    };
    expect(await failed('--init', 'greet')).toEqual([
      2,
      'error: zis-tests/greet.test.yaml is there already.\nName another file, or overwrite it with --force.\n'
    ]);
    expect((await testIn(workspace, ['--init', 'greet', '--force'])).code).toBe(0);
    expect((await testIn(workspace, ['--init', 'greet', 'zis-tests/more/g.test.yaml'])).code).toBe(0);
    expect(await failed('--init', 'gret')).toEqual([
      2,
      'error: No bundle has a flow "gret".\nDid you mean "greet"?\n'
    ]);
    expect(await failed('--init', 'greet', 'greet.yaml')).toEqual([
      2,
      'error: "greet.yaml" is no name for a test file.\nIt ends in .test.yaml.\n'
    ]);
    expect(await failed('--init', 'greet', '../greet.test.yaml')).toEqual([
      2,
      'error: "../greet.test.yaml" leads out of the working folder.\n'
    ]);
    expect(await failed('--init', 'greet', '--record', 'e.json')).toEqual([
      2,
      'error: --init and --record are given, and only one of them can be done.\n'
    ]);
    workspace.write('zis/greet.json', BUNDLE.replace('"Next": "Done"', '"Next": "Dome"'));
    const [code, err] = await failed('--init', 'greet', '--force');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: zis\/greet.json has \d errors?, and is not tested: .*Dome/);
    workspace.write('zis/greet.json', BUNDLE);
    workspace.write('zis/other.json', BUNDLE.replace('"greet_new_tickets"', '"other"'));
    expect((await failed('--init', 'greet', '--force'))[1]).toContain('error: 2 bundles have a flow "greet"');
    expect(
      (await testIn(workspace, ['--init', 'greet', '--force', '--bundles', 'zis/other.json'])).code
    ).toBe(0);
  });
});

describe('zis-bundles test --record', () => {
  test('writes what the flow does with an event', async () => {
    const event = {
      source: 'support',
      type: 'ticket.TicketCreated',
      input: {ticket_event: {ticket: {id: 7, requester_id: 1}}}
    };
    const workspace = workspaceWith(TESTS, {'events/late.json': JSON.stringify(event)});
    const {code, out} = await testIn(workspace, ['--record', 'events/late.json', '--flow', 'greet']);
    expect([code, out]).toEqual([
      0,
      'written: zis-tests/greet.late.test.yaml (1 case, 66.6 % of the states entered)\n'
    ]);
    const written = readFileSync(join(workspace.path, 'zis-tests/greet.late.test.yaml'), 'utf8');
    expect(written).toContain(
      '# These answers were made up: add_note. Put in what the services really answer.\n'
    );
    expect(written).toContain('    event:\n      file: ../events/late.json\n');
    expect(written).toContain('            url: https://example.zendesk.com/api/v2/tickets/7.json\n');
    expect((await testIn(workspace, ['zis-tests/greet.late.test.yaml'])).code).toBe(0);
  });

  test('says what is wrong with the event, or with how it is asked', async () => {
    const workspace = workspaceWith(TESTS, {'a.json': '{', 'b.json': '{}'});
    const error = async (...args: readonly string[]): Promise<string> =>
      (await testIn(workspace, args, {columns: 200})).err;
    expect(await error('--record', 'a.json')).toBe(
      'error: --record needs the flow that it runs.\nAdd --flow NAME.\n'
    );
    expect(await error('--record', 'a.json', '--flow', 'greet')).toMatch(/^error: a\.json:1: /);
    expect(await error('--record', 'b.json', '--flow', 'greet')).toMatch(/^error: b.json has no input\./);
    expect(await error('--record', 'c.json', '--flow', 'greet')).toMatch(
      /^error: The event file "c.json" cannot be read/
    );
  });

  test('takes an event from anywhere by its whole path, and names it from the test file where it can', async () => {
    const workspace = workspaceWith(TESTS, {
      'events/late.json': '{"source": "support", "type": "ticket.TicketCreated", "input": {}}'
    });
    const other = workspaceWith(TESTS);
    const event = join(workspace.path, 'events/late.json');
    const recorded = async (cwd: Workspace): Promise<string> => {
      expect((await testIn(cwd, ['--record', event, '--flow', 'greet'])).err).toBe('');
      return readFileSync(join(cwd.path, 'zis-tests/greet.late.test.yaml'), 'utf8');
    };
    expect(await recorded(workspace)).toContain('file: ../events/late.json\n');
    expect(await recorded(other)).toContain('type: ticket.TicketCreated\n');
  });

  test('refuses flags that would do nothing', async () => {
    const workspace = workspaceWith(TESTS);
    const error = async (...args: readonly string[]): Promise<string> =>
      (await testIn(workspace, args, {columns: 200})).err;
    expect(await error('--flow', 'greet')).toBe('error: --flow goes with --record.\n');
    expect(await error('--force')).toBe('error: --force goes with --init and --record.\n');
    expect(await error('--init', 'greet', '--flow', 'greet')).toBe('error: --flow goes with --record.\n');
    expect(await error('--init', 'greet', '--update')).toBe(
      'error: --update is for running tests, and --init and --record write some.\n'
    );
  });
});
