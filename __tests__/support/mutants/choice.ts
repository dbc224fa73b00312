import type {Mutant} from './mutant.js';
import {choice, closing, URGENT} from './places.js';

export const CHOICE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a Choice without rules',
    rule: 'choice/choices',
    edit: {set: `${closing('IsSolved')}/Choices`, to: []}
  },
  {
    name: 'a rule without Next',
    rule: 'choice/next',
    edit: {remove: `${choice('AnyParts')}/Next`}
  },
  {
    name: 'a nested rule with Next',
    rule: 'choice/next',
    edit: {set: `${URGENT}/Next`, to: 'Done'}
  },
  {
    name: 'StringMatches, which the registry refuses',
    rule: 'choice/operator',
    edit: {rename: `${URGENT}/StringEquals`, to: 'StringMatches'}
  },
  {
    name: 'IsString, which ZIS has not',
    rule: 'choice/operator',
    edit: {
      set: `${choice('IsWanted')}/And/1/Not`,
      to: {Variable: '$.input.ticket_event.ticket.brand_id', IsString: true}
    },
    at: `${choice('IsWanted')}/And/1/Not/IsString`
  },
  {
    name: 'a misspelt operator',
    rule: 'choice/operator',
    edit: {rename: `${URGENT}/StringEquals`, to: 'StringEqual'}
  },
  {
    name: 'an operator in the wrong case',
    rule: 'choice/operator',
    edit: {rename: `${URGENT}/StringEquals`, to: 'stringEquals'}
  },
  {
    name: 'a comparison without operator',
    rule: 'choice/condition',
    edit: {remove: `${URGENT}/StringEquals`}
  },
  {
    name: 'two operators in one comparison',
    rule: 'choice/condition',
    edit: {set: `${URGENT}/IsPresent`, to: true}
  },
  {
    name: 'a comparison without Variable',
    rule: 'choice/condition',
    edit: {remove: `${URGENT}/Variable`}
  },
  {
    name: 'And beside a comparison',
    rule: 'choice/condition',
    edit: {set: `${choice('AnyParts')}/And`, to: [{Variable: '$.parts', IsPresent: true}]},
    at: `${choice('AnyParts')}/NumericGreaterThan`
  },
  {name: 'an empty Or', rule: 'choice/nesting', edit: {set: `${choice('IsWanted')}/And/2/Or`, to: []}},
  {
    name: 'a Not of a list',
    rule: 'choice/nesting',
    edit: {set: `${choice('IsWanted')}/And/1/Not`, to: [{Variable: '$.parts', IsPresent: true}]}
  },
  {
    name: 'a number compared as a string',
    rule: 'choice/operand',
    edit: {set: `${URGENT}/StringEquals`, to: 1}
  },
  {
    name: 'a string compared as a number',
    rule: 'choice/operand',
    edit: {set: `${choice('AnyParts')}/NumericGreaterThan`, to: '0'}
  },
  {
    name: 'a boolean in quotes',
    rule: 'choice/operand',
    edit: {set: `${choice('IsWanted')}/And/2/Or/1/BooleanEquals`, to: 'true'}
  },
  {
    name: 'a time that is none',
    rule: 'choice/operand',
    edit: {set: `${choice('IsWanted', 1)}/TimestampLessThan`, to: '2020-13-01'}
  },
  {
    name: 'a Choice without Default',
    rule: 'choice/no-default',
    edit: {remove: `${closing('IsSolved')}/Default`}
  },
  {
    name: 'the same rule twice',
    rule: 'choice/never-reached',
    edit: {
      set: `${closing('IsSolved')}/Choices/1`,
      to: {Variable: '$.input.ticket_event.ticket.status', StringEquals: 'solved', Next: 'Finished'}
    }
  },
  {
    name: 'two conditions that exclude each other',
    rule: 'choice/never-true',
    edit: {
      set: choice('AnyParts'),
      to: {
        And: [
          {Variable: '$.parts.count', NumericGreaterThan: 5},
          {Variable: '$.parts.count', NumericLessThan: 3}
        ],
        Next: 'EachPart'
      }
    },
    at: `${choice('AnyParts')}/And/1`
  },
  {
    name: 'an End in a Choice rule',
    rule: 'flow/unknown-key',
    edit: {set: `${choice('AnyParts')}/End`, to: true}
  },
  {
    name: 'a condition that is a text',
    rule: 'choice/nesting',
    edit: {set: URGENT, to: 'urgent'}
  },
  {
    name: 'a list to compare with',
    rule: 'choice/operand',
    edit: {set: `${URGENT}/StringEquals`, to: ['urgent', 'high']}
  }
];
