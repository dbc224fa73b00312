import {expect, test} from '@jest/globals';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {dangers, readMarkdown} from '../support/markdown.js';
import {reportExamples} from '../support/report-examples.js';

const files = Object.fromEntries(
  readdirSync('examples/zis').map((name) => [
    `zis/${name}`,
    JSON.parse(readFileSync(`examples/zis/${name}`, 'utf8')) as JsonObject
  ])
);

test('the pictures in docs/images are of comments that the examples still give', async () => {
  const headlines = (await reportExamples(files)).map(({name, markdown}) => {
    expect(dangers(readMarkdown(markdown).prose)).toEqual([]);
    expect(existsSync(`docs/images/${name}.png`)).toBe(true);
    return [name, /^## ZIS bundles: (.*)$/m.exec(markdown)?.[1]];
  });
  expect(headlines).toEqual([
    ['small-change', '1 to update in `acme`'],
    ['new-bundle', '1 to create in `acme`'],
    ['deletion', '1 to delete in `acme`'],
    ['large-change', '1 to create, 5 to update, 1 to delete in `acme`'],
    ['findings', '2 files checked, 3 errors, 1 warning (failed)'],
    ['fork', '3 files checked, all valid']
  ]);
});
