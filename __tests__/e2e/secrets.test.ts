import {describe, expect, test} from '@jest/globals';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {EmulatorCredentials, Fault} from '../../src/emulator/index.js';
import {readHeader} from '../../src/report/header.js';
import {accountAt} from '../support/account.js';
import {bundle} from '../support/bundles.js';
import type {RunResult} from '../support/runner.js';
import {Scenario, TOKENS, type Tree} from '../support/scenario.js';

const EMAIL = 'deployer@example.com';
/** Every character that some encoding writes in another way. */
const SECRET = 'S3cr3t/+&=%"\\ ü~token';
const OAUTH = 'oauth-S3cr3t/+=~token';
const CLIENT = 'cl1ent-S3cr3t/+&=%"\\ ü~secret';

interface Kind {
  readonly inputs: Readonly<Record<string, string>>;
  readonly accepted: readonly EmulatorCredentials[];
  /** What must not be seen, before any encoding. */
  readonly raw: readonly string[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  'api-token': {
    inputs: {email: EMAIL, 'api-token': SECRET},
    accepted: [{kind: 'api-token', email: EMAIL, apiToken: SECRET}],
    raw: [SECRET, `${EMAIL}/token:${SECRET}`]
  },
  password: {
    inputs: {email: EMAIL, 'api-token': '', password: SECRET},
    accepted: [{kind: 'password', email: EMAIL, password: SECRET}],
    raw: [SECRET, `${EMAIL}:${SECRET}`]
  },
  'oauth-token': {
    inputs: {email: '', 'api-token': '', 'oauth-token': OAUTH},
    accepted: [{kind: 'oauth', oauthToken: OAUTH}],
    raw: [OAUTH]
  },
  'oauth-client': {
    inputs: {email: '', 'api-token': '', 'oauth-client-id': 'deploy', 'oauth-client-secret': CLIENT},
    accepted: [{kind: 'oauth-client', clientId: 'deploy', clientSecret: CLIENT}],
    raw: [CLIENT]
  },
  'oauth-client and api-token': {
    inputs: {
      email: EMAIL,
      'api-token': SECRET,
      'oauth-client-id': 'deploy',
      'oauth-client-secret': CLIENT
    },
    accepted: [
      {kind: 'oauth-client', clientId: 'deploy', clientSecret: CLIENT},
      {kind: 'api-token', email: EMAIL, apiToken: SECRET}
    ],
    raw: [CLIENT, SECRET, `${EMAIL}/token:${SECRET}`]
  }
};

/** Stated here on its own: a test that asked the code for the forms would agree with its omissions. */
function formsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const base64 = Buffer.from(text, 'utf8').toString('base64');
    const percent = encodeURIComponent(text);
    return [
      text,
      JSON.stringify(text).slice(1, -1),
      percent,
      percent.replace(/%../g, (escape) => escape.toLowerCase()),
      percent.replaceAll('%20', '+'),
      base64,
      base64.replace(/=+$/, ''),
      Buffer.from(text, 'utf8').toString('base64url')
    ];
  });
}

/** @param scenario whose registry has issued tokens, which are secrets too */
const secretsOf = ({raw}: Kind, scenario?: Scenario): string[] =>
  formsOf([...raw, TOKENS.full, ...(scenario?.registry.tokens.all ?? [])]);
const inputsOf = (kind: Kind) => ({...kind.inputs, 'drift-issue': 'true', comment: 'always'});

/** As a workflow command carries a text. */
function encoded(text: string): string {
  return text.replaceAll('%', '%25');
}

/** The texts of everything that leaves the step, by where it goes. */
async function sinks(scenario: Scenario, results: readonly RunResult[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [index, {stdout, stderr, outputs, summary, annotations, tempDir}] of results.entries()) {
    texts.set(`log of run ${index}`, stdout.replace(/^::add-mask::.*$/gm, ''));
    texts.set(`stderr of run ${index}`, stderr);
    texts.set(`outputs of run ${index}`, Object.values(outputs).join('\n'));
    texts.set(`summary of run ${index}`, summary);
    texts.set(
      `annotations of run ${index}`,
      annotations.map((one) => Object.values(one).join('\n')).join('\n')
    );
    for (const path of await readdir(tempDir, {recursive: true})) {
      // The backup holds what was registered, whole: it could not be put back otherwise.
      if (!/\.(json|md|sarif)$/.test(path) || path.endsWith('backup.json')) continue;
      texts.set(`${path} of run ${index}`, await readFile(join(tempDir, path), 'utf8'));
    }
  }
  for (const [index, {method, path, query, headers, body}] of scenario.github.exchanges.entries()) {
    texts.set(`exchange ${index}, ${method} ${path}`, [path, ...strings([query, headers, body])].join('\n'));
  }
  for (const {id, body} of scenario.github.comments.values()) {
    texts.set(`header of comment ${id}`, strings(readHeader(body)).join('\n'));
  }
  texts.set('paths at the registry', scenario.registry.requests.map(({path}) => path).join('\n'));
  return texts;
}

/** Every text in a value, decoded: what JSON has escaped would hide from a search. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}

async function leaks(
  scenario: Scenario,
  results: readonly RunResult[],
  forms: readonly string[]
): Promise<string[]> {
  const texts = await sinks(scenario, results);
  return [...texts].flatMap(([where, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${where}: ${form}`)
  );
}

function startWith(kind: Kind): Promise<Scenario> {
  const admin: EmulatorCredentials = {
    kind: 'api-token',
    email: 'admin@example.com',
    apiToken: 'demo-api-token'
  };
  return Scenario.start({credentials: [...kind.accepted, admin]});
}

/** A bundle with this text wherever a bundle has room for one. */
function holding(name: string, secret: string, more: JsonObject = {}): JsonObject {
  return {
    ...bundle(name, {
      result: {note: secret, url: `https://example.com/?key=${encodeURIComponent(secret)}`},
      resources: {
        [`${name}_call`]: {
          type: 'ZIS::Action::Http',
          properties: {
            name: `${name}_call`,
            definition: {
              method: 'POST',
              url: 'https://example.com/hook',
              headers: [
                {key: 'X-Raw', value: secret},
                {
                  key: 'Authorization',
                  value: `Basic ${Buffer.from(`${EMAIL}/token:${secret}`).toString('base64')}`
                }
              ],
              requestBody: {[secret]: secret}
            }
          }
        }
      }
    }),
    description: `uses ${secret}`,
    ...more
  };
}

async function driftRun(scenario: Scenario, tree: Tree, inputs: Record<string, string>): Promise<RunResult> {
  const sha = scenario.github.tip('main');
  const event = scenario.github.scheduleEvent();
  return scenario.run({eventName: 'schedule', event, sha, ref: 'refs/heads/main'}, {tree, inputs});
}

/** A pull request, its merge, a second run and a drift check, with a registry that somebody else changes. */
async function wholeStory(scenario: Scenario, kind: Kind, [base, changed]: readonly [Tree, Tree]) {
  const inputs = inputsOf(kind);
  await accountAt(scenario.registry.url).upload(...(Object.values(base) as JsonObject[]));
  scenario.push(base);
  const number = scenario.openPullRequest(changed);
  const planned = await scenario.runPullRequest(number, changed, {inputs});
  const {before, mergeSha} = scenario.github.merge(number);
  const push = {before, after: mergeSha, tree: changed};
  const applied = await scenario.runPush(push, {inputs});
  const again = await scenario.runPush(push, {inputs});
  await accountAt(scenario.registry.url).upload(...(Object.values(base) as JsonObject[]));
  const drifted = await driftRun(scenario, changed, inputs);
  return {planned, applied, again, drifted};
}

describe.each(Object.entries(KINDS))('with %s', (name, kind) => {
  test('no form of it is anywhere, and all are masked before anything is said', async () => {
    const scenario = await startWith(kind);
    const trees = [
      {'zis/a.json': bundle('a'), 'zis/b.json': bundle('b')},
      {'zis/a.json': bundle('a', {result: 'new'})}
    ] as const;
    const runs = await wholeStory(scenario, kind, trees);
    expect(runs.planned.outputs['result']).toBe('changes');
    const isOAuthAlone = name === 'oauth-token' || name === 'oauth-client';
    expect(runs.applied.outputs['result']).toBe(isOAuthAlone ? 'failed' : 'applied');
    expect(runs.drifted.outputs['result']).toBe('drift');
    expect(scenario.github.issues.size).toBe(2);
    expect(await leaks(scenario, Object.values(runs), secretsOf(kind, scenario))).toEqual([]);
    const minted = scenario.registry.tokens.all;
    // A token of the client and one of the integration, in each run.
    expect(minted).toHaveLength(name.startsWith('oauth-client') ? 2 * Object.keys(runs).length : 0);
    expect(scenario.registry.tokens.valid).toHaveLength(minted.length / 2);
    for (const form of formsOf(minted)) {
      expect(Object.values(runs).flatMap(({masks}) => masks)).toContain(form);
    }
    for (const {stdout, masks} of Object.values(runs)) {
      for (const form of [...kind.raw, ...kind.raw.map((text) => Buffer.from(text).toString('base64'))])
        expect(masks).toContain(form);
      expect(masks).toContain(TOKENS.full);
      // Those of the inputs before anything else; those of tokens as soon as they are made.
      const inputs = stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
      const first = stdout.split('\n').slice(0, inputs).join('\n');
      for (const form of kind.raw) expect(first).toContain(encoded(form));
      if (minted.length === 0) expect(stdout.lastIndexOf('::add-mask::')).toBeLessThan(first.length);
    }
  });

  // The client's secret is among those of the kind that has an API token too.
  if (name === 'oauth-client') return;

  test('a registry that says it back, in whatever form and place, is not quoted', async () => {
    const forms = secretsOf(kind);
    const text = forms.join(' ');
    const echo = {errors: [{code: text, detail: text, status: text}], message: text};
    const json = 'application/json';
    const faults: readonly (readonly [string, Fault])[] = [
      ['GET', {kind: 'status', status: 401, body: JSON.stringify(echo), contentType: json}],
      ['GET', {kind: 'status', status: 404, body: text, contentType: 'text/plain'}],
      [
        'GET',
        {
          kind: 'status',
          status: 302,
          headers: {location: `https://x.example.com/${encodeURIComponent(text)}`}
        }
      ],
      ['GET', {kind: 'body', body: `<html>${text}</html>`, contentType: 'text/html'}],
      ['GET', {kind: 'body', body: JSON.stringify({bundles: [{uuid: text, name: ''}]}), contentType: json}],
      [
        'GET',
        {kind: 'body', body: JSON.stringify({bundles: [{uuid: 'u', name: text}], meta: {has_more: 7}})}
      ],
      ['POST', {kind: 'status', status: 400, body: JSON.stringify(echo), contentType: json}],
      ['POST', {kind: 'status', status: 403, body: JSON.stringify({message: text}), contentType: json}]
    ];
    const scenario = await startWith(kind);
    const results: RunResult[] = [];
    const push = scenario.push({'zis/a.json': bundle('a')});
    // Where a secret is quoted does not depend on its kind: one kind sees all places, the others one of each method.
    const places = name === 'oauth-client and api-token' ? faults : [faults.at(0), faults.at(-1)];
    for (const [method, fault] of places.filter((place) => place !== undefined)) {
      scenario.registry.script({match: {method}, fault});
      results.push(await scenario.runPush(push, {inputs: inputsOf(kind)}));
    }
    // A token that is refused once is made anew.
    const [first, ...others] = results;
    expect(first?.outputs['result']).toBe(name.startsWith('oauth-client') ? 'applied' : 'failed');
    if (!name.startsWith('oauth-client'))
      for (const result of others) expect(result.outputs['result']).toBe('failed');
    expect(await leaks(scenario, results, secretsOf(kind, scenario))).toEqual([]);
  });
});

test.each([
  ["the registry's credentials", SECRET],
  ['the github-token', TOKENS.full]
])('bundles that hold %s, in the files and in the account, give it to nobody', async (_, secret) => {
  const kind = KINDS['api-token'] as Kind;
  const scenario = await startWith(kind);
  const trees = [
    {'zis/a.json': holding('a', `old ${secret}`), 'zis/b.json': holding('b', secret)},
    {'zis/a.json': holding('a', `new ${secret}`), 'zis/c.json': holding('c', secret)}
  ] as const;
  const runs = await wholeStory(scenario, kind, trees);
  expect(runs.planned.outputs['has-changes']).toBe('true');
  expect(await leaks(scenario, Object.values(runs), secretsOf(kind))).toEqual([]);
});

test('bundles, job specs and files that are named like the credentials are named to nobody', async () => {
  const token = 'tok-0123456789-abcdef';
  const kind: Kind = {
    inputs: {email: EMAIL, 'api-token': token},
    accepted: [{kind: 'api-token', email: EMAIL, apiToken: token}],
    raw: [token]
  };
  const scenario = await startWith(kind);
  const trees = [
    {[`zis/${token}.json`]: bundle(token), 'zis/b.json': bundle('b')},
    {[`zis/${token}.json`]: bundle(token, {result: 'new'}), 'zis/b.json': bundle('b')}
  ] as const;
  const runs = await wholeStory(scenario, kind, trees);
  const found = await leaks(scenario, Object.values(runs), secretsOf(kind));
  // The registry is asked for them by their names, and knows the credentials.
  expect(found.filter((place) => !place.startsWith('paths at the registry'))).toEqual([]);
});

test('contradictory credentials are all masked, and none is in the message', async () => {
  const scenario = await Scenario.start();
  const inputs = {'api-token': SECRET, password: 'an0ther-S3cret', 'oauth-token': OAUTH};
  const result = await scenario.pushAndRun({'zis/a.json': bundle('a')}, {inputs});
  expect(result.outputs['failure-reason']).toBe('invalid-inputs');
  const raw = Object.values(inputs);
  for (const secret of raw) expect(result.masks).toContain(secret);
  expect(await leaks(scenario, [result], formsOf(raw))).toEqual([]);
});

test('the search finds what is there', async () => {
  const scenario = await Scenario.start();
  const result = await scenario.pushAndRun({'zis/a.json': bundle('a')});
  for (const [where, known] of [
    ['log', 'Checked 1 bundle file'],
    ['summary', 'created'],
    ['plan.json', 'desiredHash'],
    ['report.md', 'acme'],
    ['findings.sarif', 'runs'],
    ['POST /repos', 'zis-bundles']
  ] as const) {
    const found = await leaks(scenario, [result], [known]);
    expect([where, ...found.filter((place) => place.includes(where))]).not.toEqual([where]);
  }
});
