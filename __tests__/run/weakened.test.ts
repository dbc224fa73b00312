import {describe, expect, test} from '@jest/globals';
import {baselineText} from '../../src/rules/baseline.js';
import {bundle} from '../support/bundles.js';
import {
  MemoryWorkflow,
  type MemoryRun,
  type MemoryRunSettings,
  type Tree
} from '../support/memory-workflow.js';

const BUNDLES: Tree = {'zis/orders.json': bundle('orders')};
const CASES = (...names: readonly string[]): string =>
  `flow: orders_flow\ncases:\n${names.map((name) => `  - name: ${name}\n    event: {}\n`).join('')}`;

const TITLE = 'This pull request weakens the checks';

interface Proposed extends MemoryRun {
  readonly comments: readonly string[];
  readonly workflow: MemoryWorkflow;
}

/** The run of a pull request that makes `now` of `before`. */
async function proposed(before: Tree, now: Tree, settings: MemoryRunSettings = {}): Promise<Proposed> {
  const workflow = new MemoryWorkflow();
  // Nothing but the checks is to be worth a comment.
  await workflow.pushAndRun({...BUNDLES, ...before}, {inputs: {'on-test-failure': 'warn'}});
  const number = workflow.openPullRequest({...BUNDLES, ...now});
  const run = await workflow.runPullRequest(number, settings);
  const comments = workflow.github.state.commentsOn(number).map(({body}) => body);
  return {...run, comments, workflow};
}

const weakenedBy = async (
  before: Tree,
  now: Tree,
  settings: MemoryRunSettings = {}
): Promise<readonly string[]> => (await proposed(before, now, settings)).record.weakened;

const config = (text: string): Tree => ({'zis-bundles.yml': text});

describe('what a pull request weakens', () => {
  test('makes a comment, and stands in summary, report and log', async () => {
    const run = await proposed(config('fail-on: warning\n'), config('fail-on: never\n'));
    expect(run.record.weakened).toEqual(['fail-on goes from warning to never']);
    expect(run.comments).toHaveLength(1);
    for (const text of [...run.comments, run.summary, run.files.get('report.md')]) {
      expect(text).toContain(`**${TITLE}**`);
      expect(text).toContain('fail-on goes from warning to never');
    }
    expect(run.said).toContain('fail-on goes from warning to never');
  });

  test('is nothing where the checks stay as they are, or become stricter', async () => {
    const strict = config('fail-on: warning\nrules: {flow/*: error}\ncoverage-min: 50\n');
    for (const [before, now] of [
      [{}, {}],
      [strict, strict],
      [{}, strict],
      [{'zis-tests/a.test.yaml': CASES('one')}, {'zis-tests/a.test.yaml': CASES('one', 'two')}]
    ] as const) {
      const run = await proposed(before, now, {inputs: {'on-test-failure': 'warn'}});
      expect(run.record.weakened).toEqual([]);
      expect(run.summary).not.toContain(TITLE);
    }
    expect((await proposed({}, strict)).comments).toEqual([]);
  });

  test.each([
    [
      'rules: {flow/unreachable-state: error, flow/not-started: error}',
      '',
      /^2 rules go from error to warning: "flow\/[a-z-]+" and "flow/
    ],
    [
      '',
      'rules: {flow/unreachable-state: off}',
      'the rule "flow/unreachable-state" goes from warning to off'
    ],
    ['fail-on: error', 'fail-on: never', 'fail-on goes from error to never'],
    ['coverage-min: 80', 'coverage-min: 40', 'coverage-min goes from 80 to 40'],
    ['coverage-min: 80', '', 'coverage-min goes from 80 to none'],
    ['keep-placeholders: a', 'keep-placeholders: [a, b]', 'keep-placeholders has "b" more'],
    [
      '',
      'overrides: [{files: zis/**, state: Lost, rules: {flow/*: off}, reason: it is old}]',
      'an override is new: flow/*: off in "zis/**", state "Lost". Its reason: it is old'
    ],
    [
      'overrides: [{files: zis/**, rules: {flow/unreachable-state: error}, reason: ours}]',
      '',
      'an override is gone that was stricter: flow/unreachable-state: error in "zis/**"'
    ]
  ])('%j to %j is told', async (before, now, told) => {
    expect(await weakenedBy(config(before), config(now))).toEqual([
      typeof told === 'string' ? told : expect.stringMatching(told)
    ]);
  });

  test('that the config file is gone, too', async () => {
    expect(await weakenedBy(config('fail-on: warning\n'), {})).toEqual([
      'fail-on goes from warning to error'
    ]);
  });

  test('more in the baseline', async () => {
    const entry = {
      rule: 'flow/unreachable-state',
      bundle: 'acme/old',
      file: null,
      resource: 'a',
      state: 'B',
      count: 1
    };
    const baseline = (...counts: readonly number[]): Tree => ({
      'zis-baseline.json': baselineText(counts.map((count, at) => ({...entry, resource: `r${at}`, count})))
    });
    expect(await weakenedBy(baseline(1), baseline(3, 1))).toEqual([
      'zis-baseline.json holds back 3 findings more, of "flow/unreachable-state"'
    ]);
    expect(await weakenedBy(baseline(3, 1), baseline(1))).toEqual([]);
    expect(await weakenedBy({}, baseline(1))).toHaveLength(1);
  });

  test('ignores that are new', async () => {
    const text = JSON.stringify(bundle('alerts'), null, 2);
    const ignoring = (reason: string): string =>
      text.replace('{', `{\n// zis-ignore flow/not-started: ${reason}\n`);
    const inputs = {bundles: 'zis/**/*.{json,jsonc}'};
    const weakened = (before: Tree, now: Tree) => weakenedBy(before, now, {inputs});
    expect(await weakened({'zis/a.jsonc': text}, {'zis/a.jsonc': ignoring('it is old')})).toEqual([
      expect.stringMatching(
        /^an ignore is new: flow\/not-started above zis\/a\.jsonc:\d+\. Its reason: it is old$/
      )
    ]);
    expect(await weakened({'zis/a.jsonc': ignoring('so')}, {'zis/a.jsonc': `\n${ignoring('so')}`})).toEqual(
      []
    );
    expect(await weakened({'zis/a.jsonc': ignoring('so')}, {'zis/moved.jsonc': ignoring('so')})).toEqual([]);
    expect(await weakened({}, {'zis/new.jsonc': ignoring('so')})).toHaveLength(1);
  });

  test('flow tests that are gone; not those that moved or have another name', async () => {
    const settings = {inputs: {'on-test-failure': 'warn'}};
    const [a, b] = ['zis-tests/a.test.yaml', 'zis-tests/b.test.yaml'];
    const weakened = (before: Tree, now: Tree) => weakenedBy(before, now, settings);
    expect(await weakened({[a]: CASES('one', 'two')}, {[a]: CASES('one')})).toEqual([
      `1 flow test of ${a} is gone: "two"`
    ]);
    expect(await weakened({[a]: CASES('one', 'two')}, {})).toEqual([
      `2 flow tests of ${a} are gone: "one" and "two"`
    ]);
    expect(await weakened({[a]: CASES('one', 'two')}, {[b]: CASES('one', 'two')})).toEqual([]);
    expect(await weakened({[a]: CASES('one', 'two')}, {[a]: CASES('one'), [b]: CASES('two')})).toEqual([]);
    expect(await weakened({[a]: CASES('one')}, {[a]: CASES('another')})).toEqual([]);
    const elsewhere = config('tests: other/*.yaml\n');
    expect(await weakened({[a]: CASES('one')}, {[a]: CASES('one'), ...elsewhere})).toEqual([
      `1 flow test of ${a} is gone: "one"`
    ]);
  });

  test('is said not to be known where the base cannot be read', async () => {
    const [before, now] = [config('fail-on: warning\n'), config('fail-on: never\n')];
    const withoutToken = await proposed(before, now, {token: false});
    expect(withoutToken.summary).toContain('is not known: there is no github-token');
    const workflow = new MemoryWorkflow();
    workflow.push({...BUNDLES, ...before});
    const number = workflow.openPullRequest({...BUNDLES, ...now});
    workflow.github.fail('blob');
    const failing = await workflow.runPullRequest(number, {inputs: {command: 'validate'}});
    expect(failing.summary).toMatch(
      /weakens of the checks .* is not known: the base commit cannot be read \(/
    );
    expect(failing.failure).toBe('');
  });

  test('is said to be more where not all of the base is readable', async () => {
    const workflow = new MemoryWorkflow();
    workflow.push({...BUNDLES, ...config('a: [\n')});
    const faulty = await workflow.runPullRequest(workflow.openPullRequest(BUNDLES), {
      inputs: {command: 'validate'}
    });
    expect(faulty.summary).toContain(
      'may weaken more of the checks than is said: zis-bundles.yml of the base commit is faulty'
    );
  });

  test('is of pull requests alone', async () => {
    const workflow = new MemoryWorkflow();
    await workflow.pushAndRun({...BUNDLES, ...config('fail-on: warning\n')});
    const {record, said} = await workflow.pushAndRun({...BUNDLES, ...config('fail-on: never\n')});
    expect(record.weakened).toEqual([]);
    expect(said).not.toContain('weaken');
  });
});
