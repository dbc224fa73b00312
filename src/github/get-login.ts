import type {Client} from './client.js';
import {demand} from './demand.js';
import {GitHubError} from './errors.js';

/** The user that the token belongs to; null for the token of an Action or an App, which speaks for no user. */
export async function getLogin({request}: Client): Promise<string | null> {
  try {
    const {data} = await request('GET /user');
    demand('a user', data, {login: 'string'});
    return data.login;
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'permission' || error.kind === 'not-found'))
      return null;
    throw error;
  }
}
