import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inputVariables} from '../lib/stand-ins/runner/action-inputs.js';
import {generateBundle} from './generate.mjs';
import {median} from './measure.mjs';
import {ROOT} from './project.mjs';

const ACTION = join(ROOT, 'dist/index.js');
const ROUNDS = 20;
const BYTES = 4_400;
const CASES = [
  {words: 'without jq programs', jq: false, target: 4},
  {words: 'with jq programs', jq: true, target: 6.5}
];

/**
 * One step that validates one bundle, from the start of the process to its end, against `node -e 0` in the same
 * environment: what a shell sets for Node, such as certificates to load, would slow down one of them alone.
 */
export function coldStartRows() {
  return CASES.map(({words, jq, target}) => {
    const step = prepare(jq);
    try {
      const rounds = Array.from({length: ROUNDS}, () => {
        const empty = millisecondsOf(['-e', '0'], step);
        return {empty, step: millisecondsOf([ACTION], step)};
      });
      const times = {
        empty: median(rounds.map(({empty}) => empty)),
        step: median(rounds.map((round) => round.step))
      };
      const ratio = times.step / times.empty;
      return {
        what: `cold start, one bundle of 5 KB ${words}`,
        measured: `${ratio.toFixed(1)} × \`node -e 0\` (${times.step.toFixed(0)} and ${times.empty.toFixed(
          0
        )} ms)`,
        target: `≤ ${target} ×`,
        met: ratio <= target
      };
    } finally {
      rmSync(step.cwd, {recursive: true, force: true});
    }
  });
}

/** A workspace with one bundle, and the variables of a step as the runner sets them. */
function prepare(jq) {
  const cwd = mkdtempSync(join(tmpdir(), 'zis-bench-'));
  mkdirSync(join(cwd, 'zis'));
  writeFileSync(join(cwd, 'zis/bundle.json'), generateBundle({bytes: BYTES, jq}));
  for (const name of ['output', 'summary']) writeFileSync(join(cwd, name), '');
  const inputs = inputVariables(
    readFileSync(join(ROOT, 'action.yml'), 'utf8'),
    {command: 'validate'},
    {
      token: '',
      matrix: null
    }
  );
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: cwd,
    GITHUB_OUTPUT: join(cwd, 'output'),
    GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
    RUNNER_TEMP: cwd,
    ...inputs
  };
  return {cwd, env};
}

function millisecondsOf(args, options) {
  const start = performance.now();
  const {status, stdout} = spawnSync(process.execPath, args, {...options, encoding: 'utf8'});
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stdout}`);
  return milliseconds;
}
