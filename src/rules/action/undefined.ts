import {slipInText} from '../analysis/fixes.js';
import {INTEGRATION_NAME} from '../../bundle/model.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {BUILT_INS} from '../../flow/built-ins.js';
import {actionsIn, callsIn, hasVariable} from '../analysis/calls.js';
import {actionHint} from '../analysis/action-hints.js';

export const undefinedAction: BundleRule = {
  id: 'action/undefined',
  scope: 'bundle',
  severity: 'error',
  summary: 'A custom action that a state runs is in the same bundle.',
  why: 'A state can only run actions of its own bundle. An upload with a call of a missing action has been seen to succeed, and the flow then to fail.',
  bad: '{"ActionName": "zis:my_integration:action:fetch_tikcet"}',
  good: '{"ActionName": "zis:my_integration:action:fetch_ticket"}, and a resource of the type ZIS::Action::Http whose properties.name is "fetch_ticket"',
  source: 'ZIS custom actions (an action is called from the same bundle); practice (a production bundle)',
  check(bundle, report) {
    const declared = namesOfAll(bundle);
    const own = bundle.identity.integration;
    for (const {node, name, builtIn, action} of callsIn(bundle)) {
      if (name?.kind !== 'action' || builtIn || action !== null || declared.has(name.name)) continue;
      const isForeign = own !== null && name.integration !== own && !hasVariable(name.integration);
      const other = isForeign
        ? `, and ${quote(name.integration)} is another integration than its own, ${quote(own)}`
        : '';
      report(
        node,
        `this bundle has no action named ${quote(name.name)}${other}`,
        actionHint(bundle, name),
        slipInText(node, actionNames(bundle))
      );
    }
  }
};

export const otherIntegration: BundleRule = {
  id: 'action/other-integration',
  scope: 'bundle',
  severity: 'error',
  summary: "An action that a state runs is of the bundle's own integration.",
  why: 'A state can only run the actions of its own bundle, and those are of its own integration.',
  bad: '{"ActionName": "zis:another_integration:action:fetch_ticket"}',
  good: '{"ActionName": "zis:my_integration:action:fetch_ticket"}',
  source: 'ZIS custom actions (an action is called from the same bundle)',
  check(bundle, report) {
    const own = bundle.identity.integration;
    if (own === null || !INTEGRATION_NAME.test(own)) return;
    const declared = namesOfAll(bundle);
    const custom = callsIn(bundle).filter(({name, builtIn}) => name?.kind === 'action' && !builtIn);
    const foreign = custom.filter(
      ({name}) =>
        name !== null && name.integration !== own && !hasVariable(name.integration) && declared.has(name.name)
    );
    // When no call agrees it is one fault, of the file's integration perhaps, and not one of each call.
    const all = foreign.length > 1 && foreign.length === custom.length;
    for (const {node, name} of all ? foreign.slice(0, 1) : foreign) {
      if (name === null) continue;
      const others = all ? ` (and ${foreign.length - 1} more of its calls are in another one, too)` : '';
      report(
        node,
        `the action is called in the integration ${quote(name.integration)}, and this bundle belongs to ${quote(own)}${others}`,
        `Write ${quote(`zis:${own}:action:${name.name}`)}.`,
        all ? null : slipInText(node, [`zis:${own}:action:${name.name}`])
      );
    }
  }
};

/** What a state may call: the bundle's own actions, and ZIS's. */
function actionNames(bundle: BundleContext): Set<string> {
  const own = bundle.identity.integration;
  const custom = own === null ? [] : [...actionsIn(bundle).keys()].map((name) => `zis:${own}:action:${name}`);
  return new Set([...custom, ...BUILT_INS.keys()]);
}

/**
 * The names of all resources that may be actions, of those too whose structure is not sound: another rule has
 * reported them. One whose name cannot be read, or cannot be called, counts by its key.
 */
function namesOfAll({root}: BundleContext): Set<string> {
  const names = new Set<string>();
  for (const resource of root.properties.get('resources')?.properties.nodes ?? []) {
    const type = resource.properties.get('type')?.value;
    if (type === 'ZIS::Flow' || type === 'ZIS::JobSpec') continue;
    const name = resource.properties.get('properties')?.properties.get('name')?.value;
    if (typeof name === 'string') names.add(name);
    if (typeof name !== 'string' || !CALLABLE.test(name)) names.add(resource.name);
  }
  return names;
}

/** Neither blank nor with a colon or characters that nobody sees: resource/name-characters says what is wrong then. */
const CALLABLE = /^(?!\s)[^:\p{Cc}]+(?<!\s)$/u;
