import type {JsonNode} from '../../bundle/json-types.js';
import type {Unfilled} from '../../bundle/substitute.js';
import {BUILT_IN} from '../../bundle/variables.js';
import {parsePath, rootOf} from '../../flow/path.js';
import {textOf} from '../../flow/template.js';
import type {FileRule} from '../rule.js';
import {didYouMean, quote} from '../../words.js';
import {spanWithin} from '../analysis/spans.js';

export const unfilled: FileRule = {
  id: 'variable/unfilled',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'Every placeholder such as `{{name}}` has a value.',
  why: 'ZIS replaces only placeholders that begin with `$`. Without a value in the `variables` input the braces would be uploaded as they stand, in the name of a flow or of an integration too. Those of Zendesk, such as `{{ticket.id}}`, are text.',
  bad: '{"flow_name": "zis:{{integration_key}}:flow:main"}, with no variable `integration_key`',
  good: '{"flow_name": "zis:{{integration}}:flow:main"}, which needs no variable',
  source: 'docs/variables.md; ZIS custom actions (placeholders)',
  check({placeholders, json}, report) {
    if (placeholders === null) return;
    // One finding for each name: the same variable missing in twenty places is one that was not given.
    const seen = new Set<string>();
    const roots = placeholders.unfilled.length === 0 ? NO_ROOTS : resultRoots(json?.root ?? null);
    for (const {name, holder, start, end} of placeholders.unfilled) {
      if (seen.has(name)) continue;
      seen.add(name);
      report(
        spanWithin(holder, start, end),
        `nothing fills in the variable {{${name}}}`,
        hintFor({name}, placeholders.known, roots)
      );
    }
  }
};

function hintFor(
  {name}: Pick<Unfilled, 'name'>,
  known: readonly string[],
  roots: ReadonlySet<string>
): string {
  if (name === BUILT_IN) return 'Set the `integration` input, or add "integration" to the file.';
  const [root = ''] = name.split('.', 1);
  if (ZIS_DATA.test(name) || (root !== name && roots.has(root))) {
    return `A placeholder of ZIS begins with \`$\`: did you mean ${quote(`{{$.${name}}}`)}?`;
  }
  const meant = didYouMean(name, known) || `Give it a value in the \`variables\` input: ${name}=…`;
  return `${meant} For text that another program fills in, name it in \`keep-placeholders\`.`;
}

/** What a flow finds in its data from the start. */
const ZIS_DATA = /^(?:input|account_id|subdomain|integration_key|connections)\./;

const NO_ROOTS: ReadonlySet<string> = new Set();

/** The names under which some ResultPath of the file puts data. */
function resultRoots(root: JsonNode | null): ReadonlySet<string> {
  const roots = new Set<string>();
  const rest = root === null ? [] : [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const path = node.name === 'ResultPath' ? textOf(node) : '';
    const name = path.startsWith('$') ? rootOf(parsePath(path)) : null;
    if (name !== null) roots.add(name);
    for (const child of node.items) rest.push(child);
    for (const child of node.properties.nodes) rest.push(child);
  }
  return roots;
}
