import {slipInText} from '../analysis/fixes.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {listOf, quote} from '../../words.js';
import {EVENTS, isZendeskSource, OPEN_FAMILIES, sourceOf, ZENDESK_SOURCES} from '../analysis/events.js';
import {perBundle} from '../analysis/memo.js';
import type {BundleRule} from '../rule.js';
import {eventHint} from '../analysis/event-hints.js';

export const eventType: BundleRule = {
  id: 'job-spec/event-type',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The event type of a Zendesk source is one of its documented events, in their spelling.',
  why: 'An event that does not exist never comes, and never starts the flow. Every sample has this spelling, upper and lower case included.',
  bad: '{"event_source": "support", "event_type": "ticket.Created", "…": "…"}',
  good: '{"event_source": "support", "event_type": "ticket.TicketCreated", "…": "…"}',
  source: 'Trigger events reference (ticket, user, custom object, legacy custom object, activity events)',
  check(bundle, report) {
    for (const {source, type} of triggersIn(bundle)) {
      if (!isZendeskSource(source.text)) continue;
      const known = EVENTS[source.text];
      if (known.includes(type.text) || isOpen(source.text, type.text)) continue;
      const home = sourceOf(type.text);
      const named = `${quote(type.text)} is not a documented event of ${quote(source.text)}`;
      if (home === null)
        report(
          type.node,
          named,
          eventHint(type.text, known, source.text === 'support'),
          slipInText(type.node, known)
        );
      else report(type.node, named, `It is an event of ${quote(home)}: change "event_source".`);
    }
  }
};

export const eventSource: BundleRule = {
  id: 'job-spec/event-source',
  scope: 'bundle',
  severity: 'warning',
  summary: `The event source of Zendesk's events is ${listOf(ZENDESK_SOURCES)}, in lower case.`,
  why: 'Any other word is taken for the source_system of an inbound webhook, so a misspelt one waits for events that nobody sends.',
  bad: '{"event_source": "Support", "event_type": "ticket.TicketCreated", "…": "…"}',
  good: '{"event_source": "support", "event_type": "ticket.TicketCreated", "…": "…"}',
  source: 'Trigger events reference, introduction; Inbound Webhooks API, source_system',
  check(bundle, report) {
    for (const {source, fault} of triggersIn(bundle)) {
      if (fault !== null)
        report(source.node, fault.message, fault.hint, slipInText(source.node, ZENDESK_SOURCES));
    }
  }
};

export const webhookEvent: BundleRule = {
  id: 'job-spec/webhook-event',
  scope: 'bundle',
  severity: 'info',
  summary: 'An event source that is not one of Zendesk has an inbound webhook.',
  why: 'Such events come only from a webhook that was made with the same source_system and event_type. A bundle cannot make it, and the check cannot see it.',
  bad: '{"event_source": "acme", "event_type": "order.paid", "…": "no inbound webhook of this pair in the account"}',
  good: '{"event_source": "acme", "event_type": "order.paid", "…": "and an inbound webhook of this pair"}',
  source: 'Inbound Webhooks API, create',
  check(bundle, report) {
    const bySource = new Map<string, Trigger[]>();
    for (const trigger of triggersIn(bundle)) {
      const {source, fault} = trigger;
      if (isZendeskSource(source.text) || fault !== null) continue;
      const same = bySource.get(source.text);
      if (same === undefined) bySource.set(source.text, [trigger]);
      else same.push(trigger);
    }
    for (const [source, [first, ...others]] of bySource) {
      if (first === undefined) continue;
      const pair = `an inbound webhook with the source_system ${quote(source)} and the event_type ${quote(first.type.text)}`;
      const message =
        others.length === 0
          ? `this event comes only from ${pair}`
          : `the events of ${others.length + 1} job specs come only from inbound webhooks, this one from ${pair}`;
      const all = others.length === 0 ? 'it' : 'one for each event_type';
      report(first.source.node, message, `Make sure that the account has ${all}.`);
    }
  }
};

interface Text {
  readonly text: string;
  readonly node: JsonNode;
}

interface Trigger {
  readonly source: Text;
  readonly type: Text;
  readonly fault: Fault | null;
}

/** What is wrong with a source, if anything is. */
interface Fault {
  readonly message: string;
  readonly hint: string;
}

const triggersIn = perBundle(({resources}): readonly Trigger[] => {
  const triggers: Trigger[] = [];
  for (const resource of resources) {
    if (resource.type !== 'ZIS::JobSpec') continue;
    const source = textOf(resource, 'event_source');
    const type = textOf(resource, 'event_type');
    if (source === null || type === null) continue;
    triggers.push({source, type, fault: sourceFault(source.text, type.text)});
  }
  return triggers;
});

function textOf({properties}: Resource, key: string): Text | null {
  const node = properties.properties.get(key);
  return typeof node?.value === 'string' ? {text: node.value, node} : null;
}

/** A source that is nearly one of Zendesk's, or that one of Zendesk's own events contradicts. */
function sourceFault(source: string, type: string): Fault | null {
  if (isZendeskSource(source)) return null;
  if (isZendeskSource(type) && sourceOf(source) !== null) {
    const message = 'event_source and event_type are swapped';
    return {message, hint: `Write "event_source": ${quote(type)}, "event_type": ${quote(source)}.`};
  }
  const home = sourceOf(type);
  if (home !== null) {
    const message = `${quote(type)} is an event of ${quote(home)}, not of ${quote(source)}`;
    return {message, hint: `Write ${quote(home)}, unless an inbound webhook sends an event of this name.`};
  }
  const meant = ZENDESK_SOURCES.find((known) => isSlipOf(source.toLowerCase().replace(/\s/g, ''), known));
  if (meant === undefined) return null;
  const message = `${quote(source)} is not an event source of Zendesk`;
  return {message, hint: `Did you mean ${quote(meant)}?`};
}

function isOpen(source: string, type: string): boolean {
  return source === 'support' && OPEN_FAMILIES.some((family) => type.startsWith(family));
}

/**
 * Whether a name differs by letter case, by blanks or by one letter. Any other name, `it_support` and `support2` too,
 * may well be that of a webhook.
 */
function isSlipOf(source: string, known: string): boolean {
  if (Math.abs(source.length - known.length) > 1) return false;
  let start = 0;
  while (start < source.length && source[start] === known[start]) start += 1;
  const [rest, wanted] = [source.slice(start), known.slice(start)];
  if (/^[\d_-]$/.test(rest) && wanted === '') return false;
  const [first = '', second = ''] = wanted;
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === second + first + wanted.slice(2)
  );
}
