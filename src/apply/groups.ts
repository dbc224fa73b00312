import type {JsonObject} from '../bundle/json-types.js';
import {objectOf, own} from '../bundle/json.js';
import {flowsOf, isUpload, keysOf, nameKey, resourceNames, type Move} from '../plan/moves.js';
import type {Step} from '../plan/types.js';

/** Bundles among which names move: they come to be as declared together, or stay as they were. */
export interface Group {
  /** Uploads and deletions, in the plan's order. */
  readonly members: readonly Step[];
  readonly moves: readonly Move[];
}

/** The groups that the moves make of the steps. Steps from and to which nothing moves are in none. */
export function groupsOf(steps: readonly Step[], moves: readonly Move[]): Group[] {
  const groupOf = new Map<Step, Set<Step>>();
  for (const {giver, taker} of moves) {
    const joined = new Set([...(groupOf.get(giver) ?? [giver]), ...(groupOf.get(taker) ?? [taker])]);
    for (const member of joined) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())].map((members) => ({
    members: steps.filter((step) => members.has(step)),
    moves: moves.filter(({taker}) => members.has(taker))
  }));
}

/**
 * Which uploads of a group can be tried next: those whose givers have been uploaded. Where none can, as among
 * bundles that swap names, the first is tried all the same: not every registry insists on unique names.
 *
 * @param open     the uploads that are still to be tried
 * @param isGiven  whether a giver has given its names up
 */
export function nextUploads(
  {moves}: Group,
  open: readonly Step[],
  isGiven: (giver: Step) => boolean
): readonly Step[] {
  const waits = (step: Step): boolean =>
    moves.some(({giver, taker}) => taker === step && isUpload(giver) && !isGiven(giver));
  const ready = open.filter((step) => !waits(step));
  return ready.length > 0 ? ready : open.slice(0, 1);
}

/** A bundle on its way from one content to another. */
export interface Moving {
  readonly step: Step;
  /** What is registered now; null for nothing. */
  readonly now: JsonObject | null;
  /** What is to be registered; null where that is not settled here. */
  readonly target: JsonObject | null;
  /** Whether it must be uploaded although it is registered as it is to be. */
  readonly again: boolean;
}

/** The next uploads towards the targets, none of which takes a name that another bundle of the group has now. */
export interface Uploads {
  readonly kind: 'uploads';
  readonly steps: readonly Step[];
}

/** A bundle that has to give up names first. */
export interface Stripping {
  readonly kind: 'strip';
  readonly step: Step;
  /** What stays of it; null when no flow would remain, so that it has to go. */
  readonly rest: JsonObject | null;
}

/**
 * What to do next so that all bundles of a group come to have their targets in a registry that takes each name
 * once. Null when all of them have.
 *
 * @throws Error when two targets share a name: the two collide, and no order helps
 */
export function nextArrangement(group: readonly Moving[]): Uploads | Stripping | null {
  const open = group.filter(isOpen);
  if (open.length === 0) return null;
  const ready = open.filter((one) => blockersOf(one, group).length === 0);
  if (ready.length > 0) return {kind: 'uploads', steps: ready.map(({step}) => step)};
  for (const one of open) {
    for (const holder of blockersOf(one, group)) {
      const rest = withoutNames(holder, open);
      if (rest !== null) return {kind: 'strip', step: holder.step, rest: hasFlow(rest) ? rest : null};
    }
  }
  throw new Error('two bundles are to have the same names');
}

function isOpen({now, target, again}: Moving): boolean {
  return target !== null && (again || now === null || !isSame(now, target));
}

/** By identity: the caller has compared the contents. */
function isSame(now: JsonObject, target: JsonObject): boolean {
  return now === target;
}

function blockersOf({step, target}: Moving, group: readonly Moving[]): Moving[] {
  const wanted = keysOf(target);
  return group.filter(
    (other) => other.step !== step && resourceNames(other.now).some((name) => wanted.has(nameKey(name)))
  );
}

/** What stays of a bundle without the names that others are to have; null when it keeps all of them itself. */
function withoutNames(holder: Moving, open: readonly Moving[]): JsonObject | null {
  const kept = keysOf(holder.target);
  const wanted = new Set(
    open.filter(({step}) => step !== holder.step).flatMap(({target}) => [...keysOf(target)])
  );
  const resources = objectOf(holder.now?.['resources']);
  const names = Object.keys(resources).filter((key) => {
    const [name] = resourceNames({resources: {[key]: own(resources, key) ?? null}});
    return name !== undefined && wanted.has(nameKey(name)) && !kept.has(nameKey(name));
  });
  if (names.length === 0) return null;
  const rest = Object.entries(resources).filter(([key]) => !names.includes(key));
  return {...holder.now, resources: Object.fromEntries(rest)};
}

function hasFlow(content: JsonObject): boolean {
  return flowsOf(content).length > 0;
}
