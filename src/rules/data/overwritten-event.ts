import {quote} from '../../words.js';
import type {State} from '../../flow/states.js';
import {successors} from '../analysis/graph.js';
import {dataIn} from '../analysis/data-reads.js';
import type {BundleRule} from '../rule.js';

export const overwrittenEvent: BundleRule = {
  id: 'data/overwritten-event',
  scope: 'bundle',
  severity: 'warning',
  summary: 'No result takes the place of the event that is read later.',
  why: 'A result that is put at `$.input` replaces the event: a later state that reads `$.input.ticket_event` finds nothing, and the flow fails with "JSON path not found".',
  bad: '{"Type": "Action", "…": "…", "ResultPath": "$.input", "Next": "ReadEvent"}',
  good: '{"Type": "Action", "…": "…", "ResultPath": "$.result", "Next": "ReadEvent"}',
  source: 'ZIS action state, ResultPath; Trigger events, introduction',
  check(bundle, report) {
    for (const {scope, reads} of dataIn(bundle)) {
      if (scope.owner !== null) continue;
      const writers = scope.ordered.filter(
        ({type, node}) => type !== 'Pass' && node.properties.get('ResultPath')?.value === '$.input'
      );
      if (writers.length === 0) continue;
      const readers = new Map<State, string>();
      for (const {site, text} of reads) {
        if (site.state !== null && EVENT.test(text) && !readers.has(site.state))
          readers.set(site.state, text);
      }
      if (readers.size === 0) continue;
      for (const state of writers) {
        const reader = readerBehind(state, readers);
        if (reader === null) continue;
        report(
          state.node.properties.get('ResultPath') ?? state.node,
          `the result takes the place of the event, and the state ${quote(reader.name)} reads ${quote(readers.get(reader) ?? '')} later`,
          'Give it a place of its own, such as "ResultPath": "$.result".'
        );
      }
    }
  }
};

const EVENT = /^(?:\$\.|\.)input\.[a-z_]{1,60}_event\b/;

/** The first state behind this one that reads the event, but for those behind another state that writes it. */
function readerBehind(state: State, readers: ReadonlyMap<State, string>): State | null {
  const seen = new Set<State>();
  const waiting = successors(state);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (readers.has(next)) return next;
    if (next.node.properties.get('ResultPath')?.value !== '$.input') waiting.push(...successors(next));
  }
  return null;
}
