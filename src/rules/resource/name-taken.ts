import {quote} from '../../words.js';
import {RESOURCE_WORDS} from '../analysis/resources.js';
import type {RegistryRule} from '../rule.js';

export const nameTaken: RegistryRule = {
  id: 'resource/name-taken',
  scope: 'registry',
  severity: 'warning',
  summary: 'No registered bundle that nobody declares has a resource of the same type and name.',
  why: 'Names of flows, actions and job specs count within the integration. The registry refuses the upload, or the bundle uploaded last wins and the other one is broken: the documentation says both. Found by plan and apply, which read the registry.',
  bad: '(zis/orders.json with a flow named main, and a registered bundle that no file declares with a flow named main)',
  good: '(zis/orders.json with the flow answer_order, or the registered bundle deleted first)',
  source: 'Fixing common ZIS errors, "Bundle contains duplicated resources"'
};

/** What the finding says. @param holder the name of the registered bundle */
export function nameTakenWords(
  type: string,
  name: string,
  holder: string
): {readonly message: string; readonly hint: string} {
  const word = Object.entries(RESOURCE_WORDS).find(([known]) => known === type)?.[1] ?? 'resource';
  return {
    message: `the registered bundle ${quote(holder)}, which no bundle file declares, has a ${word} ${quote(name)}, too`,
    hint: 'Delete that bundle, or declare it without the name, or give this one another name.'
  };
}
