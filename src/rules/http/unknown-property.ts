import {newKey, slipInKey} from '../analysis/fixes.js';
import {keyOf, type BundleRule} from '../rule.js';
import {quote, suggest} from '../../words.js';
import {
  DEFINITION_PROPERTIES,
  httpActionsIn,
  isOtherNameOf,
  stoodFor,
  TARGETS
} from '../analysis/http-definition.js';

export const unknownProperty: BundleRule = {
  id: 'http/unknown-property',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The definition of an HTTP action has no properties that ZIS does not know.',
  why: 'No page names them. What ZIS makes of them is not documented, and a misspelt one is one that is missing.',
  bad: '{"method": "GET", "path": "/api/v2/tickets.json", "conectionName": "zendesk"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json", "connectionName": "zendesk"}',
  source: 'ZIS custom actions; practice (`connectionName`)',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const {properties} = definition;
      const hasTarget = TARGETS.some((key) => properties.has(key));
      for (const [key, node] of properties) {
        if (DEFINITION_PROPERTIES.includes(key) || key === 'query') continue;
        // http/target names a misspelt url or path, of which the action has no other.
        if (!hasTarget && suggest(key, TARGETS) !== null) continue;
        const free = DEFINITION_PROPERTIES.filter((name) => !properties.has(name));
        const meant = stoodFor(key, free);
        report(
          keyOf(node),
          `an HTTP action takes no ${quote(key)}`,
          meant === null ? 'Remove it.' : `Did you mean ${quote(meant)}?`,
          meant === null ? null : isOtherNameOf(key, meant) ? newKey(node, meant) : slipInKey(node, free)
        );
      }
    }
  }
};
