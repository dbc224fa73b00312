import {newKey, newText, together} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import {isDynamicKey, textOf} from '../../flow/template.js';
import {quote} from '../../words.js';
import {shapesIn} from '../analysis/shapes.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';
import type {BundleRule} from '../rule.js';

export const forgottenDollar: BundleRule = {
  id: 'path/forgotten-dollar',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A path into the event begins with `$.`, under a key that ends in `.$`.',
  why: 'Without both, the text `input.ticket_event.ticket.id` itself is passed on. Only texts that name at least two members of `input` and nothing else are taken for such a path.',
  bad: '{"ticket_id": "input.ticket_event.ticket.id"}',
  good: '{"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  source: 'ZIS action state (parameters with reference paths)',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const site of valuesIn(bundle).sites) {
      if (!isForgotten(site) || shapes.isTooDeep(site.node)) continue;
      const text = textOf(site.node);
      report(
        site.node,
        `${quote(text)} is passed on as text: ZIS does not look it up`,
        hintFor(site, text),
        fixOf(site, text)
      );
    }
  }
};

/** Under a key that ends in `.$` it is no value that ZIS takes, as path/dynamic-value says. */
function isForgotten({node, reading, jq}: ValueSite): boolean {
  return reading === 'literal' && !jq && INTO_THE_EVENT.test(textOf(node));
}

const INTO_THE_EVENT = /^input(?:\.[A-Za-z_]\w{0,99}){2,20}$/;

function fixOf({node}: ValueSite, text: string): Fix | null {
  const key = node.key?.name;
  if (key === undefined || isDynamicKey(key)) return null;
  return together(newKey(node, `${key}.$`), newText(node, `$.${text}`));
}

function hintFor({node}: ValueSite, text: string): string {
  const key = node.key?.name;
  if (key === undefined || isDynamicKey(key))
    return `Write ${quote(`$.${text}`)} under a key that ends in .$.`;
  return `Name the key ${quote(`${key}.$`)}, and write ${quote(`$.${text}`)}.`;
}
