import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {accountAt} from './account.js';
import {bundleWith, flow, jobSpec, textAt} from './bundles.js';
import type {RunResult} from './runner.js';
import {Scenario, type Tree} from './scenario.js';

/** How a run is ended before its time. */
export type Ending = 'SIGKILL' | 'SIGINT';

export interface Interrupted {
  /** Whether the run was ended before it was through. */
  readonly isEnded: boolean;
  /** What the run gave, where it ended by itself. */
  readonly result: RunResult | null;
  /** How many answers and changes the registry had seen. */
  readonly events: number;
  /** How long the run went on after the signal, in milliseconds; 0 where there was none. */
  readonly tookMs: number;
  /** What uploads and deletions came after the signal. */
  readonly begunAfter: readonly string[];
  readonly next: RunResult;
  /** What is not as declared after the next run; empty when all is. */
  readonly faults: readonly string[];
}

/** A bundle of one flow and the job spec that starts it, both named apart from it. */
function of(name: string, flowName: string, result: string): JsonObject {
  const states = {Greet: {Type: 'Pass', Result: result, ResultPath: '$.greeting', End: true}};
  const spec = `${flowName}_job`;
  return bundleWith(name, {
    [flowName]: flow(flowName, 'Greet', states),
    [spec]: jobSpec(spec, 'ticket.TicketCreated', `zis:acme:flow:${flowName}`)
  });
}

const treeOf = (bundles: readonly JsonObject[]): Tree =>
  Object.fromEntries(bundles.map((one) => [`zis/${textAt(one, 'name')}.json`, one]));
const range = (from: number, to: number): number[] =>
  Array.from({length: to - from}, (_, index) => from + index);

/**
 * Thirty bundles and what is to become of them: ten updates, five creations, five deletions, four renames, two that
 * swap their flows, two of which one gives its flow to the other, and two that stay.
 */
export function thirty(): {readonly before: Tree; readonly after: Tree} {
  const same = range(0, 2).map((n) => of(`same${n}`, `same${n}_flow`, 'same'));
  const plain = (result: string) => range(0, 10).map((n) => of(`edit${n}`, `edit${n}_flow`, result));
  const gone = range(0, 5).map((n) => of(`gone${n}`, `gone${n}_flow`, 'gone'));
  const fresh = range(0, 5).map((n) => of(`fresh${n}`, `fresh${n}_flow`, 'new'));
  const named = (name: string) => range(0, 4).map((n) => of(`${name}${n}`, `moved${n}_flow`, 'moved'));
  const [left, right] = ['left_flow', 'right_flow'];
  const giver = (resources: readonly JsonObject[], name: string): JsonObject =>
    bundleWith(name, Object.assign({}, ...resources.map((one) => one['resources'])) as JsonObject);
  const parts = {
    kept: of('', 'kept_flow', 'x'),
    given: of('', 'given_flow', 'x'),
    own: of('', 'own_flow', 'x')
  };
  return {
    before: treeOf([
      ...same,
      ...plain('old'),
      ...gone,
      ...named('old'),
      of('left', left, 'x'),
      of('right', right, 'x'),
      giver([parts.kept, parts.given], 'giver'),
      giver([parts.own], 'taker')
    ]),
    after: treeOf([
      ...same,
      ...plain('new'),
      ...fresh,
      ...named('new'),
      of('left', right, 'x'),
      of('right', left, 'x'),
      giver([parts.kept], 'giver'),
      giver([parts.own, parts.given], 'taker')
    ])
  };
}

/**
 * Applies the thirty bundles, ends the run when the registry has seen so many events (answers and changes), and then
 * runs it again to its end.
 */
export async function applyInterrupted(ending: Ending, moment: number): Promise<Interrupted> {
  const {before, after} = thirty();
  const end = new AbortController();
  let [events, endedAt, sentBefore] = [-Infinity, 0, 0];
  const tick = (): void => {
    events += 1;
    if (events !== moment) return;
    endedAt = performance.now();
    sentBefore = scenario.registry.requests.length;
    end.abort();
  };
  const scenario: Scenario = await Scenario.start({log: tick, onChange: tick, latencyMs: 2});
  const account = accountAt(scenario.registry.url);
  await account.upload(...(Object.values(before) as JsonObject[]));
  await account.install(...specsOf(before));
  scenario.push(before);
  const push = scenario.push(after);
  events = 0;
  const result = await scenario
    .runPush(push, ending === 'SIGKILL' ? {signal: end.signal} : {cancel: end.signal})
    .catch(() => null);
  const tookMs = endedAt === 0 ? 0 : performance.now() - endedAt;
  const seen = events;
  const begunAfter = endedAt === 0 ? [] : begun(scenario).slice(countBegun(scenario, sentBefore));
  events = -Infinity;
  const next = await scenario.runPush(push);
  return {
    isEnded: result === null || result.outputs['failure-reason'] === 'cancelled',
    result,
    events: seen,
    tookMs,
    begunAfter,
    next,
    faults: faultsIn(scenario, after)
  };
}

const BEGUN = /^(?:POST [^?]*\/bundles$|DELETE [^?]*\/bundles\/)/;

function begun({registry}: Scenario): string[] {
  return registry.requests.map(({method, path}) => `${method} ${path}`).filter((line) => BEGUN.test(line));
}

function countBegun({registry}: Scenario, requests: number): number {
  const lines = registry.requests.slice(0, requests).map(({method, path}) => `${method} ${path}`);
  return lines.filter((line) => BEGUN.test(line)).length;
}

function faultsIn({registry}: Scenario, tree: Tree): string[] {
  const declared = new Map(
    (Object.values(tree) as JsonObject[]).map((one) => [textAt(one, 'name'), bundleHash(one)])
  );
  const found = new Map(registry.bundles().map((one) => [textAt(one, 'name'), bundleHash(one)]));
  const installed = registry
    .jobSpecs()
    .flatMap((one) => (one['installed'] === true ? [textAt(one, 'name')] : []));
  const specs = specsOf(tree);
  return [
    ...[...declared]
      .filter(([name, hash]) => found.get(name) !== hash)
      .map(([name]) => `${name} is not as declared`),
    ...[...found.keys()].filter((name) => !declared.has(name)).map((name) => `${name} is left`),
    ...specs.filter((name) => !installed.includes(name)).map((name) => `${name} is not installed`),
    ...installed.filter((name) => !specs.includes(name)).map((name) => `${name} is still installed`)
  ];
}

function specsOf(tree: Tree): string[] {
  return (Object.values(tree) as JsonObject[]).flatMap(({resources}) =>
    Object.keys(resources as JsonObject).filter((key) => key.endsWith('_job'))
  );
}

/** mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
