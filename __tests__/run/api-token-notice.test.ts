import {describe, expect, test} from '@jest/globals';
import type {Credentials} from '../../src/registry/credentials.js';
import {apiTokenNotice} from '../../src/run/api-token-notice.js';

const API_TOKEN = {kind: 'api-token', email: 'a@example.com', apiToken: 'the-token'} as const;
const CLIENT = {
  kind: 'oauth-client',
  clientId: 'deploy',
  clientSecret: 'the-secret',
  scope: 'read write',
  uploader: null
} as const;

describe('apiTokenNotice', () => {
  test.each([
    ['2026-11-26T10:00:00Z', 'notice', 'on 30 April 2027, in 155 days,'],
    ['2027-02-28T00:00:00Z', 'notice', 'in 61 days,'],
    ['2027-03-01T00:00:00Z', 'warning', 'in 60 days,'],
    ['2027-04-29T23:59:59Z', 'warning', 'in 1 day,'],
    ['2027-04-30T00:00:00Z', 'warning', 'has ended all API tokens on 30 April 2027,']
  ])('at %s it is a %s', (date, level, words) => {
    expect(apiTokenNotice({credentials: API_TOKEN}, Date.parse(date))).toEqual({
      level,
      text: expect.stringContaining(words)
    });
  });

  test.each<[string, Credentials | null, boolean]>([
    ['an API token beside a client', {...CLIENT, uploader: API_TOKEN}, true],
    ['a client alone', CLIENT, false],
    ['a password', {kind: 'password', email: 'a@example.com', password: 'pass-word'}, false],
    ['an OAuth token', {kind: 'oauth', oauthToken: 'the-token'}, false],
    ['no credentials', null, false]
  ])('%s', (_, credentials, isSaid) => {
    const notice = apiTokenNotice({credentials}, Date.parse('2026-11-26'));
    expect(notice !== null).toBe(isSaid);
  });
});
