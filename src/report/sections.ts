import type {Step, StepOutcome} from '../plan/types.js';
import type {Finding} from '../rules/finding.js';
import type {Leaf} from './budget.js';
import {code, inline, gfm, type Markdown} from './escape.js';
import {findingsPhrase} from './headline.js';
import {IMPORTANCE, leaf, list} from './leaf.js';
import {riskPhrase} from './semantic-markdown.js';
import type {Risk} from './risks.js';
import type {ReportModel} from './types.js';

/** A changed bundle with what is risky about it. */
export interface ChangedBundle {
  readonly step: Step;
  readonly risks: readonly Risk[];
}

const SIGNS = {create: '+', update: '~', delete: '−', unchanged: '='} as const;

/** Why the step failed, and what to do. */
export function failureBlock({failure}: ReportModel): Markdown {
  if (failure === null) return gfm``;
  const hint = failure.hint === '' ? gfm`` : gfm`\n> ${inline(failure.hint)}`;
  return gfm`> [!CAUTION]\n> **${inline(failure.reason)}**: ${inline(failure.message)}${hint}`;
}

export function noticeList({notices}: ReportModel): Leaf {
  const items = notices.map((notice) => gfm`> - ${inline(notice)}`);
  return list(gfm`> [!NOTE]`, items, {importance: IMPORTANCE.statement, noun: 'notice', share: 0.3});
}

/** The changed bundles, one a row. */
export function bundleTable(changed: readonly ChangedBundle[], outcomes: ReportModel['outcomes']): Leaf {
  const stateOf = new Map(outcomes?.map(({step, state}) => [step, state]));
  const rows = changed.map(({step, risks}) => tableRow(step, risks.length > 0, stateOf.get(step)));
  const head = gfm`| Change | Bundle | Integration | File | Resources |\n| --- | --- | --- | --- | --- |`;
  return list(head, rows, {importance: IMPORTANCE.table, noun: 'bundle', share: 0.5});
}

/** What an apply could not do, and why. */
export function outcomeList({outcomes}: ReportModel): Leaf {
  const items = (outcomes ?? []).filter(({state}) => state !== 'done').map(outcomeItem);
  return list(gfm`**Not done**\n`, items, {importance: IMPORTANCE.outcome, noun: 'outcome', share: 0.4});
}

/** The risky changes of all bundles. */
export function riskList(changed: readonly ChangedBundle[]): Leaf {
  const items = changed.flatMap(({step, risks}) => risks.map((risk) => riskItem(step, risk)));
  return list(gfm`**Look twice**\n`, items, {importance: IMPORTANCE.risk, noun: 'risk', share: 0.3});
}

/** The findings, the gravest first, under the files that they are in. */
export function findingList(model: ReportModel): Leaf {
  const {findings} = model;
  const items = findings.map((finding, index) => {
    const line = findingItem(finding);
    return finding.path === findings[index - 1]?.path ? line : gfm`\n${code(finding.path, 300)}\n\n${line}`;
  });
  const head = gfm`### Findings: ${findingsPhrase(model)}`;
  const build = () =>
    items.length === 0
      ? null
      : {head, items, tail: gfm``, more: (count: number) => gfm`… and ${count} more findings.`};
  return leaf(IMPORTANCE.finding, 'finding', build, {share: 0.5, count: items.length});
}

/** Registered bundles that nobody declares and that stay. */
export function unmanagedList({unmanaged}: ReportModel): Leaf {
  const items = unmanaged.map(({integration, name}) => gfm`- ${code(name)} in ${code(integration)}`);
  const title = gfm`**Registered, but not declared here** (they are left alone)\n`;
  return list(title, items, {importance: IMPORTANCE.unmanaged, noun: 'unmanaged bundle', share: 0.2});
}

function tableRow(step: Step, isRisky: boolean, state: StepOutcome['state'] | undefined): Markdown {
  const sign = isRisky ? gfm` ⚠️` : gfm``;
  const outcome = state === undefined ? gfm`` : gfm`, ${inline(OUTCOMES[state])}`;
  const change = gfm`${inline(SIGNS[step.action])} **${inline(step.action)}**${outcome}${sign}`;
  const file = step.path === null ? gfm`–` : code(step.path);
  return gfm`| ${change} | ${code(step.name)} | ${code(step.integration)} | ${file} | ${resourceCounts(step)} |`;
}

const OUTCOMES: Readonly<Record<StepOutcome['state'], string>> = {
  done: 'done',
  failed: 'failed',
  'not-tried': 'not tried'
};

function resourceCounts({resources}: Step): Markdown {
  const count = (change: string) => resources.filter((resource) => resource.change === change).length;
  return gfm`+${count('added')} &#126;${count('changed')} −${count('removed')}`;
}

function outcomeItem({step, state, reason}: StepOutcome): Markdown {
  return gfm`- **${inline(OUTCOMES[state])}**: ${inline(step.action)} ${code(step.name)} in ${code(step.integration)}: ${inline(reason)}`;
}

function riskItem(step: Step, risk: Risk): Markdown {
  const where = risk.kind === 'bundle-deleted' ? step.integration : step.name;
  return gfm`- ⚠️ ${riskPhrase(risk)}, in ${code(where)}`;
}

function findingItem({rule, severity, message, hint, range}: Finding): Markdown {
  const {line, column} = range.start;
  const advice = hint === '' ? gfm`` : gfm`. ${inline(hint)}`;
  return gfm`- **${inline(severity)}** at ${line}:${column}: ${inline(message)}${advice} (${code(rule)})`;
}
