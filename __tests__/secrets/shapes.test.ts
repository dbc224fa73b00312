import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {redactBundlePair, redactText} from '../../src/report/redact.js';
import {credential} from '../../src/rules/security/credential.js';
import {certainSecretIn, nameCertainty, replaceSecrets, valueCertainty} from '../../src/secrets/find.js';
import {scrubberOf} from '../../src/secrets/scrub.js';
import {SHAPES} from '../../src/secrets/shapes.js';
import {bundleOf, check} from '../support/check.js';
import {EXAMPLES, type Example} from './examples.js';

const examples = (grade: 'certain' | 'doubtful'): [string, Example][] =>
  Object.entries(EXAMPLES).flatMap(([what, grades]) =>
    grades[grade].map((example): [string, Example] => [what, example])
  );

/** What is shown of a bundle that has these properties among an action's parameters. */
const masked = (parameters: JsonObject): string =>
  JSON.stringify(redactBundlePair(null, parameters, []).declared);

/** What security/credential says of each of the texts, in their order. */
async function reported(parameters: JsonObject): Promise<string[]> {
  const bundle = bundleOf({Load: {Type: 'Action', ActionName: 'x', Parameters: parameters, End: true}});
  return (await check(bundle, {rules: [credential]})).map(({message}) => message);
}

test('every shape of the list has its examples', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(SHAPES.map(({what}) => what).sort());
  for (const {what, certain} of SHAPES) {
    expect([what, EXAMPLES[what]!.certain.length > 0]).toEqual([what, certain !== false]);
    expect([what, EXAMPLES[what]!.doubtful.length > 0]).toEqual([what, certain !== true]);
  }
});

describe('what the rule reports is masked, and what is masked is reported or in doubt', () => {
  test.each(examples('certain'))('%s: reported and masked', async (what, {text, secret = text}) => {
    for (const note of [text, `see ${text} here`]) {
      expect(await reported({note})).toEqual([`this text holds what looks like ${what}`]);
      for (const shown of [masked({note}), redactText(note, []), replaceSecrets(note, [], '***')])
        expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    expect(redactText(`see ${text} here`, [])).toBe(
      `see ${text.replace(secret, () => '••• (redacted)')} here`
    );
  });

  test.each(examples('doubtful'))('%s: masked only', async (_what, {text, secret = text}) => {
    expect(await reported({note: `see ${text} here`})).toEqual([]);
    expect(redactText(`see ${text} here`, [])).toBe(
      `see ${text.replace(secret, () => '••• (redacted)')} here`
    );
  });

  test('under whatever name and with whatever value', async () => {
    const name = fc.oneof(
      fc.constantFrom('token', 'x', 'key', 'value', 'name', 'body', 'authorization', 'X-Api-Key', 'url'),
      fc
        .tuple(
          fc.constantFrom('', 'access_', 'X-', 'my', 'the.'),
          fc.constantFrom('token', 'secret', 'Password', 'apiKey', 'signature', 'cookie', 'auth', 'keys'),
          fc.constantFrom('', 's', '.$', '_1')
        )
        .map((parts) => parts.join(''))
    );
    const value = fc.oneof(
      fc.constantFrom('abc123def', 'token', '$.a.b', '{{$.a}}', 'Bearer {{$.t}}', '', 'see-the-vault', 'x1'),
      fc
        .array(
          fc.constantFrom(...[...examples('certain'), ...examples('doubtful')].map(([, {text}]) => text)),
          {
            minLength: 1,
            maxLength: 2
          }
        )
        .map((texts) => texts.join(' ')),
      fc.stringMatching(/^\/a\?(?:token|sig|x|api_key)=[a-z0-9{}$.-]{0,12}$/)
    );
    const entry = fc.oneof(fc.tuple(name, value), fc.tuple(fc.constant('value'), value));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, {maxLength: 4}), async (entries) => {
        const parameters = Object.fromEntries(entries);
        const shown = redactBundlePair(null, parameters, []).declared ?? {};
        const isMasked = Object.entries(parameters).map(([, text], at) => Object.values(shown)[at] !== text);
        const messages = await reported(parameters);
        // As many are masked as are reported, and more that are in doubt.
        expect(isMasked.filter(Boolean).length).toBeGreaterThanOrEqual(messages.length);
        for (const [at, [property, text]] of Object.entries(parameters).entries()) {
          const alone = await reported({[property]: text});
          if (alone.length > 0) expect([property, text, isMasked[at]]).toEqual([property, text, true]);
          if (isMasked[at] !== true) expect(certainSecretIn(text)).toBe(null);
        }
      }),
      {numRuns: 300}
    );
  });
});

describe('the scrubber of the log', () => {
  const scrub = scrubberOf(['hunter2-hunter2', 'hunter2-']);

  test.each([...examples('certain'), ...examples('doubtful')])(
    '%s is taken out',
    (_what, {text, secret = text}) => {
      expect(scrub(`hunter2-hunter2 ${text} hunter2-`)).toBe(`*** ${text.replace(secret, () => '***')} ***`);
    }
  );

  test('leaves JSON what it is', () => {
    const text = fc.array(
      fc.constantFrom(
        ...Object.values(EXAMPLES).flatMap(({certain, doubtful}) =>
          [...certain, ...doubtful].map(({text}) => text)
        ),
        ...['?token=', '\\', '"', 'hunter2-', 'https://a:b', '@', '\n', 'Bearer ']
      ),
      {maxLength: 4}
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const value = texts.map((pieces) => pieces.join(''));
        expect(JSON.parse(scrub(JSON.stringify(value)))).toHaveLength(value.length);
      }),
      {numRuns: 500}
    );
  });
});

describe('names and values', () => {
  test.each([
    ['password', 'certain'],
    ['Proxy-Authorization', 'certain'],
    ['X-Api-Key', 'certain'],
    ['client_secret.$', 'certain'],
    ['token', 'certain'],
    ['Ocp-Apim-Subscription-Key', 'certain'],
    ['page_token', 'doubtful'],
    ['Set-Cookie', 'doubtful'],
    ['X-Hub-Signature-256', 'doubtful'],
    ['X-Zendesk-Webhook-Signature', 'doubtful'],
    [`${'x'.repeat(100)}password`, 'doubtful'],
    ['signature', null],
    ['author', null],
    ['tokens', null],
    ['key', null]
  ] as const)('%s: %s', (name, certainty) => {
    expect(nameCertainty(name)).toBe(certainty);
  });

  test('a signature is a secret among the parameters of a URL', () => {
    expect(nameCertainty('sig', 'query')).toBe('doubtful');
    expect(redactText('https://h/x?signature=abc123&y=1', [])).toBe(
      'https://h/x?signature=••• (redacted)&y=1'
    );
  });

  test.each([
    ['hunter2!', 'certain'],
    ['Zendesk abcdef-123456', 'doubtful'],
    ['see-the-vault', 'doubtful'],
    ['<your token>', 'doubtful'],
    ['abc{{$.x}}', 'doubtful'],
    ['$ecret123', 'doubtful'],
    ['$.connections.x.token', null],
    ['Bearer {{ $.token }}', null],
    ['', null]
  ] as const)('the value %j: %s', (value, certainty) => {
    expect(valueCertainty(value)).toBe(certainty);
  });
});

describe('hostile text of 200 KB', () => {
  const repeated = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
  /** A quadratic expression takes half a minute and more for that much. */
  const MOST_MS = 2_000;
  const millisecondsOf = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };

  test.each(SHAPES)('$what: its pattern takes linear time', ({what, pattern}) => {
    const {certain, doubtful} = EXAMPLES[what]!;
    const texts = [...certain, ...doubtful].map(({text}) => text);
    const pieces = [
      ...texts,
      ...texts.map((text) => text.slice(0, text.length / 2)),
      ...texts.map((text) => text.slice(0, 4))
    ];
    for (const piece of pieces) {
      for (const between of ['', ' ', '-', '/', '&a=', String.raw`\n`, '{{x}}']) {
        const text = repeated(piece + between);
        expect([piece, between, millisecondsOf(() => [...text.matchAll(pattern)]) < MOST_MS]).toEqual([
          piece,
          between,
          true
        ]);
      }
    }
  });

  test.each(['?token=', '&a={{$ ', '•••', '•••\\', '"', '-----BEGIN PRIVATE KEY-----\n', 'key-0123456789 '])(
    'masking takes linear time: %j',
    (piece) => {
      const text = repeated(piece);
      expect(millisecondsOf(() => redactText(text, []))).toBeLessThan(MOST_MS);
      expect(millisecondsOf(() => redactBundlePair({token: text, x: text}, null, []))).toBeLessThan(MOST_MS);
      expect(millisecondsOf(() => certainSecretIn(text))).toBeLessThan(MOST_MS);
    }
  );
});
