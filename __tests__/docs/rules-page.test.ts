import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {INDEX_PAGE, rulesPages, titleOf} from '../../scripts/pages/rules-page.js';
import {SYMPTOMS} from '../../scripts/pages/symptoms.js';
import {ruleUrl} from '../../src/report/rule-page.js';
import {RULES} from '../../src/rules/index.js';

const pages = rulesPages(RULES);
const index = pages.get(INDEX_PAGE) ?? '';

test('docs/rules is what `npm run docs` would write', () => {
  const folder = new URL('../../docs/rules/', import.meta.url);
  const written = readdirSync(folder).map(
    (name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const
  );
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(pages));
});

describe('the pages', () => {
  test('have each rule once in full, on the page of its area, and in two lists of the index', () => {
    for (const {id, severity} of RULES) {
      const full = [...pages].filter(([, page]) => page.includes(`\n## ${id}\n`)).map(([name]) => name);
      expect(full).toEqual([`${id.slice(0, id.indexOf('/'))}.md`]);
      const [, areas = '', severities = ''] = index.split(/^## By (?:area|severity)$/m);
      expect(areas.split(`| [${id}](`)).toHaveLength(2);
      const lists = severities.split(/^### /m).filter((list) => list.includes(`[${id}](`));
      expect(lists.map((list) => list.slice(0, list.indexOf('\n')))).toEqual([LISTS[severity]]);
    }
  });

  test('lead to headings that are there', () => {
    const anchors = new Map(
      [...pages].map(([name, page]) => [
        name,
        new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading)))
      ])
    );
    const links = [...pages].flatMap(([name, page]) =>
      [...page.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].map(([, file = '', place = '']) => ({
        file: file || name,
        place
      }))
    );
    expect(links.length).toBeGreaterThan(RULES.length);
    expect(
      links.filter(({file, place}) => !anchors.has(file) || (place !== '' && !anchors.get(file)?.has(place)))
    ).toEqual([]);
  });

  test('mark the rules that cannot be lowered', () => {
    expect(index).toContain('| [json/syntax](json.md#jsonsyntax) | error* |');
  });

  test('name rules that exist for what one sees, each once', () => {
    const ids = new Set(RULES.map(({id}) => id));
    for (const {sees, rules} of SYMPTOMS) {
      expect([sees, rules.filter((id) => !ids.has(id))]).toEqual([sees, []]);
      expect(new Set(rules).size).toBe(rules.length);
    }
    const areas = new Set(SYMPTOMS.flatMap(({rules}) => rules.map((id) => id.slice(0, id.indexOf('/')))));
    expect([...areas].sort()).toEqual(
      [...pages.keys()]
        .filter((name) => name !== INDEX_PAGE)
        .map((name) => name.replace('.md', ''))
        .sort()
    );
  });

  test('are where a finding says', () => {
    for (const {id} of RULES) {
      const [, page = '', place = ''] = /\/docs\/rules\/([^#]+)#(.+)$/.exec(ruleUrl(id)) ?? [];
      const headings = [...(pages.get(page) ?? '').matchAll(/^## (.*)$/gm)].map(
        ([, heading = '']) => heading
      );
      expect(headings.filter((heading) => anchor(heading) === place)).toEqual([id]);
    }
  });
});

const LISTS = {error: 'Errors', warning: 'Warnings', info: 'Infos'} as const;

/** GitHub's anchor of a heading: lower case, dashes for blanks, no punctuation. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

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
