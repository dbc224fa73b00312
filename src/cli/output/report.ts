import {inert} from '../../actions/log.js';
import {sarif} from '../../report/sarif.js';
import type {ReportModel} from '../../report/types.js';
import {RULES} from '../../rules/index.js';
import {VERSION} from '../../version.js';
import type {Format} from '../commands.js';
import type {Shown} from '../session.js';
import {counted, findingsCount, findingsText, type Source} from './findings.js';
import {runAsJson} from './json.js';
import {outcomesText, planText} from './plan.js';
import {ruleText} from './rule.js';
import type {Look} from './style.js';
import {linesOf, paint, plain, visibleJson, type Painted} from '../../visible.js';
import {wrap} from './wrap.js';
import {workflowCommands} from './write-workflow-commands.js';

export interface ReportOptions {
  readonly format: Format;
  readonly look: Look;
  /** Gives the lines of a bundle file. */
  readonly source: Source;
  /** Whether to add the page of each rule that found something. */
  readonly explain: boolean;
}

/** What a run found, planned and did, for stdout. */
export function reportText(shown: Shown, options: ReportOptions): Painted {
  const {model, result, declaredBefore, secrets} = shown;
  switch (options.format) {
    case 'json':
      return paint`${visibleJson(runAsJson(model, result, declaredBefore), 2)}\n`;
    case 'sarif':
      return sarifText(model);
    case 'github':
      return linesOf([
        ...workflowCommands(model.findings, secrets),
        ...planText({model, declaredBefore, secrets}, options.look).map(inert)
      ]);
    default:
      // An apply showed everything else when it asked.
      return (model.outcomes ?? []).length > 0
        ? linesOf(doneText(shown, options.look))
        : linesOf([...checkedText(shown, options), ...afterwards(shown, options.look)]);
  }
}

function sarifText({findings, files, failure}: ReportModel): Painted {
  const notChecked = files === 0 ? (failure?.message ?? null) : null;
  return paint`${visibleJson(sarif(findings, RULES, {version: VERSION, failure: notChecked}), 2)}\n`;
}

/** Findings, then their number: what is known before the registry is asked. */
export function checkedText({model, secrets}: Shown, {look, source, explain}: ReportOptions): Painted[] {
  const {findings, files} = model;
  return [
    ...findingsText({findings, source, secrets}, look),
    ...(explain ? explanations(model, look) : []),
    ...wrap(`${counted(files, 'bundle file')} checked: ${findingsCount(findings)}.`, look.width)
  ];
}

function afterwards(shown: Shown, look: Look): Painted[] {
  const {model, declaredBefore, secrets} = shown;
  if (model.plan === null) return [];
  if (model.outcomes !== null) return [plain``, ...doneText(shown, look)];
  return [plain``, ...planText({model, declaredBefore, secrets}, look)];
}

function doneText({model, backupPath}: Shown, look: Look): Painted[] {
  const backup = backupPath === '' ? [] : [plain`What was replaced or deleted is saved in ${backupPath}`];
  return [...outcomesText(model, look), ...backup];
}

function explanations({findings}: ReportModel, look: Look): Painted[] {
  const found = new Set(findings.map(({rule}) => rule));
  return RULES.filter(({id}) => found.has(id)).flatMap((rule) => [...ruleText(rule, look), plain``]);
}
