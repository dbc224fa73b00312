import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {bundleWith} from '../flow-tests/support.js';
import {parseMermaid} from '../support/mermaid.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

const BUNDLE = bundleWith(
  {
    Post: {
      Type: 'Action',
      ActionName: 'zis:acme:action:post',
      Parameters: {'id.$': '$.input.id'},
      ResultPath: '$.posted',
      Next: 'Is it there?'
    },
    'Is it there?': {
      Type: 'Choice',
      Choices: [{Variable: '$.posted.ok', BooleanEquals: true, Next: 'Done'}],
      Default: 'Lost'
    },
    Lost: {Type: 'Fail', Error: 'Lost', Cause: 'not there'},
    Done: {Type: 'Succeed'}
  },
  {
    post: {
      method: 'POST',
      url: 'https://shop.example.com/api',
      connectionName: 'shop',
      requestBody: {id: '{{$.id}}'}
    }
  }
);

const testsWith = (state: string, more = ''): string => `flow: f
cases:
  - name: posts the order
    event: {source: shop, type: order, input: {id: 7}}
    mocks: {post: {status: 200, body: {ok: true}}}
    expect: {end: {state: ${state}}}
${more}`;
const PASSING = testsWith('Done');
const FAILING = testsWith('Lost');
const tree = (tests: string, bundle: JsonObject = BUNDLE): Tree => ({
  'zis/b.json': bundle,
  'zis-tests/b.test.yaml': tests
});

async function deployed(): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow();
  const {outputs} = await workflow.pushAndRun(tree(PASSING));
  expect(outputs).toMatchObject({result: 'applied', 'tests-passed': '1'});
  return workflow;
}

function commentOf(workflow: MemoryWorkflow, number: number): string {
  const [comment] = workflow.github.state.commentsOn(number);
  return comment?.body ?? '';
}

const marks = ({annotations}: MemoryRun): string[] =>
  annotations
    .filter(({level}) => level !== 'notice')
    .map(({level, file, startLine, message}) => `${level} ${file}:${startLine} ${message}`);

describe('flow tests of a pull request', () => {
  test('pass without a word too many, with a table by flow and a JUnit file', async () => {
    const workflow = await deployed();
    const changed = {...BUNDLE, description: 'changed'};
    const number = workflow.openPullRequest(tree(PASSING, changed));
    const run = await workflow.runPullRequest(number);
    expect(run.failure).toBe('');
    expect(marks(run)).toEqual([]);
    expect(run.outputs).toMatchObject({
      result: 'changes',
      'failure-reason': '',
      'tests-passed': '1',
      'tests-failed': '0',
      coverage: '75.0',
      'junit-path': '/tmp/flow-tests.xml'
    });
    expect(run.files.get('flow-tests.xml')).toContain('<testcase name="posts the order" classname="f"');
    expect(run.summary).toContain('### Flow tests: 1 passed, 75 % of the states covered');
    expect(run.summary).toContain('| ✓ `f` | `zis/b.json` | 1 | 0 | 3 of 4 | 2 of 3 |');
    expect(run.said).toContain('Flow tests: 1 passed, 75 % of the states covered.');
    expect(commentOf(workflow, number)).toContain('### Flow tests: 1 passed');
  });

  test('that fail leave the plan whole, mark both sides, and show the run', async () => {
    const workflow = await deployed();
    const changed = {...BUNDLE, description: 'changed'};
    const number = workflow.openPullRequest(tree(FAILING, changed));
    const run = await workflow.runPullRequest(number);
    expect(run.failure).toMatch(/^1 flow test failed/);
    expect(run.outputs).toMatchObject({
      result: 'failed',
      'failure-reason': 'tests-failed',
      'has-changes': 'true',
      updated: '1',
      'tests-passed': '0',
      'tests-failed': '1'
    });
    const said = 'the flow ended at "Done", not at "Lost"';
    expect(marks(run)).toEqual([
      `error zis-tests/b.test.yaml:6 ${said}`,
      expect.stringMatching(/^error zis\/b\.json:\d+ the flow ended at "Done".*zis-tests\/b\.test\.yaml:6/)
    ]);
    const comment = commentOf(workflow, number);
    expect(comment).toContain('**update**');
    expect(comment).toContain('| ✗ `f` | `zis/b.json` | 0 | 1 | 3 of 4 | 2 of 3 |');
    expect(comment).toContain('<details><summary>✗ posts the order');
    const [, diagram = ''] =
      /The run \(✓ entered, ✗ failing, ○ not reached\):\n\n```mermaid\n([^]*?)\n```/.exec(comment) ?? [];
    const {nodes, edges} = await parseMermaid(diagram);
    expect(nodes.map(({text, classes}) => [text, ...classes])).toEqual(
      expect.arrayContaining([
        [expect.stringContaining('Post'), 'entered'],
        [expect.stringContaining('Lost'), 'unreached'],
        [expect.stringContaining('Done'), 'failing']
      ])
    );
    expect(edges.length).toBe(4);
    expect(comment).toContain('2 Is it there? (Choice) → Done');
  });

  test('only warn where on-test-failure says so', async () => {
    const workflow = await deployed();
    const run = await workflow.runPullRequest(workflow.openPullRequest(tree(FAILING)), {
      inputs: {'on-test-failure': 'warn'}
    });
    expect(run.failure).toBe('');
    expect(run.outputs).toMatchObject({result: 'no-changes', 'tests-failed': '1', 'failure-reason': ''});
    expect(marks(run)[0]).toMatch(/^warning zis-tests\/b.test.yaml:6/);
    expect(run.said).toContain('1 flow test failed.');
  });

  test('are run without credentials, as on forks', async () => {
    const workflow = await deployed();
    const run = await workflow.runPullRequest(workflow.openPullRequest(tree(FAILING)), {
      inputs: {'api-token': '', email: ''}
    });
    expect(run.outputs).toMatchObject({'failure-reason': 'tests-failed', 'plan-path': ''});
  });

  test('have to cover what coverage-min asks for', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(tree(PASSING));
    const met = await workflow.runPullRequest(number, {inputs: {'coverage-min': '75'}});
    expect(met.failure).toBe('');
    const missed = await workflow.runPullRequest(number, {inputs: {'coverage-min': '75.1'}});
    expect(missed.failure).toMatch(
      /^the flow tests cover 75 % of the states, and coverage-min asks for 75.1 %/
    );
    expect(missed.outputs['failure-reason']).toBe('tests-failed');
  });

  test('that test no flow cover nothing', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(
      tree(PASSING.slice(0, PASSING.indexOf('cases:')) + 'cases: []\n')
    );
    const run = await workflow.runPullRequest(number, {inputs: {'coverage-min': '1'}});
    expect(run.failure).toMatch(/^no flow was tested, and coverage-min asks for 1 %/);
  });

  test('whose file is faulty, or whose bundle has errors, fail', async () => {
    const workflow = await deployed();
    const faulty = await workflow.runPullRequest(
      workflow.openPullRequest(tree(PASSING.replace('mocks: {post', 'mocks: {pst')))
    );
    expect(faulty.failure).toMatch(/^the test files have 1 error/);
    expect(marks(faulty)).toEqual([
      'error zis-tests/b.test.yaml:5 the bundle has no action "pst". Did you mean "post"?'
    ]);
    const invalid = JSON.parse(
      JSON.stringify(BUNDLE).replace('"Next":"Done"', '"Next":"Nowhere"')
    ) as JsonObject;
    const skipped = await workflow.runPullRequest(workflow.openPullRequest(tree(PASSING, invalid), 'other'), {
      inputs: {'fail-on': 'never'}
    });
    expect(skipped.failure).toMatch(/^1 flow test could not be run, because the bundle has errors/);
    expect(skipped.summary).toContain('**skipped**: `zis/b.json`');
  });

  test('keep within what GitHub shows of a step', async () => {
    const cases = Array.from(
      {length: 12},
      (_, at) =>
        `  - {name: c${at}, event: {input: {id: 1}}, expect: {slept: 1}, mocks: {post: {status: 200, body: {ok: true}}}}\n`
    );
    const workflow = await deployed();
    const run = await workflow.runPullRequest(
      workflow.openPullRequest(tree(`flow: f\ncases:\n${cases.join('')}`))
    );
    expect(marks(run)).toHaveLength(10);
    expect(run.summary).toContain('Not marked on their lines: 14 more marks of flow tests');
    expect(run.outputs['tests-failed']).toBe('12');
  });

  test('are not there where no file matches, and cost nothing', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest({'zis/b.json': BUNDLE});
    const {outputs, summary, files} = await workflow.runPullRequest(number);
    expect(outputs).toMatchObject({'tests-passed': '0', coverage: '', 'junit-path': ''});
    expect(summary).not.toContain('Flow tests');
    expect(files.has('flow-tests.xml')).toBe(false);
  });
});

describe('an apply', () => {
  test('is refused before its first write when a flow test fails', async () => {
    const workflow = await deployed();
    const before = workflow.registry.calls.length;
    const changed = {...BUNDLE, description: 'changed'};
    const run = await workflow.pushAndRun(tree(FAILING, changed));
    expect(run.outputs).toMatchObject({result: 'failed', 'failure-reason': 'tests-failed', updated: '0'});
    expect(workflow.registry.calls.slice(before)).toEqual([]);
    const applied = await workflow.pushAndRun(tree(PASSING, changed));
    expect(applied.outputs).toMatchObject({result: 'applied', updated: '1'});
  });
});

describe('a drift check', () => {
  test('runs no flow tests', async () => {
    const workflow = await deployed();
    await workflow.pushAndRun(tree(FAILING));
    const {outputs} = await workflow.runSchedule();
    expect(outputs).toMatchObject({
      result: 'no-changes',
      'failure-reason': '',
      'tests-failed': '0',
      coverage: ''
    });
  });
});
