import type {JsonNode} from '../../bundle/json.js';
import {keyOf, type BundleContext, type BundleRule, type Report} from '../rule.js';
import {didYouMean, quote, suggest} from '../suggest.js';
import {textOf} from '../support/values.js';
import {httpActionsIn} from './definition.js';

const LISTS = ['headers', 'queryParams', 'query'];
const FIELD_PROPERTIES = ['key', 'value', 'value.$'];

export const fields: BundleRule = {
  id: 'http/fields',
  scope: 'bundle',
  severity: 'error',
  summary: 'headers and queryParams are arrays of {"key": …, "value": …}.',
  why: 'A header or a parameter in another shape is not sent.',
  bad: '{"headers": [{"name": "Accept", "value": "application/json"}]}',
  good: '{"headers": [{"key": "Accept", "value": "application/json"}]}',
  source: 'ZIS custom actions, rows `headers` and `queryParams`',
  check(bundle, report) {
    for (const list of fieldLists(bundle)) {
      const name = quote(list.name);
      if (list.type !== 'array' && list.type !== 'object') {
        report(list, `${name} must be an array of {"key": …, "value": …}`);
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
      if (name === 'query') report(keyOf(list), '"query" is the older name', 'Write "queryParams".');
      if (list.type === 'object') {
        report(keyOf(list), `${quote(name)} is an object`, 'Write an array of {"key": …, "value": …}.');
      }
      const seen = new Set<string>();
      for (const entry of list.items) {
        const value = entry.properties.get('value');
        if (value !== undefined && (value.type === 'number' || value.type === 'boolean')) {
          report(value, 'the value is not a string', `Write ${quote(JSON.stringify(value.value))}.`);
        }
        const key = entry.properties.get('key');
        if (name !== 'headers' || typeof key?.value !== 'string') continue;
        const lower = key.value.toLowerCase();
        if (seen.has(lower)) report(key, `the header ${quote(key.value)} is given twice`);
        seen.add(lower);
      }
    }
  }
};

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
    report(entry, `an entry of ${list} must be an object: {"key": …, "value": …}`);
    return;
  }
  checkProperties(entry, list, report);
  const key = entry.properties.get('key');
  if (key !== undefined && textOf(key).trim() === '') {
    report(key, `the key of this entry of ${list} must be a name`);
  }
  const value = entry.properties.get('value');
  if (value !== undefined && ['object', 'array', 'null'].includes(value.type)) {
    report(value, `the value of this entry of ${list} must be a string`);
  }
}

/** An unknown property beside a missing one is that one misspelt: one finding, not two. */
function checkProperties(entry: JsonNode, list: string, report: Report): void {
  const {properties} = entry;
  const unknown = properties.names.filter((name) => !FIELD_PROPERTIES.includes(name));
  const hasValue = properties.has('value') || properties.has('value.$');
  const wanted = [...(properties.has('key') ? [] : ['key']), ...(hasValue ? [] : ['value'])];
  const [only = ''] = wanted;
  for (const name of unknown) {
    const meant = unknown.length === 1 && wanted.length === 1 ? `Did you mean ${quote(only)}?` : '';
    report(
      keyOf(properties.get(name) ?? entry),
      `an entry of ${list} has no property ${quote(name)}`,
      meant || didYouMean(name, wanted) || 'It has "key" and "value".'
    );
  }
  for (const name of unknown.length < wanted.length ? wanted : []) {
    if (unknown.some((other) => suggest(other, [name]) !== null)) continue;
    report({start: entry.start, end: entry.start + 1}, `this entry of ${list} has no ${quote(name)}`);
  }
}
