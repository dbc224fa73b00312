import {parseArgs} from 'node:util';
import {UserError, messageOf} from '../errors.js';
import {DEMO_CREDENTIALS, startRegistryEmulator, type RegistryEmulator} from './index.js';

/** How to use it, under the name that it was started by. */
function usageOf(program: string): string {
  return `Usage: ${program} [--port PORT] [--data DIR] [--latency MS]

A ZIS Registry on this machine, to point registry-url at.

  --port PORT    the port to listen on; 0 takes any free one (default 8787)
  --data DIR     keep the bundles in this folder; without it they are gone at the end
  --latency MS   answer every request so many milliseconds later (default 0)
  --help         show this text

Faults for tests: POST /__emulator/faults with {"match": {"method", "path", "pathPattern", "nth"}, "times",
"fault": {"kind": "status" | "delay" | "reset" | "truncate" | "redirect" | "body", …}}, DELETE
/__emulator/faults, and GET /__emulator/requests for what was requested. POST, GET and DELETE
/__emulator/behaviour for how the registry acts: {"uniqueNames", "orphanJobSpecs", "readLagMs",
"installLagMs", "budget", "encoding", "firewall", "oauthUploads", "anyClient", "passwords", "date"}.
From this machine only.
`;
}

/** Where the lines go, and an exit code that ends the process; null leaves it running. */
export interface CliResult {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number | null;
  readonly emulator: RegistryEmulator | null;
}

/**
 * Starts the emulator that the arguments ask for.
 *
 * @param argv    the arguments without node and script
 * @param log     gets one line a request
 * @param program what a user types to start it
 */
export async function startFromArguments(
  argv: readonly string[],
  log: (line: string) => void,
  program = 'npm run registry --'
): Promise<CliResult> {
  const usage = usageOf(program);
  let settings: Settings | 'help';
  try {
    settings = settingsIn(argv);
  } catch (error) {
    return {out: '', err: `${messageOf(error)}\n\n${usage}`, exitCode: 2, emulator: null};
  }
  if (settings === 'help') return {out: usage, err: '', exitCode: 0, emulator: null};
  try {
    const emulator = await startRegistryEmulator({...settings, log});
    return {out: greeting(emulator.url), err: '', exitCode: null, emulator};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {out: '', err: `${error.message}\n${error.hint}\n`, exitCode: 1, emulator: null};
  }
}

interface Settings {
  readonly port: number;
  readonly latencyMs: number;
  readonly dataDir?: string;
}

function settingsIn(argv: readonly string[]): Settings | 'help' {
  const {values} = parseArgs({
    args: [...argv],
    options: {
      port: {type: 'string', default: '8787'},
      data: {type: 'string'},
      latency: {type: 'string', default: '0'},
      help: {type: 'boolean', default: false}
    }
  });
  if (values.help) return 'help';
  if (values.data === '') throw new Error('--data is empty: give the name of a folder.');
  return {
    port: whole('--port', values.port, 65_535),
    latencyMs: whole('--latency', values.latency, 60_000),
    ...(values.data === undefined ? {} : {dataDir: values.data})
  };
}

function whole(flag: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value <= most) return value;
  throw new Error(`${flag} is ${JSON.stringify(text)}: give a whole number from 0 to ${most}.`);
}

function greeting(url: string): string {
  const [basic, bearer, client] = DEMO_CREDENTIALS;
  return [
    `ZIS Registry emulator at ${url}`,
    `  registry-url: ${url}`,
    `  email:        ${basic.email}`,
    `  api-token:    ${basic.apiToken}`,
    `  oauth-token:  ${bearer.oauthToken} (as in the real one: to list, show and delete, not to upload)`,
    `  oauth-client-id: ${client.clientId}, oauth-client-secret: ${client.clientSecret} (the same)`,
    'These credentials are public demo values. Ctrl+C stops it.',
    ''
  ].join('\n');
}
