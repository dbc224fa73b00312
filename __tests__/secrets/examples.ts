/** Made in pieces, so that no scanner takes this file for a leak. */
const glue = (...parts: string[]) => parts.join('');
const HEX = '0123456789abcdef';
const MIXED = 'a1B2c3D4e5F6g7H8';

/** Texts of one shape of the list, by its `what`. The secret is what must not be shown of them. */
export interface ShapeExamples {
  /** Reported and hidden. */
  readonly certain: readonly Example[];
  /** Hidden, but not reported: too short, say. */
  readonly doubtful: readonly Example[];
}

export interface Example {
  readonly text: string;
  /** All of the text unless given. */
  readonly secret?: string;
}

const whole = (...texts: string[]): Example[] => texts.map((text) => ({text}));
const within = (before: string, secret: string, after = ''): Example => ({
  text: before + secret + after,
  secret
});

const KEY_LINE = MIXED.repeat(4);
const key = (kind: string, ...lines: string[]) =>
  glue('-----BEGIN ', kind, '-----', ...lines.map((line) => `\n${line}`), '\n-----END ', kind, '-----');

export const EXAMPLES: Readonly<Record<string, ShapeExamples>> = {
  'a private key': {
    certain: whole(
      key('RSA PRIVATE KEY', KEY_LINE, KEY_LINE, 'MIIE'),
      key('PRIVATE KEY', 'MIIE').replaceAll('\n', String.raw`\n`),
      key('EC PRIVATE KEY', 'MIIE').replaceAll('\n', ' '),
      key('ENCRYPTED PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,AB12', '', KEY_LINE),
      key('PGP PRIVATE KEY BLOCK', 'Version: GnuPG v2', '', KEY_LINE, '=aB1c'),
      glue('-----BEGIN PRIVATE ', 'KEY-----\n', KEY_LINE, '\n', KEY_LINE)
    ),
    doubtful: []
  },
  'a GitHub token': {
    certain: whole(glue('gh', 'p_', MIXED, MIXED, 'abcd'), glue('github', '_pat_', MIXED.repeat(4))),
    doubtful: whole(glue('gh', 's_', MIXED), glue('github', '_pat_', MIXED))
  },
  'a GitLab token': {
    certain: whole(glue('gl', 'pat-', MIXED, 'abcd'), glue('gl', 'rt-', MIXED, 'abcd.01.', MIXED)),
    doubtful: whole(glue('gl', 'pat-', MIXED))
  },
  'a Slack token': {
    certain: whole(glue('xox', 'b-1234567890-', MIXED), glue('xapp', '-1-', MIXED)),
    doubtful: whole(glue('xox', 'z-', MIXED))
  },
  'the URL of a Slack webhook': {
    certain: [within('https://hooks.slack.com/services/', glue('T0000000/', 'B0000000/', MIXED))],
    doubtful: [within('https://hooks.slack.com/triggers/', 'T0000000/B')]
  },
  'the URL of a Discord webhook': {
    certain: [within('https://discord.com/api/webhooks/123456789012345678/', MIXED.repeat(4))],
    doubtful: [within('https://discordapp.com/api/v10/webhooks/123456789012345678/', MIXED)]
  },
  'the URL of a Teams webhook': {
    certain: [
      within(
        'https://acme.webhook.office.com/webhookb2/',
        '01234567-89ab-cdef-0123-456789abcdef@01234567-89ab-cdef-0123-456789abcdef/IncomingWebhook/abc'
      )
    ],
    doubtful: [within('https://acme.webhook.office.com/webhookb2/', MIXED)]
  },
  'the URL of a Power Automate flow': {
    certain: [
      within(
        'https://prod-1.westus.logic.azure.com:443/workflows/a/triggers/manual/paths/invoke?api-version=1&sp=%2Frun&sv=1.0&sig=',
        glue(MIXED, '_', MIXED)
      ),
      within(
        'https://default0.0.environment.api.powerplatform.com:443/powerautomate/workflows/a/invoke?api-version=1&sig=',
        glue(MIXED, MIXED)
      )
    ],
    doubtful: []
  },
  'a signed Azure URL': {
    certain: [
      within('https://acme.blob.core.windows.net/a/b?sv=2024-01-01&se=x&sp=r&sig=', glue(MIXED, 'abcd%3D'))
    ],
    doubtful: []
  },
  'a Telegram bot token': {
    certain: [within('https://api.telegram.org/bot', glue('1234567890:A', 'A', MIXED, MIXED, 'a'), '/send')],
    doubtful: whole(glue('1234567890:A', 'A', MIXED, 'abcdefgh'))
  },
  'the URL of a Zapier webhook': {
    certain: [within('https://hooks.zapier.com/hooks/catch/', '1234567/abcde12')],
    doubtful: [within('https://hooks.zapier.com/hooks/catch/', 'abcdefgh')]
  },
  'a Twilio key': {
    certain: [
      {text: glue('SK', HEX, HEX)},
      within(glue('AC', HEX, HEX, ':'), glue(HEX, HEX.split('').reverse().join('')))
    ],
    doubtful: []
  },
  'a Mailgun key': {
    certain: whole(glue('key-', HEX, HEX), glue(HEX, HEX, '-01234567-89abcdef')),
    doubtful: []
  },
  'a HubSpot token': {
    certain: whole(glue('pat-', 'na1-01234567-89ab-cdef-0123-', '456789abcdef')),
    doubtful: whole(glue('pat-', 'eu1-01234567-89ab-cdef'))
  },
  'an Airtable token': {
    certain: whole(glue('pat', 'a1B2c3D4e5F6g7.', HEX.repeat(4))),
    doubtful: whole(glue('pat', 'a1B2c3D4e5F6g7.', HEX))
  },
  'a SendGrid key': {
    certain: whole(glue('SG.', MIXED, 'abcdef.', MIXED, MIXED)),
    doubtful: whole(glue('SG.', 'a1B2c3D4e5F6.', MIXED))
  },
  'a Shopify token': {
    certain: whole(glue('shp', 'at_', HEX, HEX)),
    doubtful: whole(glue('shp', 'ss_', HEX))
  },
  'a Google key': {
    certain: whole(
      glue('AI', 'za', MIXED, MIXED, 'abc'),
      glue('GOC', 'SPX-', MIXED, 'a1B2c3D4e5F6'),
      glue('ya', '29.', MIXED, MIXED, MIXED)
    ),
    doubtful: whole(glue('AI', 'za', MIXED, 'abcd'), glue('GOC', 'SPX-', MIXED))
  },
  'an npm token': {
    certain: whole(glue('npm', '_', MIXED, MIXED, 'abcd')),
    doubtful: whole(glue('npm', '_', MIXED))
  },
  'an AWS access key': {certain: whole(glue('AK', 'IA', 'ABCDEFGHIJKLMNOP')), doubtful: []},
  'a Stripe key': {
    certain: whole(glue('sk', '_live_', MIXED), glue('wh', 'sec_', MIXED)),
    doubtful: whole(glue('rk', '_test_', 'a1B2c3D4e5'))
  },
  'an OpenAI or Anthropic key': {
    certain: whole(glue('sk', '-ant-', MIXED, MIXED), glue('sk', '-', MIXED, MIXED)),
    doubtful: whole(glue('sk', '-', MIXED))
  },
  'a JSON Web Token': {
    certain: whole(glue('ey', 'JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.', MIXED)),
    doubtful: whole(glue('ey', 'JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0'))
  },
  'a Bearer token': {
    certain: [within('Bearer ', glue(MIXED, MIXED))],
    doubtful: [within('Bearer ', 'abc123'), within('BEARER  ', MIXED)]
  },
  'a user name and password for Basic authentication': {
    certain: [within('Basic ', 'YWRtaW46aHVudGVyMi0x')],
    doubtful: [within('Basic ', 'dXNlcjpwYXNz')]
  },
  'a user name or a password in a URL': {
    certain: [],
    doubtful: [
      within('https://', 'me:hunter2', '@host/x'),
      within('https://', '{{ $.user }}:hunter2', '@host/x'),
      within('ftp://', 'me:p{x}y', '@host')
    ]
  }
};
