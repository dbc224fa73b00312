import type {Scope, State} from '../../flow/states.js';
import type {DoubtfulRead} from './data-flow.js';

/** Whether no route brings what is read, and none has lost it either. */
export function findsNothing({may, lostTo, before}: DoubtfulRead): boolean {
  return !may && !before.open && lostTo === null;
}

/**
 * The states to which a Catch without ResultPath leads: there the data is the error and nothing else, and
 * catch/result-path says so at the Catch.
 */
export function statesBehindBareCatches({ordered}: Scope): Set<State> {
  const states = new Set<State>();
  for (const {transitions} of ordered) {
    for (const {kind, target, node} of transitions) {
      const isBare = kind === 'catch' && node.parent?.properties.has('ResultPath') === false;
      if (isBare && target !== null) states.add(target);
    }
  }
  return states;
}
