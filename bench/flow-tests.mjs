import {createJqAnswers} from '../lib/jq/answers.js';
import {createJqRunner} from '../lib/jq/run.js';
import {readBundleFile} from '../lib/bundle/model.js';
import {checkBundles} from '../lib/rules/engine.js';
import {RULES} from '../lib/rules/index.js';
import {testFlows} from '../lib/run/test-flows.js';
import {median} from './measure.mjs';

const PLAIN_CASES = 1000;
const JQ_CASES = 200;
const ROUNDS = 9;

/** What flow tests take, from the text of the files to the verdicts, after a warm-up. */
export async function flowTestRows() {
  const runner = createJqRunner({all: Infinity});
  try {
    const plain = await millisecondsOf(plainFlow(), PLAIN_CASES, runner);
    const jq = await millisecondsOf(jqFlow(), JQ_CASES, runner);
    const rate = (PLAIN_CASES * 1000) / plain;
    return [
      {
        what: `flow tests: ${PLAIN_CASES} cases of seven states, an HTTP call and a Map`,
        measured: `${rate.toFixed(0)} cases a second`,
        target: '≥ 1000',
        met: rate >= 1000
      },
      {
        what: `flow tests: ${JQ_CASES} cases with three jq states each, no two inputs equal`,
        measured: `${jq.toFixed(0)} ms`,
        target: '≤ 1000 ms',
        met: jq <= 1000
      }
    ];
  } finally {
    await runner.close();
  }
}

async function millisecondsOf(flow, count, runner) {
  const tree = {'zis/bundle.json': bundleOf(flow), 'zis-tests/flow.test.json': testsOf(count)};
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const {cases, errors} = await run(tree, runner);
    times.push(performance.now() - start);
    const passed = cases.filter(({status}) => status === 'passed');
    if (passed.length !== count) {
      throw new Error(
        `not all cases pass: ${JSON.stringify(errors[0] ?? cases.find(({status}) => status !== 'passed'))}`
      );
    }
  }
  return median(times.slice(2));
}

async function run(tree, runner) {
  const files = memoryFiles(tree);
  const bundles = await files.find(['zis/*.json']);
  const read = await Promise.all(bundles.map(async (file) => readBundleFile(file.path, await file.read())));
  const options = {integration: '', variables: new Map()};
  const {findings, declared} = await checkBundles(read, {...options, rules: RULES});
  const tested = await testFlows({
    ...options,
    patterns: ['zis-tests/*.json'],
    files,
    bundlePaths: bundles.map(({path}) => path),
    declared,
    findings,
    levels: new Map(),
    jq: (programs) => Promise.resolve(programs.map(() => ({kind: 'sound'}))),
    openEngine: () => Promise.resolve(engineOf(createJqAnswers(runner))),
    snapshotMode: 'compare'
  });
  return tested.result;
}

/** jq remembers nothing of the round before; its thread runs already. */
function engineOf(answers) {
  return {
    answer: async (asked) => (await answers.answer(asked)).map((outcome) => ({kind: 'jq', outcome})),
    close: () => Promise.resolve()
  };
}

function memoryFiles(tree) {
  return {
    find: (patterns) =>
      Promise.resolve(
        Object.entries(tree)
          .filter(([path]) =>
            patterns.some((pattern) => path === pattern || path.startsWith(pattern.split('*')[0]))
          )
          .map(([path, value]) => {
            const bytes = Buffer.from(JSON.stringify(value, null, 2));
            return {path, bytes: bytes.length, read: () => Promise.resolve(bytes)};
          })
      )
  };
}

function bundleOf(definition) {
  return {
    name: 'bench',
    zis_template_version: '2019-10-14',
    resources: {
      flow: {type: 'ZIS::Flow', properties: {name: 'flow', definition}},
      get_ticket: {
        type: 'ZIS::Action::Http',
        properties: {
          name: 'get_ticket',
          definition: {
            method: 'GET',
            path: '/api/v2/tickets/{{$.id}}.json',
            headers: [{key: 'Accept', value: 'application/json'}],
            connectionName: 'zendesk'
          }
        }
      },
      start: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'start',
          event_source: 'support',
          event_type: 'ticket.TicketCreated',
          flow_name: 'zis:bench:flow:flow'
        }
      }
    }
  };
}

function plainFlow() {
  return {
    StartAt: 'Priority',
    States: {
      Priority: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              {Variable: '$.input.ticket_event.ticket.priority', IsPresent: true},
              {Variable: '$.input.ticket_event.ticket.priority', StringEquals: 'urgent'}
            ],
            Next: 'Get'
          }
        ],
        Default: 'Ignored'
      },
      Get: {
        Type: 'Action',
        ActionName: 'zis:bench:action:get_ticket',
        Parameters: {'id.$': '$.input.ticket_event.ticket.id'},
        ResultPath: '$.answer',
        Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed'}],
        Next: 'Each'
      },
      Each: {
        Type: 'Map',
        ItemsPath: '$.answer.items',
        Iterator: {
          StartAt: 'Mark',
          States: {Mark: {Type: 'Pass', Result: {'id.$': '$.id', done: true}, End: true}}
        },
        ResultPath: '$.marked',
        Next: 'Wait'
      },
      Wait: {Type: 'Wait', Seconds: 1, Next: 'Done'},
      Done: {Type: 'Succeed', Message: 'Ticket {{$.input.ticket_event.ticket.id}} is done'},
      Failed: {Type: 'Fail', Error: 'GetFailed', Cause: '{{$.error.Cause}}'},
      Ignored: {Type: 'Succeed'}
    }
  };
}

function jqFlow() {
  const jq = (expr, to, next) => ({
    Type: 'Action',
    ActionName: 'zis:common:transform:Jq',
    Parameters: {expr, 'data.$': '$'},
    ResultPath: `$.${to}`,
    Next: next
  });
  return {
    StartAt: 'One',
    States: {
      One: jq('.input.ticket_event.ticket.id | tonumber + 1', 'one', 'Two'),
      Two: jq('{n: .one, text: (.one | tostring)}', 'two', 'Three'),
      Three: jq('[.two.n, (.two.text | length)] | add', 'three', 'Done'),
      Done: {Type: 'Succeed'}
    }
  };
}

function testsOf(count) {
  return {
    flow: 'flow',
    defaults: {mocks: {get_ticket: {status: 200, body: {items: [{id: 1}, {id: 2}]}}}},
    cases: Array.from({length: count}, (_, index) => ({
      name: `case ${index}`,
      event: 'ticket.TicketCreated',
      with: {ticket_event: {ticket: {id: String(1000 + index), priority: 'urgent'}}},
      expect: {end: {status: 'succeeded', state: 'Done'}, passes: ['Done']}
    }))
  };
}
