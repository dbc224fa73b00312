import type {Mutant} from './mutant.js';
import {choice, closing, inner, state} from './places.js';

export const PATH_MUTANTS: readonly Mutant[] = [
  {
    name: 'a path without $ under a key without .$',
    rule: 'path/forgotten-dollar',
    edit: {set: `${state('MakeNote')}/Result/subject`, to: 'input.ticket_event.ticket.subject'}
  },
  {
    name: 'a path under a key without .$',
    rule: 'path/literal',
    edit: {rename: `${state('AddNote')}/Parameters/text.$`, to: 'text'}
  },
  {
    name: 'a placeholder under a key without .$',
    rule: 'path/literal',
    edit: {rename: `${state('MakeNote')}/Result/text.$`, to: 'text'}
  },
  {
    name: 'a key with .$ and no path',
    rule: 'path/dynamic-value',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: 'ordered'}
  },
  {
    name: 'a key with .$ and a number',
    rule: 'path/dynamic-value',
    edit: {set: `${state('AddNote')}/Parameters/ticket_id.$`, to: 12}
  },
  {
    name: 'a placeholder that is not closed',
    rule: 'path/syntax',
    edit: {
      set: `${state('NotWanted')}/Message`,
      to: 'Ticket {{$.input.ticket_event.ticket.id asks for no parts'
    }
  },
  {
    name: 'a placeholder without $',
    rule: 'path/placeholder',
    edit: {
      set: `${state('NotWanted')}/Message`,
      to: 'Ticket {{.input.ticket_event.ticket.id}} asks for no parts'
    }
  },
  {
    name: 'a placeholder with single braces',
    rule: 'path/syntax',
    edit: {
      set: `${state('NotWanted')}/Message`,
      to: 'Ticket {$.input.ticket_event.ticket.id} asks for no parts'
    }
  },
  {
    name: 'a placeholder that is closed only',
    rule: 'path/syntax',
    edit: {
      set: `${state('NotWanted')}/Message`,
      to: 'Ticket $.input.ticket_event.ticket.id}} asks for no parts'
    }
  },
  {
    name: 'a path with two dots',
    rule: 'path/syntax',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: '$.note[0'}
  },
  {
    name: 'a path without $',
    rule: 'path/reference-path',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: 'parts.items'}
  },
  {
    name: 'a ResultPath without $',
    rule: 'path/reference-path',
    edit: {set: `${state('AddNote')}/ResultPath`, to: 'noted'}
  },
  {
    name: 'a Variable without $',
    rule: 'path/reference-path',
    edit: {set: `${choice('AnyParts')}/Variable`, to: 'parts.count'}
  },
  {
    name: 'a filter in a path',
    rule: 'path/unsupported',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$.parts.items[?(@.sku)]'}
  },
  {
    name: 'the context object of Amazon',
    rule: 'path/unsupported',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: '$$.Execution.Id'}
  },
  {
    name: 'an intrinsic function',
    rule: 'path/unsupported',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: "States.Format('{}', $.note.text)"}
  },
  {
    name: 'both forms of a parameter',
    rule: 'path/both-forms',
    edit: {set: `${state('LoadSettings')}/Parameters/scope.$`, to: '$.input.scope'}
  },
  {
    name: 'a variable of a template that is left over',
    rule: 'variable/unfilled',
    edit: {set: `${state('LoadSettings')}/Parameters/scope`, to: '{{scope}}'}
  },
  {
    name: 'a path without its dollar sign',
    rule: 'path/dynamic-value',
    edit: {set: `${state('AddNote')}/Parameters/ticket_id.$`, to: 'input.ticket_event.ticket.id'}
  },
  {
    name: 'texts put together with a plus sign',
    rule: 'path/dynamic-value',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: "'Ordered: ' + $.note.text"}
  },
  {
    name: 'a key with a dollar sign and no dot',
    rule: 'path/literal',
    edit: {rename: `${state('AddNote')}/Parameters/ticket_id.$`, to: 'ticket_id$'}
  },
  {
    name: 'the data of a jq program under a key without .$',
    rule: 'path/literal',
    edit: {set: `${state('ReadParts')}/Parameters`, to: {expr: '{count: 0, items: []}', data: '$'}},
    at: `${state('ReadParts')}/Parameters/data`
  },
  {
    name: 'a function of Amazon States Language in a message',
    rule: 'path/unsupported',
    edit: {set: `${state('NotWanted')}/Message`, to: "States.Format('{}', $.input.ticket_event.ticket.id)"}
  },
  {
    name: 'a path that ends in a semicolon',
    rule: 'path/syntax',
    edit: {set: `${state('AddNote')}/Parameters/ticket_id.$`, to: '$.input.ticket_event.ticket.id;'}
  },
  {
    name: 'a path that ends as its key does',
    rule: 'path/syntax',
    edit: {set: `${state('AddNote')}/Parameters/ticket_id.$`, to: '$.input.ticket_event.ticket.id.$'}
  },
  {
    name: 'a slice in a path',
    rule: 'path/unsupported',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$.parts.items[0:2]'}
  },
  {
    name: 'a wildcard in a path',
    rule: 'path/unsupported',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$.parts.items[*]'}
  },
  {
    name: 'a descent in a path',
    rule: 'path/unsupported',
    edit: {set: `${state('EachPart')}/ItemsPath`, to: '$..items'}
  },
  {
    name: 'a SecondsPath without $',
    rule: 'path/reference-path',
    edit: {set: `${closing('CoolDown')}/SecondsPath`, to: 'links.delay'}
  },
  {
    name: 'a path in a Result under a key without .$',
    rule: 'path/literal',
    edit: {set: `${inner('SoldOut')}/Result/when`, to: '$.stock.quantity'}
  }
];
