import type {JsonNode} from '../../bundle/json-types.js';
import {textOf} from '../../flow/template.js';
import {quote} from '../../words.js';
import {hasVariable} from '../analysis/calls.js';
import {addressFault} from '../analysis/http-address.js';
import {withoutConcatenation} from '../analysis/concatenation.js';
import {httpActionsIn, targetOf} from '../analysis/http-definition.js';
import type {BundleContext, BundleRule} from '../rule.js';

export const absoluteUrl: BundleRule = {
  id: 'http/absolute-url',
  scope: 'bundle',
  severity: 'error',
  summary: 'A url is a whole address that can be read: http or https, and a host.',
  why: 'Nothing is put before a url. Requests to the account itself, which gets its host from ZIS, have a path instead.',
  bad: '{"method": "GET", "url": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, row `url`',
  check(bundle, report) {
    for (const [node, text] of writtenTargets(bundle, 'url')) {
      const fault = node.filling === undefined ? addressFault(text, 'url') : null;
      if (fault !== null) report(node, fault.message, fault.hint);
      if (fault !== null || !isKnownStart(text) || /^https?:\/\/[^/?#]/i.test(text)) continue;
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
  summary: 'A path begins with a slash, names no host and can be read.',
  why: 'ZIS puts the address of the account before the path. An upload with an absolute address there has been seen to succeed; the documentation has no place for one.',
  bad: '{"method": "GET", "path": "https://example.com/items"}',
  good: '{"method": "GET", "url": "https://example.com/items"}',
  source: 'ZIS custom actions, row `path`',
  check(bundle, report) {
    for (const [node, text] of writtenTargets(bundle, 'path')) {
      const fault = node.filling === undefined ? addressFault(text, 'path') : null;
      if (fault !== null) report(node, fault.message, fault.hint);
      if (fault !== null || !isKnownStart(text)) continue;
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
          `Write ${quote(withSlash(written))}.`
        );
      }
    }
  }
};

/** The urls or paths that are texts, and not paths of the data as a whole. */
function* writtenTargets(
  bundle: BundleContext,
  key: 'url' | 'path'
): Iterable<[node: JsonNode, text: string]> {
  for (const {definition} of httpActionsIn(bundle)) {
    const node = targetOf(definition);
    const name = node?.name;
    if (node === null || typeof node.value !== 'string' || (name !== key && name !== `${key}.$`)) continue;
    const text = node.value;
    // path/dynamic-value says of it what is right.
    if (withoutConcatenation(text) !== null && node.name.endsWith('.$')) continue;
    if (text.trim() !== '' && !/^\s*\$(?:$|[.[$])/.test(text)) yield [node, text];
  }
}

/** Whether it is known how the text begins: placeholders and variables at the start say nothing. */
function isKnownStart(text: string): boolean {
  return !/^\s*(?:\{\{|\$)/.test(text) && !hasVariable(text.slice(0, text.indexOf('}}')));
}

/** A path as it was meant: without the account's own host, and with slashes. */
function withSlash(written: string): string {
  const path = written.replace(/^[\w.-]+\.zendesk\.com(?=\/)/i, '').replaceAll('\\', '/');
  return path.startsWith('/') ? path : `/${path}`;
}

/** The text in the file: the values of variables are not shown. */
function writtenOf(node: JsonNode): string {
  return node.filling?.written ?? textOf(node);
}
