import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createFiles} from '../actions/files.js';
import {patternFault} from '../bundle/patterns.js';
import type {SnapshotMode} from '../flow-tests/run-tests.js';
import type {Inputs} from '../inputs/inputs.js';
import {createJqChecker} from '../jq/checker.js';
import {checkBundles} from '../rules/engine.js';
import {RULES} from '../rules/index.js';
import {readFiles} from '../run/find-files.js';
import {testFlows, type TestedFlows} from '../run/test-flows.js';
import {quote} from '../words.js';
import type {CommandLine} from './args.js';
import {NO_ACCESS} from './credentials.js';
import {inputsFrom} from './inputs.js';
import {patternsFrom, testPatternsFrom} from './patterns.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage-error.js';

/** What tests are run with. */
export type TestInputs = Pick<
  Inputs,
  'bundles' | 'tests' | 'integration' | 'variables' | 'levels' | 'coverageMin'
>;

/** @throws UsageError for what cannot be followed */
export function inputsForTests(line: CommandLine, {cwd}: Terminal): TestInputs {
  const bundles = patternsFrom(line.flags.get('bundles') ?? [], cwd);
  const tests = testPatternsFrom(line.positionals, cwd);
  for (const pattern of tests) {
    const fault = patternFault(pattern);
    if (fault !== null) throw new UsageError(`The pattern ${quote(pattern)} ${fault}.`);
  }
  return {...inputsFrom('validate', line, bundles, NO_ACCESS), tests};
}

export interface HereOptions {
  readonly snapshotMode: SnapshotMode;
  /** Text that the names of the cases to run have in them; whatever its case. */
  readonly filter?: string | undefined;
}

/** Runs the flow tests of this folder, and writes the snapshots that are new. @returns null when there are none */
export async function runTestsHere(
  {cwd}: Terminal,
  inputs: TestInputs,
  {snapshotMode, filter}: HereOptions
): Promise<TestedFlows | null> {
  const {integration, variables, levels} = inputs;
  const files = createFiles(cwd, tmpdir());
  const bundles = await files.find(inputs.bundles);
  const jq = createJqChecker();
  const {declared, findings} = await checkBundles(readFiles(bundles, new Map()), {
    rules: RULES,
    levels,
    integration,
    variables,
    jq
  });
  const wanted = filter?.toLowerCase();
  const tested = await testFlows({
    patterns: inputs.tests,
    files,
    bundlePaths: bundles.map(({path}) => path),
    declared,
    findings,
    integration,
    variables,
    levels,
    jq,
    openEngine: async () => (await import('../jq/flow-engine.js')).createFlowEngine(),
    snapshotMode,
    ...(wanted === undefined ? {} : {filter: (name: string) => name.toLowerCase().includes(wanted)})
  });
  if (
    wanted !== undefined &&
    tested !== null &&
    tested.result.cases.length + tested.result.errors.length === 0
  )
    throw new UsageError(`No case has ${quote(filter ?? '')} in its name.`, '');
  for (const [path, text] of tested?.snapshotFiles ?? []) await writeFile(join(cwd, path), text, 'utf8');
  return tested;
}
