import {diffArrays} from 'diff';
import {sortKeys} from '../bundle/canonical.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject, own} from '../bundle/json.js';

/** One place at which two JSON values differ. */
export interface PropertyChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Such as `Parameters.token.$` or `Choices[2].Next`; indexes of a removed item are those of the old side. */
  readonly path: string;
  /** undefined when added. */
  readonly old: JsonValue | undefined;
  /** undefined when removed. */
  readonly now: JsonValue | undefined;
}

/** Edits that an array comparison may need before it falls back to comparing by index. */
const MAX_ARRAY_EDITS = 200;

/**
 * Every place at which two JSON values differ, in the order of the new side's keys, removed keys last. Arrays
 * are compared as sequences: an item that was inserted does not make those behind it changed, and one that
 * only stands elsewhere is `moved`.
 */
export function changesBetween(
  old: JsonValue | undefined,
  now: JsonValue | undefined,
  path = ''
): PropertyChange[] {
  if (old === undefined) return now === undefined ? [] : [{change: 'added', path, old, now}];
  if (now === undefined) return [{change: 'removed', path, old, now}];
  if (isObject(old) && isObject(now)) return objectChanges(old, now, path);
  if (Array.isArray(old) && Array.isArray(now)) return arrayChanges(old, now, path);
  return identity(old) === identity(now) ? [] : [{change: 'changed', path, old, now}];
}

/** A copy of an object without some of its properties; any other value as it is. */
export function without(value: JsonValue, keys: readonly string[]): JsonValue {
  if (!isObject(value)) return value;
  return Object.fromEntries<JsonValue>(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function objectChanges(old: JsonObject, now: JsonObject, path: string): PropertyChange[] {
  const keys = new Set([...Object.keys(now), ...Object.keys(old)]);
  return [...keys].flatMap((key) => changesBetween(own(old, key), own(now, key), pathTo(path, key)));
}

function pathTo(path: string, key: string): string {
  if (!/^[\w$-]+(?:\.\$)?$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

interface Item {
  readonly value: JsonValue;
  readonly index: number;
  readonly id: string;
}

function arrayChanges(old: JsonValue[], now: JsonValue[], path: string): PropertyChange[] {
  const runs: {removed: Item[]; added: Item[]}[] = [{removed: [], added: []}];
  for (const part of alignItems(items(old), items(now))) {
    const run = runs.at(-1);
    if (part.removed && run) run.removed = run.removed.concat(part.value);
    else if (part.added && run) run.added = run.added.concat(part.value);
    else runs.push({removed: [], added: []});
  }
  return withMoves(runs.flatMap(({removed, added}) => runChanges(removed, added, path)));
}

function alignItems(old: Item[], now: Item[]) {
  const comparator = (a: Item, b: Item) => a.id === b.id;
  return (
    diffArrays(old, now, {comparator, maxEditLength: MAX_ARRAY_EDITS}) ?? [
      {removed: true, added: false, value: old},
      {removed: false, added: true, value: now}
    ]
  );
}

/** A run of removed items against the run of added ones in its place: item by item, then what is left over. */
function runChanges(removed: readonly Item[], added: readonly Item[], path: string): PropertyChange[] {
  return Array.from({length: Math.max(removed.length, added.length)}, (_, at) => at).flatMap((at) => {
    const was = removed[at];
    const is = added[at];
    const wasPath = `${path}[${was?.index ?? 0}]`;
    const isPath = `${path}[${is?.index ?? 0}]`;
    if (resembles(was?.value, is?.value)) return changesBetween(was?.value, is?.value, isPath);
    return [
      ...changesBetween(was?.value, undefined, wasPath),
      ...changesBetween(undefined, is?.value, isPath)
    ];
  });
}

/** Whether two items are one that was edited: objects must share at least one property with its value. */
function resembles(old: JsonValue | undefined, now: JsonValue | undefined): boolean {
  if (old === undefined || now === undefined) return false;
  if (!isObject(old) || !isObject(now)) return !isObject(old) && !isObject(now);
  return Object.keys(now).some((key) => identity(own(old, key)) === identity(own(now, key)));
}

/** An item that was removed at one index and added unchanged at another has moved. */
function withMoves(changes: readonly PropertyChange[]): PropertyChange[] {
  const removed = new Map<string, PropertyChange>();
  for (const change of changes) {
    if (change.change === 'removed') removed.set(identity(change.old), change);
  }
  const moved = new Set<PropertyChange>();
  const marked = changes.map((change): PropertyChange => {
    const origin = change.change === 'added' ? removed.get(identity(change.now)) : undefined;
    if (origin === undefined || moved.has(origin)) return change;
    moved.add(origin);
    return {change: 'moved', path: change.path, old: origin.path, now: change.now};
  });
  return marked.filter((change) => !moved.has(change));
}

function items(values: readonly JsonValue[]): Item[] {
  return values.map((value, index) => ({value, index, id: identity(value)}));
}

function identity(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(sortKeys(value));
}
