import type {JsonNode, JsonValue, Span} from '../bundle/json-types.js';
import {Allowance} from '../flow-run/allowance.js';
import {inLockstep} from '../flow-run/lockstep.js';
import type {Flow} from '../flow/states.js';
import type {Lines} from '../bundle/text.js';
import type {TestedBundle} from './bundles.js';
import {CoverageCounter, statesOf, type CoveredFlow} from './coverage.js';
import type {Matching} from './matchers.js';
import type {Misfit} from './misfit.js';
import type {MockOutcome} from './mocks.js';
import type {Answer, Question} from './questions.js';
import type {CaseResult, Failure, FileMessage, TestsResult} from './result.js';
import {runCase, type TestedFlow, type Verdict} from './run-case.js';
import {callsOf, endResult, outermostVisits} from './run-facts.js';
import {snapshotOf} from './snapshots.js';
import {readCase, type TestCase} from './test-case.js';
import type {TestFile} from './test-file.js';
import {ReadingBudget} from './reading-budget.js';
import type {EventFiles} from './start.js';
import {BUILT_INS} from '../flow/built-ins.js';

/** How many cases run side by side: jq serves all that wait at once. */
const SIDE_BY_SIDE = 500;

/** What happens to snapshots: written where there is none, written anew, or only compared. */
export type SnapshotMode = 'add' | 'update' | 'compare';

/** A test file with what it needs. */
export interface PreparedFile {
  readonly file: TestFile;
  /** The bundle that it tests; null where that is not known, and its problems say why. */
  readonly bundle: TestedBundle | null;
  /** The path of that bundle, also of one that could not be read. */
  readonly bundlePath: string;
  /** Why the bundle is not to be tested, a sentence each; empty when it is sound. */
  readonly bundleErrors: readonly {readonly message: string; readonly line: number}[];
  readonly events: EventFiles;
  readonly snapshots: ReadonlyMap<string, JsonValue>;
}

export interface RunOptions {
  /** Answers what cases ask, in the order of the questions. */
  readonly answer: (asked: readonly Question[]) => Promise<readonly Answer[]>;
  readonly snapshotMode: SnapshotMode;
  /** Which cases are run, by name; all unless given. */
  readonly filter?: (name: string) => boolean;
}

export interface TestsRun {
  readonly result: TestsResult;
  /** The snapshots to store for each test file whose stored ones are not those, by its path. */
  readonly snapshots: ReadonlyMap<string, ReadonlyMap<string, JsonValue>>;
}

/** Runs the cases of test files. A file with errors is not run; the others are. */
export async function runTests(prepared: readonly PreparedFile[], options: RunOptions): Promise<TestsRun> {
  const budget = new ReadingBudget();
  const runs = prepared.map((file) => new FileRun(file, options, budget));
  const allowance = new Allowance();
  const open = runs.flatMap((run) => run.open(allowance));
  for (let from = 0; from < open.length; from += SIDE_BY_SIDE) {
    const chunk = open.slice(from, from + SIDE_BY_SIDE);
    await inLockstep(chunk, options.answer);
  }
  const coverage = new CoverageCounter();
  for (const run of runs) run.cover(coverage);
  const problems = runs.flatMap((run) => run.messages());
  return {
    result: {
      files: prepared.length,
      cases: runs.flatMap((run) => run.results()),
      errors: problems.filter(({severity}) => severity === 'error').map(({message}) => message),
      warnings: problems.filter(({severity}) => severity === 'warning').map(({message}) => message),
      coverage: coverage.coverage()
    },
    snapshots: new Map(runs.flatMap((run) => run.newSnapshots()))
  };
}

/** One test file on its way from its cases to their results. */
class FileRun {
  private readonly cases: readonly TestCase[];
  private readonly verdicts: (Verdict | undefined)[] = [];
  private readonly flow: Flow | null;

  constructor(
    private readonly prepared: PreparedFile,
    private readonly options: RunOptions,
    budget: ReadingBudget
  ) {
    const {file, bundle, bundleErrors} = prepared;
    const name = file.flow?.value;
    const flow = typeof name === 'string' ? bundle?.flows.get(name) : undefined;
    this.flow = bundleErrors.length === 0 && flow !== undefined ? flow : null;
    this.cases = this.flow === null || bundle === null ? [] : this.readCases(bundle, this.flow, budget);
  }

  /** The cases as generators; none where the file is not to be run. */
  open(allowance: Allowance): Matching<void>[] {
    const {flow, prepared, options} = this;
    const {bundle, file} = prepared;
    if (flow === null || bundle === null || file.problems.hasErrors) return [];
    const tested: TestedFlow = {flow, actions: bundle.actions, states: statesOf(flow).length, allowance};
    const verdicts = this.verdicts;
    const isWanted = options.filter ?? (() => true);
    return this.cases.flatMap((test, index) => {
      if (!isWanted(test.name)) return [];
      return [
        (function* (): Matching<void> {
          verdicts[index] = yield* runCase(test, tested);
        })()
      ];
    });
  }

  cover(counter: CoverageCounter): void {
    const covered = this.covered();
    if (covered === null) return;
    for (const verdict of this.verdicts) if (verdict !== undefined) counter.add(covered, verdict.shown.run);
  }

  results(): CaseResult[] {
    if (this.prepared.bundleErrors.length > 0) return this.skipped();
    return this.cases.flatMap((test, index) => {
      const verdict = this.verdicts[index];
      return verdict === undefined ? [] : [this.result(test, verdict)];
    });
  }

  messages(): {readonly severity: 'error' | 'warning'; readonly message: FileMessage}[] {
    const {file} = this.prepared;
    this.warnOfUnused();
    return file.problems.sorted().map(({severity, start, message, hint}) => {
      const {line, column} = file.lines.position(start);
      return {severity, message: {file: file.path, line, column, message, hint}};
    });
  }

  newSnapshots(): [string, ReadonlyMap<string, JsonValue>][] {
    const {snapshotMode, filter} = this.options;
    const {file, snapshots} = this.prepared;
    if (snapshotMode === 'compare' || this.verdicts.length === 0) return [];
    const names = new Set(this.cases.filter(({expect}) => expect.snapshot !== null).map(({name}) => name));
    const all = new Map(
      [...snapshots].filter(([name]) => snapshotMode === 'add' || filter !== undefined || names.has(name))
    );
    let isNew = all.size !== snapshots.size;
    for (const [index, test] of this.cases.entries()) {
      const verdict = this.verdicts[index];
      if (verdict === undefined || test.expect.snapshot === null) continue;
      if (snapshotMode === 'add' && test.snapshot !== undefined) continue;
      if (verdict.shown.run.end.status === 'stopped') continue;
      all.set(test.name, snapshotOf(verdict.shown.run));
      isNew = true;
    }
    return isNew ? [[file.path, all]] : [];
  }

  private readCases(bundle: TestedBundle, flow: Flow, budget: ReadingBudget): TestCase[] {
    const {file, events, snapshots} = this.prepared;
    const names = {flow, custom: [...bundle.actions.keys()], builtIn: [...BUILT_INS.keys()]};
    const {integration} = bundle;
    // A snapshot that is about to be written anew is not compared with.
    const stored = this.options.snapshotMode === 'update' ? new Map<string, JsonValue>() : snapshots;
    const context = {names, integration, events, snapshots: stored, budget};
    const cases: TestCase[] = [];
    for (const node of file.cases) {
      if (budget.tree(node)) cases.push(readCase(node, context, file.problems));
      if (!budget.isSpent) continue;
      file.problems.error(node, 'the cases of all files make too much data', 'Run fewer files at a time.');
      break;
    }
    return cases;
  }

  private covered(): CoveredFlow | null {
    const {bundle} = this.prepared;
    if (bundle === null || this.flow === null) return null;
    const {path, lines} = bundle;
    return {bundle: path, flow: this.flow, lineOf: (offset) => lines.position(offset).line};
  }

  private result(test: TestCase, {shown, misfits, contacts}: Verdict): CaseResult {
    const {run} = shown;
    const all = [...misfits, ...this.missingSnapshot(test)];
    return {
      ...this.place(test.node, test.name),
      status: all.length === 0 ? 'passed' : 'failed',
      path: outermostVisits(run).map(({state}) => state.name),
      end: endResult(run),
      document: run.end.status === 'succeeded' ? run.end.document : null,
      calls: callsOf(run).map(({action, parameters, request}) => ({action, parameters, request})),
      slept: Math.round(run.slept * 1e6) / 1e6,
      unknowns: contacts.map(({id}) => id),
      failures: all.map((misfit) => this.failure(misfit)),
      run
    };
  }

  private missingSnapshot({expect, snapshot}: TestCase): Misfit[] {
    if (expect.snapshot === null || snapshot !== undefined || this.options.snapshotMode !== 'compare')
      return [];
    return [
      {
        message: 'there is no snapshot of this case',
        hint: 'Write it with zis-bundles test --update, and commit it.',
        expected: undefined,
        actual: undefined,
        at: expect.snapshot,
        bundleNode: null
      }
    ];
  }

  private failure(misfit: Misfit): Failure {
    const {message, hint = '', expected, actual, difference = [], paste = [], at, bundleNode} = misfit;
    const {file, bundle} = this.prepared;
    return {
      message,
      hint,
      expected,
      actual,
      difference,
      paste,
      file: file.path,
      line: lineIn(file.lines, at),
      bundleLine: bundleNode === null || bundle === null ? null : lineIn(bundle.lines, bundleNode),
      bundleStart: bundleNode?.start ?? null
    };
  }

  /** The cases of a bundle with errors are not run, and have these for a reason. */
  private skipped(): CaseResult[] {
    const {file, bundlePath, bundleErrors} = this.prepared;
    const isWanted = this.options.filter ?? (() => true);
    return file.cases.flatMap((node) => {
      const name = node.properties.get('name')?.value;
      if (typeof name !== 'string' || !isWanted(name)) return [];
      const place = this.place(node, name);
      const failures = bundleErrors.slice(0, MOST_REASONS).map(({message, line}) => ({
        message: `not run, because ${bundlePath} has errors: ${message}`,
        hint: '',
        expected: undefined,
        actual: undefined,
        difference: [],
        paste: [],
        file: place.file,
        line: place.line,
        bundleLine: line,
        bundleStart: null
      }));
      return [{...place, status: 'skipped', ...NOT_RUN, failures}];
    });
  }

  private place(
    node: JsonNode,
    name: string
  ): Pick<CaseResult, 'file' | 'line' | 'name' | 'bundle' | 'flow'> {
    const {file, bundlePath} = this.prepared;
    const flow = file.flow?.value;
    return {
      file: file.path,
      line: lineIn(file.lines, node.properties.get('name') ?? node),
      name,
      bundle: bundlePath,
      flow: typeof flow === 'string' ? flow : ''
    };
  }

  /** A mock of cases that all passed, and of which none used it, says something that is not so. */
  private warnOfUnused(): void {
    const {problems} = this.prepared.file;
    if (problems.hasErrors || this.options.filter !== undefined) return;
    const outcomes = new Map<number, {readonly outcome: MockOutcome; isUsed: boolean}>();
    for (const [index, test] of this.cases.entries()) {
      const verdict = this.verdicts[index];
      for (const [action, own] of test.mocks) {
        const mayRest = verdict === undefined || verdict.misfits.length > 0 || expectsNone(test, action);
        for (const outcome of own) {
          const known = outcomes.get(outcome.node.start) ?? {outcome, isUsed: false};
          known.isUsed ||= mayRest || verdict.used.has(outcome);
          outcomes.set(outcome.node.start, known);
        }
      }
    }
    for (const {outcome, isUsed} of outcomes.values()) {
      if (!isUsed)
        problems.warning(outcome.node.key ?? outcome.node, 'no call was answered by this mock', 'Remove it.');
    }
  }
}

/** So many findings of a bundle say enough. */
const MOST_REASONS = 5;

const NOT_RUN = {path: [], end: null, document: null, calls: [], slept: 0, unknowns: [], run: null} as const;

/** Whether a case says that an action is not called: what would answer it then stays unused. */
function expectsNone({expect}: TestCase, action: string): boolean {
  return expect.calls?.counts.some(({name, value}) => name === action && value === 0) === true;
}

function lineIn(lines: Lines, {start}: Span): number {
  return lines.position(start).line;
}
