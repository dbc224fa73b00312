import {readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {rulesPage, titleOf} from '../../scripts/pages/rules-page.js';
import {RULES} from '../../src/rules/index.js';

test('docs/rules.md is what `npm run docs` would write', () => {
  const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(written).toBe(rulesPage(RULES));
});

describe('the page', () => {
  const page = rulesPage(RULES);

  test('has each rule once in a table and once in full', () => {
    for (const {id} of RULES) {
      expect(page.split(`| [${id}](#`)).toHaveLength(2);
      expect(page.split(`\n### ${id}\n`)).toHaveLength(2);
    }
  });

  test('has a link to each rule that leads to its heading', () => {
    for (const [, anchor = ''] of page.matchAll(/\]\(#([^)]*)\)/g)) {
      const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading.replace('/', ''));
      expect(headings).toContain(anchor);
    }
  });

  test('marks the rules that cannot be lowered', () => {
    expect(page).toContain('| [json/syntax](#jsonsyntax) | error* |');
  });
});

describe('every rule', () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says all that a reader needs', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z0-9]+)*$/);
    expect(titleOf(id.slice(0, id.indexOf('/')))).toMatch(/^[A-Z]|^jq/);
    for (const text of [rule.summary, rule.why]) expect(text).toMatch(/^\S.*[.!)"]$/s);
    for (const text of [rule.bad, rule.good, rule.source]) expect(text.trim()).not.toBe('');
    expect(rule.bad).not.toBe(rule.good);
  });

  test('has an id of its own', () => {
    expect(new Set(RULES.map(({id}) => id)).size).toBe(RULES.length);
  });
});
