import {GitHubError} from '../github/errors.js';
import type {Target} from '../plan/types.js';
import type {GitHub} from '../ports.js';
import type {Header} from '../report/header.js';
import type {Event} from './command.js';
import type {Job} from './job.js';

/** Who writes with a workflow's own token: GitHub does not tell such a token its name. */
export const WORKFLOW_LOGIN = 'github-actions[bot]';

/** The repository's id, or its name where the event has no id; empty where it has neither. */
export function repositoryOf({payload}: Pick<Event, 'payload'>): string {
  return String(payload.repository?.id ?? payload.repository?.full_name ?? '');
}

/** The key that tells apart several steps that comment on one pull request. */
export function commentKey({commentKey: key, matrix}: Job['inputs']): string {
  return JSON.stringify([key, matrix]);
}

/** The account that a comment is about; empty on a fork that knows none. */
export function targetOf({target}: Job['inputs']): Target {
  return target ?? {registryUrl: '', subdomain: ''};
}

/** Whom our comments and issues are written by. @throws GitHubError where GitHub fails to say */
export async function knownLogin(github: GitHub): Promise<string> {
  return (await github.login()) ?? WORKFLOW_LOGIN;
}

/** As knownLogin; where GitHub fails to say, the workflow's own token is assumed. */
export async function ownLogin(github: GitHub): Promise<string> {
  try {
    return await knownLogin(github);
  } catch (error) {
    if (error instanceof GitHubError) return WORKFLOW_LOGIN;
    throw error;
  }
}

/** Whether something with this header was written by this step: for the same account, key and matrix. */
export function isForThisStep({inputs}: Job, header: Header): boolean {
  const target = targetOf(inputs);
  return (
    header.key === commentKey(inputs) &&
    header.target.registryUrl === target.registryUrl &&
    header.target.subdomain === target.subdomain
  );
}
