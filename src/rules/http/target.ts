import type {JsonNode} from '../../bundle/json.js';
import {keyOf, type BundleContext, type BundleRule} from '../rule.js';
import {listOf, quote, suggest} from '../suggest.js';
import {spanWithin} from '../support/spans.js';
import {textOf} from '../support/values.js';
import {hasVariable} from '../action/calls.js';
import {DEFINITION_PROPERTIES, httpActionsIn, targetOf, TARGETS} from './definition.js';

export const target: BundleRule = {
  id: 'http/target',
  scope: 'bundle',
  severity: 'error',
  summary: 'An HTTP action says where its request goes exactly once: by url, or by path.',
  why: '`path` is for the account itself, `url` for every other place. With both, or with neither, it is open where the request goes.',
  bad: '{"method": "GET", "url": "https://example.com/items", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, rows `url` and `path`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const given = TARGETS.filter((key) => definition.properties.has(key));
      const [first, second] = given;
      if (first === undefined) {
        const misspelt = misspeltTarget(definition);
        report(
          misspelt === null ? keyOf(definition) : keyOf(misspelt.node),
          'this action has neither a url nor a path',
          misspelt === null
            ? 'Give a path for a request to the account itself, a url for another place.'
            : `Did you mean ${quote(misspelt.meant)}?`
        );
      } else if (second !== undefined) {
        const node = definition.properties.get(second) ?? definition;
        report(keyOf(node), `this action has ${listOf(given, 'and')}, and needs exactly one of them`);
      } else {
        const node = definition.properties.get(first) ?? definition;
        if (node.type !== 'string') report(node, `the ${first} of an action must be a string`);
        else if (textOf(node).trim() === '') report(node, `the ${first} of this action is blank`);
      }
    }
  }
};

export const absoluteUrl: BundleRule = {
  id: 'http/absolute-url',
  scope: 'bundle',
  severity: 'error',
  summary: 'A url is a whole one: https, a host, a path.',
  why: 'Nothing is put before a url. Requests to the account itself, which gets its host from ZIS, have a path instead.',
  bad: '{"method": "GET", "url": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, row `url`',
  check(bundle, report) {
    for (const [node, text] of literalTargets(bundle, 'url')) {
      if (/^https?:\/\/[^/?#]/i.test(text)) continue;
      report(
        node,
        `the url ${quote(writtenOf(node))} is not an absolute http or https address`,
        text.startsWith('/') && !text.startsWith('//')
          ? 'For a request to the account itself name the property "path".'
          : 'Begin it with https:// and a host.'
      );
    }
  }
};

export const relativePath: BundleRule = {
  id: 'http/relative-path',
  scope: 'bundle',
  severity: 'error',
  summary: 'A path begins with a slash and names no host.',
  why: 'ZIS puts the address of the account before the path. The registry takes an absolute address there, and the request then goes nowhere.',
  bad: '{"method": "GET", "path": "https://example.com/items"}',
  good: '{"method": "GET", "url": "https://example.com/items"}',
  source: 'ZIS custom actions, row `path`',
  check(bundle, report) {
    for (const [node, text] of literalTargets(bundle, 'path')) {
      if (/^[a-z][\w+.-]*:\/\//i.test(text) || text.startsWith('//')) {
        report(
          node,
          `the path ${quote(writtenOf(node))} is an address with a host`,
          'For a request to another place than the account name the property "url".'
        );
      } else if (!text.startsWith('/')) {
        const written = writtenOf(node);
        report(
          node,
          `the path ${quote(written)} does not begin with a slash`,
          `Write ${quote(`/${written}`)}.`
        );
      }
    }
  }
};

export const unencodedQuery: BundleRule = {
  id: 'http/unencoded-query',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Free text in a query string is URL-encoded.',
  why: 'A space, an `&` or a `#` in the value ends it, or makes another parameter of its rest. ZIS does not encode placeholders.',
  bad: '{"path": "/api/v2/search.json?query={{$.subject}}"}',
  good: '{"path": "/api/v2/search.json?query={{$.encoded_subject}}"}, where jq has made it with @uri',
  source: 'Encoding URL parameters',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = targetOf(definition);
      if (typeof node?.value !== 'string') continue;
      const query = node.value.indexOf('?');
      if (query === -1) continue;
      for (const match of node.value.slice(query).matchAll(/\{\{\s*\$[^{}]{0,200}\}\}/g)) {
        if (SAFE_NAME.test(match[0])) continue;
        const start = query + match.index;
        report(
          spanWithin(node, start, start + match[0].length),
          `the value of ${match[0]} goes into the query string as it is`,
          'Encode it before with jq: (.value | tostring | @uri).'
        );
      }
    }
  }
};

/** Names of values that hold no free text, or that say that they are encoded. */
const SAFE_NAME =
  /(?:id|ids|uuid|guid|token|cursor|number|num|count|page|size|limit|key|code|timestamp|encoded|uri|domain)\s*\}\}$|enc|uri/i;

/** The literal urls or paths whose beginning is known: placeholders and variables at the start say nothing. */
function* literalTargets(
  bundle: BundleContext,
  key: 'url' | 'path'
): Iterable<[node: JsonNode, text: string]> {
  for (const {definition} of httpActionsIn(bundle)) {
    const node = targetOf(definition);
    const name = node?.name;
    if (node === null || typeof node.value !== 'string' || (name !== key && name !== `${key}.$`)) continue;
    const text = node.value;
    if (text.trim() === '' || /^\s*(?:\{\{|\$)/.test(text) || hasVariable(text.slice(0, text.indexOf('}}'))))
      continue;
    yield [node, text];
  }
}

/** The text in the file: the values of variables are not shown. */
function writtenOf(node: JsonNode): string {
  return node.filling?.written ?? textOf(node);
}

function misspeltTarget({properties}: JsonNode): {node: JsonNode; meant: string} | null {
  for (const [key, node] of properties) {
    if (DEFINITION_PROPERTIES.includes(key)) continue;
    const meant = suggest(key, TARGETS);
    if (meant !== null) return {node, meant};
  }
  return null;
}
