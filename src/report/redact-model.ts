import type {BundleId} from '../bundle/model.js';
import type {Step} from '../plan/types.js';
import type {Finding} from '../rules/finding.js';
import {redactText} from './redact.js';
import type {ReportModel} from './types.js';

/**
 * The model with no credential in any text of it but the bundles themselves: those are large, and are
 * redacted in pairs when they are shown.
 */
export function redactModel(model: ReportModel, secrets: readonly string[]): ReportModel {
  const clean = (text: string) => redactText(text, secrets);
  const steps = new Map<Step, Step>();
  const step = (original: Step): Step => {
    const known = steps.get(original) ?? cleanStep(original, clean);
    steps.set(original, known);
    return known;
  };
  const cleanId = <T extends BundleId>(id: T): T => ({
    ...id,
    integration: clean(id.integration),
    name: clean(id.name)
  });
  const {plan, outcomes, drift, failure} = model;
  return {
    ...model,
    plan: plan === null ? null : {...plan, steps: plan.steps.map(step)},
    outcomes:
      outcomes?.map((outcome) => ({...outcome, step: step(outcome.step), reason: clean(outcome.reason)})) ??
      null,
    findings: model.findings.map((finding) => cleanFinding(finding, clean)),
    exceptions: model.exceptions.map((exception) => ({
      ...exception,
      path: clean(exception.path),
      rules: exception.rules.map(clean),
      reason: clean(exception.reason)
    })),
    weakened: model.weakened.map(clean),
    notices: model.notices.map(clean),
    explanations: model.explanations.map((explanation) => ({
      ...explanation,
      title: clean(explanation.title)
    })),
    drift: drift === null ? null : {...drift, bundles: drift.bundles.map(cleanId)},
    failure:
      failure === null ? null : {...failure, message: clean(failure.message), hint: clean(failure.hint)},
    unmanaged: model.unmanaged.map(cleanId)
  };
}

/** A fix that would write a credential is left out: with a mask in its place it would be wrong. */
function cleanFinding({fix, ...finding}: Finding, clean: (text: string) => string): Finding {
  const isClean = (text: string) => clean(text) === text;
  const shown = fix !== undefined && [fix.title, ...fix.edits.map(({text}) => text)].every(isClean);
  return {
    ...finding,
    message: clean(finding.message),
    hint: clean(finding.hint),
    path: clean(finding.path),
    ...(shown ? {fix} : {})
  };
}

function cleanStep(step: Step, clean: (text: string) => string): Step {
  return {
    ...step,
    integration: clean(step.integration),
    name: clean(step.name),
    path: step.path === null ? null : clean(step.path),
    resources: step.resources.map((resource) => ({
      ...resource,
      key: clean(resource.key),
      type: clean(resource.type),
      name: clean(resource.name)
    })),
    jobSpecs: {install: step.jobSpecs.install.map(clean), uninstall: step.jobSpecs.uninstall.map(clean)}
  };
}
