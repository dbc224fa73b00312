import type {Mutant} from './mutant.js';
import {closing, RESOURCES, state} from './places.js';

export const ACTION_MUTANTS: readonly Mutant[] = [
  {
    name: 'an unknown custom action',
    rule: 'action/undefined',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'zis:acme_warehouse:action:add_notes'}
  },
  {
    name: 'an action of another integration',
    rule: 'action/other-integration',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'zis:acme_sandbox:action:add_note'}
  },
  {
    name: 'a bare action name',
    rule: 'action/name',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'add_note'}
  },
  {
    name: 'an unknown built-in action',
    rule: 'action/unknown-built-in',
    edit: {set: `${state('LoadSettings')}/ActionName`, to: 'zis:common:action:LoadConfigs'}
  },
  {
    name: 'a built-in action under the wrong kind',
    rule: 'action/unknown-built-in',
    edit: {set: `${state('ReadParts')}/ActionName`, to: 'zis:common:action:Jq'}
  },
  {
    name: 'a missing parameter of a built-in action',
    rule: 'action/parameters',
    edit: {remove: `${state('ReadParts')}/Parameters/expr`}
  },
  {
    name: 'a misspelt parameter of a built-in action',
    rule: 'action/parameters',
    edit: {rename: `${state('LoadSettings')}/Parameters/scope`, to: 'scop'}
  },
  {
    name: 'a parameter of the wrong type',
    rule: 'action/parameters',
    edit: {set: `${state('LoadSettings')}/Parameters/scope`, to: 5}
  },
  {
    name: 'an unknown parameter of a built-in action',
    rule: 'action/parameters',
    edit: {set: `${state('LoadSettings')}/Parameters/default`, to: 'x'}
  },
  {
    name: 'links of neither side',
    rule: 'action/parameters',
    edit: {remove: `${closing('FindLinks')}/Parameters/left_object_name.$`}
  },
  {
    name: 'a page of too many links',
    rule: 'action/parameters',
    edit: {set: `${closing('FindLinks')}/Parameters/page_size`, to: 500}
  },
  {
    name: 'a link type of two letters',
    rule: 'action/link-name',
    edit: {set: `${state('LinkOrder')}/Parameters/link_type`, to: 'to'}
  },
  {
    name: 'a parameter that the action reads and the state does not pass',
    rule: 'action/missing-parameter',
    edit: {remove: `${state('AddNote')}/Parameters/text.$`}
  },
  {
    name: 'a parameter that the action does not read',
    rule: 'action/unused-parameter',
    edit: {set: `${state('AddNote')}/Parameters/author`, to: 'robot'}
  },
  {
    name: 'an action that no state runs',
    rule: 'action/unused',
    edit: {
      set: `${RESOURCES}/ping`,
      to: {
        type: 'ZIS::Action::Http',
        properties: {
          name: 'ping',
          definition: {method: 'GET', path: '/api/v2/users/me.json', connectionName: 'zendesk'}
        }
      }
    },
    at: `${RESOURCES}/ping/properties/name`
  },
  {
    name: 'an action name without its kind',
    rule: 'action/name',
    edit: {set: `${state('GetComments')}/ActionName`, to: 'zis:acme_warehouse:get_comments'}
  },
  {
    name: 'a search without a link type',
    rule: 'action/parameters',
    edit: {remove: `${closing('FindLinks')}/Parameters/link_type`}
  },
  {
    name: 'a page size in quotes',
    rule: 'action/parameters',
    edit: {set: `${closing('FindLinks')}/Parameters/page_size`, to: '10'}
  }
];
