import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {boundedFetch} from '../../src/github/bounded-fetch.js';
import {GitHubError} from '../../src/github/errors.js';
import {createGitHub} from '../../src/github/github.js';
import type {GitHub} from '../../src/ports.js';
import {rejection} from './support.js';

const SHA = 'a'.repeat(40);

const OPTIONS = {
  token: 'ghs_hostile',
  owner: 'o',
  repo: 'r',
  userAgent: 'tests',
  clock: {now: () => 0, random: () => 0.5, sleep: () => Promise.resolve()},
  log: {debug: () => undefined}
};
const apiUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A GitHub that answers as it is told, and is no stand-in: nothing of what it says has to make sense. */
let server: Server;
let github: GitHub;
let answer: (response: ServerResponse, url: string) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    answer(response, request.url ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  github = createGitHub({...OPTIONS, apiUrl: apiUrl()});
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function json(value: unknown, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(200, {'content-type': 'application/json', ...headers});
    response.end(JSON.stringify(value));
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  login: () => github.login(),
  listComments: () => github.listComments(1),
  createComment: () => github.createComment(1, 'x'),
  updateComment: () => github.updateComment(1, 'x'),
  pullRequest: () => github.pullRequest(1),
  changedLines: () => github.changedLines(1),
  pullRequestsOf: () => github.pullRequestsOf(SHA),
  tree: () => github.tree(SHA),
  compare: () => github.compare('main', SHA),
  blob: () => github.blob(SHA),
  deployments: () => all(github.deployments('t')),
  deploymentStatuses: () => github.deploymentStatuses(1),
  createDeployment: () =>
    github.createDeployment({sha: SHA, environment: 'e', task: 't', description: 'd', payload: {}}),
  openIssues: () => github.openIssues('l'),
  createIssue: () => github.createIssue({title: 't', body: 'b', labels: []}),
  updateIssue: () => github.updateIssue(1, {})
};

/** The names that GitHub's answers have, with values of any kind under them. */
const arbAnswer: fc.Arbitrary<unknown> = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom<unknown>(null, true, 0, 1e400, '', SHA, '2026-01-01T00:00:00Z', '::error::x', {}, []),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'id',
          'login',
          'type',
          'html_url',
          'body',
          'user',
          'number',
          'state',
          'head',
          'base',
          'sha',
          'ref'
        ],
        ...['merged_at', 'merge_commit_sha', 'filename', 'changes', 'patch', 'tree', 'truncated', 'path'],
        ...['mode', 'status', 'merge_base_commit', 'commits', 'total_commits', 'encoding', 'content'],
        ...['payload', 'creator', 'created_at', 'updated_at', 'title', 'message', 'pull_request']
      ),
      tie('value'),
      {maxKeys: 14}
    )
  )
})).value;

test.each(Object.keys(CALLS))(
  '%s gives what it promises or a GitHubError, whatever the answer',
  async (name) => {
    const call = CALLS[name] ?? (() => Promise.resolve());
    await fc.assert(
      fc.asyncProperty(fc.oneof(arbAnswer, fc.array(arbAnswer, {maxLength: 2})), async (value) => {
        answer = json(value);
        try {
          await call();
        } catch (error) {
          expect(error).toBeInstanceOf(GitHubError);
        }
      }),
      {numRuns: 60}
    );
  }
);

test('a list without an end is not followed', async () => {
  let asked = 0;
  answer = (response) => {
    asked += 1;
    json([{id: 1, html_url: '', user: null}], {link: '<http://127.0.0.1:1/x>; rel="next"'})(response);
  };
  expect(await rejection(github.listComments(1))).toMatchObject({
    message: 'GitHub: a list has more than 100 pages'
  });
  expect(asked).toBe(100);
});

test('a tree that does not say whether it is whole is not taken for a whole one', async () => {
  answer = json({sha: SHA, tree: []});
  expect(await rejection(github.tree(SHA))).toMatchObject({
    message: 'GitHub: a tree was answered without a usable "truncated"'
  });
});

test('a pull request without the time at which it was merged is not taken for merged', async () => {
  answer = json({
    number: 1,
    state: 'closed',
    head: {sha: SHA},
    base: {sha: SHA, ref: 'main'},
    merge_commit_sha: null
  });
  expect(await rejection(github.pullRequest(1))).toMatchObject({
    message: 'GitHub: a pull request was answered without a usable "merged_at"'
  });
});

test('nothing is sent to another host, and what is moved within one is found', async () => {
  let elsewhere = 0;
  const other = createServer((request, response) => {
    elsewhere += 1;
    request.resume();
    json({login: 'x'})(response);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const {port} = other.address() as AddressInfo;
  answer = (response) => {
    response.writeHead(307, {location: `http://127.0.0.1:${port}/`}).end();
  };
  expect(String(await rejection(github.createComment(1, 'text')))).toContain(
    'the answer leads to another host'
  );
  answer = (response, url) => {
    if (url === '/user') response.writeHead(301, {location: '/moved'}).end();
    else json({login: url})(response);
  };
  const again = createGitHub({...OPTIONS, apiUrl: apiUrl()});
  expect([await again.login(), elsewhere]).toEqual(['/moved', 0]);
  other.close();
});

test('bytes that are not those of the name are not taken for them', async () => {
  answer = json({encoding: 'base64', content: Buffer.from('other').toString('base64')});
  expect(await rejection(github.blob(SHA))).toMatchObject({
    message: `GitHub: blob ${SHA} was answered with other bytes than it has`
  });
});

test('a payload that is nested too deep is no payload', async () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const time = '2026-01-01T00:00:00Z';
  answer = (response) => {
    response.writeHead(200, {'content-type': 'application/json'});
    response.end(`[{"id":1,"sha":"${SHA}","created_at":"${time}","updated_at":"${time}","payload":${deep}}]`);
  };
  expect(await all(github.deployments('t'))).toMatchObject([{payload: null, creator: null}]);
});

test.each([
  ['said before', {'content-length': String(5 * 1024 * 1024)}],
  ['not said before', {'transfer-encoding': 'chunked'}]
])('an answer has a bound, its size %s', async (_, headers) => {
  answer = (response) => {
    response.on('error', () => undefined);
    response.writeHead(200, {'content-type': 'application/json', ...headers});
    response.end(Buffer.alloc(5 * 1024 * 1024, ' '));
  };
  const {port} = server.address() as AddressInfo;
  const read = boundedFetch(
    fetch,
    1024 * 1024
  )(`http://127.0.0.1:${port}/`).then((response) => response.text());
  expect(await rejection(read)).toMatchObject({message: 'the answer is larger than 1 MB'});
});
