import type {BundleFacts, ProjectRule} from '../rule.js';
import {quote} from '../../words.js';

export const duplicateBundle: ProjectRule = {
  id: 'bundle/duplicate-bundle',
  scope: 'project',
  severity: 'error',
  essential: true,
  summary: 'No two files declare the bundle of one name in one integration.',
  why: 'A bundle is told apart by its integration and name. What the registry makes of a second one is not documented, and what it holds in the end would depend on the order.',
  bad: '(zis/a.json and zis/b.json, both with "name": "support" and the same integration)',
  good: '(zis/a.json with "name": "support", zis/b.json with "name": "sales")',
  source: 'Bundles API reference, Upload or Update Bundle',
  check(bundles, report) {
    const byIdentity = new Map<string, BundleFacts[]>();
    for (const bundle of bundles) {
      if (bundle.name === null || bundle.integration === null) continue;
      const identity = JSON.stringify([bundle.integration, bundle.name.text]);
      byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), bundle]);
    }
    for (const same of byIdentity.values()) {
      for (const bundle of same.length > 1 ? same : []) {
        const {name, integration} = bundle;
        if (name === null || integration === null) continue;
        const others = same.filter((other) => other !== bundle).map((other) => other.path);
        report(
          bundle,
          name.at,
          `the bundle ${quote(name.text)} of the integration ${quote(integration)} is declared in ${others.join(', ')} too`,
          'Give one of them another name or another integration.'
        );
      }
    }
  }
};
