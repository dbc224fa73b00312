import {describe, expect, it} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {Call, FlowRequest, Outcome} from '../../src/flow-run/ports.js';
import {Store} from '../../src/flow-run/store.js';

const call = {} as Call;
const load = (scope: string): FlowRequest => ({kind: 'load-config', call, scope});
const links = (kind: 'create-link' | 'load-links' | 'patch-link' | 'delete-link', parameters: JsonObject) =>
  ({kind, call, parameters}) as const;

const storeOf = (configs: Record<string, JsonObject> = {}): Store =>
  new Store(configs, {account_id: 7, integration: 'acme'});

/** The pairs of names of the links in an outcome. */
function pairs(outcome: Outcome | null): string[] {
  if (outcome?.kind !== 'links') throw new Error('no links');
  return outcome.links.map((link) => {
    const [left, right] = [link['left_object'], link['right_object']] as JsonObject[];
    return [left, right].map((side) => side?.['name'] as string).join('-');
  });
}

describe('configs', () => {
  it('gives the config of a scope, and null where there is none', () => {
    const store = storeOf({a: {x: 1}, __proto__x: {}});
    expect(store.answer(load('a'))).toEqual({kind: 'config', config: {x: 1}});
    expect(store.answer(load('b'))).toEqual({kind: 'config', config: null});
    expect(store.answer(load('constructor'))).toEqual({kind: 'config', config: null});
  });

  it('gives the first that fits a scope with stars', () => {
    const store = storeOf({'app:1/name': {n: 1}, 'app:2/name': {n: 2}});
    expect(store.answer(load('app:*/name'))).toMatchObject({config: {n: 1}});
    expect(store.answer(load('*2*'))).toMatchObject({config: {n: 2}});
    expect(store.answer(load('app:*/name/name'))).toMatchObject({config: null});
    expect(store.answer(load('app:1/na*ame'))).toMatchObject({config: null});
  });

  it('changes what a patch names and nothing else, and makes a config that is not there', () => {
    const configs = {a: {keep: 1, deep: {x: 1, y: 2}}};
    const store = storeOf(configs);
    const patch = (scope: string, config: JsonObject): Outcome | null =>
      store.answer({kind: 'patch-config', call, scope, config});
    expect(patch('a', {deep: {y: 3}, more: [1]})).toEqual({kind: 'done'});
    patch('new', {z: 1});
    expect(store.answer(load('a'))).toMatchObject({config: {keep: 1, deep: {x: 1, y: 3}, more: [1]}});
    expect(store.answer(load('new'))).toMatchObject({config: {z: 1}});
    expect(configs.a.deep.y).toBe(2);
  });
});

describe('links', () => {
  const create = (store: Store, left: string, right: string): Outcome | null =>
    store.answer(
      links('create-link', {link_type: 't', left_object: {name: left, m: 1}, right_object: {name: right}})
    );
  const find = (store: Store, by: JsonObject): string[] =>
    pairs(store.answer(links('load-links', {link_type: 't', ...by})));

  it('makes a link of the account and the integration', () => {
    expect(create(storeOf(), 'l', 'r')).toEqual({
      kind: 'links',
      links: [
        {
          account_id: 7,
          integration: 'acme',
          left_object: {name: 'l', m: 1},
          link_type: 't',
          right_object: {name: 'r'},
          uuid: '00000000-0000-4000-8000-000000000001'
        }
      ]
    });
  });

  it('finds by type and names, 20 at most unless told', () => {
    const store = storeOf();
    for (let at = 0; at < 25; at += 1) create(store, `l${at}`, at < 23 ? 'r' : 'q');
    expect(find(store, {left_object_name: 'l3'})).toEqual(['l3-r']);
    expect(find(store, {left_object_name: 'l3', right_object_name: 'q'})).toEqual([]);
    expect(find(store, {left_object_name: '*', right_object_name: 'q'})).toEqual(['l23-q', 'l24-q']);
    expect(find(store, {right_object_name: 'r'})).toHaveLength(20);
    expect(find(store, {right_object_name: 'r', page_size: 2})).toEqual(['l0-r', 'l1-r']);
    expect(find(store, {link_type: 'u'})).toEqual([]);
  });

  it('changes and deletes', () => {
    const store = storeOf();
    create(store, 'a', 'b');
    create(store, 'c', 'd');
    const name = {link_type: 't', left_object_name: 'a', right_object_name: 'b'};
    const patched = store.answer(links('patch-link', {...name, left_object: {m: 2}}));
    expect(patched).toMatchObject({links: [{left_object: {name: 'a', m: 2}}]});
    expect(store.answer(links('load-links', name))).toMatchObject({links: [{left_object: {m: 2}}]});
    expect(pairs(store.answer(links('delete-link', name)))).toEqual(['a-b']);
    expect(find(store, {left_object_name: '*'})).toEqual(['c-d']);
  });
});

it('has nothing to say about other requests', () => {
  expect(storeOf().answer({kind: 'http', call})).toBeNull();
});
