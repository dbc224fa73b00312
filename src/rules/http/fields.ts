import {asText, newKey, newText, slipInKey} from '../analysis/fixes.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {textOf} from '../../flow/template.js';
import {didYouMean, quote, suggest} from '../../words.js';
import {httpActionsIn} from '../analysis/http-definition.js';
import {beginningOf, keyOf, type BundleContext, type BundleRule, type Report} from '../rule.js';

const LISTS = ['headers', 'queryParams', 'query'];
const FIELD_PROPERTIES = ['key', 'value', 'value.$'];

export const fields: BundleRule = {
  id: 'http/fields',
  scope: 'bundle',
  severity: 'error',
  summary: 'headers and queryParams are arrays of {"key": …, "value": …}.',
  why: 'The documentation shows them in this shape, and no client can send a header whose name or value is none.',
  bad: '{"headers": [{"name": "Accept", "value": "application/json"}]}',
  good: '{"headers": [{"key": "Accept", "value": "application/json"}]}',
  source:
    'ZIS custom actions, rows `headers` and `queryParams`; RFC 9110, section 5 (names and values of headers)',
  check(bundle, report) {
    for (const list of fieldLists(bundle)) {
      const name = quote(list.name);
      if (list.type !== 'array' && list.type !== 'object') {
        report(list, `${name} must be an array of {"key": …, "value": …}`, FORM);
      }
      for (const entry of list.items) checkField(entry, name, report);
    }
  }
};

export const fieldForm: BundleRule = {
  id: 'http/field-form',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Headers and query parameters are written in the form that the documentation shows, each once.',
  why: 'An object in place of the array, the older name `query`, and values that are no strings are in some samples; that ZIS takes them is not documented.',
  bad: '{"headers": {"Accept": "application/json"}, "query": [{"key": "page", "value": 2}]}',
  good: '{"headers": [{"key": "Accept", "value": "application/json"}], "queryParams": [{"key": "page", "value": "2"}]}',
  source:
    'ZIS custom actions, rows `headers` and `queryParams`; tutorial on authenticated requests (`query`)',
  check(bundle, report) {
    for (const list of fieldLists(bundle)) {
      const {name} = list;
      if (name === 'query')
        report(keyOf(list), '"query" is the older name', 'Write "queryParams".', newKey(list, 'queryParams'));
      if (list.type === 'object') {
        report(keyOf(list), `${quote(name)} is an object`, 'Write an array of {"key": …, "value": …}.');
      }
      const seen = new Set<string>();
      for (const entry of list.items) {
        const value = entry.properties.get('value');
        if (value !== undefined && (value.type === 'number' || value.type === 'boolean')) {
          report(
            value,
            'the value is not a string',
            `Write ${quote(JSON.stringify(value.value))}.`,
            asText(value)
          );
        }
        const key = entry.properties.get('key');
        if (name !== 'headers' || typeof key?.value !== 'string') continue;
        const lower = key.value.toLowerCase();
        if (seen.has(lower) && !REPEATABLE.has(lower)) {
          report(key, `the header ${quote(key.value)} is given twice`, 'Keep one of them.');
        }
        seen.add(lower);
      }
    }
  }
};

const FORM = 'Write [{"key": "Accept", "value": "application/json"}], one entry for each.';

/** Headers of which the values of several count together. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control'
]);

function* fieldLists(bundle: BundleContext): Iterable<JsonNode> {
  for (const {definition} of httpActionsIn(bundle)) {
    for (const key of LISTS) {
      const list = definition.properties.get(key);
      if (list !== undefined) yield list;
    }
  }
}

function checkField(entry: JsonNode, list: string, report: Report): void {
  if (entry.type !== 'object') {
    report(entry, `an entry of ${list} must be an object: {"key": …, "value": …}`, FORM);
    return;
  }
  checkProperties(entry, list, report);
  const key = entry.properties.get('key');
  if (key !== undefined && textOf(key).trim() === '') {
    report(key, `the key of this entry of ${list} must be a name`, 'Write it as a string, such as "Accept".');
  }
  if (list === HEADERS) checkHeader(entry, report);
  const value = entry.properties.get('value');
  if (value !== undefined && ['object', 'array', 'null'].includes(value.type)) {
    const hint =
      value.type === 'null' ? 'Remove the entry, or write "" for an empty one.' : 'Write it as a string.';
    report(value, `the value of this entry of ${list} must be a string`, hint);
  }
}

const HEADERS = quote('headers');

/** What no client sends as the name or the value of a header. */
function checkHeader({properties}: JsonNode, report: Report): void {
  const key = properties.get('key');
  const name = textOf(key);
  if (key !== undefined && name.trim() !== '' && !name.includes('{{') && /[:\s\p{Cc}]/u.test(name)) {
    const plain = name.replace(/(?<![:\s\p{Cc}])[:\s\p{Cc}]+$/u, '').trim();
    const found = name.includes(':') ? 'a colon' : 'a blank';
    report(
      key,
      `the name of the header ${quote(name)} holds ${found}`,
      /[:\s\p{Cc}]/u.test(plain) ? 'Take it out.' : `Write ${quote(plain)}.`,
      /[:\s\p{Cc}]/u.test(plain) ? null : newText(key, plain)
    );
  }
  const value = properties.get('value') ?? properties.get('value.$');
  if (value !== undefined && /[\r\n]/.test(textOf(value))) {
    report(value, 'the value of this header holds a line break', 'Take it out.');
  }
}

function checkProperties(entry: JsonNode, list: string, report: Report): void {
  const {properties} = entry;
  const unknown = properties.names.filter((name) => !FIELD_PROPERTIES.includes(name));
  const hasValue = properties.has('value') || properties.has('value.$');
  const wanted = [...(properties.has('key') ? [] : ['key']), ...(hasValue ? [] : ['value'])];
  if (unknown.length === 1 && wanted.length === 2 && reportPair(entry, list, report)) return;
  reportUnknown(entry, unknown, wanted, list, report);
  for (const name of unknown.length < wanted.length ? wanted : []) {
    if (unknown.some((other) => suggest(other, [name]) !== null)) continue;
    report(
      beginningOf(entry),
      `this entry of ${list} has no ${quote(name)}`,
      name === 'key' ? 'Add it.' : 'Add it, or "value.$" for a path.'
    );
  }
}

/** An unknown property beside a missing one is that one misspelt: one finding, not two. */
function reportUnknown(
  entry: JsonNode,
  unknown: readonly string[],
  wanted: readonly string[],
  list: string,
  report: Report
): void {
  const [only = ''] = wanted;
  for (const name of unknown) {
    const node = entry.properties.get(name);
    const meant = unknown.length === 1 && wanted.length === 1 ? `Did you mean ${quote(only)}?` : '';
    report(
      keyOf(node ?? entry),
      `an entry of ${list} takes no ${quote(name)}`,
      meant || didYouMean(name, wanted) || 'It takes "key" and "value".',
      node === undefined ? null : slipInKey(node, wanted)
    );
  }
}

/** `{"Accept": "application/json"}`: one finding, not three. Says whether it is one. */
function reportPair({properties}: JsonNode, list: string, report: Report): boolean {
  const [pair] = properties.nodes;
  if (pair?.type !== 'string' || suggest(pair.name, ['key', 'value']) !== null) return false;
  report(
    keyOf(pair),
    `this entry of ${list} has its name as a key`,
    `Write {"key": ${quote(pair.name)}, "value": …}.`
  );
  return true;
}
