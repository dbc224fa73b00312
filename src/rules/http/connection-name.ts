import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {hasVariable} from '../analysis/calls.js';
import {httpActionsIn} from '../analysis/http-definition.js';

export const connectionName: BundleRule = {
  id: 'http/connection-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'connectionName is the name of a connection: 3 to 64 letters, digits, dashes and underscores.',
  why: 'No connection can have another name, and a flow whose connection does not exist does not start.',
  bad: '{"connectionName": "my connection"}',
  good: '{"connectionName": "my_connection"}',
  source: 'Understanding connections',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = definition.properties.get('connectionName');
      if (node === undefined) continue;
      if (typeof node.value !== 'string') {
        report(node, 'connectionName must be a string', 'Name a connection, such as "zendesk".');
      } else if (!/^[A-Za-z0-9_-]{3,64}$/.test(node.value) && !hasVariable(node.value)) {
        const hint = 'It has 3 to 64 letters, digits, dashes and underscores.';
        report(node, `${quote(node.value)} cannot be the name of a connection`, hint);
      }
    }
  }
};
