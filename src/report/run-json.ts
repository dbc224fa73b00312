import type {JsonObject} from '../bundle/json-types.js';
import type {Finding} from '../rules/finding.js';
import {planFile} from './plan-file.js';
import type {ShownRun} from './shown-run.js';

/**
 * A run as data for other programs: the findings with their places, the plan as the file at the Action's
 * `plan-path` has it, and what an apply did.
 */
export function runAsJson({
  model,
  result,
  declaredBefore
}: Pick<ShownRun, 'model' | 'result' | 'declaredBefore'>): JsonObject {
  const {
    command,
    files,
    findings,
    exceptions,
    heldBack,
    weakened: [...weakened],
    notices,
    failure,
    plan,
    outcomes,
    counts,
    unmanaged
  } = model;
  return {
    version: 1,
    command,
    result,
    failure: failure === null ? null : {...failure},
    notices: [...notices],
    files,
    findings: findings.map(({path, range, severity, rule, message, hint, fix}) => ({
      path,
      line: range.start.line,
      column: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
      severity,
      rule,
      message,
      hint,
      fix: fix === undefined ? null : fixAsJson(fix)
    })),
    exceptions: exceptions.map(({kind, path, range, rules, reason, findings: count}) => ({
      kind,
      path,
      line: range.start.line,
      column: range.start.column,
      rules: [...rules],
      reason,
      findings: count
    })),
    heldBack,
    weakened: [...weakened],
    declaredBefore,
    counts: {...counts},
    plan: plan === null ? null : planFile(plan),
    unmanaged: unmanaged.map(({integration, name}) => ({integration, name})),
    outcomes:
      outcomes?.map(({step: {integration, name, action}, state, reason}) => ({
        integration,
        name,
        action,
        state,
        reason
      })) ?? null
  };
}

function fixAsJson({title, edits}: NonNullable<Finding['fix']>): JsonObject {
  return {
    title,
    edits: edits.map(({range, text}) => ({
      line: range.start.line,
      column: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
      text
    }))
  };
}
