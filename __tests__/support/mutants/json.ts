import {NEXT_LINE, type Mutant} from './mutant.js';

export const JSON_MUTANTS: readonly Mutant[] = [
  {
    name: 'a trailing comma',
    rule: 'json/syntax',
    edit: {find: '"End": true', replace: '"End": true,'}
  },
  {
    name: 'a comment',
    rule: 'json/syntax',
    edit: {find: '"Type": "Map",', replace: '"Type": "Map", // for each'}
  },
  {name: 'single quotes', rule: 'json/syntax', edit: {find: '"Type": "Map"', replace: "'Type': 'Map'"}},
  {
    name: 'typographic quotes',
    rule: 'json/syntax',
    edit: {find: '"Type": "Map"', replace: '“Type”: “Map”'}
  },
  {
    name: 'a no-break space',
    rule: 'json/syntax',
    edit: {find: '"Type": "Map"', replace: '"Type":\u00a0"Map"'}
  },
  {
    name: 'conflict markers',
    rule: 'json/syntax',
    edit: {
      find: '"Seconds": 2,\n',
      replace: '"Seconds": 1,\n<<<<<<< HEAD\n"Seconds": 2,\n=======\n"Seconds": 3,\n>>>>>>> change\n'
    },
    at: NEXT_LINE
  },
  {
    name: 'a missing comma',
    rule: 'json/syntax',
    edit: {find: '"Seconds": 2,\n              "Next"', replace: '"Seconds": 2\n              "Next"'},
    at: NEXT_LINE
  },
  {
    name: 'a key twice in a state',
    rule: 'json/duplicate-key',
    edit: {find: '"Seconds": 2,', replace: '"Seconds": 1, "Seconds": 2,'}
  },
  {
    name: 'the key __proto__',
    rule: 'json/reserved-key',
    edit: {find: '"ordered": false', replace: '"__proto__": false'}
  },
  {
    name: 'a number of twenty digits',
    rule: 'json/inexact-number',
    edit: {find: '"quantity": 1,', replace: '"quantity": 12345678901234567891,'}
  },
  {
    name: 'a quote within a text',
    rule: 'json/syntax',
    edit: {find: 'Only urgent tickets', replace: 'Only "urgent" tickets'}
  },
  {
    name: 'a property name without quotes',
    rule: 'json/syntax',
    edit: {find: '"Comment": "Only', replace: 'Comment: "Only'}
  },
  {
    name: 'a backslash before a brace',
    rule: 'json/syntax',
    edit: {find: '"Ticket {{$.input.ticket_event', replace: '"Ticket \\{{$.input.ticket_event'}
  },
  {
    name: 'a missing colon',
    rule: 'json/syntax',
    edit: {find: '"StartAt": "IsSolved"', replace: '"StartAt" "IsSolved"'}
  },
  {
    name: 'False with a capital',
    rule: 'json/syntax',
    edit: {find: '"public": false', replace: '"public": False'}
  },
  {
    name: 'a number with a leading zero',
    rule: 'json/syntax',
    edit: {find: '"quantity": 1', replace: '"quantity": 01'}
  }
];
