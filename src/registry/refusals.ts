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
export const REFUSALS: readonly Refusal[] = [
  {
    words: /oauth being disabled/i,
    cause: 'the registry takes no OAuth token for this request',
    hint: 'Give email and api-token instead of oauth-token: OAuth is documented for listing, showing and deleting bundles, not for uploads.'
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
    words: /only admin user is allowed/i,
    cause: 'the user of these credentials is not an administrator of the account',
    hint: 'Use the credentials of an administrator: the ZIS Registry serves nobody else.'
  },
  {
    words: /api token is not supported/i,
    cause: 'the registry takes no API token for this request',
    hint: 'Use an oauth-token of the OAuth client zis_<integration> for this request.'
  },
  {
    words: /authentication failed|couldn['’]t authenticate/i,
    cause: 'the credentials are missing, expired, revoked or mistyped',
    hint: 'Check email, api-token or oauth-token and the subdomain; make a new token when in doubt, and check that token access is on in the account.'
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
