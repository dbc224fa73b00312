import {newText, slipInText} from '../analysis/fixes.js';
import type {BundleRule} from '../rule.js';
import {didYouMean, listOf, quote} from '../../words.js';
import {httpActionsIn} from '../analysis/http-definition.js';

const USUAL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const RARE = ['HEAD', 'OPTIONS', 'TRACE'];

/** What is written for a method, and which one it may mean. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['DEL', ['DELETE']],
  ['REMOVE', ['DELETE']],
  ['UPDATE', ['PUT', 'PATCH']],
  ['CREATE', ['POST']]
]);

export const method: BundleRule = {
  id: 'http/method',
  scope: 'bundle',
  severity: 'error',
  summary: 'The method of an HTTP action is one that the documentation names.',
  why: 'A request cannot be made by a method that there is not.',
  bad: '{"method": "FETCH", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, row `method`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = definition.properties.get('method');
      if (typeof node?.value !== 'string' || [...USUAL, ...RARE].includes(node.value.toUpperCase())) continue;
      const other = OTHER_NAMES.get(node.value.toUpperCase());
      const hint =
        other === undefined
          ? didYouMean(node.value, USUAL) || `It sends ${listOf(USUAL, 'and')}.`
          : `Did you mean ${listOf(other)}?`;
      report(node, `ZIS documents no method ${quote(node.value)}`, hint, slipInText(node, USUAL));
    }
  }
};

export const unusualMethod: BundleRule = {
  id: 'http/unusual-method',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The method is GET, POST, PUT, PATCH or DELETE, in capitals.',
  why: 'Only these are in the current documentation, and only in capitals. An earlier page also had HEAD, OPTIONS and TRACE.',
  bad: '{"method": "get", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, row `method`; tutorial on authenticated requests',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = definition.properties.get('method');
      if (typeof node?.value !== 'string' || USUAL.includes(node.value)) continue;
      const upper = node.value.toUpperCase();
      if (RARE.includes(upper)) {
        report(
          node,
          `the method ${upper} is no longer among those that the documentation names`,
          upper === 'HEAD' ? 'Write "GET", and leave its answer aside.' : `It names ${listOf(USUAL, 'and')}.`
        );
      } else if (USUAL.includes(upper)) {
        report(
          node,
          `the method ${quote(node.value)} is not in capitals`,
          `Write ${quote(upper)}.`,
          newText(node, upper)
        );
      }
    }
  }
};
