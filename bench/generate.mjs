// Bundles to measure with: of any size, the same ones each time, of the shapes that bundles in use have
// (flows of some ten states, HTTP actions, jq, Choice, Map, Catch, job specs), and clean under every rule.

/**
 * A bundle of about the given size, as people write it: JSON with two spaces.
 *
 * @param {object} wanted
 * @param {number} wanted.bytes        the least size; the bundle is at most one step of a flow larger, and never under 2 KB
 * @param {number} [wanted.index]      tells bundles apart: two of one index are the same bundle
 * @param {boolean} [wanted.jq]        whether it has jq programs, each of them another one
 * @returns {string}
 */
export function generateBundle({bytes, index = 0, jq = true}) {
  const integration = `bench_${index}`;
  const resources = {};
  const bundle = {
    name: `tickets_${index}`,
    description: `Follows orders of shop ${index} and keeps their tickets up to date`,
    zis_template_version: '2019-10-14',
    integration,
    resources
  };
  for (let number = 0, left = bytes - layOut(bundle).length; left > 0; number += 1) {
    const wanted = left < 2 * FLOW_BYTES ? left : FLOW_BYTES;
    const flow = flowOf({integration, number, index, jq}, wanted);
    Object.assign(resources, flow);
    left -= sizeOf(flow);
  }
  return layOut(bundle);
}

/** The size at which a flow is ended and another one begun. */
const FLOW_BYTES = 12_000;

function layOut(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What resources add to the text of a bundle. */
function sizeOf(resources) {
  return JSON.stringify({resources}, null, 2).length;
}

/** A flow with its job spec and its actions, by their keys in `resources`. */
function flowOf(place, bytes) {
  for (let count = 1; ; count += 1) {
    const resources = resourcesOf(place, count);
    if (sizeOf(resources) >= bytes) return resources;
  }
}

function resourcesOf({integration, number, index, jq}, count) {
  const name = `follow_ticket_${number}`;
  const flow = {integration, number, index, states: {}, resources: {}, last: null, first: null};
  flow.resources[`on_ticket_${number}`] = {
    type: 'ZIS::JobSpec',
    properties: {
      name: `on_ticket_${number}`,
      event_source: 'support',
      event_type: 'ticket.StatusChanged',
      flow_name: `zis:${integration}:flow:${name}`
    }
  };
  const steps = STEPS.filter((step) => jq || step !== compute);
  loadSettings(flow, 0);
  for (let step = 1; step <= count; step += 1) steps[step % steps.length](flow, step);
  end(flow);
  flow.resources[name] = {
    type: 'ZIS::Flow',
    properties: {name, definition: {StartAt: flow.first, States: flow.states}}
  };
  return flow.resources;
}

/** Puts a state behind the last one. */
function add(flow, name, state) {
  if (flow.last === null) flow.first = name;
  else link(flow.last, name);
  flow.states[name] = state;
  flow.last = state;
}

function link(state, next) {
  if (state.Type === 'Choice') state.Default = next;
  else state.Next = next;
}

function caught(number) {
  return [{ErrorEquals: ['States.ALL'], ResultPath: `$.failure_${number}`, Next: 'Failed'}];
}

function loadSettings(flow, step) {
  add(flow, 'Load the settings', {
    Type: 'Action',
    ActionName: 'zis:common:action:LoadConfig',
    Parameters: {scope: `shop_${flow.index}_settings`},
    ResultPath: '$.settings',
    Catch: caught(step)
  });
}

function fetchOrder(flow, step) {
  const action = `get_order_${flow.number}_${step}`;
  flow.resources[action] = {
    type: 'ZIS::Action::Http',
    properties: {
      name: action,
      definition: {
        method: 'GET',
        'url.$': 'https://{{$.host}}/api/v2/orders/{{$.order_id}}',
        connectionName: 'shop',
        headers: [{key: 'Accept', value: 'application/json'}],
        queryParams: [{key: 'include', value: 'lines'}]
      }
    }
  };
  add(flow, `Fetch order ${step}`, {
    Type: 'Action',
    Comment: 'The event has only the number of the ticket, which is that of the order',
    ActionName: `zis:${flow.integration}:action:${action}`,
    Parameters: {'host.$': '$.settings.config.shop_host', 'order_id.$': '$.input.ticket_event.ticket.id'},
    ResultPath: `$.order_${step}`,
    Catch: caught(step)
  });
}

function decide(flow, step) {
  add(flow, `Is order ${step} wanted?`, {
    Type: 'Choice',
    Choices: [
      {
        And: [
          {Variable: '$.input.ticket_event.ticket.status', StringEquals: `cancelled_${step}`},
          {Not: {Variable: '$.input.ticket_event.ticket.requester_id', IsNull: true}},
          {Variable: '$.settings.config.active', BooleanEquals: true}
        ],
        Next: 'Not wanted'
      },
      {Variable: '$.input.ticket_event.ticket.group_id', NumericLessThan: step, Next: 'Not wanted'}
    ]
  });
}

function compute(flow, step) {
  const label = `${flow.index}-${flow.number}-${step}`;
  add(flow, `Compute the lines ${step}`, {
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {
      expr: `.input.ticket_event.ticket as $ticket | [$ticket.order.lines[]? | select(.quantity > ${step}) | {sku, ticket: ($ticket.id | tostring), label: "${label}: \\(.name)"}]`,
      'data.$': '$'
    },
    ResultPath: `$.lines_${step}`
  });
}

function eachLine(flow, step) {
  add(flow, `For each line ${step}`, {
    Type: 'Map',
    ItemsPath: '$.input.ticket_event.ticket.order_lines',
    Iterator: {
      StartAt: `Link the line ${step}`,
      States: {
        [`Link the line ${step}`]: {
          Type: 'Action',
          ActionName: 'zis:common:action:CreateLink',
          Parameters: {
            link_type: 'ticket_to_order_line',
            left_object: {'name.$': 'ticket:{{$.ticket}}'},
            right_object: {'name.$': `line:${step}:{{$.sku}}`}
          },
          ResultPath: '$.link',
          End: true
        }
      }
    },
    ResultPath: `$.links_${step}`,
    Catch: caught(step)
  });
}

function addNote(flow, step) {
  const action = `add_note_${flow.number}_${step}`;
  flow.resources[action] = {
    type: 'ZIS::Action::Http',
    properties: {
      name: action,
      definition: {
        method: 'PUT',
        path: '/api/v2/tickets/{{$.ticket_id}}.json',
        connectionName: 'zendesk',
        requestBody: {
          ticket: {
            comment: {body: `Order {{$.order_id}} is now {{$.status}} (step ${step})`, public: false},
            tags: ['order', `step_${step}`]
          }
        }
      }
    }
  };
  add(flow, `Add note ${step}`, {
    Type: 'Action',
    ActionName: `zis:${flow.integration}:action:${action}`,
    Parameters: {
      'ticket_id.$': '$.input.ticket_event.ticket.id',
      'order_id.$': '$.input.ticket_event.ticket.id',
      'status.$': 'now {{$.input.ticket_event.ticket.status}}'
    },
    ResultPath: `$.note_${step}`,
    Catch: caught(step)
  });
}

function setDefaults(flow, step) {
  add(flow, `Set the defaults ${step}`, {
    Type: 'Pass',
    Result: {channel: 'email', language: 'en-GB', retries: step, groups: ['orders', 'returns']},
    ResultPath: `$.defaults_${step}`
  });
}

/** What the steps of a flow do, again and again in this order. */
const STEPS = [fetchOrder, decide, compute, addNote, eachLine, compute, setDefaults];

function end(flow) {
  link(flow.last, 'Done');
  const usesNotWanted = Object.values(flow.states).some(({Type}) => Type === 'Choice');
  flow.states.Done = {Type: 'Succeed', Message: 'Order {{$.input.ticket_event.ticket.id}} is done'};
  if (usesNotWanted) flow.states['Not wanted'] = {Type: 'Succeed', Message: 'There is nothing to do'};
  flow.states.Failed = {
    Type: 'Fail',
    Error: 'OrderFailed',
    Cause: 'Order {{$.input.ticket_event.ticket.id}} failed'
  };
}
