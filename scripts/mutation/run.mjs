// Do the tests notice when a line of the product is wrong? Applies each mutant of sample.mjs to a copy of the
// repository, one at a time, and runs the test of its file, then those of its room: one that passes them has survived.
//
//   node scripts/mutation/run.mjs [text…]    only mutants of which room, file or description hold one of the texts
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {MUTANTS, TESTS} from './sample.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const COPIED = ['src', '__tests__', 'schema', 'scripts', 'examples', 'docs', 'action.yml', 'package.json'];
const CONFIG = ['jest.config.js', 'tsconfig.json', 'tsconfig.test.json'];

const wanted = process.argv.slice(2);
const chosen = MUTANTS.filter((mutant) => {
  const text = Object.values(mutant).join('\n');
  return wanted.length === 0 || wanted.some((each) => text.includes(each));
});
const folder = mkdtempSync(join(tmpdir(), 'zis-mutation-'));
const survivors = [];
try {
  for (const path of [...COPIED, ...CONFIG]) cpSync(join(ROOT, path), join(folder, path), {recursive: true});
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const mutant of chosen) {
    const state = outcomeOf(mutant);
    if (state !== 'killed') survivors.push(mutant);
    console.log(`${state.padEnd(8)} ${mutant.room.padEnd(9)} ${mutant.what} (${mutant.file})`);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
const killed = chosen.length - survivors.length;
console.log(`${killed} of ${chosen.length} killed (${Math.round((100 * killed) / chosen.length)} %)`);
process.exitCode = survivors.length === 0 ? 0 : 1;

/** `broken` is a mutant whose text is not in its file exactly once: it tests nothing any more. */
function outcomeOf({room, file, find, replace}) {
  const path = join(folder, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) return 'broken';
  writeFileSync(
    path,
    text.replace(find, () => replace)
  );
  try {
    const mirrored = `__tests__/${file.replace(/\.ts$/, '.test.ts')}`;
    const groups = [...(existsSync(join(folder, mirrored)) ? [[mirrored]] : []), TESTS[room]];
    return groups.every(passes) ? 'survived' : 'killed';
  } finally {
    writeFileSync(path, text);
  }
}

function passes(tests) {
  const args = ['node_modules/jest/bin/jest.js', '--bail', '--silent', '--maxWorkers=2', ...tests];
  const env = {...process.env, NODE_OPTIONS: '--experimental-vm-modules'};
  return (
    spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8', timeout: 300_000, env}).status === 0
  );
}
