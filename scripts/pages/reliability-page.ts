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

/** What a situation of commits and steps led to, as the tests saw it. */
export interface SituationRow {
  readonly situation: string;
  /** What the step did about it. */
  readonly did: string;
  /** `result`, and `failure-reason` where there is one. */
  readonly ended: string;
  /** The bundles that the registry held at the end. */
  readonly state: string;
}

/** The tables of docs/reliability.md; each is written by its own test file. */
export type ReliabilityTable = 'faults' | 'situations';

const PAGE = join(ROOT, 'docs/reliability.md');

export function faultsTable(rows: readonly ReliabilityRow[]): string {
  const titles = {
    fault: 'fault',
    did: 'what the step did',
    ended: 'it ended with',
    sent: 'writes sent',
    state: 'registry afterwards',
    next: 'the next run'
  };
  return tableOf(titles, rows);
}

export function situationsTable(rows: readonly SituationRow[]): string {
  const titles = {
    situation: 'situation',
    did: 'what the step did',
    ended: 'it ended with',
    state: 'registry afterwards'
  };
  return tableOf(titles, rows);
}

/** A table in the form that prettier gives it. */
function tableOf<K extends string>(
  titles: Readonly<Record<K, string>>,
  rows: readonly Readonly<Record<K, string>>[]
): string {
  const keys = Object.keys(titles) as K[];
  const width = (key: K): number => Math.max(...[titles, ...rows].map((row) => row[key].length), 3);
  const line = (cell: (key: K) => string): string => `| ${keys.map(cell).join(' | ')} |`;
  return [
    line((key) => titles[key].padEnd(width(key))),
    line((key) => '-'.repeat(width(key))),
    ...rows.map((row) => line((key) => row[key].padEnd(width(key))))
  ].join('\n');
}

/** A table as it stands on the page; with UPDATE_DOCS=1 it is written first. */
export async function tableOnDisk(name: ReliabilityTable, table: string): Promise<string> {
  const page = await readFile(PAGE, 'utf8').catch(() => '');
  const [begin, end] = [`<!-- ${name} -->\n\n`, `\n\n<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
  if (page.indexOf(begin) < 0 || to < from) return '';
  if (process.env['UPDATE_DOCS'] !== '1') return page.slice(from, to);
  await writeFile(PAGE, page.slice(0, from) + table + page.slice(to));
  return table;
}
