import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {countSteps, makePlan} from '../../src/plan/plan.js';
import type {Plan} from '../../src/plan/types.js';
import type {Header} from '../../src/report/header.js';
import type {ReportModel} from '../../src/report/types.js';
import type {Finding, Severity} from '../../src/rules/finding.js';

export const TARGET = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};

/** The two sides of one bundle; null where there is no such side. */
export interface Sides {
  readonly integration?: string;
  readonly registered: JsonObject | null;
  readonly declared: JsonObject | null;
  readonly path?: string;
}

/** A plan made by the real planner from pairs of bundles. */
export function planOf(pairs: readonly Sides[]): Plan {
  const idOf = ({integration = 'demo', registered, declared}: Sides) => {
    const name = (declared ?? registered)?.['name'];
    return {integration, name: typeof name === 'string' ? name : 'unnamed'};
  };
  const declared = pairs.flatMap((pair, index) => {
    const {declared, path = `zis/bundle-${index}.json`} = pair;
    return declared === null ? [] : [{...idOf(pair), path, content: declared, hash: bundleHash(declared)}];
  });
  const registered = pairs.flatMap((pair, index) => {
    const {registered} = pair;
    return registered === null
      ? []
      : [{...idOf(pair), uuid: `uuid-${index}`, content: registered, hash: bundleHash(registered)}];
  });
  return makePlan({target: TARGET, declared, registered});
}

/** A report of a plan; any part of it can be given. */
export function modelOf(pairs: readonly Sides[], parts: Partial<ReportModel> = {}): ReportModel {
  const plan = planOf(pairs);
  return {
    command: 'plan',
    plan,
    outcomes: null,
    counts: countSteps(plan.steps),
    findings: [],
    exceptions: [],
    heldBack: 0,
    weakened: [],
    files: pairs.length,
    notices: [],
    explanations: [],
    drift: null,
    tests: null,
    failure: null,
    run: {
      headSha: '1f2e3d4c5b6a79880011223344556677889900aa',
      commitUrl: 'https://github.com/acme/zis/commit/1f2e3d4c5b6a79880011223344556677889900aa',
      url: 'https://github.com/acme/zis/actions/runs/42',
      id: '42/1'
    },
    unmanaged: [],
    ...parts
  };
}

export function headerOf(model: ReportModel, parts: Partial<Header> = {}): Header {
  return {
    version: 1,
    key: '["",null]',
    target: TARGET,
    headSha: model.run.headSha,
    run: model.run.id,
    planHash: model.plan?.hash ?? null,
    state: 'open',
    bundles: (model.plan?.steps ?? []).map(({integration, name, desiredHash, liveHash}) => ({
      integration,
      name,
      desiredHash,
      liveHash
    })),
    ...parts
  };
}

export function finding(
  message: string,
  severity: Severity = 'error',
  path = 'zis/a.json',
  line = 1
): Finding {
  const range = {start: {line, column: 3}, end: {line, column: 9}};
  return {rule: 'area/some-rule', severity, message, hint: '', path, range};
}

/** A flow definition of `count` states in a row, the last one a Succeed. */
export function chain(count: number, comment = ''): JsonObject {
  const states: Record<string, JsonValue> = {};
  for (let index = 0; index < count; index += 1) {
    const last = index === count - 1;
    states[`State${index}`] = last
      ? {Type: 'Succeed'}
      : {Type: 'Pass', Comment: comment, Next: `State${index + 1}`};
  }
  return {StartAt: 'State0', States: states};
}
