import {MAX_FILE_BYTES} from '../bundle/text.js';
import {readBundleFile, tooLargeBundleFile, unreadableBundleFile, type BundleFile} from '../bundle/model.js';
import {commandFor, refsOf, type Command, type Event} from '../job/command.js';
import {closeComment} from './comment.js';
import {deploy} from './apply.js';
import {UserError} from '../errors.js';
import type {Inputs} from '../inputs/inputs.js';
import type {Job, Notice, Ports, RunRecord} from '../job/job.js';
import {matrixOf} from '../job/matrix.js';
import {blobSha} from '../plan/declared-at.js';
import {planJobSpecs, readJobSpecs} from '../plan/job-specs.js';
import {countSteps, hasChanges, makePlan, withSteps} from '../plan/plan.js';
import {readRegistered} from '../plan/registered.js';
import type {WorkspaceFile} from '../ports.js';
import {previouslyDeclared} from './declared-before.js';
import {publish, type Published} from './publish.js';
import type {RunInfo} from '../report/types.js';
import {checkBundles, type Checked} from '../rules/engine.js';
import {RULES} from '../rules/index.js';
import {listOf} from '../words.js';

export interface RunResult extends Published {
  readonly command: Command;
  readonly record: RunRecord;
}

/**
 * The whole story: find the bundle files and check them; compare them with the registry; for an apply, carry
 * the plan out; then report. What the user can mend ends up in the record's `failure`; anything else is thrown.
 */
export async function run(inputs: Inputs, event: Event, runInfo: RunInfo, ports: Ports): Promise<RunResult> {
  const command = commandFor(event, inputs.command);
  const job: Job = {command, inputs, event, refs: refsOf(event), run: runInfo, ports};
  if (command === 'close') {
    const record = emptyRecord(job);
    return {command, record, comment: await closeComment(job), planPath: '', reportPath: '', sarifPath: ''};
  }
  const record = await work(job);
  return {command, record, ...(await publish(job, command, record))};
}

/**
 * The story up to its report: each door shows the record in its own way. What the user can mend ends up in the
 * record's `failure`; anything else is thrown.
 */
export async function work(job: Job): Promise<RunRecord> {
  const record = emptyRecord(job);
  try {
    await carryOut(job, record);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    record.failure = error;
  }
  record.failure ??= findingsFailure(record.checked, job.inputs);
  return record;
}

function emptyRecord({refs}: Job): RunRecord {
  return {
    checked: {findings: [], declared: [], files: 0, complete: false, unusedVariables: []},
    plan: null,
    outcomes: null,
    unmanaged: [],
    notices: [],
    explanations: [],
    pullRequest: refs.pullRequest,
    reviewed: null,
    backupPath: '',
    failure: null
  };
}

async function carryOut(job: Job, record: RunRecord): Promise<void> {
  const {command, inputs, ports} = job;
  const files = await findFiles(job, record);
  const blobs = new Map<string, string>();
  record.checked = await checkBundles(readFiles(files, blobs), {
    rules: RULES,
    levels: inputs.levels,
    integration: inputs.integration,
    variables: inputs.variables,
    jq: ports.jq
  });
  record.notices.push(...unusedVariables(record.checked).map(warning));
  if (command === 'validate') {
    const {problem} = matrixOf(record.checked);
    if (problem !== '') record.notices.push(warning(problem));
    return;
  }
  if (command === 'apply') refuseInvalid(record.checked, inputs);
  if (!record.checked.complete) {
    // A drift check that compared nothing must not pass, whatever findings may do.
    if (command === 'drift') refuseInvalid(record.checked, inputs);
    return;
  }

  const target = inputs.target;
  if (target === null || inputs.credentials === null) {
    withoutCredentials(job, record);
    return;
  }
  const before = await previouslyDeclared(job, blobs);
  record.notices.push(...before.notices);
  const registry = await ports.openRegistry();
  const {declared} = record.checked;
  const registered = await readRegistered(registry, {
    declared,
    previously: before.bundles,
    deletes: inputs.deletes
  });
  record.unmanaged = registered.unmanaged;
  record.notices.push(...registered.unknownIntegrations.map(unknownIntegration).map(warning));
  const plan = makePlan({target, declared, registered: registered.bundles});
  const lists = await readJobSpecs(registry, plan.steps, inputs.jobSpecs);
  const jobSpecs = planJobSpecs(plan.steps, lists, inputs.jobSpecs, before.versions);
  record.notices.push(...jobSpecs.notices.map(warning));
  record.plan = withSteps(plan, jobSpecs.steps);

  if (command === 'plan') warnOfTooManyDeletes(record, inputs);
  if (command === 'apply') {
    await deploy(job, record, record.plan, registry, {previously: before, current: blobs});
  }
  if (command === 'drift' && hasChanges(record.plan)) {
    throw new UserError(
      'drift',
      'the registry does not hold what this commit declares',
      'Apply the commit again, or bring the change that was made in the account into the bundle files.'
    );
  }
}

/** A plan that would not be applied says so before it is merged. */
function warnOfTooManyDeletes({plan, notices}: RunRecord, {maxDeletes}: Inputs): void {
  const deletions = plan === null ? 0 : countSteps(plan.steps).deleted;
  if (deletions <= maxDeletes) return;
  notices.push(
    warning(
      `An apply of this plan would stop: it deletes ${deletions} bundles, and max-deletes allows ${maxDeletes}.`
    )
  );
}

/** @throws UserError when no file matches and `allow-empty` does not say that this is meant; validate only warns */
async function findFiles(
  {command, inputs, ports}: Job,
  record: RunRecord
): Promise<readonly WorkspaceFile[]> {
  const files = await ports.files.find(inputs.bundles);
  if (files.length > 0 || inputs.allowEmpty) return files;
  const message = `no file matches bundles: ${inputs.bundles.join(', ')}`;
  // A push to a branch without bundles is no mistake; whoever asks for a check of nothing has made one.
  if (command === 'validate' && inputs.command === 'auto') {
    record.notices.push(warning(`Nothing was checked: ${message}.`));
    return files;
  }
  throw new UserError(
    'invalid-inputs',
    message,
    'Check the patterns and that the repository is checked out (actions/checkout). ' +
      'If the repository really declares no bundle, set allow-empty: true.'
  );
}

/** Reads one file after the other, and notes git's name for each content. */
export async function* readFiles(
  files: readonly WorkspaceFile[],
  blobs: Map<string, string>
): AsyncGenerator<BundleFile> {
  for (const file of files) {
    yield file.bytes > MAX_FILE_BYTES
      ? tooLargeBundleFile(file.path, file.bytes)
      : await readFileOf(file, blobs);
  }
}

/** A file that cannot be read becomes a finding at that file: it does not keep the others from being checked. */
async function readFileOf(file: WorkspaceFile, blobs: Map<string, string>): Promise<BundleFile> {
  try {
    const content = await file.read();
    blobs.set(file.path, blobSha(content));
    return readBundleFile(file.path, content);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unreadableBundleFile(file.path, {message: error.message, hint: error.hint});
  }
}

/** @throws UserError when an apply must not go on: nothing is written while any bundle is invalid */
function refuseInvalid(checked: Checked, inputs: Inputs): void {
  const failure = findingsFailure(checked, {failOn: inputs.failOn === 'warning' ? 'warning' : 'error'});
  if (failure !== null) throw failure;
}

function findingsFailure({findings}: Checked, {failOn}: Pick<Inputs, 'failOn'>): UserError | null {
  if (failOn === 'never') return null;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  if (errors === 0 && (failOn === 'error' || warnings === 0)) return null;
  const counts = [count(errors, 'error'), count(warnings, 'warning')]
    .filter((text) => text !== '')
    .join(' and ');
  return new UserError('invalid-bundles', `the bundle files have ${counts}`, 'Each is marked at its line.');
}

/**
 * A plan without credentials (forks and Dependabot get no secrets) says why there is no diff.
 *
 * @throws UserError `credentials-missing` for commands that are nothing without the registry
 */
function withoutCredentials({command, inputs}: Job, record: RunRecord): void {
  const missing = [
    ...(inputs.target === null ? ['subdomain'] : []),
    ...(inputs.credentials === null ? ['credentials (email and api-token)'] : [])
  ].join(' and ');
  if (command !== 'plan') {
    throw new UserError(
      'credentials-missing',
      `${command} needs the registry, and no ${missing} is given`,
      'Store them as secrets and hand them in. Pull requests from forks and from Dependabot get no secrets.'
    );
  }
  record.notices.push({
    level: 'notice',
    text:
      `The bundles were checked, but not compared with the registry: no ${missing} is given. ` +
      'Pull requests from forks and from Dependabot get no secrets.'
  });
}

function warning(text: string): Notice {
  return {level: 'warning', text};
}

function unusedVariables({unusedVariables: names}: Checked): string[] {
  if (names.length === 0) return [];
  const what = names.length === 1 ? 'variable' : 'variables';
  return [`No bundle file has a placeholder for the ${what} ${listOf(names, 'and')} of the variables input.`];
}

function unknownIntegration(integration: string): string {
  return `The registry does not know the integration ${integration}: it must be created before a bundle can be uploaded to it.`;
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
