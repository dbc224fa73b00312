import type {BundleRule} from '../rule.js';
import {urlTexts} from '../analysis/http-texts.js';

export const urlUserInfo: BundleRule = {
  id: 'security/url-user-info',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A URL holds no user name and password.',
  why: 'URLs end up in logs, on this side and on the other. Many clients also drop what stands before the `@`, so that the call is refused.',
  bad: '{"method": "GET", "url": "https://support:hunter2@api.example.com/orders"}',
  good: '{"method": "GET", "url": "https://api.example.com/orders", "connectionName": "warehouse"}',
  source: 'RFC 9110, section 4.2.4 (user information in http URIs is deprecated)',
  check(bundle, report) {
    for (const {node, text} of urlTexts(bundle)) {
      if (/^\s*https?:\/\/[^/?#@\s]{1,512}@/i.test(text)) {
        report(node, 'this URL holds a user name or a password', HINT);
      }
    }
  }
};

const HINT = 'Keep it in a connection of the integration and name that one in "connectionName".';
