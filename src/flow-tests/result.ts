import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import type {FlowRun} from '../flow-run/ports.js';
import type {UnknownId} from '../flow-run/unknowns.js';
import {counted} from '../words.js';

export type {FlowRun} from '../flow-run/ports.js';

/** Why a case failed: one expectation that was not met, or what kept the flow from being run to its end. */
export interface Failure {
  /** In one sentence without a full stop. */
  readonly message: string;
  /** What would help; empty when the message says it all. */
  readonly hint: string;
  /** undefined where nothing of the kind was expected or came. */
  readonly expected: JsonValue | undefined;
  readonly actual: JsonValue | undefined;
  /** Where they differ, a line each, with `-` for what was expected and `+` for what came; none where the message shows it. */
  readonly difference: readonly string[];
  /** Lines to paste into the test file, such as a mock for a call that has none. */
  readonly paste: readonly string[];
  /** The test file, and the line of the expectation in it. */
  readonly file: string;
  readonly line: number;
  /** The line in the bundle's file, and the offset there; null when it is about no place there. */
  readonly bundleLine: number | null;
  readonly bundleStart: number | null;
}

/** A call as a test sees it: an Action state that is no transformation. */
export interface CallResult {
  /** The key of its mock. */
  readonly action: string;
  readonly parameters: JsonObject;
  /** null for built-in actions. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: JsonObject;
    readonly body: JsonValue;
  } | null;
}

/** How a flow ended. */
export interface EndResult {
  /** Of the outermost scope; null when the flow could not begin. */
  readonly state: string | null;
  readonly status: 'succeeded' | 'failed';
  /** Of a flow that succeeded. */
  readonly message: string | null;
  readonly error: {readonly Error: string; readonly Cause: string} | null;
}

/** One case that was run, failed or not, or skipped. */
export interface CaseResult {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** The path of the bundle's file. */
  readonly bundle: string;
  /** `properties.name`. */
  readonly flow: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** States of the outermost scope in the order of the run. */
  readonly path: readonly string[];
  /** null for a case that was not run. */
  readonly end: EndResult | null;
  /** The whole end document of a flow that succeeded. */
  readonly document: JsonValue;
  readonly calls: readonly CallResult[];
  /** In seconds. */
  readonly slept: number;
  /** The undocumented points that the run touched. */
  readonly unknowns: readonly UnknownId[];
  readonly failures: readonly Failure[];
  /** What happened, for traces and pictures; null for a case that was not run. */
  readonly run: FlowRun | null;
}

/** A fault or a doubt about a test file, at its line. */
export interface FileMessage {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

export interface FlowCoverage {
  readonly bundle: string;
  readonly flow: string;
  readonly states: number;
  readonly statesTotal: number;
  readonly transitions: number;
  readonly transitionsTotal: number;
  /** States that no case entered, each with its line in the bundle's file. */
  readonly missed: readonly {readonly name: string; readonly line: number}[];
}

export interface Coverage {
  /** Of the states of all tested flows, with one decimal; 100 where there is none. */
  readonly percent: number;
  readonly states: number;
  readonly statesTotal: number;
  readonly transitions: number;
  readonly transitionsTotal: number;
  readonly flows: readonly FlowCoverage[];
}

/** All that a run of tests gives; how it is shown is for others to say. */
export interface TestsResult {
  /** How many test files there are. */
  readonly files: number;
  readonly cases: readonly CaseResult[];
  /** Why a file, or a part of it, could not be run. */
  readonly errors: readonly FileMessage[];
  readonly warnings: readonly FileMessage[];
  readonly coverage: Coverage;
}

export function countCases({cases}: TestsResult): Readonly<Record<CaseResult['status'], number>> {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for (const {status} of cases) counts[status] += 1;
  return counts;
}

/** `12 passed, 1 failed, 83.3 % of the states covered` */
export function testsInWords(result: TestsResult): string {
  const {passed, failed, skipped} = countCases(result);
  const {percent, statesTotal} = result.coverage;
  const parts = [
    `${passed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(result.errors.length === 0 ? [] : [counted(result.errors.length, 'error')]),
    ...(statesTotal === 0 ? [] : [`${percent} % of the states covered`])
  ];
  return parts.join(', ');
}

/** Whether nothing stands against these tests: a skipped case, whose bundle has errors, does. */
export function allPassed(result: TestsResult): boolean {
  const {failed, skipped} = countCases(result);
  return failed + skipped + result.errors.length === 0;
}
