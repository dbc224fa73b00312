import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {callsIn} from '../analysis/calls.js';
import {qualifiedHint, wrongKindHint} from '../analysis/action-hints.js';

export const actionName: BundleRule = {
  id: 'action/name',
  scope: 'bundle',
  severity: 'error',
  summary: 'ActionName is the qualified name of an action.',
  why: 'ZIS finds an action by `zis:{integration}:action:{name}` and by nothing shorter.',
  bad: '{"Type": "Action", "ActionName": "fetch_ticket"}',
  good: '{"Type": "Action", "ActionName": "zis:my_integration:action:fetch_ticket"}',
  source: 'ZIS action state; ZIS custom actions',
  check(bundle, report) {
    for (const {node, text, name, builtIn} of callsIn(bundle)) {
      if (name === null) {
        report(node, `${quote(text)} is not the qualified name of an action`, qualifiedHint(bundle, text));
      } else if (name.kind !== 'action' && !builtIn) {
        const other = OTHER_KINDS.get(name.kind);
        const message =
          other === undefined
            ? `${quote(text)} has ${quote(name.kind)} where the name of an action has "action"`
            : `${quote(text)} names a ${other}, and an action state runs an action`;
        report(node, message, wrongKindHint(bundle, name));
      }
    }
  }
};

const OTHER_KINDS: ReadonlyMap<string, string> = new Map([
  ['flow', 'flow'],
  ['job_spec', 'job spec']
]);
