import {parseQualifiedName} from '../../bundle/identity.js';
import type {BundleContext, BundleRule} from '../rule.js';
import {rootOf} from '../../flow/path.js';
import {isZendeskSource} from '../analysis/events.js';
import {quote, suggest} from '../../words.js';
import {flowsIn} from '../analysis/flows.js';
import {placeOfRead, valuesIn, type PathRead} from '../analysis/values.js';
import {textOf} from '../../flow/template.js';
import {dataIn} from '../analysis/data-reads.js';

/** Where the events of a family have their data, by the beginning of their event type. */
const PAYLOADS: ReadonlyMap<string, string> = new Map([
  ['ticket', 'ticket_event'],
  ['user', 'user_event'],
  ['organization', 'organization_event'],
  ['customobject', 'custom_object_event'],
  ['activity', 'activity_event']
]);

export const eventPayload: BundleRule = {
  id: 'data/event-payload',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A flow reads the data of its event where events of that kind have it.',
  why: 'A ticket event stands in `$.input.ticket_event`, a user event in `$.input.user_event`. A path beside it finds nothing, and the flow fails with "JSON path not found".',
  bad: '{"id.$": "$.input.ticket.id"}, in a flow that a job spec starts for ticket.TicketCreated',
  good: '{"id.$": "$.input.ticket_event.ticket.id"}',
  source: 'Trigger events reference (the payload of each event)',
  check(bundle, report) {
    const {sites} = valuesIn(bundle);
    if (sites.some(({writes, path}) => writes && path !== null && rootOf(path) === 'input')) return;
    const payloads = payloadsByFlow(bundle);
    const reads = new Map(dataIn(bundle).map((each) => [each.scope, each.reads]));
    for (const {resource, definition} of flowsIn(bundle)) {
      const payload = payloads.get(resource.name) ?? null;
      if (payload === null) continue;
      const seen = new Set<string>();
      // An iteration sees its item, and not the event.
      for (const read of reads.get(definition) ?? []) {
        const member = memberOfInput(read);
        if (member === null || member === payload || seen.has(member)) continue;
        if (!isMeantAs(member, payload)) continue;
        seen.add(member);
        report(
          placeOfRead(read),
          `the events of this flow have no ${quote(`$.input.${member}`)}: their data is in ${quote(`$.input.${payload}`)}`,
          `Did you mean ${quote(read.text.replace(member, payloadPath(member, payload)))}?`
        );
      }
    }
  }
};

/** Where the events of each flow have their data; null unless Zendesk's events of one family start it. */
function payloadsByFlow({resources}: BundleContext): ReadonlyMap<string, string | null> {
  const payloads = new Map<string, string | null>();
  for (const {type, properties} of resources) {
    const name =
      type === 'ZIS::JobSpec' ? parseQualifiedName(textOf(properties.properties.get('flow_name'))) : null;
    if (name?.kind !== 'flow') continue;
    const source = textOf(properties.properties.get('event_source'));
    const event = textOf(properties.properties.get('event_type'));
    const family = event.slice(0, event.indexOf('.'));
    const payload = isZendeskSource(source) ? (PAYLOADS.get(family) ?? null) : null;
    payloads.set(name.name, payloads.has(name.name) && payloads.get(name.name) !== payload ? null : payload);
  }
  return payloads;
}

/** `ticket_event` of `$.input.ticket_event.ticket.id`. */
function memberOfInput({root, path}: PathRead): string | null {
  const [, member] = path.segments;
  return root === 'input' && typeof member === 'string' ? member : null;
}

/** Whether a member of `$.input` stands for the payload: another event's, a misspelt one, or what the event is about. */
function isMeantAs(member: string, payload: string): boolean {
  const isOther = [...PAYLOADS.values()].includes(member);
  return isOther || `${member}_event` === payload || suggest(member, [payload]) !== null;
}

/** `ticket` is within `ticket_event`. */
function payloadPath(member: string, payload: string): string {
  return `${member}_event` === payload ? `${payload}.${member}` : payload;
}
