import type {JsonValue} from '../../src/bundle/json-types.js';

/**
 * One change that makes a clean bundle faulty. Places are JSON pointers; a text edit replaces a text wherever it
 * stands.
 */
export type Edit =
  | {readonly set: string; readonly to: JsonValue}
  | {readonly remove: string}
  | {readonly rename: string; readonly to: string}
  | {readonly find: string; readonly replace: string};

/** Below the line of a text edit: where a parser notices that something is missing. */
export const NEXT_LINE = 'next line';

/** A clean bundle with one defect. */
export interface Mutant {
  /** What is wrong, as a person would say it. */
  readonly name: string;
  /** The rule that finds it. */
  readonly rule: string;
  readonly edit: Edit;
  /** Where the finding stands, when that is not what the edit changed: a JSON pointer into the changed bundle, or NEXT_LINE. */
  readonly at?: string;
}

const RESOURCES = '/resources';
const properties = (resource: string): string => `${RESOURCES}/${resource}/properties`;
const request = (action: string): string => `${properties(action)}/definition`;
const ORDER = `${properties('order_parts')}/definition`;
const CLOSE = `${properties('close_orders')}/definition`;
const state = (name: string): string => `${ORDER}/States/${name}`;
const closing = (name: string): string => `${CLOSE}/States/${name}`;
const ITERATOR = `${state('EachPart')}/Iterator`;
const inner = (name: string): string => `${ITERATOR}/States/${name}`;
const choice = (name: string, rule = 0): string => `${state(name)}/Choices/${rule}`;
const URGENT = `${choice('IsWanted')}/And/0`;

const JSON_TEXT: readonly Mutant[] = [
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
  }
];

const BUNDLE: readonly Mutant[] = [
  {name: 'no name', rule: 'bundle/structure', edit: {remove: '/name'}},
  {name: 'a blank name', rule: 'bundle/structure', edit: {set: '/name', to: ' '}},
  {name: 'a number as name', rule: 'bundle/structure', edit: {set: '/name', to: 7}},
  {
    name: 'a template version of the past',
    rule: 'bundle/structure',
    edit: {set: '/zis_template_version', to: '2019-02-28'}
  },
  {name: 'a list of resources', rule: 'bundle/structure', edit: {set: '/resources', to: []}},
  {name: 'no resources', rule: 'bundle/structure', edit: {set: '/resources', to: {}}},
  {
    name: 'capitals in the integration',
    rule: 'bundle/structure',
    edit: {set: '/integration', to: 'Acme_Warehouse'}
  },
  {
    name: 'a misspelt description',
    rule: 'bundle/unknown-key',
    edit: {rename: '/description', to: 'descripton'}
  },
  {
    name: 'a uuid',
    rule: 'bundle/server-key',
    edit: {set: '/uuid', to: '7d1e0cf6-19b6-4dc3-9ac6-0d5d3c8f4c11'}
  },
  {
    name: 'a misspelt resource type',
    rule: 'bundle/structure',
    edit: {set: `${RESOURCES}/get_comments/type`, to: 'ZIS::Action::HTTP'}
  },
  {name: 'no properties', rule: 'bundle/structure', edit: {remove: properties('on_comment_added')}},
  {name: 'a flow without a definition', rule: 'bundle/structure', edit: {remove: CLOSE}},
  {name: 'a flow without StartAt', rule: 'bundle/structure', edit: {remove: `${CLOSE}/StartAt`}},
  {
    name: 'an action without a method',
    rule: 'bundle/structure',
    edit: {remove: `${request('find_stock')}/method`}
  },
  {name: 'a state without a type', rule: 'bundle/structure', edit: {remove: `${state('Settle')}/Type`}}
];

const RESOURCE: readonly Mutant[] = [
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
    at: `${properties('note')}/name`
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

const JOB_SPEC: readonly Mutant[] = [
  {
    name: 'an event type in the wrong case',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_ticket_created')}/event_type`, to: 'ticket.ticketCreated'}
  },
  {
    name: 'a misspelt event type',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_comment_added')}/event_type`, to: 'ticket.CommentAded'}
  },
  {
    name: 'an event type by its short name',
    rule: 'job-spec/event-type',
    edit: {set: `${properties('on_ticket_created')}/event_type`, to: 'ticket.created'}
  },
  {
    name: 'a misspelt event source',
    rule: 'job-spec/event-source',
    edit: {set: `${properties('on_ticket_created')}/event_source`, to: 'suport'}
  },
  {
    name: 'an event source in the wrong case',
    rule: 'job-spec/event-source',
    edit: {set: `${properties('on_ticket_created')}/event_source`, to: 'Support'}
  },
  {
    name: 'a bare flow name',
    rule: 'job-spec/flow-name',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'order_parts'}
  },
  {
    name: 'an action as flow name',
    rule: 'job-spec/flow-name',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_warehouse:action:order_parts'}
  },
  {
    name: 'a flow of another integration',
    rule: 'job-spec/flow-integration',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_sandbox:flow:order_parts'}
  },
  {
    name: 'an unknown flow',
    rule: 'job-spec/unknown-flow',
    edit: {set: `${properties('on_comment_added')}/flow_name`, to: 'zis:acme_warehouse:flow:order_part'}
  },
  {
    name: 'one event that starts one flow twice',
    rule: 'job-spec/duplicate-trigger',
    edit: {set: `${properties('on_comment_added')}/event_type`, to: 'ticket.TicketCreated'},
    at: `${properties('on_comment_added')}/name`
  },
  {
    name: 'a flow that no job spec starts',
    rule: 'flow/not-started',
    edit: {remove: `${RESOURCES}/on_status_changed`},
    at: `${properties('close_orders')}/name`
  }
];

const FLOW: readonly Mutant[] = [
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
  }
];

const STATE: readonly Mutant[] = [
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
  }
];

const CHOICE: readonly Mutant[] = [
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
  }
];

const CATCH: readonly Mutant[] = [
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
  }
];

const PATH: readonly Mutant[] = [
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
  }
];

const DATA: readonly Mutant[] = [
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
  }
];

const ACTION: readonly Mutant[] = [
  {
    name: 'an unknown custom action',
    rule: 'action/undefined',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'zis:acme_warehouse:action:add_notes'}
  },
  {
    name: 'an action of another integration',
    rule: 'action/other-integration',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'zis:acme_sandbox:action:add_note'}
  },
  {
    name: 'a bare action name',
    rule: 'action/name',
    edit: {set: `${state('AddNote')}/ActionName`, to: 'add_note'}
  },
  {
    name: 'an unknown built-in action',
    rule: 'action/unknown-built-in',
    edit: {set: `${state('LoadSettings')}/ActionName`, to: 'zis:common:action:LoadConfigs'}
  },
  {
    name: 'a built-in action under the wrong kind',
    rule: 'action/unknown-built-in',
    edit: {set: `${state('ReadParts')}/ActionName`, to: 'zis:common:action:Jq'}
  },
  {
    name: 'a missing parameter of a built-in action',
    rule: 'action/parameters',
    edit: {remove: `${state('ReadParts')}/Parameters/expr`}
  },
  {
    name: 'a misspelt parameter of a built-in action',
    rule: 'action/parameters',
    edit: {rename: `${state('LoadSettings')}/Parameters/scope`, to: 'scop'}
  },
  {
    name: 'a parameter of the wrong type',
    rule: 'action/parameters',
    edit: {set: `${state('LoadSettings')}/Parameters/scope`, to: 5}
  },
  {
    name: 'an unknown parameter of a built-in action',
    rule: 'action/parameters',
    edit: {set: `${state('LoadSettings')}/Parameters/default`, to: 'x'}
  },
  {
    name: 'links of neither side',
    rule: 'action/parameters',
    edit: {remove: `${closing('FindLinks')}/Parameters/left_object_name.$`}
  },
  {
    name: 'a page of too many links',
    rule: 'action/parameters',
    edit: {set: `${closing('FindLinks')}/Parameters/page_size`, to: 500}
  },
  {
    name: 'a link type of two letters',
    rule: 'action/link-name',
    edit: {set: `${state('LinkOrder')}/Parameters/link_type`, to: 'to'}
  },
  {
    name: 'a parameter that the action reads and the state does not pass',
    rule: 'action/missing-parameter',
    edit: {remove: `${state('AddNote')}/Parameters/text.$`}
  },
  {
    name: 'a parameter that the action does not read',
    rule: 'action/unused-parameter',
    edit: {set: `${state('AddNote')}/Parameters/author`, to: 'robot'}
  },
  {
    name: 'an action that no state runs',
    rule: 'action/unused',
    edit: {
      set: `${RESOURCES}/ping`,
      to: {
        type: 'ZIS::Action::Http',
        properties: {
          name: 'ping',
          definition: {method: 'GET', path: '/api/v2/users/me.json', connectionName: 'zendesk'}
        }
      }
    },
    at: `${RESOURCES}/ping/properties/name`
  }
];

const HTTP: readonly Mutant[] = [
  {
    name: 'an unknown method',
    rule: 'http/method',
    edit: {set: `${request('find_stock')}/method`, to: 'FETCH'}
  },
  {
    name: 'a method in lower case',
    rule: 'http/unusual-method',
    edit: {set: `${request('find_stock')}/method`, to: 'get'}
  },
  {
    name: 'neither url nor path',
    rule: 'http/target',
    edit: {remove: `${request('find_stock')}/url`}
  },
  {
    name: 'both url and path',
    rule: 'http/target',
    edit: {set: `${request('find_stock')}/path`, to: '/v2/stock'}
  },
  {
    name: 'an absolute URL as path',
    rule: 'http/relative-path',
    edit: {
      set: `${request('add_note')}/path`,
      to: 'https://acme.zendesk.com/api/v2/tickets/{{$.ticket_id}}.json'
    }
  },
  {
    name: 'a path without a slash',
    rule: 'http/relative-path',
    edit: {set: `${request('add_note')}/path`, to: 'api/v2/tickets/{{$.ticket_id}}.json'}
  },
  {
    name: 'a url without a scheme',
    rule: 'http/absolute-url',
    edit: {set: `${request('create_order')}/url`, to: 'api.warehouse.example/v2/orders'}
  },
  {
    name: 'a header without a value',
    rule: 'http/fields',
    edit: {remove: `${request('find_stock')}/headers/0/value`}
  },
  {
    name: 'a header whose value is a number',
    rule: 'http/field-form',
    edit: {set: `${request('find_stock')}/headers/0/value`, to: 5}
  },
  {
    name: 'the old name of queryParams',
    rule: 'http/field-form',
    edit: {rename: `${request('find_stock')}/queryParams`, to: 'query'}
  },
  {
    name: 'a connection name with a space',
    rule: 'http/connection-name',
    edit: {set: `${request('create_order')}/connectionName`, to: 'the warehouse'}
  },
  {
    name: 'no connection for a call to Zendesk',
    rule: 'http/no-connection',
    edit: {remove: `${request('add_note')}/connectionName`},
    at: `${request('add_note')}/path`
  },
  {
    name: 'an unknown property of a request',
    rule: 'http/unknown-property',
    edit: {set: `${request('create_order')}/timeout`, to: 5}
  },
  {
    name: 'a body on GET',
    rule: 'http/body',
    edit: {set: `${request('find_stock')}/requestBody`, to: {sku: 'x'}}
  }
];

const EXPR = `${state('ReadParts')}/Parameters/expr`;
const JQ: readonly Mutant[] = [
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

const SECURITY: readonly Mutant[] = [
  {
    name: 'a password as text',
    rule: 'security/credential',
    edit: {set: `${request('create_order')}/requestBody/password`, to: 'hunter2!'}
  },
  {
    name: 'an Authorization header as text',
    rule: 'security/credential',
    edit: {
      set: `${request('find_stock')}/headers/2`,
      to: {key: 'Authorization', value: 'Basic c3VwcG9ydDpodW50ZXIy'}
    },
    at: `${request('find_stock')}/headers/2/value`
  },
  {
    name: 'an access token in the address',
    rule: 'security/credential',
    edit: {
      set: `${request('create_order')}/url`,
      to: 'https://api.warehouse.example/v2/orders?access_token=0123456789abcdef'
    }
  },
  {
    name: 'a password in the address',
    rule: 'security/url-user-info',
    edit: {set: `${request('create_order')}/url`, to: 'https://acme:parts@api.warehouse.example/v2/orders'}
  },
  {
    name: 'an address that is not encrypted',
    rule: 'security/insecure-url',
    edit: {set: `${request('create_order')}/url`, to: 'http://api.warehouse.example/v2/orders'}
  },
  {
    name: 'a token in a message',
    rule: 'security/secret-in-message',
    edit: {set: `${state('Failed')}/Cause`, to: 'refused: {{$.failure.access_token}}'}
  }
];

/** The mutants of __tests__/fixtures/warehouse.json, by area. */
export const MUTANTS: readonly Mutant[] = [
  ...JSON_TEXT,
  ...BUNDLE,
  ...RESOURCE,
  ...JOB_SPEC,
  ...FLOW,
  ...STATE,
  ...CHOICE,
  ...CATCH,
  ...PATH,
  ...DATA,
  ...ACTION,
  ...HTTP,
  ...JQ,
  ...SECURITY
];
