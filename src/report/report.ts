import type {Step} from '../plan/types.js';
import {layOut, type LeftOut, type Noun, type Section} from './budget.js';
import {bundleSection, explanationSection} from './bundle-section.js';
import {code, codeElement, inline, join, link, gfm, type Markdown} from './escape.js';
import {MAX_HEADER, renderHeader, type Header} from './header.js';
import {allIsWell, counted, headline} from './headline.js';
import {block, IMPORTANCE} from './leaf.js';
import {redactModel} from './redact-model.js';
import {risksOf} from './risks.js';
import {
  bundleTable,
  failureBlock,
  findingList,
  noticeList,
  outcomeList,
  riskList,
  unmanagedList,
  type ChangedBundle
} from './sections.js';
import type {ReportModel} from './types.js';

/** GitHub refuses a comment over 65,536 characters; how it counts them is not documented. */
export const COMMENT_LIMIT = 60_000;
/** What is short enough by any way of counting. */
export const MINIMAL_LIMIT = 15_000;
/** GitHub drops a job summary over 1 MiB. */
export const SUMMARY_LIMIT = 1024 * 1024;
/** Far more than anyone reads, and less than what JavaScript can hold in a string. */
const FILE_LIMIT = 64 * 1024 * 1024;

export interface ReportOptions {
  /** The credentials of this run, in every form in which they are used: none of them appears in a report. */
  readonly secrets: readonly string[];
  readonly limit?: number;
}

export interface CommentOptions extends ReportOptions {
  readonly header: Header;
  /** The page of the job summary; the run's page when it is not given. */
  readonly summaryUrl?: string;
}

/**
 * The pull request comment: hidden header, headline, table, details, findings, footer.
 *
 * @returns at most `limit` (60,000) UTF-16 units, for any limit from 2,000 on
 */
export function renderComment(model: ReportModel, options: CommentOptions): Markdown {
  const limit = options.limit ?? COMMENT_LIMIT;
  const report = prepare(model, options.secrets);
  return layOut([...overview(report), ...details(report, options.secrets)], {
    head: commentHead(report, options.header, limit),
    tail: footer(report.model, options.summaryUrl ?? model.run.url),
    limit,
    measure: (text) => text.length,
    note: (leftOut) =>
      leftOutNote(
        leftOut,
        gfm`the job summary (linked below) and the file at the output ${code('report-path')} have more`
      )
  });
}

/** The comment for a pull request on which the full one was too long after all: headline and table. */
export function renderMinimalComment(model: ReportModel, options: CommentOptions): Markdown {
  const limit = options.limit ?? MINIMAL_LIMIT;
  const report = prepare(model, options.secrets);
  return layOut(overview(report), {
    head: commentHead(report, options.header, limit),
    tail: footer(report.model, options.summaryUrl ?? model.run.url),
    limit,
    measure: (text) => text.length,
    note: () => gfm`*The whole report is too long for a comment: it is in the job summary, linked below.*`
  });
}

/** The job summary: as the comment, without the hidden header; the limit (1 MiB) counts UTF-8 bytes. */
export function renderSummary(model: ReportModel, options: ReportOptions): Markdown {
  const report = prepare(model, options.secrets);
  return layOut([...overview(report), ...details(report, options.secrets)], {
    head: headline(report.model),
    tail: footer(report.model, ''),
    limit: options.limit ?? SUMMARY_LIMIT,
    measure: (text) => Buffer.byteLength(text, 'utf8'),
    note: (leftOut) => leftOutNote(leftOut, gfm`the file at the output ${code('report-path')} has more`)
  });
}

/** The report as a file, for `report-path`: whole, for all that people and machines are likely to have. */
export function renderReportFile(model: ReportModel, options: ReportOptions): Markdown {
  const report = prepare(model, options.secrets);
  return layOut([...overview(report), ...details(report, options.secrets)], {
    head: headline(report.model),
    tail: footer(report.model, ''),
    limit: options.limit ?? FILE_LIMIT,
    measure: (text) => text.length,
    note: (leftOut) => leftOutNote(leftOut, gfm`the bundle files have the rest`)
  });
}

/** What every form of the report is made of. */
interface Report {
  readonly model: ReportModel;
  /** Deletions first, then risky updates, other updates, creations. */
  readonly changed: readonly ChangedBundle[];
}

function prepare(model: ReportModel, secrets: readonly string[]): Report {
  const clean = redactModel(model, secrets);
  const steps = clean.command === 'validate' ? [] : (clean.plan?.steps ?? []);
  const changed = steps
    .filter(({action}) => action !== 'unchanged')
    .map((step) => ({step, risks: risksOf(step)}))
    .sort((a, b) => urgency(a) - urgency(b));
  return {model: clean, changed};
}

function urgency({step, risks}: ChangedBundle): number {
  const rank: Readonly<Record<Step['action'], number>> = {delete: 0, update: 2, create: 3, unchanged: 4};
  return step.action === 'update' && risks.length > 0 ? 1 : rank[step.action];
}

function overview({model, changed}: Report): Section[] {
  return [
    block(failureBlock(model), IMPORTANCE.statement, 'notice'),
    block(allIsWell(model), IMPORTANCE.statement, 'notice'),
    noticeList(model),
    outcomeList(model),
    bundleTable(changed, model.outcomes)
  ];
}

function details({model, changed}: Report, secrets: readonly string[]): Section[] {
  return [
    ...model.explanations.map((explanation) => explanationSection(explanation, secrets)),
    riskList(changed),
    ...changed.map(({step, risks}) => bundleSection(step, risks.length > 0, secrets)),
    unmanagedList(model),
    findingList(model)
  ];
}

function commentHead({model}: Report, header: Header, limit: number): Markdown {
  const hidden = renderHeader(header, Math.min(MAX_HEADER, Math.floor((limit * 2) / 3)));
  return gfm`${hidden}\n\n${headline(model)}`;
}

/** The last line. `sameSubstance` leaves it out of its comparison: it alone may name the run. */
function footer({run}: ReportModel, summaryUrl: string): Markdown {
  const commit =
    run.headSha === '' ? [] : [gfm`Commit ${link(codeElement(run.headSha.slice(0, 10)), run.commitUrl)}`];
  const runLink = run.id === '' ? [] : [link(gfm`run ${inline(run.id)}`, run.url)];
  const summary = summaryUrl === '' ? [] : [link(gfm`job summary`, summaryUrl)];
  return gfm`<sub>${join([...commit, ...runLink, ...summary], ' · ')}</sub>`;
}

const NOUNS: Readonly<Record<Noun, string>> = {
  notice: 'notices',
  bundle: 'bundles',
  risk: 'risky changes',
  outcome: 'outcomes',
  finding: 'findings',
  'list of changes': 'lists of changes',
  'unified diff': 'unified diffs',
  explanation: 'explanations',
  picture: 'pictures',
  'flow in text': 'flows in text',
  'unmanaged bundle': 'bundles that are not declared'
};

function leftOutNote({nouns, shortened}: LeftOut, where: Markdown): Markdown {
  const parts = [...nouns].map(([noun, count]) => counted(count, noun, NOUNS[noun]));
  if (shortened > 0) parts.push(gfm`the end of ${counted(shortened, 'section', 'sections')}`);
  return gfm`*Left out to stay within GitHub's limit: ${join(
    parts.filter((part) => part !== ''),
    ', '
  )}; ${where}.*`;
}
