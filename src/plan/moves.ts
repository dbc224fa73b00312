import {idKey} from '../bundle/identity.js';
import type {JsonObject} from '../bundle/json-types.js';
import {objectOf} from '../bundle/json.js';
import type {Step} from './types.js';

/** What a resource is known by within an integration. */
export interface ResourceName {
  /** The resource's `type`, such as `ZIS::Flow`. */
  readonly type: string;
  /** Its `properties.name`. */
  readonly name: string;
}

/** Names that one bundle has now and another is to have. */
export interface Move {
  /** Has the names now and gives them up: an update or a deletion. */
  readonly giver: Step;
  /** Is to have them: a creation or an update. */
  readonly taker: Step;
  /** In the order of the taker's resources. */
  readonly names: readonly ResourceName[];
}

/** One text for one name, for maps and sets. */
export function nameKey({type, name}: ResourceName): string {
  return JSON.stringify([type, name]);
}

/** The names of a bundle's resources, each once. A resource without a type or a name has none. */
export function resourceNames(content: JsonObject | null): ResourceName[] {
  const names = new Map<string, ResourceName>();
  for (const resource of Object.values(objectOf(content?.['resources']))) {
    const {type, properties} = objectOf(resource);
    const name = objectOf(properties)['name'];
    if (typeof type === 'string' && typeof name === 'string') names.set(nameKey({type, name}), {type, name});
  }
  return [...names.values()];
}

/**
 * The names that move from one bundle of a plan to another of the same integration. A name that both declare does
 * not move: the two collide.
 */
export function movesIn(steps: readonly Step[]): Move[] {
  const holders = holdersOf(steps);
  const keptBy = remembered((step: Step) => keysOf(step.declared));
  return steps.filter(isUpload).flatMap((taker) => {
    const own = keysOf(taker.registered);
    const byGiver = new Map<Step, ResourceName[]>();
    for (const name of resourceNames(taker.declared)) {
      const key = nameKey(name);
      if (own.has(key)) continue;
      for (const giver of holders.get(holderKey(taker.integration, name)) ?? []) {
        if (giver === taker || keptBy(giver).has(key)) continue;
        const names = byGiver.get(giver) ?? [];
        names.push(name);
        byGiver.set(giver, names);
      }
    }
    return [...byGiver].map(([giver, names]) => ({giver, taker, names}));
  });
}

/** Works out each answer once: a bundle may have thousands of resources. */
function remembered<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? answer(key);
    known.set(key, value);
    return value;
  };
}

/**
 * The deletions that are renames: each with the creation that takes all its flows.
 *
 * @param moves as movesIn gives them
 */
export function renamesAmong(moves: readonly Move[]): ReadonlyMap<Step, Step> {
  const renames = new Map<Step, Step>();
  for (const {giver, taker} of moves) {
    if (giver.action !== 'delete' || taker.action !== 'create') continue;
    const flows = flowsOf(giver.registered);
    const taken = keysOf(taker.declared);
    if (flows.length > 0 && flows.every((flow) => taken.has(nameKey(flow)))) renames.set(giver, taker);
  }
  return renames;
}

export function isUpload({action}: Step): boolean {
  return action === 'create' || action === 'update';
}

export function flowsOf(content: JsonObject | null): ResourceName[] {
  return resourceNames(content).filter(({type}) => type === 'ZIS::Flow');
}

export function keysOf(content: JsonObject | null): ReadonlySet<string> {
  return new Set(resourceNames(content).map(nameKey));
}

/** By integration and name: the steps whose registered bundle has it and does not stay as it is. */
function holdersOf(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const holders = new Map<string, Step[]>();
  for (const step of steps.filter(({action}) => action === 'update' || action === 'delete')) {
    for (const name of resourceNames(step.registered)) {
      const key = holderKey(step.integration, name);
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [step]);
      else known.push(step);
    }
  }
  return holders;
}

function holderKey(integration: string, name: ResourceName): string {
  return JSON.stringify([integration, nameKey(name)]);
}

/** A name that a bundle is to have and that a registered bundle outside the plan has. */
export interface TakenName extends ResourceName {
  readonly taker: Step;
  /** The name of the registered bundle that has it. */
  readonly holder: string;
}

/**
 * Which names the plan's uploads take that registered bundles outside the plan have.
 *
 * @param others registered bundles that are not in the plan
 */
export function takenNames(
  steps: readonly Step[],
  others: readonly {readonly integration: string; readonly name: string; readonly content: JsonObject}[]
): TakenName[] {
  const planned = new Set(steps.map(idKey));
  const holders = new Map<string, string>();
  for (const other of others.filter((bundle) => !planned.has(idKey(bundle)))) {
    for (const name of resourceNames(other.content))
      holders.set(holderKey(other.integration, name), other.name);
  }
  return steps.filter(isUpload).flatMap((taker) => {
    const own = keysOf(taker.registered);
    return resourceNames(taker.declared).flatMap((name) => {
      const holder = holders.get(holderKey(taker.integration, name));
      return holder === undefined || own.has(nameKey(name)) ? [] : [{...name, taker, holder}];
    });
  });
}

/**
 * The integrations in which an upload takes a name that no bundle of the plan has now: there a registered bundle
 * outside the plan may have it.
 */
export function integrationsWithNewNames(steps: readonly Step[]): ReadonlySet<string> {
  const held = new Set(
    steps.flatMap(({integration, registered}) =>
      resourceNames(registered).map((name) => holderKey(integration, name))
    )
  );
  const isNew = ({integration, declared}: Step): boolean =>
    resourceNames(declared).some((name) => !held.has(holderKey(integration, name)));
  return new Set(steps.filter((step) => isUpload(step) && isNew(step)).map(({integration}) => integration));
}
