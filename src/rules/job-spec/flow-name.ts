import {newText} from '../analysis/fixes.js';
import {parseQualifiedName} from '../../bundle/identity.js';
import type {BundleRule} from '../rule.js';
import {quote} from '../../words.js';

export const flowName: BundleRule = {
  id: 'job-spec/flow-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'A job spec names its flow as `zis:{integration}:flow:{name}`.',
  why: 'A bare name, or the name of an action, starts nothing.',
  bad: '{"event_source": "support", "event_type": "ticket.TicketCreated", "flow_name": "main"}',
  good: '{"event_source": "support", "event_type": "ticket.TicketCreated", "flow_name": "zis:my_integration:flow:main"}',
  source: 'Bundles API reference, JSON format; Glossary, job spec',
  check({resources, identity}, report) {
    for (const {type, properties} of resources) {
      const node = properties.properties.get('flow_name');
      if (type !== 'ZIS::JobSpec' || typeof node?.value !== 'string') continue;
      const name = parseQualifiedName(node.value);
      if (name === null) {
        const integration = identity.integration ?? '{integration}';
        const bare = node.value.split(':').at(-1)?.trim() ?? '';
        report(
          node,
          `${quote(node.value)} does not name a flow`,
          `Write "zis:${integration}:flow:${bare === '' ? '{name}' : bare}".`,
          identity.integration === null || bare === ''
            ? null
            : newText(node, `zis:${integration}:flow:${bare}`)
        );
      } else if (name.kind !== 'flow') {
        report(
          node,
          name.kind === 'action'
            ? '"flow_name" names an action, not a flow'
            : `"flow_name" has ${quote(name.kind)} where the name of a flow has "flow"`,
          `Write "zis:${name.integration}:flow:${name.name}", with the name of the flow that the event starts.`,
          newText(node, `zis:${name.integration}:flow:${name.name}`)
        );
      }
    }
  }
};
