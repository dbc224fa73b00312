import type {BundleRule} from '../rule.js';
import {didYouMean, listOf, quote} from '../suggest.js';
import {httpActionsIn} from './definition.js';

const USUAL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const RARE = ['HEAD', 'OPTIONS', 'TRACE'];

export const method: BundleRule = {
  id: 'http/method',
  scope: 'bundle',
  severity: 'error',
  summary: 'The method of an HTTP action is one of HTTP.',
  why: 'The request cannot be made otherwise, and it is not before the flow runs that this shows.',
  bad: '{"method": "FETCH", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  source: 'ZIS custom actions, row `method`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = definition.properties.get('method');
      if (typeof node?.value !== 'string' || [...USUAL, ...RARE].includes(node.value.toUpperCase())) continue;
      const hint = didYouMean(node.value, USUAL) || `The methods are ${listOf(USUAL, 'and')}.`;
      report(node, `${quote(node.value)} is not a method of HTTP`, hint);
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
        report(node, `the method ${upper} is no longer among those that the documentation names`);
      } else if (USUAL.includes(upper)) {
        report(node, `the method ${quote(node.value)} is not in capitals`, `Write ${quote(upper)}.`);
      }
    }
  }
};
