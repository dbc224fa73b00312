import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {EXPECTATIONS} from '../../src/flow-tests/expectations.js';
import {MATCHERS} from '../../src/flow-tests/matchers.js';
import {COMMANDS} from '../../src/cli/commands.js';
import {runTree, type Tree} from '../flow-tests/support.js';
import {FakeTerminal, Workspace} from '../cli/support.js';

const PAGE = readFileSync('docs/testing.md', 'utf8');

/** The blocks behind `<!-- kind: name -->`, by name. */
function blocks(kind: string): Map<string, string> {
  const pattern = new RegExp(`<!-- ${kind}: (.*?) -->\\n\\n\`\`\`\\w+\\n([^]*?)\`\`\``, 'g');
  return new Map([...PAGE.matchAll(pattern)].map(([, name = '', text = '']) => [name, text]));
}

function exampleFiles(folder: string): Tree {
  return Object.fromEntries(
    readdirSync(`examples/${folder}`).map((name) => [
      `${folder}/${name}`,
      readFileSync(`examples/${folder}/${name}`, 'utf8')
    ])
  );
}

describe('docs/testing.md', () => {
  const files = Object.fromEntries(blocks('file'));

  test('names a file for each of its examples', () => {
    const examples = [...PAGE.matchAll(/```(?:yaml|json)\n/g)];
    expect(Object.keys(files)).toHaveLength(examples.length);
  });

  test('has examples that pass, and use all that they have', async () => {
    const {cases, errors, warnings} = await runTree({...exampleFiles('zis'), ...files});
    expect([errors, warnings]).toEqual([[], []]);
    expect(cases.filter(({status}) => status !== 'passed')).toEqual([]);
    expect(cases.length).toBeGreaterThan(8);
  });

  test('shows what the terminal shows', async () => {
    const workspace = new Workspace({...exampleFiles('zis'), ...files});
    for (const [command, shown] of blocks('output')) {
      const terminal = new FakeTerminal({cwd: workspace.path, columns: 200});
      await terminal.run(...command.split(' '));
      expect(terminal.out).toBe(shown);
    }
    workspace.end();
  });

  test('names every expectation, matcher, flag and format', () => {
    const {flags, formats} = COMMANDS.test;
    const shared = [
      'config',
      'integration',
      'variables',
      'keep-placeholders',
      'rules',
      'force',
      'flow',
      'format'
    ];
    for (const name of EXPECTATIONS) expect(PAGE).toContain(`| \`${name}\``);
    for (const name of MATCHERS) expect(PAGE).toContain(`{${name}`);
    for (const flag of flags.filter((each) => !shared.includes(each))) expect(PAGE).toContain(`--${flag}`);
    for (const format of formats) expect(PAGE).toContain(`\`${format}\``);
  });
});

describe('the examples', () => {
  test('have tests that pass and enter every state', async () => {
    const {cases, errors, warnings, coverage} = await runTree({
      ...exampleFiles('zis'),
      ...exampleFiles('zis-tests')
    });
    expect([errors, warnings]).toEqual([[], []]);
    expect(cases.filter(({status}) => status !== 'passed')).toEqual([]);
    expect(coverage.percent).toBe(100);
    expect(coverage.flows).toHaveLength(3);
  });
});
