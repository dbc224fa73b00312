import {movesIn, renamesAmong} from '../plan/moves.js';
import type {Step} from '../plan/types.js';
import {redactText} from './redact.js';

/** Names that move from one bundle to another, as a report shows them. */
export interface ShownMove {
  readonly integration: string;
  readonly giver: string;
  readonly taker: string;
  /** Whether the giver goes and the taker comes with all its flows. */
  readonly isRename: boolean;
  /** What moves, each with what it is called: flow, job spec, action. Not all of very many. */
  readonly names: readonly {readonly word: string; readonly name: string}[];
  /** How many more names move. */
  readonly more: number;
}

/** So many names are shown of a move. */
const MOST_NAMES = 20;

const WORDS: Readonly<Record<string, string>> = {
  'ZIS::Flow': 'flow',
  'ZIS::JobSpec': 'job spec',
  'ZIS::Action::Http': 'action'
};

/** @param secrets the credentials of this run, in every form */
export function shownMoves(steps: readonly Step[], secrets: readonly string[]): ShownMove[] {
  const clean = (text: string): string => redactText(text, secrets);
  const moves = movesIn(steps);
  const renames = renamesAmong(moves);
  return moves.map(({giver, taker, names}) => ({
    integration: clean(giver.integration),
    giver: clean(giver.name),
    taker: clean(taker.name),
    isRename: renames.get(giver) === taker,
    names: names
      .slice(0, MOST_NAMES)
      .map(({type, name}) => ({word: WORDS[type] ?? 'resource', name: clean(name)})),
    more: Math.max(0, names.length - MOST_NAMES)
  }));
}

/** What moving makes of a step, in a word: `renamed` or `moved`; empty where nothing moves. */
export function moveWords(steps: readonly Step[]): ReadonlyMap<Step, string> {
  const moves = movesIn(steps);
  const renames = renamesAmong(moves);
  const words = new Map<Step, string>();
  for (const step of moves.flatMap(({giver, taker}) => [giver, taker])) words.set(step, 'moved');
  for (const [giver, taker] of renames) {
    words.set(giver, 'renamed');
    words.set(taker, 'renamed');
  }
  return words;
}
