import {ApiFailure} from '../api.js';
import type {Route} from '../api.js';
import {privateUserBody} from '../bodies/common.js';
import {fullRepositoryBody} from '../bodies/repository.js';

/** The repository itself, the token's user, the rate limit. */
export function accountRoutes(): readonly Route[] {
  return [
    {
      operation: 'GET /user',
      needs: [],
      handle: ({site, viewer}) => {
        if (viewer.kind === 'installation') {
          throw new ApiFailure(403, 'Resource not accessible by integration');
        }
        return {status: 200, body: privateUserBody(site, viewer.account)};
      }
    },
    {
      operation: 'GET /rate_limit',
      needs: [],
      handle: ({site}) => {
        const rate = {limit: 5_000, used: 1, remaining: 4_999, reset: hourAfter(site.state.now())};
        return {
          status: 200,
          body: {resources: {core: rate, search: {...rate, limit: 30, remaining: 29}}, rate}
        };
      }
    },
    {
      operation: 'GET /repos/{owner}/{repo}',
      needs: [],
      handle: ({site}) => ({status: 200, body: fullRepositoryBody(site)})
    }
  ];
}

function hourAfter(time: string): number {
  return Math.floor(Date.parse(time) / 1_000) + 3_600;
}
