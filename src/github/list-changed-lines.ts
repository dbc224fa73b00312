import type {ChangedLines, LineRange} from '../ports.js';
import type {Client} from './client.js';
import {demand} from './demand.js';
import {PAGE_SIZE} from './pages.js';

/** What is read of a file that a pull request changes. */
interface ChangedFile {
  readonly filename: string;
  readonly changes: number;
  /** The hunks, without the lines that name the files; GitHub leaves it out for large files. */
  readonly patch?: string | undefined;
}

/**
 * The lines that a pull request adds or changes, as its head has them, by file. One request: GitHub gives 100
 * files a page, and what is on later pages is not looked up.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
 */
export async function listChangedLines(
  {request, owner, repo}: Client,
  pullRequest: number
): Promise<ChangedLines> {
  const {data} = await request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
    owner,
    repo,
    pull_number: pullRequest,
    per_page: PAGE_SIZE
  });
  demand('the list of changed files', {data}, {data: 'array'});
  for (const file of data) demand('a changed file', file, {filename: 'string', changes: 'number'});
  return toChangedLines(data);
}

export function toChangedLines(files: readonly ChangedFile[]): ChangedLines {
  return new Map(
    files.map(({filename, changes, patch}) => [
      filename,
      typeof patch === 'string' ? addedLines(patch) : changes > 0 ? WHOLE_FILE : []
    ])
  );
}

/** Of a file without a patch it is not known which lines are changed. */
const WHOLE_FILE: readonly LineRange[] = [{first: 1, last: Infinity}];
const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

function addedLines(patch: string): LineRange[] {
  const ranges: LineRange[] = [];
  // The next line of the new file; 0 before the first hunk, and for a file that is gone.
  let line = 0;
  for (const text of patch.split('\n')) {
    const hunk = HUNK.exec(text);
    if (hunk !== null) {
      line = Number(hunk[1]);
    } else if (line > 0 && text.startsWith('+')) {
      const before = ranges.at(-1);
      if (before?.last === line - 1) ranges[ranges.length - 1] = {first: before.first, last: line};
      else ranges.push({first: line, last: line});
      line += 1;
    } else if (line > 0 && text.startsWith(' ')) {
      line += 1;
    }
  }
  return ranges;
}
