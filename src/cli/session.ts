import {tmpdir} from 'node:os';
import {systemClock} from '../actions/clock.js';
import {createFiles} from '../actions/files.js';
import type {Inputs} from '../inputs/inputs.js';
import {secretsOf} from '../inputs/secrets.js';
import type {Job, Ports} from '../job/job.js';
import {resultOf} from '../job/outcome.js';
import {withPart, type RunRecord} from '../job/record.js';
import {createJqChecker} from '../jq/checker.js';
import type {Plan} from '../plan/types.js';
import type {Cancellation, Registry, Runner} from '../ports.js';
import {shownRun, type ShownRun} from '../report/shown-run.js';
import type {ReportCommand} from '../report/types.js';
import {apiTokenNotice} from '../run/api-token-notice.js';
import {openRegistry} from '../run/open-registry.js';
import {reportModel} from '../run/report-model.js';
import {work} from '../run/run.js';
import {createGit, gitHistory, lineFrom, skippedBy, uncommitted, type Git} from './git.js';
import {createProgress, progressLog} from './progress.js';
import {declaredSince, type Since} from './since.js';
import {longestFirst} from '../secrets/scrub.js';
import {tell} from './show.js';
import type {Terminal} from './terminal.js';

export interface SessionOptions {
  readonly terminal: Terminal;
  readonly inputs: Inputs;
  /** The `--since` flag. */
  readonly since: string | undefined;
  readonly cancellation?: Cancellation;
  /** Told what the run found out, before it is shown. */
  readonly onRecord?: (record: RunRecord) => Promise<void>;
  /** Called with the plan that is about to be applied; throws to call it off. */
  readonly confirm?: (plan: ShownRun) => Promise<void>;
}

/**
 * Runs a command as the Action would, with this machine in the place of the runner: git tells what was
 * declared before, and nothing is asked from GitHub.
 *
 * @throws UsageError when `--since` names no commit, and what `confirm` throws
 */
export async function runSession(command: ReportCommand, options: SessionOptions): Promise<ShownRun> {
  const {terminal, inputs, since} = options;
  const git = createGit(terminal.cwd);
  const before =
    ['validate', 'restore'].includes(command) || inputs.deletes !== 'removed'
      ? null
      : await declaredSince(git, since);
  const commit = before !== null && 'commit' in before ? before : null;
  const headSha = command === 'validate' ? '' : ((await lineFrom(git, 'rev-parse', 'HEAD')) ?? '');
  const progress = createProgress(terminal.stderr);

  const minted: string[] = [];
  let until = timeFrom(inputs);
  const deadline = (): number => until;

  const shown = (record: RunRecord): ShownRun =>
    shownRun(reportModel(job, command, record), {
      result: resultOf(command, record),
      declaredBefore: commit?.words ?? '',
      backupPath: record.backupPath,
      secrets: longestFirst([...secretsOf(inputs), ...minted])
    });
  const files = {
    ...createFiles(terminal.cwd, tmpdir()),
    leftOut: (paths: readonly string[]) => skippedBy(git, paths)
  };
  const ports: Ports = {
    files,
    github: null,
    history: gitHistory(git),
    openRegistry: () => openAndTell(options, deadline, minted),
    minted: () => minted,
    confirm: async (_plan: Plan, record: RunRecord) => {
      progress.clear();
      await options.confirm?.(shown(record));
      // The time that it took to read the plan and to answer does not count.
      until = timeFrom(inputs);
    },
    jq: createJqChecker(),
    runner: NO_RUNNER,
    log: progressLog(progress),
    clock: systemClock,
    deadline,
    ...(options.cancellation === undefined ? {} : {cancellation: options.cancellation}),
    onProgress: (what, done, all) => {
      progress.show(`${what}: ${done} of ${all}`);
    }
  };
  const job: Job = {
    command,
    // Where no commit can be asked, none is: what cannot be known to have been declared is not deleted.
    inputs: before !== null && commit === null ? {...inputs, deletes: 'never'} : inputs,
    event: {name: '', payload: {}, ref: '', sha: headSha, repository: '', step: ''},
    refs: {headSha, beforeSha: commit?.commit ?? null, pullRequest: null},
    files: await files.find(inputs.bundles),
    commit: {sha: headSha, root: '', source: 'terminal', doubt: ''},
    run: {headSha, commitUrl: '', url: '', id: ''},
    ports
  };
  try {
    const record = await work(job);
    await options.onRecord?.(record);
    const texts = await doubtsOf(command, before, git, headSha);
    return shown(withPart(record, {notices: texts.map((text) => ({level: 'notice', text}))}));
  } finally {
    progress.clear();
  }
}

/** What a reader must know of the commits that a run compares. */
async function doubtsOf(
  command: ReportCommand,
  before: Since | {readonly unknown: string} | null,
  git: Git,
  headSha: string
): Promise<readonly string[]> {
  const unknown = before !== null && 'unknown' in before ? [`Nothing is deleted: ${before.unknown}.`] : [];
  if (command === 'validate' || command === 'restore') return unknown;
  return [...unknown, ...(await uncommitted(git, headSha))];
}

/** A terminal shows no log, and after an apply no notices: what is to be known of the credentials is said at once. */
async function openAndTell(
  options: SessionOptions,
  deadline: () => number,
  minted: string[]
): Promise<Registry> {
  const {inputs, terminal} = options;
  const say = (text: string): void => {
    tell(`note: ${text}`, terminal);
  };
  const registry = await openFromTerminal(options, deadline, minted);
  const notice = apiTokenNotice(inputs, systemClock.now());
  if (notice !== null) say(notice.text);
  return {
    ...registry,
    close: async () => {
      for (const left of (await registry.close?.()) ?? []) say(left);
      return [];
    }
  };
}

/**
 * Opens the registry for a terminal, where nobody reads a log.
 *
 * @param deadline when the time for it is over; as long as a command may take from now on unless given
 * @param minted   gets every form of the tokens that are made
 * @throws an Error when the inputs have no target: commands that need one have asked for it
 */
export function openFromTerminal(
  {inputs, cancellation}: Pick<SessionOptions, 'inputs' | 'cancellation'>,
  deadline?: () => number,
  minted: string[] = []
): Promise<Registry> {
  const until = timeFrom(inputs);
  return openRegistry(inputs, {
    clock: systemClock,
    log: {debug: () => undefined},
    onSecrets: (forms) => {
      minted.push(...forms);
    },
    deadline: deadline ?? (() => until),
    ...(cancellation === undefined ? {} : {stopWriting: cancellation.stop, giveUp: cancellation.giveUp})
  });
}

function timeFrom({maxMinutes}: Inputs): number {
  return systemClock.now() + maxMinutes * 60_000;
}

/** A terminal has neither annotations nor a job summary: the report is shown when the work is done. */
const NO_RUNNER: Runner = {annotate: () => undefined, writeSummary: () => Promise.resolve()};
