import type {BundleRule} from '../rule.js';
import {parseTemplate} from '../../flow/path.js';
import {spanWithin} from '../analysis/spans.js';
import {expressionsIn} from '../analysis/jq-expressions.js';

export const injection: BundleRule = {
  id: 'jq/injection',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Values come into a jq program as data, and not by placeholders in its text.',
  why: 'A quote in the value ends the string, and what follows it is run as jq. With a comment of a ticket anybody can break or change the program.',
  bad: '{"expr.$": ".items[] | select(.name == \\"{{$.input.name}}\\")", "data.$": "$"}',
  good: '{"expr": ".input.name as $name | .items[] | select(.name == $name)", "data.$": "$"}',
  source: 'Follows from the replacement of placeholders in texts; ZIS security practices',
  check(bundle, report) {
    for (const {node, text, dynamic} of expressionsIn(bundle)) {
      const first = dynamic ? parseTemplate(text).placeholders.find(({path}) => path !== null) : undefined;
      if (first === undefined) continue;
      report(
        spanWithin(node, first.start, first.end),
        'the value of this placeholder becomes a part of the program',
        'Name the key "expr", and read the value from the data: with "data.$": "$" it is under the same path, without the `$`.'
      );
    }
  }
};
