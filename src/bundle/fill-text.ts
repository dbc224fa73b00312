import type {Filling, JsonValue} from './json-types.js';
import {isKept, type NamePatterns} from './name-patterns.js';
import {isForZendesk, NAME, type Variables} from './variables.js';

export interface FilledText {
  readonly value: JsonValue;
  /** null for a text without placeholders. */
  readonly filling: Filling | null;
}

/**
 * A text with its placeholders filled in; it becomes the value itself when it is one placeholder and nothing else.
 * Values are not looked into again.
 *
 * @param keep the names that another program fills in
 */
export function fillText(written: string, variables: Variables, keep: NamePatterns = []): FilledText {
  const filled = new Set<string>();
  const unfilled = new Set<string>();
  const kept = new Set<string>();
  let whole: JsonValue | undefined;
  const text = written.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = variables.get(name);
    if (value === undefined && isForZendesk(name)) return placeholder;
    (value !== undefined ? filled : isKept(name, keep) ? kept : unfilled).add(name);
    if (placeholder.length === written.length) whole = value;
    return value === undefined ? placeholder : textOf(value);
  });
  if (filled.size + unfilled.size + kept.size === 0) return {value: written, filling: null};
  return {
    value: whole === undefined ? text : whole,
    filling: {written, filled: [...filled], unfilled: [...unfilled], kept: [...kept]}
  };
}

/** Whether a placeholder was left in the text: what stands there in the end is not known. */
export function isOpen(filling: Filling | undefined): boolean {
  return filling !== undefined && filling.unfilled.length + filling.kept.length > 0;
}

/** The placeholders in a text, without those that are left to Zendesk. */
export function placeholdersIn(
  text: string,
  variables: Variables = NO_VARIABLES
): {name: string; start: number; end: number}[] {
  if (!text.includes('{{')) return [];
  const found: {name: string; start: number; end: number}[] = [];
  for (const {0: whole, 1: name = '', index: start} of text.matchAll(PLACEHOLDER)) {
    if (!variables.has(name) && isForZendesk(name)) continue;
    found.push({name, start, end: start + whole.length});
  }
  return found;
}

const NO_VARIABLES: Variables = new Map();

/** A value as a part of a text: compact JSON, unless it is a text itself. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Whether a placeholder may stand in a string or a key of a JSON text: quickly, and never wrongly no. Nearly every bundle
 * has braces, and most have only those of ZIS, `{{$.path}}`.
 */
export function mayHoldPlaceholder(json: string): boolean {
  if (json.includes('\\u')) return true;
  for (let at = json.indexOf('{{'); at !== -1; at = json.indexOf('{{', at + 1)) {
    let inner = at + 2;
    while (json[inner] === ' ') inner += 1;
    if (json[inner] !== '$') return true;
  }
  return false;
}

/** Whether a placeholder stands in any string or key of a value. */
export function mentionsPlaceholder(value: JsonValue): boolean {
  if (typeof value === 'string') return mentions(value);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(mentionsPlaceholder);
  for (const key of Object.keys(value)) {
    if (mentions(key) || mentionsPlaceholder(value[key] ?? null)) return true;
  }
  return false;
}

function mentions(text: string): boolean {
  return text.includes('{{') && text.search(PLACEHOLDER) !== -1;
}

/** For `replace`, `search` and `matchAll`, which keep no state in it. */
const PLACEHOLDER = new RegExp(String.raw`\{\{[ \t]*(${NAME})[ \t]*\}\}`, 'gu');
