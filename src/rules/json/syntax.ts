import {isJsonc} from '../../bundle/jsonc.js';
import type {FileRule} from '../rule.js';

export const syntax: FileRule = {
  id: 'json/syntax',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'A bundle file is JSON.',
  why: 'What is not JSON cannot be uploaded. Trailing commas and comments, which some editors let pass, are not JSON; a file named `.jsonc` may hold them, and is uploaded without.',
  bad: '{"name": "support", }',
  good: '{"name": "support"}',
  source: 'RFC 8259',
  check(file, report) {
    const fault = file.json?.syntax;
    if (!fault) return;
    const hint = fault.inJsonc && !isJsonc(file.path) ? JSONC_HINT : (fault.hint ?? '');
    report(fault, fault.message, hint);
  }
};

const JSONC_HINT = 'Remove it, or name the file .jsonc: such a file may hold comments and trailing commas.';
