import type {Resource} from '../../bundle/model.js';
import {quote} from '../../words.js';
import {nameNode, RESOURCE_WORDS} from '../analysis/resources.js';
import {keyOf, type BundleContext, type BundleRule} from '../rule.js';

/** The length and the characters that the custom actions page allows. */
const MAX_ACTION_NAME = 20;
const ACTION_NAME = /^[A-Za-z0-9_]*$/;

export const nameCharacters: BundleRule = {
  id: 'resource/name-characters',
  scope: 'bundle',
  severity: 'error',
  summary: 'The name of a resource has no colon and no control character.',
  why: 'Resources call each other as `zis:{integration}:flow:{name}`. A colon in the name takes that apart in the wrong place, and characters that nobody sees make a name that nobody finds.',
  bad: '{"type": "ZIS::Flow", "properties": {"name": "tickets:new"}}',
  good: '{"type": "ZIS::Flow", "properties": {"name": "tickets_new"}}',
  source: 'Follows from the qualified names of the Bundles API reference and the custom actions page',
  check({resources}, report) {
    for (const resource of resources) {
      const fault = nameFault(resource.name);
      if (fault === null) continue;
      const words = RESOURCE_WORDS[resource.type];
      report(nameNode(resource), `the name of the ${words} ${fault}`, 'Take it out of the name.');
    }
  }
};

export const nameSpaces: BundleRule = {
  id: 'resource/name-spaces',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The name of a resource begins and ends without a space.',
  why: 'Nobody sees the space, and a name without it is another name: what calls the resource by that does not find it.',
  bad: '{"type": "ZIS::Flow", "properties": {"name": "main "}}',
  good: '{"type": "ZIS::Flow", "properties": {"name": "main"}}',
  source: 'Follows from the qualified names of the Bundles API reference; no page forbids it',
  check({resources}, report) {
    for (const resource of resources) {
      const {name} = resource;
      if (nameFault(name) !== null || name === name.trim()) continue;
      const words = RESOURCE_WORDS[resource.type];
      report(
        nameNode(resource),
        `the name of the ${words} begins or ends with a space: ${quote(name)}`,
        'Take it out of the name, and out of what calls it.'
      );
    }
  }
};

export const actionName: BundleRule = {
  id: 'resource/action-name',
  scope: 'bundle',
  severity: 'info',
  summary: `The name of an action has at most ${MAX_ACTION_NAME} letters, digits and underscores.`,
  why: 'So the documentation says, though its own samples, and actions in use, have longer names and names with dots and hyphens.',
  bad: '{"type": "ZIS::Action::Http", "properties": {"name": "fetch-ticket.with-comments"}}',
  good: '{"type": "ZIS::Action::Http", "properties": {"name": "fetch_ticket"}}',
  source: 'ZIS custom actions, row `properties.name`; contradicted by the samples of the same page',
  check(bundle, report) {
    for (const action of actionsOf(bundle)) {
      if (nameFault(action.name) !== null) continue;
      const {length} = action.name;
      if (length > MAX_ACTION_NAME) {
        report(
          nameNode(action),
          `the action's name has ${length} characters, and the documentation allows ${MAX_ACTION_NAME}`
        );
      } else if (!ACTION_NAME.test(action.name)) {
        report(
          nameNode(action),
          `the documentation allows only letters, digits and underscores in an action's name`
        );
      }
    }
  }
};

export const actionKey: BundleRule = {
  id: 'resource/action-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'An action stands in `resources` under its own name.',
  why: 'The documentation asks for it. Flows call the action by `properties.name`; under another key it is easily looked for, and called, in vain.',
  bad: '{"get_ticket": {"type": "ZIS::Action::Http", "properties": {"name": "fetch_ticket"}}}',
  good: '{"fetch_ticket": {"type": "ZIS::Action::Http", "properties": {"name": "fetch_ticket"}}}',
  source: 'ZIS custom actions, row `properties.name`',
  check(bundle, report) {
    for (const action of actionsOf(bundle)) {
      if (action.key === action.name) continue;
      report(
        keyOf(action.node),
        `the action is named ${quote(action.name)} and stands in "resources" under the key ${quote(action.key)}`,
        'Make the two equal. Flows call it by the name.'
      );
    }
  }
};

function actionsOf({resources}: BundleContext): Resource[] {
  return resources.filter(({type, key}) => type === 'ZIS::Action::Http' && key.trim() !== '');
}

function nameFault(name: string): string | null {
  if (name.includes(':')) return `holds a colon: ${quote(name)}`;
  if (/\p{Cc}/u.test(name)) return `holds a control character: ${quote(name)}`;
  return null;
}
