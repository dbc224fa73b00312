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

test('what "Where is…" names stands in the file that it names', () => {
  const [, table = ''] = /## Where is…\n\n([^#]+)/.exec(page) ?? [];
  const rows = table
    .split('\n')
    .slice(2)
    .flatMap((row) => /^\|(.+?)\| `([^`]+)` +\| `([^`]+)` +\|$/.exec(row)?.slice(1) ?? []);
  expect(rows.length / 3).toBeGreaterThanOrEqual(8);
  for (let at = 0; at < rows.length; at += 3) {
    const [what, file = '', there = ''] = rows.slice(at, at + 3);
    expect({what, holds: readFileSync(`${ROOT}src/${file}`, 'utf8').includes(there)}).toEqual({
      what,
      holds: true
    });
  }
});
