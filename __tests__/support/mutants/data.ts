import type {Mutant} from './mutant.js';
import {choice, closing, inner, state, URGENT} from './places.js';

export const DATA_MUTANTS: readonly Mutant[] = [
  {
    name: 'a path that nobody wrote',
    rule: 'data/unwritten-path',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: '$.notes.text'}
  },
  {
    name: 'a Choice over a path that nobody wrote',
    rule: 'data/unwritten-path',
    edit: {set: `${choice('AnyParts')}/Variable`, to: '$.part.count'}
  },
  {
    name: 'a message with a path that nobody wrote',
    rule: 'data/unwritten-path',
    edit: {set: `${state('Failed')}/Cause`, to: '{{$.error.Cause}}'}
  },
  {
    name: 'a path that is read before it is written',
    rule: 'data/unwritten-path',
    edit: {set: `${state('GetComments')}/Parameters/ticket_id.$`, to: '$.note.text'}
  },
  {
    name: 'a path beside the event',
    rule: 'data/event-payload',
    edit: {set: `${state('AddNote')}/Parameters/ticket_id.$`, to: '$.input.ticket.id'}
  },
  {
    name: 'an iteration that reaches for outer data',
    rule: 'data/outer-in-iteration',
    edit: {set: `${inner('FindStock')}/Parameters/sku.$`, to: '$.input.ticket_event.ticket.id'}
  },
  {
    name: 'a state without ResultPath that wipes what is read later',
    rule: 'data/lost',
    edit: {remove: `${state('AddNote')}/ResultPath`}
  },
  {
    name: 'a path into a config that lacks ".config"',
    rule: 'data/wrong-shape',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: '$.settings.greeting'}
  },
  {
    name: 'a jq program that looks for a setting beside ".config"',
    rule: 'data/wrong-shape',
    edit: {
      set: `${state('ReadParts')}/Parameters`,
      to: {expr: '{count: (.words | length), items: []}', 'data.$': '$.settings'}
    },
    at: `${state('ReadParts')}/Parameters/expr`
  },
  {
    name: 'a Map over a config',
    rule: 'data/wrong-shape',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$.settings'}
  },
  {
    name: 'a jq program that reads a misspelt name of the data',
    rule: 'data/unwritten-path',
    edit: {
      set: `${state('ReadParts')}/Parameters`,
      to: {expr: '{count: (.coments.total | length), items: []}', 'data.$': '$'}
    },
    at: `${state('ReadParts')}/Parameters/expr`
  },
  {
    name: 'a result in place of the event',
    rule: 'data/overwritten-event',
    edit: {set: `${closing('Unlink')}/ResultPath`, to: '$.input'}
  },
  {
    name: 'a SecondsPath that nobody wrote',
    rule: 'data/unwritten-path',
    edit: {set: `${closing('CoolDown')}/SecondsPath`, to: '$.link.delay'}
  },
  {
    name: 'a Map over what is written behind it',
    rule: 'data/unwritten-path',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$.note'}
  },
  {
    name: 'a condition beside the event',
    rule: 'data/event-payload',
    edit: {set: `${URGENT}/Variable`, to: '$.input.ticket.priority'}
  },
  {
    name: 'a search without ResultPath',
    rule: 'data/lost',
    edit: {remove: `${closing('FindLinks')}/ResultPath`}
  }
];
