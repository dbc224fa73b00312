import {readFileSync, readdirSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {parse} from 'yaml';
import {ROOT} from '../support/runner.js';

interface Lock {
  readonly packages: Readonly<Record<string, {readonly version?: string; readonly dependencies?: object}>>;
}

interface Bundled {
  readonly BUNDLED: readonly string[];
  readonly bundledPackages: (lock: Lock) => [folder: string, {readonly version?: string}][];
  readonly refuseOthers: (files: readonly string[], folders: readonly string[]) => void;
}

/** A script for Node alone, without types. */
const SCRIPT: string = '../../scripts/bundled.mjs';
const {BUNDLED, bundledPackages, refuseOthers} = (await import(SCRIPT)) as Bundled;

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const lock = JSON.parse(read('package-lock.json')) as Lock;
const folders = bundledPackages(lock).map(([folder]) => folder);

function sources(folder: string, ending: string): string[] {
  return readdirSync(`${ROOT}${folder}`, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith(ending) && !path.startsWith('generated'))
    .map((path) => read(`${folder}/${path}`));
}

describe('the list of bundled packages', () => {
  test('is what the source imports', () => {
    const imported = sources('src', '.ts').flatMap((text) =>
      [...text.matchAll(/(?:from|import\() ?'(?!node:)((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name = '']) => name)
    );
    expect([...new Set(imported)].sort()).toEqual([...BUNDLED].sort());
  });

  test('leads to every package that dist names, and dist/licenses.txt has each once', () => {
    const named = sources('dist', '.js').flatMap((text) =>
      // As webpack writes down where a module comes from.
      [...text.matchAll(/^;?\/\/ (?:CONCATENATED|EXTERNAL) MODULE: \.\/(.*)$/gm)].flatMap(([, path = '']) =>
        /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)
      )
    );
    expect(named).toContain('node_modules/@octokit/core');
    expect(folders).toEqual(expect.arrayContaining([...new Set(named.filter((path) => path !== null))]));
    const titles = bundledPackages(lock).map(
      ([folder, {version = ''}]) => `${folder.split('node_modules/').at(-1) ?? ''} ${version}`
    );
    const licences = read('dist/licenses.txt').split('\n');
    expect(licences.filter((line) => titles.includes(line))).toEqual(titles);
  });

  test('finds a package within another one first', () => {
    const packages = {
      '': {},
      ...Object.fromEntries(BUNDLED.map((name) => [`node_modules/${name}`, {}])),
      'node_modules/ajv': {dependencies: {deep: '1', flat: '1'}},
      'node_modules/ajv/node_modules/deep': {dependencies: {flat: '1'}},
      'node_modules/deep': {},
      'node_modules/flat': {},
      'node_modules/tool': {}
    };
    const found = bundledPackages({packages}).map(([folder]) => folder);
    expect(found).toEqual(
      Object.keys(packages).filter((name) => !['', 'node_modules/deep', 'node_modules/tool'].includes(name))
    );
  });
});

test('Dependabot brings what is bundled one by one, and not with the tools', () => {
  const {updates} = parse(read('.github/dependabot.yml')) as {
    updates: {groups: Record<string, {'exclude-patterns'?: string[]}>}[];
  };
  expect(updates[0]?.groups['development']?.['exclude-patterns']).toEqual(BUNDLED);
});

describe('a build', () => {
  const all = BUNDLED.map((name) => `/home/me/zis/node_modules/${name}/lib/index.js`);

  test('of the bundled packages passes', () => {
    expect(() => {
      refuseOthers([...all, '/home/me/zis/lib/index.js'], folders);
    }).not.toThrow();
  });

  test('with a package whose licence would not be named is refused', () => {
    const others = [
      '/home/me/zis/node_modules/@x/y/a.js',
      '/home/me/zis/node_modules/ajv/node_modules/z/b.js'
    ];
    expect(() => {
      refuseOthers([...all, ...others], folders);
    }).toThrow('does not lead to: node_modules/@x/y, node_modules/ajv/node_modules/z');
  });

  test('without one that the list names is refused', () => {
    expect(() => {
      refuseOthers(
        all.filter((file) => !file.includes('/yaml/')),
        folders
      );
    }).toThrow('what dist/ does not hold: yaml');
  });
});
