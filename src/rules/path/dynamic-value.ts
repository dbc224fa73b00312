import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';
import {withoutConcatenation} from '../analysis/concatenation.js';
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
  const plain = withoutConcatenation(node.value);
  if (plain !== null)
    return {message: `ZIS puts no texts together with \`+\``, hint: `Write ${quote(plain)}.`};
  if (/^\s+\$/.test(node.value)) return {message, hint: 'Remove the space before the `$`.'};
  if (/\$[.[]/.test(node.value)) return {message, hint: 'Write paths within a text as {{$.path}}.'};
  if (BARE_PATH.test(node.value))
    return {message, hint: `A path begins with \`$\`: write ${quote(`$.${node.value}`)}.`};
  return {message, hint: `Name the key ${quote(plainKey(key))} to give the text as it stands.`};
}

/** Names with dots or indexes, and nothing that tells a sentence or an address. */
const BARE_PATH = /^[A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}|\[\d{1,9}\]){1,20}$/;
