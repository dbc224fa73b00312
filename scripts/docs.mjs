// Writes what is made from other files: the tables of README.md, docs/rules, docs/mutants.md, docs/semantics.md
// and the workflows in docs/recipes.md. Tests render the same and compare, so that none can fall behind.
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {compile} from './compile.mjs';

const ROOT = new URL('../', import.meta.url);
/** What the pages are made of; what these import is compiled too. */
const SOURCES = [
  'src/rules/index.ts',
  'scripts/pages/action-tables.ts',
  'scripts/pages/mutants-page.ts',
  'scripts/pages/recipes-page.ts',
  'scripts/pages/rules-page.ts',
  'scripts/pages/semantics-page.ts'
];

const load = await compile('docs', SOURCES);
const {RULES} = await load('src/rules/index.js');
const {rulesPages} = await load('scripts/pages/rules-page.js');
const {mutantsPage} = await load('scripts/pages/mutants-page.js');
const {semanticsPage} = await load('scripts/pages/semantics-page.js');
const {withWorkflows} = await load('scripts/pages/recipes-page.js');
const {withActionTables} = await load('scripts/pages/action-tables.js');
await writePage('README.md', withActionTables(await readText('README.md'), await readText('action.yml')));
await writeFolder('docs/rules/', rulesPages(RULES));
await writePage('docs/mutants.md', await mutantsPage(RULES));
await writePage('docs/semantics.md', semanticsPage());
await writePage('docs/recipes.md', withWorkflows(await readText('docs/recipes.md'), await workflows()));

/** The workflows of examples/, by path. */
async function workflows() {
  const paths = (await readdir(new URL('examples/workflows/', ROOT))).map(
    (name) => `examples/workflows/${name}`
  );
  return new Map(await Promise.all(paths.map(async (path) => [path, await readText(path)])));
}

/** Leaves no page that is not among these. */
async function writeFolder(folder, pages) {
  await rm(new URL(folder, ROOT), {recursive: true, force: true});
  await mkdir(new URL(folder, ROOT), {recursive: true});
  for (const [name, text] of pages) await writePage(`${folder}${name}`, text);
}

async function writePage(path, text) {
  await writeFile(new URL(path, ROOT), text);
  process.stdout.write(`wrote ${path}\n`);
}

function readText(path) {
  return readFile(new URL(path, ROOT), 'utf8');
}
