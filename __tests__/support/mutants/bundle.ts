import type {Mutant} from './mutant.js';
import {CLOSE, properties, request, RESOURCES, state} from './places.js';

export const BUNDLE_MUTANTS: readonly Mutant[] = [
  {name: 'no name', rule: 'bundle/structure', edit: {remove: '/name'}},
  {name: 'a blank name', rule: 'bundle/structure', edit: {set: '/name', to: ' '}},
  {name: 'a number as name', rule: 'bundle/structure', edit: {set: '/name', to: 7}},
  {
    name: 'a space behind the name of the bundle',
    rule: 'bundle/name-characters',
    edit: {set: '/name', to: 'warehouse '}
  },
  {
    name: 'a line break within the name of the bundle',
    rule: 'bundle/name-characters',
    edit: {set: '/name', to: 'ware\nhouse'}
  },
  {
    name: 'a template version of the past',
    rule: 'bundle/structure',
    edit: {set: '/zis_template_version', to: '2019-02-28'}
  },
  {name: 'a list of resources', rule: 'bundle/structure', edit: {set: '/resources', to: []}},
  {name: 'no resources', rule: 'bundle/structure', edit: {set: '/resources', to: {}}},
  {
    name: 'capitals in the integration',
    rule: 'bundle/structure',
    edit: {set: '/integration', to: 'Acme_Warehouse'}
  },
  {
    name: 'a misspelt description',
    rule: 'bundle/unknown-key',
    edit: {rename: '/description', to: 'descripton'}
  },
  {
    name: 'a uuid',
    rule: 'bundle/server-key',
    edit: {set: '/uuid', to: '7d1e0cf6-19b6-4dc3-9ac6-0d5d3c8f4c11'}
  },
  {
    name: 'a misspelt resource type',
    rule: 'bundle/structure',
    edit: {set: `${RESOURCES}/get_comments/type`, to: 'ZIS::Action::HTTP'}
  },
  {name: 'no properties', rule: 'bundle/structure', edit: {remove: properties('on_comment_added')}},
  {name: 'a flow without a definition', rule: 'bundle/structure', edit: {remove: CLOSE}},
  {name: 'a flow without StartAt', rule: 'bundle/structure', edit: {remove: `${CLOSE}/StartAt`}},
  {
    name: 'an action without a method',
    rule: 'bundle/structure',
    edit: {remove: `${request('find_stock')}/method`}
  },
  {name: 'a state without a type', rule: 'bundle/structure', edit: {remove: `${state('Settle')}/Type`}},
  {
    name: 'properties within properties',
    rule: 'bundle/structure',
    edit: {
      set: properties('on_comment_added'),
      to: {
        properties: {
          name: 'on_comment_added',
          event_source: 'support',
          event_type: 'ticket.CommentAdded',
          flow_name: 'zis:acme_warehouse:flow:order_parts'
        }
      }
    },
    at: `${properties('on_comment_added')}/properties`
  },
  {
    name: 'a job spec with a definition',
    rule: 'bundle/structure',
    edit: {
      set: properties('on_comment_added'),
      to: {
        name: 'on_comment_added',
        definition: {
          name: 'on_comment_added',
          event_source: 'support',
          event_type: 'ticket.CommentAdded',
          flow_name: 'zis:acme_warehouse:flow:order_parts'
        }
      }
    },
    at: `${properties('on_comment_added')}/definition`
  },
  {
    name: 'no template version',
    rule: 'bundle/structure',
    edit: {remove: '/zis_template_version'}
  },
  {
    name: 'a flow without a name',
    rule: 'bundle/structure',
    edit: {remove: `${properties('close_orders')}/name`}
  },
  {
    name: 'an action without a name',
    rule: 'bundle/structure',
    edit: {remove: `${properties('add_note')}/name`}
  },
  {
    name: 'the id of an account',
    rule: 'bundle/server-key',
    edit: {set: '/zendesk_account_id', to: 12}
  }
];
