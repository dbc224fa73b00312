import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readRegistered} from '../../src/plan/registered.js';
import type {BundleSummary, Registry} from '../../src/ports.js';
import {bundle} from '../support/bundles.js';

/** A registry that can only be read, and that notes what was read. */
function readOnly(
  listed: Record<string, BundleSummary[] | null>
): Pick<Registry, 'list' | 'show'> & {calls: string[]} {
  const calls: string[] = [];
  return {
    calls,
    list(integration) {
      calls.push(`list ${integration}`);
      return Promise.resolve(listed[integration] ?? null);
    },
    show(integration, uuid): Promise<JsonObject | null> {
      calls.push(`show ${integration}/${uuid}`);
      return Promise.resolve(uuid === 'vanished' ? null : bundle(uuid));
    }
  };
}
const summary = (name: string, uuid = name, integration = 'acme'): BundleSummary => ({
  name,
  uuid,
  integration
});
const id = (name: string, integration = 'acme') => ({integration, name});
const read = (registry: Pick<Registry, 'list' | 'show'>, input: Parameters<typeof readRegistered>[1]) =>
  readRegistered(registry as Registry, input);

describe('readRegistered', () => {
  test('shows what is declared, and with `removed` what was declared before', async () => {
    const registry = readOnly({
      acme: [summary('kept'), summary('gone'), summary('foreign')],
      old: [summary('x', 'x', 'old')]
    });
    const result = await read(registry, {
      declared: [id('kept'), id('new')],
      declaredBefore: [id('kept'), id('gone'), id('x', 'old')],
      deletes: 'removed'
    });
    expect(registry.calls.sort()).toEqual([
      'list acme',
      'list old',
      'show acme/gone',
      'show acme/kept',
      'show old/x'
    ]);
    expect(result.bundles.map((found) => found.name)).toEqual(['kept', 'gone', 'x']);
    expect(result.unmanaged).toEqual([summary('foreign')]);
  });

  test('`prune` takes everything of the declared integrations, and no other integration', async () => {
    const registry = readOnly({acme: [summary('foreign')], old: [summary('x', 'x', 'old')]});
    const result = await read(registry, {
      declared: [id('new')],
      declaredBefore: [id('x', 'old')],
      deletes: 'prune'
    });
    expect(registry.calls).toEqual(['list acme', 'show acme/foreign']);
    expect(result.bundles.map((found) => found.name)).toEqual(['foreign']);
  });

  test('what is to go is proven first; what is not proven is left alone', async () => {
    const registry = readOnly({acme: [summary('kept'), summary('gone'), summary('moved')]});
    const asked: (readonly BundleSummary[])[] = [];
    const result = await read(registry, {
      declared: [id('kept')],
      declaredBefore: [id('gone'), id('moved'), id('never registered')],
      deletes: 'removed',
      prove(toDelete) {
        asked.push(toDelete);
        return Promise.resolve(toDelete.filter(({name}) => name === 'gone'));
      }
    });
    expect(asked).toEqual([[summary('gone'), summary('moved')]]);
    expect(result.bundles.map((found) => found.name)).toEqual(['kept', 'gone']);
    expect(result.unmanaged).toEqual([summary('moved')]);
  });

  test('what is only watched is looked for, and neither read nor unmanaged; its integration may have twins', async () => {
    const registry = readOnly({
      acme: [summary('kept'), summary('left')],
      old: [summary('x', 'x', 'old'), summary('twin', '1', 'old'), summary('twin', '2', 'old')]
    });
    const result = await read(registry, {
      declared: [id('kept')],
      declaredBefore: [],
      deletes: 'removed',
      watched: [id('left'), id('x', 'old'), id('gone', 'nowhere')]
    });
    expect(registry.calls).toEqual(['list acme', 'list nowhere', 'list old', 'show acme/kept']);
    expect(result.watched).toEqual([summary('left'), summary('x', 'x', 'old')]);
    expect(result.unmanaged).toEqual([summary('left')]);
    expect(result.unknownIntegrations).toEqual([]);
  });

  test('`never`, and an unknown past, take nothing that is not declared', async () => {
    for (const input of [
      {declaredBefore: [id('gone')], deletes: 'never'},
      {declaredBefore: null, deletes: 'removed'}
    ] as const) {
      const registry = readOnly({acme: [summary('gone')]});
      const result = await read(registry, {declared: [id('new')], ...input});
      expect(registry.calls).toEqual(['list acme']);
      expect(result.unmanaged).toEqual([summary('gone')]);
    }
  });

  test('two registered bundles of one name stop everything, and both uuids are named', async () => {
    const registry = readOnly({acme: [summary('twice', 'uuid-1'), summary('twice', 'uuid-2')]});
    const reading = read(registry, {declared: [id('other')], declaredBefore: null, deletes: 'removed'});
    await expect(reading).rejects.toMatchObject({reason: 'ambiguous-bundle'});
    await expect(reading).rejects.toThrow(/uuid-1 and uuid-2/);
  });

  test('a bundle that stands on two pages of the list counts once', async () => {
    const registry = readOnly({acme: [summary('a'), summary('a')]});
    const result = await read(registry, {declared: [id('a')], declaredBefore: null, deletes: 'removed'});
    expect(result.bundles).toHaveLength(1);
  });

  test('a bundle that vanished after the list is not registered; an unknown integration is named', async () => {
    const result = await read(readOnly({acme: [summary('a', 'vanished')]}), {
      declared: [id('a'), id('b', 'missing')],
      declaredBefore: null,
      deletes: 'removed'
    });
    expect(result.bundles).toEqual([]);
    expect(result.unknownIntegrations).toEqual(['missing']);
  });
});
