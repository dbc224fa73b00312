import {expect, test} from '@jest/globals';
import {authorOf, type RecordedApply} from '../../src/plan/recorded.js';

const ID = {integration: 'acme', name: 'orders'};
const apply = (hash: string | null, integration = 'acme'): RecordedApply => ({
  sha: 'abc',
  bundles: hash === null ? [] : [{integration, name: 'orders', path: 'zis/orders.json', desiredHash: hash}]
});
const UNNAMED: RecordedApply = {sha: 'def', bundles: null};

test.each<[string, readonly RecordedApply[], string | null, string]>([
  ['what the newest apply declared is ours', [apply('new'), apply('old')], 'new', 'us'],
  ['what it did not reach is still ours', [apply('new'), apply('old')], 'old', 'us'],
  ['anything else is not', [apply('new'), apply('old')], 'hand', 'others'],
  ['nothing, where an apply declared nothing, is ours', [apply(null)], null, 'us'],
  ['nothing, where it was declared, was deleted by hand', [apply('new')], null, 'others'],
  ['a bundle that no apply declared is not ours', [apply(null)], 'hand', 'others'],
  ['one of the same name in another integration is not ours', [apply('new', 'other')], 'new', 'others'],
  ['without records nobody can tell', [], 'new', 'unknown'],
  ['nor where a record names no bundles', [UNNAMED, apply('old')], 'hand', 'unknown'],
  ['but a record that does name it tells', [UNNAMED, apply('old')], 'old', 'us']
])('%s', (_, applies, live, author) => {
  expect(authorOf(applies, ID, live)).toBe(author);
});
