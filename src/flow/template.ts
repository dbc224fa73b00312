import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {parsePath, parseTemplate, type ReferencePath, type Template} from './path.js';

/** A text as ZIS reads it where it looks values up: a reference path as a whole, or a text with placeholders. */
export type Reading =
  | {readonly kind: 'path'; readonly path: ReferencePath}
  | {readonly kind: 'template'; readonly template: Template};

/** A text that begins with `$` and holds no placeholder is a path; any other is a template. */
export function readText(text: string): Reading {
  return isPathText(text)
    ? {kind: 'path', path: parsePath(text)}
    : {kind: 'template', template: parseTemplate(text)};
}

/** Whether a text is to be read as a path as a whole. */
export function isPathText(text: string): boolean {
  return text.startsWith('$') && !text.includes('{{');
}

/** A key without the `.$` by which it asks for a path. */
export function plainKey(name: string): string {
  return isDynamicKey(name) ? name.slice(0, -2) : name;
}

/** Whether a key asks for a path or placeholders as its value. */
export function isDynamicKey(name: string): boolean {
  const last = name.length - 1;
  return last > 1 && name[last] === '$' && name[last - 1] === '.';
}

/** The value of a string; empty for anything else. */
export function textOf(node: JsonNode | undefined): string {
  return typeof node?.value === 'string' ? node.value : '';
}

/** What stands in a text for a value: texts as they are, numbers in decimals, objects and lists as JSON. */
export function textForm(value: JsonValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? decimalText(value) : JSON.stringify(value);
}

/** A number without an exponent: 1e21 → `1000000000000000000000`. */
export function decimalText(value: number): string {
  const text = JSON.stringify(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
