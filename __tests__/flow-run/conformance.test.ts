import {existsSync, readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from '@jest/globals';
import {loadJq, type Jq} from 'jq-wasm';
import {isObject} from '../../src/bundle/json.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import type {FlowRequest, FlowRun, Outcome} from '../../src/flow-run/ports.js';
import {play} from '../support/flow-machine.js';

// Facts that others gathered, kept outside the project: there is nothing to do where they are not.
const FACTS = new URL('../../../shared/conformance/flows.json', import.meta.url);

interface Fact {
  readonly id: string;
  readonly title: string;
  readonly zis: 'shared' | 'documented' | 'seen' | 'diverges' | 'unknown';
  readonly expectIsOf?: 'aws' | 'zis';
  readonly definition: JsonObject;
  readonly action?: JsonObject;
  readonly start: JsonObject;
  readonly mocks?: Readonly<Record<string, readonly JsonObject[]>>;
  readonly expect: JsonObject;
}

const facts = existsSync(FACTS) ? (JSON.parse(readFileSync(FACTS, 'utf8')) as {cases: Fact[]}).cases : [];
const counts = (fact: Fact): boolean => fact.zis !== 'unknown' && fact.expectIsOf !== 'aws';

(facts.length === 0 ? describe.skip : describe)('facts gathered by others', () => {
  beforeAll(async () => {
    jq = await loadJq();
  });

  test.each(facts.filter(counts))('$id: $title', (fact) => {
    expect(seenOf(fact, runOf(fact))).toEqual(expectedOf(fact));
  });

  test.each(facts.filter(({expectIsOf}) => expectIsOf === 'aws'))(
    "$id is Amazon's and not ZIS's: $title",
    (fact) => {
      expect(seenOf(fact, runOf(fact))).not.toEqual(expectedOf(fact));
    }
  );

  test.each(facts.filter(({zis}) => zis === 'unknown'))('$id, which nobody documents, runs', (fact) => {
    expect(['succeeded', 'failed']).toContain(runOf(fact).end.status);
  });
});

let jq: Jq;

function runOf({definition, action, start, mocks = {}}: Fact): FlowRun {
  const asked = new Map<string, number>();
  const answer = (request: FlowRequest): Outcome => {
    switch (request.kind) {
      case 'jq': {
        const {stdout, stderr, exitCode} = jq.raw(request.input, request.program, ['-c']);
        if (exitCode !== 0) return {kind: 'error', Error: null, Cause: stderr};
        return {kind: 'jq', results: stdout.split('\n').filter((line) => line !== '')};
      }
      case 'http': {
        const {action: name} = request.call;
        const at = asked.get(name) ?? 0;
        asked.set(name, at + 1);
        const list = mocks[name] ?? [];
        const outcome = list[Math.min(at, list.length - 1)];
        if (outcome === undefined) return {kind: 'stop', reason: 'no mock'};
        if ('result' in outcome) return {kind: 'result', result: outcome['result'] ?? null};
        const {status, ...rest} = outcome;
        return {kind: 'http', ...rest, status: status as number};
      }
      case 'create-link':
        return {kind: 'links', links: [request.parameters]};
      default:
        return {kind: 'stop', reason: request.kind};
    }
  };
  return play({definition, document: start, actions: action === undefined ? {} : {req: action}}, answer);
}

/** Of what was expected, what is to be compared with what came. */
function expectedOf({expect: wanted}: Fact): JsonObject {
  const {outputHas, outputLacks, requests, error, ...plain} = wanted;
  return {
    ...plain,
    ...(outputHas === undefined ? {} : {outputHas}),
    ...(outputLacks === undefined ? {} : {outputLacks}),
    ...(requests === undefined ? {} : {requests}),
    ...(error === undefined ? {} : {error})
  };
}

/** What came, as far as something was expected of it. */
function seenOf({expect: wanted}: Fact, {end, visits, slept}: FlowRun): JsonObject {
  const output = end.status === 'succeeded' ? end.document : null;
  const seen: Record<string, () => JsonValue> = {
    status: () => end.status,
    path: () => visits.filter(({map}) => map === null).map(({state}) => state.name),
    output: () => output,
    outputHas: () => subset(output, wanted['outputHas'] ?? null),
    outputLacks: () =>
      (wanted['outputLacks'] as string[]).filter((name) => !isObject(output) || !Object.hasOwn(output, name)),
    slept: () => slept,
    message: () => (end.status === 'succeeded' ? end.message : ''),
    error: () =>
      end.status === 'failed'
        ? subset({Error: end.error.Error, Cause: end.error.Cause}, wanted['error'] ?? null)
        : null,
    calls: () =>
      visits.flatMap(({call}) => (call === null ? [] : [{action: call.action, parameters: call.parameters}])),
    requests: () =>
      visits
        .flatMap(({call}) =>
          call === null || call.request === null
            ? []
            : [{...call.request, headers: lower(call.request.headers)}]
        )
        .map((request, index) => {
          const url = request.url.replace('//example.zendesk', '//{subdomain}.zendesk');
          return subset({...request, url}, (wanted['requests'] as JsonValue[])[index] ?? null);
        })
  };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, seen[key]?.() ?? null]));
}

function lower(headers: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The part of a value that is named in `wanted`. */
function subset(value: JsonValue, wanted: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return value;
  return Object.fromEntries(
    Object.keys(wanted).flatMap((key) => {
      const part = value[key];
      return part === undefined ? [] : [[key, subset(part, wanted[key] ?? null)] as const];
    })
  );
}
