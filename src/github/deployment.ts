import type {JsonObject} from '../bundle/json-types.js';
import {isObject} from '../bundle/objects.js';
import type {Deployment} from '../ports.js';
import {demand} from './demand.js';
import {timeOf} from './time.js';

/** What is used of the API's `deployment`. */
export interface DeploymentData {
  /** octokit reads numbers above 2^53 as bigint; GitHub's ids are far below. */
  readonly id: number | bigint;
  readonly sha: string;
  /** An object, or its JSON as text: GitHub gives back either. */
  readonly payload: unknown;
  readonly created_at: string;
  readonly updated_at: string;
  /** null for a deleted account. */
  readonly creator: {readonly login: string} | null;
}

export function toDeployment(data: DeploymentData): Deployment {
  demand('a deployment', data, {id: 'number', sha: 'string', created_at: 'string', updated_at: 'string'});
  const {id, sha, payload, created_at: created, updated_at: updated, creator} = data;
  return {
    id: Number(id),
    sha,
    payload: toPayload(payload),
    creator: typeof creator?.login === 'string' ? creator.login : null,
    createdAt: timeOf(created),
    updatedAt: timeOf(updated)
  };
}

function toPayload(payload: unknown): JsonObject | null {
  const value = parsed(payload);
  return isObject(value) ? value : null;
}

/** octokit's bigint is no JSON. */
function plainNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** null for what is no JSON, or nested too deep to be read: anyone may put anything into a deployment. */
function parsed(payload: unknown): unknown {
  try {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null, plainNumber);
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
