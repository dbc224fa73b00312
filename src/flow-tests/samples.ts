import type {JsonObject, JsonValue} from '../bundle/json-types.js';

/** An event as ZIS hands it to a flow. */
export interface SampleEvent {
  readonly source: string;
  readonly type: string;
  /** What stands at `$.input`. */
  readonly input: JsonObject;
}

/** The built-in sample of this name, such as `ticket.TicketCreated`; null when there is none. */
export function sampleEvent(name: string): SampleEvent | null {
  const event = TICKET_EVENTS.get(name);
  if (event === undefined) return null;
  const [type, own, ticket = {}] = event;
  return {
    source: 'support',
    type: name,
    input: {ticket_event: {meta: META, type, ...own, ticket: {...TICKET, ...ticket}}}
  };
}

/** Names of the built-in samples: all ticket events that Zendesk documents (Trigger events reference, Ticket events). */
export function sampleNames(): string[] {
  return [...TICKET_EVENTS.keys()];
}

const META: JsonObject = {
  version: '1.0',
  occurred_at: '2026-03-02T09:15:30Z',
  ref: '1-1000000001',
  sequence: {id: '0F1E2D3C4B5A69788796A5B4C3D2E1F0', position: 1, total: 1}
};

/** The properties of the ticket that the reference lists for every ticket event. */
const TICKET: JsonObject = {
  id: 4711,
  created_at: '2026-03-01T16:40:00Z',
  updated_at: '2026-03-02T09:15:30Z',
  type: 'question',
  priority: 'normal',
  status: 'open',
  requester_id: 9001,
  submitter_id: 9001,
  assignee_id: 8001,
  organization_id: 7001,
  group_id: 6001,
  brand_id: 5001,
  form_id: 4001,
  external_id: 'order-1001',
  tags: ['shop'],
  via: {channel: 'web'}
};

const COMMENT: JsonObject = {
  id: 3001,
  body: 'Where is my order?',
  is_public: true,
  author: {id: 9001, is_staff: false}
};

const ATTACHMENT: JsonObject = {
  id: 2001,
  content_url: 'https://example.zendesk.com/attachments/token/none/?name=receipt.png',
  content_type: 'image/png',
  filename: 'receipt.png',
  is_public: true,
  comment_id: 3001
};

const CUSTOM_FIELD: JsonObject = {id: 1001, type: 'text', title: 'Order number', raw_title: 'Order number'};

function change(previous: JsonValue, current: JsonValue): JsonObject {
  return {previous, current};
}

/** By tag: what stands at `type`, what the event has of its own, and what its ticket has else than TICKET. */
const TICKET_EVENTS: ReadonlyMap<string, readonly [type: string, own: JsonObject, ticket?: JsonObject]> =
  new Map([
    ['ticket.AgentAssignmentChanged', ['Agent Assignment Changed', change(8002, 8001)]],
    ['ticket.AttachmentLinkedToComment', ['Attachment Linked to Comment', {attachment: ATTACHMENT}]],
    ['ticket.AttachmentRedactedFromComment', ['Attachment Redacted from Comment', {attachment: ATTACHMENT}]],
    ['ticket.BrandChanged', ['Brand Changed', change(5002, 5001)]],
    ['ticket.CcsChanged', ['Email CCs Changed', change([9002], [9002, 9003])]],
    ['ticket.CommentAdded', ['Comment Created', {comment: COMMENT}]],
    ['ticket.CommentMadePrivate', ['Comment Made Private', {comment: {...COMMENT, is_public: false}}]],
    ['ticket.CommentRedacted', ['Comment Redacted', {comment: {...COMMENT, body: '▇▇▇▇▇ is my order?'}}]],
    [
      'ticket.CustomFieldChanged',
      ['Custom Field Changed', {custom_field: CUSTOM_FIELD, ...change('1000', '1001')}]
    ],
    ['ticket.DescriptionChanged', ['Description Changed', change('An order', 'An order that is late')]],
    ['ticket.ExternalIdChanged', ['External ID Changed', change('order-1000', 'order-1001')]],
    ['ticket.FollowersChanged', ['Followers Changed', change([8002], [8002, 8003])]],
    ['ticket.GroupAssignmentChanged', ['Group Assignment Changed', change(6002, 6001)]],
    ['ticket.MarkedAsSpam', ['Ticket Marked as Spam', {}]],
    ['ticket.OrganizationChanged', ['Organization Changed', change(7002, 7001)]],
    ['ticket.PriorityChanged', ['Priority Changed', change('NORMAL', 'URGENT'), {priority: 'urgent'}]],
    ['ticket.ProblemLinkChanged', ['Problem Link Changed', change(null, 4700), {type: 'incident'}]],
    ['ticket.RequesterChanged', ['Requester Changed', change(9002, 9001)]],
    ['ticket.StatusChanged', ['Status Changed', change('OPEN', 'SOLVED'), {status: 'solved'}]],
    ['ticket.SubjectChanged', ['Subject Changed', change('My order', 'My order is late')]],
    ['ticket.SubmitterChanged', ['Submitter Changed', change(9002, 9001)]],
    [
      'ticket.TagsChanged',
      ['Tags Changed', {tags_added: ['late'], tags_removed: ['new']}, {tags: ['shop', 'late']}]
    ],
    [
      'ticket.TaskDueAtChanged',
      ['Task Due At Changed', change('2026-03-05T12:00:00Z', '2026-03-06T12:00:00Z'), {type: 'task'}]
    ],
    ['ticket.TicketCreated', ['Ticket Created', {}, {status: 'new', assignee_id: null}]],
    ['ticket.TicketFormChanged', ['Form Changed', change(4002, 4001)]],
    ['ticket.TicketMerged', ['Ticket Merged', {target_ticket_id: 4712}, {status: 'closed'}]],
    ['ticket.TicketPermanentlyDeleted', ['Ticket Permanently Deleted', {}]],
    ['ticket.TicketSoftDeleted', ['Ticket Soft Deleted', {}]],
    ['ticket.TicketTypeChanged', ['Ticket Type Changed', change('QUESTION', 'PROBLEM'), {type: 'problem'}]],
    ['ticket.TicketUndeleted', ['Ticket Undeleted', {}]]
  ]);
