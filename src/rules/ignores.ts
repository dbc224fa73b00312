import type {Span} from '../bundle/json-types.js';
import {commentsIn, isJsonc, withoutComments} from '../bundle/jsonc.js';
import type {BundleFile} from '../bundle/model.js';
import {didYouMean, quote} from '../words.js';
import type {Rule} from './rule.js';

/** A comment `// zis-ignore rule-id: reason`: on the line below it the rule does not count. */
export interface Ignore extends Span {
  readonly rule: string;
  readonly reason: string;
  /** The line that is meant, counted from 1. */
  readonly line: number;
}

/** A comment that means to be one and cannot be followed. */
export interface IgnoreFault extends Span {
  readonly message: string;
  readonly hint: string;
}

export interface ReadIgnores {
  readonly ignores: readonly Ignore[];
  readonly faults: readonly IgnoreFault[];
}

/** Nobody writes longer ones, and they are quoted. */
const LONGEST_COMMENT = 1_000;

/** The ignores in a file. Several may stand above one line; only a `.jsonc` file can hold any. */
export function ignoresIn({path, lines}: BundleFile, rules: () => ReadonlyMap<string, Rule>): ReadIgnores {
  const {text} = lines;
  if (!isJsonc(path) || !text.includes('zis-ignore')) return NONE;
  const code = withoutComments(text);
  const ignores: Ignore[] = [];
  const faults: IgnoreFault[] = [];
  for (const {start, end} of commentsIn(text)) {
    const words = text.slice(start, Math.min(end, start + LONGEST_COMMENT)).trimEnd();
    const said = /^\/[/*]\s*zis-ignore(?![\w-])(.*)$/s.exec(words)?.[1];
    if (said === undefined) continue;
    const read = words.startsWith('/*')
      ? {message: 'an ignore is a comment of one line', hint: FORM}
      : readIgnore(said, rules);
    if ('message' in read) faults.push({start, end, ...read});
    else {
      // No more can stand on the lines between than blanks and comments, which are blanked.
      const next = code.slice(end).search(/\S/);
      ignores.push({start, end, ...read, line: lines.position(next === -1 ? end : end + next).line});
    }
  }
  return {ignores, faults};
}

const NONE: ReadIgnores = {ignores: [], faults: []};
const FORM = 'Write `// zis-ignore rule-id: reason` on the line before.';

function readIgnore(
  said: string,
  rules: () => ReadonlyMap<string, Rule>
): Pick<Ignore, 'rule' | 'reason'> | Omit<IgnoreFault, keyof Span> {
  const colon = said.indexOf(':');
  const rule = (colon === -1 ? said : said.slice(0, colon)).trim();
  const reason = colon === -1 ? '' : said.slice(colon + 1).trim();
  const known = rules().get(rule);
  if (rule === '') return {message: 'this ignore names no rule', hint: FORM};
  if (known === undefined) {
    const hint = rule.endsWith('/*')
      ? 'An ignore is of one rule; `overrides` of the config file may name areas.'
      : '';
    return {
      message: `there is no rule ${quote(rule)} to ignore`,
      hint: hint || didYouMean(rule, rules().keys()) || FORM
    };
  }
  if (known.essential === true || known.scope === 'exception') {
    const hint =
      known.essential === true ? 'Without it nothing sound can be planned.' : 'Mend what it finds.';
    return {message: `the rule ${quote(rule)} cannot be ignored`, hint};
  }
  if (reason === '')
    return {message: `this ignore of ${quote(rule)} gives no reason, and is not followed`, hint: FORM};
  return {rule, reason};
}
