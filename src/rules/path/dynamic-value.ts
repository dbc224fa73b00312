import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';
import {plainKey} from '../../flow/template.js';
import {isIntrinsic} from './syntax.js';

export const dynamicValue: BundleRule = {
  id: 'path/dynamic-value',
  scope: 'bundle',
  severity: 'error',
  summary: 'The value of a key that ends in `.$` is a path, or a text with placeholders.',
  why: '`.$` tells ZIS to look the value up. Where there is nothing to look up, the flow fails with "JSON path not found".',
  bad: '{"status.$": "open"}',
  good: '{"status": "open"}',
  source: 'ZIS action state (parameters with reference paths)',
  check(bundle, report) {
    for (const site of valuesIn(bundle).sites) {
      if (site.reading !== 'dynamic') continue;
      const fault = faultOf(site);
      if (fault !== null) report(site.node, fault.message, fault.hint);
    }
  }
};

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

interface Words {
  readonly message: string;
  readonly hint: string;
}

function faultOf({node, path, template}: ValueSite): Words | null {
  const key = node.name;
  if (typeof node.value !== 'string') {
    const message = `the value of ${quote(key)} is not a string, and so cannot be a path`;
    return {message, hint: `Name the key ${quote(plainKey(key))} to give the value as it stands.`};
  }
  if (path !== null || isIntrinsic(node.value)) return null;
  if (template !== null && template.placeholders.length + template.faults.length > 0) return null;
  const message = `the value of ${quote(key)} holds neither a path nor a placeholder`;
  if (/^\s+\$/.test(node.value)) return {message, hint: 'Remove the space before the `$`.'};
  if (/\$[.[]/.test(node.value)) return {message, hint: 'Write paths within a text as {{$.path}}.'};
  return {message, hint: `Name the key ${quote(plainKey(key))} to give the text as it stands.`};
}

function pathHint(value: string): string {
  const inner = /^\s*\{\{\s*(\$[^{}]*?)\s*\}\}\s*$/.exec(value)?.[1];
  if (inner !== undefined) return `Write the path without braces: ${quote(inner)}.`;
  const name = /^\s*[$.]*([A-Za-z_][\w.[\]-]*)\s*$/.exec(value)?.[1];
  return name === undefined
    ? 'A reference path begins with `$`, such as $.ticket.id.'
    : `Did you mean ${quote(`$.${name}`)}?`;
}
