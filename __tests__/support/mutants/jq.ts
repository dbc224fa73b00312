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
  },
  {
    name: 'jq with three equals signs',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: 'if .comments === 1 then 1 else 2 end'}
  },
  {
    name: "jq with a method's call",
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '.comments.contains("x")'}
  },
  {
    name: 'jq with a key with a hyphen',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '{first-name: .comments}'}
  },
  {
    name: "jq with JavaScript's comment",
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '/* all */ .comments'}
  },
  {
    name: 'jq with else if',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: 'if .comments then 1 else if .count then 2 else 3 end'}
  },
  {
    name: 'jq with a question mark and a colon',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '.comments == 1 ? "x" : "y"'}
  },
  {
    name: 'jq with one backslash in a pattern',
    rule: 'jq/syntax',
    edit: {set: EXPR, to: '.comments | test("\\d+")'}
  },
  {
    name: 'jq with two ampersands',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '.comments && .x'}
  },
  {
    name: 'jq with const',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: 'const x = .comments; x'}
  },
  {
    name: 'jq with a semicolon at its end',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '.comments;'}
  },
  {
    name: 'jq with single quotes',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: ".comments['body']"}
  },
  {
    name: 'jq with a bracket that is not closed',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '[.comments[]'}
  },
  {
    name: 'jq with an arrow function',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '.comments | map(c => c.body)'}
  },
  {
    name: 'jq with an exclamation mark',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '!.comments'}
  },
  {
    name: 'jq with two equals signs behind an exclamation mark',
    rule: 'jq/syntax',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '.comments !== null'}
  },
  {
    name: 'jq with return',
    rule: 'jq/undefined',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: 'return .comments'}
  },
  {
    name: 'jq with len for length',
    rule: 'jq/undefined',
    edit: {set: `${state('ReadParts')}/Parameters/expr`, to: '.comments | len'}
  }
];
