import {createMatcher, patternFor} from '../bundle/patterns.js';
import {isJsonc} from '../bundle/jsonc.js';
import {readBundleFile} from '../bundle/model.js';
import {messageOf, UserError} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {DEFAULT_CONFIG, MAX_CONFIG_BYTES, NO_CONFIG, type ConfigFile} from '../inputs/config-settings.js';
import {DEFAULT_TESTS} from '../inputs/inputs.js';
import {moreHeldBack, weakenedSettings} from '../inputs/weakened-settings.js';
import {isMerge} from '../job/command.js';
import type {Job} from '../job/job.js';
import type {RecordPart} from '../job/record.js';
import {blobSha} from '../bundle/blob-sha.js';
import type {CommitTree, History, TreeFile, WorkspaceFile} from '../ports.js';
import {parseBaseline, type BaselineEntry} from '../rules/baseline.js';
import {ignoresIn, type Ignore} from '../rules/ignores.js';
import {RULES} from '../rules/index.js';
import {counted, listOf, plural} from '../words.js';
import {short} from './checkout.js';

/** So many files of the base commit are read; more are said to be left out. */
const MOST_READ = 100;
/** Bundle files, baselines and test files over this are not read. */
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * What a pull request weakens of the checks against its base commit: rules, exceptions, the baseline, flow tests. It
 * changes those files itself, so whoever reads it has to be told.
 */
export async function findWeakened(job: Job): Promise<RecordPart> {
  const {command, refs, event, ports} = job;
  if (refs.pullRequest === null || isMerge(event) || (command !== 'plan' && command !== 'validate'))
    return {};
  const {history} = ports;
  if (history === null) return notKnown('there is no github-token');
  if (refs.beforeSha === null) return notKnown('the event names no base commit');
  try {
    const tree = await history.tree(refs.beforeSha, foldersOf(job));
    if (tree === null) return notKnown(`the base commit ${short(refs.beforeSha)} cannot be read`);
    return await new Comparison(job, history, tree).part();
  } catch (error) {
    if (!(error instanceof GitHubError) && !(error instanceof UserError)) throw error;
    return notKnown(`the base commit cannot be read (${messageOf(error)})`);
  }
}

function notKnown(why: string): RecordPart {
  const text = `What this pull request weakens of the checks (rules, exceptions, flow tests) is not known: ${why}.`;
  return {notices: [{level: 'notice', text}]};
}

/** Of a tree that is too large to be had at once these folders are read. */
function foldersOf({inputs}: Job): (folder: string) => boolean {
  const named = [configPathOf(inputs.configPath), inputs.baseline.path].map(patternFor);
  const matchers = [[...inputs.bundles], [...inputs.tests], named].map(createMatcher);
  return (folder) => matchers.some((matcher) => matcher.mayHold(folder));
}

function configPathOf(path: string): string {
  return path === '' ? DEFAULT_CONFIG : path;
}

class Comparison {
  private readonly then: ReadonlyMap<string, TreeFile>;
  private readonly doubts: string[] = [];
  private reads = 0;

  constructor(
    private readonly job: Job,
    private readonly history: History,
    private readonly tree: CommitTree
  ) {
    this.then = new Map(tree.files.filter(({isLink}) => !isLink).map((file) => [file.path, file]));
  }

  async part(): Promise<RecordPart> {
    const {inputs} = this.job;
    const path = configPathOf(inputs.configPath);
    const [before, now] = [await this.configThen(path), await this.configNow(path)];
    const weakened = [
      ...weakenedSettings(before, now),
      ...moreHeldBack(
        inputs.baseline.path,
        await this.baselineThen(inputs.baseline.path),
        inputs.baseline.entries ?? []
      ),
      ...(await this.newIgnores()),
      ...(await this.goneTests(before, now))
    ];
    if (!this.tree.isWhole) this.doubts.push('GitHub lists the base commit only in parts');
    if (this.reads > MOST_READ) this.doubts.push(`more than ${MOST_READ} files would have to be read`);
    const [doubt] = this.doubts;
    const text = `This pull request may weaken more of the checks than is said: ${doubt ?? ''}.`;
    return {weakened, ...(doubt === undefined ? {} : {notices: [{level: 'notice', text}]})};
  }

  private async configThen(path: string): Promise<ConfigFile> {
    const content = await this.contentThen(path, MAX_CONFIG_BYTES);
    if (content === null) return NO_CONFIG;
    const {parseConfig} = await import('../inputs/config-file.js');
    const config = parseConfig(path, content);
    if (config.problems.length === 0) return config;
    this.doubts.push(`${path} of the base commit is faulty`);
    return NO_CONFIG;
  }

  private async configNow(path: string): Promise<ConfigFile> {
    const [file] = await this.job.ports.files.find([patternFor(path)]);
    if (file === undefined) return NO_CONFIG;
    const {parseConfig} = await import('../inputs/config-file.js');
    return parseConfig(path, await file.read());
  }

  private async baselineThen(path: string): Promise<readonly BaselineEntry[]> {
    const content = await this.contentThen(path, MAX_BYTES);
    if (content === null) return [];
    const {entries, problems} = parseBaseline(path, content);
    if (problems.length === 0) return entries;
    this.doubts.push(`${path} of the base commit is faulty`);
    return [];
  }

  /** Ignores of files that changed, as many of a rule and reason as the file did not have before. */
  private async newIgnores(): Promise<string[]> {
    const found: string[] = [];
    for (const file of this.job.files) {
      if (!isJsonc(file.path) || file.bytes > MAX_BYTES) continue;
      const content = await contentOf(file);
      if (content === null) continue;
      const ignores = ignoresOf(file.path, content);
      if (ignores.length === 0 || this.has(blobSha(content))) continue;
      const before = await this.contentThen(file.path, MAX_BYTES);
      const known = (before === null ? [] : ignoresOf(file.path, before)).map(saidBy);
      for (const ignore of ignores) {
        const at = known.indexOf(saidBy(ignore));
        if (at !== -1) known.splice(at, 1);
        else
          found.push(
            `an ignore is new: ${ignore.rule} above ${file.path}:${ignore.line}. Its reason: ${ignore.reason}`
          );
      }
    }
    return found;
  }

  /** Test files and cases that are there no more. A case that has another name, or stands in another file, is there. */
  private async goneTests(before: ConfigFile, now: ConfigFile): Promise<string[]> {
    const {tests} = this.job.inputs;
    const isOfFile = JSON.stringify(tests) === JSON.stringify(now.tests ?? DEFAULT_TESTS);
    const matcher = createMatcher(isOfFile ? (before.tests ?? DEFAULT_TESTS) : tests);
    const filesThen = [...this.then.values()].filter(({path}) => matcher.matches(path));
    if (filesThen.length === 0) return [];
    const contents = new Map<string, Uint8Array>();
    for (const file of await this.job.ports.files.find(tests)) {
      const content = file.bytes > MAX_BYTES ? null : await contentOf(file);
      if (content !== null) contents.set(file.path, content);
    }
    const blobsNow = new Set([...contents.values()].map((content) => blobSha(content)));
    const changed = filesThen.filter(({sha}) => !blobsNow.has(sha));
    if (changed.length === 0) return [];
    const namesOf = await caseNames();
    const elsewhere = new Map(
      [...contents]
        .filter(([, content]) => !this.has(blobSha(content)))
        .map(([path, content]) => [path, namesOf(path, content)])
    );
    const found: string[] = [];
    for (const {path} of changed) {
      const content = await this.contentThen(path, MAX_BYTES);
      if (content === null) continue;
      const [then, here] = [namesOf(path, content), elsewhere.get(path) ?? []];
      const others = [...elsewhere].flatMap(([other, names]) => (other === path ? [] : names));
      const gone = then.filter((name) => !here.includes(name) && !others.includes(name));
      const left = gone.length - here.filter((name) => !then.includes(name)).length;
      if (left <= 0) continue;
      const names = `among ${listOf(gone, 'and')}`;
      const what = gone.length === left ? listOf(gone, 'and') : names;
      found.push(`${counted(left, 'flow test')} of ${path} ${plural(left, 'is', 'are')} gone: ${what}`);
    }
    return found;
  }

  /** Whether the base commit has a file with this content, wherever it stands. */
  private has(sha: string): boolean {
    return this.tree.files.some((file) => file.sha === sha);
  }

  /** null for what is not there, is too large, or is one more than is read. */
  private async contentThen(path: string, most: number): Promise<Uint8Array | null> {
    const file = this.then.get(path);
    if (file === undefined || (file.bytes ?? 0) > most) return null;
    this.reads += 1;
    return this.reads > MOST_READ ? null : this.history.blob(file.sha);
  }
}

const RULE_OF = new Map(RULES.map((rule) => [rule.id, rule]));

function ignoresOf(path: string, content: Uint8Array): readonly Ignore[] {
  return ignoresIn(readBundleFile(path, content), () => RULE_OF).ignores;
}

function saidBy({rule, reason}: Ignore): string {
  return `${rule}: ${reason}`;
}

/** What cannot be read is reported where it is read for itself. */
async function contentOf(file: WorkspaceFile): Promise<Uint8Array | null> {
  try {
    return await file.read();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Loaded only where a test file changed. */
async function caseNames(): Promise<(path: string, content: Uint8Array) => string[]> {
  const {MAX_TEST_FILE_BYTES, readTestFile} = await import('../flow-tests/prepare.js');
  return (path, content) =>
    content.byteLength > MAX_TEST_FILE_BYTES
      ? []
      : readTestFile(path, content).cases.flatMap((node) => {
          const name = node.properties.get('name')?.value;
          return typeof name === 'string' ? [name] : [];
        });
}
