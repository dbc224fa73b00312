import {statesIn} from '../analysis/flows.js';
import {STATE_PROPERTIES} from '../analysis/properties.js';
import {shapesIn} from '../analysis/shapes.js';
import type {BundleRule} from '../rule.js';

export const nullResultPath: BundleRule = {
  id: 'state/null-result-path',
  scope: 'bundle',
  severity: 'warning',
  summary: '`ResultPath` is a path, not null.',
  why: 'In Amazon States Language null throws the result away. ZIS does not document it.',
  bad: '{"Type": "Action", "…": "…", "ResultPath": null, "Next": "Done"}',
  good: '{"Type": "Action", "…": "…", "ResultPath": "$.unused", "Next": "Done"}',
  source: 'Flow states retry and error handling, ResultPath; null is not documented',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const state of statesIn(bundle)) {
      const type = shapes.typeOf(state);
      if (type === null) continue;
      const catchers = STATE_PROPERTIES[type].has('Catch')
        ? (shapes.get(state.node, 'Catch')?.items ?? [])
        : [];
      const writers = STATE_PROPERTIES[type].has('ResultPath') ? [state.node, ...catchers] : [];
      for (const writer of writers) {
        const path = shapes.get(writer, 'ResultPath');
        if (path?.type === 'null')
          report(path, '"ResultPath" is null, which ZIS does not document', NULL_HINT);
      }
    }
  }
};

const NULL_HINT = 'Name a path that nothing reads, such as "$.unused".';
