import {ApiFailure} from '../api.js';
import type {Route} from '../api.js';
import {privateUserBody} from '../bodies/common.js';

/** Whom a token speaks for. */
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
    }
  ];
}
