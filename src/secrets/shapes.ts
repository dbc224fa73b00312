/**
 * What a credential looks like: by the form of a text, and by the name that it is kept under. This is the one
 * list of it. Two readers of it want different things, and so each entry has its grade:
 *
 * - `certain`: it is a credential. The rule `security/credential` reports it.
 * - `doubtful`: it may well be none. It is only hidden where texts are shown, since a value that is hidden for
 *   nothing costs a look into the file, and a report of nothing costs trust in all the others.
 *
 * Whatever is reported is hidden too. No pattern takes more than linear time on a hostile text.
 */
export type Certainty = 'certain' | 'doubtful';

/** A form that a part of a text has. */
export interface SecretShape {
  /** With its article, for a sentence. */
  readonly what: string;
  /** The source of an expression that fits every text in which the pattern fits, and few others. */
  readonly hint: string;
  /**
   * Global. Those of URLs alone ignore letter case, and have a slash. What the first group fits, where there is
   * one, is no secret and stays readable.
   */
  readonly pattern: RegExp;
  /** Always, never, or where the hidden part fits this: what is shorter may be something else. */
  readonly certain: boolean | RegExp;
}

const GAP = String.raw`(?:\s|\\[nr]){1,8}`;
const KEY_KIND = String.raw`(?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----`;
/** The lines `Proc-Type: 4,ENCRYPTED` and their like. */
const KEY_HEADERS = String.raw`(?:${GAP}[A-Z][A-Za-z-]{1,30}: [^\r\n\\"']{1,100}){0,6}`;
/** Up to its end, however its lines are broken; where it has none, as far as lines of base64 go. */
const KEY_BODY = String.raw`(?:(?:${GAP}[A-Za-z0-9+/=]{1,256}){0,1000}(?:${GAP})?-----END ${KEY_KIND}|(?:${GAP}[A-Za-z0-9+/=]{32,256}(?![^\s\\"']))*)`;

export const SHAPES: readonly SecretShape[] = [
  {
    what: 'a private key',
    hint: 'PRIVATE KEY',
    pattern: new RegExp(`-----BEGIN ${KEY_KIND}${KEY_HEADERS}${KEY_BODY}`, 'g'),
    certain: true
  },
  {
    what: 'a GitHub token',
    hint: 'gh[pousr]_|github_pat_',
    pattern: /\bgh[pousr]_[A-Za-z0-9]{16,}|\bgithub_pat_\w{16,}/g,
    certain: /^gh[pousr]_.{36}|^github_pat_.{50}/
  },
  {
    what: 'a GitLab token',
    hint: 'gl[a-z]{2,5}-',
    pattern: /\bgl(?:pat|dt|rt|ptt|ft|imt|agent|oas|soat|cbt|ffct)-[\w-]{16,}(?:\.[\w-]{2,20}){0,3}/g,
    certain: /-.{20}/
  },
  {
    what: 'a Slack token',
    hint: 'xox|xapp-',
    pattern: /\b(?:xox[a-z]|xapp)-[A-Za-z0-9-]{8,}/g,
    certain: /^(?:xox[abeoprs]|xapp-\d)-.{10}/
  },
  {
    what: 'the URL of a Slack webhook',
    hint: 'hooks\\.slack',
    pattern: /(\bhooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,}/gi,
    certain: /^\w{6}[\w/]{10}/
  },
  {
    what: 'the URL of a Discord webhook',
    hint: 'discord',
    pattern: /(\bdiscord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{16,20}\/)[\w-]{16,}/gi,
    certain: /^.{30}/
  },
  {
    what: 'the URL of a Teams webhook',
    hint: '(?:webhook|outlook)\\.office',
    pattern:
      /((?:\.webhook\.office\.com\/webhookb2|\boutlook\.office(?:365)?\.com\/webhook)\/)[\w@/-]{16,}(?:\.[\w@/-]{1,512})?/gi,
    certain: /^[0-9a-f-]{36}@/i
  },
  {
    what: 'the URL of a Power Automate flow',
    hint: '\\.azure\\.com|\\.powerplatform\\.com',
    pattern:
      /(\.(?:logic\.azure|api\.powerplatform)\.com(?::\d{1,5})?\/[^\s"'?]{0,512}\?(?:[\w.-]{1,64}=[^\s"'&#]{0,128}&){0,8}sig=)[\w%+/=-]{16,}/gi,
    certain: true
  },
  {
    what: 'a signed Azure URL',
    hint: 'sig=',
    pattern: /([?&]sv=\d{4}-\d\d-\d\d&(?:[\w.-]{1,64}=[^\s"'&#]{0,128}&){0,12}sig=)[\w%+/=-]{20,}/g,
    certain: true
  },
  {
    what: 'a Telegram bot token',
    hint: '\\d:A',
    pattern: /(?<!\d)\d{5,16}:A[\w-]{24,}/g,
    certain: /:.{35}/
  },
  {
    what: 'the URL of a Zapier webhook',
    hint: 'hooks\\.zapier',
    pattern: /(\bhooks\.zapier\.com\/hooks\/(?:catch|standard)\/)[\w/-]{8,}/gi,
    certain: /^\d{3,20}\/.{5}/
  },
  {
    what: 'a Twilio key',
    hint: 'SK[0-9a-f]{32}|AC[0-9a-f]{32}',
    pattern: /\bSK[0-9a-f]{32}\b|(\bAC[0-9a-f]{32}:)[0-9a-f]{32}\b/g,
    certain: true
  },
  {
    what: 'a Mailgun key',
    hint: 'key-[0-9a-f]|[0-9a-f]-[0-9a-f]{8}-[0-9a-f]',
    pattern: /\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}\b/g,
    certain: true
  },
  {
    what: 'a HubSpot token',
    hint: 'pat-',
    pattern: /\bpat-[a-z]{2,4}\d{0,2}-[0-9a-f][0-9a-f-]{15,}/g,
    certain: /-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  },
  {
    what: 'an Airtable token',
    hint: 'pat[A-Za-z0-9]{14}\\.',
    pattern: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{16,}/g,
    certain: /\..{64}/
  },
  {
    what: 'a SendGrid key',
    hint: 'SG\\.',
    pattern: /\bSG\.[\w-]{12,64}\.[\w-]{16,}/g,
    certain: /^SG\.[^.]{16,32}\./
  },
  {
    what: 'a Shopify token',
    hint: 'shp[a-z]{2}_',
    pattern: /\bshp[a-z]{2}_[0-9a-fA-F]{16,}/g,
    certain: /_.{32}/
  },
  {
    what: 'a Google key',
    hint: 'AIza|ya29\\.|GOCSPX-',
    pattern: /\bAIza[\w-]{20,}|\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{16,}/g,
    certain: /^AIza.{35}|^ya29\..{40}|^GOCSPX-.{28}/
  },
  {
    what: 'an npm token',
    hint: 'npm_',
    pattern: /\bnpm_[A-Za-z0-9]{16,}/g,
    certain: /_.{36}/
  },
  {
    what: 'an AWS access key',
    hint: 'AKIA|ASIA',
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
    certain: true
  },
  {
    what: 'a Stripe key',
    hint: '[rs]k_|whsec_',
    pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|\bwhsec_[A-Za-z0-9+/=]{16,}/g,
    certain: /_[^_]{16}/
  },
  {
    what: 'an OpenAI or Anthropic key',
    hint: 'sk-',
    // With a digit: sk-telecom-order-sync is a name.
    pattern: /\bsk-(?=[A-Za-z_-]{0,64}\d)[\w-]{16,}/g,
    certain: /^sk-(?:ant-|proj-)?.{32}/
  },
  {
    what: 'a JSON Web Token',
    hint: 'eyJ',
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
    certain: /^[^.]+\.eyJ[\w-]{8,}\.[\w-]{16}/
  },
  {
    what: 'a Bearer token',
    hint: '[Bb]earer|BEARER',
    // Anything that is not a placeholder and not a plain English word.
    pattern: /(\b(?:[Bb]earer|BEARER)\s{1,8})(?![A-Za-z]?[a-z]+(?![\w.~+/=-]))[\w.~+/=-]{6,}/g,
    certain: /^(?=[^\d]*\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z]).{24}/
  },
  {
    what: 'a user name and password for Basic authentication',
    hint: '[Bb]asic|BASIC',
    pattern: /(\b(?:[Bb]asic|BASIC)\s{1,8})(?![A-Za-z]?[a-z]+(?![\w.~+/=-]))[\w.~+/=-]{6,}/g,
    certain: /^(?=[^\d]*\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])(?:[\w+/]{4}){4,}(?:[\w+/]{2}==|[\w+/]{3}=)?$/
  },
  {
    what: 'a user name or a password in a URL',
    hint: '://',
    // A user name alone is hidden too. security/url-user-info reports it where it is sent.
    pattern:
      /(:\/\/)(?!(?:\{\{[^{}/]{0,200}\}\}|:){1,9}@)(?:\{\{[^{}/]{0,200}\}\}|[^\s/\\?#@"'<>{}]|\{(?!\{)|\}){1,500}(?=@)/g,
    certain: false
  }
];

/** A name that a credential is kept under, without its case and everything but letters and digits. */
export interface SecretName {
  readonly pattern: RegExp;
  readonly certainty: Certainty;
  /** Whether it means a credential among the parameters of a URL only. */
  readonly inQuery?: boolean;
}

/** The first that fits decides. */
export const NAMES: readonly SecretName[] = [
  {
    pattern:
      /(?:password|passwd|passphrase|secret|apikey|apitoken|accesstoken|authtoken|refreshtoken|idtoken|bearertoken|privatekey|secretkey|accesskey|subscriptionkey|authkey|credentials?)$/,
    certainty: 'certain'
  },
  {pattern: /^(?:authorization|proxyauthorization|token|bearer|pwd|xauth)$/, certainty: 'certain'},
  {
    pattern: /(?:authorization|token|bearer|pwd|passwo?d|signingkey|cookie|xauth)$/,
    certainty: 'doubtful'
  },
  // X-Hub-Signature-256, X-Zendesk-Webhook-Signature: of a body that is known it is no secret.
  {pattern: /^x[a-z0-9]*signature(?:256|v\d)?$/, certainty: 'doubtful'},
  {pattern: /^(?:sig|signature)$/, certainty: 'doubtful', inQuery: true}
];
