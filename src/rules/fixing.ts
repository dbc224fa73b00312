import type {Edit} from './fix.js';
import type {Finding} from './finding.js';

/** A finding with a fix. */
export type Fixable = Finding & {readonly fix: NonNullable<Finding['fix']>};

/** The texts of files that a fix has changed, by path; all others are as they were read. */
export type Texts = ReadonlyMap<string, string>;

export interface FixPorts {
  /** The findings with some files' texts replaced. */
  readonly check: (changed: Texts) => Promise<readonly Finding[]>;
  /** The text of a file as it was read; null when it is not to be changed. */
  readonly textOf: (path: string) => string | null;
  /** Whether the time for it is over: what is mended by then stays mended. */
  readonly isLate?: () => boolean;
}

export interface Fixed {
  readonly texts: Texts;
  /** What was mended, in the order in which it was. */
  readonly applied: readonly Fixable[];
  /** How many fixes were left out, because with them the check finds something else. */
  readonly refused: number;
  /** How many were not tried any more. */
  readonly untried: number;
}

/** A repository with more has them mended by running it again. */
const MOST_CHECKS = 60;
/** One fix can make another possible, and hardly a third. */
const MOST_ROUNDS = 10;

/**
 * Applies the fixes that leave fewer findings and none that was not there before. All are tried at once; where
 * that fails, each half by itself, down to single ones. What was mended may show more to mend, so it goes on until
 * there is nothing left: a second run changes nothing.
 */
export async function fixAll(ports: FixPorts): Promise<Fixed> {
  const run = new FixRun(ports);
  await run.start();
  for (let round = 0; round < MOST_ROUNDS; round += 1) if (!(await run.round())) break;
  return run.result();
}

class FixRun {
  private texts: Texts = new Map();
  private findings: readonly Finding[] = [];
  private readonly applied: Fixable[] = [];
  /** Those of this round that were tried alone and did not help: what else is mended may change that. */
  private readonly refused = new Set<string>();
  private untried = 0;
  private checks = 0;

  constructor(private readonly ports: FixPorts) {}

  async start(): Promise<void> {
    this.findings = await this.check(this.texts);
  }

  /** @returns whether something was mended */
  async round(): Promise<boolean> {
    this.untried = 0;
    this.refused.clear();
    const before = this.applied.length;
    await this.tryOut(withoutOverlaps(this.findings.filter(isFixable)));
    return this.applied.length > before;
  }

  result(): Fixed {
    const {texts, applied, refused, untried} = this;
    return {texts, applied, refused: refused.size, untried};
  }

  private async tryOut(fixable: readonly Fixable[]): Promise<void> {
    if (fixable.length === 0) return;
    if (this.checks >= MOST_CHECKS || this.ports.isLate?.() === true) {
      this.untried += fixable.length;
      return;
    }
    // The places are those of the last check: after a half that was taken they have moved.
    const present = this.located(fixable);
    if (present.length === 0) return;
    const texts = this.edited(present);
    const findings = texts === null ? null : await this.check(texts);
    if (texts !== null && findings !== null && isMended(this.findings, findings, present)) {
      this.applied.push(...present);
      [this.texts, this.findings] = [texts, findings];
    } else if (fixable.length === 1) for (const each of fixable) this.refused.add(nameOf(each));
    else {
      const half = Math.ceil(fixable.length / 2);
      await this.tryOut(fixable.slice(0, half));
      await this.tryOut(fixable.slice(half));
    }
  }

  /** The same findings where they are now. */
  private located(fixable: readonly Fixable[]): readonly Fixable[] {
    const wanted = countsOf(fixable.map(nameOf));
    const now = this.findings.filter(isFixable).filter((finding) => {
      const left = wanted.get(nameOf(finding)) ?? 0;
      wanted.set(nameOf(finding), left - 1);
      return left > 0;
    });
    return withoutOverlaps(now);
  }

  private edited(fixable: readonly Fixable[]): Texts | null {
    const texts = new Map(this.texts);
    const byPath = new Map<string, Edit[]>();
    for (const {path, fix} of fixable) {
      const edits = byPath.get(path);
      if (edits === undefined) byPath.set(path, [...fix.edits]);
      else edits.push(...fix.edits);
    }
    for (const [path, edits] of byPath) {
      const text = texts.get(path) ?? this.ports.textOf(path);
      if (text === null) return null;
      texts.set(path, withEdits(text, edits));
    }
    return byPath.size === 0 ? null : texts;
  }

  private check(texts: Texts): Promise<readonly Finding[]> {
    this.checks += 1;
    return this.ports.check(texts);
  }
}

export function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined;
}

/** The text with the edits made, of which none is within another. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    edited += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return edited + text.slice(done);
}

/** In the order of the text; of fixes that reach into each other the first. */
function withoutOverlaps(fixable: readonly Fixable[]): Fixable[] {
  const ends = new Map<string, number>();
  return [...fixable]
    .sort((a, b) => startOf(a) - startOf(b))
    .filter((finding) => {
      const {path, fix} = finding;
      if (startOf(finding) <= (ends.get(path) ?? -1)) return false;
      ends.set(path, fix.edits.at(-1)?.end ?? 0);
      return true;
    });
}

function startOf({fix}: Fixable): number {
  return fix.edits[0]?.start ?? 0;
}

/** Whether what the fixes are for is gone, and nothing else has come. */
function isMended(before: readonly Finding[], after: readonly Finding[], fixes: readonly Fixable[]): boolean {
  if (after.length > before.length - fixes.length) return false;
  const left = countsOf(before.map(nameOf));
  for (const name of fixes.map(nameOf)) left.set(name, (left.get(name) ?? 0) - 1);
  return after.every((finding) => {
    const count = left.get(nameOf(finding)) ?? 0;
    left.set(nameOf(finding), count - 1);
    return count > 0;
  });
}

/** What stays of a finding when lines move. */
function nameOf({rule, path, message}: Finding): string {
  return JSON.stringify([rule, path, message.replace(/\bline \d+/g, 'line')]);
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
