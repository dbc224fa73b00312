import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import type {FlowEnd, FlowRun, Visit} from '../flow-run/ports.js';
import type {PathSegment} from '../flow/path.js';
import type {State} from '../flow/states.js';
import {quote} from '../words.js';
import {callFailures} from './judge-calls.js';
import {callsOf} from './run-facts.js';
import {lineDifference, listDifference} from './difference.js';
import type {Expectations, ExpectedPath} from './expectations.js';
import {match, type Matching} from './matchers.js';
import {matched, type Misfit} from './misfit.js';
import {lookUp} from './paths.js';
import {endDocument, endInWords, endState, lastAttempt, outermostVisits} from './run-facts.js';
import {snapshotOf} from './snapshots.js';
import {sameValue} from './values.js';

/** What is judged. */
export interface Judged {
  readonly run: FlowRun;
  /** The case itself, for what no single expectation says. */
  readonly whole: JsonNode;
  /** How many states the flow has, those in Iterators too. */
  readonly states: number;
  /** What was stored for `snapshot: true`; undefined when nothing was. */
  readonly stored: JsonValue | undefined;
  /** Called with each value whose `Error` an expectation looks at. */
  readonly onError: (value: JsonValue) => void;
}

type RunEnd = Exclude<FlowEnd, {status: 'stopped'}>;

/** What of a run is not as the case expects it. */
export function* judge(expect: Expectations, judged: Judged): Matching<Misfit[]> {
  const {end} = judged.run;
  if (end.status === 'stopped') return [];
  if (expect.isEmpty) return end.status === 'failed' ? [unexpectedEnd(judged.whole, end)] : [];
  const misfits: Misfit[] = [];
  for (const part of [ending, way, data, rest]) misfits.push(...(yield* part(expect, judged, end)));
  return misfits;
}

function* ending(expect: Expectations, _judged: Judged, end: RunEnd): Matching<Misfit[]> {
  return [
    ...(expect.end === null ? [] : yield* endMisfits(expect.end, end)),
    ...(expect.error === null ? [] : yield* errorMisfits(expect.error, end))
  ];
}

function* way(expect: Expectations, {run, onError}: Judged, end: RunEnd): Matching<Misfit[]> {
  const calls =
    expect.calls === null
      ? []
      : yield* callFailures(expect.calls, callsOf(run), {end: endState(end), onError});
  return [
    ...(expect.path === null ? [] : pathMisfits(expect.path, run)),
    ...(expect.passes === null ? [] : passesMisfits(expect.passes, run)),
    ...calls
  ];
}

function* data(expect: Expectations, judged: Judged, end: RunEnd): Matching<Misfit[]> {
  const {run, onError} = judged;
  const misfits: Misfit[] = [];
  const where = end.status === 'failed' ? 'on entry to the failing state' : 'at the end';
  const look = {document: endDocument(run), where, bundleNode: endState(end), onError};
  for (const path of expect.document) misfits.push(...(yield* documentMisfits(path, look)));
  if (expect.output !== null) misfits.push(...(yield* outputMisfits(expect.output, end, onError)));
  for (const {state, paths} of expect.at) misfits.push(...(yield* entryMisfits(state, paths, judged)));
  return misfits;
}

function* rest(expect: Expectations, {run, states, stored}: Judged): Matching<Misfit[]> {
  const {slept, covers, snapshot} = expect;
  return [
    ...(slept === null ? [] : yield* sleptMisfits(slept, run)),
    ...(covers === null ? [] : coverMisfits(covers, run, states)),
    ...(snapshot === null || stored === undefined ? [] : snapshotMisfits(snapshot, stored, run))
  ];
}

function unexpectedEnd(whole: JsonNode, end: Extract<FlowEnd, {status: 'failed'}>): Misfit {
  return {
    message: `the flow ${endInWords(end)}`,
    hint: 'A case without expectations passes when the flow succeeds.',
    expected: 'succeeded',
    actual: 'failed',
    at: whole,
    bundleNode: end.error.node
  };
}

function* endMisfits(expect: JsonNode['properties'], end: RunEnd): Matching<Misfit[]> {
  const misfits: Misfit[] = [];
  const bundleNode = end.status === 'failed' ? end.error.node : end.state.node;
  const [status, state, message] = [expect.get('status'), expect.get('state'), expect.get('message')];
  if (status !== undefined && status.value !== end.status) {
    const said = `the flow ${endInWords(end)}`;
    misfits.push({message: said, expected: status.value, actual: end.status, at: status, bundleNode});
  }
  const ended = end.state?.name ?? null;
  if (state !== undefined && state.value !== ended) {
    const said = `the flow ended at ${ended === null ? 'no state' : quote(ended)}, not at ${quote(textIn(state))}`;
    misfits.push({message: said, expected: state.value, actual: ended, at: state, bundleNode});
  }
  if (message !== undefined) {
    const found = end.status === 'succeeded' ? end.message : undefined;
    misfits.push(...matched(yield* match(message, found), 'the message', {bundleNode}));
  }
  return misfits;
}

function* errorMisfits({node, parts}: NonNullable<Expectations['error']>, end: RunEnd): Matching<Misfit[]> {
  if (end.status === 'succeeded') {
    const message = `the flow ${endInWords(end)}, and no error ended it`;
    return [{message, expected: node.value, actual: undefined, at: node, bundleNode: end.state.node}];
  }
  const misfits: Misfit[] = [];
  const {error} = end;
  const bundleNode = error.node;
  const state = parts.get('state');
  const failed = end.state?.name ?? null;
  if (state !== undefined && state.value !== failed) {
    const message = `the error ended the flow at ${failed === null ? 'no state' : quote(failed)}, not at ${quote(textIn(state))}`;
    misfits.push({message, expected: state.value, actual: failed, at: state, bundleNode});
  }
  for (const name of ['Error', 'Cause'] as const) {
    const part = parts.get(name);
    if (part !== undefined)
      misfits.push(...matched(yield* match(part, error[name]), `the error's ${name}`, {bundleNode}));
  }
  return misfits;
}

function pathMisfits(expected: JsonNode, run: FlowRun): Misfit[] {
  const entered = outermostVisits(run);
  const path = entered.map(({state}) => state.name);
  const wanted = expected.items.map(textIn);
  const first = wanted.findIndex((name, index) => name !== path[index]);
  if (first === -1 && path.length === wanted.length) return [];
  const index = first === -1 ? wanted.length : first;
  const message =
    index < wanted.length
      ? `state ${index + 1} of the path is ${nameAt(path, index)}, not ${nameAt(wanted, index)}`
      : `after ${nameAt(path, index - 1)} the path goes on to ${nameAt(path, index)}`;
  const at = expected.items[index] ?? expected;
  const bundleNode = (entered[index - 1] ?? entered[0])?.state.node ?? null;
  return [
    {message, expected: wanted, actual: path, difference: listDifference(wanted, path), at, bundleNode}
  ];
}

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  return name === undefined ? 'nothing' : quote(name);
}

function passesMisfits(expected: JsonNode, run: FlowRun): Misfit[] {
  const path = lastAttempt(run).map(({state}) => state.name);
  let from = 0;
  for (const item of expected.items) {
    const found = path.indexOf(textIn(item), from);
    if (found === -1) {
      const name = quote(textIn(item));
      const wasBefore = path.includes(textIn(item));
      const message = wasBefore
        ? `the flow entered ${name} only before ${nameAt(path, from - 1)}`
        : `the flow never entered ${name}`;
      const state = findState(run, textIn(item));
      return [{message, expected: expected.value, actual: path, at: item, bundleNode: state?.node ?? null}];
    }
    from = found + 1;
  }
  return [];
}

/** A state of the flow by its name, wherever it is. */
function findState({visits}: FlowRun, name: string): State | null {
  const scopes = new Set(visits.map(({state}) => state.scope));
  for (const scope of scopes) {
    const found = scope.states.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Where an expected path is looked up. */
interface Look {
  readonly document: JsonValue | undefined;
  /** In words, `at the end`. */
  readonly where: string;
  readonly bundleNode: JsonNode | null;
  readonly onError: Judged['onError'];
}

function* documentMisfits({text, segments, expected}: ExpectedPath, look: Look): Matching<Misfit[]> {
  const {document, where, bundleNode, onError} = look;
  const valueAt = (path: readonly PathSegment[]): JsonValue | undefined =>
    document === undefined ? undefined : lookUp(document, path);
  const holder = segments.at(-1) === 'Error' ? valueAt(segments.slice(0, -1)) : undefined;
  if (holder !== undefined) onError(holder);
  const mismatches = yield* match(expected, valueAt(segments), {onError});
  return matched(mismatches, text, {bundleNode, where});
}

function* outputMisfits(expected: JsonNode, end: RunEnd, onError: Judged['onError']): Matching<Misfit[]> {
  if (end.status === 'failed') {
    const message = `the flow ${endInWords(end)}, so there is no end document`;
    return [{message, expected: expected.value, actual: undefined, at: expected, bundleNode: end.error.node}];
  }
  const mismatches = yield* match(expected, end.document, {exactly: true, onError});
  return matched(mismatches, '$', {bundleNode: end.state.node, where: 'at the end'});
}

function* entryMisfits(
  state: JsonNode,
  paths: readonly ExpectedPath[],
  {run, onError}: Judged
): Matching<Misfit[]> {
  const entries = run.visits.filter((visit) => visit.state.name === state.name);
  if (entries.length === 0) {
    const message = `the flow never entered ${quote(state.name)}`;
    const bundleNode = findState(run, state.name)?.node ?? null;
    return [{message, expected: state.value, actual: undefined, at: state, bundleNode}];
  }
  let best: Misfit[] | null = null;
  for (const entry of entries) {
    const misfits = yield* entryMisfit(entry, paths, onError);
    if (misfits.length === 0) return [];
    if (best === null || misfits.length < best.length) best = misfits;
  }
  if (best === null || entries.length === 1) return best ?? [];
  return best.map((misfit) => ({
    ...misfit,
    message: `${misfit.message} (the nearest of ${entries.length} entries)`
  }));
}

function* entryMisfit(
  {state, document}: Visit,
  paths: readonly ExpectedPath[],
  onError: Judged['onError']
): Matching<Misfit[]> {
  const misfits: Misfit[] = [];
  const where = `on entry to ${quote(state.name)}`;
  for (const path of paths) {
    const look = {document, where, bundleNode: state.node, onError};
    misfits.push(...(yield* documentMisfits(path, look)));
  }
  return misfits;
}

function* sleptMisfits(expected: JsonNode, {slept, visits, end}: FlowRun): Matching<Misfit[]> {
  // Sums of fractions are compared as people add them.
  const rounded = Math.round(slept * 1e6) / 1e6;
  const wait = visits.find((visit) => visit.slept > 0)?.state.node ?? endState(end);
  const mismatches = yield* match(expected, rounded);
  return mismatches.map((mismatch) => ({
    message: `the flow slept ${rounded} s, and ${mismatch.wanted} was expected`,
    expected: expected.value,
    actual: rounded,
    at: expected,
    bundleNode: wait
  }));
}

function coverMisfits(
  {node, share}: NonNullable<Expectations['covers']>,
  {visits}: FlowRun,
  states: number
): Misfit[] {
  const entered = new Set(visits.map(({state}) => state)).size;
  const actual = states === 0 ? 1 : entered / states;
  if (actual >= share) return [];
  const message = `the case enters ${entered} of ${states} states (${percent(actual)}), and ${percent(share)} was expected`;
  return [{message, expected: share, actual: Math.round(actual * 1000) / 1000, at: node, bundleNode: null}];
}

function snapshotMisfits(at: JsonNode, stored: JsonValue, run: FlowRun): Misfit[] {
  const actual = snapshotOf(run);
  if (sameValue(stored, actual)) return [];
  const difference = lineDifference(stored, actual);
  const message = 'the run is not as its snapshot has it';
  const hint = 'If it is as it should be now, update the snapshot: zis-bundles test --update.';
  return [{message, hint, expected: stored, actual, difference, at, bundleNode: endState(run.end)}];
}

/** A text of the test file that is known to be one. */
function textIn({value}: JsonNode): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
