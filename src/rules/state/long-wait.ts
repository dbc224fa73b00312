import type {State} from '../../flow/states.js';
import {components, graphsIn, successors} from '../analysis/graph.js';
import type {BundleRule} from '../rule.js';

/** How long a flow may run, waiting included, in seconds (Flow state limitations, an older page). */
const MAX_RUN_SECONDS = 100;

export const longWait: BundleRule = {
  id: 'state/long-wait',
  scope: 'bundle',
  severity: 'warning',
  summary: `The Wait states on one way through a flow wait at most ${MAX_RUN_SECONDS} seconds together.`,
  why: 'ZIS stops a flow that runs too long, waiting included, and what comes after the Wait never runs.',
  bad: '{"Type": "Wait", "Seconds": 3600, "Next": "Load"}',
  good: '{"Type": "Wait", "Seconds": 30, "Next": "Load"}',
  source: `Flow state limitations, an older page: ${MAX_RUN_SECONDS} seconds. Today's page says that there is a maximum, and not which`,
  check(bundle, report) {
    for (const {reachable} of graphsIn(bundle)) {
      for (const state of reachable) {
        const seconds = secondsOf(state);
        if (seconds <= MAX_RUN_SECONDS) continue;
        const at = state.node.properties.get('Seconds') ?? state.node;
        report(at, `this waits ${seconds} seconds, and a flow may run ${MAX_RUN_SECONDS}`, HINT);
      }
      const total = longestWait(reachable);
      if (total === null) continue;
      report(
        total.last.node.properties.get('Seconds') ?? total.last.node,
        `with the Wait states before it this waits ${total.seconds} seconds, and a flow may run ${MAX_RUN_SECONDS}`,
        HINT
      );
    }
  }
};

const HINT = 'Wait less, or let another event start a second flow.';

/**
 * The way on which the flow waits longest, when that is over the limit, up to the Wait state that exceeds it.
 * A loop counts once. Waits that are too long by themselves, which are reported already, count as nothing.
 */
function longestWait(reachable: readonly State[]): {last: State; seconds: number} | null {
  if (!reachable.some((state) => secondsOf(state) > 0)) return null;
  const groups = components(reachable, successors).reverse();
  const groupOf = new Map(groups.flatMap((group) => group.map((state) => [state, group] as const)));
  const waitedBefore = new Map<State[], number>();
  for (const group of groups) {
    let seconds = waitedBefore.get(group) ?? 0;
    for (const state of group) {
      const own = secondsOf(state);
      if (own > MAX_RUN_SECONDS) continue;
      seconds += own;
      if (seconds > MAX_RUN_SECONDS) return {last: state, seconds};
    }
    for (const target of group.flatMap(successors)) {
      const next = groupOf.get(target);
      if (next !== undefined && next !== group) {
        waitedBefore.set(next, Math.max(waitedBefore.get(next) ?? 0, seconds));
      }
    }
  }
  return null;
}

/** The literal seconds that a state waits; 0 for all that do not wait, or as long as a path says. */
function secondsOf({type, node}: State): number {
  const seconds = type === 'Wait' ? node.properties.get('Seconds')?.value : undefined;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : 0;
}
