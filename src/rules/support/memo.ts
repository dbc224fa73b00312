import type {BundleContext} from '../rule.js';

/**
 * A fact about a bundle that several rules need, worked out once a bundle. What is kept depends on nothing
 * but the bundle and is let go with it.
 */
export function perBundle<T>(workOut: (bundle: BundleContext) => T): (bundle: BundleContext) => T {
  const known = new WeakMap<BundleContext, {readonly fact: T}>();
  return (bundle) => {
    let entry = known.get(bundle);
    if (entry === undefined) {
      entry = {fact: workOut(bundle)};
      known.set(bundle, entry);
    }
    return entry.fact;
  };
}
