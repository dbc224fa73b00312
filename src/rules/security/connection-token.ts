import {textOf} from '../../flow/template.js';
import {quote} from '../../words.js';
import {collectReads, placeOfRead, valuesIn, type PathRead} from '../analysis/values.js';
import type {BundleRule} from '../rule.js';

export const connectionToken: BundleRule = {
  id: 'security/connection-token',
  scope: 'bundle',
  severity: 'error',
  summary: 'No state reads the access token of a connection.',
  why: 'Zendesk has withdrawn `$.connections` on 5 December 2024: the path finds nothing any more, and the flow fails with "JSON path not found".',
  bad: '{"token.$": "$.connections.zendesk.access_token"}',
  good: '{"connectionName": "zendesk"}, in the action that makes the request',
  source: 'Zendesk announcement: access tokens of connections in flows end on 5 December 2024',
  check(bundle, report) {
    const reads: PathRead[] = [];
    const named = valuesIn(bundle).sites.filter(({node}) => textOf(node).includes('access_token'));
    collectReads(named, reads);
    for (const read of reads) {
      const {segments} = read.path;
      if (segments[0] !== 'connections' || segments.at(-1) !== 'access_token') continue;
      report(
        placeOfRead(read),
        `ZIS has no ${quote(read.text)} any more: tokens of connections were withdrawn on 5 December 2024`,
        `Name the connection in the action that makes the request: "connectionName": ${quote(String(segments[1]))}.`
      );
    }
  }
};
