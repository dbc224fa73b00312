import type {GitHubStandIn} from '../../../src/stand-ins/github/github.js';
import {TOKENS} from '../../support/fake-github.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One plain request to a stand-in. @param path below the repository when it starts with no slash */
export async function call(
  github: GitHubStandIn,
  method: string,
  path: string,
  {body, token = TOKENS.full, agent = 'tests'}: {body?: unknown; token?: string | null; agent?: string} = {}
): Promise<Answer> {
  const url = path.startsWith('/') ? path : `/repos/${github.repository}/${path}`;
  const response = await fetch(`${github.apiUrl}${url}`, {
    method,
    headers: {'user-agent': agent, ...(token === null ? {} : {authorization: `token ${token}`})},
    ...(body === undefined ? {} : {body: JSON.stringify(body)})
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text)
  };
}
