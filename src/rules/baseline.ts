import type {JsonNode, JsonObject, Span} from '../bundle/json-types.js';
import {parseJson} from '../bundle/json.js';
import {decode, Lines, MAX_FILE_BYTES} from '../bundle/text.js';
import {quote} from '../words.js';

/** Findings of one rule in one place that were there when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string;
  /** `integration/name`; null where the file's bundle is not known. */
  readonly bundle: string | null;
  /** The file, only where the bundle is not known. */
  readonly file: string | null;
  /** The key under `resources`; null for what is in none. */
  readonly resource: string | null;
  readonly state: string | null;
  /** How many; at least 1. */
  readonly count: number;
}

/** Where an entry is for: all of it but the count. */
export type BaselinePlace = Omit<BaselineEntry, 'count'>;

export interface ParsedBaseline {
  readonly entries: readonly BaselineEntry[];
  /** Each a sentence without a full stop that begins with the file's place. Where there is one, nothing is to be used. */
  readonly problems: readonly string[];
}

const VERSION = 1;
const MOST_PROBLEMS = 20;

/** The text of a baseline file: one entry a line, in an order of its own, so that two branches seldom meet in one. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map(({rule, bundle, file, resource, state, count}): JsonObject => ({
      rule,
      ...(bundle === null ? {} : {bundle}),
      ...(file === null ? {} : {file}),
      ...(resource === null ? {} : {resource}),
      ...(state === null ? {} : {state}),
      ...(count === 1 ? {} : {count})
    }))
    .map((entry) => `    ${JSON.stringify(entry)}`)
    .sort();
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** Reads a baseline file. Never throws for what it says. @param path for messages */
export function parseBaseline(path: string, content: Uint8Array): ParsedBaseline {
  const refused = (why: string): ParsedBaseline => ({entries: [], problems: [`${path} ${why} (${ANEW})`]});
  if (content.byteLength > MAX_FILE_BYTES) return refused('is larger than 5 MB, and is not read');
  const {text, fault} = decode(content);
  if (fault !== null && fault !== 'byte-order-mark') return refused('is not UTF-8');
  const {root, syntax} = parseJson(text);
  const lines = new Lines(text);
  const problems: string[] = [];
  const report = ({start}: Span, message: string): void => {
    const {line, column} = lines.position(start);
    problems.push(`${path}:${line}:${column}: ${message} (${ANEW})`);
  };
  if (root === null) {
    report(syntax ?? {start: 0, end: 0}, syntax?.message ?? 'this cannot be read');
    return {entries: [], problems};
  }
  const list = root.properties.get('findings');
  if (root.properties.get('version')?.value !== VERSION || list?.type !== 'array') {
    report(root, `this is no baseline of version ${VERSION}`);
    return {entries: [], problems};
  }
  const entries = list.items.flatMap((item) => entryOf(item, report) ?? []);
  return {entries, problems: problems.slice(0, MOST_PROBLEMS)};
}

const ANEW = 'Remove the file, and write it anew with zis-bundles baseline';
const KEYS = ['rule', 'bundle', 'file', 'resource', 'state', 'count'];

function entryOf(item: JsonNode, report: (at: Span, message: string) => void): BaselineEntry | null {
  const unknown = item.properties.nodes.find(({name}) => !KEYS.includes(name));
  if (unknown !== undefined) {
    report(unknown.key ?? unknown, `an entry has no key ${quote(unknown.name)}`);
    return null;
  }
  const text = (key: string): string | null => {
    const value = item.properties.get(key)?.value;
    return typeof value === 'string' ? value : null;
  };
  const count = item.properties.get('count')?.value ?? 1;
  const [rule, bundle, file] = [text('rule'), text('bundle'), text('file')];
  const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
  if (rule === null || (bundle === null) === (file === null) || !isCount) {
    report(item, 'an entry has a rule and a bundle, and as count a whole number above 0');
    return null;
  }
  return {rule, bundle, file, resource: text('resource'), state: text('state'), count};
}

/** What a check makes of the baseline. */
export interface BaselineUse {
  /** How many findings were held back. */
  readonly held: number;
  /** How many findings of the baseline are there no more. */
  readonly gone: number;
  /** The baseline without those; where findings were accepted, with these. */
  readonly entries: readonly BaselineEntry[];
}

/** Counts findings against a baseline. */
export class BaselineTally {
  private readonly known = new Map<string, {readonly entry: BaselinePlace; count: number}>();
  private readonly found = new Map<string, {readonly entry: BaselinePlace; count: number}>();
  private held = 0;

  /** @param accepts whether every finding becomes one of the baseline */
  constructor(
    entries: readonly BaselineEntry[],
    private readonly accepts: boolean
  ) {
    for (const entry of entries) add(this.known, entry, entry.count);
  }

  /** Counts one. @returns whether it is held back: the first ones of a place are, as many as were there before */
  holds(place: BaselinePlace): boolean {
    const before = this.found.get(keyOf(place))?.count ?? 0;
    if (!this.accepts && before >= (this.known.get(keyOf(place))?.count ?? 0)) return false;
    add(this.found, place, 1);
    this.held += 1;
    return true;
  }

  /** @param isKnown whether all that an entry is for was looked for */
  use(isKnown: (entry: BaselinePlace) => boolean): BaselineUse {
    let gone = 0;
    const entries: BaselineEntry[] = [];
    for (const [key, {entry, count}] of this.known) {
      const now = this.found.get(key)?.count ?? 0;
      const left = isKnown(entry) ? now : Math.max(count, now);
      gone += Math.max(0, count - left);
      if (left > 0) entries.push({...entry, count: left});
    }
    const added = [...this.found].filter(([key]) => !this.known.has(key));
    for (const [, {entry, count}] of added) entries.push({...entry, count});
    return {held: this.held, gone, entries};
  }
}

function add(
  to: Map<string, {readonly entry: BaselinePlace; count: number}>,
  {rule, bundle, file, resource, state}: BaselinePlace,
  count: number
): void {
  const entry = {rule, bundle, file, resource, state};
  const known = to.get(keyOf(entry));
  if (known === undefined) to.set(keyOf(entry), {entry, count});
  else known.count += count;
}

function keyOf({rule, bundle, file, resource, state}: BaselinePlace): string {
  return JSON.stringify([rule, bundle, file, resource, state]);
}
