import {FORMATS, type Formatter} from '../../report/formats.js';
import type {ShownRun} from '../../report/shown-run.js';
import type {ReportModel} from '../../report/types.js';
import {RULES} from '../../rules/index.js';
import {inert, linesOf, paint, plain, type Painted} from '../../visible.js';
import {counted} from '../../words.js';
import type {Format} from '../commands.js';
import {findingsCount, findingsText, type Source} from './findings.js';
import {outcomesText, planText} from './plan.js';
import {ruleText} from './rule.js';
import type {Look} from './style.js';
import {wrap} from './wrap.js';

export interface ReportOptions {
  readonly look: Look;
  /** Gives the lines of a bundle file. */
  readonly source: Source;
  /** Whether to add the page of each rule that found something. */
  readonly explain: boolean;
}

/** What each format of a command shows on stdout; `args.ts` lets no other through. */
export type FormatTable<Result> = Readonly<Partial<Record<Format, Formatter<Result>>>> & {
  readonly pretty: Formatter<Result>;
};

/** The result in the format that was asked for. */
export function inFormat<Result>(result: Result, format: Format, formats: FormatTable<Result>): Painted {
  return (formats[format] ?? formats.pretty)(result);
}

export function formatsOfRun(options: ReportOptions): FormatTable<ShownRun> {
  return {
    pretty: (run) => pretty(run, options),
    json: FORMATS.json,
    sarif: FORMATS.sarif,
    github: (run) => paint`${FORMATS.annotations(run)}${linesOf(planText(run, options.look).map(inert))}`
  };
}

/** What was found, and what would change. An apply showed that when it asked. */
function pretty(run: ShownRun, options: ReportOptions): Painted {
  if ((run.model.outcomes ?? []).length > 0) return linesOf(doneText(run, options.look));
  return linesOf([...checkedText(run, options), ...afterwards(run, options.look)]);
}

/** Findings, then their number: what is known before the registry is asked. */
export function checkedText({model, secrets}: ShownRun, {look, source, explain}: ReportOptions): Painted[] {
  const {command, findings, files} = model;
  // What is put back is in no bundle file.
  if (command === 'restore') return [];
  return [
    ...findingsText({findings, source, secrets}, look),
    ...(explain ? [...exceptionsText(model, look), ...explanations(model, look)] : []),
    ...wrap(`${counted(files, 'bundle file')} checked: ${findingsCount(findings)}.`, look.width)
  ];
}

function afterwards(shown: ShownRun, look: Look): Painted[] {
  const {model} = shown;
  if (model.plan === null) return [];
  if (model.outcomes !== null) return [plain``, ...doneText(shown, look)];
  return [plain``, ...planText(shown, look)];
}

function doneText({model, backupPath}: ShownRun, look: Look): Painted[] {
  const backup = backupPath === '' ? [] : [plain`What was replaced or deleted is saved in ${backupPath}`];
  return [...outcomesText(model, look), ...backup];
}

/** What the repository excepts, and why. */
function exceptionsText({exceptions}: ReportModel, look: Look): Painted[] {
  const lines = exceptions.flatMap(({kind, path, range, rules, reason, findings}) => {
    const {line, column} = range.start;
    const count = counted(findings, 'finding');
    return wrap(
      `${path}:${line}:${column} ${kind} of ${rules.join(', ')} for ${count}: ${reason}`,
      look.width
    );
  });
  return lines.length === 0 ? [] : [...lines, plain``];
}

function explanations({findings}: ReportModel, look: Look): Painted[] {
  const found = new Set(findings.map(({rule}) => rule));
  return RULES.filter(({id}) => found.has(id)).flatMap((rule) => [...ruleText(rule, look), plain``]);
}
