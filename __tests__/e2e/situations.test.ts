import {describe, expect, test} from '@jest/globals';
import {startRegistryEmulator} from '../../src/emulator/index.js';
import type {FileMap} from '../../src/stand-ins/github/git/store.js';
import {situationsTable, tableOnDisk, type SituationRow} from '../../scripts/pages/reliability-page.js';
import {accountAt} from '../support/account.js';
import type {RunResult} from '../support/runner.js';
import {TOKENS, type RunSettings, type Scenario, type Tree} from '../support/scenario.js';
import {endOf, file, pushTo, remarksOf, saidBy, startStory, stateOf, versionOf} from '../support/versions.js';

const rows: SituationRow[] = [];

/** Makes a row of docs/reliability.md of what a run did and what is registered now. */
function row(scenario: Scenario, situation: string, result: RunResult, did: string): void {
  rows.push({situation, did, ended: endOf(result), state: stateOf(scenario.registry)});
}

const APPLY = {command: 'apply'};
const applied = (result: RunResult, counts: Record<string, string> = {}): void => {
  expect([endOf(result), result.exitCode, result.outputs]).toEqual([
    expect.stringMatching(/^(applied|no-changes)$/),
    0,
    expect.objectContaining(counts)
  ]);
};
/** Stopped for this reason, with these words, before the first write. */
const stopped = (scenario: Scenario, result: RunResult, reason: string, ...words: string[]): void => {
  expect([endOf(result), result.exitCode]).toEqual([`failed: ${reason}`, 1]);
  for (const each of words) expect(saidBy(result)).toContain(each);
  expect(scenario.takeWrites()).toEqual([]);
};
const dispatch = (scenario: Scenario, sha: string, settings: RunSettings = {}): Promise<RunResult> => {
  const event = scenario.github.workflowDispatchEvent();
  const context = {eventName: 'workflow_dispatch', event, sha, ref: 'refs/heads/main'};
  return scenario.run(context, {...settings, inputs: {...APPLY, ...settings.inputs}});
};
/** The first versions of these bundles. */
const filesOf = (names: readonly string[]): Tree =>
  Object.fromEntries(names.flatMap((name) => Object.entries(file(name))));
const shortOf = (sha: string): string => sha.slice(0, 12);

describe('old commits', () => {
  test('an old run that is run again, a dispatch on an old commit, and going back on purpose', async () => {
    const story = await startStory();
    const first = pushTo(story, 'main', {...file('orders'), ...file('alerts')});
    applied(await first.run(), {created: '2'});
    const number = story.openPullRequest({...file('orders', 2), ...file('alerts')});
    const {before, mergeSha} = story.github.merge(number);
    const merged = {before, after: mergeSha, tree: {...file('orders', 2), ...file('alerts')}};
    applied(await story.runPush(merged), {updated: '1'});
    const newest = pushTo(story, 'main', {...file('orders', 3), ...file('refunds')});
    applied(await newest.run(), {created: '1', updated: '1', deleted: '1'});
    story.takeWrites();

    for (const [situation, run] of [
      ['an old push is run again after a newer one', () => first.run({runAttempt: 2})],
      ['the same, of a merged pull request', () => story.runPush(merged, {runAttempt: 2})],
      ['a dispatch on an old commit', () => dispatch(story, first.after)]
    ] as const) {
      const again = await run();
      stopped(story, again, 'stale-commit', newest.after, `allow-older: ${newest.after}`);
      row(story, situation, again, 'named the deployed commit, and how to go back on purpose');
    }
    stopped(
      story,
      await dispatch(story, first.after, {inputs: {'allow-older': first.after}}),
      'stale-commit'
    );

    const back = await dispatch(story, first.after, {inputs: {'allow-older': newest.after}});
    applied(back, {created: '1', updated: '1', deleted: '1'});
    row(
      story,
      'an older, tested commit is applied on purpose (allow-older: the deployed commit)',
      back,
      'applied it, and deleted what only the newer one declared'
    );
    const forward = pushTo(story, 'main', {...file('orders', 4), ...file('refunds')});
    applied(await forward.run(), {deleted: '1', created: '1'});
    story.takeWrites();
    const expired = await dispatch(story, first.after, {inputs: {'allow-older': newest.after}});
    stopped(story, expired, 'stale-commit', forward.after);
    row(story, 'the same run again, after another push', expired, 'the permission has expired by itself');
    applied(await dispatch(story, first.after, {inputs: {'allow-older': 'true'}}), {created: '1'});
  });

  test('late runs, and a failed deploy that is run again', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', file('orders')).run());
    const late = pushTo(story, 'main', {...file('orders', 2), ...file('alerts')});
    const newest = pushTo(story, 'main', {...file('orders', 3)});
    applied(await newest.run(), {updated: '1'});
    story.takeWrites();
    const came = await late.run();
    stopped(story, came, 'stale-commit', newest.after);
    row(story, 'a run that starts after that of a newer commit', came, 'named the deployed commit');

    const failing = pushTo(story, 'main', {...file('orders', 4), ...file('refunds')});
    story.registry.script({
      match: {method: 'POST', path: '/api/services/zis/registry/acme/bundles'},
      fault: {kind: 'status', status: 400}
    });
    expect(endOf(await failing.run({inputs: {'max-parallel': '1'}}))).toBe('failed: apply-failed');
    story.takeWrites();
    const older = await newest.run({runAttempt: 2});
    stopped(story, older, 'stale-commit', failing.after, 'whose apply began later');
    row(
      story,
      'an older run is run again after a newer one that failed',
      older,
      'what the newer one has written is not undone'
    );
    const again = await failing.run({runAttempt: 2});
    applied(again);
    row(story, 'the newest run is run again after it failed', again, 'applied what was left to do');
  });

  test('reverts, and reverts of reverts', async () => {
    const story = await startStory();
    const [before, after] = [file('orders'), {...file('orders', 2), ...file('refunds')}];
    applied(await pushTo(story, 'main', before).run());
    applied(await pushTo(story, 'main', after).run(), {created: '1', updated: '1'});
    const reverted = await pushTo(story, 'main', before).run();
    applied(reverted, {updated: '1', deleted: '1'});
    row(story, 'a merge is reverted', reverted, 'applied the revert like any commit');
    const again = await pushTo(story, 'main', after).run();
    applied(again, {created: '1', updated: '1'});
    row(story, 'the revert is reverted', again, 'applied it like any commit');
  });

  test('two applies at once without concurrency: what the older one creates last is deleted by the next', async () => {
    const story = await startStory();
    const older = pushTo(story, 'main', {...file('orders'), ...file('alerts')});
    applied(await older.run());
    const [record] = [...story.github.deployments.values()];
    applied(await pushTo(story, 'main', file('orders', 2)).run(), {deleted: '1'});
    // The older apply was still at work: it wrote after the newer one had ended, and then said so.
    await accountAt(story.registry.url).upload(versionOf('alerts'));
    const done = record!.statuses.find(({state}) => state === 'success')!;
    record!.statuses.push({...done, id: story.github.newId(), createdAt: story.github.now()});
    Object.assign(record!, {updatedAt: story.github.now()});
    const next = await pushTo(story, 'main', file('orders', 3)).run();
    applied(next, {updated: '1', deleted: '1'});
    row(
      story,
      'two applies at once without concurrency: the older one creates last what the newer one dropped',
      next,
      'the next run deletes it'
    );
  });

  test('a forced push uploads and deletes nothing; the next one says what is left', async () => {
    const story = await startStory();
    const first = pushTo(story, 'main', file('orders'));
    applied(await first.run());
    const lost = pushTo(story, 'main', {...file('orders', 2), ...file('alerts')});
    applied(await lost.run(), {created: '1'});
    story.github.branch('main', first.after);
    const context = {
      eventName: 'push',
      event: story.github.pushEvent({ref: 'refs/heads/main', before: lost.after, after: first.after}),
      sha: first.after,
      ref: 'refs/heads/main'
    };
    const forced = await story.run(context);
    applied(forced, {updated: '1', deleted: '0'});
    expect(remarksOf(forced)).toContain(`a forced push took the deployed commit ${shortOf(lost.after)}`);
    row(
      story,
      'a forced push takes the deployed commit out of the branch',
      forced,
      'uploaded, deleted nothing, said so'
    );
    const next = await pushTo(story, 'main', file('orders', 3)).run();
    applied(next, {updated: '1', deleted: '0'});
    expect(remarksOf(next)).toMatch(
      /Still registered from a commit that this one does not descend from.*acme\/"alerts"/
    );
    row(story, 'the push after it', next, 'named what only the lost commit had declared');
    story.takeWrites();
    stopped(story, await story.run(context), 'stale-commit');
  });
});

describe('checkouts', () => {
  test('the commit is read wherever git keeps it, also without a git program and without its history', async () => {
    const story = await startStory();
    const key = {'comment-key': 'orders'};
    const all = ['orders', 'a', 'b', 'c', 'd', 'e', 'f'];
    const without = (count: number): Tree => filesOf(all.slice(0, all.length - count));
    applied(await pushTo(story, 'main', without(0)).run({inputs: key}), {created: '7'});
    const deletes = async (
      situation: string,
      did: string,
      gone: number,
      settings: RunSettings
    ): Promise<RunResult> => {
      const push = pushTo(story, 'main', without(gone));
      const result = await push.run({...settings, inputs: {...key, ...settings.inputs}});
      applied(result, {deleted: '1', unchanged: String(all.length - gone)});
      expect([...story.github.deployments.values()].at(-1)?.sha).toBe(push.after);
      row(story, situation, result, did);
      return result;
    };
    await deletes(
      'a shallow clone (depth 1)',
      'asked GitHub for the history: deleted what the push removed',
      1,
      {
        checkout: {git: 'branch'}
      }
    );
    await deletes('packed refs', 'found HEAD in them', 2, {checkout: {git: 'packed'}});
    await deletes('a worktree', 'found HEAD of the worktree', 3, {checkout: {git: 'worktree'}});
    await deletes('`path: src` of actions/checkout', 'its paths count from the checkout', 4, {
      checkout: {path: 'src'},
      inputs: {bundles: 'src/zis/**/*.json'}
    });
    const bare = await deletes(
      "no `.git`: the event's commit is taken",
      'the log says which commit is assumed',
      5,
      {
        checkout: {git: 'none'}
      }
    );
    expect(bare.stdout).toContain('There is no git checkout (.git): the commit');

    const elsewhere = await pushTo(story, 'main', without(6)).run({
      inputs: key,
      checkout: {origin: 'acme/other'}
    });
    applied(elsewhere, {deleted: '0'});
    expect(remarksOf(elsewhere)).toContain('is a checkout of acme/other');
    row(story, 'another repository is checked out', elsewhere, 'deleted nothing, recorded nothing, said so');
    const broken = await pushTo(story, 'main', {...without(6), 'README.md': 'x'}).run({
      inputs: key,
      checkout: {git: 'broken'}
    });
    applied(broken, {deleted: '0'});
    expect(remarksOf(broken)).toContain('which commit is checked out cannot be read from .git (');
    row(story, 'a `.git` that cannot be read', broken, 'deleted nothing, recorded nothing, said so');
    const unknown = await pushTo(story, 'main', {...without(6), 'README.md': 'y'}).run({
      inputs: key,
      checkout: {sha: 'c'.repeat(40)},
      tree: without(6)
    });
    applied(unknown, {deleted: '0'});
    expect(remarksOf(unknown)).toContain('GitHub does not have the commit cccccccccccc');
    row(story, 'a commit that the job made itself', unknown, 'deleted nothing, recorded nothing, said so');
    const next = await pushTo(story, 'main', {...without(6), 'README.md': 'z'}).run({inputs: key});
    applied(next, {deleted: '1'});
    row(story, 'the next run, with a proper checkout', next, 'lost no deletion');
  });

  test('files that are not checked out are no deletion', async () => {
    const story = await startStory();
    const key = {'comment-key': 'orders'};
    const tree = {...file('orders'), ...file('alerts')};
    applied(await pushTo(story, 'main', tree).run({inputs: key}), {created: '2'});
    story.takeWrites();
    const sparse = {checkout: {without: ['zis/alerts.json']}, inputs: key};
    const number = story.openPullRequest({...file('orders', 2), ...file('alerts')});
    const changed = pushTo(story, 'main', {...file('orders', 2), ...file('alerts')});
    const schedule = {
      eventName: 'schedule',
      event: story.github.scheduleEvent(),
      sha: changed.after,
      ref: 'refs/heads/main'
    };
    for (const [what, run] of [
      ['a plan', () => story.runPullRequest(number, undefined, sparse)],
      ['an apply', () => changed.run(sparse)],
      ['a drift check', () => story.run(schedule, sparse)]
    ] as const) {
      const result = await run();
      stopped(story, result, 'incomplete-checkout', 'zis/alerts.json', '`!path`');
      row(story, `a sparse checkout, ${what}`, result, 'named the files that are not there');
    }
    const nothing = {checkout: {without: Object.keys(tree)}, inputs: {...key, 'allow-empty': 'true'}};
    stopped(story, await changed.run(nothing), 'incomplete-checkout', 'zis/orders.json');
    stopped(story, await changed.run({...nothing, inputs: key}), 'incomplete-checkout');

    const excluded = {...sparse, inputs: {...key, bundles: 'zis/**/*.json\n!zis/alerts.json'}};
    const result = await changed.run(excluded);
    applied(result, {updated: '1', deleted: '0'});
    expect(remarksOf(result)).toMatch(
      /Not deleted, because another file of this commit declares it: acme\/"alerts"/
    );
    row(
      story,
      'an earlier step removes a file on purpose, and `bundles` excludes it with `!`',
      result,
      'applied the rest; the file still declares its bundle, so that it stays'
    );
  });

  test('generated files that git does not know', async () => {
    const story = await startStory();
    const generated = (
      push: ReturnType<typeof pushTo>,
      names: readonly string[],
      settings: RunSettings = {}
    ) => push.run({tree: {...file('orders'), ...filesOf(names)}, ...settings});
    const unsigned = {inputs: {'plan-key': ''}};
    const first = await generated(pushTo(story, 'main', file('orders')), ['one', 'two'], unsigned);
    applied(first, {created: '3'});
    row(story, 'bundles of files that a step generates', first, 'applied them like others');
    const kept = await generated(
      pushTo(story, 'main', {...file('orders'), 'README.md': 'a'}),
      ['one'],
      unsigned
    );
    applied(kept, {deleted: '0'});
    expect(remarksOf(kept)).toMatch(
      /no commit shows that this repository declared it: acme\/"two" \(zis\/two\.json, [0-9a-f-]{36}\)/
    );
    row(
      story,
      'one is no longer generated, without plan-key',
      kept,
      'kept the bundle, for want of proof, and said so'
    );
    applied(await generated(pushTo(story, 'main', {...file('orders'), 'README.md': 'b'}), ['one']));
    const deleted = await generated(pushTo(story, 'main', {...file('orders'), 'README.md': 'c'}), []);
    applied(deleted, {deleted: '1'});
    row(story, 'one is no longer generated, with plan-key', deleted, 'deleted it: the record is signed');
  });

  test('a bundle behind a symbolic link', async () => {
    const story = await startStory();
    const content = (version: number): string => JSON.stringify(versionOf('alerts', version));
    const orders = JSON.stringify(versionOf('orders'));
    const push = (files: FileMap) => {
      const {before, after} = story.github.push('main', files);
      const event = story.github.pushEvent({ref: 'refs/heads/main', before, after});
      return story.run({eventName: 'push', event, sha: after, ref: 'refs/heads/main'});
    };
    const link = {mode: '120000', content: '../shared/alerts.json'} as const;
    const linked = {'zis/orders.json': orders, 'zis/alerts.json': link};
    applied(await push({...linked, 'shared/alerts.json': content(1)}), {created: '2'});
    applied(await push({...linked, 'shared/alerts.json': content(2)}), {updated: '1', deleted: '0'});
    const kept = await push({'zis/orders.json': orders, 'shared/alerts.json': content(2)});
    applied(kept, {deleted: '0'});
    expect(remarksOf(kept)).toContain('acme/"alerts" (shared/alerts.json)');
    row(
      story,
      'a bundle behind a symbolic link: the link goes, its file stays',
      kept,
      'kept the bundle: a file still declares it'
    );
    applied(await push({...linked, 'shared/alerts.json': content(2)}));
    const gone = await push({'zis/orders.json': orders});
    applied(gone, {deleted: '1'});
    row(story, 'both go', gone, 'deleted the bundle');
  });
});

describe('events', () => {
  test('a pull request with the wrong commit checked out', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', file('orders')).run());
    const number = story.openPullRequest({...file('orders', 2), ...file('alerts')});
    const head = story.github.headSha(story.github.pullRequest(number));
    const main = story.github.tip('main');
    story.takeWrites();
    const onComment = (settings: RunSettings): Promise<RunResult> => {
      const event = story.github.issueCommentEvent(number, '/plan');
      return story.run({eventName: 'issue_comment', event, sha: main, ref: 'refs/heads/main'}, settings);
    };
    const target = {eventName: 'pull_request_target'};
    for (const [event, run] of [
      [
        'pull_request_target',
        (checkout: object) => story.runPullRequest(number, undefined, {...target, checkout})
      ],
      ['issue_comment', (checkout: object) => onComment({checkout})]
    ] as const) {
      const wrong = await run({sha: main});
      stopped(story, wrong, 'wrong-checkout', `its head is ${shortOf(head)}`, `refs/pull/${number}/head`);
      row(
        story,
        `${event} with the default checkout`,
        wrong,
        'named the lines of workflow that check out the pull request'
      );
      const right = await run({sha: head});
      expect(right.outputs).toMatchObject({result: 'changes', created: '1', updated: '1', deleted: '0'});
      row(story, `${event} with the head checked out`, right, 'planned and commented');
    }
    const ours = story.github
      .commentsOn(number)
      .filter(({author}) => author?.login === 'github-actions[bot]');
    expect(ours.map(({body}) => body)).toEqual([expect.stringContaining('1 to create, 1 to update')]);
    const base = await story.runPullRequest(number, undefined, {checkout: {sha: main}});
    stopped(story, base, 'wrong-checkout', 'Leave out `ref:`');
    row(story, 'pull_request with `ref: main`', base, 'named the line that is too much');
    const committed = await story.runPullRequest(
      number,
      {...file('orders', 4)},
      {checkout: {sha: 'd'.repeat(40)}}
    );
    expect(endOf(committed)).toBe('changes');
    expect(remarksOf(committed)).toContain(
      'GitHub does not have the commit dddddddddddd, which is checked out'
    );
    row(
      story,
      'a pull request on which the job commits something',
      committed,
      'planned, with nothing to delete, and said why'
    );
  });

  test('a head that lacks what was merged since: only what it removed itself is shown as deleted', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts')}).run());
    const number = story.openPullRequest(file('orders'));
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts'), ...file('refunds')}).run());
    const head = story.github.headSha(story.github.pullRequest(number));
    const result = await story.runPullRequest(number, undefined, {checkout: {sha: head}});
    expect(result.outputs).toMatchObject({result: 'changes', deleted: '1', created: '0'});
    expect(story.onlyComment(number)).toContain('alerts');
    expect(remarksOf(result)).toContain('does not contain the deployed commit');
    row(
      story,
      'a plan of a head that lacks what was merged since',
      result,
      'showed as deleted what the pull request itself removed'
    );
  });

  test('workflow_run and repository_dispatch', async () => {
    const story = await startStory();
    const built = pushTo(story, 'main', file('orders'));
    const newer = pushTo(story, 'main', file('orders', 2));
    const after = {
      eventName: 'workflow_run',
      event: story.github.workflowRunEvent({headSha: built.after}),
      sha: newer.after,
      ref: 'refs/heads/main'
    };
    expect(endOf(await story.run(after))).toBe('changes');
    const checkout = {sha: built.after};
    const deployed = await story.run(after, {inputs: APPLY, checkout});
    applied(deployed, {created: '1'});
    expect([...story.github.deployments.values()].at(-1)?.sha).toBe(built.after);
    expect(deployed.summary).toContain(shortOf(built.after).slice(0, 7));
    row(
      story,
      'workflow_run with the commit that was built checked out',
      deployed,
      'applied and recorded that commit, not the newest'
    );
    const event = story.github.repositoryDispatchEvent('deploy');
    const result = await story.run(
      {eventName: 'repository_dispatch', event, sha: newer.after, ref: 'refs/heads/main'},
      {inputs: APPLY}
    );
    applied(result, {updated: '1'});
    row(story, 'repository_dispatch with `command: apply`', result, 'applied what is checked out');
  });

  test('squash, rebase and merge commits, by push and by the closed pull request', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts')}).run());
    let version = 1;
    for (const method of ['merge', 'squash', 'rebase'] as const) {
      version += 1;
      const tree = {...file('orders', version), ...file('alerts')};
      const number = story.openPullRequest(tree, `change-${method}`);
      const head = story.github.headSha(story.github.pullRequest(number));
      expect(endOf(await story.runPullRequest(number))).toBe('changes');
      const {before, mergeSha} = story.github.merge(number, {method});
      story.takeWrites();
      if (method === 'squash') {
        const wrong = await story.runPullRequest(number, undefined, {
          action: 'closed',
          checkout: {sha: head}
        });
        stopped(story, wrong, 'wrong-checkout', 'pull_request.merge_commit_sha');
        row(story, 'a merged pull request, its head checked out', wrong, 'named the commit of the merge');
      }
      const result = await (method === 'merge'
        ? story.runPush({before, after: mergeSha, tree})
        : story.runPullRequest(number, undefined, {action: 'closed'}));
      applied(result, {updated: '1', unchanged: '1'});
      expect(story.onlyComment(number)).toContain('ZIS bundles: 1 updated in');
      row(
        story,
        `a ${method} commit, by ${method === 'merge' ? 'push' : 'pull_request closed'}`,
        result,
        'applied what was planned'
      );
    }
  });

  test('a merge queue that merges several pull requests in one push', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts')}).run());
    const base = story.github.tip('main');
    const one = story.openPullRequest({...file('orders', 2), ...file('alerts')}, 'one');
    const two = story.openPullRequest(file('orders'), 'two');
    for (const number of [one, two]) await story.runPullRequest(number);
    story.github.merge(one);
    const {mergeSha} = story.github.merge(two);
    const tree = file('orders', 2);
    const result = await story.runPush(
      {before: base, after: mergeSha, tree},
      {inputs: {'require-plan': 'true'}}
    );
    applied(result, {updated: '1', deleted: '1'});
    row(
      story,
      'a merge queue merges several pull requests in one push',
      result,
      'held each bundle to the plan that showed it, and applied all'
    );
  });

  test('runners whose events do not name the default branch', async () => {
    const story = await startStory();
    const push = pushTo(story, 'main', file('orders'));
    const event = {before: push.before, after: push.after, repository: {}};
    const context = {eventName: 'push', event, sha: push.after, ref: 'refs/heads/main'};
    const unnamed = await story.run(context);
    expect(endOf(unnamed)).toBe('valid');
    expect(remarksOf(unnamed)).toContain('Set deploy-branch');
    row(
      story,
      'a push with act, whose event does not name the default branch',
      unnamed,
      'validated only, and said what to set'
    );
    const named = await story.run(context, {inputs: {'deploy-branch': 'main'}});
    applied(named, {created: '1'});
    row(story, 'the same with deploy-branch', named, 'applied');
  });
});

describe('branches and environments', () => {
  test('a production branch that is not the default one', async () => {
    const story = await startStory();
    const inputs = {'deploy-branch': 'production'};
    const main = pushTo(story, 'main', file('orders'));
    const merged = await main.run({inputs: {...inputs, 'deploy-branch': 'produktion'}});
    stopped(
      story,
      merged,
      'invalid-inputs',
      'deploy-branch is "produktion", and the repository has no such branch'
    );
    row(
      story,
      'a `deploy-branch` that does not exist',
      merged,
      'said so, also where nothing would be applied'
    );
    story.github.branch('production', main.after);
    const validated = await main.run({inputs});
    expect(endOf(validated)).toBe('valid');
    row(story, 'deploy-branch: production, a push to main', validated, 'validated');
    const event = story.github.pushEvent({
      ref: 'refs/heads/production',
      before: main.before,
      after: main.after
    });
    const production = await story.run(
      {eventName: 'push', event, sha: main.after, ref: 'refs/heads/production'},
      {inputs}
    );
    applied(production, {created: '1'});
    row(story, 'deploy-branch: production, a push to production', production, 'applied');
  });

  test('a commit that is not merged, and a hotfix from a release branch', async () => {
    const story = await startStory();
    const first = pushTo(story, 'main', file('orders'));
    applied(await first.run());
    const number = story.openPullRequest(file('orders', 9));
    story.takeWrites();
    const open = await story.runPullRequest(number, undefined, {inputs: APPLY});
    stopped(story, open, 'not-merged', 'main does not reach it', 'allow-unmerged');
    row(story, 'an apply of an open pull request', open, 'named the branch that does not reach it');

    const main = pushTo(story, 'main', {...file('orders', 2), ...file('alerts')});
    applied(await main.run());
    story.github.branch('release', first.after);
    const hotfix = pushTo(story, 'release', file('orders', 8));
    story.takeWrites();
    const stale = await hotfix.run({inputs: APPLY});
    stopped(story, stale, 'stale-commit', 'does not descend from', main.after);
    row(
      story,
      'a hotfix from a release branch that lacks the deployed commit',
      stale,
      'named the deployed commit'
    );
    const allowed = await hotfix.run({inputs: {...APPLY, 'allow-older': main.after}});
    applied(allowed, {updated: '1', deleted: '1'});
    row(story, 'the same with allow-older', allowed, 'applied it, and deleted what only main declares');
    const next = pushTo(story, 'main', {...file('orders', 3), ...file('alerts')});
    story.takeWrites();
    stopped(story, await next.run(), 'stale-commit', hotfix.after);
    story.github.commitTree(story.github.git.filesOf(next.after), [next.after, hotfix.after], {});
    const mergeBack = story.github.commitTree(
      story.github.git.filesOf(next.after),
      [next.after, hotfix.after],
      {}
    );
    story.github.branch('main', mergeBack);
    const back = await story.runPush({
      before: next.after,
      after: mergeBack,
      tree: {...file('orders', 3), ...file('alerts')}
    });
    applied(back, {created: '1', updated: '1'});
    row(story, 'main, once the hotfix is merged back', back, 'applied');
  });

  test('two environments that deploy one commit, and one that waits for its approval', async () => {
    const [story, second] = [await startStory(), await startRegistryEmulator()];
    try {
      const staging = {
        inputs: {subdomain: 'acme-staging', 'registry-url': second.url, environment: 'staging'}
      };
      const production = {inputs: {environment: 'production'}};
      const first = pushTo(story, 'main', {...file('orders'), ...file('alerts')});
      applied(await first.run(staging), {created: '2'});
      const both = await first.run(production);
      applied(both, {created: '2'});
      row(story, 'two environments deploy one commit', both, 'each has its own records and its own account');
      const waiting = pushTo(story, 'main', {...file('orders', 2), ...file('alerts')});
      const newer = pushTo(story, 'main', file('orders', 3));
      applied(await waiting.run(staging));
      applied(await newer.run(staging), {deleted: '1'});
      const approved = await waiting.run(production);
      applied(approved, {updated: '1', deleted: '0'});
      row(
        story,
        'an environment with an approval: a run that waited, nothing newer deployed there',
        approved,
        'applied'
      );
      applied(await newer.run(production), {updated: '1', deleted: '1'});
      story.takeWrites();
      const late = await waiting.run({...production, runAttempt: 2});
      stopped(story, late, 'stale-commit', newer.after);
      row(story, 'the same, approved after a newer commit was deployed', late, 'named the deployed commit');
    } finally {
      await second.close();
    }
  });

  test('a sandbox that applies open pull requests is cleaned by the next', async () => {
    const story = await startStory();
    const sandbox = {
      inputs: {...APPLY, 'allow-unmerged': 'true', 'on-live-change': 'overwrite', comment: 'never'}
    };
    const main = pushTo(story, 'main', file('orders'));
    applied(await main.run({inputs: {...sandbox.inputs, command: 'auto'}}), {created: '1'});
    const one = story.openPullRequest({...file('orders', 2), ...file('alerts')}, 'one');
    const two = story.openPullRequest({...file('orders'), ...file('refunds')}, 'two');
    const first = await story.runPullRequest(one, undefined, sandbox);
    applied(first, {created: '1', updated: '1'});
    row(
      story,
      'a sandbox applies an open pull request (allow-unmerged)',
      first,
      'applied it, and recorded it as not merged'
    );
    const next = await story.runPullRequest(two, undefined, sandbox);
    applied(next, {created: '1', updated: '1', deleted: '1'});
    row(story, 'then another one', next, 'deleted what the first had added');
    const clean = await dispatch(story, main.after, {inputs: sandbox.inputs});
    applied(clean, {deleted: '1'});
    row(story, 'then the default branch', clean, 'deleted what the second had added');
  });
});

describe('several steps on one account', () => {
  const step = (key: string, bundles: string, inputs: Record<string, string> = {}): RunSettings => ({
    inputs: {bundles, ...inputs},
    action: key
  });
  const [left, right] = [step('left', 'left/**/*.json'), step('right', 'right/**/*.json')];

  test('neither deletes, forgets, overwrites nor warns about what the other deploys', async () => {
    const story = await startStory();
    const first = {...file('orders', 1, 'left'), ...file('alerts', 1, 'right')};
    const push = pushTo(story, 'main', first);
    for (const settings of [left, right]) {
      const result = await push.run(settings);
      applied(result, {created: '1'});
      expect(remarksOf(result)).toBe('');
    }
    const second = {
      ...file('orders', 2, 'left'),
      ...file('alerts', 2, 'right'),
      ...file('refunds', 1, 'right')
    };
    const number = story.openPullRequest(second);
    for (const settings of [left, right]) {
      const plan = await story.runPullRequest(number, undefined, settings);
      expect(endOf(plan)).toBe('changes');
      expect(plan.outputs).toMatchObject({updated: '1', deleted: '0'});
      expect(remarksOf(plan)).toBe('');
      expect(plan.summary).not.toContain(settings === left ? 'alerts' : 'orders');
    }
    expect(story.github.commentsOn(number)).toHaveLength(2);
    const {before, mergeSha} = story.github.merge(number);
    const merged = {before, after: mergeSha, tree: second};
    applied(await story.runPush(merged, right), {updated: '1', created: '1', deleted: '0'});
    const last = await story.runPush(merged, left);
    applied(last, {updated: '1', deleted: '0'});
    expect(remarksOf(last)).toBe('');
    row(
      story,
      'two steps with other globs on one account',
      last,
      'each has its records and its comment, and says nothing of the other'
    );

    const gone = pushTo(story, 'main', {...file('orders', 2, 'left'), ...file('alerts', 2, 'right')});
    const other = await gone.run(left);
    expect([endOf(other), remarksOf(other)]).toEqual(['no-changes', '']);
    const own = await gone.run(right);
    applied(own, {deleted: '1'});
    row(
      story,
      'one of them loses a file',
      own,
      'its own step deletes the bundle; the other one does not mention it'
    );
    const prune = await gone.run(step('left', 'left/**/*.json', {deletes: 'prune'}));
    applied(prune, {deleted: '0'});
    expect(remarksOf(prune)).toContain('acme/"alerts" (right/alerts.json)');
    row(story, 'one of them sets `deletes: prune`', prune, 'kept what other files of the commit declare');
  });

  test.each([
    ['the step that gets it runs first', [right, left]],
    ['the step that loses it runs first', [left, right]]
  ] as const)('a file moves from the globs of one step to those of another: %s', async (which, order) => {
    const story = await startStory();
    const first = pushTo(story, 'main', {
      ...file('orders', 1, 'left'),
      ...file('alerts', 1, 'left'),
      ...file('refunds', 1, 'right')
    });
    for (const settings of [left, right]) applied(await first.run(settings));
    const moved = {
      ...file('orders', 1, 'left'),
      ...file('alerts', 2, 'right'),
      ...file('refunds', 1, 'right')
    };
    const push = pushTo(story, 'main', moved);
    const results: RunResult[] = [];
    for (const settings of order) results.push(await push.run(settings));
    for (const result of results) applied(result, {deleted: '0'});
    const loser = results[order.findIndex((each) => each === left)]!;
    expect(remarksOf(loser)).toContain(
      'another file of this commit declares it: acme/"alerts" (right/alerts.json)'
    );
    row(
      story,
      `a file moves from one step's globs to another's: ${which}`,
      loser,
      'kept the bundle, and said which file declares it'
    );
    const gone = pushTo(story, 'main', {...file('orders', 1, 'left'), ...file('refunds', 1, 'right')});
    applied(await gone.run(left), {deleted: '0'});
    applied(await gone.run(right), {deleted: '1'});
    expect(story.registeredNames()).toEqual(['orders', 'refunds']);
  });

  test('a generated file that moves to another step', async () => {
    const story = await startStory();
    const push = pushTo(story, 'main', file('orders', 1, 'left'));
    const tree = (folder: string, version = 1): Tree => ({
      ...file('orders', version, 'left'),
      ...file('gen', 1, folder)
    });
    applied(await push.run({...left, tree: tree('left')}), {created: '2'});
    const next = pushTo(story, 'main', {...file('orders', 2, 'left')});
    applied(await next.run({...right, tree: tree('right', 2)}));
    const kept = await next.run({...left, tree: tree('right', 2)});
    applied(kept, {updated: '1', deleted: '0'});
    expect(remarksOf(kept)).toContain(
      'another step of this repository deploys it: acme/"gen" (right/gen.json)'
    );
    row(
      story,
      "a generated file moves from one step's globs to another's",
      kept,
      'kept the bundle: the other step has just deployed it'
    );
  });

  test('the integration or a variable that names it changes', async () => {
    const story = await startStory();
    const source = (version: number): Tree => ({
      'zis/orders.json': {...versionOf('orders', version, '{{team}}'), integration: '{{team}}'}
    });
    const team = (name: string, inputs: Record<string, string> = {}): RunSettings => ({
      inputs: {variables: `team=${name}`, ...inputs}
    });
    applied(await pushTo(story, 'main', source(1)).run(team('acme')), {created: '1'});
    const renamed = await pushTo(story, 'main', source(2)).run(team('shop'));
    applied(renamed, {created: '1', deleted: '0'});
    expect(remarksOf(renamed)).toMatch(
      /declared by nothing since bundles, integration or variables of this step were changed: acme\/"orders" \(zis\/orders.json, [0-9a-f-]{36}\)/
    );
    row(
      story,
      'a variable that names the integration changes',
      renamed,
      'created the bundle there, and named the one that is left'
    );
  });

  test.each([
    ['without comment-key', {}],
    ['with comment-key', {'comment-key': 'orders'}]
  ])('the `integration` input changes, %s', async (which, key) => {
    const story = await startStory();
    const tree = {'zis/orders.json': versionOf('orders', 1, '{{integration}}')};
    const settings = (integration: string): RunSettings => ({inputs: {integration, ...key}});
    applied(await pushTo(story, 'main', tree).run(settings('acme')), {created: '1'});
    const renamed = await pushTo(story, 'main', {...tree, 'README.md': 'x'}).run(settings('shop'));
    applied(renamed, {created: '1', deleted: '0'});
    expect(remarksOf(renamed)).toMatch(
      /since bundles, integration or variables of this step were changed: acme\/"orders"/
    );
    row(
      story,
      `the \`integration\` input changes, ${which}`,
      renamed,
      'created the bundle there, and named the one that is left'
    );
  });

  test('environment, comment-key and globs change while a deletion is pending', async () => {
    const story = await startStory();
    const all = {...file('orders'), ...file('alerts'), ...file('refunds')};
    applied(await pushTo(story, 'main', all).run({inputs: {environment: 'production'}}), {created: '3'});
    const fault = (): void => {
      story.registry.script({
        match: {method: 'POST', path: '/api/services/zis/registry/acme/bundles'},
        fault: {kind: 'status', status: 400}
      });
    };
    fault();
    const failed = await pushTo(story, 'main', {...file('orders', 2), ...file('refunds')}).run({
      inputs: {environment: 'production'}
    });
    expect(endOf(failed)).toBe('failed: apply-failed');
    const renamed = await pushTo(story, 'main', {...file('orders', 3), ...file('refunds')}).run({
      inputs: {environment: 'prod'}
    });
    applied(renamed, {updated: '1', deleted: '1'});
    row(
      story,
      'the environment is renamed while a deletion is pending',
      renamed,
      'made it: records are found whatever their environment'
    );

    fault();
    expect(endOf(await pushTo(story, 'main', file('orders', 4)).run())).toBe('failed: apply-failed');
    const keyed = await pushTo(story, 'main', file('orders', 5)).run({inputs: {'comment-key': 'new'}});
    applied(keyed, {updated: '1', deleted: '0'});
    expect(remarksOf(keyed)).toMatch(/of this step were changed: acme\/"refunds"/);
    row(
      story,
      'the comment-key (or, without one, the globs) changes while a deletion is pending',
      keyed,
      'named the bundle that is left, and how to remove it'
    );
    story.github.deployments.clear();
    const cleared = await pushTo(story, 'main', file('orders', 6)).run({inputs: {'comment-key': 'new'}});
    applied(cleared, {updated: '1', deleted: '0'});
    expect(remarksOf(cleared)).toMatch(/no earlier apply of this step is on record/i);
    row(
      story,
      'the records are deleted in the settings',
      cleared,
      'compared with the commit before the push, and said so'
    );
  });
});

describe('forgeries and failures', () => {
  test('a forged deployment', async () => {
    const story = await startStory();
    await accountAt(story.registry.url).upload(versionOf('theirs'));
    const push = pushTo(story, 'main', {...file('orders'), ...file('theirs')});
    const next = pushTo(story, 'main', file('orders'));
    applied(await next.run(), {created: '1'});
    const [genuine] = [...story.github.deployments.values()];
    const payload = genuine!.payload as Record<string, unknown>;
    const entry = {integration: 'acme', name: 'theirs', path: 'zis/theirs.json', desiredHash: 'sha256:0'};
    const forged = {
      ...genuine!,
      id: story.github.newId(),
      sha: push.after,
      payload: {...payload, bundles: [...(payload['bundles'] as object[]), entry]},
      creator: story.github.account('mallory'),
      createdAt: story.github.now()
    };
    story.github.deployments.set(forged.id, forged);
    const result = await pushTo(story, 'main', file('orders', 2)).run();
    applied(result, {updated: '1', deleted: '0'});
    expect(remarksOf(result)).toContain('Records of applies that mallory created are left out');
    row(
      story,
      'a forged deployment that lists a bundle to be deleted',
      result,
      'left it out, since we did not create it, and said whose it is'
    );
  });

  test('the records of an App of ours are taken for ours, those of another App are not', async () => {
    const story = await startStory();
    const app = {token: TOKENS.app};
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts')}).run(app));
    const deleted = await pushTo(story, 'main', file('orders')).run(app);
    applied(deleted, {deleted: '1'});
    row(story, "github-token is an App's", deleted, 'found its own records: the new one tells who it is');
    for (const record of story.github.deployments.values())
      Object.assign(record, {creator: story.github.account('other[bot]')});
    applied(
      await pushTo(story, 'main', {...file('orders'), ...file('refunds')}).run({
        ...app,
        inputs: {deletes: 'never'}
      })
    );
    for (const record of story.github.deployments.values())
      Object.assign(record, {creator: story.github.account('other[bot]')});
    const kept = await pushTo(story, 'main', file('orders', 2)).run(app);
    applied(kept, {updated: '1', deleted: '0'});
    expect(remarksOf(kept)).toContain("this apply's own record is by acme-deployer[bot]");
  });

  test('an edited plan comment, and one that another workflow forged', async () => {
    const story = await startStory();
    const strict = {inputs: {'require-plan': 'true'}};
    applied(await pushTo(story, 'main', file('orders')).run());
    story.takeWrites();
    const edited = story.openPullRequest(file('orders', 2), 'edited');
    await story.runPullRequest(edited);
    const [comment] = story.github.commentsOn(edited);
    Object.assign(comment!, {body: comment!.body.replace('update', 'create')});
    const one = story.github.merge(edited);
    const refused = await story.runPush(
      {before: one.before, after: one.mergeSha, tree: file('orders', 2)},
      strict
    );
    stopped(story, refused, 'plan-missing', 'not signed with this plan-key, or was changed since');
    row(
      story,
      'an edited plan comment, with require-plan',
      refused,
      'did not take it: its signature does not hold'
    );
    const forged = story.openPullRequest(file('orders', 3), 'forged');
    await story.runPullRequest(forged, undefined, {inputs: {'plan-key': 'another key, of another workflow'}});
    const two = story.github.merge(forged);
    const result = await story.runPush(
      {before: two.before, after: two.mergeSha, tree: file('orders', 3)},
      strict
    );
    stopped(story, result, 'plan-missing', 'not signed with this plan-key');
    row(
      story,
      'a comment with a forged header, by another workflow with its token',
      result,
      'did not take it: it is not signed with our plan-key'
    );
  });

  test('GitHub that answers 502', async () => {
    const story = await startStory();
    applied(await pushTo(story, 'main', {...file('orders'), ...file('alerts')}).run());
    const push = pushTo(story, 'main', file('orders', 2));
    story.github.fail(/compare/, 3, {status: 502});
    const result = await push.run();
    applied(result, {updated: '1', deleted: '0'});
    expect(remarksOf(result)).toContain('GitHub did not say how this commit stands to the deployed commit');
    row(
      story,
      'GitHub answers 502 when it is asked how commits stand',
      result,
      'uploaded, deleted nothing, said so'
    );
    const next = pushTo(story, 'main', file('orders', 3));
    const made = await next.run();
    applied(made, {updated: '1', deleted: '1'});
    row(story, 'the next run', made, 'lost no deletion');
    story.github.forget();
  });

  test('an account that moves to another repository', async () => {
    const [old, young] = [await startStory(), await startStory()];
    const both = {...file('orders'), ...file('alerts')};
    applied(await pushTo(old, 'main', both).run(), {created: '2'});
    const there = {inputs: {'registry-url': old.registry.url}};
    const moved = await pushTo(young, 'main', file('orders')).run(there);
    applied(moved, {unchanged: '1', deleted: '0'});
    expect(moved.summary).toContain('alerts');
    row(
      old,
      'an account moves to another repository',
      moved,
      'took over what it declares; the rest it names, and leaves alone'
    );
  });

  test('inputs that cannot be meant', async () => {
    const story = await startStory();
    const push = pushTo(story, 'main', file('orders'));
    const inputs = {'plan-key': 'short', 'allow-older': 'yesterday', 'deploy-branch': 'two words'};
    const result = await push.run({inputs});
    stopped(
      story,
      result,
      'invalid-inputs',
      'plan-key has 5 characters',
      'allow-older is "yesterday"',
      'deploy-branch is "two words"'
    );
    row(
      story,
      'plan-key too short, allow-older that is no commit, deploy-branch that cannot be one',
      result,
      'said all of it at once'
    );
  });
});

test('docs/reliability.md says what these tests saw', async () => {
  const table = situationsTable(rows);
  expect(await tableOnDisk('situations', table)).toBe(table);
});
