import {expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readBundleFile} from '../../src/bundle/model.js';
import {checkBundles} from '../../src/rules/engine.js';
import {FOR_FIXES} from '../../src/rules/findings-limit.js';
import {fixAll, type Fixed} from '../../src/rules/fixing.js';
import {RULES} from '../../src/rules/index.js';
import {growthFault} from '../support/growth.js';

/** A flow in which each state has a slip that can be mended for certain. */
function bundle(states: number): string {
  const all: JsonObject = {};
  for (let at = 0; at < states; at += 1)
    all[`s${at}`] = {Type: 'Pass', Result: {a: 1}, ResultPth: `$.r${at}`, Next: `s${at + 1}`};
  all[`s${states}`] = {Type: 'Succeed'};
  const flow = {type: 'ZIS::Flow', properties: {name: 'f', definition: {StartAt: 's0', States: all}}};
  return JSON.stringify({name: 'b', zis_template_version: '2019-10-14', resources: {flow}}, null, 1);
}

async function fixed(text: string): Promise<Fixed> {
  return fixAll({
    textOf: () => text,
    check: async (changed) => {
      const file = readBundleFile('b.json', Buffer.from(changed.get('b.json') ?? text));
      const options = {rules: RULES, integration: 'acme', bounds: FOR_FIXES};
      return (await checkBundles([file], options)).findings;
    }
  });
}

test('fixes are applied in time in proportion to their number', async () => {
  expect((await fixed(bundle(500))).applied).toHaveLength(500);
  const fault = await growthFault({size: 1600, quick: 60, make: bundle, run: fixed});
  expect(fault).toBeNull();
});
