import {API_TOKEN_DATES} from './api-tokens.js';
import type {Signed, Signer} from './signing.js';

/** A refusal whose cause is known. */
export interface Refusal {
  /** Recognises the registry's words. */
  readonly words: RegExp;
  /** What they mean: the end of a sentence. */
  readonly cause: string;
  /** What to do. */
  readonly hint: string;
}

/**
 * The registry's refusals in a user's words. "Integration mismatch", "invalid integration key" and
 * "duplicated resources" are in Zendesk's "Fixing common ZIS errors"; the others were observed in the field.
 */
const REFUSALS: readonly Refusal[] = [
  {
    words: /oauth being disabled/i,
    cause: 'the registry takes no OAuth token for this request',
    hint: 'Give email and api-token instead of oauth-token: OAuth is documented for listing, showing and deleting bundles, not for uploads.'
  },
  {
    words: /\binvalid_client\b/i,
    cause: 'the account has no OAuth client with this id and secret',
    hint: "Give the client's unique identifier as oauth-client-id, not its name, and the secret that was shown when it was made: make a new one when in doubt. ZIS's own clients, zis_<integration>, get no tokens this way."
  },
  {
    words: /\bunauthorized_client\b/i,
    cause: 'the OAuth client is a public one, which gets no tokens by its secret',
    hint: 'Make an OAuth client of the kind Confidential in Admin Center, and give its id and secret.'
  },
  {
    words: /\b(?:invalid|insufficient)_scope\b|missing the following required scopes/i,
    cause: 'a scope is missing',
    hint: 'Give oauth-scope what the step needs, "read write" unless set, and allow the OAuth client these scopes.'
  },
  {
    words: /integration mismatch/i,
    cause:
      'the OAuth token belongs to another integration, or no integration is registered under exactly this name',
    hint: 'Use a token of the OAuth client zis_<integration>, and check that the integration exists and is spelt alike, letter case included.'
  },
  {
    words: /not available for upsert by this account/i,
    cause: 'another Zendesk account owns this integration name',
    hint: 'Integration names are unique among all Zendesk accounts: choose another one, or check the subdomain.'
  },
  {
    words: /only admin user is allowed|do not have access to this page/i,
    cause: 'the user of these credentials is not an administrator of the account',
    hint: 'Use the credentials of an administrator: the ZIS Registry serves nobody else.'
  },
  {
    words: /api token is not supported/i,
    cause: 'the registry takes no API token for this request',
    hint: 'Use an oauth-token of the OAuth client zis_<integration> for this request.'
  },
  {
    words: /invalid integration key/i,
    cause: 'the integration name is not one that ZIS takes',
    hint: 'Use 1 to 64 lower-case letters, digits, dashes and underscores.'
  },
  {
    words: /duplicated resources/i,
    cause: 'a resource name is used twice, in this bundle or in another bundle of the integration',
    hint: 'Give every resource a properties.name of its own within the integration; a registered bundle that has the name and that no bundle file declares must be deleted, or declared without it.'
  },
  {
    words: /\bAnd is required\b/i,
    cause: 'a Choice state uses a comparison that ZIS does not know, such as StringMatches',
    hint: 'Use a comparison that ZIS documents, such as StringEquals, or compare in a Jq action beforehand.'
  },
  {
    words: /job specs? is invalid/i,
    cause: 'the job spec is not in a bundle that is registered now',
    hint: 'Check that the upload of its bundle succeeded and that the job spec has exactly this name.'
  }
];

const NOT_KNOWN = /authentication failed|couldn['’]t authenticate/i;

/** What it means that a credential is not known; the registry says the same of all that is wrong with one. */
const UNKNOWN_CREDENTIALS: Readonly<Record<Signer['kind'], Omit<Refusal, 'words'>>> = {
  'api-token': {
    cause: "the API token is mistyped, revoked or deactivated, or is not of this e-mail's user",
    hint: `Check email, api-token and the subdomain, and in Admin Center whether the token is active and token access is on. ${API_TOKEN_DATES} An OAuth client (oauth-client-id, oauth-client-secret) does all but uploads without one.`
  },
  password: {
    cause: 'the password is mistyped, or the account lets passwords in no more',
    hint: 'Check email, password and the subdomain. Zendesk takes password access away since 12 January 2026: use an OAuth client (oauth-client-id, oauth-client-secret), and for uploads an API token that the account still has.'
  },
  oauth: {
    cause: 'the OAuth token is mistyped, revoked or at its end',
    hint: 'Make a new token; or give oauth-client-id and oauth-client-secret in its place, from which each step makes its own.'
  },
  'oauth-client': {
    cause: 'the access token that was made for this step was refused, and so was a new one',
    hint: 'Check in Admin Center that the OAuth client is still there and that its user is active and an administrator. Running the step again is safe.'
  }
};

/** The refusal that stands behind the registry's words; undefined for words that are not known. */
export function refusalOf(
  words: string,
  request: Signed,
  signer: Signer
): Omit<Refusal, 'words'> | undefined {
  if (isUploadRefusal(words, request)) return uploadRefusal(signer);
  return (
    REFUSALS.find((refusal) => refusal.words.test(words)) ??
    (NOT_KNOWN.test(words) ? UNKNOWN_CREDENTIALS[signer.kind] : undefined)
  );
}

/** Whether an upload was refused for being signed with an OAuth token. */
export function isUploadRefusal(words: string, {isUpload}: Signed): boolean {
  return isUpload === true && /oauth being disabled/i.test(words);
}

function uploadRefusal({kind, made}: Signer): Omit<Refusal, 'words'> {
  const beside =
    kind === 'oauth-client' ? 'beside the OAuth client, which goes on doing all the rest' : 'in its place';
  const trace = made.length === 0 ? '' : ` Made on the way: ${made.join('; ')}.`;
  return {
    cause: 'the registry takes no OAuth token for uploads',
    hint: `Give email and api-token (or password) ${beside}. ${API_TOKEN_DATES} When the registry takes OAuth for uploads, this works without them.${trace}`
  };
}
