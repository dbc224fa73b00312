import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {MAX_DEPTH, MAX_ITEMS, MAX_SECONDS, MAX_TRANSITIONS} from '../../src/flow-run/limits.js';
import {UNKNOWN_IDS, UNKNOWNS, type Unknown, type UnknownId} from '../../src/flow-run/unknowns.js';

/** A flow that tells the answers to a point apart. */
export interface Experiment {
  readonly definition: JsonObject;
  /** Custom actions that it calls, by name. */
  readonly actions?: Readonly<Record<string, JsonObject>>;
  /** What to read off, where it is not a message that names the answer, or a flow that fails for `error`. */
  readonly look?: string;
}

/** docs/semantics.md: the points that Zendesk does not document, and how to find out. */
export function semanticsPage(): string {
  const rows = UNKNOWN_IDS.map(
    (id) => `| [${id}](#${id.replace('.', '')}) | ${cell(UNKNOWNS[id].about)} | ${answersOf(id).join(', ')} |`
  );
  return `${HEAD}\n${rows.join('\n')}\n\n${UNKNOWN_IDS.map(section).join('\n\n')}\n\n${FOUND_OUT}\n`;
}

function section(id: UnknownId): string {
  const {about, touched, known, answers}: Unknown = UNKNOWNS[id];
  const {definition, actions = {}, look} = EXPERIMENTS[id];
  const list = Object.entries(answers).map(([answer, means]) => `- \`${answer}\`: ${means}`);
  const resources = Object.entries(actions).map(
    ([name, action]) => `and the action \`${name}\`:\n\n${json({[name]: resourceOf(name, action)})}`
  );
  return [
    `### ${id}`,
    `ZIS does not document ${about}.`,
    list.length === 0 ? 'Any text can be the answer.' : list.join('\n'),
    `**Touched when:** ${touched}`,
    `**Known:** ${known}`,
    `**To find out**, take this definition${resources.length > 0 ? ' …' : ''}`,
    json(definition),
    ...resources,
    ...(look === undefined ? [] : [look])
  ].join('\n\n');
}

function answersOf(id: UnknownId): string[] {
  const answers = Object.keys(UNKNOWNS[id].answers);
  return answers.length === 0 ? ['any text'] : answers.map((answer) => `\`${answer}\``);
}

/** The bundle around an experiment. */
export function experimentBundle({definition, actions = {}}: Experiment): JsonObject {
  const resources: JsonObject = {};
  for (const [name, action] of Object.entries(actions)) resources[name] = resourceOf(name, action);
  return {
    name: 'semantics',
    zis_template_version: '2019-10-14',
    resources: {
      ...resources,
      experiment: {type: 'ZIS::Flow', properties: {name: 'experiment', definition}},
      start: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'start',
          event_source: 'support',
          event_type: 'ticket.TicketCreated',
          flow_name: `zis:${INTEGRATION}:flow:experiment`
        }
      }
    }
  };
}

const INTEGRATION = 'your_integration';

function resourceOf(name: string, definition: JsonObject): JsonObject {
  return {type: 'ZIS::Action::Http', properties: {name, definition}};
}

const ALL = ['States.ALL'];

function pass(result: JsonValue, at: string | null, next: string): JsonObject {
  return {Type: 'Pass', Result: result, ResultPath: at, Next: next};
}

function succeed(message: string): JsonObject {
  return {Type: 'Succeed', Message: message};
}

/** A Choice between two answers. */
function choose(condition: JsonObject, then: string, otherwise: string): JsonObject {
  return {Type: 'Choice', Choices: [{...condition, Next: then}], Default: otherwise};
}

/** States of which the first is where the flow starts. */
function states(all: JsonObject): JsonObject {
  return {StartAt: Object.keys(all)[0] ?? '', States: all};
}

function jq(expr: string, data: JsonObject, next: string): JsonObject {
  return {
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, ...data},
    ResultPath: '$.result',
    Next: next
  };
}

function call(name: string, next: string, more: JsonObject = {}): JsonObject {
  return {
    Type: 'Action',
    ActionName: `zis:${INTEGRATION}:action:${name}`,
    Parameters: {number: 7},
    ResultPath: '$.result',
    ...more,
    Next: next
  };
}

export const EXPERIMENTS: Readonly<Record<UnknownId, Experiment>> = {
  'placeholder.type': {
    definition: states({
      Number: pass({number: 7}, '$.data', 'Fill'),
      Fill: pass({'value.$': '{{$.data.number}}'}, '$.result', 'Compare'),
      Compare: choose({Variable: '$.result.value', NumericEquals: 7}, 'Typed', 'Text'),
      Typed: succeed('placeholder.type: typed'),
      Text: succeed('placeholder.type: text')
    })
  },
  'placeholder.null': {
    definition: states({
      Null: pass({nothing: null}, '$.data', 'Fill'),
      Fill: pass({'value.$': '<{{$.data.nothing}}>'}, '$.result', 'Compare'),
      Compare: choose({Variable: '$.result.value', StringEquals: '<>'}, 'Empty', 'TextNull'),
      Empty: succeed('placeholder.null: empty'),
      TextNull: succeed('placeholder.null: text-null')
    })
  },
  'body.dollar-suffix': {
    definition: states({
      Send: call('semantics_echo', 'Resolved'),
      Resolved: succeed('body.dollar-suffix: resolved')
    }),
    actions: {
      semantics_echo: {
        method: 'POST',
        url: 'https://httpbin.org/anything',
        requestBody: {'number.$': '$.number'}
      }
    }
  },
  'http.empty-body': {
    definition: states({
      Get: call('semantics_empty', 'IsNothing'),
      IsNothing: choose({Variable: '$.result', IsNull: true}, 'Null', 'HasText'),
      HasText: choose({Variable: '$.result.__httpresponse', IsPresent: true}, 'Text', 'Object'),
      Null: succeed('http.empty-body: null'),
      Text: succeed('http.empty-body: text'),
      Object: succeed('http.empty-body: object')
    }),
    actions: {semantics_empty: {method: 'GET', url: 'https://httpbin.org/status/204'}}
  },
  'choice.missing-variable': {
    definition: states({
      Look: choose({Variable: '$.input.nowhere', StringEquals: 'x'}, 'True', 'False'),
      True: succeed('choice.missing-variable: true'),
      False: succeed('choice.missing-variable: false')
    })
  },
  'choice.null-present': {
    definition: states({
      Null: pass({nothing: null}, '$.data', 'Look'),
      Look: choose({Variable: '$.data.nothing', IsPresent: true}, 'True', 'False'),
      True: succeed('choice.null-present: true'),
      False: succeed('choice.null-present: false')
    })
  },
  'map.empty': {
    definition: states({
      Empty: pass({items: []}, '$.data', 'Each'),
      Each: {
        Type: 'Map',
        ItemsPath: '$.data.items',
        Iterator: states({Item: {Type: 'Pass', End: true}}),
        ResultPath: '$.result',
        Next: 'Look'
      },
      Look: choose({Variable: '$.result', IsNull: true}, 'Null', 'List'),
      Null: succeed('map.empty: null'),
      List: succeed('map.empty: list')
    })
  },
  'jq.many': {
    definition: states({
      Run: jq('1, 2', {data: '{}'}, 'Compare'),
      Compare: choose({Variable: '$.result', NumericEquals: 1}, 'First', 'Last'),
      First: succeed('jq.many: first'),
      Last: succeed('jq.many: last')
    })
  },
  'jq.none': {
    definition: states({
      Run: jq('empty', {data: '{}'}, 'Null'),
      Null: succeed('jq.none: null')
    })
  },
  'jq.text-data': {
    definition: states({
      Text: pass({text: '[1]'}, '$.data', 'Run'),
      Run: jq('type', {'data.$': '$.data.text'}, 'Compare'),
      Compare: choose({Variable: '$.result', StringEquals: 'array'}, 'Json', 'Text2'),
      Json: succeed('jq.text-data: json'),
      Text2: succeed('jq.text-data: text')
    })
  },
  'result.null-path': {
    definition: states({
      Put: pass(1, null, 'Discard'),
      Discard: succeed('result.null-path: discard')
    })
  },
  'result.scalar-parent': {
    definition: states({
      Text: pass('text', '$.data', 'Put'),
      Put: pass(1, '$.data.below', 'Replace'),
      Replace: succeed('result.scalar-parent: replace')
    })
  },
  'config.missing': {
    definition: states({
      Load: {
        Type: 'Action',
        ActionName: 'zis:common:action:LoadConfig',
        Parameters: {scope: 'semantics_no_such_scope'},
        ResultPath: '$.result',
        Next: 'Empty'
      },
      Empty: succeed('config.missing: empty')
    })
  },
  'links.result': {
    definition: states({
      Create: {
        Type: 'Action',
        ActionName: 'zis:common:action:CreateLink',
        Parameters: {link_type: 'semantics', left_object: {name: 'left'}, right_object: {name: 'right'}},
        ResultPath: '$.created',
        Next: 'Load'
      },
      Load: {
        Type: 'Action',
        ActionName: 'zis:common:action:LoadLinks',
        Parameters: {link_type: 'semantics', left_object_name: 'left'},
        ResultPath: '$.result',
        Next: 'Show'
      },
      Show: succeed('links.result: {{$.result}}')
    }),
    look: 'The message shows the result itself. Of another shape than the two above? Give it as a mock of LoadLinks, `{result: …}`.'
  },
  'error.name': {
    definition: states({
      Get: call('semantics_missing', 'Found', {
        Catch: [{ErrorEquals: ALL, ResultPath: '$.error', Next: 'Show'}]
      }),
      Found: succeed('the address was found'),
      Show: succeed('error.name: {{$.error.Error}}')
    }),
    actions: {semantics_missing: {method: 'GET', url: 'https://httpbin.org/status/404'}},
    look: 'The message shows the name for an action that is not answered with 2xx. Other failures may have others.'
  },
  'retry.flow': {
    definition: states({
      Get: call('semantics_broken', 'Found'),
      Found: succeed('the address answered')
    }),
    actions: {semantics_broken: {method: 'GET', url: 'https://httpbin.org/status/500'}},
    look: 'The flow fails. Wait some minutes, and count how often the log shows that it ran: once is `none`.'
  }
};

const HEAD = `<!-- Written by \`npm run docs\` from src/flow-run/unknowns.ts and scripts/pages/semantics-page.ts. -->

# What is not known of ZIS

Flow tests run flows as Zendesk documents them. Where Zendesk says nothing and Amazon States Language, from which ZIS
comes, has an answer that nothing speaks against, that answer is taken. Where the answer is open, the point has a name,
and a case that touches it is run under every answer:

- All runs agree: the case passes or fails, and nothing is said.
- They do not: the case fails, names the point and the answers, and shows the line that decides.
- More than 16 combinations: the case fails and lists the points to pin.

Where you know the answer, pin it, in a case or in the file's \`defaults\`:

\`\`\`yaml
unknowns:
  map.empty: list
\`\`\`

\`unknowns: strict\` fails a case that touches any point.

## Limits that are taken from older pages of Zendesk

A flow that goes through more than ${MAX_TRANSITIONS} states (those in iterations count), a Map of more than ${MAX_ITEMS} items, and waits
of more than ${MAX_SECONDS} seconds end the flow, and the failure says so. Iterations of a Map are run one after the other, in the order
of the items; the first that fails ends the Map.

## Bounds of this tool

The data of a flow has at most 5 million characters of JSON and is nested at most ${MAX_DEPTH} levels deep; beyond that the run fails
and says so. Numbers are JavaScript's: those beyond 2^53 lose digits, except in a \`data\` text on its way into jq.

## How to find out

1. Put the definition of the point into this bundle, in the place of \`definition\`, and its action, where it has one, into
   \`resources\`. Write your integration for \`${INTEGRATION}\`.
2. Deploy it to an account where nothing depends on it, and create a ticket.
3. Read the account's Integration Log. The message names the answer; a flow that failed at the point means \`error\`.
4. Remove the bundle.

${json(experimentBundle({definition: {StartAt: '…', States: {}}}))}

## The points

| point | what ZIS does not document | answers |
| --- | --- | --- |`;

const FOUND_OUT = `## You found out?

Please open an issue with the definition and what the log said: a point that is known leaves this page.`;

function json(value: JsonValue): string {
  const text = JSON.stringify(value, null, 2).replace(/\[\s+("[^"\n]*")\s+\]/g, '[$1]');
  return `\`\`\`json\n${text}\n\`\`\``;
}

function cell(text: string): string {
  return text.replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll('|', '\\|');
}
