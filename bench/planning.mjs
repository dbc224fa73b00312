import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runAction} from '../lib/stand-ins/runner/runner.js';
import {DEMO_CREDENTIALS} from '../lib/emulator/auth.js';
import {generateBundle} from './generate.mjs';
import {ROOT} from './project.mjs';

const BUNDLES = 100;
const BYTES = 5_000;
const LATENCY_MS = 50;
const PARALLEL = 8;
const TARGET_REQUESTS = 110;
const TARGET_RATIO = 2.5;
const INTEGRATION = 'bench';

/** A plan of a hundred registered bundles of one integration, from the start of the process to its end. */
export async function planningRows() {
  const workspace = await mkdtemp(join(tmpdir(), 'zis-bench-'));
  const registry = await startRegistry();
  try {
    await mkdir(join(workspace, 'zis'));
    for (let index = 0; index < BUNDLES; index += 1) {
      const bundle = bundleOf(index);
      await writeFile(join(workspace, 'zis', `${index}.json`), JSON.stringify(bundle, null, 2));
      await upload(registry.url, bundle);
    }
    const before = (await requestsTo(registry.url)).length;
    const start = performance.now();
    const {outputs, stdout, dispose} = await plan(workspace, registry.url);
    const milliseconds = performance.now() - start;
    await dispose();
    if (outputs.unchanged !== String(BUNDLES))
      throw new Error(`the plan is not what it should be:\n${stdout}`);
    return rowsOf((await requestsTo(registry.url)).slice(before), milliseconds);
  } finally {
    registry.stop();
    await rm(workspace, {recursive: true, force: true});
  }
}

/** Ideal: the lists one after the other, then all bundles, as many at a time as the step may send. */
function rowsOf(requests, milliseconds) {
  const shows = requests.filter(({path}) => /\/bundles\/[^/?]+$/.test(path)).length;
  const rounds = requests.length - shows + Math.ceil(shows / PARALLEL);
  const ideal = rounds * LATENCY_MS;
  const ratio = milliseconds / ideal;
  return [
    {
      what: `plan of ${BUNDLES} bundles: requests`,
      measured: `${requests.length}`,
      target: `≤ ${TARGET_REQUESTS}`,
      met: requests.length <= TARGET_REQUESTS
    },
    {
      what: `plan of ${BUNDLES} bundles, each answer after ${LATENCY_MS} ms: the whole step`,
      measured: `${milliseconds.toFixed(0)} ms, ${ratio.toFixed(
        1
      )} × the ideal of ${rounds} rounds (${ideal} ms)`,
      target: `≤ ${TARGET_RATIO} ×`,
      met: ratio <= TARGET_RATIO
    }
  ];
}

/** Distinct names within one integration. */
function bundleOf(index) {
  const text = generateBundle({bytes: BYTES, index})
    .replaceAll(`bench_${index}`, INTEGRATION)
    .replaceAll(/"(on_ticket|follow_ticket|get_order|add_note)_/g, `"$1_${index}x`)
    .replaceAll(/:(flow|action):(follow_ticket|get_order|add_note)_/g, `:$1:$2_${index}x`);
  return JSON.parse(text);
}

function plan(workspace, url) {
  const [{email, apiToken}] = DEMO_CREDENTIALS;
  return runAction({
    dist: join(ROOT, 'dist/index.js'),
    actionYml: join(ROOT, 'action.yml'),
    inputs: {
      command: 'plan',
      subdomain: 'acme',
      'registry-url': url,
      email,
      'api-token': apiToken,
      'github-token': '',
      'max-parallel': String(PARALLEL)
    },
    context: {
      eventName: 'workflow_dispatch',
      event: {},
      repository: 'acme/bench',
      sha: '0'.repeat(40),
      ref: 'refs/heads/main',
      serverUrl: 'https://github.com',
      apiUrl: 'http://127.0.0.1:9',
      token: '',
      workspace
    }
  });
}

/** The emulator in a process of its own, so that it takes no time of the step's. */
async function startRegistry() {
  const script = join(ROOT, 'dist/registry/index.js');
  const child = spawn(process.execPath, [script, '--port', '0', '--latency', String(LATENCY_MS)]);
  child.stdout.setEncoding('utf8');
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', () => reject(new Error(`the emulator did not start:\n${text}`)));
    child.stdout.on('data', (part) => {
      text += part;
      const found = /registry-url: (\S+)/.exec(text);
      if (found !== null) resolve(found[1]);
    });
  });
  return {url, stop: () => child.kill()};
}

async function upload(url, bundle) {
  const [{email, apiToken}] = DEMO_CREDENTIALS;
  const response = await fetch(`${url}/api/services/zis/registry/${INTEGRATION}/bundles`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`,
      'content-type': 'application/json'
    },
    body: JSON.stringify(bundle)
  });
  if (!response.ok)
    throw new Error(`the emulator refused a bundle: ${response.status} ${await response.text()}`);
}

async function requestsTo(url) {
  const requests = await (await fetch(`${url}/__emulator/requests`)).json();
  return requests.filter(({path}) => !path.startsWith('/__emulator/'));
}
