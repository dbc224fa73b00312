import {describe, expect, test} from '@jest/globals';
import {createMatcher} from '../../src/bundle/patterns.js';
import {blobSha} from '../../src/bundle/blob-sha.js';
import {declaredBefore, linkedPath, type DeclaredBeforeInput} from '../../src/plan/declared-at.js';
import type {History} from '../../src/ports.js';
import {bundle} from '../support/bundles.js';

/** A history of one commit that holds these files. */
function commitOf(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {}
): History {
  const blobs = new Map(
    Object.entries({...files, ...links}).map(
      ([path, text]) => [path, new TextEncoder().encode(text)] as const
    )
  );
  return {
    tree: (sha) =>
      Promise.resolve(
        sha === 'gone'
          ? null
          : {
              files: [...blobs].map(([path, content]) => ({
                path,
                sha: blobSha(content),
                isLink: path in links
              })),
              isWhole: true
            }
      ),
    blob: (sha) =>
      Promise.resolve([...blobs.values()].find((content) => blobSha(content) === sha) ?? new Uint8Array())
  };
}

const input = (settings: Partial<DeclaredBeforeInput> = {}): DeclaredBeforeInput => ({
  commitSha: 'before',
  matcher: createMatcher(['zis/*.{json,jsonc}']),
  values: {integration: '', variables: new Map([['account', 'acme']])},
  current: new Map(),
  ...settings
});

describe('what a commit declared', () => {
  test('in a file that is larger than any bundle file may be is not asked for', async () => {
    const asked: string[] = [];
    const history: History = {
      tree: () =>
        Promise.resolve({
          files: [{path: 'zis/a.json', sha: 'a', isLink: false, bytes: 5 * 1024 * 1024 + 1}],
          isWhole: true
        }),
      blob: (sha) => {
        asked.push(sha);
        return Promise.resolve(new Uint8Array());
      }
    };
    const before = await declaredBefore(history, input());
    expect([before, asked]).toEqual([{bundles: [], unreadable: ['zis/a.json']}, []]);
  });

  test('is identified with the variables of now', async () => {
    const text = JSON.stringify({
      ...bundle('{{account}}_orders', {integration: '{{account}}'}),
      description: '{{gone}}'
    });
    const before = await declaredBefore(
      commitOf({'zis/a.jsonc': `// orders\n${text}`, 'b.json': text}),
      input()
    );
    expect(before).toMatchObject({
      bundles: [{integration: 'acme', name: 'acme_orders', path: 'zis/a.jsonc'}],
      unreadable: []
    });
  });

  test.each([
    ['its name waits for a variable', {...bundle('{{gone}}'), integration: 'acme'}],
    ['its integration waits for one', bundle('orders', {integration: '{{gone}}'})],
    ['it is no bundle', ['orders']]
  ])('is not known when %s, and causes no deletion', async (_, content) => {
    const history = commitOf({'zis/a.json': JSON.stringify(content)});
    expect(await declaredBefore(history, input())).toEqual({bundles: [], unreadable: ['zis/a.json']});
  });

  test('is not read again from files that are still the same', async () => {
    const text = JSON.stringify(bundle('orders'));
    const current = new Map([['zis/a.json', blobSha(new TextEncoder().encode(text))]]);
    const before = await declaredBefore(commitOf({'zis/a.json': text}), input({current}));
    expect(before).toEqual({bundles: [], unreadable: []});
  });

  test('is read behind symbolic links, as far as they lead to a file of the commit', async () => {
    const text = JSON.stringify(bundle('orders'));
    const links = {
      'zis/a.json': '../shared/b.json',
      'shared/b.json': './c.json',
      'zis/out.json': '../../secret.json',
      'zis/absolute.json': '/etc/passwd',
      'zis/gone.json': 'nothing.json',
      'zis/itself.json': 'itself.json'
    };
    const before = await declaredBefore(commitOf({'shared/c.json': text}, links), input());
    expect(before).toMatchObject({
      bundles: [{name: 'orders', path: 'zis/a.json'}],
      unreadable: ['zis/out.json', 'zis/absolute.json', 'zis/gone.json', 'zis/itself.json']
    });
  });

  test('is null where the commit is not there', async () => {
    expect(await declaredBefore(commitOf({}), input({commitSha: 'gone'}))).toBeNull();
  });
});

test.each([
  ['zis/a.json', 'b.json', 'zis/b.json'],
  ['zis/a.json', '../shared/./b.json', 'shared/b.json'],
  ['zis/deep/a.json', '../../b.json', 'b.json'],
  ['zis/a.json', '../../b.json', null],
  ['zis/a.json', '/etc/passwd', null]
])('the link %s to %s leads to %s', (link, target, path) => {
  expect(linkedPath(link, target)).toBe(path);
});
