import {UNKNOWN_IDS, type Answers, type Contact, type UnknownId} from './unknowns.js';

/** One way to play a case, with the answers that it was given. */
export interface Played<T> {
  /** Those pinned, and the one taken for each point that was touched. */
  readonly answers: Answers;
  readonly result: T;
}

/** What a play reports: its result, and the contacts that matter to it. */
export interface Play<T> {
  readonly result: T;
  /** Latent contacts only where an expectation reads them. */
  readonly contacts: readonly Contact[];
}

export type Variants<T> =
  | {readonly kind: 'played'; readonly plays: readonly Played<T>[]; readonly contacts: readonly Contact[]}
  /** More than MAX_PLAYS combinations: the ids have to be pinned. */
  | {readonly kind: 'too-many'; readonly ids: readonly UnknownId[]};

/** More combinations of answers are not tried. */
export const MAX_PLAYS = 16;

/**
 * Plays a case under every combination of answers to the points that it touches and that are not pinned. A point
 * that is touched only under some answers is varied only there.
 *
 * @param play begins the case anew with these answers; what it yields and is resumed with is handed through
 */
export function* playVariants<T, Q, A>(
  play: (answers: Answers) => Generator<Q, Play<T>, A>,
  pinned: Answers
): Generator<Q, Variants<T>, A> {
  const plays: Played<T>[] = [];
  const contacts = new Map<UnknownId, Contact>();
  const open: Answers[] = [pinned];
  for (let answers = open.pop(); answers !== undefined; answers = open.pop()) {
    if (plays.length === MAX_PLAYS) return {kind: 'too-many', ids: [...contacts.keys()]};
    const {result, contacts: touched} = yield* play(answers);
    const alternatives: Answers[] = [];
    let taken = answers;
    for (const contact of touched) {
      if (!contacts.has(contact.id) && pinned[contact.id] === undefined) contacts.set(contact.id, contact);
      if (taken[contact.id] !== undefined) continue;
      const [first, ...others] = contact.candidates;
      for (const other of others) alternatives.push({...taken, [contact.id]: other});
      taken = {...taken, [contact.id]: first};
    }
    plays.push({answers: taken, result});
    open.push(...alternatives.reverse());
  }
  return {kind: 'played', plays, contacts: [...contacts.values()]};
}

/** A point on which the verdict hangs: two plays that differ in the answer to it alone, or first. */
export interface Disagreement<T> {
  readonly id: UnknownId;
  readonly one: Played<T>;
  readonly other: Played<T>;
}

/** Why plays do not agree; null when all do. @param same whether two results are one verdict */
export function disagreement<T>(
  plays: readonly Played<T>[],
  same: (one: T, other: T) => boolean
): Disagreement<T> | null {
  let found: Disagreement<T> | null = null;
  let fewest = Infinity;
  for (const [index, one] of plays.entries()) {
    for (const other of plays.slice(index + 1)) {
      if (same(one.result, other.result)) continue;
      const ids = differing(one.answers, other.answers);
      if (ids[0] !== undefined && ids.length < fewest) {
        fewest = ids.length;
        found = {id: ids[0], one, other};
      }
    }
  }
  return found;
}

/** The points that both touched and answered otherwise. */
function differing(one: Answers, other: Answers): UnknownId[] {
  return UNKNOWN_IDS.filter(
    (id) => one[id] !== undefined && other[id] !== undefined && one[id] !== other[id]
  );
}
