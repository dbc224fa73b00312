import type {Mutant} from './mutant.js';
import {properties, RESOURCES} from './places.js';

export const RESOURCE_MUTANTS: readonly Mutant[] = [
  {
    name: 'two job specs of one name',
    rule: 'resource/duplicate-name',
    edit: {set: `${properties('on_comment_added')}/name`, to: 'on_ticket_created'}
  },
  {
    name: 'a space behind a name',
    rule: 'resource/name-spaces',
    edit: {set: `${properties('on_comment_added')}/name`, to: 'on_comment_added '}
  },
  {
    name: 'a colon in a name',
    rule: 'resource/name-characters',
    edit: {set: `${properties('on_comment_added')}/name`, to: 'on:comment'}
  },
  {
    name: 'an action under another key',
    rule: 'resource/action-key',
    edit: {rename: `${RESOURCES}/add_note`, to: 'note'},
    at: `${RESOURCES}/note`
  },
  {
    name: 'an unknown property of a job spec',
    rule: 'resource/unknown-key',
    edit: {set: `${properties('on_comment_added')}/event_filter`, to: 'urgent'}
  },
  {
    name: 'an unknown property of a resource',
    rule: 'resource/unknown-key',
    edit: {set: `${RESOURCES}/add_note/enabled`, to: true}
  }
];
