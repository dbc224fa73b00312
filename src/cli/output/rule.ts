import {areaOf, ruleUrl} from '../../report/rule-page.js';
import type {RuleMeta} from '../../rules/rule.js';
import type {Look} from './style.js';
import {paint, plain, visible, visibleLines, type Line, type Painted} from '../../visible.js';
import {inTerminalWords} from '../terminal-words.js';
import {hanging, wrap} from './wrap.js';

/** The page of a rule: what it asks for, why, an example of either kind, where the fact is from. */
export function ruleText(
  {id, severity, essential, summary, why, bad, good, source}: RuleMeta,
  look: Look
): Painted[] {
  const {style} = look;
  const width = Math.min(look.width, 100);
  const shown = essential === true ? `${severity}, cannot be lowered` : severity;
  return [
    paint`${style.bold(id)} (${visible(shown)})`,
    ...wrap(inTerminalWords(summary), width, '  '),
    plain``,
    ...wrap(inTerminalWords(`Why: ${why}`), width, '  '),
    plain``,
    style.red('  Wrong:'),
    ...example(bad, width),
    style.green('  Right:'),
    ...example(good, width),
    plain``,
    ...wrap(`Source: ${source}`, width, '  '),
    ...wrap(`Page: ${ruleUrl(id)}`, width, '  ')
  ];
}

/** All rules, one a line, under their areas in the order of the list. */
export function ruleList(rules: readonly RuleMeta[], {style, width}: Look): Painted[] {
  const column = Math.max(...rules.map(({id}) => id.length)) + 14;
  const lines = rules.flatMap((rule, index) => {
    const area = areaOf(rule.id);
    const before = rules[index - 1];
    const isFirst = before === undefined || areaOf(before.id) !== area;
    const head = isFirst ? [...(index > 0 ? [plain``] : []), style.bold(area)] : [];
    const term = `  ${rule.id}`.padEnd(column - 10) + rule.severity + (rule.essential === true ? '*' : '');
    return [...head, ...hanging(term, rule.summary, column, Math.min(width, 140))];
  });
  return [...lines, plain``, plain`* cannot be lowered: without it nothing sound can be planned`];
}

/** JSON is laid out where it does not fit on a line; what is not JSON stays as it was written. */
function example(text: string, width: number): Line[] {
  const indented = (lines: string): Line[] => visibleLines(lines).map((line) => plain`    ${line}`);
  if (text.length + 4 <= Math.min(width, 80)) return indented(text);
  try {
    return indented(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return indented(text);
  }
}
