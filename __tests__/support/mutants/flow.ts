import type {Mutant} from './mutant.js';
import {choice, CLOSE, closing, inner, ITERATOR, ORDER, state} from './places.js';

export const FLOW_MUTANTS: readonly Mutant[] = [
  {name: 'StartAt names no state', rule: 'flow/start-at', edit: {set: `${ORDER}/StartAt`, to: 'LoadSetings'}},
  {
    name: "an Iterator's StartAt names a state outside",
    rule: 'flow/start-at',
    edit: {set: `${ITERATOR}/StartAt`, to: 'Settle'}
  },
  {
    name: 'Next names no state',
    rule: 'flow/unknown-state',
    edit: {set: `${closing('FindLinks')}/Next`, to: 'Cooldown'}
  },
  {
    name: 'Default names no state',
    rule: 'flow/unknown-state',
    edit: {set: `${state('AnyParts')}/Default`, to: 'NotWanting'}
  },
  {
    name: 'a rule leads to no state',
    rule: 'flow/unknown-state',
    edit: {set: `${choice('AnyParts')}/Next`, to: 'EachParts'}
  },
  {
    name: 'a catcher leads to no state',
    rule: 'flow/unknown-state',
    edit: {set: `${state('GetComments')}/Catch/0/Next`, to: 'Fail'}
  },
  {
    name: 'a transition out of a Map',
    rule: 'flow/unknown-state',
    edit: {set: `${inner('InStock')}/Default`, to: 'Failed'}
  },
  {
    name: 'a transition into a Map',
    rule: 'flow/unknown-state',
    edit: {set: `${state('AnyParts')}/Default`, to: 'SoldOut'}
  },
  {
    name: 'a transition to a state of another flow',
    rule: 'flow/unknown-state',
    edit: {set: `${state('AnyParts')}/Default`, to: 'Finished'}
  },
  {
    name: 'an unreachable state',
    rule: 'flow/unreachable-state',
    edit: {set: `${ORDER}/States/Forgotten`, to: {Type: 'Succeed'}},
    at: state('Forgotten')
  },
  {
    name: 'an unreachable state that names itself in a text',
    rule: 'flow/unreachable-state',
    edit: {set: `${ORDER}/States/Stray`, to: {Type: 'Fail', Error: 'Stray', Cause: 'Stray'}},
    at: state('Stray')
  },
  {
    name: 'an unreachable state in a Map',
    rule: 'flow/unreachable-state',
    edit: {set: `${ITERATOR}/States/Forgotten`, to: {Type: 'Pass', End: true}},
    at: inner('Forgotten')
  },
  {
    name: 'a loop with no way out',
    rule: 'flow/endless-loop',
    edit: {set: `${closing('Remember')}/Next`, to: 'CoolDown'},
    at: closing('CoolDown')
  },
  {
    name: 'an empty state name',
    rule: 'flow/empty-state-name',
    edit: {find: '"Done"', replace: '""'},
    at: `${ORDER}/States/`
  },
  {
    name: 'a misspelt key of a state',
    rule: 'flow/misspelt-key',
    edit: {rename: `${state('GetComments')}/ResultPath`, to: 'ResultPAth'}
  },
  {
    name: 'a key of a state in lower case',
    rule: 'flow/misspelt-key',
    edit: {rename: `${closing('FindLinks')}/Next`, to: 'next'}
  },
  {
    name: "Amazon's name of a key",
    rule: 'flow/misspelt-key',
    edit: {rename: `${state('GetComments')}/ActionName`, to: 'Resource'}
  },
  {
    name: 'an unknown key of a state',
    rule: 'flow/unknown-key',
    edit: {set: `${state('Done')}/Colour`, to: 'green'}
  },
  {
    name: 'an unknown key of a definition',
    rule: 'flow/amazon-only',
    edit: {set: `${ORDER}/TimeoutSeconds`, to: 60}
  },
  {
    name: 'a Retry',
    rule: 'flow/amazon-only',
    edit: {set: `${state('GetComments')}/Retry`, to: [{ErrorEquals: ['States.ALL'], MaxAttempts: 2}]}
  },
  {
    name: 'an InputPath',
    rule: 'flow/amazon-only',
    edit: {set: `${state('GetComments')}/InputPath`, to: '$.input'}
  },
  {
    name: 'a MaxConcurrency',
    rule: 'flow/amazon-only',
    edit: {set: `${state('EachPart')}/MaxConcurrency`, to: 5}
  },
  {
    name: 'a Default that leads back to its own state',
    rule: 'flow/self-transition',
    edit: {set: `${state('AnyParts')}/Default`, to: 'AnyParts'}
  },
  {
    name: 'a Catch that leads back to its own state',
    rule: 'flow/self-transition',
    edit: {
      set: `${state('GetComments')}/Catch`,
      to: [{ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'GetComments'}]
    },
    at: `${state('GetComments')}/Catch/0/Next`
  },
  {
    name: 'an empty StartAt',
    rule: 'flow/start-at',
    edit: {set: `${ORDER}/StartAt`, to: ''}
  },
  {
    name: 'a StartAt with a blank behind it',
    rule: 'flow/start-at',
    edit: {set: `${CLOSE}/StartAt`, to: 'IsSolved '}
  },
  {
    name: 'a Next with a blank behind it',
    rule: 'flow/unknown-state',
    edit: {set: `${closing('Remember')}/Next`, to: 'Finished '}
  },
  {
    name: 'an empty Next',
    rule: 'flow/unknown-state',
    edit: {set: `${closing('Remember')}/Next`, to: ''}
  }
];
