import {structuredPatch} from 'diff';
import {canonical, sameJson} from '../bundle/canonical.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {setOwn} from '../bundle/json.js';
import {without} from './json-diff.js';
import {resourcesIn} from './semantic-diff.js';
import {shorten, shortenPair} from '../visible.js';
import {counted} from '../words.js';

/** A unified diff, or what can be had of one. */
export interface UnifiedDiff {
  /** Hunk headers, and lines that start with a space, + or -. */
  readonly lines: readonly string[];
  readonly added: number;
  readonly removed: number;
  /** Whether the two were too different to be compared as a whole, so that each resource stands alone. */
  readonly inParts: boolean;
}

/** jsdiff gives up at either bound: then the two sides have little in common. */
const MAX_EDITS = 1_500;
const TIMEOUT_MS = 1_000;

/** Looking for edits takes time with the square of their number: the resources of a bundle share what they may take. */
class Effort {
  private left = 10 * MAX_EDITS ** 2;

  get maxEditLength(): number {
    return Math.floor(Math.min(MAX_EDITS, Math.sqrt(Math.max(0, this.left))));
  }

  spend(edits: number): void {
    this.left -= edits ** 2;
  }
}
const CONTEXT = 3;
const LINE_LENGTH = 240;

/** Sign, indentation and property name: they stay when a long value is cut at the front. */
const START = /^[-+] *(?:"[^"]{1,80}": )?"?/;

/** The keys that a reader looks for first; the others follow sorted. Both sides have the same order. */
const FIRST_KEYS = [
  'type',
  'Type',
  'key',
  'name',
  'description',
  'zis_template_version',
  'Comment',
  'StartAt'
];

/**
 * The unified diff of two bundles, pretty-printed with two spaces and with their keys in one order, so that
 * only real changes show. A side that does not exist is empty. Long lines are shortened around their change.
 */
export function unifiedDiff(registered: JsonObject | null, declared: JsonObject | null): UnifiedDiff {
  const effort = new Effort();
  const whole = diffValues(
    registered === null ? undefined : canonical(registered),
    declared === null ? undefined : canonical(declared),
    effort
  );
  if (whole !== null) return summed(whole, false);
  return summed([...diffByResource(registered, declared, effort)], true);
}

/** Pretty-printed JSON in the order in which we show it. */
export function prettyJson(value: JsonValue): string {
  return JSON.stringify(inReadingOrder(value), null, 2);
}

function* diffByResource(
  registered: JsonObject | null,
  declared: JsonObject | null,
  effort: Effort
): Iterable<string> {
  const old = resourcesIn(registered);
  const now = resourcesIn(declared);
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(key), now.get(key)];
    if (sameJson(was, is)) continue;
    yield `@@ resources[${JSON.stringify(key)}] @@`;
    const lines = diffValues(was, is, effort);
    if (lines !== null) yield* lines;
    else
      yield `# too different to compare: ${counted(lineCount(was), 'line')} registered, ${counted(lineCount(is), 'line')} declared`;
  }
  const [was, is] = [rest(registered), rest(declared)];
  if (!sameJson(was, is)) yield* diffValues(was, is, effort) ?? [];
}

function diffValues(old: JsonValue | undefined, now: JsonValue | undefined, effort: Effort): string[] | null {
  if (old === undefined || now === undefined) return [...oneSided('-', old), ...oneSided('+', now)];
  const {maxEditLength} = effort;
  const options = {maxEditLength, timeout: TIMEOUT_MS, context: CONTEXT};
  const patch = structuredPatch('', '', `${prettyJson(old)}\n`, `${prettyJson(now)}\n`, '', '', options);
  if (patch === undefined) {
    effort.spend(maxEditLength);
    return null;
  }
  effort.spend(patch.hunks.flatMap((hunk) => hunk.lines).filter((line) => !line.startsWith(' ')).length);
  const lines = patch.hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...shortLines(hunk.lines)
  ]);
  // Lines cut out of a text keep all of it in memory: these are cut out of a text that holds only them.
  return lines.length === 0 ? [] : lines.join('\n').split('\n');
}

function oneSided(sign: '+' | '-', value: JsonValue | undefined): string[] {
  return value === undefined
    ? []
    : shortLines(
        prettyJson(value)
          .split('\n')
          .map((line) => sign + line)
      );
}

/** Shortens long lines; where a removed line is followed by its successor both are cut around the change. */
function shortLines(lines: readonly string[]): string[] {
  const partners = partnersOf(lines);
  return lines.map((line, at) => {
    const partner = partners.get(at);
    if (partner === undefined) return shorten(line, LINE_LENGTH);
    const start = START.exec(line)?.[0] ?? '';
    return start + shortenPair(line.slice(start.length), partner.replace(START, ''), LINE_LENGTH)[0];
  });
}

/** For each line of a change the line that it replaces or is replaced by. */
function partnersOf(lines: readonly string[]): Map<number, string> {
  const partners = new Map<number, string>();
  for (let at = 0; at < lines.length;) {
    const removed = runLength(lines, at, '-');
    const added = runLength(lines, at + removed, '+');
    for (let offset = 0; offset < Math.min(removed, added); offset += 1) {
      partners.set(at + offset, lines[at + removed + offset] ?? '');
      partners.set(at + removed + offset, lines[at + offset] ?? '');
    }
    at += Math.max(removed + added, 1);
  }
  return partners;
}

function runLength(lines: readonly string[], from: number, sign: string): number {
  let length = 0;
  while (lines[from + length]?.startsWith(sign) === true) length += 1;
  return length;
}

function summed(lines: readonly string[], inParts: boolean): UnifiedDiff {
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return {lines, added: count('+'), removed: count('-'), inParts};
}

function lineCount(value: JsonValue | undefined): number {
  return value === undefined ? 0 : prettyJson(value).split('\n').length;
}

function rest(bundle: JsonObject | null): JsonValue | undefined {
  return bundle === null ? undefined : without(canonical(bundle), ['resources']);
}

function inReadingOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inReadingOrder);
  if (value === null || typeof value !== 'object') return value;
  const first = FIRST_KEYS.filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !FIRST_KEYS.includes(key));
  const ordered: JsonObject = {};
  for (const key of [...first, ...others.sort()]) setOwn(ordered, key, inReadingOrder(value[key] ?? null));
  return ordered;
}
