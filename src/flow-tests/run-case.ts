import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import type {Resource} from '../bundle/model.js';
import type {FlowEnd, FlowRequest, FlowRun, Outcome} from '../flow-run/ports.js';
import {TOO_MUCH_TOGETHER, type Allowance} from '../flow-run/allowance.js';
import {runFlow} from '../flow-run/run.js';
import {Store} from '../flow-run/store.js';
import {
  OTHER_ERROR_NAME,
  UNKNOWNS,
  type Answers,
  type Contact,
  type UnknownId
} from '../flow-run/unknowns.js';
import {
  disagreement,
  MAX_PLAYS,
  playVariants,
  type Disagreement,
  type Play,
  type Played
} from '../flow-run/variants.js';
import type {Flow} from '../flow/states.js';
import {listOf, quote} from '../words.js';
import {judge} from './judge.js';
import type {Matching} from './matchers.js';
import type {Misfit} from './misfit.js';
import {LATE_WHEN, MockQueue, type MockOutcome} from './mocks.js';
import {mockToPaste} from './paste.js';
import type {TestCase} from './test-case.js';

/** The flow that cases test, with what of its bundle it needs. */
export interface TestedFlow {
  readonly flow: Flow;
  /** The bundle's custom actions by `properties.name`. */
  readonly actions: ReadonlyMap<string, Resource>;
  /** How many states it has, those in Iterators too. */
  readonly states: number;
  /** What its runs may make, together with those of all other cases. */
  readonly allowance: Allowance;
}

/** One play of a case, under one set of answers. */
export interface PlayedCase {
  readonly run: FlowRun;
  readonly misfits: readonly Misfit[];
  /** The mocks' outcomes that answered a call. */
  readonly used: ReadonlySet<MockOutcome>;
}

/** What came of a case. */
export interface Verdict {
  /** The play to show: the first that failed, else the first. */
  readonly shown: PlayedCase;
  /** Empty when the case passed. */
  readonly misfits: readonly Misfit[];
  /** The undocumented points that mattered, pinned or not. */
  readonly contacts: readonly Contact[];
  /** The mocks' outcomes that answered a call in any play. */
  readonly used: ReadonlySet<MockOutcome>;
}

/** Runs a case, under every answer to the undocumented points that it touches and does not pin. */
export function* runCase(test: TestCase, tested: TestedFlow): Matching<Verdict> {
  const contacts = new Map<string, Contact>();
  const used = new Set<MockOutcome>();
  const variants = yield* playVariants(function* (answers: Answers): Matching<Play<PlayedCase>> {
    const played = yield* play(test, tested, answers);
    for (const contact of played.contacts) if (!contacts.has(contact.id)) contacts.set(contact.id, contact);
    for (const outcome of played.result.used) used.add(outcome);
    return played;
  }, test.answers);
  if (variants.kind === 'too-many') {
    const {result} = yield* play(test, tested, test.answers);
    const misfits = [tooMany(test.node, variants.ids), ...result.misfits];
    return {shown: result, misfits, contacts: [...contacts.values()], used};
  }
  const {plays} = variants;
  const shown = plays.find(({result}) => result.misfits.length > 0) ?? plays[0];
  if (shown === undefined) throw new Error('a case was never played');
  const doubt = disagreement(plays, (one, other) => isFailure(one) === isFailure(other));
  const strict = test.isStrict ? [...contacts.values()].map((contact) => touched(test.node, contact)) : [];
  const open = doubt === null ? [] : [undecided(test.node, doubt, contacts)];
  const misfits = [...strict, ...open, ...shown.result.misfits];
  return {shown: shown.result, misfits, contacts: [...contacts.values()], used};
}

function isFailure({misfits}: PlayedCase): boolean {
  return misfits.length > 0;
}

function* play(test: TestCase, tested: TestedFlow, answers: Answers): Matching<Play<PlayedCase>> {
  const mocks = new MockQueue(test.mocks);
  const run = yield* answered(test, tested, mocks, answers);
  // The error that ended the flow may be one of a Fail state, whose name is known: then one that was caught is not read.
  let readsCaught = test.expect.snapshot !== null;
  const onError = (value: JsonValue): void => {
    readsCaught ||= run.holdsUnnamedError(value);
  };
  const {node, expect} = test;
  const {states} = tested;
  const judged = yield* judge(expect, {run, whole: node, states, stored: test.snapshot, onError});
  const misfits = [...stopMisfits(test, run), ...judged];
  const readsError = readsCaught || expect.error?.parts.has('Error') === true;
  const readsCalls = expect.calls !== null || expect.snapshot !== null;
  const wanted = expect.error?.parts.get('Error')?.value;
  const contacts = run.contacts
    .filter(({id, latent}) => !latent || (id === 'error.name' ? readsError : readsCalls))
    .map((contact) => (contact.id === 'error.name' ? withCandidate(contact, wanted) : contact));
  const isKnown = contacts.some(({id}) => id === 'error.name');
  const ofError = readsCaught && !isKnown ? caughtError(run) : null;
  return {
    result: {run, misfits, used: mocks.used},
    contacts: ofError === null ? contacts : [...contacts, ofError]
  };
}

/** The name that an expectation compares with is one that the error may have. */
function withCandidate(contact: Contact, wanted: JsonValue | undefined): Contact {
  if (typeof wanted !== 'string') return contact;
  return {...contact, candidates: [...new Set([...contact.candidates, wanted])]};
}

/** The contact with `error.name` that an expectation makes by looking at an error that was caught. */
function caughtError({visits}: FlowRun): Contact | null {
  const error = visits.find((visit) => visit.error?.named === false)?.error ?? null;
  if (error === null) return null;
  return {id: 'error.name', node: error.node, candidates: [error.Error, OTHER_ERROR_NAME], latent: false};
}

/** Runs the flow to its end: mocks answer first, then the configs and links in memory; only jq is asked for. */
function* answered(
  test: TestCase,
  {flow, actions, allowance}: TestedFlow,
  mocks: MockQueue,
  answers: Answers
): Matching<FlowRun> {
  const {document, account, connections, configs} = test;
  const {subdomain, accountId: account_id, integrationKey: integration} = account;
  const store = new Store(configs, {account_id, integration});
  const machine = runFlow({flow, actions, document, subdomain, connections, answers, allowance});
  let step = machine.next();
  while (step.done !== true) step = machine.next(yield* outcomeOf(step.value, mocks, store));
  return step.value;
}

function* outcomeOf(request: FlowRequest, mocks: MockQueue, store: Store): Matching<Outcome> {
  if (request.kind === 'sleep') return {kind: 'done'};
  const mocked = yield* mocks.answer(request.call);
  if (mocked !== null) return mocked;
  if (request.kind === 'http') return {kind: 'stop', reason: NO_MOCK};
  const stored = store.answer(request);
  if (stored !== null) return stored;
  if (request.kind !== 'jq') throw new Error(`nothing answers ${request.kind}`);
  const {program, input} = request;
  const answer = yield {kind: 'jq', program, input};
  if (answer.kind !== 'jq') throw new Error('a jq program was answered with something else');
  return answer.outcome;
}

const NO_MOCK = 'no mock answers this call';

function stopMisfits({mocks, node}: TestCase, {end, visits}: FlowRun): Misfit[] {
  if (end.status !== 'stopped') return [];
  if (end.reason !== NO_MOCK) return [stopped(node, end)];
  const call = visits.findLast((visit) => visit.state === end.innermost)?.call ?? null;
  const action = call?.action ?? end.innermost.name;
  const has = mocks.has(action);
  const message = has
    ? `none of the mocks of ${quote(action)} is for the call at ${quote(end.innermost.name)}`
    : `no mock answers the call of ${quote(action)} at ${quote(end.innermost.name)}`;
  const at = node.properties.get('mocks')?.properties.get(action) ?? node.properties.get('mocks') ?? node;
  return [
    {
      message,
      hint: has ? 'Add an outcome for it:' : 'Add a mock to the case or to its defaults:',
      expected: undefined,
      actual: call === null ? undefined : callValue(call),
      paste: call === null ? [] : mockToPaste(call, has),
      at,
      bundleNode: end.innermost.node
    }
  ];
}

const STOP_HINTS: ReadonlyMap<string, string> = new Map([
  [LATE_WHEN, 'Write it so that it finds no match sooner, without repetitions within repetitions.'],
  [TOO_MUCH_TOGETHER, 'Run fewer tests at a time, or let the flow copy less of its data.']
]);

/** What keeps a flow from being run to its end though no mock is missing, such as a jq program that takes too long. */
function stopped(at: JsonNode, {innermost, reason}: FlowEnd & {status: 'stopped'}): Misfit {
  const message = `the run stopped at ${quote(innermost.name)}: ${reason}`;
  const hint = STOP_HINTS.get(reason) ?? 'A mock of the action, with a result, takes its place.';
  return {message, hint, expected: undefined, actual: undefined, at, bundleNode: innermost.node};
}

function callValue({
  action,
  parameters,
  request
}: {
  readonly action: string;
  readonly parameters: JsonObject;
  readonly request: {readonly method: string; readonly url: string} | null;
}): JsonObject {
  return {
    action,
    parameters,
    ...(request === null ? {} : {request: {method: request.method, url: request.url}})
  };
}

/** Where a verdict hangs on what nobody documents: both answers, and the line that decides. */
function undecided(
  whole: JsonNode,
  {id, one, other}: Disagreement<PlayedCase>,
  contacts: ReadonlyMap<string, Contact>
): Misfit {
  const [passed, failed] = isFailure(one.result) ? [other, one] : [one, other];
  const [good, bad] = [nameOf(passed, id), nameOf(failed, id)];
  const {about} = UNKNOWNS[id];
  return {
    message: `ZIS does not document ${about}: the case passes with ${good} and fails with ${bad}`,
    hint: 'docs/semantics.md says how to find out. Where you know, pin it:',
    expected: undefined,
    actual: undefined,
    paste: ['unknowns:', `  ${id}: ${JSON.stringify(bad)}`],
    at: whole.properties.get('unknowns') ?? whole,
    bundleNode: contacts.get(id)?.node ?? null
  };
}

function nameOf({answers}: Played<PlayedCase>, id: UnknownId): string {
  return answers[id] ?? 'another answer';
}

function touched(whole: JsonNode, {id, node}: Contact): Misfit {
  return {
    message: `the case touches ${id}, and its unknowns are strict: ZIS does not document ${UNKNOWNS[id].about}`,
    hint: '',
    expected: undefined,
    actual: id,
    at: whole.properties.get('unknowns') ?? whole,
    bundleNode: node
  };
}

function tooMany(whole: JsonNode, ids: readonly UnknownId[]): Misfit {
  return {
    message: `ZIS does not document ${listOf(ids, 'and')}, which gives more than ${MAX_PLAYS} ways to run this case`,
    hint: 'Pin them under unknowns: docs/semantics.md says what each can be.',
    expected: undefined,
    actual: [...ids],
    at: whole.properties.get('unknowns') ?? whole,
    bundleNode: null
  };
}
