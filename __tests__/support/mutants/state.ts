import type {Mutant} from './mutant.js';
import {inner, ITERATOR, state} from './places.js';

export const STATE_MUTANTS: readonly Mutant[] = [
  {name: 'an unknown state type', rule: 'state/type', edit: {set: `${state('Settle')}/Type`, to: 'Sleep'}},
  {name: "Amazon's Task", rule: 'state/type', edit: {set: `${state('GetComments')}/Type`, to: 'Task'}},
  {
    name: 'a state type in lower case',
    rule: 'state/type',
    edit: {set: `${state('Done')}/Type`, to: 'succeed'}
  },
  {
    name: 'both Next and End',
    rule: 'state/next-or-end',
    edit: {set: `${state('Settle')}/End`, to: true}
  },
  {
    name: 'neither Next nor End',
    rule: 'state/next-or-end',
    edit: {remove: `${inner('SoldOut')}/End`}
  },
  {name: 'End as a string', rule: 'state/end-true', edit: {set: `${inner('SoldOut')}/End`, to: 'true'}},
  {name: 'End is false', rule: 'state/end-true', edit: {set: `${state('Settle')}/End`, to: false}},
  {
    name: 'an End on Succeed',
    rule: 'state/no-transition',
    edit: {set: `${state('Done')}/End`, to: true}
  },
  {
    name: 'a Next on Fail',
    rule: 'state/no-transition',
    edit: {set: `${state('Failed')}/Next`, to: 'Done'}
  },
  {
    name: 'a Next on Choice',
    rule: 'state/no-transition',
    edit: {set: `${state('AnyParts')}/Next`, to: 'Done'}
  },
  {
    name: 'a Fail without Cause',
    rule: 'state/required-property',
    edit: {remove: `${state('Failed')}/Cause`}
  },
  {
    name: 'an Action without ActionName',
    rule: 'state/required-property',
    edit: {remove: `${state('AddNote')}/ActionName`}
  },
  {
    name: 'a Map without Iterator',
    rule: 'state/required-property',
    edit: {remove: `${state('EachPart')}/Iterator`}
  },
  {
    name: 'a Map without ItemsPath',
    rule: 'state/required-property',
    edit: {remove: `${state('EachPart')}/ItemsPath`}
  },
  {
    name: 'a Comment that is a list',
    rule: 'state/property-type',
    edit: {set: `${state('IsWanted')}/Comment`, to: ['a', 'b']}
  },
  {
    name: 'a Message that is a number',
    rule: 'state/property-type',
    edit: {set: `${state('NotWanted')}/Message`, to: 5}
  },
  {
    name: 'Parameters as a string',
    rule: 'state/property-type',
    edit: {set: `${state('AddNote')}/Parameters`, to: '$.note'}
  },
  {
    name: 'Seconds in quotes',
    rule: 'state/property-type',
    edit: {set: `${state('Settle')}/Seconds`, to: '2'}
  },
  {
    name: 'a ResultPath that is null',
    rule: 'state/null-result-path',
    edit: {set: `${state('AddNote')}/ResultPath`, to: null}
  },
  {
    name: 'Seconds on Pass',
    rule: 'state/misplaced-property',
    edit: {set: `${state('MakeNote')}/Seconds`, to: 2}
  },
  {
    name: 'a Catch on Wait',
    rule: 'state/misplaced-property',
    edit: {
      set: `${state('Settle')}/Catch`,
      to: [{ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Failed'}]
    }
  },
  {
    name: 'a Default on Action',
    rule: 'state/misplaced-property',
    edit: {set: `${state('AddNote')}/Default`, to: 'Failed'}
  },
  {
    name: 'Seconds that are not more than 0',
    rule: 'state/wait-duration',
    edit: {set: `${state('Settle')}/Seconds`, to: 0}
  },
  {
    name: 'both Seconds and SecondsPath',
    rule: 'state/wait-duration',
    edit: {set: `${state('Settle')}/SecondsPath`, to: '$.parts.count'}
  },
  {
    name: 'a Wait that does not say how long',
    rule: 'state/wait-duration',
    edit: {remove: `${state('Settle')}/Seconds`}
  },
  {
    name: 'a Wait until a time',
    rule: 'state/wait-timestamp',
    edit: {
      set: state('Settle'),
      to: {Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z', Next: 'MakeNote'}
    },
    at: `${state('Settle')}/Timestamp`
  },
  {
    name: 'a Wait of an hour',
    rule: 'state/long-wait',
    edit: {set: `${state('Settle')}/Seconds`, to: 3600}
  },
  {
    name: 'an Iterator without StartAt',
    rule: 'state/map-iterator',
    edit: {remove: `${ITERATOR}/StartAt`}
  },
  {
    name: 'an Iterator without states',
    rule: 'state/map-iterator',
    edit: {set: `${ITERATOR}/States`, to: {}}
  },
  {
    name: 'a state within a state',
    rule: 'state/misplaced-property',
    edit: {set: `${state('NotConfigured')}/Stopped`, to: {Type: 'Succeed'}}
  },
  {
    name: 'a ResultPath within Parameters',
    rule: 'state/misplaced-property',
    edit: {
      set: state('GetComments'),
      to: {
        Type: 'Action',
        ActionName: 'zis:acme_warehouse:action:get_comments',
        Parameters: {'ticket_id.$': '$.input.ticket_event.ticket.id', ResultPath: '$.comments'},
        Next: 'ReadParts'
      }
    },
    at: `${state('GetComments')}/Parameters/ResultPath`
  },
  {
    name: 'the states right in an Iterator',
    rule: 'state/map-iterator',
    edit: {set: ITERATOR, to: {Look: {Type: 'Pass', End: true}}}
  },
  {
    name: 'End as a number',
    rule: 'state/end-true',
    edit: {set: `${inner('SoldOut')}/End`, to: 1}
  },
  {
    name: 'a Comment that is a number',
    rule: 'state/property-type',
    edit: {set: `${state('IsWanted')}/Comment`, to: 3}
  },
  {
    name: 'Choices that are an object',
    rule: 'state/property-type',
    edit: {set: `${state('AnyParts')}/Choices`, to: {}}
  },
  {
    name: 'Seconds below 0',
    rule: 'state/wait-duration',
    edit: {set: `${state('Settle')}/Seconds`, to: -1}
  }
];
