// For the scripts that run the project's own code: Node does not run TypeScript.
import {execFile} from 'node:child_process';
import {cp, mkdir, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import generate from './generate.mjs';

const ROOT = new URL('../', import.meta.url);

/**
 * Compiles sources of src, __tests__ and scripts, with all that they import, to a folder of their own within
 * node_modules: there the compiled copy finds the packages, and no tool takes it for source.
 *
 * @param name the folder's name
 * @param sources paths from the project's root
 * @returns what imports a compiled file by its path from the root, `src/rules/index.js`
 */
export async function compile(name, sources) {
  const compiled = new URL(`node_modules/.cache/${name}/`, ROOT);
  await generate();
  await rm(compiled, {recursive: true, force: true});
  await mkdir(compiled, {recursive: true});
  await writeFile(new URL('package.json', compiled), '{"type": "module"}\n');
  const project = new URL('tsconfig.json', compiled);
  await writeFile(
    project,
    JSON.stringify({
      extends: pathOf('tsconfig.test.json'),
      compilerOptions: {noEmit: false, rootDir: pathOf('.'), outDir: fileURLToPath(compiled)},
      files: sources.map(pathOf),
      include: []
    })
  );
  const tsc = [pathOf('node_modules/typescript/bin/tsc'), '-p', fileURLToPath(project), '--noCheck'];
  await promisify(execFile)(process.execPath, tsc, {cwd: ROOT}).catch((error) => {
    throw new Error(`the sources do not compile:\n${error.stdout}`);
  });
  await cp(new URL('src/generated/', ROOT), new URL('src/generated/', compiled), {recursive: true});
  return (path) => import(new URL(path, compiled));
}

function pathOf(path) {
  return fileURLToPath(new URL(path, ROOT));
}
