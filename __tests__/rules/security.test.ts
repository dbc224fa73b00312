import {describe, expect, test} from '@jest/globals';
import {SECURITY_RULES} from '../../src/rules/security/index.js';
import {actionOf, bundleOf, check, expectClean, expectOnly} from '../support/check.js';

const rules = SECURITY_RULES;
const states = {Done: {Type: 'Succeed'}};
const withAction = (definition: Record<string, unknown>) =>
  check(bundleOf(states, {resources: {call: actionOf('call', definition)}}), {rules});
const withParameters = (Parameters: object) =>
  check(bundleOf({Load: {Type: 'Action', ActionName: 'x', Parameters, End: true}}), {rules});

describe('credentials as text', () => {
  test('is never repeated in the message', async () => {
    const token = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const findings = await withParameters({note: `use ${token} here`});
    expectOnly(findings, {rule: 'security/credential', severity: 'warning', message: 'a GitHub token'});
    expect(JSON.stringify(findings[0]?.message)).not.toContain(token);
  });

  test.each([
    [
      {headers: [{key: 'Authorization', value: 'Basic c3VwcG9ydDpodW50ZXIy'}]},
      '"Basic c3VwcG9ydDpodW50ZXIy"'
    ],
    [{headers: [{key: 'X-Api-Key', value: 'k3y-of-the-warehouse'}]}, '"k3y-of-the-warehouse"'],
    [{requestBody: {login: {client_secret: 'abc123def456'}}}, '"abc123def456"'],
    [{queryParams: [{key: 'access_token', value: '0123456789abcdef'}]}, '"0123456789abcdef"'],
    [{path: '/api/v2/x.json?api_key=0123456789abcdef'}, '"/api/v2/x.json?api_key=0123456789abcdef"']
  ])('in an action: %j', async (definition, at) => {
    const findings = await withAction(definition);
    expectOnly(findings, {rule: 'security/credential', at, message: 'holds', hint: 'connection'});
    expect(`${findings[0]?.message} ${findings[0]?.hint}`).not.toContain(at.slice(1, -1));
  });

  test.each(['see-the-vault-2', 'See-The-Vault-Now', 'seethevaultnowplease'])(
    '%s is more than words that are joined',
    async (secret) => {
      expectOnly(await withParameters({secret}), {rule: 'security/credential'});
    }
  );

  test('in the parameters of an action', async () => {
    expectOnly(await withParameters({password: 'hunter2!'}), {rule: 'security/credential', at: '"hunter2!"'});
  });

  test.each([
    {'token.$': '$.input.access_token'},
    {token: '{{$.token}}'},
    {password: '<your password>'},
    {api_key: 'WAREHOUSE_KEY_PLACEHOLDER'},
    {token: 'bearer'},
    {page_after_cursor: '0123456789abcdef'},
    {keys: 'one,two,three4'},
    {token: 'acme_integration_settings'},
    {credentials: 'same-origin'},
    {secret: 'see-the-vault-please'},
    {author: 'agent0123456789abcdef'}
  ])('is not seen in %j', async (parameters) => {
    expectClean(await withParameters(parameters));
  });
});

describe('URLs', () => {
  test('http is a warning', async () => {
    expectOnly(await withAction({path: undefined, url: 'http://api.example.com/x'}), {
      rule: 'security/insecure-url',
      at: '"http://api.example.com/x"',
      hint: 'https://'
    });
  });

  test.each(['https://me:pass@example.com/', 'https://{{$.user}}:{{$.word}}@example.com/'])(
    'user information in %s is a warning',
    async (url) => {
      expectOnly(await withAction({path: undefined, url}), {rule: 'security/url-user-info'});
    }
  );

  test('an @ in the path or the query is none', async () => {
    expectClean(await withAction({path: undefined, url: 'https://example.com/@me?mail=a@b.example'}));
  });
});

test('an Authorization header without a connection is worth knowing', async () => {
  const headers = [{key: 'authorization', value: 'Bearer {{$.token}}'}];
  expectOnly(await withAction({headers, connectionName: undefined}), {
    rule: 'security/authorization-header',
    severity: 'info',
    at: '"authorization"'
  });
  expectClean(await withAction({headers}));
});

describe('messages that are logged', () => {
  const failing = (Cause: string) =>
    check(bundleOf({Stop: {Type: 'Fail', Error: 'refused', Cause}}), {rules});

  test.each(['{{$.login.access_token}} was refused', '$.settings.password', '{{$.a.clientSecret}}'])(
    '%s quotes a credential',
    async (cause) => {
      expectOnly(await failing(cause), {rule: 'security/secret-in-message', message: '"Cause" quotes'});
    }
  );

  test.each(['the token was refused', '{{$.token_count}} tokens', '{{$.error.Cause}}'])(
    '%s does not',
    async (cause) => {
      expectClean(await failing(cause));
    }
  );
});
