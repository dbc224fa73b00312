// src/ → lib/ (tsc) → dist/ (ncc): the Action, the terminal, the registry emulator and the worker thread of the
// first two, each with its licences.
// Both folders are cleared first, because neither tool removes what is no longer made; and ncc keeps no cache, so
// that a build sees nothing of an earlier one.
import {execFileSync} from 'node:child_process';
import {cp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {bundledPackages, refuseOthers} from './bundled.mjs';

const ENTRIES = [
  ['lib/index.js', 'dist'],
  ['lib/cli/main.js', 'dist/cli'],
  ['lib/emulator/main.js', 'dist/registry'],
  ['lib/worker/main.js', 'dist/worker']
];

await rm('lib', {recursive: true, force: true});
await rm('dist', {recursive: true, force: true});
// Types are checked by 'npm run typecheck'; here they are only taken out.
node('node_modules/typescript/bin/tsc', '--noCheck');
await cp('src/generated', 'lib/generated', {recursive: true});
const shipped = bundledPackages(JSON.parse(await readFile('package-lock.json', 'utf8')));
const taken = [];
for (const [entry, folder] of ENTRIES) {
  const stats = `lib/${folder.replace('/', '-')}.stats.json`;
  node(
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    entry,
    '-o',
    folder,
    '--license',
    'licenses.txt',
    '--quiet',
    '--no-cache',
    '--stats-out',
    stats
  );
  taken.push(...filesIn(JSON.parse(await readFile(stats, 'utf8'))));
  await rm(stats);
}
refuseOthers(
  taken,
  shipped.map(([path]) => path)
);
await rewrite('dist', (text) => asciiOnly(withLazyUndici(text)));
await writeFile('dist/licenses.txt', await licences());
await writeFile('dist/package.json', '{"type":"module"}\n');
await refuseBroken('dist');

function node(...args) {
  execFileSync(process.execPath, args, {stdio: 'inherit', env: {...process.env, NODE_OPTIONS: ''}});
}

/** The licence of every package that the Action may hold. (ncc's own list has only one chunk's packages.) */
async function licences() {
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

/** Changes the text of every program. */
async function rewrite(folder, change) {
  for (const path of await programsIn(folder)) {
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
}

/**
 * Node reads a program that is all ASCII in a fifth of the time: any other is decoded to two bytes a character first.
 * An escape means the same in strings, templates, regular expressions and names, and in comments it does no harm.
 */
function asciiOnly(text) {
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * @actions/http-client loads undici, a sixth of a step's time, for the one case that a proxy is set. Here it does so in
 * that case.
 */
function withLazyUndici(text) {
  const [line, load] = /^var undici = (__\w+_require__\(\d+\));$/m.exec(text) ?? [];
  if (line === undefined) {
    if (text.includes('new undici'))
      throw new Error('undici is loaded in another way: look at withLazyUndici');
    return text;
  }
  return text
    .replace(line, `// Loaded where it is used: ${load}`)
    .replace(/\bundici(?=\/\* \w+ \*\/)/g, `(${load})`);
}

/** The files that webpack took. What it only looked at is an orphan, as is what it put into another module. */
function filesIn({modules = []}) {
  const within = ({nameForCondition, modules: inner = []}) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...inner.flatMap(within)
  ];
  return modules.filter(({orphan}) => !orphan).flatMap(within);
}

/** ncc exits 0 when a module is missing, and leaves a call that throws in its place. */
async function refuseBroken(folder) {
  for (const path of await programsIn(folder)) {
    if ((await readFile(path, 'utf8')).includes('webpackMissingModule'))
      throw new Error(`${path} lacks a module`);
  }
}

async function programsIn(folder) {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));
}
