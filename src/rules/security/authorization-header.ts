import {certainSecretIn, valueCertainty} from '../../secrets/find.js';
import {httpActionsIn} from '../analysis/http-definition.js';
import type {BundleRule} from '../rule.js';

export const authorizationHeader: BundleRule = {
  id: 'security/authorization-header',
  scope: 'bundle',
  severity: 'info',
  summary: 'An HTTP action is authorised by a connection, not by an Authorization header of its own.',
  why: 'The token of such a header travels through the data of the flow, where a message or another request can show it. A connection keeps it in ZIS.',
  bad: '{"headers": [{"key": "Authorization", "value": "Bearer {{$.token}}"}]}',
  good: '{"connectionName": "warehouse"}',
  source: 'ZIS security best practices; Understanding connections',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      if (definition.properties.has('connectionName')) continue;
      for (const header of definition.properties.get('headers')?.items ?? []) {
        const name = header.properties.get('key');
        if (typeof name?.value !== 'string' || name.value.toLowerCase() !== 'authorization') continue;
        const value = header.properties.get('value')?.value;
        if (typeof value === 'string' && isCredential(value)) continue;
        report(
          name,
          'this action sends an Authorization header of its own',
          'A connection, named in "connectionName", keeps the credential out of the data of the flow.'
        );
      }
    }
  }
};

/** Then security/credential says it, and that is enough. */
function isCredential(value: string): boolean {
  return valueCertainty(value) === 'certain' || certainSecretIn(value) !== null;
}
