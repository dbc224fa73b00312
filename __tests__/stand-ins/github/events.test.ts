import {createRequire} from 'node:module';

import {describe, expect, test} from '@jest/globals';

import type {GitHubStandIn} from '../../../src/stand-ins/github/github.js';
import {startFakeGitHub} from '../../support/fake-github.js';

type Payload = Record<string, unknown>;

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: Payload[];
}[];

const ZERO = '0'.repeat(40);

async function start(): Promise<{github: GitHubStandIn; base: string; number: number}> {
  const github = await startFakeGitHub();
  const base = github.push('main', {'zis/a.json': '{}'}).after;
  github.branch('feature', github.commit({'zis/a.json': '{"a": 1}'}, base));
  return {github, base, number: github.openPullRequest({head: 'feature'}).number};
}

/** The keys that some example of the event has at this property and the payload has not. */
function missing(event: string, action: string | null, payload: Payload, property: string | null): string[] {
  const example = examples
    .find(({name}) => name === event)
    ?.examples.find((each) => action === null || each['action'] === action);
  const pick = (from: Payload | undefined) => (property === null ? from : (from?.[property] as Payload));
  return Object.keys(pick(example) ?? {}).filter((key) => !Object.hasOwn(pick(payload) ?? {}, key));
}

describe('event payloads have the properties of real ones', () => {
  test('pull_request', async () => {
    const {github, number} = await start();
    for (const action of ['opened', 'synchronize']) {
      const before = action === 'synchronize' ? {before: ZERO} : {};
      const payload = github.pullRequestEvent(number, action, before);
      expect(missing('pull_request', action, payload, null).filter((key) => key !== 'installation')).toEqual(
        []
      );
      expect(missing('pull_request', action, payload, 'pull_request')).toEqual([]);
      expect(missing('pull_request', action, payload, 'repository')).toEqual([]);
    }
    github.merge(number);
    expect(github.pullRequestEvent(number, 'closed')).toMatchObject({
      action: 'closed',
      number,
      pull_request: {merged: true, state: 'closed'}
    });
  });

  test('push', async () => {
    const {github, number} = await start();
    const {before, mergeSha, ref} = github.merge(number);
    const payload = github.pushEvent({ref, before, after: mergeSha});
    expect(missing('push', null, payload, null)).toEqual([]);
    expect(missing('push', null, payload, 'head_commit')).toEqual([]);
    expect(payload).toMatchObject({
      ref: 'refs/heads/main',
      created: false,
      forced: false,
      head_commit: {id: mergeSha, modified: ['zis/a.json']},
      repository: {default_branch: 'main'}
    });
    expect(payload['commits']).toHaveLength(2);
  });

  test('push of a new branch, by force, and one that deletes it', async () => {
    const {github, base} = await start();
    const other = github.commit({'b.json': '{}'});
    const ref = 'refs/heads/new';
    expect(github.pushEvent({ref, before: ZERO, after: base})).toMatchObject({created: true, deleted: false});
    expect(github.pushEvent({ref, before: base, after: other})).toMatchObject({forced: true, created: false});
    expect(github.pushEvent({ref, before: other, after: ZERO})).toMatchObject({
      deleted: true,
      head_commit: null
    });
  });

  test('merge_group', async () => {
    const {github, base, number} = await start();
    const payload = github.mergeGroupEvent(number);
    expect(missing('merge_group', null, payload, null).filter((key) => key !== 'installation')).toEqual([]);
    expect(missing('merge_group', null, payload, 'merge_group')).toEqual([]);
    const group = payload['merge_group'] as {head_sha: string; base_sha: string; head_ref: string};
    expect(group.base_sha).toBe(base);
    expect(group.head_ref).toBe(`refs/heads/gh-readonly-queue/main/pr-${number}-${base}`);
    expect(github.resolve(group.head_ref)).toBe(group.head_sha);
  });

  test('schedule and workflow_dispatch', async () => {
    const {github} = await start();
    expect(github.scheduleEvent('5 4 * * *')).toMatchObject({
      schedule: '5 4 * * *',
      repository: {full_name: 'acme/zis-integrations'}
    });
    expect(github.workflowDispatchEvent({inputs: {command: 'apply'}})).toMatchObject({
      inputs: {command: 'apply'},
      ref: 'refs/heads/main',
      sender: {login: 'octo-dev'}
    });
  });

  test('issue_comment names the pull request and no commit of it', async () => {
    const {github, number} = await start();
    const payload = github.issueCommentEvent(number, '/plan', {sender: 'ann'});
    expect(payload).toMatchObject({
      action: 'created',
      issue: {number, pull_request: {}},
      sender: {login: 'ann'}
    });
    expect(JSON.stringify(payload)).not.toContain(github.headSha(github.pullRequest(number)));
    expect(github.commentsOn(number)).toMatchObject([{body: '/plan', author: {login: 'ann'}}]);
  });

  test('workflow_run and repository_dispatch', async () => {
    const {github, base} = await start();
    const run = github.workflowRunEvent({headSha: base});
    expect(missing('workflow_run', 'completed', run, null).filter((key) => key !== 'workflow')).toEqual([]);
    expect(run).toMatchObject({workflow_run: {head_sha: base, head_branch: 'main', conclusion: 'success'}});
    const dispatch = github.repositoryDispatchEvent('deploy');
    expect(
      missing('repository_dispatch', null, dispatch, null).filter((key) => key !== 'installation')
    ).toEqual([]);
    expect(dispatch).toMatchObject({action: 'deploy', repository: {default_branch: 'main'}});
  });
});
