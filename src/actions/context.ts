import {readFile} from 'node:fs/promises';
import type {Event, Payload} from '../job/command.js';
import {UserError, messageOf} from '../errors.js';

/** What GitHub tells a step about where it runs (docs: Default environment variables). */
export interface Context {
  readonly event: Event;
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The workflow run's page; empty outside GitHub. */
  readonly runUrl: string;
  /** `{run id}/{attempt}`. */
  readonly runId: string;
  readonly workspace: string;
  readonly temporary: string;
}

/** @throws UserError when the event's payload cannot be read */
export async function readContext(env: NodeJS.ProcessEnv): Promise<Context> {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const [owner = '', repo = ''] = repository.split('/');
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const runId = env['GITHUB_RUN_ID'] ?? '';
  return {
    event: {
      name: env['GITHUB_EVENT_NAME'] ?? '',
      payload: await readPayload(env['GITHUB_EVENT_PATH'] ?? ''),
      ref: env['GITHUB_REF'] ?? '',
      sha: env['GITHUB_SHA'] ?? '',
      repository,
      step: stepOf(env)
    },
    owner,
    repo,
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl,
    runUrl: runId === '' || repository === '' ? '' : `${serverUrl}/${repository}/actions/runs/${runId}`,
    runId: `${runId}/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temporary: env['RUNNER_TEMP'] ?? ''
  };
}

/** `owner/name/.github/workflows/zis.yml@ref`, the job's id, and the step's id or the name of the action in it. */
function stepOf(env: NodeJS.ProcessEnv): string {
  const workflow = (env['GITHUB_WORKFLOW_REF'] ?? '').replace(/@.*$/s, '');
  const [job = '', action = ''] = [env['GITHUB_JOB'], env['GITHUB_ACTION']];
  return workflow === '' && job === '' ? '' : JSON.stringify([workflow, job, action]);
}

async function readPayload(path: string): Promise<Payload> {
  if (path === '') return {};
  try {
    const payload: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof payload === 'object' && payload !== null ? payload : {};
  } catch (error) {
    throw new UserError(
      'invalid-inputs',
      `the event payload ${path} cannot be read: ${messageOf(error)}`,
      'The runner writes this file; outside a workflow leave GITHUB_EVENT_PATH unset.',
      {cause: error}
    );
  }
}
