import type {Mutant} from './mutant.js';
import {state} from './places.js';

const EXPR = `${state('ReadParts')}/Parameters/expr`;

export const JQ_MUTANTS: readonly Mutant[] = [
  {
    name: 'a jq program that is not closed',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '{count: (.comments | length'}
  },
  {
    name: 'a jq program with an odd operator',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '.comments => length'}
  },
  {
    name: 'a function that jq has not',
    rule: 'jq/undefined',
    edit: {set: EXPR, to: '{count: (.comments | lenght), items: []}'}
  },
  {
    name: 'a jq program of 17 KB',
    rule: 'jq/not-checked',
    edit: {set: EXPR, to: `.input | ${'.a + '.repeat(3_400)} .b`}
  },
  {name: 'a JSONPath as jq program', rule: 'jq/json-path', edit: {set: EXPR, to: '$.comments'}},
  {
    name: 'a placeholder within a jq program',
    rule: 'jq/injection',
    edit: {
      set: `${state('ReadParts')}/Parameters`,
      to: {'expr.$': '{count: 1, items: [{sku: "{{$.comments.sku}}"}]}', 'data.$': '$.comments'}
    },
    at: `${state('ReadParts')}/Parameters/expr.$`
  }
];
