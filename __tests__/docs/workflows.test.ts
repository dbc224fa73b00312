import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {parse} from 'yaml';
import {ROOT} from '../support/runner.js';
import {readWorkflow} from '../support/workflow.js';
import {lintWorkflow, workflowBlocks} from '../support/workflow-lint.js';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const list = (folder: string, suffix: string): string[] =>
  readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith(suffix))
    .map((name) => `${folder}${name}`);
const lint = (text: string): Promise<string[]> => lintWorkflow(text, read('action.yml'));

const workflows = [...list('.github/workflows/', '.yml'), ...list('examples/workflows/', '.yml')];
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...list('docs/', '.md')];

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const {permissions, jobs} = readWorkflow(text);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('passes actionlint and the language service', async () => {
    expect(await lint(text)).toEqual([]);
  });

  test('names the actions of others by commit, with the version beside it', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, value = '']) => value);
    const others = uses.filter((value) => !value.startsWith('zis-bundles/'));
    for (const value of others) expect(value).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives no job a permission that it does not name, and leaves no token in a checkout', () => {
    expect(permissions).toBeDefined();
    expect(Object.values(permissions ?? {})).not.toContain('write');
    for (const job of Object.values(jobs)) expect(job).toHaveProperty('timeout-minutes');
    for (const step of steps.filter(({uses = ''}) => uses.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({'persist-credentials': false});
  });

  test('runs no code of a pull request beside secrets, and puts no foreign text into a script', () => {
    expect(text).not.toContain('pull_request_target');
    for (const {run = ''} of steps) expect(run).not.toContain('${{');
  });

  test('never cancels an apply', () => {
    const applies = path.startsWith('examples/') && text.includes('secrets.');
    if (applies) expect(text).not.toContain('cancel-in-progress');
    expect(jobs).not.toEqual({});
  });
});

test('one action has one commit everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const [, action = '', pin = ''] of workflows
    .map(read)
    .join('\n')
    .matchAll(/uses: ([\w/-]+)@([0-9a-f]{40} # .+)/g)) {
    const repository = action.split('/').slice(0, 2).join('/');
    pins.set(repository, (pins.get(repository) ?? new Set()).add(pin));
  }
  for (const [, commits] of pins) expect([...commits]).toHaveLength(1);
});

describe('the linters', () => {
  const step = (input: string): string => workflowBlocks(`\`\`\`yaml\nwith:\n  ${input}\n\`\`\`\n`)[0] ?? '';

  test('know the inputs of this action, so that a mistyped one is found', async () => {
    expect(await lint(step('bundles: zis/*.json'))).toEqual([]);
    expect(await lint(step('bundels: zis/*.json'))).toEqual([expect.stringContaining("'bundels'")]);
  });

  test('find an expression that names nothing, and a concurrency that does not exist', async () => {
    expect(await lint(step('bundles: ${{ steps.sis.outputs.matrix }}'))).not.toEqual([]);
    const workflow = read('examples/workflows/one-account.yml');
    expect(await lint(workflow.replace('queue: max', 'queue: all'))).not.toEqual([]);
  });
});

/** The recipes show files, and those are linted above. */
test.each(pages.filter((page) => page !== 'docs/recipes.md'))(
  'the workflows on %s pass the linters',
  async (path) => {
    for (const block of workflowBlocks(read(path))) expect(await lint(block)).toEqual([]);
  }
);

describe('.github', () => {
  test('Dependabot looks after npm and the actions, and waits before it takes a new version', () => {
    const {updates} = parse(read('.github/dependabot.yml')) as {
      updates: {'package-ecosystem': string; cooldown: object}[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    for (const {cooldown} of updates) expect(cooldown).toEqual({'default-days': 7});
  });

  test.each(['bug', 'feature'])('the form for a %s has fields of its own, each with a label', (name) => {
    const {body} = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
      body: {type: string; id?: string; attributes: {label?: string}}[];
    };
    const fields = body.filter(({type}) => type !== 'markdown');
    expect(new Set(fields.map(({id}) => id)).size).toBe(fields.length);
    for (const {attributes} of fields) expect(attributes.label).toEqual(expect.any(String));
  });
});

test.each(pages.filter((page) => page !== 'README.md'))(
  'the links on %s lead to files that are there',
  (path) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const text = read(path).replace(/^```[\s\S]*?^```/gm, '');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !existsSync(`${ROOT}${folder}/${link}`));
    expect(missing).toEqual([]);
  }
);
