import {describe, expect, test} from '@jest/globals';
import {readHeader, withHeader} from '../../src/report/header.js';
import {ACTIONS_BOT} from '../../src/stand-ins/github/state.js';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type Tree} from '../support/memory-workflow.js';

const orders = (result: string): Tree => ({'zis/orders.json': bundle('orders', {result})});
const OLD = orders('old');
const NEW = orders('new');
const UNCHANGED: Tree = {...OLD, 'README.md': 'More words'};

async function deployed(inputs: Record<string, string> = {}): Promise<MemoryWorkflow> {
  const workflow = new MemoryWorkflow(inputs);
  expect((await workflow.pushAndRun(OLD)).failure).toBe('');
  workflow.github.calls.length = 0;
  return workflow;
}

const writes = ({github}: MemoryWorkflow): string[] =>
  github.calls
    .filter((call) => /^(create|update|delete)Comment /.test(call))
    .map((call) => call.split(' ')[0]!);
const countOf = ({github}: MemoryWorkflow, number: number): number => github.state.commentsOn(number).length;

describe('when a comment is written', () => {
  test.each([
    ['changes', NEW, 1],
    ['changes', UNCHANGED, 0],
    ['always', UNCHANGED, 1],
    ['never', NEW, 0]
  ])('comment: %s', async (comment, tree, comments) => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(tree);
    const {outputs} = await workflow.runPullRequest(number, {inputs: {comment}});
    expect(countOf(workflow, number)).toBe(comments);
    const [written] = workflow.github.state.commentsOn(number);
    expect(outputs['comment-id']).toBe(written === undefined ? '' : String(written.id));
    expect(outputs['comment-url']).toContain(written === undefined ? '' : `#issuecomment-${written.id}`);
  });

  test.each<[string, Tree]>([
    ['a finding', {...OLD, 'zis/broken.json': '{'}],
    [
      'a warning',
      {
        'zis/orders.json': JSON.stringify({...bundle('orders', {result: 'old'}), description: 'x'}),
        'zis/a.json': ''
      }
    ]
  ])('%s is worth one without any change', async (_, tree) => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(tree);
    await workflow.runPullRequest(number);
    expect(countOf(workflow, number)).toBe(1);
  });

  test('one that is there is kept up to date, also when there is nothing left to say', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.push(UNCHANGED, 'change');
    await workflow.runPullRequest(number);
    expect(writes(workflow)).toEqual(['createComment', 'updateComment']);
    expect(workflow.onlyComment(number)).toContain('no changes');
  });

  test('a run that is repeated writes nothing', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const {outputs} = await workflow.runPullRequest(number);
    expect(writes(workflow)).toEqual(['createComment']);
    expect(outputs['comment-id']).not.toBe('');
  });

  test('with a plan-key that is new, one that says the same is signed all the same', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    await workflow.runPullRequest(number, {inputs: {'plan-key': ''}});
    await workflow.runPullRequest(number);
    await workflow.runPullRequest(number);
    expect(writes(workflow)).toEqual(['createComment', 'updateComment']);
    expect(readHeader(workflow.onlyComment(number))?.mac).toHaveLength(64);
  });

  test('an old run leaves it to the newer one', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const issue = workflow.github.state.pullRequest(number);
    const event = {number, pull_request: {number, head: {sha: workflow.github.state.headSha(issue)}}};
    workflow.push(orders('newer'), 'change');
    const run = await workflow.run('pull_request', event, workflow.github.state.headSha(issue), {
      ref: 'refs/pull/1/merge'
    });
    expect(run.said).toContain('The comment is left to a newer run');
    expect(writes(workflow)).toEqual(['createComment']);
  });

  test('but not when GitHub does not say which head is the newest', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    workflow.push(orders('newer'), 'change');
    workflow.github.fail('pullRequest');
    await workflow.runPullRequest(number);
    expect(writes(workflow)).toEqual(['createComment', 'updateComment']);
  });

  test('one that GitHub finds too long after all is written short', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    const createComment = workflow.github.createComment.bind(workflow.github);
    let first = true;
    workflow.github.createComment = (pullRequest, body) => {
      const long = first ? body.padEnd(70_000, ' .') : body;
      first = false;
      return createComment(pullRequest, long);
    };
    await workflow.runPullRequest(number);
    expect(workflow.onlyComment(number)).not.toContain('<details>');
    expect(readHeader(workflow.onlyComment(number))).toMatchObject({bundles: [{name: 'orders'}]});
  });
});

describe('whose comment it is', () => {
  test('the one of this step, account and author: others are left alone', async () => {
    const workflow = await deployed();
    const model = await workflow.propose(NEW, 'model');
    const body = workflow.onlyComment(model);
    const header = readHeader(body)!;
    const number = workflow.openPullRequest(NEW);
    const others = [
      workflow.github.state.addComment(number, 'mallory', body),
      workflow.github.state.addComment(number, null, body),
      workflow.github.state.addComment(
        number,
        ACTIONS_BOT.login,
        withHeader(body, {...header, key: 'other'})
      ),
      workflow.github.state.addComment(
        number,
        ACTIONS_BOT.login,
        withHeader(body, {...header, target: {...header.target, subdomain: 'other'}})
      ),
      workflow.github.state.addComment(
        number,
        ACTIONS_BOT.login,
        withHeader(body, {...header, target: {...header.target, registryUrl: 'https://other.example.com'}})
      ),
      workflow.github.state.addComment(number, ACTIONS_BOT.login, `Quoted:\n${body}`)
    ].map(({body: text, ...comment}) => ({...comment, body: text}));
    await workflow.runPullRequest(number);
    const comments = workflow.github.state.commentsOn(number);
    expect(comments).toHaveLength(others.length + 1);
    expect(comments.slice(0, -1).map((comment) => comment.body)).toEqual(
      others.map((comment) => comment.body)
    );
  });

  test('two steps of different comment-key have one each', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    for (const key of ['', 'second', ''])
      await workflow.runPullRequest(number, {inputs: {'comment-key': key}});
    expect(countOf(workflow, number)).toBe(2);
  });

  test('an App that cannot ask for its name finds its earlier comment after it has written one', async () => {
    const workflow = await deployed();
    workflow.github.viewer = 'acme-deployer[bot]';
    workflow.github.login = () => Promise.resolve(null);
    const number = workflow.openPullRequest(NEW);
    await workflow.runPullRequest(number);
    workflow.push(orders('newer'), 'change');
    const {outputs} = await workflow.runPullRequest(number);
    expect(writes(workflow)).toEqual(['createComment', 'createComment', 'updateComment', 'deleteComment']);
    const [comment] = workflow.github.state.commentsOn(number);
    expect(outputs['comment-id']).toBe(String(comment?.id));
    expect(readHeader(workflow.onlyComment(number))?.headSha).toBe(workflow.github.state.tip('change'));
  });
});

describe('a comment that cannot be written', () => {
  test.each([
    ['createComment', 'permission', 403, 'pull-requests: write'],
    ['createComment', 'unavailable', 502, 'createComment failed'],
    ['listComments', 'unavailable', 502, 'listComments failed']
  ] as const)('%s, %s: one warning, and the plan passes', async (method, kind, status, words) => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    workflow.github.fail(method, status, kind);
    const {outputs, said, summary} = await workflow.runPullRequest(number);
    expect(outputs).toMatchObject({result: 'changes', 'comment-id': '', 'failure-reason': ''});
    expect(said).toContain('The pull request comment was not written');
    expect(said).toContain(words);
    expect(summary).toContain('orders');
  });

  test('without a token', async () => {
    const workflow = await deployed();
    const number = workflow.openPullRequest(NEW);
    const {said, outputs} = await workflow.runPullRequest(number, {token: false});
    expect(said).toContain('there is no github-token');
    expect(outputs['result']).toBe('changes');
  });
});

describe('a pull request that is closed', () => {
  test('its comment says so, once, and stays signed', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const {planHash} = readHeader(workflow.onlyComment(number))!;
    workflow.github.state.closePullRequest(number);
    const {outputs} = await workflow.runPullRequest(number, {action: 'closed'});
    expect(outputs['result']).toBe('no-changes');
    expect(workflow.onlyComment(number)).toContain('closed without being merged');
    expect(readHeader(workflow.onlyComment(number))).toMatchObject({state: 'closed', planHash});
    await workflow.runPullRequest(number, {action: 'closed'});
    expect(writes(workflow)).toEqual(['createComment', 'updateComment']);
    workflow.github.state.pullRequest(number).state = 'open';
    const run = await workflow.mergeAndRun(number, {inputs: {'require-plan': 'true'}});
    expect(run.outputs['result']).toBe('applied');
  });

  test('without a comment nothing is written, and never none with comment: never', async () => {
    const workflow = await deployed();
    const [silent, plain] = [workflow.openPullRequest(NEW, 'a'), await workflow.propose(NEW, 'b')];
    for (const number of [silent, plain]) {
      workflow.github.state.closePullRequest(number);
      await workflow.runPullRequest(number, {
        action: 'closed',
        inputs: {comment: number === plain ? 'never' : 'always'}
      });
    }
    expect(writes(workflow)).toEqual(['createComment']);
  });

  test('one that was merged gets the report of the apply, which nothing replaces that did nothing', async () => {
    const workflow = await deployed();
    const number = await workflow.propose(NEW);
    const {before, mergeSha: after} = workflow.merge(number);
    await workflow.runPush({before, after});
    const applied = workflow.onlyComment(number);
    expect(readHeader(applied)).toMatchObject({state: 'applied'});
    await workflow.runPush({before, after});
    expect(workflow.onlyComment(number)).toBe(applied);
    workflow.registry.put('acme', bundle('orders', {result: 'by hand'}));
    await workflow.runPush({before, after});
    expect(readHeader(workflow.onlyComment(number))).toMatchObject({state: 'open'});
    expect(workflow.onlyComment(number)).toContain('live-changed');
  });
});
