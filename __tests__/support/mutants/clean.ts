import {readFileSync} from 'node:fs';
import {readBundleFile} from '../../../src/bundle/model.js';
import type {JqChecker} from '../../../src/rules/analysis/jq-program.js';
import {checkBundles} from '../../../src/rules/engine.js';
import type {Finding} from '../../../src/rules/finding.js';
import type {Rule} from '../../../src/rules/rule.js';

export const CLEAN_BUNDLE = 'warehouse.json';

/** The clean bundle's text, found from the project's root, from which tests and scripts run. */
export function cleanBundle(): string {
  return readFileSync(`__tests__/fixtures/${CLEAN_BUNDLE}`, 'utf8');
}

/** What the rules find in one bundle's text; without a jq they do not look into jq programs. */
export async function findingsIn(
  text: string,
  rules: readonly Rule[],
  jq?: JqChecker
): Promise<readonly Finding[]> {
  const file = readBundleFile('bundle.json', new TextEncoder().encode(text));
  const options = {rules, integration: ''};
  return (await checkBundles([file], jq === undefined ? options : {...options, jq})).findings;
}
