import {causeIn, type DriftCause} from '../plan/drift.js';
import type {Step, StepOutcome} from '../plan/types.js';
import type {Finding} from '../rules/finding.js';
import type {Group, Leaf} from './layout.js';
import {
  code,
  codeElement,
  DETAILS_TAIL,
  detailsHead,
  inline,
  join,
  link,
  gfm,
  type Markdown
} from './escape.js';
import {countPhrase, findingsPhrase} from './headline.js';
import {IMPORTANCE, leaf, list} from './layout-parts.js';
import {moveWords, type ShownMove} from './moves.js';
import {riskPhrase} from './semantic-markdown.js';
import type {Risk} from './risks.js';
import {ruleUrl} from './rule-page.js';
import type {ReportModel} from './types.js';
import {counted, sentence} from '../words.js';

/** A bundle that changes, be it only in its job specs, with what is risky about it. */
export interface ChangedBundle {
  readonly step: Step;
  readonly risks: readonly Risk[];
}

const SIGNS = {create: '+', update: '~', delete: '−', unchanged: '='} as const;

/** What happens to a bundle that is listed, in a word or two. */
export function changeOf({action}: Step): Markdown {
  return action === 'unchanged' ? gfm`job specs` : inline(action);
}

/** Why the step failed, and what to do. */
export function failureBlock({failure}: ReportModel): Markdown {
  if (failure === null) return gfm``;
  const hint = failure.hint === '' ? gfm`` : gfm` ${inline(failure.hint)}`;
  return gfm`> [!CAUTION]\n> **${inline(failure.reason)}**: ${inline(sentence(failure.message))}${hint}`;
}

export function noticeList({notices}: ReportModel): Leaf {
  const items = notices.map((notice) => gfm`> - ${inline(notice)}`);
  return list(gfm`> [!NOTE]`, items, {importance: IMPORTANCE.statement, part: 'notice', share: 0.3});
}

/** The changed bundles, one a row. */
export function bundleTable(
  changed: readonly ChangedBundle[],
  {outcomes, drift}: Pick<ReportModel, 'outcomes' | 'drift'>
): Leaf {
  const stateOf = new Map(outcomes?.map(({step, state}) => [step, state]));
  const moved = moveWords(changed.map(({step}) => step));
  const remarkOn = (step: Step): string => {
    const [state, cause] = [stateOf.get(step), drift === null ? null : causeIn(drift, step)];
    const remark = state !== undefined ? OUTCOMES[state] : cause === null ? '' : CAUSES[cause];
    return [moved.get(step) ?? '', remark].filter((word) => word !== '').join(', ');
  };
  const rows = changed.map(({step, risks}) => tableRow(step, risks.length > 0, remarkOn(step)));
  const head = gfm`| Change | Bundle | Integration | File | Resources |\n| --- | --- | --- | --- | --- |`;
  return list(head, rows, {importance: IMPORTANCE.table, part: 'bundle', share: 0.5});
}

/** The names that move from one bundle to another. */
export function moveList(moves: readonly ShownMove[]): Leaf {
  const items = moves.map(({integration, giver, taker, isRename, names, more}) => {
    const place = gfm`in ${code(integration)}`;
    if (isRename) return gfm`- ${code(giver)} is renamed to ${code(taker)} ${place}`;
    const what = join(
      names.map(({word, name}) => gfm`${inline(word)} ${code(name)}`),
      ', '
    );
    const rest = more === 0 ? gfm`` : gfm` and ${more} more`;
    return gfm`- ${code(giver)} → ${code(taker)} ${place}: ${what}${rest}`;
  });
  const title = gfm`**Renamed and moved**\n`;
  return list(title, items, {importance: IMPORTANCE.move, part: 'move', share: 0.2});
}

/** What an apply could not do, and why. */
export function outcomeList({outcomes}: ReportModel): Leaf {
  const items = (outcomes ?? []).filter(({state}) => state !== 'done').map(outcomeItem);
  return list(gfm`**Not done**\n`, items, {importance: IMPORTANCE.outcome, part: 'outcome', share: 0.4});
}

/** The risky changes of all bundles. */
export function riskList(changed: readonly ChangedBundle[]): Leaf {
  const items = changed.flatMap(({step, risks}) => risks.map((risk) => riskItem(step, risk)));
  return list(gfm`**Look twice**\n`, items, {importance: IMPORTANCE.risk, part: 'risk', share: 0.3});
}

/** The errors and warnings, the gravest first, under the files that they are in. */
export function findingList(model: ReportModel): Leaf {
  const problems = model.findings.filter(({severity}) => severity !== 'info');
  return findingsLeaf(gfm`### Findings: ${findingsPhrase(model)}\n`, problems, IMPORTANCE.finding, 'finding');
}

/** What is worth knowing but no problem, collapsed. */
export function remarkList({findings}: ReportModel): Group {
  const remarks = findings.filter(({severity}) => severity === 'info');
  return {
    kind: 'group',
    head: detailsHead(countPhrase(remarks.length, 'remark')),
    tail: DETAILS_TAIL,
    sections: [findingsLeaf(gfm``, remarks, IMPORTANCE.remark, 'remark')]
  };
}

/** What the pull request weakens of the checks that it is held to. */
export function weakenedList({weakened}: ReportModel): Leaf {
  const items = weakened.map((sentence) => gfm`- ⚠️ ${inline(sentence)}`);
  const title = gfm`**This pull request weakens the checks**\n`;
  return list(title, items, {importance: IMPORTANCE.weakened, part: 'weakened check', share: 0.3});
}

/** What the repository excepts from rules and why, collapsed. */
export function exceptionList({exceptions}: ReportModel): Group {
  const items = exceptions.map(({kind, path, range, rules, reason, findings}) => {
    const {line, column} = range.start;
    const what = join(
      rules.map((rule) => code(rule)),
      ', '
    );
    const place = code(`${path}:${line}:${column}`, 300);
    return gfm`- ${place}: ${inline(kind)} ${what} for ${inline(counted(findings, 'finding'))}: ${inline(reason)}`;
  });
  const leaf = list(gfm``, items, {importance: IMPORTANCE.exception, part: 'exception', share: 0.2});
  const head = detailsHead(countPhrase(items.length, 'exception'));
  return {kind: 'group', head, tail: DETAILS_TAIL, sections: [leaf]};
}

/** Registered bundles that nobody declares and that stay. */
export function unmanagedList({unmanaged}: ReportModel): Leaf {
  const items = unmanaged.map(({integration, name}) => gfm`- ${code(name)} in ${code(integration)}`);
  const title = gfm`**Registered, but not declared here** (they are left alone)\n`;
  return list(title, items, {importance: IMPORTANCE.unmanaged, part: 'unmanaged bundle', share: 0.2});
}

function findingsLeaf(
  head: Markdown,
  findings: readonly Finding[],
  importance: number,
  part: 'finding' | 'remark'
): Leaf {
  const items = findings.map((finding, index) => {
    const line = findingItem(finding);
    if (finding.path === findings[index - 1]?.path) return line;
    return gfm`${index === 0 ? gfm`` : gfm`\n`}${code(finding.path, 300)}\n\n${line}`;
  });
  const build = () =>
    items.length === 0
      ? null
      : {
          head,
          items,
          tail: gfm``,
          more: (count: number) => gfm`… and ${inline(counted(count, `more ${part}`))}.`
        };
  return leaf(importance, part, build, {share: 0.5, count: items.length});
}

function tableRow(step: Step, isRisky: boolean, remark: string): Markdown {
  const sign = isRisky ? gfm` ⚠️` : gfm``;
  const more = remark === '' ? gfm`` : gfm`, ${inline(remark)}`;
  const change = gfm`${inline(SIGNS[step.action])} **${changeOf(step)}**${more}${sign}`;
  const file = step.path === null ? gfm`–` : code(step.path);
  return gfm`| ${change} | ${code(step.name)} | ${code(step.integration)} | ${file} | ${resourceCounts(step)} |`;
}

const OUTCOMES: Readonly<Record<StepOutcome['state'], string>> = {
  done: 'done',
  failed: 'failed',
  'not-tried': 'not tried'
};

const CAUSES: Readonly<Record<DriftCause, string>> = {
  account: 'changed in the account',
  pending: 'not applied yet'
};

/** How many resources change; of a bundle that stays as it is, how many job specs do. */
function resourceCounts({action, resources, jobSpecs, withheld}: Step): Markdown {
  if (withheld === true) return gfm`not shown`;
  if (action === 'unchanged') {
    return gfm`job specs: +${jobSpecs.install.length} −${jobSpecs.uninstall.length}`;
  }
  const count = (change: string) => resources.filter((resource) => resource.change === change).length;
  return gfm`+${count('added')} &#126;${count('changed')} −${count('removed')}`;
}

function outcomeItem({step, state, reason}: StepOutcome): Markdown {
  return gfm`- **${inline(OUTCOMES[state])}**: ${changeOf(step)} ${code(step.name)} in ${code(step.integration)}: ${inline(reason)}`;
}

function riskItem(step: Step, risk: Risk): Markdown {
  return gfm`- ⚠️ ${code(step.name)} in ${code(step.integration)}: ${riskPhrase(risk)}`;
}

function findingItem({rule, severity, message, hint, range}: Finding): Markdown {
  const {line, column} = range.start;
  const advice = hint === '' ? gfm`` : gfm`. ${inline(hint)}`;
  return gfm`- **${inline(severity)}** at ${line}:${column}: ${inline(message)}${advice} (${link(codeElement(rule), ruleUrl(rule))})`;
}
