import {didYouMean, quote} from '../../words.js';
import {allPassed, type CaseResult, type TestsResult} from '../../flow-tests/result.js';
import {traceOf} from '../../flow-tests/trace.js';
import {junitXml} from '../../report/junit.js';
import {testAnnotations} from '../../report/test-annotations.js';
import {workflowCommand} from '../../report/write-workflow-commands.js';
import {inert, linesOf, paint, plain, visibleJson, type Painted} from '../../visible.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import type {FlagName} from '../flags.js';
import {inFormat, type FormatTable} from '../output/report.js';
import {createSource} from '../output/source.js';
import {testsAsJson} from '../output/tests-json.js';
import {testsText} from '../output/tests.js';
import {traceText} from '../output/trace.js';
import {lookOf, showProblem, tell} from '../show.js';
import type {Terminal} from '../terminal.js';
import type {TestedFlows} from '../../run/test-flows.js';
import {inputsForTests, runTestsHere, type TestInputs} from '../test-run.js';
import {UsageError} from '../usage-error.js';
import {patternOfConfig, watchFiles} from '../watch.js';

/** `test`: runs flow tests, once or with `--watch` whenever a file changes. @returns the exit code */
export async function test(line: CommandLine, terminal: Terminal): Promise<number> {
  const [flow, event] = [line.flags.get('init')?.[0], line.flags.get('record')?.[0]];
  if (flow !== undefined || event !== undefined) return writeTests(line, terminal);
  refuse(line, ['flow'], 'goes with --record');
  refuse(line, ['force'], 'goes with --init and --record');
  const once = async (): Promise<number> => runOnce(line, terminal, await inputsForTests(line, terminal));
  if (!line.flags.has('watch')) return once();
  const patterns = async (): Promise<string[]> => {
    const {bundles, tests, configPath} = await inputsForTests(line, terminal);
    return [...bundles, ...tests, patternOfConfig(configPath)];
  };
  return watchFiles(patterns, terminal, once);
}

/** @throws UsageError for a flag that would do nothing */
function refuse({flags}: CommandLine, names: readonly FlagName[], why: string): void {
  const name = names.find((each) => flags.has(each));
  if (name !== undefined) throw new UsageError(`--${name} ${why}.`, '');
}

/** What only writing needs is not loaded for a run. */
async function writeTests(line: CommandLine, terminal: Terminal): Promise<number> {
  const {initTests, recordTest} = await import('./test-files.js');
  const inputs = await inputsForTests({...line, positionals: []}, terminal);
  const [flow] = line.flags.get('init') ?? [];
  const [event] = line.flags.get('record') ?? [];
  if (flow !== undefined && event !== undefined)
    throw new UsageError('--init and --record are given, and only one of them can be done.', '');
  const running: FlagName[] = ['filter', 'trace', 'update', 'watch', 'coverage-min'];
  refuse(line, running, 'is for running tests, and --init and --record write some');
  if (flow !== undefined) refuse(line, ['flow'], 'goes with --record');
  if (flow !== undefined) return initTests(flow, line, terminal, inputs);
  return recordTest(event ?? '', line, terminal, inputs);
}

async function runOnce(line: CommandLine, terminal: Terminal, inputs: TestInputs): Promise<number> {
  const {flags, positionals} = line;
  const tested = await runTestsHere(terminal, inputs, {
    snapshotMode: flags.has('update') ? 'update' : isInCi(terminal) ? 'compare' : 'add',
    filter: flags.get('filter')?.[0]
  });
  if (tested === null && positionals.length > 0)
    throw new UsageError(`No test file matches ${positionals.join(', ')}.`, 'Check the names and patterns.');
  const result = tested?.result ?? NOTHING;
  const [traced] = flags.get('trace') ?? [];
  const shown = traced === undefined ? null : caseNamed(traced, result.cases);
  terminal.stdout.write(inFormat(result, line.format, formatsOfTests(terminal)));
  if (shown !== null) showTrace(shown, line, terminal);
  tellRest(tested, line, inputs, terminal);
  return verdict(result, inputs, terminal);
}

const NOTHING: TestsResult = {
  files: 0,
  cases: [],
  errors: [],
  warnings: [],
  coverage: {percent: 100, states: 0, statesTotal: 0, transitions: 0, transitionsTotal: 0, flows: []}
};

/** As test runners know it (https://docs.github.com/actions, CI): there nothing is written that nobody would commit. */
function isInCi({env}: Terminal): boolean {
  return !['', 'false', '0'].includes(env['CI'] ?? '');
}

function formatsOfTests(terminal: Terminal): FormatTable<TestsResult> {
  const look = lookOf(terminal, terminal.stdout);
  const shown = (result: TestsResult): Painted[] =>
    testsText({result, source: createSource(terminal.cwd)}, look);
  return {
    pretty: (result) => (result.files === 0 ? plain`` : linesOf(shown(result))),
    json: (result) => paint`${visibleJson(testsAsJson(result), 2)}\n`,
    junit: (result) => junitXml(result, []),
    github: (result) =>
      linesOf([...testAnnotations(result, []).map(workflowCommand), ...shown(result).map(inert)])
  };
}

/** @throws UsageError when no case, or more than one, has this name or this text in it */
function caseNamed(wanted: string, cases: readonly CaseResult[]): CaseResult {
  const run = cases.filter((each) => each.run !== null);
  const exact = run.filter(({name}) => name === wanted);
  const found =
    exact.length > 0 ? exact : run.filter(({name}) => name.toLowerCase().includes(wanted.toLowerCase()));
  const [only, other] = found;
  if (only === undefined) {
    const names = run.map(({name}) => name);
    throw new UsageError(`No case was run that is called ${quote(wanted)}.`, didYouMean(wanted, names));
  }
  if (other !== undefined && exact.length === 0)
    throw new UsageError(
      `${found.length} cases have ${quote(wanted)} in their name.`,
      'Give the whole name.'
    );
  return only;
}

/** Beside another format, which is for programs, a trace is for the reader. */
function showTrace({name, run}: CaseResult, {format}: CommandLine, terminal: Terminal): void {
  const output = format === 'pretty' ? terminal.stdout : terminal.stderr;
  const look = lookOf(terminal, output);
  const lines = run === null ? [] : traceText(traceOf(run), look);
  output.write(linesOf([plain``, look.style.bold(`Trace of ${name}`), ...lines]));
}

/** What the result does not say: what was written, warnings where programs read it, and how to begin. */
function tellRest(
  tested: TestedFlows | null,
  {format}: CommandLine,
  {tests}: TestInputs,
  terminal: Terminal
): void {
  if (tested === null) {
    tell(`No test file matches ${tests.join(', ')}. Write one with zis-bundles test --init FLOW.`, terminal);
    return;
  }
  for (const {file, line, message, hint} of format === 'pretty' ? [] : tested.result.warnings)
    tell(`warning: ${file}:${line} ${message}. ${hint}`.trimEnd(), terminal);
  for (const path of tested.snapshotFiles.keys()) tell(`written: ${path}`, terminal);
}

function verdict(result: TestsResult, {coverageMin}: TestInputs, terminal: Terminal): number {
  const {percent, statesTotal} = result.coverage;
  const hasTested = statesTotal > 0;
  const covered = coverageMin === null || coverageMin === 0 || (hasTested && percent >= coverageMin);
  if (!covered) {
    const hint = 'Add cases for the states that are not entered, or lower --coverage-min.';
    showProblem(
      `The cases cover ${hasTested ? percent : 0} % of the states, and ${coverageMin} % is asked for.`,
      hint,
      terminal
    );
  }
  return covered && allPassed(result) ? EXIT.fine : EXIT.failed;
}
