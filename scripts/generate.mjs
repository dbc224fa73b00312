// Makes src/generated/: schema/zis-bundle.schema.json as bundle-structure.cjs with ajv's standalone mode, so that neither
// ajv's compiler nor the schema is loaded at run time (ajv emits CommonJS with `require` even for ESM: hence .cjs), and the
// worker thread's program as JavaScript; and the text of the schema of test files, of which users get a copy.
import {mkdir, readFile, readdir, stat, writeFile} from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const SCHEMA = new URL('../schema/zis-bundle.schema.json', import.meta.url);
const TEST_SCHEMA = new URL('../schema/zis-flow-test.schema.json', import.meta.url);
const FOLDER = new URL('../src/generated/', import.meta.url);
const WORKER = new URL('../src/worker/', import.meta.url);

/** What VS Code takes beside JSON Schema: its messages and hints, which decide nothing. */
const EDITOR_WORDS = [
  'defaultSnippets',
  'deprecationMessage',
  'doNotSuggest',
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage'
];

export default async function generate() {
  await mkdir(FOLDER, {recursive: true});
  await Promise.all([compileStructure(), transpileWorker(), copyTestSchema()]);
}

async function compileStructure() {
  const schema = JSON.parse(await readFile(SCHEMA, 'utf8'));
  const ajv = new Ajv.default({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    keywords: EDITOR_WORDS,
    code: {source: true}
  });
  ajv.addSchema(schema, 'bundle');
  const validate = ajv.compile({$ref: 'bundle#/definitions/bundle'});
  const code = standaloneCode.default(ajv, validate);
  await writeIfChanged(new URL('bundle-structure.cjs', FOLDER), `${code}\n`);
  await writeIfChanged(
    new URL('bundle-structure.d.cts', FOLDER),
    "import type {ErrorObject} from 'ajv';\n" +
      'declare function validate(data: unknown): boolean;\n' +
      'declare namespace validate {\n  let errors: ErrorObject[] | null | undefined;\n}\n' +
      'export = validate;\n'
  );
}

async function copyTestSchema() {
  const text = await readFile(TEST_SCHEMA, 'utf8');
  await writeIfChanged(
    new URL('flow-test-schema.cjs', FOLDER),
    `module.exports = ${JSON.stringify(text)};\n`
  );
  await writeIfChanged(
    new URL('flow-test-schema.d.cts', FOLDER),
    'declare const text: string;\nexport = text;\n'
  );
}

/** Node runs no TypeScript, and a worker thread is a program of its own: tests start this copy. */
async function transpileWorker() {
  const names = (await readdir(WORKER)).filter((name) => name.endsWith('.ts'));
  const [from, to] = [WORKER, new URL('worker/', FOLDER)];
  const stale = await Promise.all(
    names.map(async (name) => (await modified(new URL(name, from))) > (await modified(compiled(name, to))))
  );
  if (!stale.includes(true)) return;
  const {default: ts} = await import('typescript');
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    verbatimModuleSyntax: true
  };
  await mkdir(to, {recursive: true});
  for (const name of names) {
    const source = await readFile(new URL(name, from), 'utf8');
    await writeFile(compiled(name, to), ts.transpileModule(source, {compilerOptions}).outputText);
  }
}

function compiled(name, folder) {
  return new URL(name.replace(/\.ts$/, '.js'), folder);
}

/** 0 for a file that is not there. */
async function modified(file) {
  return (await stat(file).catch(() => ({mtimeMs: 0}))).mtimeMs;
}

async function writeIfChanged(file, content) {
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current !== content) await writeFile(file, content);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await generate();
