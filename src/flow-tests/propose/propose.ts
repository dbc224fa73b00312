import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {parseQualifiedName} from '../../bundle/identity.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {Allowance} from '../../flow-run/allowance.js';
import {inLockstep} from '../../flow-run/lockstep.js';
import type {Flow, State, Transition} from '../../flow/states.js';
import {resourcesOf} from '../../bundle/model.js';
import type {TestedBundle} from '../bundles.js';
import {statesOf} from '../coverage.js';
import type {Matching} from '../matchers.js';
import type {FlowEngine} from '../questions.js';
import {sampleEvent} from '../samples.js';
import {caseOf, type TriggerEvent} from './proposed-case.js';
import {skeletonOf} from './guess.js';
import {readsIn} from './reads.js';
import {goalsOf, routeTo, type Goal} from './routes.js';
import {Scenario, type Owner} from './scenario.js';
import {solve} from './solve.js';

export interface Proposal {
  /** The cases, in the keys of the file format. */
  readonly cases: readonly JsonObject[];
  /** Ways through the flow for which no case was found, in words. */
  readonly missed: readonly string[];
}

/**
 * A case for each branch of a Choice and each Catch of a flow, with the event and the mocks that lead there; and for
 * states that none of them enters.
 *
 * @param root the bundle
 * @param events what stands for the event instead of a sample: `input` of a recorded one
 */
export async function proposeCases(
  bundle: TestedBundle,
  flow: Flow,
  root: JsonNode,
  engine: FlowEngine
): Promise<Proposal> {
  const owner: Owner = {subdomain: 'example', accountId: 1, integration: bundle.integration};
  const trigger = triggerOf(flow, root);
  const allowance = new Allowance();
  const names = new Names();
  const cases: JsonObject[] = [];
  const entered = new Set<State>();
  const taken = new Set<Transition>();
  const add = (name: string, {content, entered: states, taken: ways}: FoundCase): void => {
    cases.push({...content, name: names.unique(name)});
    for (const way of ways) taken.add(way);
    for (const state of states) entered.add(state);
  };
  const find = async (goals: readonly Goal[]): Promise<Goal[]> => {
    const missed: Goal[] = [];
    const tasks = goals.map((goal) => findCase(goal, {bundle, flow, trigger, owner, allowance}));
    const found = await inLockstep(tasks, (asked) => engine.answer(asked));
    for (const [index, goal] of goals.entries()) {
      const name = nameOf(goal);
      const proposed = found[index] ?? null;
      if (proposed?.arrived === true) add(name, proposed);
      else missed.push(goal);
    }
    // Where a way does not lead on, the case shows how far it goes: that may be all that the flow can do.
    for (const proposed of found) {
      if (proposed === null || proposed.arrived || proposed.entered.every((state) => entered.has(state)))
        continue;
      add(`${ended(proposed)} ${proposed.entered.at(-1)?.name ?? ''}`.trimEnd(), proposed);
    }
    return missed;
  };
  const missed = await find(goalsOf(flow));
  // What lies behind no branch may still not be entered, such as what follows another way through a Map.
  const open = statesOf(flow).filter((state) => !entered.has(state));
  const more = open.flatMap((state): Goal[] => {
    const [into] = statesOf(flow).flatMap((from) =>
      from.transitions
        .filter(({target, kind}) => target === state && kind === 'next')
        .map((transition) => ({from, transition}))
    );
    return into === undefined ? [] : [into];
  });
  if (more.length > 0) await find(more.slice(0, MOST_EXTRA));
  // A case may take a way and not get to the end of the flow, as where the way leads to a Fail within a Map.
  const isTaken = ({transition}: Goal): boolean => transition !== null && taken.has(transition);
  return {cases, missed: missed.filter((goal) => !isTaken(goal)).map(nameOf)};
}

/** More cases for states that no branch leads to are not looked for. */
const MOST_EXTRA = 20;

interface Context {
  readonly bundle: TestedBundle;
  readonly flow: Flow;
  readonly trigger: TriggerEvent | null;
  readonly owner: Owner;
  /** What all runs of the flow may make together. */
  readonly allowance: Allowance;
}

function ended({failed}: FoundCase): string {
  return failed ? 'fails at' : 'ends at';
}

interface FoundCase {
  /** Whether it goes the way that it was to go. */
  readonly arrived: boolean;
  readonly failed: boolean;
  readonly content: JsonObject;
  readonly entered: readonly State[];
  /** The ways that it takes, as far as it goes. */
  readonly taken: readonly Transition[];
}

function* findCase(
  goal: Goal,
  {bundle, flow, trigger, owner, allowance}: Context
): Matching<FoundCase | null> {
  const tested = {flow, actions: bundle.actions, states: statesOf(flow).length, allowance};
  const banned = new Set<Transition>();
  let found: FoundCase | null = null;
  for (let ways = 0; ways < MOST_WAYS; ways += 1) {
    const route = routeTo(flow, goal, banned);
    if (route === null) return found;
    const scenario = new Scenario(tested, owner, startDocument(trigger, flow, owner));
    const {run, arrived, stuckAt} = yield* solve(scenario, route);
    const content = caseOf(nameOf(goal), run, scenario, {trigger, owner});
    const entered = run.visits.map(({state}) => state);
    const taken = run.visits.flatMap(({left}) => (left === null ? [] : [left]));
    const failed = run.end.status === 'failed';
    if (found === null || arrived || entered.length > found.entered.length)
      found = {arrived, failed, content, entered, taken};
    if (arrived || stuckAt === null || stuckAt === goal.transition) return found;
    // Perhaps another way leads there, or on from there.
    banned.add(stuckAt);
  }
  return found;
}

/** So many ways to one goal are tried. */
const MOST_WAYS = 6;

/** Of an event that has no sample the input has what the flow reads of it. */
function startDocument(
  trigger: TriggerEvent | null,
  flow: Flow,
  {subdomain, accountId, integration}: Owner
): JsonValue {
  const sample = trigger === null ? null : sampleEvent(trigger.type);
  const reads = readsIn(flow.definition).flatMap(([root, ...segments]) =>
    root === 'input' && segments.length > 0 ? [segments] : []
  );
  const input = sample?.input ?? skeletonOf(reads);
  return {input, account_id: accountId, integration_key: integration, subdomain};
}

/** The event by which a job spec of the bundle starts the flow; null when none does. */
function triggerOf({resource}: Flow, root: JsonNode): TriggerEvent | null {
  for (const {type, properties} of resourcesOf(root)) {
    if (type !== 'ZIS::JobSpec') continue;
    const [flow, source, event] = ['flow_name', 'event_source', 'event_type'].map(
      (name) => properties.properties.get(name)?.value
    );
    if (typeof flow !== 'string' || parseQualifiedName(flow)?.name !== resource.name) continue;
    if (typeof source === 'string' && typeof event === 'string') return {source, type: event};
  }
  return null;
}

function nameOf({from, transition}: Goal): string {
  if (from === null || transition === null) return 'runs to its end';
  if (transition.kind === 'catch') return `${from.name} fails, then ${transition.to}`;
  const way = transition.kind === 'default' ? ' by default' : '';
  return `${from.name} goes to ${transition.to}${way}`;
}

/** Two rules of a Choice may lead to the same state. */
class Names {
  private readonly given = new Map<string, number>();

  unique(name: string): string {
    const count = (this.given.get(name) ?? 0) + 1;
    this.given.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}
