import {changesSomething} from '../plan/plan.js';
import type {Step} from '../plan/types.js';
import {layOut, type LeftOut, type PartKind, type Section} from './layout.js';
import {bundleSection, explanationSection} from './bundle-section.js';
import {code, codeElement, inline, join, link, gfm, type Markdown} from './escape.js';
import {MAX_HEADER, renderHeader, type Header} from './header.js';
import {allIsWell, countPhrase, headline} from './headline.js';
import {block, IMPORTANCE} from './layout-parts.js';
import {shownMoves} from './moves.js';
import {redactModel} from './redact-model.js';
import {risksOf} from './risks.js';
import {
  bundleTable,
  exceptionList,
  failureBlock,
  findingList,
  moveList,
  noticeList,
  outcomeList,
  remarkList,
  riskList,
  unmanagedList,
  weakenedList,
  type ChangedBundle
} from './sections.js';
import {testSections} from './tests.js';
import type {ReportModel} from './types.js';

/** GitHub refuses a comment over 65,536 characters; how it counts them is not documented. */
export const COMMENT_LIMIT = 60_000;
/** What is short enough by any way of counting. */
export const MINIMAL_LIMIT = 15_000;
/** GitHub drops a job summary over 1 MiB. */
export const SUMMARY_LIMIT = 1024 * 1024;
/** Far more than anyone reads, and made in seconds. */
const FILE_LIMIT = 16 * 1024 * 1024;

/** Each picture is a frame and a rendering of its own to GitHub; those of small reports are all shown. */
const COMMENT_PICTURES = 10;
const SUMMARY_PICTURES = 50;

export interface CommentOptions {
  readonly header: Header;
  /** The page of the job summary; the run's page when it is not given. */
  readonly summaryUrl?: string;
  readonly limit?: number;
}

/** What a run found and did, in each of the forms in which people read it. */
export interface Report {
  /**
   * The pull request comment: hidden header, headline, table, details, findings, footer.
   *
   * @returns at most `limit` (60,000) UTF-16 units, for any limit from 2,000 on
   */
  comment(options: CommentOptions): Markdown;
  /** The comment for a pull request on which the full one was too long after all: headline and table. */
  minimalComment(options: CommentOptions): Markdown;
  /** The job summary: as the comment, without the hidden header; the limit (1 MiB) counts UTF-8 bytes. */
  summary(limit?: number): Markdown;
  /** The report as a file, for `report-path`: whole, for all that people are likely to have. */
  file(limit?: number): Markdown;
}

/**
 * The report of one run. The parts that its forms share are made once, each when the first form has room for it.
 *
 * @param secrets the credentials of this run, in every form in which they are used: none of them is in a report
 */
export function createReport(model: ReportModel, secrets: readonly string[]): Report {
  const clean = redactModel(model, secrets);
  const changed = changedBundles(model, clean, secrets);
  const short = overview(clean, changed);
  const moves = shownMoves(model.plan?.steps ?? [], secrets);
  const whole = [...short, weakenedList(clean), moveList(moves), ...details(clean, changed, secrets)];
  return {
    comment: (options) => comment(clean, whole, options),
    minimalComment: (options) => minimalComment(clean, short, options),
    summary: (limit = SUMMARY_LIMIT) =>
      layOut(whole, {
        head: headline(clean),
        tail: footer(clean, ''),
        limit,
        most: {picture: SUMMARY_PICTURES},
        measure: (text) => Buffer.byteLength(text, 'utf8'),
        note: (leftOut) =>
          leftOutNote(
            leftOut,
            gfm`to stay within GitHub's limit`,
            gfm`the file at the output ${code('report-path')} has more`
          )
      }),
    file: (limit = FILE_LIMIT) =>
      layOut(whole, {
        head: headline(clean),
        tail: footer(clean, ''),
        limit,
        most: {},
        measure: (text) => text.length,
        note: (leftOut) =>
          leftOutNote(leftOut, gfm`to keep this file readable`, gfm`the bundle files have the rest`)
      })
  };
}

function comment(model: ReportModel, sections: readonly Section[], options: CommentOptions): Markdown {
  const limit = options.limit ?? COMMENT_LIMIT;
  return layOut(sections, {
    head: commentHead(model, options.header, limit),
    tail: footer(model, options.summaryUrl ?? model.run.url),
    limit,
    most: {picture: COMMENT_PICTURES},
    measure: (text) => text.length,
    note: (leftOut) =>
      leftOutNote(
        leftOut,
        gfm`to stay within GitHub's limit`,
        gfm`the job summary (linked below) and the file at the output ${code('report-path')} have more`
      )
  });
}

function minimalComment(model: ReportModel, sections: readonly Section[], options: CommentOptions): Markdown {
  const limit = options.limit ?? MINIMAL_LIMIT;
  return layOut(sections, {
    head: commentHead(model, options.header, limit),
    tail: footer(model, options.summaryUrl ?? model.run.url),
    limit,
    most: {},
    measure: (text) => text.length,
    note: () => gfm`*The whole report is too long for a comment: it is in the job summary, linked below.*`
  });
}

/** Deletions first, then risky updates, other updates, creations, and bundles of which only job specs change. */
function changedBundles(
  {command, plan}: ReportModel,
  clean: ReportModel,
  secrets: readonly string[]
): ChangedBundle[] {
  if (command === 'validate') return [];
  return (clean.plan?.steps ?? [])
    .map((step, at) => ({step, original: plan?.steps[at] ?? step}))
    .filter(({original}) => changesSomething(original))
    .map(({step, original}) => ({step, risks: risksOf(original, secrets)}))
    .sort((a, b) => urgency(a) - urgency(b));
}

function urgency({step, risks}: ChangedBundle): number {
  const rank: Readonly<Record<Step['action'], number>> = {delete: 0, update: 2, create: 3, unchanged: 4};
  return step.action === 'update' && risks.length > 0 ? 1 : rank[step.action];
}

function overview(model: ReportModel, changed: readonly ChangedBundle[]): Section[] {
  return [
    block(failureBlock(model), IMPORTANCE.statement, 'notice'),
    block(allIsWell(model), IMPORTANCE.statement, 'notice'),
    noticeList(model),
    outcomeList(model),
    bundleTable(changed, model)
  ];
}

function details(
  model: ReportModel,
  changed: readonly ChangedBundle[],
  secrets: readonly string[]
): Section[] {
  return [
    ...model.explanations.map((explanation) => explanationSection(explanation, secrets)),
    ...testSections(model.tests, secrets),
    riskList(changed),
    ...changed.map(({step, risks}) => bundleSection(step, risks.length > 0, secrets)),
    unmanagedList(model),
    findingList(model),
    remarkList(model),
    exceptionList(model)
  ];
}

function commentHead(model: ReportModel, header: Header, limit: number): Markdown {
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

const PART_WORDS: Readonly<Record<PartKind, string>> = {
  notice: 'notices',
  bundle: 'bundles',
  move: 'moves',
  risk: 'risky changes',
  outcome: 'outcomes',
  finding: 'findings',
  remark: 'remarks',
  exception: 'exceptions',
  'weakened check': 'weakened checks',
  'list of changes': 'lists of changes',
  'unified diff': 'unified diffs',
  explanation: 'explanations',
  picture: 'pictures',
  'flow in text': 'flows in text',
  'unmanaged bundle': 'bundles that are not declared',
  'tested flow': 'tested flows',
  'failed test': 'failed tests'
};

function leftOutNote({parts, shortened}: LeftOut, why: Markdown, where: Markdown): Markdown {
  const omitted = [...parts].map(([part, count]) => countPhrase(count, part, PART_WORDS[part]));
  if (shortened > 0) omitted.push(gfm`the end of ${countPhrase(shortened, 'section')}`);
  return gfm`*Left out ${why}: ${join(
    omitted.filter((part) => part !== ''),
    ', '
  )}; ${where}.*`;
}
