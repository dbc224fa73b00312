import type {JsonNode} from '../../bundle/json-types.js';
import {quote} from '../../words.js';
import {typesWith} from '../analysis/properties.js';
import {shapesIn} from '../analysis/shapes.js';
import {keyOf, type BundleRule} from '../rule.js';

export const misplacedProperty: BundleRule = {
  id: 'state/misplaced-property',
  scope: 'bundle',
  severity: 'error',
  summary: "A state has no property of another state's type, and no state within it.",
  why: 'No page says that ZIS heeds it there: a Catch on a Pass state catches nothing.',
  bad: '{"Type": "Pass", "Seconds": 5, "Next": "Load"}',
  good: '{"Type": "Wait", "Seconds": 5, "Next": "Load"}',
  source: 'The page of each state; Flow states retry and error handling (Catch is for Action and Map)',
  check(bundle, report) {
    for (const {kind, meant, name, node, owner, state} of shapesIn(bundle).oddKeys) {
      if (kind === 'nested' && isBareIterator(node.parent)) continue;
      if (kind === 'nested') {
        const message = `the state ${quote(name)} stands within ${owner}`;
        report(keyOf(node), message, 'Move it beside that state, right under "States".');
        continue;
      }
      if (kind === 'parameter') {
        const message = `${quote(name)} stands within the Parameters of ${owner}`;
        report(keyOf(node), message, 'Move it out of "Parameters", beside them.');
        continue;
      }
      if (kind !== 'elsewhere' || meant === null || meant === 'Next' || meant === 'End') continue;
      const hint =
        state?.type === 'Fail' && meant === 'Message' ? 'What went wrong is "Cause".' : ownersOf(meant);
      report(keyOf(node), `${owner} has ${quote(name)}, which its type does not take`, hint);
    }
  }
};

/** `"Seconds" belongs to Wait states.` */
function ownersOf(property: string): string {
  const types = typesWith(property);
  const last = types.pop() ?? '';
  return `${quote(property)} belongs to ${types.length === 0 ? last : `${types.join(', ')} and ${last}`} states.`;
}

/** The states of an Iterator without `States` are one fault, which state/map-iterator names. */
function isBareIterator(node: JsonNode | null): boolean {
  return node?.name === 'Iterator' && !node.properties.has('States');
}
