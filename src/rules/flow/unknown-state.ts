import {slipInText} from '../analysis/fixes.js';
import {outermost, type Scope, type State, type Transition} from '../../flow/states.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {flowsIn, statesIn} from '../analysis/flows.js';
import {NearNames} from '../analysis/near.js';
import {shapesIn, stateWords} from '../analysis/shapes.js';

export const unknownState: BundleRule = {
  id: 'flow/unknown-state',
  scope: 'bundle',
  severity: 'error',
  summary: '`Next` and `Default` name a state of the same flow or, within an Iterator, of the same Iterator.',
  why: 'The registry does not check it. The flow fails when it comes to the transition, which may be days later.',
  bad: '{"Type": "Wait", "Seconds": 5, "Next": "Lod"}',
  good: '{"Type": "Wait", "Seconds": 5, "Next": "Load"}',
  source: 'Understanding flow states, Next; Map state (no transition into or out of an Iterator)',
  check(bundle, report) {
    const names = new NearNames();
    let elsewhere: ReadonlyMap<string, State> | null = null;
    const shapes = shapesIn(bundle);
    const nesting = new Set<State | null>();
    for (const {kind, state} of shapes.oddKeys) if (kind === 'nested') nesting.add(state);
    for (const state of statesIn(bundle)) {
      // The state that it names stands within it, which is reported.
      if (nesting.has(state)) continue;
      for (const transition of state.transitions) {
        const {to, node} = transition;
        if (isDeclared(state.scope, to)) continue;
        elsewhere ??= new Map(statesIn(bundle).map((each) => [each.name, each]));
        const namesake = ownNamesake(state.scope, to) ?? elsewhere.get(to);
        const near = names.didYouMean(to, state.scope.states);
        if (namesake === undefined) {
          report(
            node,
            `${keyWords(transition)} names the state ${quote(to)}, which does not exist`,
            near,
            slipInText(node, state.scope.states.keys())
          );
        } else {
          const [where, border] = placeOf(namesake, state.scope, bundle);
          report(
            node,
            `${keyWords(transition)} names the state ${quote(to)}, which is ${where}`,
            near || border
          );
        }
      }
    }
  }
};

/** Whether there is an entry of this name, a faulty one too: that it is faulty is another finding. */
function isDeclared(scope: Scope, name: string): boolean {
  return scope.states.has(name) || scope.node.properties.get('States')?.properties.has(name) === true;
}

function keyWords({kind}: Transition): string {
  if (kind === 'default') return '"Default"';
  if (kind === 'choice') return '"Next" of this Choice rule';
  return kind === 'catch' ? '"Next" of this catcher' : '"Next"';
}

/** The state of this name outside the Iterator, the innermost one first. */
function ownNamesake(scope: Scope, name: string): State | undefined {
  for (let outer = scope.owner?.scope; outer !== undefined; outer = outer.owner?.scope) {
    const found = outer.states.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a state is, seen from a scope to which it does not belong, and what that means. */
function placeOf(state: State, from: Scope, bundle: BundleContext): [where: string, border: string] {
  const definition = outermost(state.scope);
  if (definition !== outermost(from)) {
    const flow = flowsIn(bundle).find((each) => each.definition === definition);
    return [
      `in another flow, ${quote(flow?.resource.name ?? '')}`,
      'A flow goes to its own states only. Copy the state, or start the other flow by an event.'
    ];
  }
  if (state.scope.owner === null || isAround(state.scope, from)) {
    return [
      'outside this Iterator',
      'No transition leads out of an Iterator. End the iteration here, and go on from the Map state.'
    ];
  }
  return [
    `within the Iterator of ${stateWords(state.scope.owner)}`,
    'No transition leads into an Iterator. Go to the Map state.'
  ];
}

function isAround(outer: Scope, inner: Scope): boolean {
  for (let scope = inner.owner?.scope; scope !== undefined; scope = scope.owner?.scope) {
    if (scope === outer) return true;
  }
  return false;
}
