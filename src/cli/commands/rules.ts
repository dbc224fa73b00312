import {RULES} from '../../rules/index.js';
import {linesOf} from '../../visible.js';
import {didYouMean, listOf, quote} from '../../words.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import {ruleList, ruleText} from '../output/rule.js';
import {lookOf} from '../show.js';
import type {Terminal} from '../terminal.js';
import {UsageError} from '../usage-error.js';

/** `rules`: lists all rules, or shows the page of one. @returns the exit code */
export function rules({positionals}: CommandLine, terminal: Terminal): number {
  const [id] = positionals;
  const look = lookOf(terminal, terminal.stdout);
  const lines = id === undefined ? ruleList(RULES, look) : ruleText(ruleNamed(id), look);
  terminal.stdout.write(linesOf(lines));
  return EXIT.fine;
}

/** @throws UsageError for an id that no rule has */
function ruleNamed(id: string): (typeof RULES)[number] {
  const found = RULES.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const ids = RULES.map((rule) => rule.id);
  const sameName = ids.filter((known) => known.endsWith(`/${id}`));
  const near = sameName.length > 0 ? `Did you mean ${listOf(sameName)}?` : didYouMean(id, ids);
  throw new UsageError(`There is no rule ${quote(id)}.`, near || 'zis-bundles rules lists them all.');
}
