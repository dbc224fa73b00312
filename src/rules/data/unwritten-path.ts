import {newText, together} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Scope} from '../../flow/states.js';
import {didYouMean, listOf, quote, sureMatch} from '../../words.js';
import {findsNothing, statesBehindBareCatches} from '../analysis/bare-catch.js';
import type {DoubtfulRead} from '../analysis/data-flow.js';
import type {Before} from '../analysis/data-follow.js';
import {dataIn} from '../analysis/data-reads.js';
import {placeOfRead, type PathRead} from '../analysis/values.js';
import type {BundleRule} from '../rule.js';

export const unwrittenPath: BundleRule = {
  id: 'data/unwritten-path',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A path leads to data that some state on the way has written.',
  why: 'A flow begins with `$.input` and few other names. Everything else must have been put there by the ResultPath of an earlier state, else the flow fails with "JSON path not found".',
  bad: '{"ticket_id.$": "$.tikcet.id"}',
  good: '{"ticket_id.$": "$.ticket.id"}',
  source:
    'Trigger events, introduction (the data of a flow); Fixing common ZIS errors, "JSON path not found"',
  check(bundle, report) {
    for (const {scope, doubtful} of dataIn(bundle)) {
      const missing = new Map<string, [DoubtfulRead, ...DoubtfulRead[]]>();
      for (const read of unexplained(scope, doubtful)) {
        const same = missing.get(read.root);
        if (same === undefined) missing.set(read.root, [read]);
        else same.push(read);
      }
      for (const [root, reads] of missing) {
        const [read, ...others] = reads;
        const again = others.length === 0 ? '' : ` (${others.length} more of its kind are in this flow)`;
        report(
          placeOfRead(read),
          `no state on the way here has written ${writtenWords(read)}${again}`,
          payloadHint(read) || nearName(read) || elsewhere(root, scope) || knownNames(read.before),
          others.reduce((fix, other) => together(fix, slipOf(other)), slipOf(read))
        );
      }
    }
  }
};

export const maybeUnwritten: BundleRule = {
  id: 'data/written-on-every-route',
  scope: 'bundle',
  severity: 'info',
  summary: 'What a state reads has been written whichever way the flow came.',
  why: 'Where one branch writes a value and another does not, a state behind both fails on the second, unless the branches are chosen so that this cannot be.',
  bad: '{"Choices": [{"…": "…", "Next": "LoadTicket"}], "Default": "Comment"}, where Comment reads $.ticket',
  good: '{"Choices": [{"…": "…", "Next": "LoadTicket"}], "Default": "NothingToDo"}',
  source: 'Fixing common ZIS errors, "JSON path not found"',
  check(bundle, report) {
    for (const {reads, doubtful} of dataIn(bundle)) {
      const unsure = doubtful.filter(
        ({may, must, lostTo, before, site}) => may && !must && !before.open && lostTo === null && !site.jq
      );
      if (unsure.length === 0) continue;
      const settled = testedRoots(reads);
      for (const read of unsure) {
        if (settled.has(read.root)) continue;
        settled.add(read.root);
        report(
          placeOfRead(read),
          `some routes to this state do not write ${writtenWords(read)}`,
          'Write it on every route, or ask with IsPresent before.'
        );
      }
    }
  }
};

/** The reads of what nobody wrote, but for those that follow from a mistake which another rule reports. */
function unexplained(scope: Scope, doubtful: readonly DoubtfulRead[]): DoubtfulRead[] {
  const reads = doubtful.filter(findsNothing);
  if (reads.length === 0) return reads;
  const behindBareCatches = statesBehindBareCatches(scope);
  const losses = new Set(doubtful.map(({lostTo}) => lostTo));
  return reads.filter(({state, before}) => {
    const {lostTo} = before.fateOf('input');
    return !behindBareCatches.has(state) && (lostTo === null || !losses.has(lostTo));
  });
}

/** `"$.ticket"`, and what reads from it where that is more than the same. */
function writtenWords({root, text}: DoubtfulRead): string {
  const written = `$.${root}`;
  return text === written ? quote(written) : `${quote(written)}, from which ${quote(text)} reads`;
}

/** In jq a path begins with the dot alone. */
function nearName({root, before, site}: DoubtfulRead): string {
  if (!site.jq) return didYouMean(root, before.names());
  const names = before.names().map((name) => `.${name}`);
  return didYouMean(`.${root}`, names);
}

/** The same path from the one name that is a slip away. */
function slipOf({site: {node, jq}, root, offset, before}: DoubtfulRead): Fix | null {
  const meant = jq ? null : sureMatch(root, before.names());
  const text = node.value;
  if (meant === null || typeof text !== 'string') return null;
  const start = (offset ?? 0) + '$.'.length;
  const end = start + root.length;
  if (text.slice(start - 2, end) !== `$.${root}`) return null;
  return newText(node, text.slice(0, start) + meant + text.slice(end));
}

/** The parts of an event stand in `$.input`. */
function payloadHint({root, text, before}: DoubtfulRead): string {
  const isPart = /^[a-z_]+_event$/.test(root) && before.fateOf('input').may;
  return isPart ? `Did you mean ${quote(text.replace('$.', '$.input.'))}?` : '';
}

/** The names for which a Choice asks whether they are there: the flow knows that they may not be. */
function testedRoots(reads: readonly PathRead[]): Set<string | null> {
  const tested = reads.filter(({site: {node}}) => asksForPresence(node.parent));
  return new Set(tested.map(({root}) => root));
}

function asksForPresence(rule: JsonNode | null): boolean {
  return rule !== null && (rule.properties.has('IsPresent') || rule.properties.has('IsNull'));
}

function elsewhere(root: string, scope: Scope): string {
  for (const {name, node} of scope.ordered) {
    const written = node.properties.get('ResultPath')?.value;
    if (typeof written !== 'string' || !startsAt(written, root)) continue;
    return `The state ${quote(name)} writes it, and no route leads from there to here.`;
  }
  return '';
}

function startsAt(path: string, root: string): boolean {
  return path === `$.${root}` || path.startsWith(`$.${root}.`) || path.startsWith(`$.${root}[`);
}

function knownNames(before: Before): string {
  const names = before.names().filter((name) => name !== 'zendeskHost' && name !== 'connections');
  const known = names.slice(0, 12).map((name) => `$.${name}`);
  return known.length === 0
    ? 'Nothing that was written is left here.'
    : `Here there is ${listOf(known, 'and')}${names.length > known.length ? ' and more' : ''}.`;
}
