// Writes what is made from the code: the tables of README.md, docs/rules.md and docs/mutants.md. Tests render the
// same and compare, so that none can fall behind.
import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import generate from './generate.mjs';

const ROOT = new URL('../', import.meta.url);
/** Within node_modules, so that the compiled copy finds the packages and no tool takes it for source. */
const COMPILED = new URL('node_modules/.cache/docs/', ROOT);
/** What the pages are made of; what these import is compiled too. */
const SOURCES = [
  'src/rules/index.ts',
  'src/report/rules-page.ts',
  '__tests__/support/action-tables.ts',
  '__tests__/support/mutants-page.ts'
];

await compile();
const {RULES} = await load('src/rules/index.js');
const {rulesPage} = await load('src/report/rules-page.js');
const {mutantsPage} = await load('__tests__/support/mutants-page.js');
const {withActionTables} = await load('__tests__/support/action-tables.js');
await writePage('README.md', withActionTables(await readText('README.md'), await readText('action.yml')));
await writePage('docs/rules.md', rulesPage(RULES));
await writePage('docs/mutants.md', await mutantsPage(RULES));

/** Node does not run TypeScript: the sources are compiled to a place of their own. */
async function compile() {
  await generate();
  await rm(COMPILED, {recursive: true, force: true});
  await mkdir(COMPILED, {recursive: true});
  await writeFile(new URL('package.json', COMPILED), '{"type": "module"}\n');
  const project = new URL('tsconfig.json', COMPILED);
  await writeFile(
    project,
    JSON.stringify({
      extends: pathOf('tsconfig.test.json'),
      compilerOptions: {noEmit: false, rootDir: pathOf('.'), outDir: fileURLToPath(COMPILED)},
      files: SOURCES.map(pathOf),
      include: []
    })
  );
  const tsc = [pathOf('node_modules/typescript/bin/tsc'), '-p', fileURLToPath(project)];
  await promisify(execFile)(process.execPath, tsc, {cwd: ROOT}).catch((error) => {
    throw new Error(`the sources do not compile:\n${error.stdout}`);
  });
  await cp(new URL('src/generated/', ROOT), new URL('src/generated/', COMPILED), {recursive: true});
}

function load(path) {
  return import(new URL(path, COMPILED));
}

async function writePage(path, text) {
  await writeFile(new URL(path, ROOT), text);
  process.stdout.write(`wrote ${path}\n`);
}

function pathOf(path) {
  return fileURLToPath(new URL(path, ROOT));
}

function readText(path) {
  return readFile(new URL(path, ROOT), 'utf8');
}
