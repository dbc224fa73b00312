import {readdirSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {RULES} from '../../src/rules/index.js';
import type {Rule} from '../../src/rules/rule.js';
import {ROOT} from '../support/runner.js';

const FOLDER = `${ROOT}src/rules`;

const areas = readdirSync(FOLDER, {withFileTypes: true})
  .filter((entry) => entry.isDirectory() && entry.name !== 'analysis')
  .map(({name}) => name);

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'scope' in value;
}

async function rulesIn(area: string, file: string): Promise<Rule[]> {
  const module = (await import(`${FOLDER}/${area}/${file}`)) as Record<string, unknown>;
  return Object.values(module).filter(isRule);
}

describe.each(areas)('the area %s', (area) => {
  const files = readdirSync(`${FOLDER}/${area}`).filter((file) => file !== 'index.ts');

  test('has a file of rules for each of its files, named after one of them', async () => {
    for (const file of files) {
      const ids = (await rulesIn(area, file)).map(({id}) => id);
      expect({file, ids}).toMatchObject({
        ids: expect.arrayContaining([`${area}/${file.replace('.ts', '')}`])
      });
    }
  });

  test('lists every rule of its files', async () => {
    const own = (await Promise.all(files.map((file) => rulesIn(area, file)))).flat().map(({id}) => id);
    const listed = RULES.map(({id}) => id).filter((id) => id.startsWith(`${area}/`));
    expect([...own].sort()).toEqual([...listed].sort());
  });
});
