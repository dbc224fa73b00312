import {expect, test} from '@jest/globals';
import {causeIn, driftOf, type DriftCause} from '../../src/plan/drift.js';
import {makePlan, withSteps} from '../../src/plan/plan.js';
import type {RecordedApply} from '../../src/plan/recorded.js';
import type {Step} from '../../src/plan/types.js';
import {bundle, declared, registered} from '../support/bundles.js';

const OLD = bundle('orders', {result: 'old'});
const NEW = bundle('orders', {result: 'new'});
const HAND = bundle('orders', {result: 'by hand'});
const TARGET = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};

/** @param content of each bundle that the apply declared */
const applied = (...contents: (typeof OLD)[]): RecordedApply => ({
  sha: 'd',
  bundles: contents.map((content) => {
    const {integration, name, path, hash} = declared(content.name as string, content);
    return {integration, name, path, desiredHash: hash};
  })
});

test.each<[string, RecordedApply[], typeof OLD | null, typeof OLD | null, DriftCause | null]>([
  ['what somebody changed', [applied(OLD)], NEW, HAND, 'account'],
  ['what somebody deleted', [applied(OLD)], OLD, null, 'account'],
  ['what somebody added in the place of a new bundle', [applied()], NEW, HAND, 'account'],
  ['a new state that was not applied', [applied(OLD)], NEW, OLD, 'pending'],
  ['a new bundle that was not applied', [applied()], NEW, null, 'pending'],
  ['a deletion that was not applied', [applied(OLD)], null, OLD, 'pending'],
  ['what a failed apply did not reach', [applied(NEW), applied(OLD)], NEW, OLD, 'pending'],
  ['a repository without records', [], NEW, OLD, null],
  ['a record that names no bundles', [{sha: 'd', bundles: null}], NEW, OLD, null]
])('%s', (_, applies, wanted, live, cause) => {
  const plan = makePlan({
    target: TARGET,
    declared: wanted === null ? [] : [declared('orders', wanted)],
    registered: live === null ? [] : [registered('orders', live)]
  });
  const drift = driftOf(plan, applies, 'd');
  expect(drift).toEqual({bundles: [{integration: 'acme', name: 'orders', cause}], deployed: 'd'});
  expect(causeIn(drift, {integration: 'acme', name: 'orders'})).toBe(cause);
  expect(causeIn(drift, {integration: 'other', name: 'orders'})).toBeNull();
});

test('a bundle that is as declared has drifted when somebody changed its job specs, and else not', () => {
  const plan = makePlan({
    target: TARGET,
    declared: [declared('orders', OLD)],
    registered: [registered('orders', OLD)]
  });
  expect(driftOf(plan, [applied(OLD)], 'd').bundles).toEqual([]);
  const steps = plan.steps.map((step): Step => ({
    ...step,
    jobSpecs: {install: ['zis:acme:job_spec:orders_job'], uninstall: []}
  }));
  expect(driftOf(withSteps(plan, steps), [applied(OLD)], 'd').bundles).toMatchObject([{cause: 'account'}]);
});
