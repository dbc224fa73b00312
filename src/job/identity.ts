import {GitHubError} from '../github/errors.js';
import {inputsHash, sha256} from '../plan/record.js';
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

type ScopeInputs = Pick<Job['inputs'], 'commentKey' | 'matrix' | 'bundles' | 'integration' | 'target'>;

/**
 * What tells apart several steps that comment on one pull request or deploy to one account: the comment-key and
 * the matrix, and where there is no comment-key also the files and the integration that a step stands for.
 */
export function commentKey({commentKey: key, matrix, bundles, integration}: ScopeInputs): string {
  if (key !== '') return JSON.stringify([key, matrix]);
  return JSON.stringify([key, matrix, inputsHash(bundles, {integration, variables: new Map()})]);
}

/** The key in comments and records of before files and integration counted. */
export function oldCommentKey({commentKey: key, matrix}: Pick<ScopeInputs, 'commentKey' | 'matrix'>): string {
  return JSON.stringify([key, matrix]);
}

/** The scope of a step's records: account and key. The environment is not in it: it may be renamed. */
export function scopeOf(inputs: ScopeInputs): string {
  return sha256(JSON.stringify([inputs.target?.registryUrl ?? '', commentKey(inputs)]));
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

/** Whether something with this header was written by this step, with its present key or the one of before. */
export function isForThisStep({inputs}: Job, header: Header): boolean {
  const target = targetOf(inputs);
  return (
    [commentKey(inputs), oldCommentKey(inputs)].includes(header.key) &&
    header.target.registryUrl === target.registryUrl &&
    header.target.subdomain === target.subdomain
  );
}
