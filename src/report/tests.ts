import type {
  CaseResult,
  Failure,
  FileMessage,
  FlowCoverage,
  FlowRun,
  TestsResult
} from '../flow-tests/result.js';
import {testsInWords} from '../flow-tests/result.js';
import {traceOf, type TraceStep} from '../flow-tests/trace.js';
import type {State} from '../flow/states.js';
import {counted} from '../words.js';
import {
  code,
  codeElement,
  DETAILS_TAIL,
  detailsHead,
  fence,
  fenceLines,
  gfm,
  inline,
  join,
  type Markdown
} from './escape.js';
import type {Cuttable, Group, Leaf, Section} from './layout.js';
import {fenced, IMPORTANCE, leaf, list, wholeOf} from './layout-parts.js';
import {redactText} from './redact.js';
import {LEGEND, runDiagram} from './run-picture.js';

/** No single case may fill more of a report than this. */
const SHARE = 0.2;
/** Failed cases beyond these are counted. */
const MOST_CASES = 50;

/**
 * The flow tests of a run: what came of them in a line, a table by flow, what is wrong with test files, and for each
 * case that failed the differences, the run as a picture and in text. Nothing where there are no tests.
 *
 * @param secrets the credentials of this run
 */
export function testSections(result: TestsResult | null, secrets: readonly string[]): Section[] {
  if (result === null) return [];
  const clean = (text: string): string => redactText(text, secrets);
  const failed = result.cases.filter(({status}) => status === 'failed');
  return [
    flowTable(result, clean),
    messageList(result, clean),
    ...failed.slice(0, MOST_CASES).map((each) => caseSection(each, clean)),
    ...(failed.length > MOST_CASES
      ? [leaf(IMPORTANCE.test, 'failed test', () => wholeOf(gfm`… and ${failed.length - MOST_CASES} more.`))]
      : [])
  ];
}

type Clean = (text: string) => string;

/** One row a flow, those with a case that did not pass first. */
function flowTable(result: TestsResult, clean: Clean): Leaf {
  const keys = [...new Set(result.cases.map(({bundle, flow}) => JSON.stringify([bundle, flow])))];
  const rows = keys
    .map((key) => result.cases.filter(({bundle, flow}) => JSON.stringify([bundle, flow]) === key))
    .sort((one, other) => notPassed(other) - notPassed(one))
    .map((cases) => flowRow(cases, result.coverage.flows, clean));
  const title = gfm`### Flow tests: ${inline(testsInWords(result))}\n\n`;
  const head = gfm`${title}| Flow | Bundle | Passed | Failed | States | Transitions |\n| --- | --- | --- | --- | --- | --- |`;
  if (rows.length > 0)
    return list(head, rows, {importance: IMPORTANCE.table, part: 'tested flow', share: 0.3});
  return leaf(IMPORTANCE.table, 'tested flow', () =>
    wholeOf(gfm`### Flow tests: ${inline(testsInWords(result))}`)
  );
}

function notPassed(cases: readonly CaseResult[]): number {
  return cases.filter(({status}) => status !== 'passed').length;
}

function flowRow(cases: readonly CaseResult[], flows: readonly FlowCoverage[], clean: Clean): Markdown {
  const [first] = cases;
  const [flow, bundle] = [first?.flow ?? '', first?.bundle ?? ''];
  const covered = flows.find((each) => each.flow === flow && each.bundle === bundle);
  const passed = cases.length - notPassed(cases);
  const sign = passed === cases.length ? gfm`✓` : gfm`✗`;
  const share = (part: number | undefined, total: number | undefined): Markdown =>
    part === undefined || total === undefined ? gfm`–` : gfm`${part} of ${total}`;
  return gfm`| ${sign} ${code(clean(flow))} | ${code(clean(bundle))} | ${passed} | ${notPassed(cases)} | ${share(
    covered?.states,
    covered?.statesTotal
  )} | ${share(covered?.transitions, covered?.transitionsTotal)} |`;
}

/** Faults of test files, skipped bundles, and what is doubtful. */
function messageList({errors, warnings, cases}: TestsResult, clean: Clean): Leaf {
  const item = (severity: string, {file, line, message, hint}: FileMessage): Markdown =>
    gfm`- **${inline(severity)}** at ${code(clean(`${file}:${line}`), 300)}: ${inline(clean(hint === '' ? message : `${message}. ${hint}`))}`;
  const skipped = new Map(
    cases
      .filter(({status}) => status === 'skipped')
      .map(({bundle, failures}) => [bundle, failures[0]?.message ?? ''])
  );
  const items = [
    ...errors.map((error) => item('error', error)),
    ...[...skipped].map(
      ([bundle, reason]) => gfm`- **skipped**: ${code(clean(bundle))}: ${inline(clean(reason))}`
    ),
    ...warnings.map((warning) => item('warning', warning))
  ];
  return list(gfm`**Test files**\n`, items, {importance: IMPORTANCE.finding, part: 'remark', share: 0.2});
}

function caseSection({name, file, line, failures, run}: CaseResult, clean: Clean): Group {
  return {
    kind: 'group',
    head: detailsHead(
      gfm`✗ ${inline(clean(name), 200)} <sub>${codeElement(clean(`${file}:${line}`), 300)}</sub>`
    ),
    tail: DETAILS_TAIL,
    sections: [
      leaf(IMPORTANCE.test, 'failed test', () => failureText(failures, clean), {share: SHARE}),
      ...(run === null ? [] : runSections(run, failures, clean))
    ]
  };
}

function failureText(failures: readonly Failure[], clean: Clean): Cuttable {
  const items = failures.map(({message, hint, difference, paste, file, line, bundleLine}) => {
    const places = [`${file}:${line}`, ...(bundleLine === null ? [] : [`line ${bundleLine} of the bundle`])];
    const advice = hint === '' ? gfm`` : gfm` ${inline(clean(hint))}`;
    const parts = [
      gfm`- ${inline(clean(message))}. ${advice}<br>${code(clean(places.join(', ')), 300)}`,
      ...(difference.length === 0 ? [] : [indented(fence(difference.map(clean).join('\n'), 'diff'))]),
      ...(paste.length === 0 ? [] : [indented(fence(paste.map(clean).join('\n'), 'text'))])
    ];
    return join(parts, '\n\n');
  });
  return {
    head: gfm``,
    items,
    tail: gfm``,
    more: (count) => gfm`… and ${inline(counted(count, 'more failure'))}.`
  };
}

/** A block within an item of a list. */
function indented(block: Markdown): Markdown {
  return block.replace(/^(?=.)/gm, '  ') as Markdown;
}

function runSections(run: FlowRun, failures: readonly Failure[], clean: Clean): Section[] {
  const picture = (): Cuttable | null => {
    const diagram = runDiagram(run, failingIn(run, failures));
    return diagram === null
      ? null
      : wholeOf(gfm`The run (${inline(LEGEND)}):\n\n${fence(clean(diagram), 'mermaid')}`);
  };
  const text = (): Cuttable | null =>
    fenced(
      fenceLines(
        traceOf(run).map((step, at) => clean(stepLine(step, at))),
        'text'
      )
    );
  return [
    leaf(IMPORTANCE.picture, 'picture', picture, {share: SHARE, least: 600}),
    {
      kind: 'group',
      head: detailsHead(gfm`The run in text`),
      tail: DETAILS_TAIL,
      sections: [leaf(IMPORTANCE.flowText, 'flow in text', text, {share: SHARE / 2, least: 200})]
    }
  ];
}

/** The state in which the flow failed, and those about which an expectation was not met. */
function failingIn({end}: FlowRun, failures: readonly Failure[]): (state: State) => boolean {
  const failed = end.status === 'succeeded' ? null : (end.innermost ?? end.state);
  const places = failures.flatMap(({bundleStart}) => bundleStart ?? []);
  return (state) => {
    if (state === failed) return true;
    const {start, end: behind} = state.node;
    const holds = (place: number): boolean => start <= place && place < behind;
    return places.some((place) => holds(place) && !innerHolds(state, place));
  };
}

/** Whether a state of an iterator is meant, and not the Map around it. */
function innerHolds({iterator}: State, place: number): boolean {
  return iterator?.ordered.some(({node}) => node.start <= place && place < node.end) ?? false;
}

function stepLine({state, type, depth, item, call, next, error}: TraceStep, index: number): string {
  const about = [
    type,
    ...(call === null ? [] : [call.action]),
    ...(item === null ? [] : [`item ${item}`])
  ].join(', ');
  const failed = error === null ? '' : ` ✗ ${error.Error}: ${error.Cause}`;
  const way = next === null ? '' : ` → ${next}`;
  return `${'  '.repeat(Math.min(depth, 8))}${index + 1} ${state} (${about})${failed}${way}`;
}
