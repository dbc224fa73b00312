import {expect, test} from '@jest/globals';
import fc from 'fast-check';
import {UserError} from '../../src/errors.js';
import {parseConfig} from '../../src/inputs/config-file.js';
import {loadInputs} from '../../src/inputs/load.js';
import {readBackup} from '../../src/plan/backup.js';
import {readHeader} from '../../src/report/header.js';
import {parseBaseline} from '../../src/rules/baseline.js';

const TARGET = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};

/** What the files of this tool may hold, under their own names and others', with values of any kind. */
const arbContent: fc.Arbitrary<unknown> = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 5},
    fc.constantFrom<unknown>(null, true, -1, 1, 2, 1.5, '', 'a', 'off', 'error', TARGET.registryUrl, {}, []),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'version',
          'findings',
          'rule',
          'bundle',
          'file',
          'resource',
          'state',
          'count',
          'target',
          'bundles'
        ],
        ...['registryUrl', 'subdomain', 'integration', 'name', 'content', 'installed', 'jobSpecs', 'created'],
        ...['desiredHash', 'jobSpecsOnly', 'resources', 'rules', 'overrides', 'files', 'reason', 'fail-on'],
        ...['variables', 'tests', 'coverage-min', 'keep-placeholders', '__proto__', 'constructor', 'toString']
      ),
      tie('value'),
      {maxKeys: 8}
    )
  )
})).value;
const isText = (value: unknown): boolean => typeof value === 'string';
const arbText = fc.oneof(
  arbContent.map((value) => JSON.stringify(value)),
  fc.string(),
  fc.string({unit: 'binary'})
);

test('a config file and a baseline say what is wrong with them, whatever they hold', () => {
  fc.assert(
    fc.property(arbText, (text) => {
      const content = Buffer.from(text);
      expect(Array.isArray(parseConfig('zis-bundles.yml', content).problems)).toBe(true);
      expect(parseBaseline('zis-baseline.json', content).problems.length).toBeLessThanOrEqual(20);
    }),
    {numRuns: 500}
  );
});

test('a backup is one or is refused in words, whatever it holds', () => {
  fc.assert(
    fc.property(arbText, (text) => {
      try {
        expect(readBackup(text, 'backup.json', TARGET).target.registryUrl).toBe(TARGET.registryUrl);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }),
    {numRuns: 500}
  );
});

test('a backup with a bundle that no recursion bears is refused', () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const bundle = `{"integration":"acme","name":"b","content":{"name":"b","resources":${deep}}}`;
  const text = `{"version":2,"target":{"registryUrl":"${TARGET.registryUrl}"},"bundles":[${bundle}]}`;
  expect(() => readBackup(text, 'backup.json', TARGET)).toThrow(
    'backup.json holds a bundle that is larger than any that can be uploaded'
  );
});

test('the header of a comment is sound or none, whatever it holds', () => {
  const anything = arbContent;
  const likely = fc.record({
    version: fc.constantFrom<unknown>(1, 2, 3, '1'),
    key: fc.oneof(fc.constant('k'), anything),
    target: fc.oneof(fc.constant(TARGET), anything),
    headSha: fc.oneof(fc.constant('a'.repeat(40)), anything),
    run: fc.oneof(fc.constant('1'), anything),
    planHash: fc.oneof(fc.constant('b'.repeat(64)), anything),
    state: fc.constantFrom<unknown>('open', 'applied', 'none'),
    bundles: fc.oneof(fc.constant(null), anything)
  });
  let sound = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        arbText,
        likely.map((value) => JSON.stringify(value))
      ),
      (text) => {
        const header = readHeader(`<!-- zis-bundles:${Buffer.from(text).toString('base64url')} -->`);
        if (header === null) return;
        sound += 1;
        expect([header.key, header.headSha, header.planHash ?? ''].every(isText)).toBe(true);
        expect(
          header.bundles?.every(({integration, name}) => isText(integration) && isText(name)) ?? true
        ).toBe(true);
      }
    ),
    {numRuns: 2000}
  );
  expect(sound).toBeGreaterThan(0);
});

test('files of a size that no memory has are refused unread', async () => {
  const files = {
    find: ([path = '']: readonly string[]) =>
      Promise.resolve([{path, bytes: 2 ** 50, read: () => Promise.reject(new Error('it was read'))}])
  };
  await expect(loadInputs(() => '', files)).rejects.toThrow(
    /zis-bundles\.yml is larger than 256 KB.*zis-baseline/s
  );
});
