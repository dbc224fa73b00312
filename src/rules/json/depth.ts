import {MAX_DEPTH} from '../../bundle/json.js';
import type {FileRule} from '../rule.js';

export const depth: FileRule = {
  id: 'json/depth',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: `Objects and arrays are nested at most ${MAX_DEPTH} deep.`,
  why: 'Flows in use nest some twenty deep. Nesting without bound is a mistake of a generator, or an attack on the reader of the file.',
  bad: '[[[[[[[[[[ … ]]]]]]]]]]',
  good: '[[ … ]]',
  source: 'A limit of this tool; the registry documents none.',
  check(file, report) {
    const fault = file.json?.tooDeep;
    if (fault) report(fault, `objects and arrays are nested more than ${MAX_DEPTH} deep here`);
  }
};
