import {expect, test} from '@jest/globals';
import {planFile} from '../../src/report/plan-file.js';
import {action, bundleWith} from '../support/bundles.js';
import {planOf} from '../support/models.js';

test('the plan file says what happens to which bundle, and nothing of their content', () => {
  const live = bundleWith('b', {x: action('x', {method: 'GET', path: '/secret-path'})});
  const plan = planOf([
    {registered: live, declared: bundleWith('b', {x: action('x', {method: 'GET', path: '/new-path'})})},
    {registered: bundleWith('gone', {}), declared: null}
  ]);
  const [updated, deleted] = plan.steps;
  const file = planFile(plan);
  expect(file).toEqual({
    version: 1,
    target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
    planHash: plan.hash,
    bundles: [
      {
        integration: 'demo',
        name: 'b',
        uuid: 'uuid-0',
        path: 'zis/bundle-0.json',
        action: 'update',
        desiredHash: updated?.desiredHash,
        liveHash: updated?.liveHash,
        resources: [{key: 'x', type: 'ZIS::Action::Http', name: 'x', change: 'changed'}],
        jobSpecs: {install: [], uninstall: []}
      },
      {
        integration: 'demo',
        name: 'gone',
        uuid: 'uuid-1',
        path: null,
        action: 'delete',
        desiredHash: null,
        liveHash: deleted?.liveHash,
        resources: [],
        jobSpecs: {install: [], uninstall: []}
      }
    ]
  });
  expect(JSON.stringify(file)).not.toContain('-path');
});
