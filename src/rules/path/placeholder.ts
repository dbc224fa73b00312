import {newText} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import type {Span} from '../../bundle/json-types.js';
import {rootOf, type Placeholder, type Template} from '../../flow/path.js';
import {plainKey, textOf} from '../../flow/template.js';
import {NAME} from '../../bundle/variables.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {callersIn} from '../analysis/calls.js';
import {perBundle} from '../analysis/memo.js';
import {occurrences, quote} from '../../words.js';
import {spanWithin} from '../analysis/spans.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';

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
    for (const site of valuesIn(bundle).sites) {
      const {reading, jq, template, state, resource} = site;
      if (jq || reading === 'literal' || template === null) continue;
      const roots: Roots = () => (state === null ? passedNames(bundle, resource) : written);
      const fault =
        unclosed(site) ?? oddPlaceholder(site, template, roots) ?? barePath(site, template, roots);
      if (fault !== null)
        report(spanWithin(site.node, fault.start, fault.end), fault.message, fault.hint, fault.fix);
    }
  }
};

/** The names under which there is data: asked for where something in a text may be one. */
type Roots = () => ReadonlySet<string>;

interface Fault extends Span {
  readonly message: string;
  readonly hint: string;
  readonly fix?: Fix | null;
}

/** Two braces without a path behind them that are never closed; path/syntax has those with a path. */
function unclosed({node, template}: ValueSite): Fault | null {
  const text = textOf(node);
  if (!text.includes('{{')) return null;
  if ((template?.faults.length ?? 0) > 0 || occurrences(text, '{{') <= occurrences(text, '}}')) return null;
  const start = text.lastIndexOf('{{');
  const hint = 'A placeholder is written {{$.path}}.';
  return {start, end: start + 2, message: 'these braces are never closed', hint};
}

function oddPlaceholder({node}: ValueSite, template: Template, roots: Roots): Fault | null {
  const isLeft = (inner: string): boolean =>
    node.filling?.unfilled.includes(inner) === true || node.filling?.kept.includes(inner) === true;
  const odd = template.placeholders.find(
    (each) => isMeant(each) || (isData(each, roots) && !isLeft(each.inner))
  );
  if (odd === undefined) return null;
  const {start, end, inner} = odd;
  const message = inner === '' ? 'this placeholder is empty' : `${quote(`{{${inner}}}`)} holds no path`;
  return {start, end, message, hint: hintFor(inner), fix: isData(odd, roots) ? asPath(node, odd) : null};
}

/** The name of data gets the `$.` that it lacks. */
function asPath(node: JsonNode, {start, end, inner}: Placeholder): Fix | null {
  if (!/^[\w.]+$/.test(inner)) return null;
  const text = textOf(node);
  return newText(node, `${text.slice(0, start)}{{$.${inner}}}${text.slice(end)}`);
}

/** A path within a text that begins with a name under which there is data. */
function barePath({node, reading}: ValueSite, template: Template, roots: Roots): Fault | null {
  // Of a dynamic value without a placeholder path/dynamic-value says it.
  if (reading === 'dynamic' && template.placeholders.length === 0) return null;
  const text = textOf(node);
  if (template.faults.length > 0 || !MAY_BE_BARE.test(text) || /States\.\w{1,40}\(/.test(text)) return null;
  for (const {0: path, 1: root = '', index: start} of text.matchAll(BARE)) {
    if (start === 0 || (root !== 'input' && !roots().has(root))) continue;
    const message = `the path ${quote(path)} stands in a text, where ZIS does not look it up`;
    return {start, end: start + path.length, message, hint: `Write ${quote(`{{${path}}}`)}.`};
  }
  return null;
}

const MAY_BE_BARE = /(?<![\w{$.'"[])\$\.[A-Za-z_]/;
const BARE = /(?<![\w{$.'"[])\$\.([A-Za-z_]\w{0,99})(?:\.[A-Za-z_]\w{0,99}){0,20}/g;

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
function isData({path, inner}: Placeholder, roots: Roots): boolean {
  if (path !== null) return false;
  const [root = ''] = inner.split('.', 1);
  return root !== inner && roots().has(root);
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
  const known = namesByAction(bundle);
  let names = known.get(action);
  if (names === undefined) {
    const calls = callersIn(bundle).get(action) ?? [];
    names = new Set(calls.flatMap(({parameters}) => (parameters?.properties.names ?? []).map(plainKey)));
    known.set(action, names);
  }
  return names;
}

/** What has been asked for so far. */
const namesByAction = perBundle(() => new Map<Resource, ReadonlySet<string>>());

const VARIABLE = new RegExp(`^${NAME}$`, 'u');

function hintFor(inner: string): string {
  const path = inner.replace(/^\.+/, '');
  return /^[\w.]+$/.test(path) ? `Write ${quote(`{{$.${path}}}`)}.` : 'A placeholder is written {{$.path}}.';
}
