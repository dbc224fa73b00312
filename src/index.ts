import * as core from '@actions/core';
import {systemClock} from './actions/clock.js';
import {readContext, type Context} from './actions/context.js';
import {createFiles} from './actions/files.js';
import {createLog} from './actions/log.js';
import {createRunner} from './actions/runner.js';
import {refsOf} from './command.js';
import {UserError, messageOf} from './errors.js';
import {createGitHub} from './github/github.js';
import {readInputs, secretInputs, type GetInput, type Inputs} from './inputs.js';
import type {Ports} from './job.js';
import {createJqChecker} from './jq/checker.js';
import {outputsOf} from './outcome.js';
import {secretForms} from './registry/credentials.js';
import {run} from './run.js';
import {VERSION} from './version.js';

await main();

/** The Action's door: reads the environment, runs, and is the only place that sets outputs and the exit state. */
async function main(): Promise<void> {
  try {
    const getInput: GetInput = (name) => core.getInput(name, {trimWhitespace: false});
    for (const secret of secretInputs(getInput)) core.setSecret(secret);
    const inputs = readInputs(getInput);
    if (inputs.credentials !== null) for (const form of secretForms(inputs.credentials)) core.setSecret(form);
    const context = await readContext(process.env);
    const {command, record, ...published} = await run(
      inputs,
      context.event,
      runInfo(context),
      ports(inputs, context)
    );
    for (const [name, value] of Object.entries(outputsOf(command, record, published)))
      core.setOutput(name, value);
    if (record.failure !== null) fail(record.failure);
  } catch (error) {
    core.setOutput('result', 'failed');
    core.setOutput('failure-reason', error instanceof UserError ? error.reason : 'internal');
    fail(error);
  }
}

function ports(inputs: Inputs, context: Context): Ports {
  const log = createLog();
  const {owner, repo, apiUrl} = context;
  const userAgent = `zis-bundles/${VERSION}`;
  const github = {token: inputs.githubToken, apiUrl, owner, repo, userAgent, clock: systemClock, log};
  return {
    files: createFiles(context.workspace, context.temporary),
    github: inputs.githubToken === '' ? null : createGitHub(github),
    async openRegistry() {
      const {target, credentials, maxParallel} = inputs;
      if (target === null || credentials === null)
        throw new Error('the registry was opened without credentials');
      const {createRegistry} = await import('./registry/client.js');
      return createRegistry({
        baseUrl: target.registryUrl,
        credentials,
        maxParallel,
        userAgent,
        clock: systemClock,
        log
      });
    },
    jq: createJqChecker(),
    runner: createRunner(),
    log,
    clock: systemClock
  };
}

function runInfo({event, serverUrl, owner, repo, runUrl, runId}: Context): Parameters<typeof run>[2] {
  const {headSha} = refsOf(event);
  const commitUrl = headSha === '' || repo === '' ? '' : `${serverUrl}/${owner}/${repo}/commit/${headSha}`;
  return {headSha, commitUrl, url: runUrl, id: runId};
}

/** A user's mistake gets its message and what to do; a bug gets its stack. */
function fail(error: unknown): void {
  if (error instanceof UserError) {
    core.setFailed(`${sentence(error.message)} ${error.hint}`.trim());
    return;
  }
  core.setFailed(
    `This is a bug in zis-bundles: ${sentence(messageOf(error))} Please report it with the log.`
  );
  if (error instanceof Error && error.stack !== undefined) core.info(error.stack);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
