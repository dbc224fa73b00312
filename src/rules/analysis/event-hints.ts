import {listOf, quote, suggest} from '../../words.js';
import {OPEN_FAMILIES} from './events.js';

/**
 * What was meant by an event type that is none.
 *
 * @param known   the events of its source
 * @param hasOpen whether the source has the families of OPEN_FAMILIES too
 */
export function eventHint(type: string, known: readonly string[], hasOpen: boolean): string {
  const families = [...new Set(known.map(familyOf)), ...(hasOpen ? OPEN_FAMILIES : [])];
  const meant = meantBy(type, known);
  if (meant.length > 0) return `Did you mean ${listOf(meant)}?`;
  const family = suggest(familyOf(type), families);
  if (family === null || !type.includes('.')) {
    return `Its events begin with ${listOf(families)}. Upper and lower case count.`;
  }
  if (family !== familyOf(type)) return `Did you mean ${quote(family + type.slice(familyOf(type).length))}?`;
  const [example = ''] = known.filter((event) => event.startsWith(family));
  return `Each of its events tells of one change, as in ${quote(example)}. Upper and lower case count.`;
}

/** At most three events. */
function meantBy(type: string, known: readonly string[]): readonly string[] {
  const family = type.includes('.') ? familyOf(type).toLowerCase() : '';
  const words = wordsOf(type.slice(family.length));
  const plain = words.join('');
  if (plain === '') return [];
  const inFamily = known.filter((event) => familyOf(event).startsWith(family));
  const other = OTHER_NAMES.get(withoutOwner(plain));
  if (other !== undefined) return inFamily.filter((event) => other.includes(event));
  const exact = inFamily.filter((event) => wholeName(event) === plain);
  const changed = plain.replace(/(?:updated|edited|modified)$/, 'changed');
  const same = inFamily.filter((event) => plainName(event) === withoutOwner(changed));
  for (const events of [exact, same]) if (events.length > 0 && events.length <= 3) return events;
  const near = nearest(type, words, known);
  if (near !== null) return [near];
  // `ticket.Merge` is far from `ticket.TicketMerged` by letters, and clearly meant.
  const holding = family === '' ? [] : inFamily.filter((event) => plainName(event).startsWith(plain));
  return holding.length <= 3 ? holding : [];
}

/** By letters, of what has happened and of what it has happened to: `TicketUpdated` is not nearly `TicketCreated`. */
function nearest(type: string, words: readonly string[], known: readonly string[]): string | null {
  const near = suggest(type, known);
  if (near === null || words.length < 2) return near;
  const wanted = wordsOf(near.slice(familyOf(near).length));
  const isNear = (part: (words: readonly string[]) => string): boolean => {
    const [written, meant] = [part(words), part(wanted)];
    return written === meant || suggest(written, [meant]) !== null;
  };
  return isNear((all) => all.at(-1) ?? '') && isNear((all) => all.slice(0, -1).join('')) ? near : null;
}

/** What the documentation calls otherwise; an empty list for what is no one event. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['deleted', ['ticket.TicketSoftDeleted', 'ticket.TicketPermanentlyDeleted']],
  ['updated', []],
  ['changed', []],
  ['assigneechanged', ['ticket.AgentAssignmentChanged']],
  ['agentchanged', ['ticket.AgentAssignmentChanged']],
  ['assigned', ['ticket.AgentAssignmentChanged']],
  ['groupchanged', ['ticket.GroupAssignmentChanged']],
  ['commentcreated', ['ticket.CommentAdded']],
  ['commented', ['ticket.CommentAdded']],
  ['solved', ['ticket.StatusChanged']],
  ['closed', ['ticket.StatusChanged']]
]);

/** `ticket.TicketMerged` as `ticketmerged`. */
function wholeName(event: string): string {
  return event.slice(familyOf(event).length).toLowerCase();
}

/** `ticket.TicketMerged` as `merged`. */
function plainName(event: string): string {
  return withoutOwner(wholeName(event));
}

/** `TicketStatusChanged` says no more than `StatusChanged` in the family of tickets. */
function withoutOwner(name: string): string {
  return name.replace(/^(?:ticket|user)(?=.)/, '');
}

/** The words of `TicketCreated`, `ticket_created` and `Ticket Created`, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z])|[_\s-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** With its dot; empty where there is none. */
function familyOf(event: string): string {
  return event.slice(0, event.indexOf('.') + 1);
}
