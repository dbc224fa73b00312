/**
 * What a credential looks like, by the name that it is kept under and by its own form. Both lists are meant
 * to err on the side of hiding: a value that is masked for nothing costs a look into the file.
 */

/** The last word of a normalised key (`X-Api-Key` → `xapikey`) that holds a credential. */
const SENSITIVE_KEY =
  /(?:authorization|token|passwo?r?d|pwd|passphrase|secret|apikey|privatekey|secretkey|accesskey|signingkey|credentials?|cookie)$/;

/**
 * A part of a text that is a credential: group 1, where there is one, stays readable. None of them takes more
 * than linear time on a hostile text.
 */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  /\bgh[pousr]_[A-Za-z0-9]{16,}/g,
  /\bgithub_pat_\w{16,}/g,
  /\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /\bsk-[\w-]{16,}|\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  // After the scheme: anything that is not a placeholder and not a plain English word.
  /(\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,8})(?![A-Za-z]?[a-z]+(?![\w.~+/=-]))[\w.~+/=-]{6,}/g,
  /(?<=:\/\/)(?!\{\{)[^\s/?#@"'<>]{1,500}(?=@)/g,
  /([?&](?:[\w-]{0,40}token|api_?key|[\w-]{0,40}secret|password|access_key|signature|sig)=)(?!\{\{|\$)[^&\s"'#]+/gi
];

/** What every shape has somewhere: a text without any of it, as nearly all are, need not be searched again. */
const HINT =
  /:\/\/|[?&]|PRIVATE KEY|gh[pousr]_|github_pat_|xox|xapp-|AKIA|ASIA|eyJ|sk-|[sr]k_|[Bb]earer|BEARER|[Bb]asic|BASIC/;

const PLACEHOLDER = /\{\{\s{0,20}(?:\$[^{}]{0,500}|[A-Za-z_][\w-]{0,200}\s{0,20})\}\}/g;
const REFERENCE_PATH = /^\$(?:[.[][\w.[\]$'"*-]*)?$/;
const SCHEME_ALONE = /^(?:(?:Bearer|Basic|ApiKey|Token)(?: token)?)?$/i;

/** Whether what stands under this key is a credential, unless it is a placeholder. */
export function isSensitiveKey(key: string): boolean {
  const normal = key
    .replace(/\.\$$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
  return SENSITIVE_KEY.test(normal);
}

/** Whether a value only says where a credential comes from: `$.connections.x.token`, `Bearer {{$.token}}`. */
export function isPlaceholder(value: string): boolean {
  if (REFERENCE_PATH.test(value)) return true;
  const rest = value.replace(PLACEHOLDER, '');
  return rest !== value && SCHEME_ALONE.test(rest.replace(/[\s:;,"=]+/g, ' ').trim());
}

/** Replaces each part of a text that has the form of a credential. */
export function replaceShapes(text: string, replacement: (secret: string) => string): string {
  if (!HINT.test(text)) return text;
  let result = text;
  for (const shape of SHAPES) {
    result = result.replace(shape, (match: string, ...groups: unknown[]) => {
      const kept = typeof groups[0] === 'string' ? groups[0] : '';
      return kept + replacement(match.slice(kept.length));
    });
  }
  return result;
}
