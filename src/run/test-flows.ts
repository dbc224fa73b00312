import {dirname, join, normalize} from 'node:path/posix';
import type {JsonValue} from '../bundle/json-types.js';
import {fillIn, readBundleFile, type BundleFile, type DeclaredBundle} from '../bundle/model.js';
import type {NamePatterns} from '../bundle/name-patterns.js';
import type {Variables} from '../bundle/variables.js';
import {identify} from '../bundle/identity.js';
import {UserError} from '../errors.js';
import type {KnownBundle, TestedBundle} from '../flow-tests/bundles.js';
import type {Answer, FlowEngine, Question} from '../flow-tests/questions.js';
import type {TestsResult} from '../flow-tests/result.js';
import type {PreparedFile, SnapshotMode} from '../flow-tests/run-tests.js';
import type * as FlowTests from '../flow-tests/prepare.js';
import type {EventFile, EventFiles} from '../flow-tests/start.js';
import type {TestFile} from '../flow-tests/test-file.js';
import type {Files, WorkspaceFile} from '../ports.js';
import type {JqChecker} from '../rules/analysis/jq-program.js';
import {checkBundles} from '../rules/engine.js';
import type {Finding} from '../rules/finding.js';
import {RULES} from '../rules/index.js';
import type {ExceptionSettings} from '../rules/exceptions.js';
import type {Severities} from '../rules/severities.js';
import {counted} from '../words.js';
import {MAX_FILES} from './find-files.js';
import {TestSources} from './test-sources.js';

export interface TestFlowsOptions {
  /** The `tests` input. */
  readonly patterns: readonly string[];
  readonly files: Pick<Files, 'find'>;
  /** The paths of all bundle files, whatever is wrong with them. */
  readonly bundlePaths: readonly string[];
  readonly declared: readonly DeclaredBundle[];
  /** What was found in the bundle files. */
  readonly findings: readonly Finding[];
  /** How they were checked. */
  readonly integration: string;
  readonly variables: Variables;
  readonly keep: NamePatterns;
  readonly severities: Severities;
  readonly exceptions: ExceptionSettings;
  readonly jq: JqChecker;
  /** Called only when there are test files. */
  readonly openEngine: () => Promise<FlowEngine>;
  readonly snapshotMode: SnapshotMode;
  /** Which cases are run, by name; all unless given. */
  readonly filter?: (name: string) => boolean;
  /** Whether the time to read them is over: the test files that are left are not run, which is an error. */
  readonly isLate?: () => boolean;
}

export interface TestedFlows {
  readonly result: TestsResult;
  /** Files of snapshots to write, by path from the workspace. */
  readonly snapshotFiles: ReadonlyMap<string, string>;
}

/**
 * Finds and runs the flow tests.
 *
 * @throws UserError when more files match than are looked into
 * @returns null when no file matches: then nothing of the tests is loaded
 */
export async function testFlows(options: TestFlowsOptions): Promise<TestedFlows | null> {
  const found = await options.files.find(options.patterns);
  if (found.length === 0) return null;
  if (found.length > MAX_FILES) {
    const message = `the tests input matches ${found.length} files, and at most ${MAX_FILES} are run at a time`;
    throw new UserError(
      'invalid-inputs',
      message,
      'Narrow the patterns, or split the work over several steps.'
    );
  }
  const {runTests} = await import('../flow-tests/run-tests.js');
  const {snapshotPath, snapshotText} = await import('../flow-tests/snapshots.js');
  const preparation = new Preparation(options, await import('../flow-tests/prepare.js'));
  const prepared: PreparedFile[] = [];
  for (const file of found) prepared.push(await preparation.prepare(file));
  const engine = await options.openEngine();
  try {
    const {snapshotMode, filter} = options;
    const answer = (asked: readonly Question[]): Promise<readonly Answer[]> => engine.answer(asked);
    const run = await runTests(prepared, {answer, snapshotMode, ...(filter === undefined ? {} : {filter})});
    const texts = [...run.snapshots].map(
      ([path, snapshots]) => [snapshotPath(path), snapshotText(snapshots)] as const
    );
    return {result: run.result, snapshotFiles: new Map(texts)};
  } finally {
    await engine.close();
  }
}

/** What of flow-tests is loaded when there are test files. */
type Tools = typeof FlowTests;

/** A bundle as it is tested: read, or the reasons why it is not. */
type BundleToTest = Pick<PreparedFile, 'bundle' | 'bundleErrors'>;

/** Gathers what each test file needs: its bundle, its event files, its snapshots. */
class Preparation {
  private readonly known: readonly KnownBundle[];
  /** By path and by the variables with which they are filled. */
  private readonly bundles = new Map<string, Promise<BundleToTest>>();
  private readonly sources: TestSources;
  private readonly budget: FlowTests.ReadingBudget;

  constructor(
    private readonly options: TestFlowsOptions,
    private readonly tools: Tools
  ) {
    this.sources = new TestSources(options.files);
    this.budget = new tools.ReadingBudget();
    const declared = new Map(options.declared.map((bundle) => [bundle.path, bundle]));
    this.known = options.bundlePaths.map((path) => {
      const content = declared.get(path)?.content;
      return {
        path,
        isReadable: content !== undefined,
        flows: content === undefined ? [] : tools.flowNamesOf(content)
      };
    });
  }

  async prepare(found: WorkspaceFile): Promise<PreparedFile> {
    const file = await this.read(found);
    const path = file.problems.hasErrors ? null : this.tools.bundleOf(file, this.known);
    const tested = path === null ? {bundle: null, bundleErrors: []} : await this.bundle(path, file);
    return {
      file,
      ...tested,
      bundlePath: path ?? '',
      events: await this.eventFiles(file),
      snapshots: await this.snapshots(file)
    };
  }

  private async read(found: WorkspaceFile): Promise<TestFile> {
    const {readTestFile, tooLargeTestFile, unreadableTestFile, MAX_TEST_FILE_BYTES} = this.tools;
    if (this.options.isLate?.() === true) return unreadableTestFile(found.path, ...LATE);
    if (found.bytes > MAX_TEST_FILE_BYTES) return tooLargeTestFile(found.path);
    try {
      return readTestFile(found.path, await this.sources.read(found), this.budget);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return unreadableTestFile(found.path, error.message, error.hint);
    }
  }

  private bundle(path: string, {variables}: TestFile): Promise<BundleToTest> {
    const key = JSON.stringify([path, [...variables]]);
    const known = this.bundles.get(key) ?? this.readBundle(path, variables);
    this.bundles.set(key, known);
    return known;
  }

  /** The file is read once more: of a run's bundles only their content is kept, and tests need the places. */
  private async readBundle(path: string, own: ReadonlyMap<string, JsonValue>): Promise<BundleToTest> {
    const {integration, keep} = this.options;
    const content = await this.sources.contentOf(path);
    if (content === null) return {bundle: null, bundleErrors: [{message: 'it cannot be read', line: 1}]};
    if (content instanceof UserError)
      return {bundle: null, bundleErrors: [{message: content.message, line: 1}]};
    const variables = new Map([...this.options.variables, ...own]);
    const read = readBundleFile(path, content);
    const findings = own.size === 0 ? this.findingsOf(path) : await this.check(read, variables);
    const filled = fillIn(read, {variables, integration, keep});
    const root = filled.json?.root ?? null;
    const bundleErrors = findings
      .filter(({severity}) => severity === 'error')
      .map(({message, rule, range}) => ({message: `${message} (${rule})`, line: range.start.line}));
    if (root === null) return {bundle: null, bundleErrors};
    const owner = identify(root, integration).integration ?? '';
    const bundle: TestedBundle = this.tools.testedBundle(path, filled.lines, root, owner);
    return {bundle, bundleErrors};
  }

  private findingsOf(path: string): readonly Finding[] {
    return this.options.findings.filter((finding) => finding.path === path);
  }

  /** With variables of its own a bundle is another one, and may have other findings. */
  private async check(file: BundleFile, variables: Variables): Promise<readonly Finding[]> {
    const {integration, severities, keep, jq} = this.options;
    const exceptions = {...this.options.exceptions, isWhole: false};
    const files = (async function* (): AsyncGenerator<BundleFile> {
      yield await Promise.resolve(file);
    })();
    const {findings} = await checkBundles(files, {
      rules: RULES,
      severities,
      exceptions,
      integration,
      variables,
      keep,
      jq
    });
    return findings;
  }

  private async eventFiles({path, eventFiles}: TestFile): Promise<EventFiles> {
    const events = new Map<string, EventFile>();
    for (const {value} of eventFiles) {
      if (typeof value === 'string' && !events.has(value))
        events.set(value, await this.eventFile(path, value));
    }
    return events;
  }

  private async eventFile(testFile: string, written: string): Promise<EventFile> {
    const path = normalize(join(dirname(testFile), written));
    if (written.startsWith('/') || path.startsWith('../') || path === '..')
      return {message: `${written} is outside the workspace`, hint: 'Paths are relative to the test file.'};
    const content = await this.sources.contentOf(path);
    if (content instanceof UserError) return {message: content.message, hint: content.hint};
    if (content !== null) return this.tools.readEventFile(path, content);
    return {message: `there is no file ${path}`, hint: 'Paths are relative to the test file.'};
  }

  private async snapshots({path, problems}: TestFile): Promise<ReadonlyMap<string, JsonValue>> {
    const {readSnapshots, snapshotPath} = this.tools;
    const content = await this.sources.contentOf(snapshotPath(path));
    if (content === null) return new Map();
    if (content instanceof UserError) {
      problems.error({start: 0, end: 1}, content.message, content.hint);
      return new Map();
    }
    const snapshots = readSnapshots(new TextDecoder().decode(content));
    if (snapshots !== null) return snapshots;
    // Without --update what nobody can compare is not written over: it may be a merge that is not finished.
    if (this.options.snapshotMode !== 'update' || this.options.filter !== undefined)
      problems.error(
        {start: 0, end: 1},
        `${snapshotPath(path)} holds no snapshots`,
        'Repair it, or write it anew with --update and without --filter.'
      );
    return new Map();
  }
}

/** What reading the test files may take. Most of it goes to bundles that are checked anew with variables of a test file. */
export const PREPARE_MS = 60_000;

const LATE = [
  `the file was not run: to read the files before it took more than ${counted(PREPARE_MS / 60_000, 'minute')}`,
  'Run fewer files at a time: narrow the `tests` input.'
] as const;
