import {execFileSync} from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from '@jest/globals';
import {ROOT} from '../support/runner.js';

const copy = mkdtempSync(join(tmpdir(), 'zis-adding-'));
afterAll(() => {
  rmSync(copy, {recursive: true, force: true});
});

const RULE = `import {statesIn, nameOf} from '../analysis/flows.js';
import type {BundleRule} from '../rule.js';

export const shouting: BundleRule = {
  id: 'flow/shouting',
  scope: 'bundle',
  severity: 'info',
  summary: 'The name of a state does not shout.',
  why: 'It is hard to read.',
  bad: '{"States": {"LOAD!": {}}}',
  good: '{"States": {"Load": {}}}',
  source: 'this test',
  check(bundle, report) {
    for (const state of statesIn(bundle)) {
      if (state.name.includes('!')) report(nameOf(state), 'this name shouts');
    }
  }
};
`;

const MUTANT = `  {
    name: 'a state that shouts',
    rule: 'flow/shouting',
    edit: {rename: closing('Finished'), to: 'Finished!'}
  },
`;

/** Puts a text behind the first place at which another one stands. */
function insert(path: string, behind: string, text: string): void {
  const before = readFileSync(join(copy, path), 'utf8');
  expect(before).toContain(behind);
  writeFileSync(
    join(copy, path),
    before.replace(behind, () => behind + text)
  );
}

test('a rule that is added by its list is found, explained and shown', () => {
  const page = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
  const [, steps = ''] = /\*\*A rule\*\*\n\n((?:\d\. .*\n)+)/.exec(page) ?? [];
  for (const path of [
    'src/rules/flow/',
    'src/rules/flow/index.ts',
    '__tests__/support/mutants/',
    'npm run docs'
  ]) {
    expect(steps).toContain(path);
  }
  const needed = ['src', 'scripts', 'docs', 'schema', 'examples', '__tests__', 'README.md', 'action.yml'];
  for (const path of [...needed, 'package.json', 'tsconfig.json', 'tsconfig.test.json']) {
    cpSync(`${ROOT}${path}`, join(copy, path), {recursive: true});
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(`${ROOT}node_modules`).filter((each) => each !== '.cache')) {
    symlinkSync(`${ROOT}node_modules/${name}`, join(copy, 'node_modules', name));
  }
  writeFileSync(join(copy, 'src/rules/flow/shouting.ts'), RULE);
  insert(
    'src/rules/flow/index.ts',
    "import type {Rule} from '../rule.js';\n",
    "import {shouting} from './shouting.js';\n"
  );
  insert('src/rules/flow/index.ts', 'FLOW_RULES: readonly Rule[] = [\n', '  shouting,\n');
  insert('__tests__/support/mutants/flow.ts', 'FLOW_MUTANTS: readonly Mutant[] = [\n', MUTANT);
  execFileSync(process.execPath, ['scripts/docs.mjs'], {cwd: copy, stdio: 'pipe'});
  const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
  expect(read('docs/rules/flow.md')).toContain('The name of a state does not shout.');
  expect(read('docs/rules/README.md')).toContain('flow/shouting');
  expect(read('docs/mutants.md')).toMatch(
    /a state that shouts \|.*\| flow\/shouting \| info: this name shouts/
  );
}, 60_000);
