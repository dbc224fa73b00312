import type {FileRule} from '../rule.js';
import {quote} from '../../words.js';

export const reservedKey: FileRule = {
  id: 'json/reserved-key',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'No key is `__proto__`.',
  why: 'Many programs that read JSON lose this key or change other objects through it. A bundle that holds it can mean one thing to this check and another to ZIS.',
  bad: '{"__proto__": {"name": "support"}}',
  good: '{"proto": {"name": "support"}}',
  source: 'OWASP Prototype Pollution Prevention Cheat Sheet',
  check(file, report) {
    for (const key of file.json?.reservedKeys ?? []) {
      report(
        key,
        `the key ${quote(key.name)} is not safe: many readers of JSON lose it or misuse it`,
        'Give it another name.'
      );
    }
  }
};
