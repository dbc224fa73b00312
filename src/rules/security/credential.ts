import type {JsonNode} from '../../bundle/json-types.js';
import {plainKey} from '../../flow/template.js';
import {certainSecretIn, holderOf, isHeld, nameCertainty, valueCertainty} from '../../secrets/find.js';
import {quote} from '../../words.js';
import type {BundleRule, Report} from '../rule.js';

export const credential: BundleRule = {
  id: 'security/credential',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A bundle holds no credential as text.',
  why: 'Whoever can read the repository, its history or the registered bundle has it. A connection keeps it in ZIS and sends it for the action.',
  bad: '{"headers": [{"key": "Authorization", "value": "Basic c3VwcG9ydDpodW50ZXIy"}]}',
  good: '{"connectionName": "warehouse"}',
  source: 'ZIS security best practices; Understanding connections',
  check({root}, report) {
    checkTexts(root, report);
  }
};

/** Every string that is a value, not a name. The depth is bounded by the parser. */
function checkTexts(node: JsonNode, report: Report): void {
  if (node.type === 'object') for (const member of node.properties.nodes) checkTexts(member, report);
  else if (node.type === 'array') for (const item of node.items) checkTexts(item, report);
  else if (typeof node.value === 'string') checkText(node, node.value, report);
}

function checkText(node: JsonNode, text: string, report: Report): void {
  const what = certainSecretIn(text);
  if (what !== null) {
    report(node, `this text holds what looks like ${what}`, HINT);
    return;
  }
  const {parent} = node;
  // A path only says where the value comes from.
  if (parent?.type !== 'object' || text.startsWith('$')) return;
  const holder = isHeld(node.name) ? heldUnder(node, parent) : node.name;
  if (nameCertainty(holder) === 'certain' && valueCertainty(text) === 'certain') {
    report(node, `${quote(plainKey(holder))} holds a credential as text`, HINT);
  }
}

/** Under what the `key` or `name` beside a value says it is kept. */
function heldUnder({name}: JsonNode, {properties}: JsonNode): string {
  return holderOf(name, (key) => properties.get(key)?.value);
}

const HINT =
  'Keep it in a connection of the integration and name that one in "connectionName". Revoke this one: the history of the repository keeps it.';
