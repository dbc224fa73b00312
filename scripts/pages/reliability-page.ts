import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ROOT} from '../../__tests__/support/runner.js';

/** What one fault led to, as the tests saw it. */
export interface ReliabilityRow {
  readonly fault: string;
  /** What the step did about it. */
  readonly did: string;
  /** `result`, and `failure-reason` where there is one. */
  readonly ended: string;
  /** Requests that could change something. */
  readonly sent: string;
  /** What the registry held afterwards. */
  readonly state: string;
  /** How the next run ended; it always leaves what is declared. */
  readonly next: string;
}

const PAGE = join(ROOT, 'docs/reliability.md');

const HEAD = `<!-- Written by \`UPDATE_DOCS=1 npx jest reliability\`: each row is what the tests of __tests__/e2e/reliability.test.ts saw. -->

# What happens when things go wrong

Each row is a test of the built Action against the emulator. Unless the row gives other numbers, a commit is applied that updates one bundle, creates two, deletes one and leaves one alone; the fault happens on the way; then the same commit is applied once more without a fault. After that the registry holds exactly what is declared, and its job specs are installed: in every row. No bundle was ever written with two different contents.
`;

/** docs/reliability.md, in the form that prettier gives a table. */
export function reliabilityPage(rows: readonly ReliabilityRow[]): string {
  const titles = {
    fault: 'fault',
    did: 'what the step did',
    ended: 'it ended with',
    sent: 'writes sent',
    state: 'registry afterwards',
    next: 'the next run'
  };
  const keys = Object.keys(titles) as (keyof ReliabilityRow)[];
  const width = (key: keyof ReliabilityRow): number =>
    Math.max(...[titles, ...rows].map((row) => row[key].length), 3);
  const line = (cell: (key: keyof ReliabilityRow) => string): string => `| ${keys.map(cell).join(' | ')} |`;
  return [
    HEAD,
    line((key) => titles[key].padEnd(width(key))),
    line((key) => '-'.repeat(width(key))),
    ...rows.map((row) => line((key) => row[key].padEnd(width(key)))),
    ''
  ].join('\n');
}

/** The page as it stands; with UPDATE_DOCS=1 it is written first. */
export async function pageOnDisk(text: string): Promise<string> {
  if (process.env['UPDATE_DOCS'] === '1') await writeFile(PAGE, text);
  return readFile(PAGE, 'utf8').catch(() => '');
}
