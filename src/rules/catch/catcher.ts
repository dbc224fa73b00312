import type {JsonNode} from '../../bundle/json-types.js';
import type {State} from '../../flow/states.js';
import {quote} from '../../words.js';
import {findsNothing} from '../analysis/bare-catch.js';
import {dataIn} from '../analysis/data-reads.js';
import {statesIn} from '../analysis/flows.js';
import {perBundle} from '../analysis/memo.js';
import {STATE_PROPERTIES} from '../analysis/properties.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';
import {beginningOf, type BundleContext, type BundleRule} from '../rule.js';

/** The one error name of ZIS. */
const ALL_ERRORS = 'States.ALL';
const CATCHER = 'A catcher is {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "…"}.';

export const catcher: BundleRule = {
  id: 'catch/catcher',
  scope: 'bundle',
  severity: 'error',
  summary: 'A catcher is an object with a `Next`.',
  why: 'Without it an error that is caught leads nowhere.',
  bad: '"Catch": [{"ErrorEquals": ["States.ALL"]}]',
  good: '"Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Report"}]',
  source: 'Flow states retry and error handling, Catch',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const [state, node] of catchersIn(bundle)) {
      const next = shapes.get(node, 'Next');
      const path = shapes.get(node, 'ResultPath');
      if (node.type !== 'object') {
        report(node, `a catcher of ${stateWords(state)} must be an object`, CATCHER);
      } else if (next === undefined) {
        const at = beginningOf(node);
        report(
          at,
          `this catcher of ${stateWords(state)} has no "Next"`,
          'Name the state to go to after an error.'
        );
      } else if (next.type !== 'string') {
        report(next, '"Next" of a catcher must be a string', 'Name the state to go to after an error.');
      }
      if (path !== undefined && path.type !== 'string' && path.type !== 'null') {
        report(
          path,
          '"ResultPath" must be a string',
          'It is the path where the error is put, such as $.error.'
        );
      }
    }
  }
};

export const errorEquals: BundleRule = {
  id: 'catch/error-equals',
  scope: 'bundle',
  severity: 'error',
  summary: 'A catcher has `"ErrorEquals": ["States.ALL"]`.',
  why: 'ZIS has no other error names: a catcher for another one catches nothing.',
  bad: '{"ErrorEquals": ["States.Timeout"], "Next": "Report"}',
  good: '{"ErrorEquals": ["States.ALL"], "Next": "Report"}',
  source: 'Flow states retry and error handling, ErrorEquals',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    const hint = `Write ["${ALL_ERRORS}"]: it catches every error.`;
    for (const [state, node] of catchersIn(bundle)) {
      if (node.type !== 'object') continue;
      const names = shapes.get(node, 'ErrorEquals');
      if (names === undefined) {
        const at = beginningOf(node);
        report(at, `this catcher of ${stateWords(state)} has no "ErrorEquals"`, hint);
      } else if (names.type !== 'array' || names.items.length === 0) {
        report(names, `"ErrorEquals" must be ["${ALL_ERRORS}"]`, hint);
      }
      for (const name of names?.items ?? []) {
        if (name.value === ALL_ERRORS) continue;
        const shown = typeof name.value === 'string' ? quote(name.value) : `a value that is no string`;
        report(name, `"ErrorEquals" names ${shown}, and ZIS knows only "${ALL_ERRORS}"`, hint);
      }
    }
  }
};

export const oneCatcher: BundleRule = {
  id: 'catch/one-catcher',
  scope: 'bundle',
  severity: 'warning',
  summary: '`Catch` has one catcher.',
  why: 'The first one catches every error, so that a second one never does.',
  bad: '"Catch": [{"ErrorEquals": ["States.ALL"], "Next": "A"}, {"ErrorEquals": ["States.ALL"], "Next": "B"}]',
  good: '"Catch": [{"ErrorEquals": ["States.ALL"], "Next": "A"}]',
  source: 'Inferred: States.ALL is the only error name (Flow states retry and error handling)',
  check(bundle, report) {
    for (const [, node, index] of catchersIn(bundle)) {
      if (index !== 1) continue;
      const at = beginningOf(node);
      report(
        at,
        'this catcher never catches anything: the one before it catches every error',
        'Remove one of them.'
      );
    }
  }
};

export const catchResultPath: BundleRule = {
  id: 'catch/result-path',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A catcher that goes on has a `ResultPath`.',
  why: 'Without it the error replaces all data of the flow, `$.input` included.',
  bad: '{"ErrorEquals": ["States.ALL"], "Next": "Report"}',
  good: '{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Report"}',
  source: 'Flow states retry and error handling, ResultPath',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    const reported = catchersWithLosses(bundle);
    const missing = statesThatMissData(bundle);
    for (const [state, node] of catchersIn(bundle)) {
      if (node.type !== 'object' || shapes.get(node, 'ResultPath') !== undefined || reported.has(node))
        continue;
      const to = shapes.get(node, 'Next')?.value;
      const target = typeof to === 'string' ? state.scope.states.get(to) : undefined;
      const ends = target?.type === 'Succeed' || target?.type === 'Fail';
      if (target === undefined || (ends && !missing.has(target))) continue;
      report(
        beginningOf(node),
        `this catcher of ${stateWords(state)} has no "ResultPath", so that the error replaces all data of the flow`,
        'Add "ResultPath": "$.error".'
      );
    }
  }
};

/** The catchers whose error takes away what a later state reads: data/lost says so, and names the reader. */
function catchersWithLosses(bundle: BundleContext): Set<JsonNode> {
  const catchers = new Set<JsonNode>();
  for (const {doubtful} of dataIn(bundle)) {
    for (const {lostTo} of doubtful) {
      const catcher = lostTo?.catcher ?? null;
      if (catcher !== null) catchers.add(catcher);
    }
  }
  return catchers;
}

/** The states that read what is not there when they begin. A state that ends the flow may do without it. */
function statesThatMissData(bundle: BundleContext): Set<State> {
  const states = new Set<State>();
  for (const {doubtful} of dataIn(bundle)) {
    for (const read of doubtful) if (findsNothing(read)) states.add(read.state);
  }
  return states;
}

type Catcher = readonly [state: State, catcher: JsonNode, index: number];

/** The catchers of the states that can have some, each with its place in `Catch`. */
const catchersIn = perBundle((bundle): readonly Catcher[] => {
  const catchers: Catcher[] = [];
  const shapes = shapesIn(bundle);
  for (const state of statesIn(bundle)) {
    const type = shapes.typeOf(state);
    if (type === null || !STATE_PROPERTIES[type].has('Catch')) continue;
    shapes.get(state.node, 'Catch')?.items.forEach((node, index) => catchers.push([state, node, index]));
  }
  return catchers;
});
