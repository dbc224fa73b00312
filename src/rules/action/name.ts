import {INTEGRATION_NAME} from '../../bundle/model.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {didYouMean, listOf, quote, suggest} from '../suggest.js';
import {BUILT_INS} from './built-ins.js';
import {actionsIn, callsIn, hasVariable, type Call} from './calls.js';

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
        const kind = `zis:${name.integration}:action:${name.name}`;
        report(
          node,
          `${quote(text)} names a ${quote(name.kind)}, and an action state runs an action`,
          `An action is named as in ${quote(kind)}.`
        );
      }
    }
  }
};

export const unknownBuiltIn: BundleRule = {
  id: 'action/unknown-built-in',
  scope: 'bundle',
  severity: 'error',
  summary: "An action of `zis:common` is one of ZIS's seven.",
  why: 'There are no others. The registry takes the name, and the flow fails when it comes to the state.',
  bad: '{"ActionName": "zis:common:action:LoadConfigs"}',
  good: '{"ActionName": "zis:common:action:LoadConfig"}',
  source: 'ZIS built-in actions; ZIS links',
  check(bundle, report) {
    for (const {node, text, builtIn} of callsIn(bundle)) {
      if (!builtIn || BUILT_INS.has(text)) continue;
      const names = [...BUILT_INS.keys()];
      report(
        node,
        `ZIS has no built-in action ${quote(text)}`,
        builtInHint(text) || `It has ${listOf(names, 'and')}.`
      );
    }
  }
};

export const undefinedAction: BundleRule = {
  id: 'action/undefined',
  scope: 'bundle',
  severity: 'error',
  summary: 'A custom action that a state runs is in the same bundle.',
  why: 'A state can only run actions of its own bundle. The registry does not look, and the flow fails when it comes to the state.',
  bad: '{"ActionName": "zis:my_integration:action:fetch_tikcet"}',
  good: '{"ActionName": "zis:my_integration:action:fetch_ticket"}, and a resource of the type ZIS::Action::Http whose properties.name is "fetch_ticket"',
  source: 'ZIS custom actions (an action is called from the same bundle)',
  check(bundle, report) {
    const declared = namesOfAll(bundle);
    for (const call of callsIn(bundle)) {
      const {node, name, builtIn, action} = call;
      if (name?.kind !== 'action' || builtIn || action !== null || declared.has(name.name)) continue;
      report(
        node,
        `this bundle has no action named ${quote(name.name)}`,
        actionHint(bundle, call) || 'Add it to `resources`, with the type ZIS::Action::Http.'
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
        `Write ${quote(`zis:${own}:action:${name.name}`)}.`
      );
    }
  }
};

/** The names of all resources, of those too whose structure is not sound: another rule has reported them. */
function namesOfAll({root}: BundleContext): Set<string> {
  const names = new Set<string>();
  for (const resource of root.properties.get('resources')?.properties.nodes ?? []) {
    const type = resource.properties.get('type')?.value;
    const name = resource.properties.get('properties')?.properties.get('name')?.value;
    if (typeof name === 'string' && type !== 'ZIS::Flow' && type !== 'ZIS::JobSpec') names.add(name);
  }
  return names;
}

function qualifiedHint(bundle: BundleContext, text: string): string {
  const own = bundle.identity.integration ?? '{integration}';
  const bare = lastPart(text);
  const custom = [...actionsIn(bundle).keys()];
  if (custom.includes(bare)) return `Write ${quote(`zis:${own}:action:${bare}`)}.`;
  return (
    builtInHint(text) ||
    didYouMean(
      text,
      custom.map((name) => `zis:${own}:action:${name}`)
    ) ||
    `A name is written as in ${quote(`zis:${own}:action:fetch_ticket`)}.`
  );
}

function builtInHint(text: string): string {
  // All of them begin alike: only the last part tells one from another.
  const byLastPart = new Map([...BUILT_INS.keys()].map((name) => [lastPart(name), name]));
  const meant = suggest(lastPart(text), byLastPart.keys());
  return meant === null ? '' : `Did you mean ${quote(byLastPart.get(meant) ?? '')}?`;
}

function lastPart(name: string): string {
  return name.split(':').at(-1) ?? '';
}

function actionHint(bundle: BundleContext, {name}: Call): string {
  const wanted = name?.name ?? '';
  for (const resource of bundle.resources) {
    if (resource.key !== wanted) continue;
    return resource.type === 'ZIS::Action::Http'
      ? `The resource ${quote(wanted)} is named ${quote(resource.name)}, and actions are called by their name.`
      : `The resource ${quote(wanted)} is no action, but a ${resource.type}.`;
  }
  return didYouMean(wanted, actionsIn(bundle).keys());
}
