import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {flowsIn} from '../analysis/flows.js';
import {actionsIn, callsIn, showsAllCalls} from '../analysis/calls.js';

export const unusedAction: BundleRule = {
  id: 'action/unused',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Some state runs each custom action.',
  why: 'An action that nothing runs is left over, or the state that should run it names another one. Actions cannot be called from other bundles.',
  bad: '(a resource of the type ZIS::Action::Http that no ActionName names)',
  good: '{"Type": "Action", "ActionName": "zis:my_integration:action:fetch_ticket"}',
  source: 'ZIS custom actions (an action is called from the same bundle)',
  check(bundle, report) {
    // Without a flow there is no state that could run one: bundle/no-flow says so.
    if (flowsIn(bundle).length === 0 || !showsAllCalls(bundle)) return;
    const called = new Set<string | undefined>();
    for (const {action} of callsIn(bundle)) called.add(action?.name);
    for (const {name, properties} of actionsIn(bundle).values()) {
      if (called.has(name)) continue;
      report(
        properties.properties.get('name') ?? properties,
        `no state runs the action ${quote(name)}`,
        'Remove it, or name it in the ActionName of the state that is to run it.'
      );
    }
  }
};
