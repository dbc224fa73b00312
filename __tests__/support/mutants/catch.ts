import type {Mutant} from './mutant.js';
import {inner, state} from './places.js';

export const CATCH_MUTANTS: readonly Mutant[] = [
  {
    name: 'a Catch that is no list',
    rule: 'state/property-type',
    edit: {set: `${state('GetComments')}/Catch`, to: {ErrorEquals: ['States.ALL'], Next: 'Failed'}}
  },
  {
    name: 'a Catch of another error',
    rule: 'catch/error-equals',
    edit: {set: `${state('GetComments')}/Catch/0/ErrorEquals`, to: ['States.Timeout']}
  },
  {
    name: 'a catcher without ErrorEquals',
    rule: 'catch/error-equals',
    edit: {remove: `${state('GetComments')}/Catch/0/ErrorEquals`}
  },
  {
    name: 'a catcher without Next',
    rule: 'catch/catcher',
    edit: {remove: `${state('EachPart')}/Catch/0/Next`}
  },
  {
    name: 'two catchers',
    rule: 'catch/one-catcher',
    edit: {
      set: `${state('EachPart')}/Catch/1`,
      to: {ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Failed'}
    }
  },
  {
    name: 'a catcher that wipes the data',
    rule: 'catch/result-path',
    edit: {set: `${inner('FindStock')}/Catch`, to: [{ErrorEquals: ['States.ALL'], Next: 'SoldOut'}]},
    at: `${inner('FindStock')}/Catch/0`
  },
  {
    name: 'a catcher that does not keep the error which is read later',
    rule: 'data/written-on-every-route',
    edit: {remove: `${state('GetComments')}/Catch/0/ResultPath`},
    at: `${state('Failed')}/Cause`
  },
  {
    name: 'ErrorEquals as a text',
    rule: 'catch/error-equals',
    edit: {set: `${state('GetComments')}/Catch/0/ErrorEquals`, to: 'States.ALL'}
  },
  {
    name: 'a jq program that fails on a comment without a text, and nothing that catches it',
    rule: 'catch/lost-event',
    edit: {
      set: `${state('ReadParts')}/Parameters/expr`,
      to: '{count: 1, items: [.comments[0].body | ascii_downcase]}'
    },
    at: `${state('ReadParts')}/Parameters/expr`
  },
  {
    name: 'a jq program that fails on purpose, and nothing that catches it',
    rule: 'catch/lost-event',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '{count: 1, items: error("none")}'},
    at: `${state('ReadParts')}/Parameters/expr`
  }
];
