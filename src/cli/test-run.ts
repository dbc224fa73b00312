import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createFiles} from '../actions/files.js';
import type {JsonNode} from '../bundle/json-types.js';
import {fillIn, readBundleFile} from '../bundle/model.js';
import {patternFault, patternFor} from '../bundle/patterns.js';
import {UserError} from '../errors.js';
import {testedBundle, type Flow, type TestedBundle} from '../flow-tests/bundles.js';
import {flowNamesOf} from '../flow-tests/prepare.js';
import type {SnapshotMode} from '../flow-tests/run-tests.js';
import {exceptionsOf, type Inputs} from '../inputs/inputs.js';
import {createJqChecker} from '../jq/checker.js';
import {checkBundles, type Checked} from '../rules/engine.js';
import {RULES} from '../rules/index.js';
import {readFiles} from '../run/find-files.js';
import {testFlows, type TestedFlows} from '../run/test-flows.js';
import {counted, didYouMean, listOf, quote} from '../words.js';
import type {CommandLine} from './args.js';
import {inputsFrom} from './inputs.js';
import {patternsFrom, testPatternsFrom} from './patterns.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage-error.js';

/** What tests are run with. */
export type TestInputs = Pick<
  Inputs,
  | 'configPath'
  | 'bundles'
  | 'tests'
  | 'integration'
  | 'variables'
  | 'keep'
  | 'severities'
  | 'overrides'
  | 'isNarrowed'
  | 'baseline'
  | 'coverageMin'
>;

/** @throws UsageError for what cannot be followed */
export async function inputsForTests(line: CommandLine, terminal: Terminal): Promise<TestInputs> {
  const {cwd} = terminal;
  const bundles = patternsFrom(line.flags.get('bundles') ?? [], cwd);
  const tests = testPatternsFrom(line.positionals, cwd);
  for (const pattern of tests) {
    const fault = patternFault(pattern);
    if (fault !== null) throw new UsageError(`The pattern ${quote(pattern)} ${fault}.`);
  }
  return inputsFrom('validate', line, terminal, {bundles, tests});
}

export interface HereOptions {
  readonly snapshotMode: SnapshotMode;
  /** Text that the names of the cases to run have in them; whatever its case. */
  readonly filter?: string | undefined;
}

/** The bundle files of this folder, and what is wrong with them. */
async function checkHere(
  {cwd}: Terminal,
  inputs: TestInputs
): Promise<{
  readonly paths: readonly string[];
  readonly checked: Checked;
  readonly jq: ReturnType<typeof createJqChecker>;
}> {
  const {bundles, integration, variables, keep, severities} = inputs;
  const found = await createFiles(cwd, tmpdir()).find(bundles);
  const jq = createJqChecker();
  const exceptions = {...exceptionsOf(inputs), isWhole: false};
  const options = {rules: RULES, severities, exceptions, integration, variables, keep, jq};
  const checked = await checkBundles(readFiles(found, new Map()), options);
  return {paths: found.map(({path}) => path), checked, jq};
}

/** Runs the flow tests of this folder, and writes the snapshots that are new. @returns null when there are none */
export async function runTestsHere(
  terminal: Terminal,
  inputs: TestInputs,
  {snapshotMode, filter}: HereOptions
): Promise<TestedFlows | null> {
  const {cwd} = terminal;
  const {integration, variables, keep, severities} = inputs;
  const {paths, checked, jq} = await checkHere(terminal, inputs);
  const wanted = filter?.toLowerCase();
  const tested = await testFlows({
    patterns: inputs.tests,
    files: createFiles(cwd, tmpdir()),
    bundlePaths: paths,
    declared: checked.declared,
    findings: checked.findings,
    integration,
    variables,
    keep,
    severities,
    exceptions: exceptionsOf(inputs),
    jq,
    openEngine: async () => (await import('../jq/flow-engine.js')).createFlowEngine(),
    snapshotMode,
    ...(wanted === undefined ? {} : {filter: (name: string) => name.toLowerCase().includes(wanted)})
  });
  if (wanted !== undefined && tested?.result.cases.length === 0 && tested.result.errors.length === 0)
    throw new UsageError(`No case has ${quote(filter ?? '')} in its name.`, '');
  for (const [path, text] of tested?.snapshotFiles ?? []) await writeFile(join(cwd, path), text, 'utf8');
  return tested;
}

/** A bundle of this folder with one of its flows. */
export interface BundleHere {
  readonly bundle: TestedBundle;
  readonly flow: Flow;
  readonly root: JsonNode;
}

/** @throws UsageError when no bundle has the flow, or several have @throws UserError when its bundle has errors */
export async function bundleWithFlow(
  name: string,
  terminal: Terminal,
  inputs: TestInputs
): Promise<BundleHere> {
  const {checked} = await checkHere(terminal, inputs);
  const having = checked.declared.filter(({content}) => flowNamesOf(content).includes(name));
  const [only, other] = having;
  if (only === undefined) {
    const all = checked.declared.flatMap(({content}) => flowNamesOf(content));
    const some = all.length === 0 ? '' : `The bundles have ${listOf(all.slice(0, 20), 'and')}.`;
    throw new UsageError(`No bundle has a flow ${quote(name)}.`, didYouMean(name, all) || some);
  }
  if (other !== undefined) {
    const paths = listOf(
      having.map(({path}) => path),
      'and'
    );
    throw new UsageError(
      `${having.length} bundles have a flow ${quote(name)}: ${paths}.`,
      'Say which one: --bundles PATH.'
    );
  }
  const errors = checked.findings.filter(({path, severity}) => path === only.path && severity === 'error');
  const [error] = errors;
  if (error !== undefined) {
    const message = `${only.path} has ${counted(errors.length, 'error')}, and is not tested: ${error.message} (line ${error.range.start.line})`;
    throw new UserError('invalid-bundles', message, `zis-bundles validate ${only.path} shows all of them.`);
  }
  const {integration, variables, keep} = inputs;
  const [file] = await createFiles(terminal.cwd, tmpdir()).find([patternFor(only.path)]);
  const read =
    file === undefined
      ? null
      : fillIn(readBundleFile(only.path, await file.read()), {variables, integration, keep});
  const root = read?.json?.root ?? null;
  const bundle =
    read === null || root === null ? null : testedBundle(only.path, read.lines, root, only.integration);
  const flow = bundle?.flows.get(name);
  if (root === null || bundle === null || flow === undefined)
    throw new UserError('invalid-bundles', `${only.path} changed while it was read`, 'Run this again.');
  return {bundle, flow, root};
}
