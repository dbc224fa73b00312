import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {isObject, setOwn} from '../../bundle/json.js';
import type {
  CallResult,
  CaseResult,
  Coverage,
  EndResult,
  Failure,
  TestsResult
} from '../../flow-tests/result.js';
import {countCases} from '../../flow-tests/result.js';
import {redactText} from '../../report/redact.js';

/** The result of tests as data for other programs (docs/testing.md lists its fields); no credential is in it. */
export function testsAsJson(result: TestsResult): JsonObject {
  const {passed, failed, skipped} = countCases(result);
  return {
    version: 1,
    passed,
    failed,
    skipped,
    errors: result.errors.map(({file, line, message, hint}) => ({
      file,
      line,
      message: clean(hint === '' ? message : `${message} (${hint})`)
    })),
    cases: result.cases.map(caseAsJson),
    coverage: coverageAsJson(result.coverage)
  };
}

function caseAsJson(result: CaseResult): JsonObject {
  const {file, line, name, bundle, flow, status, path, end, document, calls, slept, unknowns, failures} =
    result;
  return {
    file,
    line,
    name,
    bundle,
    flow,
    status,
    path: [...path],
    end: end === null ? null : endAsJson(end),
    document: cleanValue(document),
    calls: calls.map(callAsJson),
    slept,
    unknowns: [...unknowns],
    failures: failures.map(failureAsJson)
  };
}

function endAsJson({state, status, message, error}: EndResult): JsonObject {
  return {
    state,
    status,
    ...(message === null ? {} : {message: clean(message)}),
    ...(error === null ? {} : {error: {Error: clean(error.Error), Cause: clean(error.Cause)}})
  };
}

function callAsJson({action, parameters, request}: CallResult): JsonObject {
  return {
    action,
    parameters: cleanValue(parameters),
    ...(request === null ? {} : {request: cleanValue({...request})})
  };
}

function failureAsJson({message, expected, actual, file, line, bundleLine}: Failure): JsonObject {
  return {
    message: clean(message),
    expected: cleanValue(expected ?? null),
    actual: cleanValue(actual ?? null),
    file,
    line,
    bundleLine
  };
}

function coverageAsJson({
  percent,
  states,
  statesTotal,
  transitions,
  transitionsTotal,
  flows
}: Coverage): JsonObject {
  return {
    percent,
    states,
    statesTotal,
    transitions,
    transitionsTotal,
    flows: flows.map((flow) => ({
      bundle: flow.bundle,
      flow: flow.flow,
      states: flow.states,
      statesTotal: flow.statesTotal,
      transitions: flow.transitions,
      transitionsTotal: flow.transitionsTotal
    }))
  };
}

function clean(text: string): string {
  return redactText(text, []);
}

function cleanValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (!isObject(value)) return value;
  const cleaned: JsonObject = {};
  for (const [name, member] of Object.entries(value)) setOwn(cleaned, name, cleanValue(member));
  return cleaned;
}
