// Compiles schema/zis-bundle.schema.json to src/generated/bundle-structure.cjs with ajv's standalone mode, so that
// neither ajv's compiler nor the schema is loaded at run time. ajv emits CommonJS with `require` even for ESM: hence .cjs.
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const SCHEMA = new URL('../schema/zis-bundle.schema.json', import.meta.url);
const FOLDER = new URL('../src/generated/', import.meta.url);

/** What VS Code takes beside JSON Schema: its messages and hints, which decide nothing. */
const EDITOR_WORDS = [
  'deprecationMessage',
  'doNotSuggest',
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage'
];

export default async function generate() {
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
  await mkdir(FOLDER, {recursive: true});
  await writeIfChanged(new URL('bundle-structure.cjs', FOLDER), `${code}\n`);
  await writeIfChanged(
    new URL('bundle-structure.d.cts', FOLDER),
    "import type {ErrorObject} from 'ajv';\n" +
      'declare function validate(data: unknown): boolean;\n' +
      'declare namespace validate {\n  let errors: ErrorObject[] | null | undefined;\n}\n' +
      'export = validate;\n'
  );
}

async function writeIfChanged(file, content) {
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current !== content) await writeFile(file, content);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await generate();
