import {parseQualifiedName} from '../../bundle/identity.js';
import {INTEGRATION_NAME} from '../../bundle/model.js';
import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';

export const flowIntegration: BundleRule = {
  id: 'job-spec/flow-integration',
  scope: 'bundle',
  severity: 'error',
  summary: 'The flow of a job spec belongs to the integration of the bundle.',
  why: 'A bundle is uploaded to one integration and its job specs start flows of that one. The name of another one is mostly left over from a copy or from another environment.',
  bad: '{"integration": "acme", "…": {"flow_name": "zis:acme_sandbox:flow:main"}}',
  good: '{"integration": "acme", "…": {"flow_name": "zis:acme:flow:main"}}',
  source: 'Bundles API reference, JSON format; Glossary, job spec',
  check({resources, identity}, report) {
    if (identity.integration === null || !INTEGRATION_NAME.test(identity.integration)) return;
    for (const {type, properties} of resources) {
      const node = properties.properties.get('flow_name');
      if (type !== 'ZIS::JobSpec' || typeof node?.value !== 'string') continue;
      const name = parseQualifiedName(node.value);
      if (name?.kind !== 'flow' || name.integration === identity.integration) continue;
      report(
        node,
        `the flow belongs to the integration ${quote(name.integration)}, and the bundle to ${quote(identity.integration)}`,
        `Write "zis:${identity.integration}:flow:${name.name}".`
      );
    }
  }
};
