import type {State} from '../../flow/states.js';
import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {nameOf, statesIn} from '../analysis/flows.js';

export const shadowedName: BundleRule = {
  id: 'flow/shadowed-name',
  scope: 'bundle',
  severity: 'info',
  summary: 'No state in an Iterator has the name of one outside it.',
  why: 'The integration log names states without saying where they are, and a reader takes one for the other.',
  bad: '{"Load": {"Type": "Map", "Iterator": {"StartAt": "Load", "States": {"Load": {"Type": "Succeed"}}}}}',
  good: '{"Load": {"Type": "Map", "Iterator": {"StartAt": "Load one", "States": {"Load one": {"Type": "Succeed"}}}}}',
  source: 'Amazon States Language (names are unique in the whole state machine); ZIS takes it',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      const outer = namesakeOutside(state);
      if (outer === null) continue;
      const {line} = bundle.file.lines.position(nameOf(outer).start);
      report(
        nameOf(state),
        `a state outside this Iterator is called ${quote(state.name)} too, on line ${line}`,
        'Give one of them another name, so that the log is clear.'
      );
    }
  }
};

function namesakeOutside({name, scope}: State): State | null {
  for (let owner = scope.owner; owner !== null; owner = owner.scope.owner) {
    const outer = owner.scope.states.get(name);
    if (outer !== undefined) return outer;
  }
  return null;
}
