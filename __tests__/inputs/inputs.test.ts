import {describe, expect, test} from '@jest/globals';
import {UserError} from '../../src/errors.js';
import {readInputs, secretInputs} from '../../src/inputs/inputs.js';

const get =
  (values: Record<string, string> = {}) =>
  (name: string): string =>
    values[name] ?? '';

function problemsOf(values: Record<string, string>): string {
  try {
    readInputs(get(values));
  } catch (error) {
    if (error instanceof UserError && error.reason === 'invalid-inputs') return error.message;
    throw error;
  }
  return '';
}

describe('readInputs', () => {
  test('gives the defaults when nothing is set', () => {
    expect(readInputs(get())).toEqual({
      command: 'auto',
      bundles: ['zis/**/*.json'],
      backup: '',
      tests: ['zis-tests/**/*.test.{yaml,yml,json}'],
      coverageMin: null,
      integrations: null,
      refresh: 'all',
      onTestFailure: 'fail',
      integration: '',
      variables: new Map(),
      keep: [],
      overrides: [],
      configPath: '',
      baseline: {path: 'zis-baseline.json', entries: null},
      isNarrowed: false,
      target: null,
      credentials: null,
      githubToken: '',
      comment: 'changes',
      commentKey: '',
      matrix: '',
      deletes: 'removed',
      maxDeletes: 10,
      allowEmpty: false,
      jobSpecs: 'install',
      requirePlan: false,
      planKey: '',
      onLiveChange: 'fail',
      severities: new Map(),
      failOn: 'error',
      maxParallel: 8,
      maxMinutes: 12,
      environment: '',
      driftIssue: false,
      allowOlder: '',
      allowUnmerged: false,
      deployBranch: ''
    });
  });

  test('reads the account and each kind of credentials', () => {
    const account = {subdomain: 'acme', email: 'a@example.com'};
    expect(readInputs(get({...account, 'api-token': ' t0ken-123\n'}))).toMatchObject({
      target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
      credentials: {kind: 'api-token', email: 'a@example.com', apiToken: 't0ken-123'}
    });
    expect(readInputs(get({...account, password: 'pass-word'})).credentials).toMatchObject({
      kind: 'password'
    });
    expect(readInputs(get({...account, 'oauth-token': 'oauth-tok'})).credentials).toEqual({
      kind: 'oauth',
      oauthToken: 'oauth-tok'
    });
    expect(readInputs(get({'registry-url': 'http://127.0.0.1:8787'})).target).toEqual({
      registryUrl: 'http://127.0.0.1:8787',
      subdomain: ''
    });
  });

  test('reads an OAuth client, alone or beside what uploads', () => {
    const client = {'oauth-client-id': 'deploy', 'oauth-client-secret': 'cl1ent-secret'};
    const read = {kind: 'oauth-client', clientId: 'deploy', clientSecret: 'cl1ent-secret'};
    expect(readInputs(get(client)).credentials).toEqual({...read, scope: 'read write', uploader: null});
    const scoped = {...client, 'oauth-scope': ' zis:read \n zis:write '};
    expect(readInputs(get(scoped)).credentials).toMatchObject({scope: 'zis:read zis:write'});
    const uploaders = {
      'api-token': {email: 'a@example.com', 'api-token': 't0ken-123'},
      password: {email: 'a@example.com', password: 'pass-word'},
      oauth: {'oauth-token': 'oauth-tok'}
    };
    for (const [kind, uploader] of Object.entries(uploaders)) {
      expect(readInputs(get({...client, ...uploader})).credentials).toMatchObject({
        ...read,
        uploader: {kind}
      });
    }
  });

  test('the id of an OAuth client without its secret is no credentials, as on a fork', () => {
    const fork = {subdomain: 'acme', email: 'a@example.com', 'oauth-client-id': 'deploy'};
    expect(readInputs(get(fork)).credentials).toBeNull();
  });

  test('an email without a secret is no credentials, as on a fork', () => {
    expect(readInputs(get({subdomain: 'acme', email: 'a@example.com'})).credentials).toBeNull();
  });

  test('patterns are one a line, without blank lines and comments', () => {
    expect(readInputs(get({bundles: '\n zis/*.json \n# drafts\n!zis/draft.json\n'})).bundles).toEqual([
      'zis/*.json',
      '!zis/draft.json'
    ]);
  });

  test('variables are one a line, as texts or typed', () => {
    expect(readInputs(get({variables: 'host=example.com\nfield:=12\n'})).variables).toEqual(
      new Map<string, unknown>([
        ['host', 'example.com'],
        ['field', 12]
      ])
    );
  });

  test("the matrix's keys are put in order, and no matrix is empty", () => {
    expect(readInputs(get({matrix: '{"b": 1, "a": 2}'})).matrix).toBe('{"a":2,"b":1}');
    expect(readInputs(get({matrix: 'null'})).matrix).toBe('');
    expect(readInputs(get({matrix: '{}'})).matrix).toBe('');
  });

  test('allow-older is a commit or true, and deploy-branch a branch', () => {
    const sha = 'A'.repeat(40);
    expect(readInputs(get({'allow-older': sha})).allowOlder).toBe(sha.toLowerCase());
    expect(
      ['1a2b3c4', 'true', 'false', ''].map((value) => readInputs(get({'allow-older': value})).allowOlder)
    ).toEqual(['1a2b3c4', 'true', '', '']);
    expect(readInputs(get({'deploy-branch': 'refs/heads/release/1.x'})).deployBranch).toBe('release/1.x');
    expect(readInputs(get({'deploy-branch': 'main', 'allow-unmerged': 'true'}))).toMatchObject({
      deployBranch: 'main',
      allowUnmerged: true
    });
  });

  test('names every problem at once', () => {
    const message = problemsOf({
      command: 'aply',
      deletes: 'all',
      'max-deletes': '-1',
      subdomain: 'evil.com/x'
    });
    expect(message).toContain('command is "aply"');
    expect(message).toContain('Did you mean "apply"?');
    expect(message).toContain('deletes is "all"');
    expect(message).toContain('max-deletes is "-1"');
    expect(message).toContain('subdomain is "evil.com/x"');
  });

  test.each([
    [{'api-token': 't', password: 'p', email: 'e'}, 'only one of them'],
    [{'api-token': 't', 'oauth-token': 'o', email: 'e'}, 'only one of them'],
    [{'api-token': 't'}, 'without email'],
    [{'api-token': 't', email: 'a@example.com/token'}, 'ends in "/token"'],
    [{'registry-url': 'http://example.com'}, 'registry-url'],
    [{integration: 'Über'}, 'integration is'],
    [{bundles: '!zis/*.json'}, 'no pattern that includes'],
    [{bundles: '../*.json'}, 'leaves the workspace'],
    [{'allow-empty': 'yes'}, 'allow-empty is "yes"'],
    [{rules: 'flow/unreachable-stat: off'}, 'flow/unreachable-state'],
    [{rules: 'json/syntax: off'}, 'cannot be "off"'],
    [{'fail-on': 'info'}, 'fail-on is "info"'],
    [{'max-parallel': '0'}, 'max-parallel'],
    [{command: 'restore'}, 'no backup is given'],
    [{backup: 'backup.json'}, 'only command: restore'],
    [{'max-minutes': '0'}, 'max-minutes'],
    [{'max-minutes': '0.000'}, 'max-minutes'],
    [{'max-minutes': '361'}, 'max-minutes'],
    [{'max-minutes': '12m'}, 'max-minutes'],
    [{'coverage-min': '101'}, 'coverage-min'],
    [{integrations: 'acme\nNot one'}, 'integrations'],
    [{refresh: 'some'}, 'refresh'],
    [{'coverage-min': '80%'}, 'coverage-min'],
    [{'on-test-failure': 'ignore'}, 'on-test-failure'],
    [{tests: '!zis-tests/**'}, 'tests'],
    [{variables: 'a=1\nb'}, 'variables, line 2: there is no `=`'],
    [{variables: 'integration=acme'}, 'set the `integration` input'],
    [{comment: 'sometimes'}, 'comment is'],
    [{'allow-older': 'yesterday'}, 'allow-older is "yesterday", and must be the SHA of a commit, or true'],
    [{'allow-older': 'abc12'}, 'allow-older is'],
    [{'allow-unmerged': '1'}, 'allow-unmerged is'],
    [{'deploy-branch': 'a..b'}, 'cannot be the name of a branch'],
    [{'deploy-branch': 'two words'}, 'deploy-branch is'],
    [{'deploy-branch': '-x'}, 'deploy-branch is'],
    [{'deploy-branch': 'x.lock'}, 'deploy-branch is'],
    [{matrix: '{'}, 'matrix is not JSON'],
    [{'api-token': 'S3CRET7', email: 'e'}, 'api-token has fewer than 8 characters'],
    [{password: 'S3CRET7', email: 'e'}, 'password has fewer than 8 characters'],
    [{'oauth-token': 'S3CRET7'}, 'oauth-token has fewer than 8 characters'],
    [{'oauth-client-secret': 'cl1ent-secret'}, 'oauth-client-secret is given without oauth-client-id'],
    [
      {'oauth-client-id': 'deploy', email: 'a@example.com', 'api-token': 't0ken-123'},
      'oauth-client-id is given without oauth-client-secret'
    ],
    [{'oauth-client-id': 'deploy', 'oauth-client-secret': 'short-1'}, 'oauth-client-secret has fewer than 8'],
    [{'oauth-scope': 'read "write"'}, 'oauth-scope is'],
    [{'plan-key': 'S3CRET-15-chars'}, 'plan-key has 15 characters, and must have at least 16']
  ])('refuses %j', (values, words) => {
    expect(problemsOf(values)).toContain(words);
  });

  test('no problem quotes a secret', () => {
    const message = problemsOf({
      'api-token': 'S3CRET-TOKEN',
      password: 'S3CRET-PASS',
      'oauth-token': 'S3CRET-OAUTH',
      'oauth-client-secret': 'S3CRET-CLIENT',
      'plan-key': 'S3CRET-KEY'
    });
    expect(message).not.toContain('S3CRET');
  });

  test('the secrets are known before anything is checked', () => {
    const values = {
      'api-token': ' a ',
      password: 'b',
      'oauth-client-secret': 'c',
      'plan-key': 'k',
      command: 'nonsense'
    };
    expect(secretInputs(get(values))).toEqual(['a', 'b', 'c', 'k']);
  });
});
