import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {DEFAULT_BEHAVIOUR, type Behaviour, type Budget} from '../../src/emulator/behaviour.js';
import {
  startRegistryEmulator,
  type EmulatorOptions,
  type Fault,
  type FaultScript,
  type RegistryEmulator
} from '../../src/emulator/index.js';
import {accountAt} from '../support/account.js';
import {bundle, textAt} from '../support/bundles.js';
import {faultsTable, tableOnDisk, type ReliabilityRow} from '../../scripts/pages/reliability-page.js';
import type {RunResult} from '../support/runner.js';
import {Scenario, type Tree} from '../support/scenario.js';

const ROOT = '/api/services/zis/registry/';
const LIST = {method: 'GET', path: `${ROOT}acme/bundles?`};
const SHOW = {method: 'GET', path: `${ROOT}acme/bundles/`};
const UPLOAD = {method: 'POST', path: `${ROOT}acme/bundles`};
const DELETE = {method: 'DELETE', path: `${ROOT}acme/bundles/`};
const INSTALL = {method: 'POST', path: `${ROOT}job_specs/install`};
const UNINSTALL = {method: 'DELETE', path: `${ROOT}job_specs/install`};
const FOREVER = 999;

const JSON_TYPE = 'application/json';
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers
});
const refusal = (detail: string): Fault => ({
  kind: 'status',
  status: 400,
  contentType: JSON_TYPE,
  body: JSON.stringify({errors: [{code: '1010', detail, status: '400'}], message: 'Unauthorized'})
});
const reset = (when: 'before' | 'after'): Fault => ({kind: 'reset', when});

/** One update, two creations, one deletion, and one that stays. */
const OLD: Tree = {
  'zis/gone.json': bundle('gone'),
  'zis/orders.json': bundle('orders', {result: 'old'}),
  'zis/same.json': bundle('same')
};
const NEW: Tree = {
  'zis/alerts.json': bundle('alerts'),
  'zis/fresh.json': bundle('fresh'),
  'zis/orders.json': bundle('orders', {result: 'new'}),
  'zis/same.json': bundle('same')
};

interface Case {
  readonly fault: string;
  readonly scripts: (scenario: Scenario) => readonly FaultScript[];
  readonly did: string;
  /** `result` or `result: failure-reason`. */
  readonly ended: string;
  /** What the log says about it, where it fails. */
  readonly says?: string;
  /** Milliseconds that the run takes at least. */
  readonly waits?: number;
  /** The time that the step gives itself, where it is not the usual 12. */
  readonly minutes?: string;
  /** How the registry acts meanwhile. */
  readonly behaves?: Partial<Behaviour>;
}

const always =
  (...scripts: readonly FaultScript[]) =>
  () =>
    scripts;

const CASES: readonly Case[] = [
  {
    fault: '500, then fine, on a read',
    scripts: always({match: LIST, fault: status(500)}),
    did: 'asked again after a moment',
    ended: 'applied'
  },
  {
    fault: '500 on every request',
    scripts: always({times: FOREVER, fault: status(500)}),
    minutes: '0.05',
    did: 'asked again until its time, here 3 s, was over',
    ended: 'failed: registry-unavailable',
    says: 'the time allowed for it has run out'
  },
  {
    fault: '500 on an upload',
    scripts: always({match: UPLOAD, fault: status(500)}),
    did: 'read the bundle, found it not written, sent it again',
    ended: 'applied'
  },
  {
    fault: '408 on an upload',
    scripts: always({match: UPLOAD, fault: status(408)}),
    did: 'read the bundle, found it not written, sent it again',
    ended: 'applied'
  },
  {
    fault: '409 on an upload',
    scripts: always({match: UPLOAD, fault: status(409)}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: 'answers in gzip',
    scripts: always(),
    behaves: {encoding: 'gzip'},
    did: 'read them',
    ended: 'applied'
  },
  {
    fault: 'answers in br',
    scripts: always(),
    behaves: {encoding: 'br'},
    did: 'read them',
    ended: 'applied'
  },
  {
    fault: "a firewall's HTML page (403) for one of three uploads",
    scripts: always(),
    behaves: {firewall: 'fresh_flow'},
    did: 'made the other two, deleted nothing',
    ended: 'failed: apply-failed',
    says: 'A firewall ahead of the registry'
  },
  {
    fault: '503 on a deletion',
    scripts: always({match: DELETE, fault: status(503)}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: '429 with Retry-After: 1',
    scripts: always({match: UPLOAD, fault: status(429, {'retry-after': '1'})}),
    did: 'waited for a second, then sent it again',
    ended: 'applied',
    waits: 1000
  },
  {
    fault: '429 with Retry-After: 3600',
    scripts: always({match: LIST, fault: status(429, {'retry-after': '3600'})}),
    did: 'did not wait for longer than its own time',
    ended: 'failed: registry-unavailable',
    says: 'it asks for a wait of 3600 s, more than is left of the time of this step'
  },
  {
    fault: 'Retry-After as a date, by a clock that is two hours slow',
    scripts: () => {
      const theirs = Date.now() - 2 * 3_600_000;
      const headers = {
        date: new Date(theirs).toUTCString(),
        'retry-after': new Date(theirs + 1000).toUTCString()
      };
      return [{match: UPLOAD, fault: status(429, headers)}];
    },
    did: 'waited for a second: the date counts from that of the answer',
    ended: 'applied',
    waits: 1000
  },
  {
    fault: 'connection reset on a read',
    scripts: always({match: SHOW, fault: reset('before')}),
    did: 'asked again',
    ended: 'applied'
  },
  {
    fault: 'connection reset before an upload is processed',
    scripts: always({match: UPLOAD, fault: reset('before')}),
    did: 'read the bundle, found it not written, sent it again',
    ended: 'applied'
  },
  {
    fault: 'connection reset after an upload is processed',
    scripts: always({match: UPLOAD, fault: reset('after')}),
    did: 'read the bundle, found it written, did not send it again',
    ended: 'applied'
  },
  {
    fault: 'connection reset before a deletion is processed',
    scripts: always({match: DELETE, fault: reset('before')}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: 'connection reset after a deletion is processed',
    scripts: always({match: DELETE, fault: reset('after')}),
    did: 'sent it again, and took the 404 for done',
    ended: 'applied'
  },
  {
    fault: 'connection reset before an installation is processed',
    scripts: always({match: INSTALL, fault: reset('before')}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: 'connection reset after an installation is processed',
    scripts: always({match: INSTALL, fault: reset('after')}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: 'connection reset after an uninstallation is processed',
    scripts: always({match: UNINSTALL, fault: reset('after')}),
    did: 'sent it again',
    ended: 'applied'
  },
  {
    fault: 'truncated JSON, once',
    scripts: always({match: SHOW, fault: {kind: 'truncate', bytes: 40}}),
    did: 'asked again',
    ended: 'applied'
  },
  {
    fault: 'truncated JSON, always',
    scripts: always({match: SHOW, times: FOREVER, fault: {kind: 'truncate', bytes: 40}}),
    did: 'stopped before the first write',
    ended: 'failed: registry-unexpected',
    says: 'a body that ends too early'
  },
  {
    fault: 'an HTML page in place of a list',
    scripts: always({
      match: LIST,
      fault: {kind: 'body', body: '<html>Sorry</html>', contentType: 'text/html'}
    }),
    did: 'stopped before the first write',
    ended: 'failed: registry-unexpected',
    says: 'an HTML page'
  },
  {
    fault: 'an HTML error page (404)',
    scripts: always({
      match: LIST,
      fault: {kind: 'status', status: 404, body: '<html>Sorry</html>', contentType: 'text/html'}
    }),
    did: 'stopped before the first write',
    ended: 'failed: registry-unexpected',
    says: 'an HTML page'
  },
  {
    fault: 'JSON with the content type text/plain',
    scripts: ({registry}) => [
      {match: LIST, fault: {kind: 'body', body: listOf(registry.bundles()), contentType: 'text/plain'}}
    ],
    did: 'read it',
    ended: 'applied'
  },
  {
    fault: 'a cursor that repeats',
    scripts: ({registry}) => [
      {
        match: LIST,
        times: FOREVER,
        fault: {
          kind: 'status',
          status: 200,
          contentType: JSON_TYPE,
          body: listOf(registry.bundles(), {has_more: true, after: 'x'})
        }
      }
    ],
    did: 'stopped before the first write',
    ended: 'failed: registry-unexpected',
    says: 'a cursor that it gave before'
  },
  {
    fault: 'two registered bundles of one name',
    scripts: ({registry}) => {
      const bundles = registry.bundles();
      const twin = {...bundles[1], uuid: 'the-other-uuid'};
      return [{match: LIST, fault: {kind: 'body', body: listOf([...bundles, twin])}}];
    },
    did: 'stopped before the first write, naming both uuids',
    ended: 'failed: ambiguous-bundle',
    says: 'the-other-uuid'
  },
  {
    fault: '400 on one of three uploads',
    scripts: always({match: {...UPLOAD, nth: 2}, fault: refusal('resources is required')}),
    did: 'made the other two, deleted nothing',
    ended: 'failed: apply-failed',
    says: 'resources is required'
  },
  {
    fault: '401 on the first of three uploads',
    scripts: always({match: UPLOAD, fault: status(401)}),
    did: 'wrote nothing more',
    ended: 'failed: credentials-rejected',
    says: '1 of 4 changes failed, 0 were made, 3 were not tried'
  },
  {
    fault: '404 on a deletion',
    scripts: always(
      {match: DELETE, fault: {kind: 'reset', when: 'after'}},
      {match: {...DELETE, nth: 2}, fault: status(404)}
    ),
    did: 'took it for done',
    ended: 'applied'
  },
  {
    fault: '400 on an uninstallation',
    scripts: always({match: UNINSTALL, fault: refusal('not now')}),
    did: 'kept the bundle',
    ended: 'failed: apply-failed',
    says: 'not now'
  }
];

const budget = (requests: number, tell: Budget['tell']): Partial<Behaviour> => ({
  budget: {requests, perMs: 1000, window: 'sliding', tell}
});

/** Those that take their time by the clock: they are met side by side. */
const SLOW: readonly Case[] = [
  {
    fault: 'nobody answers for 20 s, from the first upload on',
    scripts: ({registry}) => {
      const writes = {match: {method: 'POST'}, times: FOREVER, fault: reset('before')};
      const reads = {match: {method: 'GET'}, times: FOREVER, fault: reset('before')};
      const begin = setInterval(() => {
        if (!registry.requests.some(({method}) => method === 'POST')) return;
        clearInterval(begin);
        registry.script(reads);
        setTimeout(() => void clearFaults(registry), 20_000);
      }, 5);
      return [writes];
    },
    did: 'tried again until it was over',
    ended: 'applied',
    waits: 20_000
  },
  {
    fault: 'reads and installations that lag behind by 5 s',
    scripts: always(),
    behaves: {readLagMs: 5000, installLagMs: 5000},
    did: 'read again, and installed again, until they agreed',
    ended: 'applied',
    waits: 5000
  },
  ...([4, 2, 1] as const).map((requests): Case => ({
    fault: `a budget of ${requests} request${requests === 1 ? '' : 's'} a second`,
    scripts: always(),
    behaves: budget(requests, requests === 2 ? 'ratelimit-reset' : 'retry-after'),
    did: `kept to it${requests === 2 ? ', as ratelimit-reset says' : ''}`,
    ended: 'applied'
  }))
];

const rows = new Map<string, ReliabilityRow>();

describe('the step meets', () => {
  test.each(CASES.map((one) => [one.fault, one] as const))('%s', (_, one) => meet(one));

  test('what takes its time', async () => {
    // Their rows stand in this order, whichever ends first.
    for (const {fault, did} of SLOW) rows.set(fault, {fault, did, ended: '', sent: '', state: '', next: ''});
    await Promise.all(SLOW.map(meet));
  });

  async function meet(one: Case): Promise<void> {
    const watch = new Watch();
    const scenario = await prepared(OLD, watch);
    const push = scenario.push(NEW);
    scenario.registry.script(...one.scripts(scenario));
    scenario.registry.behave(one.behaves ?? {});
    // What was registered before is seen by then.
    await new Promise((resolve) => setTimeout(resolve, one.behaves?.readLagMs ?? 0));
    const start = Date.now();
    const inputs = {...SERIAL.inputs, ...(one.minutes === undefined ? {} : {'max-minutes': one.minutes})};
    const result = await scenario.runPush(push, {inputs});
    expect(endOf(result)).toBe(one.ended);
    expect(result.stdout).toContain(one.says ?? '');
    expect(Date.now() - start).toBeGreaterThanOrEqual(one.waits ?? 0);
    scenario.registry.behave(DEFAULT_BEHAVIOUR);
    await conclude(one, {scenario, watch, push, result});
  }

  test('a redirect to another host', async () => {
    const elsewhere = await startRegistryEmulator();
    try {
      const watch = new Watch();
      const scenario = await prepared(OLD, watch);
      const push = scenario.push(NEW);
      scenario.registry.script({
        match: LIST,
        fault: {kind: 'redirect', to: `${elsewhere.url}${ROOT}acme/bundles`}
      });
      const result = await scenario.runPush(push, SERIAL);
      expect(endOf(result)).toBe('failed: registry-unexpected');
      expect(result.stdout).toContain('which was not followed');
      expect(elsewhere.requests).toEqual([]);
      const fault = 'a redirect to another host';
      await conclude(
        {fault, did: 'did not follow it: the other host was sent nothing'},
        {scenario, watch, push, result}
      );
    } finally {
      await elsewhere.close();
    }
  });

  test('nobody listening', async () => {
    const watch = new Watch();
    const scenario = await prepared(OLD, watch);
    const push = scenario.push(NEW);
    const dead = await startRegistryEmulator();
    await dead.close();
    const inputs = {...SERIAL.inputs, 'registry-url': dead.url, 'max-minutes': '0.05'};
    const result = await scenario.runPush(push, {inputs});
    expect(endOf(result)).toBe('failed: registry-unavailable');
    expect(result.stdout).toContain('ECONNREFUSED');
    await conclude(
      {fault: 'nobody listening', did: 'tried again until its time, here 3 s, was over'},
      {scenario, watch, push, result}
    );
  });

  test('250 bundles in pages', async () => {
    const scenario = await prepared(numbered(250, 'old'), null);
    const tree = {...numbered(250, 'old'), 'zis/b249.json': bundle('b249', {result: 'new'})};
    const push = scenario.push(tree);
    const result = await scenario.runPush(push);
    expect(result.outputs).toMatchObject({result: 'applied', updated: '1', unchanged: '249'});
    const pages = scenario.registry.requests.filter(({path}) => path.startsWith(LIST.path)).length;
    expect(pages).toBeGreaterThanOrEqual(3);
    await conclude(
      {fault: '250 registered bundles', did: 'read the list page by page'},
      {scenario, watch: null, push, result}
    );
  });
});

const SERIAL = {inputs: {'max-parallel': '1'}};

/** Whatever is registered, whenever it changes: each bundle's contents in the order in which they came. */
class Watch {
  private readonly histories = new Map<string, string[]>();
  private registry: RegistryEmulator | null = null;

  constructor(private readonly also: () => void = () => undefined) {}

  readonly onChange = (): void => {
    const registered = contentsOf(this.registry?.bundles() ?? []);
    for (const name of new Set([...this.histories.keys(), ...registered.keys()])) {
      const history = this.histories.get(name) ?? [];
      const now = registered.get(name) ?? 'none';
      if (history.at(-1) !== now) history.push(now);
      this.histories.set(name, history);
    }
    this.also();
  };

  start(registry: RegistryEmulator): void {
    this.registry = registry;
  }

  /** Nothing lost, and nothing written twice with different content: what was before, then what is declared. */
  expectOnlyVersions(before: Tree, after: Tree): void {
    const [old, now] = [before, after].map((tree) => contentsOf(Object.values(tree) as JsonObject[]));
    for (const [name, history] of this.histories) {
      const possible = [old?.get(name), now?.get(name) ?? 'none'].filter((content) => content !== undefined);
      expect([name, history]).toEqual([name, [...new Set(possible)].slice(0, history.length)]);
    }
  }
}

async function prepared(tree: Tree, watch: Watch | null, options: EmulatorOptions = {}): Promise<Scenario> {
  const scenario = await Scenario.start({...options, ...(watch === null ? {} : {onChange: watch.onChange})});
  watch?.start(scenario.registry);
  const account = accountAt(scenario.registry.url);
  const bundles = Object.values(tree) as JsonObject[];
  await account.upload(...bundles);
  await account.install(...bundles.map((one) => `${textAt(one, 'name')}_job`));
  scenario.push(tree);
  scenario.takeWrites();
  return scenario;
}

/** Runs the commit once more without the fault, asks for the declared state, and makes the table's row. */
async function conclude(
  {fault, did}: Pick<Case, 'fault' | 'did'>,
  run: {scenario: Scenario; watch: Watch | null; push: ReturnType<Scenario['push']>; result: RunResult}
): Promise<void> {
  const {scenario, watch, push, result} = run;
  const writes = scenario.takeWrites();
  // How often those that take their time are asked again depends on the clock.
  const sent = SLOW.some((one) => one.fault === fault) ? 'some more than once' : sentIn(writes);
  const state = stateOf(scenario, push.tree, OLD);
  await clearFaults(scenario.registry);
  const next = await scenario.runPush(push);
  expect(next.exitCode).toBe(0);
  expectDeclared(scenario, push.tree);
  watch?.expectOnlyVersions(OLD, NEW);
  record({fault, did, ended: endOf(result), sent, state, next: endOf(next)});
}

function record(row: ReliabilityRow): void {
  rows.set(row.fault, row);
}

function endOf({outputs}: RunResult): string {
  const reason = outputs['failure-reason'] ?? '';
  return `${outputs['result'] ?? ''}${reason === '' ? '' : `: ${reason}`}`;
}

function sentIn(writes: readonly string[]): string {
  const count = (noun: string, pattern: RegExp): string[] => {
    const number = writes.filter((write) => pattern.test(write)).length;
    return number === 0 ? [] : [`${noun}: ${number}`];
  };
  const parts = [
    ...count('uploads', /^POST acme/),
    ...count('installations', /^POST job_specs/),
    ...count('uninstallations', /^DELETE job_specs/),
    ...count('deletions', /^DELETE acme/)
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** Compares what is registered with what is declared and with what was registered before. */
function stateOf(scenario: Scenario, tree: Tree, before: Tree): string {
  const now = hashesOf(scenario.registry.bundles());
  const [old, declared] = [hashes(before), hashes(tree)];
  if (same(now, declared)) return 'as declared';
  if (same(now, old)) return 'as before';
  const done = [...declared].filter(([name, hash]) => now.get(name) === hash && old.get(name) !== hash);
  const open = [...declared].filter(([name, hash]) => now.get(name) !== hash);
  const left = [...now.keys()].filter((name) => !declared.has(name));
  const words = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${what}: ${[...names].sort().join(', ')}`];
  return [
    ...words(
      'done',
      done.map(([name]) => name)
    ),
    ...words(
      'to do',
      open.map(([name]) => name)
    ),
    ...words('to delete', left)
  ].join('; ');
}

function expectDeclared(scenario: Scenario, tree: Tree): void {
  const {registry} = scenario;
  const declared = hashes(tree);
  expect(Object.fromEntries(hashesOf(registry.bundles()))).toEqual(Object.fromEntries(declared));
  expect(
    registry
      .jobSpecs()
      .filter((spec) => spec['installed'] === true)
      .map((spec) => textAt(spec, 'name'))
      .sort()
  ).toEqual([...declared.keys()].map((name) => `${name}_job`).sort());
}

function hashes(tree: Tree): Map<string, string> {
  return hashesOf(Object.values(tree) as JsonObject[]);
}

function hashesOf(bundles: readonly JsonObject[]): Map<string, string> {
  return new Map(bundles.map((one) => [textAt(one, 'name'), bundleHash(one)]));
}

/** What was uploaded, text for text: cheaper than a hash at every change. */
function contentsOf(bundles: readonly JsonObject[]): Map<string, string> {
  return new Map(bundles.map((one) => [textAt(one, 'name'), JSON.stringify(one['resources'])]));
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, hash]) => b.get(name) === hash);
}

function numbered(count: number, result: string): Record<string, JsonObject> {
  return Object.fromEntries(
    Array.from({length: count}, (_, index) => [`zis/b${index}.json`, bundle(`b${index}`, {result})])
  );
}

function listOf(bundles: readonly JsonObject[], meta: JsonObject = {has_more: false}): string {
  const summaries = bundles.map(({resources: _, ...summary}) => summary);
  return JSON.stringify({bundles: summaries, meta});
}

async function clearFaults({url}: RegistryEmulator): Promise<void> {
  await fetch(`${url}/__emulator/faults`, {method: 'DELETE'});
}

test('docs/reliability.md says what these tests saw', async () => {
  const table = faultsTable([...rows.values()]);
  expect(await tableOnDisk('faults', table)).toBe(table);
});
