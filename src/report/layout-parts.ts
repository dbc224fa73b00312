import type {Cuttable, Leaf, PartKind} from './layout.js';
import {gfm, inline, type Fence, type Markdown} from './escape.js';
import {once} from './once.js';
import {counted} from '../words.js';

/** What may be lost first has the smallest number. */
export const IMPORTANCE = {
  statement: 100,
  outcome: 90,
  table: 85,
  move: 82,
  risk: 80,
  weakened: 79,
  test: 77,
  finding: 75,
  explanation: 70,
  changes: 60,
  picture: 55,
  flowText: 50,
  diff: 45,
  unmanaged: 30,
  remark: 25,
  exception: 20
} as const;

type LeafOptions = Partial<Pick<Leaf, 'share' | 'least'>> & {readonly count?: number};

/** A leaf that is built when there is room for it, and once for all the forms of a report that it stands in. */
export function leaf(
  importance: number,
  part: PartKind,
  build: () => Cuttable | null,
  {share = 1, least = 80, count = 1}: LeafOptions = {}
): Leaf {
  return {kind: 'leaf', importance, what: {part, count}, share, least, build: once(build)};
}

/** A leaf that is shown whole or not at all. */
export function block(text: Markdown, importance: number, part: PartKind): Leaf {
  return leaf(importance, part, () => wholeOf(text), {least: 0});
}

/** Lines under a title, of which the last ones may be missing. */
export function list(
  title: Markdown,
  items: readonly Markdown[],
  options: {readonly importance: number; readonly part: PartKind; readonly share?: number}
): Leaf {
  const build = () => (items.length === 0 ? null : {head: title, items, tail: gfm``, more: moreOf});
  return leaf(options.importance, options.part, build, {share: options.share ?? 1, count: items.length});
}

/** A text that is shown whole or not at all; nothing for an empty one. */
export function wholeOf(text: Markdown): Cuttable | null {
  return text === '' ? null : {head: gfm``, items: [text], tail: gfm``, more: () => gfm``};
}

/** A fence that may end early. */
export function fenced({head, lines, tail}: Fence): Cuttable | null {
  return lines.length === 0
    ? null
    : {head, items: lines, tail, more: (count) => gfm`… and ${inline(counted(count, 'more line'))}.`};
}

export function moreOf(count: number): Markdown {
  return gfm`… and ${count} more.`;
}
