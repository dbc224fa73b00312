import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {valuesIn} from '../analysis/values.js';

export const referencePath: BundleRule = {
  id: 'path/reference-path',
  scope: 'bundle',
  severity: 'error',
  summary: 'ItemsPath, SecondsPath, ResultPath, Variable and the operators in …Path hold a reference path.',
  why: 'ZIS reads and writes the data of a flow by paths that begin with `$`. A bare name or a placeholder is none.',
  bad: '{"ResultPath": "ticket"}',
  good: '{"ResultPath": "$.ticket"}',
  source: 'ZIS action, choice, map and wait state pages',
  check(bundle, report) {
    for (const {reading, path, node} of valuesIn(bundle).sites) {
      if (reading !== 'path' || path !== null || typeof node.value !== 'string') continue;
      const message = `${quote(node.name)} is ${quote(node.value)}, which is no reference path`;
      report(node, message, pathHint(node.value));
    }
  }
};

function pathHint(value: string): string {
  const inner = /^\{\{(\s*\$[^{}]*)\}\}$/.exec(value.trim())?.[1]?.trim();
  if (inner !== undefined) return `Write the path without braces: ${quote(inner)}.`;
  const name = /^[$.]*([A-Za-z_][\w.[\]-]*)$/.exec(value.trim())?.[1];
  return name === undefined
    ? 'A reference path begins with `$`, such as $.ticket.id.'
    : `Did you mean ${quote(`$.${name}`)}?`;
}
