import type {FileRule} from '../rule.js';
import {quote} from '../../words.js';

export const duplicateKey: FileRule = {
  id: 'json/duplicate-key',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'No key stands twice in one object.',
  why: 'Readers of JSON keep the last value and drop the others without a word, so a state or a resource is lost.',
  bad: '{"Next": "Wait", "Next": "Done"}',
  good: '{"Next": "Done"}',
  source: 'RFC 8259, section 4 (names should be unique; what happens otherwise is not defined)',
  check(file, report) {
    for (const {key, first} of file.json?.duplicateKeys ?? []) {
      const {line} = file.lines.position(first.start);
      report(
        key,
        `the key ${quote(key.name)} stands in this object already, on line ${line}`,
        'Only the last of them would count. Rename or remove one.'
      );
    }
  }
};
