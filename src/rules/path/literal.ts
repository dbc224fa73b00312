import {newKey} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {Span} from '../../bundle/json-types.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {isDynamicKey, textOf} from '../../flow/template.js';
import {quote} from '../../words.js';
import {shapesIn} from '../analysis/shapes.js';
import {spanWithin} from '../analysis/spans.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';
import type {BundleRule} from '../rule.js';

export const literalPath: BundleRule = {
  id: 'path/literal',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Paths and placeholders stand where ZIS looks them up.',
  why: 'In Parameters and in Result only keys that end in `.$` are looked up. Under another key the text `$.input.id` itself is passed on.',
  bad: '{"ticket_id": "$.input.ticket_event.ticket.id"}',
  good: '{"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  source: 'ZIS action state (parameters with reference paths), ZIS custom actions',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const site of valuesIn(bundle).sites) {
      const at = literalPathIn(site);
      if (at === null || shapes.isTooDeep(site.node)) continue;
      const what = site.path === null ? 'a placeholder' : 'a path';
      report(at, `${what} stands where ZIS takes the text as it is`, hintFor(site), fixOf(site));
    }
  }
};

function literalPathIn(site: ValueSite): Span | null {
  const {node, reading, path, template} = site;
  if (reading !== 'text' && reading !== 'literal') return null;
  const isPath = path !== null && path.fault === null && path.segments.length > 0 && !isPrice(textOf(node));
  if (isPath || isWholeData(site)) return node;
  if (reading === 'text') return null;
  const first = template?.placeholders.find((placeholder) => placeholder.path !== null);
  return first === undefined ? null : spanWithin(node, first.start, first.end);
}

/** `"data": "$"` of a jq program, to which all data was meant to go. */
function isWholeData({node, state}: ValueSite): boolean {
  const isData = node.name === 'data' && node.parent?.name === 'Parameters' && textOf(node) === '$';
  return isData && textOf(state?.node.properties.get('ActionName')) === JQ_ACTION;
}

/** `$.99` is money, and no member begins with a digit. */
function isPrice(text: string): boolean {
  return /^\$\.\d/.test(text);
}

/** A whole path under a key that lacks its ending. */
function fixOf({node, path, jq}: ValueSite): Fix | null {
  const key = node.key?.name;
  if (jq || path === null || key === undefined || isDynamicKey(key)) return null;
  return newKey(node, dynamicForm(key));
}

/** `id.$` for `id` and for `id$`. */
function dynamicForm(key: string): string {
  return `${key.replace(/\.?\$$/, '')}.$`;
}

function hintFor({node, reading, path, jq}: ValueSite): string {
  // Under `expr.$` it would come into the program as text, which jq/injection warns of.
  if (jq) return 'Give the value in "data", and let the program read it from there.';
  const key = node.key?.name;
  const braces = reading === 'text' && path !== null ? `{{${textOf(node)}}}` : null;
  if (key === undefined || isDynamicKey(key)) {
    return braces === null ? 'Only values of keys that end in .$ are looked up.' : `Write ${quote(braces)}.`;
  }
  const dynamic = `Name the key ${quote(dynamicForm(key))}`;
  return braces === null ? `${dynamic}.` : `${dynamic}, or write ${quote(braces)}.`;
}
