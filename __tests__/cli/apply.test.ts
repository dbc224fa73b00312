import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals';
import {startRegistryEmulator, type RegistryEmulator} from '../../src/emulator/index.js';
import {bundle} from '../support/bundles.js';
import {FakeTerminal, Workspace, access, type FakeOptions} from './support.js';

let emulator: RegistryEmulator;
let work: Workspace;
let onRequest: (line: string) => void = () => undefined;

beforeAll(async () => {
  emulator = await startRegistryEmulator({
    log: (line) => {
      onRequest(line);
    }
  });
});
afterAll(() => emulator.close());
afterEach(() => {
  onRequest = () => undefined;
  emulator.reset();
  work.end();
});

function terminal(options: Partial<FakeOptions> = {}): FakeTerminal {
  return new FakeTerminal({cwd: work.path, env: access(emulator.url), ...options});
}

const writes = () => emulator.requests.filter(({method}) => method !== 'GET').length;
const files = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`zis/${name}.json`, {...bundle(name), integration: 'acme'}]));

describe('apply', () => {
  test('shows the plan, asks, and applies after a yes', async () => {
    work = new Workspace(files('orders'));
    const person = terminal({answers: {'Apply this plan': 'y\r'}});
    expect(await person.run('apply')).toBe(0);
    expect(person.out).toContain('1 to create');
    expect(person.err).toMatch(/Apply this plan to http:\/\/127\.0\.0\.1:\d+ \(1 creation\)\? \[y\/N\]/);
    expect(person.out).toContain('done: create acme/orders');
    expect(emulator.bundles()).toHaveLength(1);
  });

  test.each([
    ['n\r', 1],
    ['\r', 1],
    ['yess\r', 1],
    ['\u0003', 130],
    ['\u0004', 130]
  ])('writes nothing after %j', async (answer, code) => {
    work = new Workspace(files('orders'));
    const person = terminal({answers: {'Apply this plan': answer}});
    expect(await person.run('apply')).toBe(code);
    expect(person.err).toContain('Nothing was written.');
    expect(writes()).toBe(0);
  });

  test('asks nothing where there is nothing to do, and nothing with --yes', async () => {
    work = new Workspace(files('orders'));
    expect(await terminal().run('apply', '--yes')).toBe(0);
    const again = terminal();
    expect(await again.run('apply')).toBe(0);
    expect(again.out).toContain('Nothing to do');
    expect(again.err).not.toContain('Apply this plan');
  });

  test('what was changed in the account while it asked is not overwritten', async () => {
    work = new Workspace(files('orders'));
    await terminal().run('apply', '--yes');
    work.write('zis/orders.json', {...bundle('orders', {result: 'mine'}), integration: 'acme'});
    const other = new Workspace({
      'zis/orders.json': {...bundle('orders', {result: 'theirs'}), integration: 'acme'}
    });
    const person = terminal();
    const asked = person.run('apply');
    while (!person.err.includes('Apply this plan')) await new Promise((resolve) => setTimeout(resolve, 10));
    await new FakeTerminal({cwd: other.path, env: access(emulator.url)}).run('apply', '--yes');
    person.stdin.write('y\r');
    expect(await asked).toBe(1);
    expect(JSON.stringify(emulator.bundles())).toContain('theirs');
    other.end();
  });

  test('deletes what the last commit declared, and saves it first', async () => {
    work = new Workspace(files('orders', 'returns'));
    work.commit();
    await terminal().run('apply', '--yes');
    work.remove('zis/returns.json');
    const person = terminal();
    expect(await person.run('apply', '--yes')).toBe(0);
    expect(person.out).toContain('(the last commit)');
    expect(person.out).toContain('done: delete acme/returns');
    expect(person.out).toMatch(/saved in .*backup\.json/);
    expect(emulator.bundles()).toHaveLength(1);
  });

  test('restore shows what a backup holds, asks, and puts it back', async () => {
    work = new Workspace(files('orders', 'returns'));
    work.commit();
    await terminal().run('apply', '--yes');
    const before = JSON.stringify(emulator.bundles().map(({resources}) => resources));
    work.remove('zis/returns.json');
    work.write('zis/orders.json', {...bundle('orders', {result: 'bad'}), integration: 'acme'});
    work.write('zis/fresh.json', {...bundle('fresh'), integration: 'acme'});
    const bad = terminal();
    await bad.run('apply', '--yes');
    const [, backup = ''] = /saved in\s+(\S+backup\.json)/.exec(bad.out) ?? [];
    const person = terminal({answers: {'Put this back?': 'y\r'}});
    expect(await person.run('restore', backup)).toBe(0);
    expect(person.out).toContain('Plan for');
    expect(person.out).not.toContain('checked');
    expect(person.out).toContain('done: create acme/returns');
    expect(person.out).toContain('done: delete acme/fresh');
    expect(JSON.stringify(emulator.bundles().map(({resources}) => resources))).toBe(before);
    const installed = emulator.jobSpecs().filter((spec) => spec['installed'] === true);
    expect(installed.map(({name}) => name).sort()).toEqual(['orders_job', 'returns_job']);
    const again = terminal();
    expect(await again.run('restore', backup, '--yes')).toBe(0);
    expect(again.out).toContain('Nothing to do');
    expect(await terminal().run('restore')).toBe(2);
    const other = terminal();
    expect(await other.run('restore', 'zis/orders.json', '--yes')).toBe(1);
    expect(other.err).toContain('zis/orders.json is no backup of zis-bundles');
  });

  test('deletes nothing outside of a repository, and says so', async () => {
    work = new Workspace(files('orders', 'returns'));
    await terminal().run('apply', '--yes');
    work.remove('zis/returns.json');
    const person = terminal();
    expect(await person.run('apply', '--yes')).toBe(0);
    expect(person.err).toContain('Nothing is deleted: this folder is in no git');
    expect(emulator.bundles()).toHaveLength(2);
  });
});

describe('Ctrl-C in the middle of an apply', () => {
  const interruptAfter = (person: FakeTerminal, request: RegExp) => {
    onRequest = (line) => {
      if (request.test(line)) person.interrupt();
    };
  };

  test('finishes what is in flight, starts no further write, and says what was done', async () => {
    work = new Workspace(files('a', 'b', 'c'));
    const person = terminal();
    interruptAfter(person, /^POST .*\/bundles/);
    expect(await person.run('apply', '--yes', '--max-parallel', '1', '--job-specs', 'ignore')).toBe(130);
    expect(person.out).toContain('done: create acme/a');
    expect(person.out).toMatch(/not tried: create acme\/b/);
    expect(person.out).toMatch(/not tried: create acme\/c/);
    expect(person.err).toMatch(
      /cancelled:\s+of\s+3\s+changes\s+1\s+were\s+made,\s+0\s+failed,\s+2\s+not\s+tried/
    );
    expect(emulator.bundles()).toHaveLength(1);
    expect(writes()).toBe(1);
  });

  test('installs the job specs of what was uploaded', async () => {
    work = new Workspace(files('a'));
    const person = terminal();
    interruptAfter(person, /^POST .*\/bundles/);
    expect(await person.run('apply', '--yes')).toBe(130);
    expect(person.out).toContain('done: create acme/a');
    expect(emulator.jobSpecs().filter(({installed}) => installed === true)).toHaveLength(1);
  });

  test('ends the wait for another attempt', async () => {
    work = new Workspace(files('a'));
    emulator.script({
      match: {method: 'POST'},
      times: 5,
      fault: {kind: 'status', status: 429, headers: {'retry-after': '25'}}
    });
    const person = terminal();
    interruptAfter(person, /^POST .* 429/);
    expect(await person.run('apply', '--yes')).toBe(130);
    expect(writes()).toBe(1);
  }, 10_000);

  test('during the plan asks nothing any more', async () => {
    work = new Workspace(files('a'));
    const person = terminal();
    interruptAfter(person, /^GET/);
    expect(await person.run('apply')).toBe(130);
    expect(person.err).not.toContain('Apply this plan');
    expect(writes()).toBe(0);
  });
});

describe('credentials', () => {
  test('that are missing are asked for, the token without an echo', async () => {
    work = new Workspace(files('orders'));
    const person = terminal({
      env: {ZIS_REGISTRY_URL: emulator.url},
      answers: {'email: ': 'admin@example.com\r', 'not shown': 'demo-api-token\r'}
    });
    expect(await person.run('plan')).toBe(0);
    expect(person.err).toContain('admin@example.com');
    expect(person.out + person.err).not.toContain('demo-api-token');
  });

  test('an OAuth client is taken from its id: its secret is asked for, without an echo', async () => {
    work = new Workspace(files('orders'));
    const person = terminal({
      env: {ZIS_REGISTRY_URL: emulator.url},
      answers: {'email: ': 'demo-client\r', 'client secret (not shown)': 'demo-client-secret\r'}
    });
    expect(await person.run('plan')).toBe(0);
    expect(emulator.tokens.all).not.toEqual([]);
    for (const secret of ['demo-client-secret', ...emulator.tokens.all])
      expect(person.out + person.err).not.toContain(secret);
  });

  test('an OAuth client and an API token of the environment: the token uploads, and its end is said', async () => {
    work = new Workspace(files('orders'));
    const env = {
      ...access(emulator.url),
      ZENDESK_OAUTH_CLIENT_ID: 'demo-client',
      ZENDESK_OAUTH_CLIENT_SECRET: 'demo-client-secret',
      ZIS_OAUTH_SCOPE: 'read write'
    };
    const person = terminal({env});
    expect(await person.run('apply', '--yes')).toBe(0);
    expect(emulator.bundles()).toHaveLength(1);
    expect(person.err.replace(/\s+/g, ' ')).toContain('all API tokens on 30 April 2027');
    expect(emulator.requests.some(({path}) => path === '/oauth/tokens')).toBe(true);
    // The tokens of the integration are gone; the client's own ends by itself.
    expect(emulator.tokens.all.length).toBeGreaterThan(emulator.tokens.valid.length);
  });

  test('more than one secret is a usage error that names the variables', async () => {
    work = new Workspace(files('orders'));
    const person = terminal({env: {...access(emulator.url), ZENDESK_OAUTH_TOKEN: 'demo-oauth-token'}});
    expect(await person.run('plan')).toBe(2);
    expect(person.err).toContain('ZENDESK_API_TOKEN and ZENDESK_OAUTH_TOKEN are set');
    expect(person.err).not.toContain('demo-');
  });

  test('an oauth token alone is enough to plan', async () => {
    work = new Workspace(files('orders'));
    const person = terminal({env: {ZIS_REGISTRY_URL: emulator.url, ZENDESK_OAUTH_TOKEN: 'demo-oauth-token'}});
    expect(await person.run('plan', '--job-specs', 'ignore')).toBe(0);
  });
});
