import type {BundleContext} from '../rule.js';
import {graphsIn} from './graph.js';
import {perBundle} from './memo.js';
import {shapesIn} from './shapes.js';
import {valuesIn} from './values.js';
import {readsIn, type ScopeReads} from './data-flow.js';

/** What the states of each scope of a bundle read, and what is there when they do. */
export const dataIn = perBundle((bundle: BundleContext): readonly ScopeReads[] => {
  const values = valuesIn(bundle);
  const shapes = shapesIn(bundle);
  return graphsIn(bundle).map((graph) => readsIn(graph, values, shapes));
});
