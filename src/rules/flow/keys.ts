import type {JsonNode} from '../../bundle/json-types.js';
import {quote} from '../../words.js';
import {OTHER_NAMES, AMAZON_ONLY} from '../analysis/properties.js';
import {shapesIn} from '../analysis/shapes.js';
import {isTimestamp} from '../analysis/timestamps.js';
import {keyOf, type BundleRule} from '../rule.js';

export const misspeltKey: BundleRule = {
  id: 'flow/misspelt-key',
  scope: 'bundle',
  severity: 'error',
  summary: 'The properties of states, Choice rules and catchers are spelt as ZIS spells them.',
  why: 'A property of another spelling is not the property, and the one that was meant is missing.',
  bad: '{"Type": "Pass", "next": "Done"}',
  good: '{"Type": "Pass", "Next": "Done"}',
  source: 'Understanding flow states and the page of each state',
  check(bundle, report) {
    for (const {kind, name, meant, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'misspelt' || meant === null) continue;
      if (OTHER_NAMES.get(name) === meant) {
        report(keyOf(node), `${quote(name)} is not ZIS's name for it: ${owner} needs ${quote(meant)}`);
      } else if (name === `${meant}.$`) {
        const hint = `Write ${quote(meant)}. Keys that end in .$ are for Parameters and the like.`;
        report(keyOf(node), `${owner} has ${quote(name)}, which it does not know`, hint);
      } else {
        const hint = `Did you mean ${quote(meant)}?`;
        report(keyOf(node), `${owner} has ${quote(name)}, which it does not know`, hint);
      }
    }
  }
};

export const unknownKey: BundleRule = {
  id: 'flow/unknown-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Definitions, states, Choice rules and catchers have only properties that ZIS documents.',
  why: 'What ZIS does not know it ignores at best, or refuses the bundle.',
  bad: '{"Type": "Succeed", "Colour": "green"}',
  good: '{"Type": "Succeed", "Comment": "green"}',
  source:
    'Understanding flow states and the page of each state; what the registry does with others is not documented',
  check(bundle, report) {
    for (const {kind, name, meant, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'unknown' || belongsIntoIterator(node)) continue;
      const hint = meant === null ? 'Notes go into "Comment".' : `Did you mean ${quote(meant)}?`;
      report(keyOf(node), `${owner} has ${quote(name)}, which ZIS does not document`, hint);
    }
  }
};

/** `StartAt` and `States` of a Map without an Iterator: state/required-property says where they belong. */
function belongsIntoIterator({name, parent}: JsonNode): boolean {
  if (parent?.properties.get('Type')?.value !== 'Map' || parent.properties.has('Iterator')) return false;
  return name === 'StartAt' || name === 'States';
}

/** Where Amazon's constructs are taken for ZIS's. */
export const amazonOnly: BundleRule = {
  id: 'flow/amazon-only',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No property is Amazon States Language only.',
  why: 'ZIS resembles Amazon States Language and has only a part of it. The rest is ignored at best.',
  bad: '{"Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 5, "Iterator": {"…": "…"}}',
  good: '{"Type": "Map", "ItemsPath": "$.list", "Iterator": {"…": "…"}}',
  source:
    'Flow state limitations; Understanding flow states; not named there: InputPath, OutputPath, ResultSelector, Assign',
  check(bundle, report) {
    for (const {kind, name, node, owner} of shapesIn(bundle).oddKeys) {
      if (kind !== 'amazon' || isTimestamp(name)) continue;
      const message = `${owner} has ${quote(name)}, which is Amazon States Language and not documented for ZIS`;
      report(keyOf(node), message, AMAZON_ONLY.get(name));
    }
  }
};
