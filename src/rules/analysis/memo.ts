import type {BundleContext} from '../rule.js';

/**
 * A fact about a bundle that several rules need, worked out once a bundle. What is kept depends on nothing
 * but the bundle and is let go with it.
 */
export function perBundle<T>(workOut: (bundle: BundleContext) => T): (bundle: BundleContext) => T {
  return (bundle) => {
    // In a map of the bundle's own: a WeakMap by bundle would keep the facts of bundles that are done with
    // until the next full garbage collection, which costs more than many a rule.
    let entry = bundle.known.get(workOut) as {readonly fact: T} | undefined;
    if (entry === undefined) {
      entry = {fact: workOut(bundle)};
      bundle.known.set(workOut, entry);
    }
    return entry.fact;
  };
}
