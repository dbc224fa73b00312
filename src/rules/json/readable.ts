import type {FileRule} from '../rule.js';

export const readable: FileRule = {
  id: 'json/readable',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'A bundle file is a file of the workspace that can be read.',
  why: 'A link that leads out of the workspace could show somebody a file of the runner, and what cannot be read cannot be checked.',
  bad: '(zis/support.json, a symbolic link to /etc/passwd)',
  good: '(zis/support.json, a file)',
  source: 'A limit of this tool.',
  check(file, report) {
    if (file.unreadable !== null) report({start: 0, end: 0}, file.unreadable.message, file.unreadable.hint);
  }
};
