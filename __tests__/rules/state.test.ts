import {describe, expect, test} from '@jest/globals';
import {structure} from '../../src/rules/bundle/structure.js';
import {CATCH_RULES} from '../../src/rules/catch/index.js';
import {CHOICE_RULES} from '../../src/rules/choice/index.js';
import {FLOW_RULES} from '../../src/rules/flow/index.js';
import {STATE_RULES} from '../../src/rules/state/index.js';
import {bundleOf, check, expectClean, expectFinding, expectOnly} from '../support/check.js';

const rules = [structure, ...FLOW_RULES, ...STATE_RULES, ...CHOICE_RULES, ...CATCH_RULES];

const DONE = {Type: 'Succeed'};
const ACTION = {Type: 'Action', ActionName: 'zis:common:action:LoadConfig', Next: 'Done'};
const CHOICE = {
  Type: 'Choice',
  Choices: [{Variable: '$.a', IsPresent: true, Next: 'Done'}],
  Default: 'Done'
};
const ITERATOR = {StartAt: 'Note', States: {Note: DONE}};
const MAP = {Type: 'Map', ItemsPath: '$.list', Iterator: ITERATOR, Next: 'Done'};
const WAIT = {Type: 'Wait', Seconds: 0.5, Next: 'Done'};
const FAIL = {Type: 'Fail', Error: '{{$.error}}', Cause: '$.error.Cause'};

/** A flow that begins with this state and has a state `Done` behind it. */
const startingWith = (state: unknown) => check(bundleOf({A: state, Done: DONE}), {rules});
/** The same where the state leads nowhere itself. */
const endingWith = (state: unknown) =>
  check(bundleOf({Start: {...CHOICE, Default: 'A'}, A: state, Done: DONE}), {rules});

describe('good states', () => {
  test.each([
    ['an Action without ResultPath and Parameters', ACTION],
    ['an Action with everything', {...ACTION, Parameters: {}, ResultPath: '$.a', Comment: 'x', Catch: []}],
    ['a Choice with a Comment', {...CHOICE, Comment: 'x'}],
    ['a Map', {...MAP, ResultPath: '$.each'}],
    ['a Wait for half a second', WAIT],
    ['a Wait for as long as a path says', {Type: 'Wait', SecondsPath: '$.delay', Next: 'Done'}],
    ['a Pass with a string Result', {Type: 'Pass', Result: 'hello', ResultPath: '$.a', Next: 'Done'}],
    ['a Pass with nothing', {Type: 'Pass', Next: 'Done'}]
  ])('%s', async (_, state) => {
    expectClean(await startingWith(state));
  });

  test.each([
    ['a Fail with placeholders', FAIL],
    ['a Succeed with a Message', {Type: 'Succeed', Message: '{{$.a}}', Comment: 'x'}],
    ['a Pass that ends', {Type: 'Pass', End: true}]
  ])('%s', async (_, state) => {
    expectClean(await endingWith(state));
  });
});

describe('types', () => {
  test.each([
    ['Task', 'In ZIS this is an Action state'],
    ['Parallel', 'ZIS runs one state after the other'],
    ['action', 'Did you mean "Action"?'],
    ['Suceed', 'Did you mean "Succeed"?'],
    ['Sucess', 'A flow ends well with a Succeed state.'],
    ['Chioce', 'Did you mean "Choice"?'],
    ['Lambda', 'An Action state runs it'],
    ['Sleep', 'A Wait state waits'],
    ['Failure', 'in a Fail state'],
    ['Colour', 'The types are "Action"']
  ])('%s', async (type, hint) => {
    expectOnly(await startingWith({...ACTION, Type: type, Retry: [], Branches: []}), {
      rule: 'state/type',
      severity: 'error',
      at: `"${type}"`,
      hint
    });
  });

  test('a state with the properties of another type', async () => {
    expectOnly(await startingWith({...CHOICE, Type: 'Pass'}), {
      rule: 'state/type',
      at: '"Pass"',
      message: 'the properties are those of a Choice state',
      hint: 'Make it "Choice"'
    });
  });

  test('a state of an Iterator without a Type', async () => {
    const iterator = {StartAt: 'Note', States: {Note: {type: 'Succeed'}}};
    expectOnly(await startingWith({...MAP, Iterator: iterator}), {
      rule: 'state/type',
      at: '"Note"',
      hint: 'It has "type": did you mean "Type"?'
    });
  });

  test('a state of an Iterator whose Type is no string', async () => {
    const iterator = {StartAt: 'Note', States: {Note: {Type: 7}}};
    expectOnly(await startingWith({...MAP, Iterator: iterator}), {rule: 'state/type', at: '7'});
  });
});

describe('Next and End', () => {
  test.each([ACTION, MAP, WAIT, {Type: 'Pass', Next: 'Done'}])('neither of them in %j', async (state) => {
    expectOnly(await startingWith({...state, Next: undefined}), {
      rule: 'state/next-or-end',
      at: '"A"',
      message: 'neither "Next" nor "End"'
    });
  });

  test('both of them', async () => {
    expectOnly(await startingWith({...ACTION, End: true}), {
      rule: 'state/next-or-end',
      at: '"End"',
      message: 'both'
    });
  });

  test.each([[false], ['true'], [null], [1], [{}]])('End is %j', async (End) => {
    expectOnly(await endingWith({Type: 'Pass', End}), {rule: 'state/end-true', severity: 'error'});
    expectOnly(await startingWith({...ACTION, End}), {rule: 'state/end-true', hint: 'Remove it'});
  });

  test.each([
    [{...DONE, Next: 'Done'}, '"Next"'],
    [{...DONE, End: true}, '"End"'],
    [{...FAIL, End: true}, '"End"']
  ])('%j ends by itself', async (state, at) => {
    expectOnly(await endingWith(state), {rule: 'state/no-transition', at, hint: 'ends here by itself'});
  });

  test.each([{Next: 'Done'}, {End: true}])('a Choice with %j', async (extra) => {
    expectOnly(await startingWith({...CHOICE, ...extra}), {rule: 'state/no-transition', hint: '"Default"'});
  });

  test('a Next that is no string', async () => {
    expectOnly(await startingWith({...ACTION, Next: ['Done']}), {
      rule: 'state/property-type',
      message: '"Next" must be a string'
    });
  });
});

describe('properties', () => {
  test.each([
    [ACTION, 'ActionName'],
    [CHOICE, 'Choices'],
    [MAP, 'ItemsPath'],
    [MAP, 'Iterator']
  ])('%j without %s', async (state, name) => {
    expectOnly(await startingWith({...state, [name]: undefined}), {
      rule: 'state/required-property',
      severity: 'error',
      at: '"A"',
      message: `has no "${name}"`
    });
  });

  test.each(['Error', 'Cause'])('a Fail without %s', async (name) => {
    expectOnly(await endingWith({...FAIL, [name]: undefined}), {
      rule: 'state/required-property',
      message: `has no "${name}"`
    });
  });

  test.each([
    [{...ACTION, ActionName: 7}, '"ActionName" must be a string, not a number'],
    [{...ACTION, Parameters: []}, '"Parameters" must be an object, not an array'],
    [{...ACTION, Catch: {}}, '"Catch" must be an array, not an object'],
    [{...ACTION, Comment: ['x']}, '"Comment" must be a string'],
    [{...ACTION, ResultPath: 7}, '"ResultPath" must be a string'],
    [{...CHOICE, Choices: {}}, '"Choices" must be an array'],
    [{...CHOICE, Default: null}, '"Default" must be a string, not null'],
    [{...MAP, ItemsPath: []}, '"ItemsPath" must be a string'],
    [{...MAP, Iterator: []}, '"Iterator" must be an object'],
    [{Type: 'Wait', SecondsPath: 5, Next: 'Done'}, '"SecondsPath" must be a string']
  ])('%j', async (state, message) => {
    expectOnly(await startingWith(state), {rule: 'state/property-type', severity: 'error', message});
  });

  test.each([
    [{...FAIL, Error: 404}, '"Error" must be a string'],
    [{...FAIL, Cause: {}}, '"Cause" must be a string'],
    [{...DONE, Message: {}}, '"Message" must be a string']
  ])('%j', async (state, message) => {
    expectOnly(await endingWith(state), {rule: 'state/property-type', message});
  });

  test('a number in quotes', async () => {
    const wait = {Type: 'Wait', 'Seconds.$': '$.delay', Next: 'Done'};
    expectOnly(await startingWith(wait), {rule: 'flow/misspelt-key'});
    const {Iterator, ...map} = MAP;
    expectOnly(await startingWith({...map, ...Iterator}), {
      rule: 'state/required-property',
      hint: 'Put its "StartAt" and "States" into one.'
    });
    expectOnly(await startingWith({...WAIT, Seconds: '5'}), {
      rule: 'state/property-type',
      at: '"5"',
      hint: 'Write 5 without quotes.'
    });
  });

  test('a ResultPath that is null', async () => {
    const expected = {rule: 'state/null-result-path', severity: 'warning', at: 'null'} as const;
    expectOnly(await startingWith({...ACTION, ResultPath: null}), expected);
    const catcher = {ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Done'};
    expectOnly(await startingWith({...ACTION, Catch: [catcher]}), expected);
  });

  test.each([
    [{Type: 'Pass', Seconds: 5, Next: 'Done'}, '"Seconds"', 'Wait states'],
    [{Type: 'Pass', Catch: [], Next: 'Done'}, '"Catch"', 'Action and Map states'],
    [{...WAIT, Catch: []}, '"Catch"', 'Action and Map states'],
    [{...CHOICE, ResultPath: '$.a'}, '"ResultPath"', 'Action, Map, Pass and Wait states'],
    [{...CHOICE, Catch: []}, '"Catch"', 'Action and Map states'],
    [{...ACTION, Result: 1}, '"Result"', 'Pass states'],
    [{...ACTION, Default: 'Done'}, '"Default"', 'Choice states'],
    [{...CHOICE, seconds: 5}, '"seconds"', '"Seconds" belongs to Wait states']
  ])('%j', async (state, at, hint) => {
    expectOnly(await startingWith(state), {rule: 'state/misplaced-property', severity: 'error', at, hint});
  });
});

describe('Wait', () => {
  test.each([
    [{Type: 'Wait', Next: 'Done'}, '"A"', 'does not say how long'],
    [{...WAIT, SecondsPath: '$.a'}, '"SecondsPath"', 'both'],
    [{...WAIT, Seconds: 0}, '0', 'must be more than 0'],
    [{...WAIT, Seconds: -1.5}, '-1.5', 'must be more than 0']
  ])('%j', async (state, at, message) => {
    expectOnly(await startingWith(state), {rule: 'state/wait-duration', severity: 'error', at, message});
  });

  test.each(['Timestamp', 'TimestampPath'])('%s', async (name) => {
    expectOnly(await startingWith({Type: 'Wait', [name]: '2030-01-01T00:00:00Z', Next: 'Done'}), {
      rule: 'state/wait-timestamp',
      severity: 'error',
      at: `"${name}"`
    });
  });

  test('longer than a flow may run', async () => {
    expectOnly(await startingWith({...WAIT, Seconds: 3600}), {
      rule: 'state/long-wait',
      severity: 'warning',
      at: '3600'
    });
  });

  test('longer than a flow may run, all together', async () => {
    const states = {
      A: {...CHOICE, Choices: [{Variable: '$.a', IsPresent: true, Next: 'B'}], Default: 'C'},
      B: {Type: 'Wait', Seconds: 60, Next: 'D'},
      C: {Type: 'Wait', Seconds: 40, Next: 'D'},
      D: {Type: 'Wait', Seconds: 50, Next: 'Done'},
      Done: DONE
    };
    expectOnly(await check(bundleOf(states), {rules}), {
      rule: 'state/long-wait',
      at: '50',
      message: 'with the Wait states before it this waits 110 seconds'
    });
    expectClean(await check(bundleOf({...states, B: {...states.B, Next: 'Done'}}), {rules}));
  });
});

describe('Map', () => {
  test.each([
    [{States: {Note: DONE}}, 'has no "StartAt"'],
    [{StartAt: 'Note'}, 'has no "States"'],
    [{StartAt: 'Note', States: {}}, '"States" must be an object with a state in it'],
    [{StartAt: 'Note', States: []}, '"States" must be an object with a state in it'],
    [{StartAt: 7, States: {Note: DONE}}, '"StartAt" must be a string']
  ])('the Iterator %j', async (Iterator, message) => {
    expectOnly(await startingWith({...MAP, Iterator}), {
      rule: 'state/map-iterator',
      severity: 'error',
      message
    });
  });

  test('rules hold within an Iterator as well', async () => {
    const Iterator = {StartAt: 'Note', States: {Note: {Type: 'Pass'}}};
    expectOnly(await startingWith({...MAP, Iterator}), {rule: 'state/next-or-end', at: '"Note"'});
  });

  test('a Map within a Map', async () => {
    const inner = {...MAP, Next: undefined, End: true};
    const Iterator = {StartAt: 'Inner', States: {Inner: inner}};
    expectOnly(await startingWith({...MAP, Iterator}), {
      rule: 'state/nested-map',
      severity: 'warning',
      at: '"Inner"'
    });
  });

  test('a literal list that is too long', async () => {
    const list = (length: number) =>
      check(
        bundleOf({
          List: {
            Type: 'Pass',
            Result: {items: Array.from({length}, () => ({}))},
            ResultPath: '$.found',
            Next: 'A'
          },
          A: {...MAP, ItemsPath: '$.found.items'},
          Done: DONE
        }),
        {rules}
      );
    expectOnly(await list(101), {
      rule: 'state/map-items',
      severity: 'warning',
      at: '"$.found.items"',
      message: 'has 101 items'
    });
    expectClean(await list(100));
  });
});

test('every finding of a state with many faults is there', async () => {
  const findings = await startingWith({
    Type: 'Wait',
    Seconds: 'x',
    next: 'Done',
    Catch: [],
    Colour: 1,
    Retry: []
  });
  expect(findings.map(({rule}) => rule).sort()).toEqual([
    'flow/amazon-only',
    'flow/misspelt-key',
    'flow/unknown-key',
    'state/misplaced-property',
    'state/property-type'
  ]);
  expectFinding(findings, {rule: 'state/property-type', at: '"x"'});
});
