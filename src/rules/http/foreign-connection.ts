import {textOf} from '../../flow/template.js';
import {quote} from '../../words.js';
import {addressFault} from '../analysis/http-address.js';
import {httpActionsIn, targetOf} from '../analysis/http-definition.js';
import type {BundleRule} from '../rule.js';

export const foreignConnection: BundleRule = {
  id: 'http/foreign-connection',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The connection `zendesk` signs in to Zendesk, and to no other host.',
  why: "It is the connection to the account itself. Another system refuses its token, and gets to see an account's credentials.",
  bad: '{"method": "GET", "url": "https://api.shop.example/orders", "connectionName": "zendesk"}',
  good: '{"method": "GET", "url": "https://api.shop.example/orders", "connectionName": "shop"}',
  source: 'Understanding connections (the connection named zendesk)',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const name = definition.properties.get('connectionName');
      const target = targetOf(definition);
      if (name?.value !== 'zendesk' || (target?.name !== 'url' && target?.name !== 'url.$')) continue;
      if (target.filling !== undefined || addressFault(textOf(target), 'url') !== null) continue;
      const [, host = ''] = PLAIN_HOST.exec(textOf(target)) ?? [];
      if (host === '' || ZENDESK.test(host)) continue;
      report(
        name,
        `the connection "zendesk" is for the account itself, and the request goes to ${quote(host)}`,
        'Name a connection of that system, or give a path of the account under "path".'
      );
    }
  }
};

/** A host without placeholders. */
const PLAIN_HOST = /^https?:\/\/([a-z\d.-]{1,253})(?:[:/?#]|$)/i;
const ZENDESK = /(?:^|\.)(?:zendesk|zdassets|zopim)\.com$/i;
