import {expect, test} from '@jest/globals';
import {readFileSync} from 'node:fs';
import {check, expectClean} from '../support/check.js';
import {ROOT} from '../support/runner.js';

test('both sides of the cold start run in the same environment', () => {
  const text = readFileSync(`${ROOT}bench/cold-start.mjs`, 'utf8');
  const runs = [...text.matchAll(/millisecondsOf\(\[[^\]]*\], (\w+)\)/g)].map(([, options]) => options);
  expect(runs).toEqual(['step', 'step']);
});

test('what only flow tests need is not part of what every step loads', () => {
  const start = readFileSync(`${ROOT}dist/index.js`, 'utf8');
  // Functions of the YAML parser and of the runner of cases.
  for (const name of ['resolveFlowCollection', 'class CoverageCounter']) expect(start).not.toContain(name);
});

test('the bundles that the benchmark validates have no findings', async () => {
  const {generateBundle} = (await import(`${ROOT}bench/generate.mjs`)) as {
    generateBundle: (options: {bytes: number; index: number}) => string;
  };
  for (const bytes of [10_000, 100_000]) expectClean(await check(generateBundle({bytes, index: 7})));
});
