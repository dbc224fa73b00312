import type {Scope} from '../../bundle/flow.js';
import type {BundleContext} from '../rule.js';
import {scopesIn} from '../support/flows.js';
import {perBundle} from '../support/memo.js';
import {shapesIn} from '../support/shapes.js';
import {valuesIn} from '../support/values.js';
import {readsIn, type StateReads} from './analysis.js';

/** What the states of each scope of a bundle read, and what is there when they do. */
export const dataIn = perBundle((bundle: BundleContext): ReadonlyMap<Scope, readonly StateReads[]> => {
  const values = valuesIn(bundle);
  const shapes = shapesIn(bundle);
  return new Map(scopesIn(bundle).map((scope) => [scope, readsIn(scope, values, shapes)]));
});
