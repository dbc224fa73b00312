import type {Mutant} from './mutant.js';
import {properties, RESOURCES} from './places.js';

export const JOB_SPEC_MUTANTS: readonly Mutant[] = [
  {
    name: 'an event type in the wrong case',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_ticket_created')}/event_type`, to: 'ticket.ticketCreated'}
  },
  {
    name: 'a misspelt event type',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_comment_added')}/event_type`, to: 'ticket.CommentAded'}
  },
  {
    name: 'an event type by its short name',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_ticket_created')}/event_type`, to: 'ticket.created'}
  },
  {
    name: 'a misspelt event source',
    rule: 'job-spec/event-source',
    edit: {set: `${properties('on_ticket_created')}/event_source`, to: 'suport'}
  },
  {
    name: 'an event source in the wrong case',
    rule: 'job-spec/event-source',
    edit: {set: `${properties('on_ticket_created')}/event_source`, to: 'Support'}
  },
  {
    name: 'a bare flow name',
    rule: 'job-spec/flow-name',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'order_parts'}
  },
  {
    name: 'an action as flow name',
    rule: 'job-spec/flow-name',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_warehouse:action:order_parts'}
  },
  {
    name: 'a flow of another integration',
    rule: 'job-spec/flow-integration',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_sandbox:flow:order_parts'}
  },
  {
    name: 'an unknown flow',
    rule: 'job-spec/unknown-flow',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_warehouse:flow:order_part'}
  },
  {
    name: 'one event that starts one flow twice',
    rule: 'job-spec/duplicate-trigger',
    edit: {set: `${properties('on_comment_added')}/event_type`, to: 'ticket.TicketCreated'},
    at: `${properties('on_comment_added')}/name`
  },
  {
    name: 'a flow that no job spec starts',
    rule: 'flow/not-started',
    edit: {remove: `${RESOURCES}/on_status_changed`},
    at: `${properties('close_orders')}/name`
  },
  {
    name: 'event source and event type swapped',
    rule: 'job-spec/event-source',
    edit: {
      set: properties('on_ticket_created'),
      to: {
        name: 'on_ticket_created',
        event_source: 'ticket.TicketCreated',
        event_type: 'support',
        flow_name: 'zis:acme_warehouse:flow:order_parts'
      }
    },
    at: `${properties('on_ticket_created')}/event_source`
  },
  {
    name: 'an event type with a blank behind it',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_comment_added')}/event_type`, to: 'ticket.CommentAdded '}
  },
  {
    name: 'a flow name that names no flow',
    rule: 'job-spec/flow-name',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_warehouse:flow:'}
  }
];
