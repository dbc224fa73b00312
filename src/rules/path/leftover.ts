import type {JsonNode} from '../../bundle/json.js';
import {parseTemplate} from '../../bundle/path.js';
import type {BundleRule, Report} from '../rule.js';
import {quote} from '../suggest.js';
import {spanWithin} from '../support/spans.js';
import {textOf} from '../support/values.js';

export const leftoverVariable: BundleRule = {
  id: 'path/leftover-variable',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No variable such as `{{name}}` is left in a bundle.',
  why: 'ZIS replaces only placeholders that begin with `$`. What another tool was to fill in is uploaded as it stands.',
  bad: '{"flow_name": "zis:{{integration}}:flow:main"}',
  good: '{"flow_name": "zis:my_integration:flow:main"}',
  source: 'ZIS custom actions (placeholders); variables in this form are a habit of Postman collections',
  check({root}, report) {
    // One finding for each name: the same variable left in twenty places is one that was not given.
    const seen = new Set<string>();
    walk(root, (node) => {
      reportVariables(node, seen, report);
    });
  }
};

/** A name as templates have it; jq and JSON in a text have other characters between braces. */
const VARIABLE = /^[A-Za-z_][\w.-]{0,99}$/;

function reportVariables(node: JsonNode, seen: Set<string>, report: Report): void {
  const text = textOf(node);
  if (!text.includes('{{')) return;
  for (const {inner, start, end, path} of parseTemplate(text).placeholders) {
    if (path !== null || !VARIABLE.test(inner) || seen.has(inner)) continue;
    seen.add(inner);
    const meant = /^(?:input|account_id|subdomain|integration_key|connections)\./.test(inner);
    report(
      spanWithin(node, start, end),
      `nothing has filled in the variable {{${inner}}}`,
      meant
        ? `A placeholder of ZIS begins with \`$\`: did you mean ${quote(`{{$.${inner}}}`)}?`
        : `Give it a value in the \`variables\` input: ${inner}=…`
    );
  }
}

function walk(node: JsonNode, visit: (node: JsonNode) => void): void {
  if (node.type === 'string') visit(node);
  else if (node.type === 'array') for (const item of node.items) walk(item, visit);
  else if (node.type === 'object') for (const value of node.properties.values()) walk(value, visit);
}
