import {chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {readdirSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from '@jest/globals';
import {readHeader} from '../../src/report/header.js';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import {withWorkflows, workflowsOf} from '../../scripts/pages/recipes-page.js';
import {ROOT} from '../support/runner.js';
import {CREDENTIALS, PLAN_KEY, Scenario, type Tree} from '../support/scenario.js';
import {
  readWorkflow,
  runWorkflow,
  type JobRun,
  type Workflow,
  type WorkflowEvent
} from '../support/workflow.js';

const FOLDER = 'examples/workflows/';
const files = new Map(
  readdirSync(`${ROOT}${FOLDER}`).map((name) => [
    `${FOLDER}${name}`,
    readFileSync(`${ROOT}${FOLDER}${name}`, 'utf8')
  ])
);
const VARS = {ZENDESK_OAUTH_CLIENT_ID: 'demo-client'};
const API_TOKEN = {ZENDESK_EMAIL: CREDENTIALS.email, ZENDESK_API_TOKEN: CREDENTIALS['api-token']};
const SECRETS = {ZENDESK_OAUTH_CLIENT_SECRET: 'demo-client-secret', ...API_TOKEN};
const base: Tree = {'zis/orders.json': bundle('orders'), 'zis/alerts.json': bundle('alerts')};
const changed: Tree = {'zis/orders.json': bundle('orders', {result: 'goodbye'})};

describe('docs/recipes.md', () => {
  const page = readFileSync(`${ROOT}docs/recipes.md`, 'utf8');

  test('shows every workflow of examples/ as it is', () => {
    expect(workflowsOf(page).sort()).toEqual([...files.keys()].sort());
    expect(withWorkflows(page, files)).toBe(page);
  });
});

test('one-account: plans a pull request with a comment, applies its merge, and deletes what it removed', async () => {
  const recipe = await Recipe.start('one-account');
  expect(outputs(await recipe.push(base))).toEqual([{result: 'applied', created: '2', deleted: '0'}]);
  const number = recipe.scenario.openPullRequest(changed);
  expect(outputs(await recipe.pullRequest(number, changed))).toEqual([
    {result: 'changes', created: '0', deleted: '1'}
  ]);
  expect(recipe.scenario.onlyComment(number)).toContain('1 to update, 1 to delete');
  expect(outputs(await recipe.merge(number, changed))).toEqual([
    {result: 'applied', created: '0', deleted: '1'}
  ]);
  expect(readHeader(recipe.scenario.onlyComment(number))?.state).toBe('applied');
});

test.each(['merge-queue', 'self-hosted'])('%s: plans a pull request, and applies its merge', async (name) => {
  const recipe = await Recipe.start(name);
  const number = recipe.scenario.openPullRequest(base);
  const [planned, applied] = [await recipe.pullRequest(number, base), await recipe.merge(number, base)];
  expect(outputs([...planned, ...applied]).map(({result}) => result)).toEqual(['changes', 'applied']);
});

test('merge-queue: the required check reports for the queue, without a comment', async () => {
  const recipe = await Recipe.start('merge-queue');
  const {github} = recipe.scenario;
  const number = recipe.scenario.openPullRequest(base);
  const event = github.mergeGroupEvent(number) as {merge_group: {head_sha: string; head_ref: string}};
  const {head_sha: sha, head_ref: ref} = event.merge_group;
  const jobs = await recipe.run({eventName: 'merge_group', event, sha, ref}, base);
  expect(outputs(jobs)).toEqual([{result: 'changes', created: '2', deleted: '0'}]);
  expect(github.commentsOn(number)).toEqual([]);
});

describe('reviewed', () => {
  test('applies what a signed comment showed, and nothing else', async () => {
    const recipe = await Recipe.start('reviewed');
    recipe.secrets = {...SECRETS, ZIS_PLAN_KEY: PLAN_KEY};
    const number = recipe.scenario.openPullRequest(base);
    const planned = await recipe.pullRequest(number, base);
    expect(planned.map(({job, result}) => [job, result])).toEqual([
      ['plan', 'success'],
      ['apply', 'skipped']
    ]);
    const merged = await recipe.merge(number, base);
    expect(outputs(merged)).toEqual([{result: 'applied', created: '2', deleted: '0'}]);
    const unseen = await recipe.push(changed);
    expect(unseen[1]?.runs[0]?.outputs).toMatchObject({'failure-reason': 'plan-missing'});
  });

  test('by hand it takes the deployed commit that may be left', async () => {
    const recipe = await Recipe.start('reviewed');
    recipe.secrets = {...SECRETS, ZIS_PLAN_KEY: PLAN_KEY};
    const {github} = recipe.scenario;
    const shas: string[] = [];
    for (const [index, tree] of [base, changed].entries()) {
      const number = recipe.scenario.openPullRequest(tree, `change-${index}`);
      await recipe.pullRequest(number, tree);
      await recipe.merge(number, tree);
      shas.push(github.tip('main'));
    }
    const byHand = async (allowOlder: string): Promise<Record<string, string> | undefined> => {
      const payload = {
        ref: 'refs/heads/main',
        inputs: {'allow-older': allowOlder},
        repository: repositoryIn(github)
      };
      const event = {
        eventName: 'workflow_dispatch',
        event: payload,
        sha: shas[0] ?? '',
        ref: 'refs/heads/main'
      };
      return (await recipe.run(event, base))[1]?.runs[0]?.outputs;
    };
    expect(await byHand('')).toMatchObject({'failure-reason': 'stale-commit'});
    expect(await byHand(shas[1] ?? '')).toMatchObject({result: 'applied', created: '1', updated: '1'});
  });
});

const repositoryIn = (github: Scenario['github']): unknown =>
  (github.scheduleEvent() as {repository?: unknown}).repository;

describe('sandbox-and-production', () => {
  const results = (jobs: readonly JobRun[]): Record<string, string> =>
    Object.fromEntries(jobs.map(({job, result, runs}) => [job, runs[0]?.outputs['result'] ?? result]));

  test('a pull request is planned for production and applied to the sandbox; a merge is applied to production', async () => {
    const recipe = await Recipe.start('sandbox-and-production');
    const sandbox = await Scenario.start();
    recipe.accounts.set('acme-sandbox', sandbox.registry.url);
    recipe.vars = (environment) =>
      environment === 'sandbox'
        ? {...VARS, ZENDESK_SUBDOMAIN: 'acme-sandbox', ZIS_VARIABLES: 'account=trial'}
        : {...VARS, ZENDESK_SUBDOMAIN: 'acme', ZIS_VARIABLES: 'account=live'};
    const source = (name: string): Tree => ({
      [`zis/${name}.json`]: bundle(name, {integration: '{{account}}_shop'})
    });
    const first = {...source('orders'), ...source('alerts')};
    const number = recipe.scenario.openPullRequest(first);
    expect(results(await recipe.pullRequest(number, first))).toEqual({
      plan: 'changes',
      sandbox: 'applied',
      production: 'skipped'
    });
    expect(recipe.scenario.registeredNames()).toEqual([]);
    expect(sandbox.registry.bundles()).toMatchObject([
      {integration: 'trial_shop'},
      {integration: 'trial_shop'}
    ]);

    const second = source('orders');
    recipe.scenario.pushToPullRequest(second);
    await recipe.pullRequest(number, second);
    expect(sandbox.registeredNames()).toEqual(['orders']);
    expect(recipe.scenario.onlyComment(number)).toContain('1 to create');

    expect(results(await recipe.merge(number, second))).toEqual({
      plan: 'skipped',
      sandbox: 'skipped',
      production: 'applied'
    });
    expect(recipe.scenario.registry.bundles()).toMatchObject([{name: 'orders', integration: 'live_shop'}]);
  });

  test('Dependabot gets no sandbox, and its plan passes without secrets', async () => {
    const recipe = await Recipe.start('sandbox-and-production');
    recipe.secrets = {};
    const number = recipe.scenario.openPullRequest(base);
    const jobs = await recipe.pullRequest(number, base, {user: {login: 'dependabot[bot]'}});
    expect(results(jobs)).toEqual({plan: 'valid', sandbox: 'skipped', production: 'skipped'});
  });
});

describe('many-integrations', () => {
  const shop = bundle('shop', {integration: 'shop'});
  const crm = bundle('crm', {integration: 'crm'});
  const before: Tree = {
    'zis/a/shop.json': shop,
    'zis/b/crm.json': crm,
    'zis/b/old.json': bundle('old', {integration: 'old'})
  };
  const summary = (jobs: readonly JobRun[]) =>
    jobs.map(({job, matrix, runs}) => [
      matrix?.['integration'] ?? job,
      ...['result', 'created', 'updated', 'deleted'].map((name) => runs[0]?.outputs[name])
    ]);

  test('each integration has its job; the last one deletes what has lost its files', async () => {
    const recipe = await Recipe.withoutClient('many-integrations');
    expect(summary(await recipe.push(before))).toEqual([
      ['check', 'valid', '0', '0', '0'],
      ['crm', 'applied', '1', '0', '0'],
      ['old', 'applied', '1', '0', '0'],
      ['shop', 'applied', '1', '0', '0'],
      ['all', 'no-changes', '0', '0', '0']
    ]);
    const after: Tree = {
      'zis/a/shop.json': bundle('shop', {integration: 'shop', result: 'goodbye'}),
      'zis/b/crm.json': crm
    };
    const number = recipe.scenario.openPullRequest(after);
    expect(summary(await recipe.pullRequest(number, after))).toEqual([
      ['check', 'valid', '0', '0', '0'],
      ['crm', 'no-changes', '0', '0', '0'],
      ['shop', 'changes', '0', '1', '0'],
      ['all', 'changes', '0', '1', '1']
    ]);
    expect(recipe.scenario.github.commentsOn(number)).toHaveLength(2);
    expect(summary(await recipe.merge(number, after)).slice(1)).toEqual([
      ['crm', 'no-changes', '0', '0', '0'],
      ['shop', 'applied', '0', '1', '0'],
      ['all', 'applied', '0', '0', '1']
    ]);
    expect(recipe.scenario.registeredNames()).toEqual(['crm', 'shop']);
    const states = recipe.scenario.github.commentsOn(number).map(({body}) => readHeader(body)?.state);
    expect(states).toEqual(['applied', 'applied']);
  });

  test('a new file does not make a new comment, and a bundle that moves between files is not deleted', async () => {
    const recipe = await Recipe.withoutClient('many-integrations');
    const account = await Recipe.withoutClient('one-account', recipe.scenario);
    await account.push({'zis/1.json': shop, 'zis/2.json': crm});
    const moved: Tree = {'zis/1.json': crm, 'zis/2.json': {...shop, description: 'moved'}};
    const number = recipe.scenario.openPullRequest(moved);
    await recipe.pullRequest(number, moved);
    const more = {...moved, 'zis/3.json': bundle('more', {integration: 'shop'})};
    recipe.scenario.pushToPullRequest(more);
    await recipe.pullRequest(number, more);
    expect(recipe.scenario.github.commentsOn(number)).toHaveLength(2);
    recipe.scenario.takeWrites();
    await recipe.merge(number, more);
    expect(recipe.scenario.takeWrites().filter((write) => write.startsWith('DELETE'))).toEqual([]);
    expect(recipe.scenario.registeredNames()).toEqual(['crm', 'more', 'shop']);
  });

  test('with more than 256 integrations there is no matrix, a warning says so, and the last job does the work alone', async () => {
    const recipe = await Recipe.withoutClient('many-integrations');
    recipe.secrets = {};
    const tree = Object.fromEntries(
      Array.from({length: 257}, (_, i) => [`zis/${i}.json`, bundle('same', {integration: `shop_${i}`})])
    );
    const jobs = await recipe.pullRequest(recipe.scenario.openPullRequest(tree), tree);
    expect(jobs.map(({job, result}) => [job, result])).toEqual([
      ['check', 'success'],
      ['integration', 'skipped'],
      ['all', 'success']
    ]);
    const warnings = jobs[0]?.runs[0]?.annotations.filter(({level}) => level === 'warning');
    expect(warnings).toEqual([
      expect.objectContaining({message: expect.stringContaining('at most 256 jobs')})
    ]);
  });

  test('an invalid file stops all of it', async () => {
    const recipe = await Recipe.withoutClient('many-integrations');
    const jobs = await recipe.push({...before, 'zis/broken.json': '{'});
    expect(jobs.map(({result}) => result)).toEqual(['failure', 'skipped', 'skipped']);
    expect(recipe.scenario.takeWrites()).toEqual([]);
  });
});

test('drift: opens one issue, and closes it', async () => {
  const recipe = await Recipe.start('drift');
  const account = await Recipe.start('one-account', recipe.scenario);
  await account.push(base);
  const schedule = async (): Promise<JobRun[]> => {
    const {github} = recipe.scenario;
    const event = github.scheduleEvent();
    return recipe.run({eventName: 'schedule', event, sha: github.tip('main'), ref: 'refs/heads/main'}, base);
  };
  await accountAt(recipe.scenario.registry.url).upload(bundle('orders', {result: 'edited by hand'}));
  expect((await schedule())[0]).toMatchObject({
    result: 'failure',
    runs: [{outputs: {result: 'drift'}}]
  });
  await accountAt(recipe.scenario.registry.url).upload(bundle('orders'));
  await accountAt(recipe.scenario.registry.url).install('orders_job');
  expect((await schedule())[0]).toMatchObject({
    result: 'success',
    runs: [{outputs: {result: 'no-changes'}}]
  });
});

test('code-scanning: uploads SARIF also when findings fail the step, and not from a fork', async () => {
  const recipe = await Recipe.start('code-scanning');
  const number = recipe.scenario.openPullRequest(base);
  const [job] = await recipe.pullRequest(number, {...base, 'zis/broken.json': '{'});
  expect(job).toMatchObject({
    result: 'failure',
    others: ['actions/checkout', 'github/codeql-action/upload-sarif']
  });
  const [fork] = await recipe.pullRequest(number, base, {head: {repo: {full_name: 'mallory/fork'}}});
  expect(fork).toMatchObject({result: 'success', others: ['actions/checkout']});
});

describe('forks', () => {
  const HEAD = 'a'.repeat(40);

  test('the check runs without secrets and keeps its report, also when it fails', async () => {
    const recipe = await Recipe.start('forks-check');
    recipe.secrets = {};
    const number = recipe.scenario.openPullRequest(base);
    const [job] = await recipe.pullRequest(number, {...base, 'zis/broken.json': '{'});
    expect(job).toMatchObject({result: 'failure', others: ['actions/checkout', 'actions/upload-artifact']});
    expect(await readFile(join(job!.folder, 'zis-report/number'), 'utf8')).toBe(String(number));
    expect(await readFile(join(job!.folder, 'zis-report/report.md'), 'utf8')).toContain('zis/broken.json');
  });

  test('the comment is created, then updated, and holds the report as code', async () => {
    const gh = await FakeGh.start({number: '7', 'report.md': '# Report\n\n@everyone <b>\n', head: HEAD});
    expect(await commentWorkflow(gh)).toBe('success');
    expect(await gh.calls()).toContain('api --method POST repos/acme/zis-integrations/issues/7/comments');
    const body = await gh.body();
    expect(body).toMatch(/^<!-- zis-check -->\n\*\*ZIS check\*\* of a{40}/);
    expect(body).toContain('\n    # Report\n    \n    @everyone <b>\n');
    const again = await FakeGh.start({number: '7', 'report.md': 'x', head: HEAD, comment: '99'});
    expect(await commentWorkflow(again)).toBe('success');
    expect(await again.calls()).toContain(
      'api --method PATCH repos/acme/zis-integrations/issues/comments/99'
    );
  });

  test.each([
    ['no number', '7; rm -rf /', 'failure'],
    ['a path', '../../issues/1', 'failure'],
    ['two lines', '7\n8', 'failure'],
    ['the number of a pull request with another head', '8', 'success']
  ])('an artifact with %s leads to no comment', async (_, number, result) => {
    const gh = await FakeGh.start({number, 'report.md': 'x', head: number === '8' ? 'b'.repeat(40) : HEAD});
    expect(await commentWorkflow(gh)).toBe(result);
    expect(await gh.calls()).not.toMatch(/POST|PATCH/);
  });

  test('a forged report cannot leave its block, nor pass for a plan of ours', async () => {
    const forged = '<!-- zis-bundles:e30 -->\n\n```\r\n\rfree @everyone\n\0x';
    const gh = await FakeGh.start({number: '7', 'report.md': forged, head: HEAD});
    await commentWorkflow(gh);
    const body = await gh.body();
    expect(body).not.toMatch(/[\r\0]/);
    const [marker, intro, blank, ...lines] = body.trimEnd().split('\n');
    expect([marker, blank]).toEqual(['<!-- zis-check -->', '']);
    expect(intro).not.toContain('everyone');
    for (const line of lines) expect(line).toMatch(/^ {4}/);
    expect(readHeader(body)).toBeNull();
  });

  test('a report of many short lines is not too long for a comment', async () => {
    const gh = await FakeGh.start({number: '7', 'report.md': 'x\n'.repeat(50_000), head: HEAD});
    expect(await commentWorkflow(gh)).toBe('success');
    const body = await gh.body();
    expect(body.length).toBeGreaterThan(60_000);
    expect(body.length).toBeLessThan(65_536);
  });

  async function commentWorkflow(gh: FakeGh): Promise<string> {
    const recipe = await Recipe.start('forks-comment');
    const run = {
      event: 'pull_request',
      id: 5,
      html_url: 'https://github.com/acme/zis-integrations/actions/runs/5',
      head_sha: HEAD,
      head_branch: 'change',
      head_repository: {id: 1, full_name: 'mallory/fork'}
    };
    const event = {eventName: 'workflow_run', event: {workflow_run: run}, sha: HEAD, ref: 'refs/heads/main'};
    const [job] = await recipe.run(event, {}, gh);
    return job?.result ?? '';
  }
});

/** A recipe's workflow in a repository where each job's token has the permissions that the file gives it. */
class Recipe {
  secrets: Readonly<Record<string, string>> = SECRETS;
  vars: (environment: string) => Record<string, string> = () => VARS;
  readonly accounts = new Map<string, string>();

  private constructor(
    private readonly name: string,
    private readonly workflow: Workflow,
    readonly scenario: Scenario
  ) {}

  static async start(name: string, scenario?: Scenario): Promise<Recipe> {
    const workflow = readWorkflow(files.get(`${FOLDER}${name}.yml`) ?? '');
    return new Recipe(name, workflow, scenario ?? (await Scenario.start({}, {tokens: ALL_TOKENS})));
  }

  /** The same in an account that has an API token and no OAuth client. */
  static async withoutClient(name: string, scenario?: Scenario): Promise<Recipe> {
    const recipe = await Recipe.start(name, scenario);
    recipe.vars = () => ({});
    recipe.secrets = API_TOKEN;
    return recipe;
  }

  push(tree: Tree): Promise<JobRun[]> {
    const {before, after} = this.scenario.push(tree);
    return this.pushed(before, after, tree);
  }

  merge(number: number, tree: Tree): Promise<JobRun[]> {
    const {before, mergeSha} = this.scenario.github.merge(number);
    return this.pushed(before, mergeSha, tree);
  }

  /** @param overrides of the payload's `pull_request` */
  pullRequest(number: number, tree: Tree, overrides: object = {}): Promise<JobRun[]> {
    const {github} = this.scenario;
    const issue = github.pullRequest(number);
    const sha = github.trialMerge(issue) ?? github.headSha(issue);
    const payload = github.pullRequestEvent(number, 'synchronize') as {pull_request: object};
    const event = {...payload, pull_request: {...payload.pull_request, ...overrides}};
    return this.run({eventName: 'pull_request', event, sha, ref: `refs/pull/${number}/merge`}, tree);
  }

  async run(event: WorkflowEvent, tree: Tree, gh?: FakeGh): Promise<JobRun[]> {
    const jobs = await runWorkflow(this.workflow, this.scenario, {
      event,
      tree,
      secrets: this.secrets,
      vars: this.vars,
      registryUrl: (subdomain) => this.accounts.get(subdomain) ?? this.scenario.registry.url,
      token: (job) => tokenOf(this.name, job),
      ...(gh === undefined ? {} : {shell: {path: gh.folder, env: gh.env}})
    });
    const missing = jobs.flatMap(({runs}) => runs).flatMap(({annotations}) => annotations);
    expect(missing.filter(({message}) => message.includes('permission'))).toEqual([]);
    return jobs;
  }

  private pushed(before: string, after: string, tree: Tree): Promise<JobRun[]> {
    const event = this.scenario.github.pushEvent({ref: 'refs/heads/main', before, after});
    return this.run({eventName: 'push', event, sha: after, ref: 'refs/heads/main'}, tree);
  }
}

/** A `gh` that answers from files and writes down what it was asked. */
class FakeGh {
  private constructor(
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>
  ) {}

  static async start(given: {
    number: string;
    'report.md': string;
    head: string;
    comment?: string;
  }): Promise<FakeGh> {
    const folder = await mkdtemp(join(tmpdir(), 'zis-gh-'));
    ghFolders.push(folder);
    await mkdir(join(folder, 'artifact'));
    await writeFile(join(folder, 'artifact/number'), given.number);
    await writeFile(join(folder, 'artifact/report.md'), given['report.md']);
    await cp(join(ROOT, '__tests__/fixtures/gh.sh'), join(folder, 'gh'));
    await chmod(join(folder, 'gh'), 0o755);
    const env = {FAKE_GH: folder, FAKE_HEAD: given.head, FAKE_COMMENT: given.comment ?? ''};
    return new FakeGh(folder, {...env, TMPDIR: folder});
  }

  calls(): Promise<string> {
    return readFile(join(this.folder, 'calls'), 'utf8');
  }

  /** What was posted. */
  body(): Promise<string> {
    return readFile(join(this.folder, 'body'), 'utf8');
  }
}

const ghFolders: string[] = [];

afterEach(async () => {
  await Promise.all(ghFolders.splice(0).map((folder) => rm(folder, {recursive: true, force: true})));
});

/** A token for every job of every recipe, with what the file gives the job. */
const ALL_TOKENS = Object.fromEntries(
  [...files].flatMap(([path, text]) => {
    const {permissions = {}, jobs} = readWorkflow(text);
    const name = path.slice(FOLDER.length, -'.yml'.length);
    return Object.entries(jobs).map(([job, own]) => [
      tokenOf(name, job),
      {permissions: own.permissions ?? permissions}
    ]);
  })
);

function tokenOf(recipe: string, job: string): string {
  return `ghs_${recipe}_${job}`.replaceAll('-', '_').padEnd(40, '0');
}

function outputs(jobs: readonly JobRun[]): Record<string, string | undefined>[] {
  return jobs
    .flatMap(({runs}) => runs)
    .map(({outputs: {result, created, deleted}}) => ({result, created, deleted}));
}
