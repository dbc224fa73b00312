import type {BundleRule} from '../rule.js';
import {urlTexts} from '../analysis/http-texts.js';

export const insecureUrl: BundleRule = {
  id: 'security/insecure-url',
  scope: 'bundle',
  severity: 'warning',
  summary: 'An HTTP action calls `https`, not `http`.',
  why: 'Over http everyone on the way can read and change the request, its credentials and the data of the ticket.',
  bad: '{"method": "POST", "url": "http://api.example.com/orders"}',
  good: '{"method": "POST", "url": "https://api.example.com/orders"}',
  source: 'ZIS security best practices; RFC 9110, section 17',
  check(bundle, report) {
    for (const {node, text} of urlTexts(bundle)) {
      if (/^\s*http:\/\//i.test(text)) {
        report(node, 'this URL is not encrypted', 'Begin it with "https://".');
      }
    }
  }
};
