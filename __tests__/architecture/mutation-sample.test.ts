import {readFileSync} from 'node:fs';
import {expect, test} from '@jest/globals';
import {ROOT} from '../support/runner.js';

interface Mutant {
  readonly file: string;
  readonly what: string;
  readonly find: string;
}

test('each mutant of the sample still changes one place of its file', async () => {
  const {MUTANTS} = (await import(`${ROOT}scripts/mutation/sample.mjs`)) as {MUTANTS: readonly Mutant[]};
  expect(MUTANTS.length).toBeGreaterThanOrEqual(60);
  const broken = MUTANTS.filter(
    ({file, find}) => readFileSync(`${ROOT}src/${file}`, 'utf8').split(find).length !== 2
  );
  expect(broken.map(({what}) => what)).toEqual([]);
});
