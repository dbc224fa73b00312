import {quote} from '../../words.js';
import {RESOURCE_WORDS} from '../analysis/resources.js';
import type {BundleFacts, ProjectRule} from '../rule.js';

export const nameCollision: ProjectRule = {
  id: 'project/name-collision',
  scope: 'project',
  severity: 'warning',
  summary: 'No two bundles of one integration have a resource of the same type and name.',
  why: 'Names of flows, actions and job specs count within the integration. Of two with one name the registry refuses the second, or the bundle uploaded last wins: the documentation says both.',
  bad: '(zis/a.json and zis/b.json, both of the integration acme and both with a flow named main)',
  good: '(zis/a.json with the flow answer_ticket, zis/b.json with the flow close_ticket)',
  source: 'Fixing common ZIS errors, "Bundle contains duplicated resources"; ZIS custom actions',
  check(bundles, report) {
    const first = new Map<string, BundleFacts>();
    for (const bundle of bundles) {
      if (bundle.integration === null) continue;
      for (const {type, name, at} of bundle.resources) {
        const id = JSON.stringify([bundle.integration, type, name]);
        const earlier = first.get(id) ?? bundle;
        first.set(id, earlier);
        if (earlier === bundle || isSameBundle(earlier, bundle)) continue;
        report(
          bundle,
          at,
          `${earlier.path} has the ${RESOURCE_WORDS[type]} ${quote(name)} of the same integration too`,
          'Give one of them another name.'
        );
      }
    }
  }
};

/** Two files that declare one bundle are one fault, which bundle/duplicate-bundle reports. */
function isSameBundle(a: BundleFacts, b: BundleFacts): boolean {
  return a.name !== null && b.name !== null && a.name.text === b.name.text;
}
