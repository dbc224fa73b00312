const MAY_NAME_A_SECRET = /pass|pwd|secret|token|key|auth|cred|bearer/i;
const NAMES_A_SECRET =
  /(?:password|passwd|passphrase|secret|apikey|apitoken|accesstoken|authtoken|refreshtoken|idtoken|bearertoken|privatekey|secretkey|accesskey|subscriptionkey|authkey|credentials?)$|^(?:authorization|proxyauthorization|token|bearer|pwd|xauth)$/;

/** Whether a header, parameter or property of this name holds a credential, however it is written. */
export function namesSecret(name: string): boolean {
  if (name.length > 64 || !MAY_NAME_A_SECRET.test(name)) return false;
  return NAMES_A_SECRET.test(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** Whether the name of a credential may stand in a text: quickly, and never wrongly no. */
export function mayNameSecret(text: string): boolean {
  return MAY_NAME_A_SECRET.test(text);
}

/** Shorter texts are no credentials, or none worth stealing. */
export const SHORTEST_SECRET = 6;

const SCHEME = /^(?:basic|bearer|token|apikey|digest|sso-key)\s+/i;
const STAND_IN =
  /^(?:<.*>|\[.*\]|%.*%|[*.x-]+|your.*|my.*|.*(?:placeholder|example|dummy|redacted|changeme|change_me).*|none|null|true|false|undefined|string|bearer|basic|optional|required)$/i;

/** `acme_settings`, `same-origin`: a name of something, and not the thing. */
const WORDS = /^[a-z]+(?:[-_][a-z]+)+$/;

/**
 * Whether the value of something that holds a credential is the credential itself: not a path, not a
 * placeholder of ZIS or of a template, and not a word that stands in for one.
 */
export function isLiteralSecret(value: string): boolean {
  if (value.includes('{{') || value.startsWith('$')) return false;
  const secret = value.trim().replace(SCHEME, '');
  if (secret.length < SHORTEST_SECRET || secret.length > 4096 || /\s/.test(secret) || STAND_IN.test(secret))
    return false;
  if (WORDS.test(secret)) return false;
  return secret.length >= 16 || /\d/.test(secret) || /[^A-Za-z_]/.test(secret);
}
