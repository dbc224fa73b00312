import {idKey} from '../bundle/identity.js';
import {fillIn, readBundleFile, resourcesOf, type BundleId} from '../bundle/model.js';
import type {Job} from '../job/job.js';
import {integrationsWithNewNames, takenNames, type TakenName} from '../plan/moves.js';
import {readBundle} from '../plan/registered.js';
import type {Step} from '../plan/types.js';
import type {BundleSummary, Registry} from '../ports.js';
import {nameNode} from '../rules/analysis/resources.js';
import {Exceptions} from '../rules/exceptions.js';
import {compareFindings, type Finding} from '../rules/finding.js';
import {RULES} from '../rules/index.js';
import {nameTaken, nameTakenWords} from '../rules/resource/name-taken.js';
import {counted} from '../words.js';

/** How many registered bundles that are not declared are read for their names; more are said to be left out. */
const MOST_READ = 200;

export interface TakenNames {
  readonly taken: readonly TakenName[];
  readonly notices: readonly string[];
  /** The findings with those about taken names among them. */
  withFindings(findings: readonly Finding[]): readonly Finding[];
}

/**
 * Looks for names that the plan's uploads take from registered bundles outside the plan: the registry takes a name
 * once an integration. The bundles are read only where an upload has a name that no bundle of the plan has now.
 *
 * @param undeclared all registered bundles of the plan's integrations that are not in the plan
 * @param unmanaged  those among them that no step of this repository deploys
 */
export async function findTakenNames(
  job: Job,
  registry: Registry,
  steps: readonly Step[],
  undeclared: readonly BundleSummary[],
  unmanaged: readonly BundleId[]
): Promise<TakenNames> {
  const integrations = integrationsWithNewNames(steps);
  const asked = undeclared.filter(({integration}) => integrations.has(integration));
  const read = await Promise.all(asked.slice(0, MOST_READ).map((summary) => readBundle(registry, summary)));
  const taken = takenNames(
    steps,
    read.filter((bundle) => bundle !== null)
  );
  const nobodys = new Set(unmanaged.map(idKey));
  const reported = taken.filter(({taker, holder}) =>
    nobodys.has(idKey({integration: taker.integration, name: holder}))
  );
  const found = await findingsOf(job, reported);
  const left = asked.length - MOST_READ;
  return {
    taken,
    notices:
      left <= 0
        ? []
        : [
            `${counted(left, 'registered bundle')} more are not declared and were not searched for names in use.`
          ],
    withFindings: (findings) =>
      found.length === 0 ? findings : [...findings, ...found].sort(compareFindings)
  };
}

async function findingsOf({inputs, files}: Job, taken: readonly TakenName[]): Promise<Finding[]> {
  const general = inputs.severities.get(nameTaken.id) ?? nameTaken.severity;
  const exceptions = new Exceptions({overrides: inputs.overrides, isWhole: false}, RULES, inputs.severities);
  const found: Finding[] = [];
  for (const {taker, type, name, holder} of taken) {
    const file = files.find(({path}) => path === taker.path);
    if (file === undefined) continue;
    const read = fillIn(readBundleFile(file.path, await file.read()), inputs);
    const root = read.json?.root;
    const resource =
      root?.type === 'object'
        ? resourcesOf(root).find((one) => one.type === type && one.name === name)
        : undefined;
    if (root === null || root === undefined || resource === undefined) continue;
    const at = nameNode(resource);
    exceptions.enter(read, root);
    const line = read.lines.position(at.start).line;
    const severity = exceptions.settingAt(nameTaken.id, general, file.path, at, () => line);
    if (severity === 'off') continue;
    found.push({
      rule: nameTaken.id,
      severity,
      ...nameTakenWords(type, name, holder),
      path: file.path,
      range: read.lines.range(at)
    });
  }
  return found;
}
