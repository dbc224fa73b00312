import type {BundleRule} from '../rule.js';
import {spanWithin} from '../analysis/spans.js';
import {expressionsIn, isJsonPath} from '../analysis/jq-expressions.js';

export const jsonPath: BundleRule = {
  id: 'jq/json-path',
  scope: 'bundle',
  severity: 'error',
  summary: '`expr` is a jq program, and no JSONPath.',
  why: 'jq reads what `data` gives it from `.`, and knows no `$.`: it cannot run such a program.',
  bad: '{"expr": "$.input.ticket.id", "data.$": "$"}',
  good: '{"expr": ".input.ticket.id", "data.$": "$"}',
  source: 'ZIS jq cheat sheet; jq manual',
  check(bundle, report) {
    for (const {node, text} of expressionsIn(bundle)) {
      if (!isJsonPath(text)) continue;
      const start = text.indexOf('$');
      report(
        spanWithin(node, start, start + 1),
        'this is a JSONPath, and `expr` is a jq program',
        'jq begins a path with a dot: `.input.ticket.id` for `$.input.ticket.id`.'
      );
    }
  }
};
