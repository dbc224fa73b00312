import {readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {createJqChecker} from '../../src/jq/checker.js';
import {RULES} from '../../src/rules/index.js';
import {MUTANTS} from '../support/mutants/index.js';
import {mutantsPage} from '../../scripts/pages/mutants-page.js';
import {cleanBundle, findingsIn} from '../support/mutants/clean.js';
import {mutate} from '../support/mutants/mutate.js';

const jq = createJqChecker();

test('the clean bundle has no findings', async () => {
  expect(await findingsIn(cleanBundle(), RULES, jq)).toEqual([]);
});

test('there are at least 250 mutants, each of them with a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(250);
  expect(new Set(MUTANTS.map(({name}) => name)).size).toBe(MUTANTS.length);
});

describe('a single defect gives a single finding, on its line', () => {
  test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('%s', async (_name, mutant) => {
    const {text, line} = mutate(cleanBundle(), mutant);
    const found = await findingsIn(text, RULES, jq);
    expect(found.map(({rule, range}) => `${rule} on line ${range.start.line}`)).toEqual([
      `${mutant.rule} on line ${line}`
    ]);
    if (found[0]?.severity !== 'info') expect(found[0]?.hint).not.toBe('');
  });
});

test('docs/mutants.md is what `npm run docs` would write', async () => {
  expect(readFileSync('docs/mutants.md', 'utf8')).toBe(await mutantsPage(RULES));
});
