import {afterEach, describe, expect, test} from '@jest/globals';
import {readFileSync, readdirSync} from 'node:fs';
import {COMMAND_NAMES} from '../../src/cli/commands.js';
import {createStyle, readable} from '../../src/demo/terminal.js';
import {ROOT} from '../support/runner.js';
import {FakeTerminal, Workspace} from './support.js';

const workspaces: Workspace[] = [];
afterEach(() => {
  for (const workspace of workspaces.splice(0)) workspace.end();
});

function terminal(env: Readonly<Record<string, string>> = {}): FakeTerminal {
  const workspace = new Workspace();
  workspaces.push(workspace);
  return new FakeTerminal({cwd: workspace.path, env});
}

describe('zis-bundles demo', () => {
  test('plays the whole main job, in colours, and leaves nothing in the folder', async () => {
    const here = terminal({NO_COLOR: ''});
    expect(await here.run('demo')).toBe(0);
    expect(here.err).toBe('');
    const titles = [...here.out.matchAll(/^\u001b\[1m(\d)\. /gm)].map(([, number]) => number);
    expect(titles).toEqual(['1', '2', '3', '4', '5']);
    expect(here.out).toContain('Nothing left this machine.');
    expect(readdirSync(here.cwd)).toEqual([]);
  });

  test('takes nothing', async () => {
    const here = terminal();
    expect(await here.run('demo', 'zis')).toBe(2);
    expect(here.err).toContain('demo does not take the argument "zis".');
  });
});

test('docs/cli.md has every command in its table, in the order of the help', () => {
  const page = readFileSync(`${ROOT}docs/cli.md`, 'utf8');
  const table = /\n## Commands\n([^]*?)\n## /.exec(page)?.[1] ?? '';
  const named = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
  expect(named).toEqual(COMMAND_NAMES);
});

describe('a comment in the terminal', () => {
  const show = (markdown: string, colour = false): string[] => readable(markdown, createStyle(colour));

  test('has no markup, hidden header nor gaps, and its blocks are indented', () => {
    const markdown =
      '<!-- header -->\n\n## **Two** `names`\n\n\n\n<details>\n<summary>A &lt;flow&gt;</summary>\n\n' +
      '```diff\n a **b**\n-<c>\n+d\n```\n\n  ~~~mermaid\n  flowchart\n  ~~~\n[end](https://x.test)\n\n';
    expect(show(markdown)).toEqual([
      '## Two names',
      '',
      '▾ A <flow>',
      '',
      '     a **b**',
      '    -<c>',
      '    +d',
      '',
      '    (GitHub draws the flow here)',
      'end'
    ]);
    expect(show('```diff\n-a\n+b\n```', true)).toEqual([
      '    \u001b[31m-a\u001b[0m',
      '    \u001b[32m+b\u001b[0m'
    ]);
  });

  test('shows what cannot be seen, and cuts long blocks', () => {
    expect(show('a\u001b[2Jb &#8238;c')).toEqual(['a\\u001b[2Jb \\u202ec']);
    const lines = show(`\`\`\`\n${'x\n'.repeat(30)}\`\`\``);
    expect([lines.length, lines.at(-1)]).toEqual([25, '    … 6 more lines']);
  });
});
