// src/ → lib/ (tsc) → dist/ (ncc): the Action, the terminal, the registry emulator, the demo and
// the worker thread of the first two, each with its licences.
// Both folders are cleared first, because neither tool removes what is no longer made.
import {execFileSync} from 'node:child_process';
import {cp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

const ENTRIES = [
  ['lib/index.js', 'dist'],
  ['lib/cli/main.js', 'dist/cli'],
  ['lib/emulator/main.js', 'dist/registry'],
  ['lib/demo/main.js', 'dist/demo'],
  ['lib/worker/main.js', 'dist/worker']
];

await rm('lib', {recursive: true, force: true});
await rm('dist', {recursive: true, force: true});
// Types are checked by 'npm run typecheck'; here they are only taken out.
node('node_modules/typescript/bin/tsc', '--noCheck');
await cp('src/generated', 'lib/generated', {recursive: true});
for (const [entry, folder] of ENTRIES) {
  node(
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    entry,
    '-o',
    folder,
    '--license',
    'licenses.txt',
    '--quiet'
  );
}
await writeFile('dist/licenses.txt', await licences());
await writeFile('dist/package.json', '{"type":"module"}\n');
await refuseBroken('dist');

function node(...args) {
  execFileSync(process.execPath, args, {stdio: 'inherit', env: {...process.env, NODE_OPTIONS: ''}});
}

/** The licence of every package that the Action may hold. (ncc's own list has only one chunk's packages.) */
async function licences() {
  const {packages} = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const shipped = Object.entries(packages).filter(
    ([path, {dev, optional}]) => path !== '' && !dev && !optional
  );
  const texts = shipped.map(async ([path, {version, license}]) => {
    const file = (await readdir(path)).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? '' : `\n${(await readFile(join(path, file), 'utf8')).trim()}\n`;
    return `${path.split('node_modules/').at(-1)} ${version}\n${license}\n${text}`;
  });
  return [...(await Promise.all(texts)), ...(await licencesWithinJq())].join('\n').replaceAll('\r\n', '\n');
}

/** What jq-wasm is compiled from, whose licences it does not bring along. */
async function licencesWithinJq() {
  const parts = {'jq 1.8.2, within jq-wasm': 'jq', 'Oniguruma, within jq-wasm': 'oniguruma'};
  const texts = Object.entries(parts).map(
    async ([title, name]) => `${title}\n\n${await readFile(`scripts/licenses/${name}.txt`, 'utf8')}`
  );
  return Promise.all(texts);
}

/** ncc exits 0 when a module is missing, and leaves a call that throws in its place. */
async function refuseBroken(folder) {
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path, 'utf8')).includes('webpackMissingModule'))
      throw new Error(`${path} lacks a module`);
  }
}
