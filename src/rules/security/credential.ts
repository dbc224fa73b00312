import type {JsonNode} from '../../bundle/json.js';
import type {BundleRule, Report} from '../rule.js';
import {quote} from '../../words.js';
import {plainKey} from '../analysis/values.js';
import {isLiteralSecret, namesSecret, SHORTEST_SECRET} from './secret-name.js';
import {knownToken} from './tokens.js';

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
  for (const item of node.items) checkTexts(item, report);
  for (const member of node.properties.nodes) checkTexts(member, report);
  const {value} = node;
  if (typeof value === 'string' && value.length >= SHORTEST_SECRET) checkText(node, value, report);
}

function checkText(node: JsonNode, text: string, report: Report): void {
  const token = knownToken(text);
  if (token !== null) {
    report(node, `this text holds what looks like ${token}`, HINT);
    return;
  }
  const holder = holderOf(node);
  if (holder !== null && namesSecret(holder) && isLiteralSecret(text)) {
    report(node, `${quote(holder)} holds a credential as text`, HINT);
  } else if (text.includes('=') && hasSecretInQuery(text)) {
    report(node, 'the query of this URL holds a credential as text', HINT);
  }
}

/** What the text is the value of: a header's or a query parameter's `key`, else its own property's name. */
function holderOf(node: JsonNode): string | null {
  if (node.parent?.type !== 'object') return null;
  const name = plainKey(node.name);
  if (name !== 'value') return name;
  const key = node.parent.properties.get('key')?.value;
  return typeof key === 'string' ? key : name;
}

const QUERY = /[?&]([\w.-]{1,64})=([^&\s#"'{}]{1,512})/g;

function hasSecretInQuery(text: string): boolean {
  if (!/^(?:https?:\/\/|\/)/i.test(text)) return false;
  for (const [, name = '', value = ''] of text.matchAll(QUERY)) {
    if (namesSecret(name) && isLiteralSecret(value)) return true;
  }
  return false;
}

const HINT =
  'Keep it in a connection of the integration and name that one in "connectionName". Revoke this one: the history of the repository keeps it.';
