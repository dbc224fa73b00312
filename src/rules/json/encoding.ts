import type {EncodingFault} from '../../bundle/text.js';
import type {FileRule} from '../rule.js';

const WORDS: Readonly<Record<EncodingFault, readonly [message: string, hint: string]>> = {
  'utf-16': ['the file is UTF-16, and JSON must be UTF-8', 'Save it as UTF-8 without a byte order mark.'],
  'byte-order-mark': [
    'the file begins with a byte order mark',
    'Save it as UTF-8 without a byte order mark.'
  ],
  'not-utf-8': ['the file is not valid UTF-8', 'Save it as UTF-8; it may be in Latin-1 or Windows-1252 now.']
};

export const encoding: FileRule = {
  id: 'json/encoding',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'A bundle file is UTF-8 without a byte order mark.',
  why: 'JSON is exchanged as UTF-8. Other encodings, and a byte order mark, are refused by the registry or garble the texts that a flow writes.',
  bad: '(a file saved as UTF-16, or as "UTF-8 with BOM")',
  good: '(the same file saved as UTF-8)',
  source: 'RFC 8259, section 8.1',
  check(file, report) {
    if (file.encodingFault === null) return;
    const [message, hint] = WORDS[file.encodingFault];
    report({start: 0, end: 0}, message, hint);
  }
};
