import type {FileRule} from '../rule.js';

export const inexactNumber: FileRule = {
  id: 'json/inexact-number',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'Numbers are those that reading as a double does not change.',
  why: 'A longer number changes when it is read: a ticket field id of 18 digits becomes another field. As a string it stays as it is.',
  bad: '{"field_id": 12345678901234567890}',
  good: '{"field_id": "12345678901234567890"}',
  source: 'RFC 8259, section 6 (IEEE 754 doubles are what interoperates)',
  check(file, report) {
    for (const number of file.json?.inexactNumbers ?? []) {
      const text = number.text.length > 40 ? `${number.text.slice(0, 39)}…` : number.text;
      report(
        number,
        `the number ${text} would be read as ${number.read}`,
        'Write it as a string, or with fewer digits.'
      );
    }
  }
};
