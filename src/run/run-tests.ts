import {UserError} from '../errors.js';
import {allPassed, countCases, type TestsResult} from '../flow-tests/result.js';
import {exceptionsOf, type Inputs} from '../inputs/inputs.js';
import type {Job} from '../job/job.js';
import {warning} from '../job/notice.js';
import type {RecordPart} from '../job/record.js';
import type {Checked} from '../rules/engine.js';
import {counted} from '../words.js';
import {lateAfter} from './deadline.js';
import {PREPARE_MS, testFlows} from './test-flows.js';

/** Runs the flow tests, where there are any; a drift check asks what is registered, and not what a flow would do. */
export async function runTests(
  job: Job,
  checked: Checked,
  bundlePaths: readonly string[]
): Promise<RecordPart> {
  const {command, inputs, ports} = job;
  const {openFlowEngine, files, jq} = ports;
  if (command === 'drift' || openFlowEngine === undefined) return {};
  const {integration, variables, keep, severities} = inputs;
  const tested = await testFlows({
    patterns: inputs.tests,
    files,
    bundlePaths,
    declared: checked.declared,
    findings: checked.findings,
    integration,
    variables,
    keep,
    severities,
    exceptions: exceptionsOf(inputs),
    jq,
    openEngine: openFlowEngine,
    snapshotMode: 'compare',
    isLate: lateAfter(PREPARE_MS, ports.clock)
  });
  if (tested === null) return {};
  const {result} = tested;
  const problem = inputs.onTestFailure === 'warn' ? problemOf(result, inputs.coverageMin) : null;
  return {tests: result, notices: problem === null ? [] : [warning(`${problem}.`)]};
}

/** Why the step fails for its flow tests; null when it does not. */
export function testsFailure(
  tests: TestsResult | null,
  {onTestFailure, coverageMin}: Pick<Inputs, 'onTestFailure' | 'coverageMin'>
): UserError | null {
  const problem = tests === null || onTestFailure === 'warn' ? null : problemOf(tests, coverageMin);
  if (problem === null) return null;
  const hint = 'Run them on your machine with zis-bundles test; docs/testing.md says how they are written.';
  return new UserError('tests-failed', problem, hint);
}

/** What stands against the tests, in a sentence without a full stop; null when nothing does. */
function problemOf(tests: TestsResult, coverageMin: number | null): string | null {
  const {failed, skipped} = countCases(tests);
  const {percent, statesTotal} = tests.coverage;
  if (!allPassed(tests)) {
    const parts = [
      ...(failed === 0 ? [] : [`${counted(failed, 'flow test')} failed`]),
      ...(skipped === 0
        ? []
        : [`${counted(skipped, 'flow test')} could not be run, because the bundle has errors`]),
      ...(tests.errors.length === 0 ? [] : [`the test files have ${counted(tests.errors.length, 'error')}`])
    ];
    return parts.join(', and ');
  }
  if (coverageMin === null || coverageMin === 0) return null;
  if (statesTotal === 0) return `no flow was tested, and coverage-min asks for ${coverageMin} %`;
  if (percent >= coverageMin) return null;
  return `the flow tests cover ${percent} % of the states, and coverage-min asks for ${coverageMin} %`;
}
