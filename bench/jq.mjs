import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {createJqChecker} from '../lib/jq/checker.js';
import {generateBundle} from './generate.mjs';
import {median} from './measure.mjs';
import {expectClean, validate} from './project.mjs';

const PROGRAMS = 420;
/** 150 ms were measured on the same machine before jq ran in a thread of its own, and 60 more were granted. */
const TARGET_MS = 210;
const ROUNDS = 15;

/** What jq adds to the validation of bundles with so many programs, no two of them equal, in a process of its own. */
export function jqRow() {
  const rounds = Array.from({length: ROUNDS}, () =>
    Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'child'], {encoding: 'utf8'}))
  );
  const milliseconds = median(rounds);
  return {
    what: `jq for ${PROGRAMS} distinct programs, started for them`,
    measured: `${milliseconds.toFixed(0)} ms more`,
    target: `≤ ${TARGET_MS} ms`,
    met: milliseconds <= TARGET_MS
  };
}

if (process.argv[2] === 'child') await child();

/** jq is compiled once in a process: only its first start is what a step pays. */
async function child() {
  const files = bundlesWith(PROGRAMS);
  await expectClean(files);
  const without = [];
  for (let round = 0; round < 5; round += 1) without.push(await millisecondsOf(() => validate(files)));
  const withJq = await millisecondsOf(() => expectClean(files, createJqChecker()));
  console.log(withJq - median(without));
}

/** As many bundles as have the wanted number of programs, the last one cut to it. */
function bundlesWith(wanted) {
  const files = [];
  let left = wanted;
  for (let index = 0; left > 0; index += 1) {
    const bundle = JSON.parse(generateBundle({bytes: 20_000, index}));
    left -= keepPrograms(bundle, left);
    files.push(Buffer.from(JSON.stringify(bundle, null, 2)));
  }
  return files;
}

/** Makes the programs beyond the limit equal to the first one; says how many distinct ones are left. */
function keepPrograms({resources}, limit) {
  const calls = Object.values(resources)
    .flatMap(({properties}) => Object.values(properties.definition?.States ?? {}))
    .filter(({ActionName}) => ActionName === 'zis:common:transform:Jq');
  for (const {Parameters} of calls.slice(limit)) Parameters.expr = calls[0].Parameters.expr;
  return Math.min(calls.length, limit);
}

async function millisecondsOf(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
