import type {Filling, Span} from '../../bundle/json-types.js';
import type {Place} from '../place.js';
import {spanWithin} from './spans.js';

/** A jq program of a bundle, as jq shall compile it. The span is that of the whole string in the file. */
export interface JqProgram extends Span {
  readonly text: string;
  /** The string's value. It differs from `text` where placeholders were replaced. */
  readonly source: string;
  readonly holes: readonly Hole[];
  /** The variables that were filled in, if any. */
  readonly filling: Filling | undefined;
}

/** A placeholder that was replaced by something harmless so that the program can be compiled. */
export interface Hole {
  /** The placeholder in the source; it ends before `sourceEnd`. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** What stands for it in the text; it ends before `textEnd`. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** What jq says of a program. */
export type JqVerdict =
  | {readonly kind: 'sound'}
  /** jq was not asked, or did not come to an end within bounds: that says nothing about the program. */
  | {readonly kind: 'not-checked'; readonly why: NotChecked}
  | JqFault;

/** Why jq was not asked about a program, or did not come to an end. */
export type NotChecked =
  /** There is nothing to say: it is empty, or only a comment, or has modules, which are not there. */
  | 'not-judged'
  /** It is longer, or nested deeper, than any that is looked at. */
  | 'too-long'
  | 'too-deep'
  /** jq took too long over it, or too much memory, or broke down. */
  | 'late'
  | 'memory'
  | 'broken'
  /** The programs before it have used up the time of the run. */
  | 'no-time'
  /** jq could not be started. */
  | 'unavailable';

export interface JqFault {
  /** `undefined`: a function or a variable that this jq does not have, and another one may. */
  readonly kind: 'syntax' | 'undefined';
  /** In words, without a full stop. */
  readonly message: string;
  readonly hint: string;
  /** Where in the program, in UTF-16 units; null when jq does not say. */
  readonly offset: number | null;
}

export interface JqChecker {
  /**
   * Compiles jq programs without running them. Never rejects.
   *
   * @returns one verdict a program, in their order
   */
  (programs: readonly string[]): Promise<readonly JqVerdict[]>;
  /** Starts jq while the bundles are still being read. To be called when there will be programs to check. */
  readonly prepare?: () => void;
}

/** The place in the file of one character of a program; the whole string where it cannot be told. */
export function placeOf(program: JqProgram, offset: number | null): Place {
  const {source, start, end, holes, filling} = program;
  if (offset === null) return {start, end, filling};
  let at = offset;
  for (const hole of holes) {
    if (offset < hole.textStart) break;
    at = offset < hole.textEnd ? hole.sourceStart : offset - hole.textEnd + hole.sourceEnd;
  }
  if (at >= source.length) at = Math.max(0, source.trimEnd().length - 1);
  const width = (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return spanWithin({value: source, start, end, filling}, at, at + width);
}
