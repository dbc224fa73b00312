import type {BundleId} from '../bundle/model.js';
import {UserError} from '../errors.js';
import type {Job} from '../job/job.js';
import {warning, type Notice} from '../job/notice.js';
import type {Checked} from '../rules/engine.js';
import {counted} from '../words.js';
import {someOf} from './checkout.js';
import type {DeclaredBefore} from './declared-before.js';

/**
 * Holds the bundle files to the `integrations` input, before the first request to the registry.
 *
 * @throws UserError `invalid-bundles` that names the files whose integration is not allowed
 */
export function refuseOtherIntegrations({inputs}: Job, {declared}: Checked): void {
  const others = declared.filter(({integration}) => !isAllowed(inputs, integration));
  if (others.length === 0) return;
  const files = someOf(others.map(({path, integration}) => `${path} (${integration})`));
  throw new UserError(
    'invalid-bundles',
    `${counted(others.length, 'bundle file')} of an integration that this step may not read or write: ${files}`,
    'Add the integration to the integrations input, or take the file out of bundles.'
  );
}

/** What was declared before in other integrations stays as it is, and is named. */
export function withinIntegrations(job: Job, before: DeclaredBefore): DeclaredBefore {
  const {inputs} = job;
  const may = ({integration}: BundleId): boolean => isAllowed(inputs, integration);
  const kept = (before.candidates ?? []).filter((bundle) => !may(bundle));
  return {
    ...before,
    candidates: before.candidates?.filter(may) ?? null,
    leftovers: before.leftovers.filter(may),
    notices: [...before.notices, ...leftAlone(kept)]
  };
}

function leftAlone(kept: readonly BundleId[]): readonly Notice[] {
  if (kept.length === 0) return [];
  const names = someOf(kept.map(({integration, name}) => `${integration}/${JSON.stringify(name)}`));
  return [
    warning(
      `Declared before, and left alone because integrations does not name their integration: ${names}. ` +
        'Name it there until they are deleted.'
    )
  ];
}

function isAllowed({integrations}: Job['inputs'], integration: string): boolean {
  return integrations === null || integrations.includes(integration);
}

/** @throws UserError `invalid-inputs` for a backup of an integration that is not allowed */
export function refuseOtherBackups({inputs}: Job, bundles: readonly BundleId[]): void {
  const others = bundles.filter(({integration}) => !isAllowed(inputs, integration));
  if (others.length === 0) return;
  const names = someOf([...new Set(others.map(({integration}) => integration))]);
  throw new UserError(
    'invalid-inputs',
    `the backup holds bundles of an integration that this step may not read or write: ${names}`,
    'Add the integration to the integrations input.'
  );
}
