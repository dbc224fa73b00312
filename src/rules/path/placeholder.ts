import type {Resource} from '../../bundle/model.js';
import {rootOf, type Placeholder} from '../../flow/path.js';
import {plainKey} from '../../flow/template.js';
import {NAME} from '../../bundle/variables.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {callersIn} from '../analysis/calls.js';
import {perBundle} from '../analysis/memo.js';
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
    const written = writtenRoots(bundle);
    for (const {node, reading, jq, template, state, resource} of valuesIn(bundle).sites) {
      if (jq || reading === 'literal' || template === null) continue;
      const roots = state === null ? passedNames(bundle, resource) : written;
      const left = [...(node.filling?.unfilled ?? []), ...(node.filling?.kept ?? [])];
      const odd = template.placeholders.find(
        (each) => isMeant(each) || (isData(each, roots) && !left.includes(each.inner))
      );
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

/**
 * Whether a placeholder such as `{{ticket.subject}}` begins with a name under which the flow keeps data: then it is
 * hardly one of Zendesk's.
 */
function isData({path, inner}: Placeholder, roots: ReadonlySet<string>): boolean {
  const [root = ''] = inner.split('.', 1);
  return path === null && root !== inner && roots.has(root);
}

/** The names under which the bundle's flows put results. */
const writtenRoots = perBundle((bundle): ReadonlySet<string> => {
  const roots = new Set<string>();
  for (const {writes, path} of valuesIn(bundle).sites) {
    const root = writes && path !== null ? rootOf(path) : null;
    if (root !== null) roots.add(root);
  }
  return roots;
});

function passedNames(bundle: BundleContext, action: Resource): ReadonlySet<string> {
  const calls = callersIn(bundle).get(action) ?? [];
  return new Set(calls.flatMap(({parameters}) => (parameters?.properties.names ?? []).map(plainKey)));
}

const VARIABLE = new RegExp(`^${NAME}$`, 'u');

function hintFor(inner: string): string {
  const path = inner.replace(/^\.+/, '');
  return /^[\w.]+$/.test(path) ? `Write ${quote(`{{$.${path}}}`)}.` : 'A placeholder is written {{$.path}}.';
}
