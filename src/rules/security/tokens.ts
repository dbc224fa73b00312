/** A kind of credential that is known by its looks. */
interface TokenShape {
  /** With its article, for a sentence. */
  readonly what: string;
  readonly pattern: RegExp;
}

/** The shapes that their issuers publish so that leaked ones can be found. */
const SHAPES: readonly TokenShape[] = [
  {what: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{50}/},
  {what: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20}/},
  {what: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10}|\bxapp-\d-[A-Za-z0-9-]{10}/},
  {
    what: 'the URL of a Slack webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{6}[A-Za-z0-9/]{10}/
  },
  {
    what: 'the URL of a Discord webhook',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{16,20}\/[\w-]{30}/
  },
  {what: 'the URL of a Teams webhook', pattern: /\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@/},
  {what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/},
  {what: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}/},
  {what: 'a Stripe key', pattern: /\b[rs]k_(?:live|test)_[0-9A-Za-z]{16}/},
  {what: 'an OpenAI or Anthropic key', pattern: /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32}/},
  {what: 'a SendGrid key', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/},
  {what: 'a Shopify token', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/},
  {what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/},
  {what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/},
  {
    what: 'a JSON Web Token',
    pattern: /\beyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{16}/
  },
  {
    what: 'a signed Azure URL',
    pattern: /[?&]sv=\d{4}-\d\d-\d\d&[^\s"]{0,512}sig=[A-Za-z0-9%+/=]{20}/
  }
];

/** Stands in every text that one of the shapes fits, and in few others. */
const HINT_OF_A_SHAPE =
  /gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|xapp-|hooks\.slack|discord|webhook\.office|AKIA|ASIA|AIza|[rs]k_|sk-|SG\.|shp|npm_|PRIVATE KEY|eyJ|sig=/;

const SHORTEST_TOKEN = 16;

/** What kind of credential the text holds, with an article; null when it has none of the known shapes. */
export function knownToken(text: string): string | null {
  if (text.length < SHORTEST_TOKEN || !HINT_OF_A_SHAPE.test(text)) return null;
  return SHAPES.find(({pattern}) => pattern.test(text))?.what ?? null;
}
