import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {DEMO_CREDENTIALS, startRegistryEmulator, type RegistryEmulator} from '../emulator/index.js';
import {startGitHub, type GitHubStandIn} from '../stand-ins/github/github.js';
import {ZERO_SHA} from '../stand-ins/github/state.js';
import {runAction, type RunResult} from '../stand-ins/runner/runner.js';
import {paint, plain, visible, type Painted} from '../visible.js';
import {createStyle, readable, type Style} from './terminal.js';

const TOKEN = 'demo-workflow-token';
const FILES = {
  greeting: 'zis/greet-new-tickets.json',
  alert: 'zis/alert-urgent-tickets.json',
  orders: 'zis/link-orders.json',
  tests: 'zis-tests/greet-new-tickets.test.yaml'
} as const;

interface RegisteredBundle {
  readonly integration: string;
  readonly name: string;
  readonly uuid: string;
  readonly resources: object;
}

type Print = (line: Painted) => void;
type Tree = Readonly<Record<string, string>>;

/**
 * Runs the main job from end to end, with the dist/index.js that a workflow runs: a flow test catches a mistake in a
 * pull request; mended, the pull request, which adds, changes and removes a bundle, gets its comment; its merge changes
 * the registry; a second run changes nothing.
 * GitHub and the registry are stand-ins on this machine.
 *
 * @param home   the package's folder
 * @param colour whether escape sequences are understood and wanted
 * @throws Error as soon as a run does not do what is expected of it
 */
export async function runMainJob(home: string, print: Print, colour: boolean): Promise<void> {
  const started = Date.now();
  const registry = await startRegistryEmulator();
  const github = await startGitHub({
    tokens: {
      [TOKEN]: {
        kind: 'installation',
        login: 'github-actions[bot]',
        permissions: {contents: 'read', 'pull-requests': 'write'}
      }
    }
  });
  const workspace = await mkdtemp(join(tmpdir(), 'zis-demo-'));
  try {
    await new MainJob(home, workspace, registry, github, print, createStyle(colour)).play();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    print(plain``);
    print(plain`That took ${seconds} seconds. Nothing left this machine.`);
  } finally {
    await Promise.all([registry.close(), github.close(), rm(workspace, {recursive: true, force: true})]);
  }
}

class MainJob {
  constructor(
    private readonly home: string,
    private readonly workspace: string,
    private readonly registry: RegistryEmulator,
    private readonly github: GitHubStandIn,
    private readonly print: Print,
    private readonly style: Style
  ) {}

  async play(): Promise<void> {
    const {before, mistaken, after} = await this.versions();
    await this.createIntegrations(before);

    this.title('1. The default branch holds two bundles; a push applies them');
    const first = this.github.push('main', before);
    const created = await this.run(
      'push',
      this.github.pushEvent({ref: 'refs/heads/main', before: ZERO_SHA, after: first.after}),
      {
        sha: first.after,
        tree: before
      }
    );
    claim(
      created.exitCode === 0 && created.outputs['result'] === 'applied',
      'the first push is applied',
      created
    );
    this.showRegistry();

    this.title('2. A pull request brings flow tests, and a mistake: the note is public');
    const message = 'Link orders, reword the note, drop the alert';
    this.github.branch('change', this.github.commit(mistaken, first.after, {message}));
    const number = this.github.openPullRequest({head: 'change', title: 'Link orders'}).number;
    const failed = await this.plan(number, 'opened', mistaken);
    claim(
      failed.exitCode === 1 && failed.outputs['failure-reason'] === 'tests-failed',
      'a flow test fails',
      failed
    );
    this.showComment(number, (body) => testsPart(body));

    this.title('3. The mistake is mended; the plan adds a bundle, changes one and removes one');
    this.github.branch(
      'change',
      this.github.commit(after, this.github.tip('change'), {message: 'Keep it internal'})
    );
    const planned = await this.plan(number, 'synchronize', after);
    const {
      created: toCreate,
      updated: toUpdate,
      deleted: toDelete,
      'has-changes': hasChanges
    } = planned.outputs;
    claim(planned.exitCode === 0 && hasChanges === 'true', 'the plan passes and has changes', planned);
    claim(
      [toCreate, toUpdate, toDelete].join() === '1,1,1',
      'one to create, one to update, one to delete',
      planned
    );
    this.showComment(number, (body) => body);

    this.title('4. The pull request is merged; the push applies the plan');
    const {mergeSha, before: parent, ref} = this.github.merge(number);
    const push = this.github.pushEvent({ref, before: parent, after: mergeSha});
    const applied = await this.run('push', push, {sha: mergeSha, tree: after});
    claim(applied.exitCode === 0 && applied.outputs['result'] === 'applied', 'the merge is applied', applied);
    this.showRegistry();
    this.claimRegistered(after);

    this.title('5. Running it again changes nothing');
    const writes = this.writes();
    const again = await this.run('push', push, {sha: mergeSha, tree: after});
    claim(
      again.exitCode === 0 && again.outputs['result'] === 'no-changes',
      'the second run finds no changes',
      again
    );
    claim(this.writes() === writes, 'the second run sends no write to the registry', again);
    this.print(this.style.good('✓ no changes, and no request that writes'));
  }

  /** What an administrator does once, before the first deploy. */
  private async createIntegrations(tree: Tree): Promise<void> {
    const [{email, apiToken}] = DEMO_CREDENTIALS;
    const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
    const names = bundlesIn(tree).map((text) => (JSON.parse(text) as {integration: string}).integration);
    for (const name of new Set(names)) {
      const url = `${this.registry.url}/api/services/zis/registry/${name}`;
      const {ok} = await fetch(url, {method: 'POST', headers: {authorization}});
      if (!ok) throw new Error(`the integration ${name} should have been created`);
    }
  }

  /** Runs the Action for the pull request's newest commit. */
  private plan(number: number, action: string, tree: Tree): Promise<RunResult> {
    return this.run('pull_request', this.github.pullRequestEvent(number, action), {
      sha: this.trialMerge(number),
      tree
    });
  }

  /** @param part what of its Markdown is shown */
  private showComment(number: number, part: (body: string) => string): void {
    const [comment, ...others] = this.github.commentsOn(number);
    if (comment === undefined || others.length > 0)
      throw new Error('the pull request should have exactly one comment');
    this.print(this.style.dim(`The comment on pull request #${number}:`));
    for (const line of readable(part(comment.body), this.style)) this.print(paint`  │ ${line}`);
  }

  /** The repository before the pull request, with its mistake, and with that mended; made from examples/. */
  private async versions(): Promise<{before: Tree; mistaken: Tree; after: Tree}> {
    const read = (path: string): Promise<string> => readFile(join(this.home, 'examples', path), 'utf8');
    const [greeting, alert, orders, tests] = await Promise.all([
      read(FILES.greeting),
      read(FILES.alert),
      read(FILES.orders),
      read(FILES.tests)
    ]);
    const older = greeting
      .replace('A new ticket: ', 'New: ')
      .replace('"Message": "Noted"', '"Message": "Done"');
    const publicNote = greeting.replace('"public": false', '"public": true');
    if (older === greeting || publicNote === greeting)
      throw new Error('the example no longer has the words that the demo changes');
    const rest = {[FILES.orders]: orders, [FILES.tests]: tests};
    return {
      before: {[FILES.greeting]: older, [FILES.alert]: alert},
      mistaken: {[FILES.greeting]: publicNote, ...rest},
      after: {[FILES.greeting]: greeting, ...rest}
    };
  }

  /** Checks a tree out and runs the Action for an event. */
  private async run(
    eventName: string,
    event: Readonly<Record<string, unknown>>,
    {sha, tree}: {readonly sha: string; readonly tree: Tree}
  ): Promise<RunResult> {
    await this.checkOut(tree);
    const [{email, apiToken}, , {clientId, clientSecret}] = DEMO_CREDENTIALS;
    const started = Date.now();
    const {apiUrl, serverUrl, repository} = this.github;
    const result = await runAction({
      dist: join(this.home, 'dist/index.js'),
      actionYml: join(this.home, 'action.yml'),
      // As a team has it that begins today: a client for everything, and an older API token for uploads.
      inputs: {
        subdomain: 'acme',
        'oauth-client-id': clientId,
        'oauth-client-secret': clientSecret,
        email,
        'api-token': apiToken,
        'registry-url': this.registry.url
      },
      context: {
        eventName,
        event,
        repository,
        sha,
        ref: eventName === 'push' ? 'refs/heads/main' : 'refs/pull/1/merge',
        serverUrl,
        apiUrl,
        token: TOKEN,
        workspace: this.workspace
      }
    });
    await result.dispose();
    const took = Date.now() - started;
    this.print(
      this.style.dim(
        `ran dist/index.js for ${eventName}: ${result.outputs['result'] ?? 'no result'} in ${took} ms`
      )
    );
    return result;
  }

  private async checkOut(tree: Tree): Promise<void> {
    await rm(this.workspace, {recursive: true, force: true});
    for (const [path, content] of Object.entries(tree)) {
      await mkdir(dirname(join(this.workspace, path)), {recursive: true});
      await writeFile(join(this.workspace, path), content);
    }
  }

  private trialMerge(number: number): string {
    return this.github.trialMerge(this.github.pullRequest(number)) ?? this.github.tip('change');
  }

  private writes(): number {
    const isToken = (path: string): boolean => path.includes('/oauth/tokens');
    return this.registry.requests.filter(({method, path}) => method !== 'GET' && !isToken(path)).length;
  }

  private showRegistry(): void {
    this.print(plain`The registry holds:`);
    for (const bundle of this.registry.bundles()) {
      const {integration, name, resources, uuid} = bundle as unknown as RegisteredBundle;
      const details = this.style.dim(`${Object.keys(resources).length} resources, uuid ${uuid}`);
      this.print(paint`  ${plain`${integration}/${name}`} ${details}`);
    }
    const installed = this.registry.jobSpecs().filter((spec) => spec['installed'] === true);
    this.print(
      visible(`  installed job specs: ${installed.map((spec) => spec['name'] as string).join(', ')}`)
    );
  }

  private claimRegistered(tree: Tree): void {
    const declared = bundlesIn(tree).map((text) => JSON.parse(text) as {name: string; resources: unknown});
    const registered = new Map(
      this.registry.bundles().map((bundle) => [bundle['name'], bundle['resources']])
    );
    const same = declared.every(
      ({name, resources}) => JSON.stringify(registered.get(name)) === JSON.stringify(resources)
    );
    if (!same || registered.size !== declared.length)
      throw new Error('the registry does not hold what main declares');
    this.print(this.style.good('✓ exactly what the default branch declares'));
  }

  private title(text: string): void {
    this.print(plain``);
    this.print(this.style.title(text));
  }
}

/** The texts of a repository's bundle files. */
function bundlesIn(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([path, text]) => (path.startsWith('zis/') ? [text] : []));
}

/** What a comment says of flow tests, down to what failed first. */
function testsPart(comment: string): string {
  const from = comment.indexOf('### Flow tests');
  const to = comment.indexOf('The run (', from);
  if (from === -1 || to === -1) throw new Error('the comment does not show what the flow tests found');
  return comment.slice(from, to);
}

/** @throws Error with the run's log when the run did not do what is expected of it */
function claim(holds: boolean, what: string, run: RunResult): void {
  if (holds) return;
  throw new Error(
    `The demo expected that ${what}.\n${JSON.stringify(run.outputs, null, 2)}\n${run.stdout}\n${run.stderr}`
  );
}
