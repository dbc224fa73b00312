import {keyOf, type BundleRule} from '../rule.js';
import {textOf} from '../../flow/template.js';
import {httpActionsIn, stoodFor, targetOf} from '../analysis/http-definition.js';

export const noConnection: BundleRule = {
  id: 'http/no-connection',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A request to the account itself has a connection.',
  why: 'A path alone does not sign in: without credentials the account answers 401, "Couldn\'t authenticate you".',
  bad: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json", "connectionName": "zendesk"}',
  source: 'Practice (a production bundle); Understanding connections',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = targetOf(definition);
      const key = node?.name;
      if (node === null || key === undefined) continue;
      const isUrl = key === 'url' || key === 'url.$';
      if (isUrl && !OWN_HOST.test(textOf(node))) continue;
      const {properties} = definition;
      // An absolute address in its place is one fault, and http/relative-path names it.
      if (properties.has('connectionName') || (!isUrl && /^[a-z]+:\/\//i.test(textOf(node)))) continue;
      const signedIn = (properties.get('headers')?.items ?? []).some(
        (header) => textOf(header.properties.get('key')).toLowerCase() === 'authorization'
      );
      const misspelt = properties.names.some((name) => stoodFor(name, ['connectionName']) !== null);
      if (signedIn || misspelt) continue;
      const hint = 'Add "connectionName", such as "zendesk" for the connection to the account itself.';
      report(keyOf(node), 'a request to the account needs a connection to sign in', hint);
    }
  }
};

/** An address of the account's own API. */
const OWN_HOST = /^https:\/\/(?:[a-z\d-]{1,63}|\{\{[^{}]{1,80}\}\})\.zendesk\.com\/api\//i;
