import type {JsonNode, JsonObject} from '../bundle/json-types.js';
import {quote} from '../words.js';
import type {MadeCall} from './run-facts.js';
import {listDifference} from './difference.js';
import type {ExpectedCalls} from './expectations.js';
import {withHeadersOf} from './headers.js';
import {match, type Matching, type MatchOptions, type Mismatch} from './matchers.js';
import {matched, type Misfit} from './misfit.js';
import {objectOfMembers} from './values.js';

export interface CallContext {
  /** Where the flow ended, in the bundle. */
  readonly end: JsonNode | null;
  readonly onError: NonNullable<MatchOptions['onError']>;
}

/** What of the calls of a run is not as expected. */
export function* callFailures(
  expected: ExpectedCalls,
  calls: readonly MadeCall[],
  context: CallContext
): Matching<Misfit[]> {
  const {end} = context;
  const misfits = counted(expected.counts, calls, end);
  if (expected.list === null) return misfits;
  const listed = expected.isSubset
    ? yield* inOrder(expected.list, calls, context)
    : yield* oneByOne(expected.list, calls, context);
  return [...misfits, ...listed];
}

function counted(counts: readonly JsonNode[], calls: readonly MadeCall[], end: JsonNode | null): Misfit[] {
  return counts.flatMap((count) => {
    const made = calls.filter(({action}) => action === count.name);
    if (made.length === count.value) return [];
    const message = `${quote(count.name)} is called ${times(made.length)}, and ${callsWanted(Number(count.value))} expected`;
    const bundleNode = made.at(-1)?.state.node ?? end;
    return [{message, expected: count.value, actual: made.length, at: count, bundleNode}];
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function callsWanted(count: number): string {
  if (count === 0) return 'no call was';
  return count === 1 ? 'one call was' : `${count} calls were`;
}

/** All calls, each against the one that is expected in its place. */
function* oneByOne(
  list: JsonNode,
  calls: readonly MadeCall[],
  {end, onError}: CallContext
): Matching<Misfit[]> {
  const wanted = list.items.map(actionOf);
  const made = calls.map(({action}) => action);
  const sameActions = wanted.every((action, index) => action === null || action === made[index]);
  if (wanted.length !== made.length || !sameActions) {
    const index = firstDifference(wanted, made);
    return [
      {
        message: orderMessage(wanted, made, index),
        expected: wanted,
        actual: made,
        difference: listDifference(
          wanted.map((action, at) => action ?? made[at] ?? 'any action'),
          made
        ),
        at: list.items[index] ?? list,
        bundleNode: calls[Math.min(index, calls.length - 1)]?.state.node ?? end
      }
    ];
  }
  const misfits: Misfit[] = [];
  for (const [index, item] of list.items.entries()) {
    const call = calls[index];
    if (call === undefined) continue;
    const mismatches = yield* callMismatches(item, call, onError);
    misfits.push(...matched(mismatches, `calls[${index}]`, {bundleNode: call.state.node}));
  }
  return misfits;
}

function firstDifference(wanted: readonly (string | null)[], made: readonly string[]): number {
  const index = wanted.findIndex((action, at) =>
    action === null ? made[at] === undefined : action !== made[at]
  );
  return index === -1 ? wanted.length : index;
}

function orderMessage(wanted: readonly (string | null)[], made: readonly string[], index: number): string {
  const [want, came] = [wanted[index], made[index]];
  if (want === undefined)
    return `call ${index + 1} is of ${quote(came ?? '')}, and no more calls were expected`;
  const what = want === null ? 'a call' : `a call of ${quote(want)}`;
  if (came === undefined) return `call ${index + 1} is missing: ${what} was expected`;
  return `call ${index + 1} is of ${quote(came)}, and ${what} was expected`;
}

/** Each listed call after the one before it, with any others between. */
function* inOrder(
  list: JsonNode,
  calls: readonly MadeCall[],
  {end, onError}: CallContext
): Matching<Misfit[]> {
  let from = 0;
  for (const item of list.items) {
    const {found, nearest} = yield* findCall(item, {calls, from, onError});
    if (found === -1) return [missingCall(item, calls, nearest, from, end)];
    from = found + 1;
  }
  return [];
}

interface Nearest {
  readonly index: number;
  readonly mismatches: readonly Mismatch[];
}

function* findCall(
  item: JsonNode,
  {
    calls,
    from,
    onError
  }: Pick<CallContext, 'onError'> & {readonly calls: readonly MadeCall[]; readonly from: number}
): Matching<{found: number; nearest: Nearest | null}> {
  const action = actionOf(item);
  let nearest: Nearest | null = null;
  for (let index = from; index < calls.length; index += 1) {
    const call = calls[index];
    if (call === undefined || (action !== null && call.action !== action)) continue;
    const mismatches = yield* callMismatches(item, call, onError);
    if (mismatches.length === 0) return {found: index, nearest: null};
    if (nearest === null || mismatches.length < nearest.mismatches.length) nearest = {index, mismatches};
  }
  return {found: -1, nearest};
}

function missingCall(
  item: JsonNode,
  calls: readonly MadeCall[],
  nearest: Nearest | null,
  from: number,
  end: JsonNode | null
): Misfit {
  const call = nearest === null ? undefined : calls[nearest.index];
  const [mismatch] = nearest?.mismatches ?? [];
  if (nearest !== null && call !== undefined && mismatch !== undefined) {
    const [misfit] = matched([mismatch], `calls[${nearest.index}]`, {bundleNode: call.state.node});
    if (misfit !== undefined)
      return {...misfit, message: `no call is as expected; in the nearest one, ${misfit.message}`};
  }
  const action = actionOf(item);
  const what = action === null ? 'such a call' : `a call of ${quote(action)}`;
  const after = from === 0 ? '' : ` after call ${from}`;
  const made = calls.map((each) => each.action);
  const message = `${what} is missing${after}`;
  return {message, expected: item.value, actual: made, at: item, bundleNode: end};
}

function actionOf(item: JsonNode): string | null {
  const action = item.properties.get('action')?.value;
  return typeof action === 'string' ? action : null;
}

function* callMismatches(
  item: JsonNode,
  call: MadeCall,
  onError: CallContext['onError']
): Matching<readonly Mismatch[]> {
  const {parameters, request} = call;
  const parts = item.properties.nodes
    .filter(({name}) => name !== 'action')
    .map((part) => (part.name === 'request' ? withHeadersOf(part, request?.headers ?? {}) : part));
  const actual: JsonObject = {parameters, ...(request === null ? {} : {request: {...request}})};
  return yield* match(objectOfMembers(parts, item.key, item), actual, {onError});
}
