import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {expect, test} from '@jest/globals';
import {ROOT} from '../support/runner.js';

const page = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');

/** Where a path on the page may begin: it names rooms and files of src without the folder. */
const FOLDERS = ['', 'src/'];
const PATH = /^\.?[\w.-]+(?:\/[\w.-]*)+$|^[\w.-]+\.(?:ts|js|md|yml|json)$/;

test('every file and folder that the page names is there', () => {
  const named = [...page.matchAll(/`([^`\s]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => PATH.test(text));
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter((path) => !FOLDERS.some((folder) => existsSync(`${ROOT}${folder}${path}`)));
  expect(missing).toEqual([]);
});

test('every room of src has its place on the page', () => {
  const rooms = readdirSync(`${ROOT}src`, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({name}) => name);
  for (const room of rooms) expect(page).toMatch(new RegExp(`\\b${room}/`));
});
