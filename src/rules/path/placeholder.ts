import type {Placeholder} from '../../flow/path.js';
import {NAME} from '../../bundle/variables.js';
import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {spanWithin} from '../analysis/spans.js';
import {valuesIn} from '../analysis/values.js';

export const placeholder: BundleRule = {
  id: 'path/placeholder',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A placeholder holds a path that begins with `$`.',
  why: 'ZIS puts a value in the place of `{{$.path}}`. Other braces stay in the text, for the customer or the other system to read.',
  bad: '{"Type": "Succeed", "Message": "Created {{.issue.id}}"}',
  good: '{"Type": "Succeed", "Message": "Created {{$.issue.id}}"}',
  source: 'ZIS custom actions, ZIS action state (placeholders)',
  check(bundle, report) {
    for (const {node, reading, jq, template} of valuesIn(bundle).sites) {
      if (jq || reading === 'literal' || template === null) continue;
      const odd = template.placeholders.find(isMeant);
      if (odd === undefined) continue;
      const {start, end, inner} = odd;
      const named = inner === '' ? 'this placeholder is empty' : `${quote(`{{${inner}}}`)} holds no path`;
      report(spanWithin(node, start, end), named, hintFor(inner));
    }
  }
};

/**
 * Whether a placeholder without a path looks as if one were meant. A plain name is a variable of this tool, and what
 * has signs in it (`{{#if vip}}`, `{{name | upcase}}`) is for another program to fill in.
 */
function isMeant({path, inner}: Placeholder): boolean {
  return path === null && /^[\w. -]*$/.test(inner) && !VARIABLE.test(inner);
}

const VARIABLE = new RegExp(`^${NAME}$`, 'u');

function hintFor(inner: string): string {
  const path = inner.replace(/^\.+/, '');
  return /^[\w.]+$/.test(path) ? `Write ${quote(`{{$.${path}}}`)}.` : 'A placeholder is written {{$.path}}.';
}
