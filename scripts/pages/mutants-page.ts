import {CLEAN_BUNDLE, cleanBundle, findingsIn} from '../../__tests__/support/mutants/clean.js';
import {MUTANTS} from '../../__tests__/support/mutants/index.js';
import {mutate} from '../../__tests__/support/mutants/mutate.js';
import {createJqChecker} from '../../src/jq/checker.js';
import type {Rule} from '../../src/rules/rule.js';

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

const HEAD = `<!-- Written by \`npm run docs\`. The mutants are in __tests__/support/mutants/. -->

# Mutants: one defect at a time

Each row is the clean bundle \`__tests__/fixtures/${CLEAN_BUNDLE}\` with one defect. A test makes each of them and asks that
the rule reports it on the line of the defect, and that the clean bundle gives no finding at all.

| # | defect | line | rule | what is said there |
| --- | --- | --- | --- | --- |`;

function cell(text: string): string {
  return text.replace(/[\\|<>[\]_*\`]/g, (character) => `\\${character}`).replaceAll('\\<br\\>', '<br>');
}
