import {readFileSync} from 'node:fs';
import {readBundleFile} from '../../src/bundle/model.js';
import {createJqChecker} from '../../src/jq/checker.js';
import {checkBundles} from '../../src/rules/engine.js';
import type {Finding} from '../../src/rules/finding.js';
import type {JqChecker} from '../../src/rules/analysis/jq-program.js';
import type {Rule} from '../../src/rules/rule.js';
import {MUTANTS} from './mutants.js';
import {mutate} from './mutate.js';

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

/** docs/mutants.md: each mutant with what is found on its line. */
export async function mutantsPage(rules: readonly Rule[]): Promise<string> {
  const clean = cleanBundle();
  const jq = createJqChecker();
  const rows: string[] = [];
  for (const [index, mutant] of MUTANTS.entries()) {
    const {text, line} = mutate(clean, mutant);
    const found = (await findingsIn(text, rules, jq)).filter(({range}) => range.start.line === line);
    const words = found.map(({severity, message}) => `${severity}: ${message}`).join('<br>');
    rows.push(`| ${index + 1} | ${cell(mutant.name)} | ${line} | ${mutant.rule} | ${cell(words)} |`);
  }
  return `${HEAD}\n${rows.join('\n')}\n`;
}

const HEAD = `<!-- Written by \`npm run docs\`. The mutants are in __tests__/support/mutants.ts. -->

# Mutants: one defect at a time

Each row is the clean bundle \`__tests__/fixtures/${CLEAN_BUNDLE}\` with one defect. A test makes each of them and asks that
the rule reports it on the line of the defect, and that the clean bundle gives no finding at all.

| # | defect | line | rule | what is said there |
| --- | --- | --- | --- | --- |`;

function cell(text: string): string {
  return text.replace(/[\\|<>[\]_*\`]/g, (character) => `\\${character}`).replaceAll('\\<br\\>', '<br>');
}
