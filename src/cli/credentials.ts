import {UserError} from '../errors.js';
import {plain} from '../visible.js';
import {listOf} from '../words.js';
import type {CommandLine} from './args.js';
import {ask, askSecret} from './prompt.js';
import {canAsk, type Terminal} from './terminal.js';
import {UsageError} from './usage-error.js';

/** The inputs of action.yml that say which account and who asks. */
export type Access = Readonly<
  Record<'subdomain' | 'registry-url' | 'email' | 'api-token' | 'password' | 'oauth-token', string>
>;

/** Nothing of an account, for commands that need none. */
export const NO_ACCESS: Access = {
  subdomain: '',
  'registry-url': '',
  email: '',
  'api-token': '',
  password: '',
  'oauth-token': ''
};

/** The names that Zendesk's own command line (zcli) reads, and one for another registry. */
const VARIABLES: Readonly<Record<keyof Access, string>> = {
  subdomain: 'ZENDESK_SUBDOMAIN',
  'registry-url': 'ZIS_REGISTRY_URL',
  email: 'ZENDESK_EMAIL',
  'api-token': 'ZENDESK_API_TOKEN',
  password: 'ZENDESK_PASSWORD',
  'oauth-token': 'ZENDESK_OAUTH_TOKEN'
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
    'oauth-token': read('oauth-token')
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
  const secret = SECRETS.every((name) => access[name] === '');
  const email = access.email === '' && access['oauth-token'] === '';
  return [
    ...(account ? ['subdomain' as const] : []),
    ...(email ? ['email' as const] : []),
    ...(secret ? ['api-token' as const] : [])
  ];
}

function complete(access: Access): Access {
  const missing = missingFrom(access).map((name) => VARIABLES[name]);
  if (missing.length === 0) return access;
  throw new UserError(
    'credentials-missing',
    `this needs the registry, and the environment has no ${missing.join(', no ')}`,
    'Set it, or use a terminal, where it is asked for. ZENDESK_OAUTH_TOKEN stands in for email and API token, ZIS_REGISTRY_URL for the subdomain.'
  );
}

async function askFor(terminal: Terminal, access: Access): Promise<Access> {
  const answers: Partial<Record<keyof Access, string>> = {};
  for (const name of missingFrom(access)) {
    answers[name] =
      name === 'api-token'
        ? await askSecret(terminal, plain`Zendesk API token (not shown): `)
        : await ask(terminal, name === 'email' ? plain`Zendesk email: ` : plain`Zendesk subdomain: `);
  }
  return complete({...access, ...answers});
}
