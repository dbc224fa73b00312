import * as core from '@actions/core';
import {createCancellation} from './actions/cancellation.js';
import {systemClock} from './actions/clock.js';
import {readContext, type Context} from './actions/context.js';
import {createFiles} from './actions/files.js';
import {takeInterrupts} from './actions/interrupts.js';
import {createLog, type StepLog} from './actions/log.js';
import {Masks} from './actions/masks.js';
import {progressIn} from './actions/progress.js';
import {createRunner} from './actions/runner.js';
import {UserError, messageOf, stackOf} from './errors.js';
import {createGitHub} from './github/github.js';
import {secretInputs, type Inputs} from './inputs/inputs.js';
import {loadInputs} from './inputs/load.js';
import {InputsError, type GetInput} from './inputs/reader.js';
import {secretsOf} from './inputs/secrets.js';
import type {Ports} from './job/job.js';
import {failedOutputs, outputsOf} from './job/outcome.js';
import {createJqChecker} from './jq/checker.js';
import type {Cancellation, Files} from './ports.js';
import {openRegistry} from './run/open-registry.js';
import type {RunPlace} from './run/prepare.js';
import {run} from './run/run.js';
import {countCases} from './flow-tests/result.js';
import type {RunRecord} from './job/record.js';
import {VERSION} from './version.js';
import {plain, visible, type Line} from './visible.js';

import {sentence} from './words.js';

await main();

/** The entry of the Action: reads the environment, runs, and is the only place that sets outputs and the exit state. */
async function main(): Promise<void> {
  const started = systemClock.now();
  const masks = new Masks();
  const log = createLog((text) => masks.scrub(text));
  try {
    const getInput: GetInput = (name) => core.getInput(name, {trimWhitespace: false});
    masks.add(secretInputs(getInput));
    const context = await readContext(process.env);
    const files = createFiles(context.workspace, context.temporary);
    const inputs = await loadInputs(getInput, files);
    masks.add(secretsOf(inputs));
    const setOutputs = (values: Readonly<Record<string, string>>): void => {
      for (const [name, value] of Object.entries(values)) core.setOutput(name, masks.scrub(value));
    };
    let hasOutputs = false;
    const cancellation = createCancellation();
    takeInterrupts({
      onSignal: () => {
        cancellation.cancel();
      },
      onLastMoment: () => {
        if (!hasOutputs) setOutputs(failedOutputs(new UserError('cancelled', 'the step was cancelled', '')));
      }
    });
    const {command, record, ...published} = await run(inputs, context.event, placeOf(context), {
      ...ports({inputs, context, files, log, started, cancellation, masks}),
      onBackup: (path) => {
        setOutputs({'backup-path': path});
      },
      onOutcome: (of, known, files) => {
        setOutputs(outputsOf(of, known, {...files, comment: null}));
        hasOutputs = true;
      }
    });
    setOutputs(outputsOf(command, record, published));
    const {failure} = record;
    if (failure !== null && isMarked(failure, record)) failQuietly(failure, log);
    else if (failure !== null) fail(failure, log);
  } catch (error) {
    for (const [name, value] of Object.entries(failedOutputs(error))) core.setOutput(name, value);
    fail(error, log);
  }
}

interface PortParts {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly files: Files;
  readonly log: StepLog;
  /** When the step began, by the clock. */
  readonly started: number;
  readonly cancellation: Cancellation;
  readonly masks: Masks;
}

function ports({inputs, context, files, log, started, cancellation, masks}: PortParts): Ports {
  const deadline = (): number => started + inputs.maxMinutes * 60_000;
  const {owner, repo, apiUrl} = context;
  const userAgent = `zis-bundles/${VERSION}`;
  const options = {token: inputs.githubToken, apiUrl, owner, repo, userAgent, clock: systemClock, log};
  const github = inputs.githubToken === '' ? null : createGitHub(options);
  return {
    files,
    github,
    history: github,
    openRegistry: () =>
      openRegistry(inputs, {
        clock: systemClock,
        log,
        deadline,
        onSecrets: masks.addMinted,
        stopWriting: cancellation.stop,
        giveUp: cancellation.giveUp
      }),
    minted: () => masks.minted,
    jq: createJqChecker(),
    openFlowEngine: async () => (await import('./jq/flow-engine.js')).createFlowEngine(),
    runner: createRunner(log),
    log,
    clock: systemClock,
    deadline,
    cancellation,
    onProgress: progressIn(log, systemClock)
  };
}

function placeOf({serverUrl, owner, repo, runUrl, runId}: Context): RunPlace {
  return {repositoryUrl: repo === '' ? '' : `${serverUrl}/${owner}/${repo}`, url: runUrl, id: runId};
}

/** What failed is marked on its lines already, and GitHub shows ten errors a step: one that sums it up would be the eleventh. */
function isMarked({reason}: UserError, {checked, tests}: RunRecord): boolean {
  if (reason === 'invalid-bundles') return checked.findings.length > 0;
  return reason === 'tests-failed' && tests !== null && countCases(tests).failed + tests.errors.length > 0;
}

function failQuietly(failure: UserError, log: StepLog): void {
  log.info(withHint(failure));
  process.exitCode = core.ExitCode.Failure;
}

/** A user's mistake gets its message and what to do; a bug gets its stack. */
function fail(error: unknown, log: StepLog): void {
  process.exitCode = core.ExitCode.Failure;
  if (error instanceof InputsError) {
    for (const problem of error.problems) log.error(visible(sentence(problem)));
  } else if (error instanceof UserError) {
    log.error(withHint(error));
  } else {
    const message = sentence(messageOf(error));
    log.error(plain`This is a bug in zis-bundles: ${message} Please report it with the log.`);
    for (const line of stackOf(error)) log.info(line);
  }
}

function withHint({message, hint}: UserError): Line {
  return hint === '' ? visible(sentence(message)) : plain`${sentence(message)} ${hint}`;
}
