import {UserError} from '../errors.js';
import {plain} from '../visible.js';
import {listOf} from '../words.js';
import type {CommandLine} from './args.js';
import {ask, askSecret} from './prompt.js';
import {canAsk, type Terminal} from './terminal.js';
import {UsageError} from './usage-error.js';

/** The inputs of action.yml that say which account and who asks. */
export type Access = Readonly<
  Record<
    | 'subdomain'
    | 'registry-url'
    | 'email'
    | 'api-token'
    | 'password'
    | 'oauth-token'
    | 'oauth-client-id'
    | 'oauth-client-secret'
    | 'oauth-scope',
    string
  >
>;

/** Nothing of an account, for commands that need none. */
export const NO_ACCESS: Access = {
  subdomain: '',
  'registry-url': '',
  email: '',
  'api-token': '',
  password: '',
  'oauth-token': '',
  'oauth-client-id': '',
  'oauth-client-secret': '',
  'oauth-scope': ''
};

/** The names that Zendesk's own command line (zcli) reads, and two of ours for what it does not know. */
const VARIABLES: Readonly<Record<keyof Access, string>> = {
  subdomain: 'ZENDESK_SUBDOMAIN',
  'registry-url': 'ZIS_REGISTRY_URL',
  email: 'ZENDESK_EMAIL',
  'api-token': 'ZENDESK_API_TOKEN',
  password: 'ZENDESK_PASSWORD',
  'oauth-token': 'ZENDESK_OAUTH_TOKEN',
  'oauth-client-id': 'ZENDESK_OAUTH_CLIENT_ID',
  'oauth-client-secret': 'ZENDESK_OAUTH_CLIENT_SECRET',
  'oauth-scope': 'ZIS_OAUTH_SCOPE'
};

const SECRETS = ['api-token', 'password', 'oauth-token'] as const;

/**
 * Account and credentials: from the environment, what is missing from a person at the terminal.
 *
 * @throws UserError `credentials-missing` where nobody can be asked
 * @throws UsageError when more than one secret is given
 * @throws Cancelled
 */
export async function readAccess(terminal: Terminal, {flags}: CommandLine): Promise<Access> {
  const read = (name: keyof Access): string => (terminal.env[VARIABLES[name]] ?? '').trim();
  const given: Access = {
    subdomain: flags.get('subdomain')?.[0] ?? read('subdomain'),
    'registry-url': flags.get('registry-url')?.[0] ?? read('registry-url'),
    email: read('email'),
    'api-token': read('api-token'),
    password: read('password'),
    'oauth-token': read('oauth-token'),
    'oauth-client-id': read('oauth-client-id'),
    'oauth-client-secret': read('oauth-client-secret'),
    'oauth-scope': read('oauth-scope')
  };
  const secrets = SECRETS.filter((name) => given[name] !== '');
  if (secrets.length > 1) {
    const names = listOf(
      secrets.map((name) => VARIABLES[name]),
      'and'
    ).replaceAll('"', '');
    throw new UsageError(`${names} are set, and only one of them can be used.`, 'Unset the others.');
  }
  return canAsk(terminal) ? askFor(terminal, given) : complete(given);
}

function missingFrom(access: Access): (keyof Access)[] {
  const account = access.subdomain === '' && access['registry-url'] === '';
  const missing: (keyof Access)[] = account ? ['subdomain'] : [];
  const [id, clientSecret] = [access['oauth-client-id'], access['oauth-client-secret']];
  const secret = SECRETS.find((name) => access[name] !== '');
  if (id !== '' || clientSecret !== '') {
    if (id === '') missing.push('oauth-client-id');
    if (clientSecret === '') missing.push('oauth-client-secret');
    if (secret === undefined || secret === 'oauth-token' || access.email !== '') return missing;
    return [...missing, 'email'];
  }
  if (access.email === '' && access['oauth-token'] === '') missing.push('email');
  if (secret === undefined) missing.push('api-token');
  return missing;
}

function complete(access: Access): Access {
  const missing = missingFrom(access).map((name) => VARIABLES[name]);
  if (missing.length === 0) return access;
  throw new UserError(
    'credentials-missing',
    `this needs the registry, and the environment has no ${missing.join(', no ')}`,
    'Set it, or use a terminal, where it is asked for. ZENDESK_OAUTH_CLIENT_ID and ZENDESK_OAUTH_CLIENT_SECRET, or ZENDESK_OAUTH_TOKEN, stand in for email and API token, ZIS_REGISTRY_URL for the subdomain.'
  );
}

async function askFor(terminal: Terminal, access: Access): Promise<Access> {
  let answered = access;
  for (let [name] = missingFrom(answered); name !== undefined; [name] = missingFrom(answered)) {
    const answer = await QUESTIONS[name](terminal);
    if (answer === '') break;
    // An address has an @, the id of a client has none.
    const hasSecret = SECRETS.some((secret) => answered[secret] !== '');
    const isClient = name === 'email' && !hasSecret && !answer.includes('@');
    answered = {...answered, [isClient ? 'oauth-client-id' : name]: answer};
  }
  return complete(answered);
}

const QUESTIONS: Readonly<Record<keyof Access, (terminal: Terminal) => Promise<string>>> = {
  subdomain: (terminal) => ask(terminal, plain`Zendesk subdomain: `),
  'registry-url': (terminal) => ask(terminal, plain`Registry URL: `),
  email: (terminal) => ask(terminal, plain`OAuth client id, or Zendesk email: `),
  'api-token': (terminal) => askSecret(terminal, plain`Zendesk API token (not shown): `),
  password: (terminal) => askSecret(terminal, plain`Zendesk password (not shown): `),
  'oauth-token': (terminal) => askSecret(terminal, plain`OAuth token (not shown): `),
  'oauth-client-id': (terminal) => ask(terminal, plain`OAuth client id: `),
  'oauth-client-secret': (terminal) => askSecret(terminal, plain`OAuth client secret (not shown): `),
  'oauth-scope': (terminal) => ask(terminal, plain`OAuth scopes: `)
};
