import type {JsonValue} from './json-types.js';
import {quote} from '../words.js';
import {parseJson} from './json.js';

/**
 * The values of the placeholders `{{name}}`, by name: a string is put in as text; any other JSON keeps its type
 * where a string is nothing but the placeholder.
 */
export type Variables = ReadonlyMap<string, JsonValue>;

/** `{{integration}}` is the integration of the bundle itself, and has no value of its own. */
export const BUILT_IN = 'integration';

/** Why a line cannot be used. The words never quote a value, which may be a secret. */
export interface VariableProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** What would be right; empty when the message says it all. */
  readonly hint: string;
}

export interface ParsedVariables {
  readonly variables: Variables;
  /** In the order of the lines. Where there is one, the variables are not to be used. */
  readonly problems: readonly VariableProblem[];
}

/**
 * What can stand between the braces, by the templates that are in use: `zis_integration_key`, `debug-webhook-url`,
 * `jobspec_<name>`. Other texts in braces are left alone.
 */
export const NAME = String.raw`[\p{L}_<][\p{L}\p{N}_.<>-]{0,99}`;

/**
 * Whether a placeholder of this name is one that Zendesk fills in itself, in the texts of macros, triggers and
 * comments: `{{ticket.id}}`, `{{dc.welcome}}`. Without a value of this very name it is no variable, but text.
 */
export function isForZendesk(name: string): boolean {
  return ZENDESKS_OWN.test(name);
}

const ZENDESKS_OWN = /^(?:ticket|user|current_user|organization|satisfaction|agent|comment|account|dc)\.[^.]/;

/**
 * Reads the `variables` input: `name=value` a line, or `name:=json` for a value that is no text. The first `=`
 * separates; spaces around name and value do not count, and a value may be empty. Blank lines and lines that begin
 * with `#` are left out. All problems are given at once.
 */
export function parseVariables(text: string): ParsedVariables {
  const variables = new Map<string, JsonValue>();
  const firstLines = new Map<string, number>();
  const problems: VariableProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const line = index + 1;
    const entry = readEntry(content, firstLines);
    if ('message' in entry) {
      problems.push({line, ...entry});
    } else {
      variables.set(entry.name, entry.value);
      firstLines.set(entry.name, line);
    }
  }
  return {variables, problems};
}

type Entry = {readonly name: string; readonly value: JsonValue} | Omit<VariableProblem, 'line'>;

function readEntry(content: string, firstLines: ReadonlyMap<string, number>): Entry {
  const separator = content.indexOf('=');
  if (separator === -1) return {message: 'there is no `=`', hint: FORM};
  const before = content.slice(0, separator).trim();
  const isJson = before.endsWith(':');
  const name = isJson ? before.slice(0, -1).trim() : before;
  const text = content.slice(separator + 1).trim();
  const first = firstLines.get(name);
  if (!WHOLE_NAME.test(name)) return {message: 'what stands before the `=` is no name', hint: NAME_HINT};
  const fault = variableNameFault(name);
  if (fault !== null) return fault;
  if (first !== undefined) {
    return {message: `the variable "${name}" has a value already, on line ${first}`, hint: 'Remove one.'};
  }
  return isJson ? readJson(name, text) : {name, value: text};
}

/** Why no variable can have this name; null when one can. */
export function variableNameFault(name: string): Omit<VariableProblem, 'line'> | null {
  if (!WHOLE_NAME.test(name))
    return {message: `${quote(name)} can be no name of a variable`, hint: NAME_HINT};
  return name === BUILT_IN ? {message: `the variable "${name}" is built in`, hint: BUILT_IN_HINT} : null;
}

function readJson(name: string, text: string): Entry {
  const {root, tooDeep, duplicateKeys, reservedKeys, inexactNumbers} = parseJson(text);
  const refused = (what: string, hint: string): Entry => ({message: `the value of "${name}" ${what}`, hint});
  if (tooDeep !== null) return refused('is nested too deep', '');
  if (root === null) return refused('is not JSON', 'Write `=` instead of `:=` for a plain text.');
  if (duplicateKeys.length > 0) return refused('holds a key twice', 'Rename or remove one.');
  if (reservedKeys.length > 0) return refused('holds the key "__proto__"', 'Give it another name.');
  if (inexactNumbers.length > 0) {
    return refused(
      'holds a number that a double cannot hold exactly',
      'Write it as a string, or with fewer digits.'
    );
  }
  return {name, value: root.value};
}

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const FORM = 'A line reads `name=value`, or `name:=json` for a number, a list and the like.';
const NAME_HINT =
  'A name has 1 to 100 letters, digits and `_ - . < >`, and begins with a letter, with `_` or with `<`.';
const BUILT_IN_HINT = 'It is the integration of each bundle: set the `integration` input.';
