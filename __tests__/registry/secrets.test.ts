import {describe, expect, test} from '@jest/globals';
import {inspect} from 'node:util';
import fc from 'fast-check';
import {secretForms, type Credentials} from '../../src/registry/credentials.js';
import {bundle} from '../support/bundles.js';
import {client, serverOf} from './setup.js';

const secret = fc
  .string({minLength: 12, maxLength: 40, unit: 'grapheme-ascii'})
  .filter((text) => /^\S.*\S$/.test(text));
const credentials: fc.Arbitrary<Credentials> = fc.oneof(
  secret.map((apiToken): Credentials => ({kind: 'api-token', email: 'me@example.com', apiToken})),
  secret.map((password): Credentials => ({kind: 'password', email: 'me@example.com', password})),
  fc.stringMatching(/^[!-~]{12,40}$/).map((oauthToken): Credentials => ({kind: 'oauth', oauthToken}))
);

/** A registry that repeats every form of the secret wherever it can, in bodies and headers. */
function echo(forms: readonly string[], shape: number) {
  const text = forms.join(' ');
  const bodies = [
    JSON.stringify({errors: [{code: text, detail: text, status: text}], message: text}),
    JSON.stringify({message: text}),
    text,
    `<html>${text}</html>`,
    JSON.stringify({bundles: [{name: text}, {uuid: text}]}),
    JSON.stringify({bundles: [{uuid: text, name: '', integration: text}]})
  ];
  const statuses = [400, 401, 404, 429, 500, 200, 302];
  return serverOf((_request, response) => {
    const host = (forms.find((form) => /^[a-z0-9]+$/i.test(form)) ?? '').slice(0, 63);
    const location = `https://${host}.example.com/${encodeURIComponent(text)}`;
    response.writeHead(statuses[shape % statuses.length] ?? 400, {location});
    response.end(bodies[Math.floor(shape / statuses.length) % bodies.length]);
  });
}

describe('credentials', () => {
  test('are in no error and no log line, even when the registry repeats them in every form', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, fc.nat({max: 41}), async (given, shape) => {
        const forms = secretForms(given);
        const server = await echo(forms, shape);
        const lines: string[] = [];
        const registry = client(server.url, {credentials: given, log: {debug: (line) => lines.push(line)}});
        const outcomes = await Promise.allSettled([
          registry.list('acme'),
          registry.show('acme', 'u-1'),
          registry.delete('acme', 'u-1'),
          registry.installJobSpec('zis:acme:job_spec:x'),
          registry.listJobSpecs('acme'),
          registry.upload('acme', bundle('orders'))
        ]);
        await server.close();
        const errors = outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [outcome.reason as Error] : []
        );
        const told = [
          ...lines,
          ...errors.flatMap((error) => [error.message, inspect(error), JSON.stringify(error)])
        ];
        expect(lines.length).toBeGreaterThan(0);
        for (const form of forms.filter((text) => text !== '******'))
          expect(told.join('\n')).not.toContain(form);
      }),
      {numRuns: 120}
    );
  }, 60_000);

  test('are sent in the Authorization header and nowhere else', async () => {
    const given: Credentials = {kind: 'api-token', email: 'me@example.com', apiToken: 'tok-en-123456'};
    let sent = '';
    const server = await serverOf((request, response) => {
      sent += JSON.stringify([request.url, {...request.headers, authorization: ''}]);
      request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
      request.on('end', () => response.end('{"bundles": []}'));
    });
    const registry = client(server.url, {credentials: given});
    await registry.list('acme');
    await registry.upload('acme', bundle('orders'));
    for (const form of secretForms(given)) expect(sent).not.toContain(form);
    await server.close();
  });
});
