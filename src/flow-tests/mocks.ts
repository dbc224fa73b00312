import type {JsonNode, JsonObject} from '../bundle/json-types.js';
import type {Call, Outcome} from '../flow-run/ports.js';
import {didYouMean, quote} from '../words.js';
import {itemsOf, membersOf, numberOf, textOf, wrongType} from './fields.js';
import {withHeadersOf} from './headers.js';
import {checkMatchers, match, type Matching} from './matchers.js';
import type {Problems} from './problem.js';

/** What one call of an action gets. */
export interface MockOutcome {
  /** Where it stands. */
  readonly node: JsonNode;
  /** What the call's Parameters must match; null when any do. */
  readonly parameters: JsonNode | null;
  /** What the call's HTTP request must match; null when any does. */
  readonly request: JsonNode | null;
  readonly outcome: Outcome;
}

/** The outcomes of each action's calls, by the action's name. */
export type Mocks = ReadonlyMap<string, readonly MockOutcome[]>;

/** The actions of which a flow can have mocks. */
export interface KnownActions {
  /** `properties.name` of the bundle's custom actions. */
  readonly custom: readonly string[];
  /** Qualified names of those that ZIS has itself. */
  readonly builtIn: readonly string[];
}

const KEYS = ['status', 'body', 'text', 'result', 'error', 'when'] as const;

/** Reads `mocks` of a case. */
export function readMocks(node: JsonNode, known: KnownActions, problems: Problems): Mocks {
  const mocks = new Map<string, readonly MockOutcome[]>();
  for (const mock of membersOf(node, 'mocks', null, problems)?.nodes ?? []) {
    checkAction(mock, known, problems);
    const listed = mock.type === 'array' ? itemsOf(mock, 'a mock', problems) : [mock];
    if (listed.length === 0)
      problems.error(mock, 'a mock needs at least one outcome', 'Add one, such as {status: 200}.');
    const isHttp = !known.builtIn.includes(mock.name);
    const outcomes = listed.map((outcome) => readOutcome(outcome, isHttp, problems));
    mocks.set(
      mock.name,
      outcomes.filter((outcome) => outcome !== null)
    );
  }
  return mocks;
}

function checkAction({name, key, start, end}: JsonNode, known: KnownActions, problems: Problems): void {
  const all = [...known.custom, ...known.builtIn];
  if (all.includes(name)) return;
  const short = /^zis:[^:]*:action:(.+)$/.exec(name)?.[1];
  const hint =
    short !== undefined && known.custom.includes(short)
      ? `A custom action is named by its name alone: ${quote(short)}.`
      : didYouMean(name, all);
  problems.error(key ?? {start, end}, `the bundle has no action ${quote(name)}`, hint);
}

/** @returns null, with a problem, where it says nothing that can be done */
function readOutcome(node: JsonNode, isHttp: boolean, problems: Problems): MockOutcome | null {
  const members = membersOf(node, 'the outcome of a mock', KEYS, problems);
  if (members === null) return null;
  const when = members.get('when');
  const conditions =
    when === undefined ? undefined : membersOf(when, 'when', ['parameters', 'request'], problems);
  for (const condition of conditions?.nodes ?? []) checkMatchers(condition, problems);
  const outcome = outcomeOf(node, isHttp, problems);
  if (outcome === null) return null;
  return {
    node,
    outcome,
    parameters: conditions?.get('parameters') ?? null,
    request: conditions?.get('request') ?? null
  };
}

function outcomeOf(node: JsonNode, isHttp: boolean, problems: Problems): Outcome | null {
  const {properties} = node;
  const kinds = ['status', 'result', 'error'].filter((name) => properties.has(name));
  if (kinds.length !== 1) {
    const message =
      kinds.length === 0 ? 'a mock says what comes back' : `a mock has only one of ${kinds.join(' and ')}`;
    problems.error(node, message, 'Give status (with body or text), result or error.');
    return null;
  }
  const stray = ['body', 'text'].map((name) => properties.get(name)).find((member) => member !== undefined);
  if (kinds[0] !== 'status' && stray !== undefined)
    problems.error(stray.key ?? stray, `${stray.name} goes with status`, '');
  const result = properties.get('result');
  if (result !== undefined) return {kind: 'result', result: result.value};
  const error = properties.get('error');
  return error === undefined ? httpOutcome(node, isHttp, problems) : errorOutcome(error, problems);
}

function httpOutcome({properties}: JsonNode, isHttp: boolean, problems: Problems): Outcome | null {
  const [status, body, text] = [properties.get('status'), properties.get('body'), properties.get('text')];
  if (status === undefined) return null;
  if (!isHttp) {
    problems.error(status.key ?? status, 'this action sends no HTTP request', 'Give result or error.');
    return null;
  }
  if (body !== undefined && text !== undefined)
    problems.error(
      text.key ?? text,
      'an answer has a body or a text',
      'body is JSON, text is anything else.'
    );
  if (text !== undefined && typeof text.value !== 'string') wrongType(text, 'text', 'a text', problems);
  const code = numberOf(status, 'status', {least: 100, most: 599, whole: true}, problems);
  if (code === null) return null;
  return {
    kind: 'http',
    status: code,
    ...(body === undefined ? {} : {body: body.value}),
    ...(typeof text?.value === 'string' ? {text: text.value} : {})
  };
}

function errorOutcome(node: JsonNode, problems: Problems): Outcome {
  const members = membersOf(node, 'an error', ['Error', 'Cause'], problems);
  const [name, cause] = [members?.get('Error'), members?.get('Cause')];
  return {
    kind: 'error',
    Error: name === undefined ? null : textOf(name, 'Error', problems),
    Cause:
      cause === undefined
        ? ''
        : typeof cause.value === 'string'
          ? cause.value
          : (textOf(cause, 'Cause', problems) ?? '')
  };
}

/** Why a run is stopped where nobody knows which outcome a call gets. */
export const LATE_WHEN = 'a regular expression in the "when" of its mocks took too long';

/** The mocks of one run: which outcomes were used, and so which is next. */
export class MockQueue {
  readonly used = new Set<MockOutcome>();

  constructor(private readonly mocks: Mocks) {}

  /**
   * What a call gets; null when no outcome is for it. Of those that match the next in order, at last the last one.
   * A `when` that could not be decided in time stops the run.
   */
  *answer(call: Call): Matching<Outcome | null> {
    const matching: MockOutcome[] = [];
    for (const outcome of this.mocks.get(call.action) ?? []) {
      const verdict = yield* isFor(outcome, call);
      if (verdict === 'late') return {kind: 'stop', reason: LATE_WHEN};
      if (verdict) matching.push(outcome);
    }
    const next = matching.find((outcome) => !this.used.has(outcome)) ?? matching.at(-1);
    if (next === undefined) return null;
    this.used.add(next);
    return next.outcome;
  }
}

function* isFor({parameters, request}: MockOutcome, call: Call): Matching<boolean | 'late'> {
  const found = parameters === null ? [] : [...(yield* match(parameters, call.parameters))];
  if (request !== null) {
    if (call.request === null) return false;
    const expected = withHeadersOf(request, call.request.headers);
    found.push(...(yield* match(expected, asValue(call.request))));
  }
  if (found.some(({isLate}) => !isLate)) return false;
  return found.length === 0 || 'late';
}

/** A request as JSON has it. */
function asValue({method, url, headers, body}: NonNullable<Call['request']>): JsonObject {
  return {method, url, headers, body};
}
