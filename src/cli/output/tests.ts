import type {CaseResult, Failure, FileMessage, FlowCoverage, TestsResult} from '../../flow-tests/result.js';
import {countCases} from '../../flow-tests/result.js';
import {redactText} from '../../report/redact.js';
import {paint, plain, shorten, visible, type Line, type Painted} from '../../visible.js';
import {counted} from '../../words.js';
import type {Source} from './findings.js';
import type {Look} from './style.js';
import {hanging, wrap} from './wrap.js';

/** Of a file with more cases only those that did not pass are listed. */
const FEW_CASES = 40;

export interface TestsText {
  readonly result: TestsResult;
  /** Gives the lines of test files. */
  readonly source: Source;
}

/** The result of tests: each case under its file, why it failed, the coverage, the counts. */
export function testsText({result, source}: TestsText, look: Look): Painted[] {
  const {errors, warnings, cases, coverage} = result;
  const files = [...new Set(cases.map(({file}) => file))];
  const casesOf = (file: string): CaseResult[] => cases.filter((each) => each.file === file);
  return [
    ...files.flatMap((file) => [...fileLines(file, casesOf(file), source, look), plain``]),
    ...errors.flatMap((error) => [...messageLines(error, 'error', source, look), plain``]),
    ...warnings.flatMap((warning) => [...messageLines(warning, 'warning', source, look), plain``]),
    ...(coverage.flows.length === 0 ? [] : [...coverageLines(coverage.flows, look), plain``]),
    ...wrap(summary(result), look.width)
  ];
}

function summary(result: TestsResult): string {
  const {passed, failed, skipped} = countCases(result);
  const counts = [
    `${passed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(result.errors.length === 0 ? [] : [counted(result.errors.length, 'error')])
  ];
  const {states, statesTotal, percent} = result.coverage;
  const covered =
    statesTotal === 0 ? '' : ` ${percent} % of the states are covered (${states} of ${statesTotal}).`;
  return `${counts.join(', ')} in ${counted(result.files, 'test file')}.${covered}`;
}

function fileLines(file: string, cases: readonly CaseResult[], source: Source, look: Look): Painted[] {
  const {style, width} = look;
  const [first] = cases;
  const about = first === undefined ? '' : `${first.flow} in ${first.bundle}`;
  const shown = cases.length <= FEW_CASES ? cases : cases.filter(({status}) => status !== 'passed');
  const hidden = cases.length - shown.length;
  return [
    ...wrap(`${file} (${about})`, width).map(style.bold),
    ...(hidden === 0 ? [] : [style.green(`  ✓ ${hidden} passed`)]),
    ...shown.flatMap((result) => caseLines(result, source, look))
  ];
}

const SIGNS = {passed: '✓', failed: '✗', skipped: '-'} as const;

function caseLines({status, name, failures}: CaseResult, source: Source, look: Look): Painted[] {
  const {style, width} = look;
  const paintSign = status === 'passed' ? style.green : status === 'failed' ? style.red : style.yellow;
  const [first = plain``, ...others] = wrap(name, width - 4);
  return [
    paint`  ${paintSign(SIGNS[status])} ${first}`,
    ...others.map((line) => plain`    ${line}`),
    ...failures.flatMap((failure) => failureLines(failure, status, source, look))
  ];
}

function failureLines(
  failure: Failure,
  status: CaseResult['status'],
  source: Source,
  {style, width}: Look
): Painted[] {
  const {message, hint, difference, paste, file, line, bundleLine} = failure;
  const clean = (text: string): Line => visible(redactText(text, []));
  const places = [`${file}:${line}`, ...(bundleLine === null ? [] : [`line ${bundleLine} of the bundle`])];
  const text = status === 'skipped' ? '' : (source(file)?.[line - 1]?.trim() ?? '');
  const written = text === '' ? '' : `: ${clean(shorten(text, 60))}`;
  return [
    ...wrap(clean(message), width, '      '),
    ...difference.map((each) => paint`        ${paintDifference(clean(each), style)}`),
    style.dim(`      ${places.join(', ')}${written}`),
    ...(hint === '' ? [] : wrap(clean(hint), width, '      ')),
    ...paste.map((each) => paint`        ${style.cyan(clean(each))}`)
  ];
}

function paintDifference(line: Line, {red, green}: Look['style']): Painted {
  return line.startsWith('-') ? red(line) : line.startsWith('+') ? green(line) : line;
}

/** As a finding is shown: the place and what is wrong, the line itself, what would be right. */
function messageLines(
  {file, line, column, message, hint}: FileMessage,
  severity: 'error' | 'warning',
  source: Source,
  {style, width}: Look
): Painted[] {
  const paintOf = severity === 'error' ? style.red : style.yellow;
  const place = plain`${file}:${line}:${column}`;
  const head = plain`${place} ${severity}`;
  const [first = plain``, ...others] = wrap(`${head} ${redactText(message, [])}`, width);
  const text = source(file)?.[line - 1]?.trim() ?? '';
  return [
    first.startsWith(head)
      ? paint`${style.bold(place)} ${paintOf(severity)}${visible(first.slice(head.length))}`
      : first,
    ...others,
    ...(text === ''
      ? []
      : [paint`${style.dim(`  ${line} | `)}${visible(shorten(redactText(text, []), 100))}`]),
    ...(hint === '' ? [] : wrap(redactText(hint, []), width, '  '))
  ];
}

/** More states that no case enters are counted. */
const MOST_MISSED = 8;

function coverageLines(flows: readonly FlowCoverage[], look: Look): Painted[] {
  const {style, width} = look;
  const column = Math.min(Math.max(...flows.map(({flow}) => flow.length)) + 4, 40);
  return [
    style.bold('Coverage'),
    ...flows.flatMap((flow) => {
      const {states, statesTotal, transitions, transitionsTotal, missed} = flow;
      const text = `${states} of ${statesTotal} states, ${transitions} of ${transitionsTotal} transitions (${flow.bundle})`;
      const names = missed.slice(0, MOST_MISSED).map(({name, line}) => `${name} (line ${line})`);
      const more = missed.length > MOST_MISSED ? [`${missed.length - MOST_MISSED} more`] : [];
      return [
        ...hanging(`  ${flow.flow}`, text, column, width),
        ...(names.length === 0 ? [] : wrap(`not entered: ${[...names, ...more].join(', ')}`, width, '    '))
      ];
    })
  ];
}
