import {describe, expect, test} from '@jest/globals';
import {structure} from '../../src/rules/bundle/structure.js';
import {CATCH_RULES} from '../../src/rules/catch/index.js';
import {CHOICE_RULES} from '../../src/rules/choice/index.js';
import {FLOW_RULES} from '../../src/rules/flow/index.js';
import {STATE_RULES} from '../../src/rules/state/index.js';
import {
  bundleOf,
  check,
  expectClean,
  expectFinding,
  expectOnly,
  flowOf,
  jobSpecOf
} from '../support/check.js';

const rules = [structure, ...FLOW_RULES, ...STATE_RULES, ...CHOICE_RULES, ...CATCH_RULES];

const DONE = {Type: 'Succeed'};
const pass = (next: string) => ({Type: 'Pass', Next: next});
const wait = (next: string, seconds = 5) => ({Type: 'Wait', Seconds: seconds, Next: next});
const choice = (to: string, otherwise: string) => ({
  Type: 'Choice',
  Choices: [{Variable: '$.ready', BooleanEquals: true, Next: to}],
  Default: otherwise
});
const map = (states: Record<string, unknown>, rest: object = {End: true}) => ({
  Type: 'Map',
  ItemsPath: '$.list',
  Iterator: {StartAt: Object.keys(states)[0], States: states},
  ...rest
});

const flow = (states: Record<string, unknown>) => check(bundleOf(states), {rules});
const startingAt = (name: string, states: Record<string, unknown>) =>
  check(bundleOf({}, {resources: {main: flowOf('main', states, {StartAt: name})}}), {rules});

describe('clean flows', () => {
  test('a flow with every way of going on gives nothing', async () => {
    expectClean(
      await flow({
        Load: {
          Type: 'Action',
          ActionName: 'zis:common:action:LoadConfig',
          Parameters: {scope: 'a'},
          ResultPath: '$.settings',
          Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed'}],
          Next: 'Ready?'
        },
        'Ready?': choice('Each', 'Wait a bit'),
        'Wait a bit': wait('Load'),
        Each: map({Note: pass('Noted'), Noted: DONE}, {ResultPath: '$.each', Next: 'Done'}),
        Failed: {Type: 'Fail', Error: 'Failed', Cause: 'The settings could not be loaded'},
        Done: DONE
      })
    );
  });
});

describe('where a flow starts', () => {
  test('a StartAt that is no state gets the nearest name', async () => {
    expectOnly(await startingAt('Lod', {Load: DONE}), {
      rule: 'flow/start-at',
      at: '"Lod"',
      hint: 'Did you mean "Load"?'
    });
  });

  test('a StartAt that is near nothing gets the names there are', async () => {
    expectOnly(await startingAt('Begin', {Load: pass('Done'), Done: DONE}), {
      rule: 'flow/start-at',
      hint: 'The states here are "Load" and "Done".'
    });
  });

  test('an Iterator starts with a state of its own', async () => {
    const each = map({Note: DONE});
    const findings = await flow({Each: {...each, Iterator: {...each.Iterator, StartAt: 'Each'}}});
    expectOnly(findings, {rule: 'flow/start-at', at: '"Each"', line: '"StartAt": "Each"'});
  });
});

describe('targets', () => {
  const typo = {
    rule: 'flow/unknown-state',
    severity: 'error',
    at: '"Doen"',
    message: 'which does not exist',
    hint: 'Did you mean "Done"?'
  } as const;

  test('Next', async () => {
    expectOnly(await flow({A: pass('Doen'), Done: DONE}), {...typo, line: '"Next": "Doen"'});
  });

  test('Default', async () => {
    const findings = await flow({A: choice('B', 'Doen'), B: pass('Done'), Done: DONE});
    expectOnly(findings, {...typo, line: '"Default": "Doen"'});
  });

  test('Next of a Choice rule', async () => {
    expectOnly(await flow({A: choice('Doen', 'Done'), Done: DONE}), {
      ...typo,
      message: 'of this Choice rule'
    });
  });

  test('Next of a catcher', async () => {
    const action = {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Doen'}],
      Next: 'Done'
    };
    expectOnly(await flow({A: action, Done: DONE}), {...typo, message: 'of this catcher'});
  });

  test('a state outside the Iterator', async () => {
    expectOnly(await flow({Each: map({Note: pass('Report')}, {Next: 'Report'}), Report: DONE}), {
      rule: 'flow/unknown-state',
      message: 'which is outside this Iterator',
      hint: 'No transition leads out of an Iterator'
    });
  });

  test('a state within an Iterator', async () => {
    expectOnly(await flow({A: pass('Note'), Each: map({Note: DONE})}), {
      rule: 'flow/unknown-state',
      message: 'which is within the Iterator of the Map state "Each"',
      hint: 'Go to the Map state.'
    });
  });

  test('a state of another flow', async () => {
    const resources = {other: flowOf('other', {Report: DONE}), on_other: jobSpecOf('on_other', 'other')};
    expectOnly(await check(bundleOf({A: pass('Report')}, {resources}), {rules}), {
      rule: 'flow/unknown-state',
      message: 'which is in another flow, "other"'
    });
  });

  test('a target that is there and faulty is not unknown', async () => {
    expectOnly(await flow({Each: map({Note: pass('Noted'), Noted: 'Succeed'})}), {
      rule: 'state/map-iterator',
      at: '"Succeed"'
    });
  });
});

describe('states that cannot be reached', () => {
  test('a single one, and not those that only it leads to', async () => {
    expectOnly(await flow({A: pass('Done'), Lost: pass('After'), After: pass('Done'), Done: DONE}), {
      rule: 'flow/unreachable-state',
      severity: 'warning',
      at: '"Lost"'
    });
  });

  test('a name in a text leads nowhere', async () => {
    const findings = await flow({
      A: {...pass('Done'), Comment: 'then Lost', Result: 'Lost'},
      Lost: DONE,
      Done: DONE
    });
    expectOnly(findings, {rule: 'flow/unreachable-state', at: '"Lost"'});
  });

  test('a loop that nothing leads to is one finding', async () => {
    expectOnly(
      await flow({A: pass('Done'), X: pass('Y'), Y: pass('Z'), Z: choice('X', 'Done'), Done: DONE}),
      {
        rule: 'flow/unreachable-state',
        at: '"X"',
        message: 'the states "X", "Y" and "Z" lead to each other'
      }
    );
  });

  test('a state that leads only to itself', async () => {
    expectOnly(await flow({A: pass('Done'), X: choice('X', 'Done'), Done: DONE}), {
      rule: 'flow/unreachable-state',
      at: '"X"'
    });
  });

  test('two that have nothing to do with each other', async () => {
    const findings = await flow({A: DONE, X: pass('A'), Y: pass('A')});
    expect(findings.map(({at}) => at)).toEqual(['"X"', '"Y"']);
  });

  test('within an Iterator', async () => {
    expectOnly(await flow({Each: map({Note: DONE, Lost: DONE})}), {
      rule: 'flow/unreachable-state',
      at: '"Lost"'
    });
  });

  test.each([
    ['an unknown target', {A: pass('Bee'), Lost: pass('Done'), Done: DONE}, 'flow/unknown-state'],
    ['no way on', {A: {Type: 'Pass'}, Lost: DONE}, 'state/next-or-end'],
    ['a misspelt key', {A: {Type: 'Pass', next: 'Lost'}, Lost: DONE}, 'flow/misspelt-key'],
    ['an unknown type', {A: {Type: 'Parallel', Branches: []}, Lost: DONE}, 'state/type'],
    ['a quoted End', {A: {Type: 'Pass', End: 'true'}, Lost: DONE}, 'state/end-true']
  ])('what %s has cut off is not reported', async (_, states, rule) => {
    expectOnly(await flow(states), {rule});
  });
});

describe('loops', () => {
  test('a flow without an end is one finding at StartAt', async () => {
    expectOnly(await flow({A: wait('B'), B: pass('A')}), {
      rule: 'flow/no-end',
      severity: 'error',
      line: '"StartAt": "A"'
    });
  });

  test('an iteration without an end', async () => {
    expectOnly(await flow({Each: map({A: wait('A')})}), {rule: 'flow/no-end', message: 'ends the iteration'});
  });

  test('a loop without a way out beside a way to the end', async () => {
    expectOnly(await flow({A: choice('B', 'Done'), B: wait('C'), C: pass('B'), Done: DONE}), {
      rule: 'flow/endless-loop',
      severity: 'warning',
      at: '"B"',
      message: 'the states "B" and "C" lead only to each other'
    });
  });

  test('a loop with a Choice out of it is fine', async () => {
    expectClean(await flow({A: wait('B'), B: choice('Done', 'A'), Done: DONE}));
  });

  test('a Catch out of a loop is a way out', async () => {
    const poll = {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      ResultPath: '$.settings',
      Catch: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Done'}],
      Next: 'A'
    };
    expectClean(await flow({A: poll, Done: DONE}));
  });
});

describe('names of states', () => {
  test('a blank one', async () => {
    expectFinding(await flow({' ': DONE}), {rule: 'flow/empty-state-name', severity: 'error', at: '" "'});
  });

  test.each([
    ['x'.repeat(81), 'has 81 characters, more than 80'],
    ['Load ', 'begins or ends with a space'],
    ['Lo\u200bad', 'invisible'],
    ['Load\n2', 'control characters']
  ])('%j', async (name, message) => {
    expectOnly(await flow({[name]: DONE}), {rule: 'flow/state-name', severity: 'warning', message});
  });

  test.each([
    '001.ZIS.LoadConfig',
    'E03.Choice.Is it?',
    'Ünïcode – 名前',
    'x'.repeat(80),
    '__proto__x',
    'constructor'
  ])('%s is a good name', async (name) => {
    expectClean(await flow({[name]: DONE}));
  });

  test('a name outside and within an Iterator', async () => {
    expectOnly(await flow({Load: map({Load: DONE})}), {
      rule: 'flow/shadowed-name',
      severity: 'info',
      message: 'is called "Load" too, on line'
    });
  });

  test('the same name in two Iterators is fine', async () => {
    expectClean(await flow({A: map({Noted: DONE}, {Next: 'B'}), B: map({Noted: DONE})}));
  });
});

describe('keys', () => {
  test.each([
    ['next', {Type: 'Pass', next: 'Done'}, 'Next'],
    ['Nxt', {Type: 'Pass', Nxt: 'Done'}, 'Next'],
    ['ResultPAth', {Type: 'Pass', ResultPAth: '$.a', Next: 'Done'}, 'ResultPath'],
    ['choices', {...choice('Done', 'Done'), Choices: undefined, choices: [{}]}, 'Choices'],
    ['default', {...choice('Done', 'Done'), Default: undefined, default: 'Done'}, 'Default'],
    ['actionName', {Type: 'Action', actionName: 'zis:common:action:LoadConfig', Next: 'Done'}, 'ActionName'],
    ['iterator', {Type: 'Map', ItemsPath: '$.a', iterator: {}, Next: 'Done'}, 'Iterator'],
    ['end', {Type: 'Pass', end: true}, 'End'],
    ['seconds', {Type: 'Wait', seconds: 5, Next: 'Done'}, 'Seconds'],
    ['cause', {Type: 'Fail', Error: 'A', cause: 'B'}, 'Cause']
  ])('%s is one finding, and what it means is not missed', async (key, state, meant) => {
    expectOnly(await flow({A: state, Done: DONE}), {
      rule: 'flow/misspelt-key',
      severity: 'error',
      at: `"${key}"`,
      hint: `Did you mean "${meant}"?`
    });
  });

  test('keys of Choice rules and catchers', async () => {
    const rule = {variable: '$.a', IsPresent: true, next: 'Done'};
    const findings = await flow({A: {Type: 'Choice', Choices: [rule], Default: 'Done'}, Done: DONE});
    expect(findings.map(({rule: id, at}) => [id, at])).toEqual([
      ['flow/misspelt-key', '"variable"'],
      ['flow/misspelt-key', '"next"']
    ]);
    const catcher = {Errorequals: ['States.ALL'], ResultPath: '$.error', Next: 'Done'};
    const action = {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      Catch: [catcher],
      Next: 'Done'
    };
    expectOnly(await flow({A: action, Done: DONE}), {rule: 'flow/misspelt-key', at: '"Errorequals"'});
  });

  test('keys of an Iterator', async () => {
    const iterator = {startAt: 'Note', States: {Note: DONE}};
    const each = {Type: 'Map', ItemsPath: '$.list', Iterator: iterator, End: true};
    expectOnly(await flow({Each: each}), {rule: 'flow/misspelt-key', at: '"startAt"', hint: '"StartAt"'});
  });

  test('another name of Amazon or of another type', async () => {
    const task = {Type: 'Action', Resource: 'zis:common:action:LoadConfig', Next: 'Done'};
    expectOnly(await flow({A: task, Done: DONE}), {
      rule: 'flow/misspelt-key',
      at: '"Resource"',
      message: 'the Action state "A" needs "ActionName"'
    });
    expectOnly(await flow({A: {Type: 'Fail', Error: 'A', Message: 'B'}}), {
      rule: 'flow/misspelt-key',
      at: '"Message"'
    });
  });

  test('a placeholder needs no .$ in a Fail state', async () => {
    expectOnly(await flow({A: {Type: 'Fail', Error: 'A', 'Cause.$': '$.error.Cause'}}), {
      rule: 'flow/misspelt-key',
      at: '"Cause.$"',
      hint: 'Write "Cause".'
    });
  });

  test.each([
    ['Colour', 'Notes go into "Comment".'],
    ['comment', 'Did you mean "Comment"?']
  ])('%s is unknown and does no harm', async (key, hint) => {
    expectOnly(await flow({A: {Type: 'Succeed', [key]: 'green'}}), {
      rule: 'flow/unknown-key',
      severity: 'warning',
      hint
    });
  });

  test('an unknown key of a definition', async () => {
    const main = flowOf('main', {A: DONE}, {Colour: 'green', Comment: 'fine'});
    expectOnly(await check(bundleOf({}, {resources: {main}}), {rules}), {
      rule: 'flow/unknown-key',
      at: '"Colour"',
      message: "the flow's definition"
    });
  });

  test.each([
    'InputPath',
    'OutputPath',
    'ResultSelector',
    'Retry',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    'Assign',
    'Output',
    'Arguments',
    'QueryLanguage'
  ])('%s is Amazon States Language', async (key) => {
    const action = {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      ResultPath: '$.a',
      [key]: '$',
      Next: 'B'
    };
    expectOnly(await flow({A: action, B: DONE}), {
      rule: 'flow/amazon-only',
      severity: 'warning',
      at: `"${key}"`
    });
  });

  test.each(['Parameters', 'MaxConcurrency', 'ItemSelector', 'ItemProcessor', 'ToleratedFailureCount'])(
    '%s of a Map is Amazon States Language',
    async (key) => {
      expectOnly(await flow({A: map({Note: DONE}, {[key]: {}, End: true})}), {
        rule: 'flow/amazon-only',
        at: `"${key}"`
      });
    }
  );
});

describe('how a flow is started', () => {
  const lonely = {other: flowOf('other', {Report: DONE})};

  test('a flow that no job spec names', async () => {
    expectOnly(await check(bundleOf({A: DONE}, {resources: lonely}), {rules}), {
      rule: 'flow/not-started',
      severity: 'warning',
      at: '"other"'
    });
  });

  test('a job spec that cannot be read may be the one that is missing', async () => {
    for (const broken of [null, 'ZIS::JobSpec', {...jobSpecOf('on_other', 'other'), type: 'ZIS::JobSpek'}]) {
      const findings = await check(bundleOf({A: DONE}, {resources: {...lonely, on_other: broken}}), {rules});
      if (findings.some(({rule}) => rule === 'flow/not-started')) throw new Error(JSON.stringify(findings));
    }
  });

  test('a job spec with an unknown flow may be the one that is missing', async () => {
    const resources = {...lonely, on_other: jobSpecOf('on_other', 'othr')};
    expectClean(await check(bundleOf({A: DONE}, {resources}), {rules}));
  });

  test('a bundle without any job spec is no matter of its flows', async () => {
    expectClean(await check(bundleOf({A: DONE}, {resources: {on_ticket: flowOf('b', {A: DONE})}}), {rules}));
  });
});
