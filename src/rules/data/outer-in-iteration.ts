import type {Scope, State} from '../../flow/states.js';
import {parsePath, rootOf} from '../../flow/path.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {perBundle} from '../analysis/memo.js';
import {statesIn} from '../analysis/flows.js';
import {placeOfRead} from '../analysis/values.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import type {DoubtfulRead} from '../analysis/data-flow.js';
import {INITIAL_ROOTS} from '../analysis/data-effects.js';
import {dataIn} from '../analysis/data-reads.js';

export const outerData: BundleRule = {
  id: 'data/outer-in-iteration',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The states of an Iterator read their item, not the data of the flow around it.',
  why: 'An iteration sees its own item as `$`. `$.input`, connections and results of the flow are not there, and the path fails with "JSON path not found".',
  bad: '{"Iterator": {"StartAt": "Tag", "States": {"Tag": {"…": "…", "Parameters": {"id.$": "$.input.ticket_event.ticket.id"}}}}}',
  good: '{"Iterator": {"StartAt": "Tag", "States": {"Tag": {"…": "…", "Parameters": {"id.$": "$.ticket_id"}}}}}, the items made by jq: [.list[] + {ticket_id: .input.ticket_event.ticket.id}]',
  source: 'ZIS map state (an iteration sees its item only)',
  check(bundle, report) {
    for (const {scope, doubtful} of dataIn(bundle)) {
      if (scope.owner === null) continue;
      const {owner} = scope;
      let roots: ReadonlySet<string> | null = null;
      const outer = (): ReadonlySet<string> => (roots ??= outerRoots(owner));
      const reported = new Set<string>();
      for (const read of doubtful) {
        const {root, may, lostTo} = read;
        if (reported.has(root) || may || lostTo !== null) continue;
        if (!reachesOut(read, outer) || namedInPrograms(bundle).has(root)) continue;
        reported.add(root);
        report(
          placeOfRead(read),
          `an iteration sees its own item only, and ${quote(read.text)} is data of the flow around it`,
          'Copy what it needs into the items first, with zis:common:transform:Jq.'
        );
      }
    }
  }
};

/** Names of the flow's own data can hardly be an item's; others only count when the path looks deeper. */
function reachesOut({root, path}: DoubtfulRead, outer: () => ReadonlySet<string>): boolean {
  return (
    (root !== 'subdomain' && INITIAL_ROOTS.includes(root)) || (path.segments.length > 2 && outer().has(root))
  );
}

/** What the states around a Map write, other than the items themselves. */
function outerRoots(map: State): Set<string> {
  const roots = new Set<string>();
  for (let scope: Scope | null = map.scope; scope !== null; scope = scope.owner?.scope ?? null) {
    for (const {node} of scope.ordered) {
      const root = rootAt(node.properties.get('ResultPath')?.value);
      if (root !== null) roots.add(root);
    }
  }
  const items = rootAt(map.node.properties.get('ItemsPath')?.value);
  if (items !== null) roots.delete(items);
  return roots;
}

function rootAt(path: unknown): string | null {
  return typeof path === 'string' && path.startsWith('$') ? rootOf(parsePath(path)) : null;
}

/** Names that some jq program of the bundle makes a key of: it may be one that writes them into the items. */
const namedInPrograms = perBundle((bundle: BundleContext): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const {node} of statesIn(bundle)) {
    if (node.properties.get('ActionName')?.value !== JQ_ACTION) continue;
    const parameters = node.properties.get('Parameters')?.properties;
    const program = (parameters?.get('expr') ?? parameters?.get('expr.$'))?.value;
    if (typeof program !== 'string') continue;
    for (const [, made, assigned] of program.matchAll(
      /\b([A-Za-z_]\w*)"?\s{0,99}:|\.([A-Za-z_]\w*)\s{0,99}\|?=(?!=)/g
    )) {
      names.add(made ?? assigned ?? '');
    }
  }
  return names;
});
