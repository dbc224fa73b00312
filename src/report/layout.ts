import {join, type Markdown} from './escape.js';

/** A part of a report that is shown whole, cut behind one of its items, or left out. */
export interface Leaf {
  readonly kind: 'leaf';
  /** The leaf with the smallest number is the first to be cut; among equals the last one. */
  readonly importance: number;
  /** What is said to be left out when the leaf is: so many of these. */
  readonly what: {readonly part: PartKind; readonly count: number};
  /** The part of the whole that it may take, from 0 to 1. */
  readonly share: number;
  /** The least room that makes it worth building. */
  readonly least: number;
  /** Called only when there is room. null: there is nothing to say after all. */
  readonly build: () => Cuttable | null;
}

/** What a leaf says. It is whole with any number of its items, as long as head and tail are there. */
export interface Cuttable {
  readonly head: Markdown;
  readonly items: readonly Markdown[];
  readonly tail: Markdown;
  /** What stands behind it when the last `count` items are missing. */
  readonly more: (count: number) => Markdown;
}

/** Sections that stand between a head and a tail, which appear only with at least one of them. */
export interface Group {
  readonly kind: 'group';
  readonly head: Markdown;
  readonly tail: Markdown;
  readonly sections: readonly Section[];
}

export type Section = Leaf | Group;

export type PartKind =
  | 'notice'
  | 'bundle'
  | 'move'
  | 'risk'
  | 'outcome'
  | 'finding'
  | 'remark'
  | 'exception'
  | 'weakened check'
  | 'list of changes'
  | 'unified diff'
  | 'explanation'
  | 'picture'
  | 'flow in text'
  | 'unmanaged bundle'
  | 'tested flow'
  | 'failed test';

/** How much of what was left out; `shortened` counts the leaves that are there in part. */
export interface LeftOut {
  readonly parts: ReadonlyMap<PartKind, number>;
  readonly shortened: number;
}

export interface Frame {
  /** Always there, at the top. */
  readonly head: Markdown;
  /** Always there, at the end. */
  readonly tail: Markdown;
  readonly limit: number;
  /** How many leaves of a kind there may be, however much room is left. */
  readonly most: Partial<Readonly<Record<PartKind, number>>>;
  /** The length of a text in the unit of the limit. */
  readonly measure: (text: string) => number;
  /** The sentence that says what was left out and where it is. */
  readonly note: (leftOut: LeftOut) => Markdown;
}

const SEPARATOR = '\n\n';

/**
 * Lays out a report within a limit. Room is given by importance, then from top to bottom; nothing is cut but
 * between the items of a leaf. The limit holds as long as head, tail and note fit into it.
 */
export function layOut(sections: readonly Section[], frame: Frame): Markdown {
  const placed = placeLeaves(sections);
  const everything: LeftOut = {parts: countParts(placed.map(({leaf}) => leaf)), shortened: placed.length};
  const costOf = (text: Markdown) => (text === '' ? 0 : frame.measure(text) + SEPARATOR.length);
  const fixed = costOf(frame.head) + costOf(frame.tail) + costOf(frame.note(everything));
  const layout = new Layout(frame, frame.limit - fixed);
  for (const place of byImportance(placed)) layout.give(place);
  const note = layout.isComplete() ? ('' as Markdown) : frame.note(layout.leftOut());
  const blocks = [frame.head, ...compose(sections, layout.texts), note, frame.tail];
  return join(
    blocks.filter((block) => block !== ''),
    SEPARATOR
  );
}

interface Place {
  readonly leaf: Leaf;
  /** The groups around it. */
  readonly groups: readonly Group[];
}

class Layout {
  readonly texts = new Map<Leaf, Markdown>();
  private readonly open = new Set<Group>();
  private readonly shown = new Map<PartKind, number>();
  private readonly omitted: Leaf[] = [];
  private shortened = 0;

  constructor(
    private readonly frame: Frame,
    private room: number
  ) {}

  give({leaf, groups}: Place): void {
    const opening = groups.filter((group) => !this.open.has(group));
    const frameCost = opening.reduce((sum, {head, tail}) => sum + this.cost(head) + this.cost(tail), 0);
    const room =
      Math.min(this.room, Math.floor(this.frame.limit * leaf.share)) - frameCost - SEPARATOR.length;
    if (room < leaf.least || this.hasEnoughOf(leaf.what.part)) {
      this.omitted.push(leaf);
      return;
    }
    const content = leaf.build();
    if (content === null) return;
    const fitted = this.fit(content, room);
    if (fitted === null) {
      this.omitted.push(leaf);
      return;
    }
    if (fitted.isCut) this.shortened += 1;
    this.room -= frameCost + this.cost(fitted.text);
    this.texts.set(leaf, fitted.text);
    this.shown.set(leaf.what.part, (this.shown.get(leaf.what.part) ?? 0) + 1);
    for (const group of opening) this.open.add(group);
  }

  isComplete(): boolean {
    return this.omitted.length + this.shortened === 0;
  }

  leftOut(): LeftOut {
    return {parts: countParts(this.omitted), shortened: this.shortened};
  }

  private hasEnoughOf(part: PartKind): boolean {
    const most = this.frame.most[part];
    return most !== undefined && (this.shown.get(part) ?? 0) >= most;
  }

  private fit(content: Cuttable, room: number): {text: Markdown; isCut: boolean} | null {
    const {head, items, tail, more} = content;
    const whole = lines([head, ...items, tail]);
    if (this.frame.measure(whole) <= room) return {text: whole, isCut: false};
    let left = room - this.frame.measure(lines([head, tail])) - this.cost(more(items.length)) - 1;
    let count = 0;
    for (const item of items) {
      left -= this.frame.measure(item) + 1;
      if (left < 0) break;
      count += 1;
    }
    if (count === 0) return null;
    const cut = lines([head, ...items.slice(0, count), tail]);
    return {text: join([cut, more(items.length - count)], SEPARATOR), isCut: true};
  }

  private cost(text: Markdown): number {
    return this.frame.measure(text) + SEPARATOR.length;
  }
}

function placeLeaves(sections: readonly Section[], groups: readonly Group[] = []): Place[] {
  return sections.flatMap((section) =>
    section.kind === 'leaf' ? [{leaf: section, groups}] : placeLeaves(section.sections, [...groups, section])
  );
}

function byImportance(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.leaf.importance - a.leaf.importance);
}

function compose(sections: readonly Section[], texts: ReadonlyMap<Leaf, Markdown>): Markdown[] {
  return sections.flatMap((section) => {
    if (section.kind === 'leaf') return texts.get(section) ?? [];
    const inner = compose(section.sections, texts);
    return inner.length === 0 ? [] : [section.head, ...inner, section.tail];
  });
}

function countParts(leaves: readonly Leaf[]): Map<PartKind, number> {
  const counts = new Map<PartKind, number>();
  for (const {what} of leaves) counts.set(what.part, (counts.get(what.part) ?? 0) + what.count);
  return counts;
}

function lines(parts: readonly Markdown[]): Markdown {
  return join(
    parts.filter((part) => part !== ''),
    '\n'
  );
}
