import {isObject} from '../bundle/objects.js';

/**
 * How the registry acts: what reports differ on, and what an account meets on a bad day. Each is a switch of
 * the control interface.
 */
export interface Behaviour {
  /**
   * Whether a resource's type and name may stand in one bundle of an integration only (Zendesk: "Bundle contains
   * duplicated resources"); else the last upload wins.
   */
  readonly uniqueNames: boolean;
  /** Whether an upload leaves the installed job specs of its bundle uninstalled (seen in the field). */
  readonly orphanJobSpecs: boolean;
  /** Lists and shows give what was registered so many milliseconds ago; 60,000 at most. */
  readonly readLagMs: number;
  /** Installations know the bundles that were registered so many milliseconds ago; 60,000 at most. */
  readonly installLagMs: number;
  /** How many requests are served in a span of time; null for any number. */
  readonly budget: Budget | null;
  /** The content encoding of every answer with a body; null for none. */
  readonly encoding: 'gzip' | 'br' | null;
  /** A firewall ahead of the registry refuses requests whose body holds this text, with an HTML page; null for no firewall. */
  readonly firewall: string | null;
  /** Whether uploads take OAuth tokens. They do not (reported; the API reference names none for them). */
  readonly oauthUploads: boolean;
  /**
   * Whether the registry takes tokens of every OAuth client of the account; else only those of the integration's
   * own, `zis_{integration}` (reported).
   */
  readonly anyClient: boolean;
  /** Whether passwords are let in: accounts lose that from 12 January 2026 on (documented). */
  readonly passwords: boolean;
  /**
   * The account's date, such as `2027-04-30`: API tokens end with that day, and before it when they were not used
   * for 30 days (documented). null: they work whatever the date.
   */
  readonly date: string | null;
}

export interface Budget {
  readonly requests: number;
  readonly perMs: number;
  /** `sliding`: in every span of this length; `fixed`: spans follow one another from the first request on. */
  readonly window: 'sliding' | 'fixed';
  /** In which header a refusal names the seconds to wait. */
  readonly tell: 'retry-after' | 'ratelimit-reset' | 'nothing';
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
  uniqueNames: true,
  orphanJobSpecs: true,
  readLagMs: 0,
  installLagMs: 0,
  budget: null,
  encoding: null,
  firewall: null,
  oauthUploads: false,
  anyClient: false,
  passwords: true,
  date: null
};

const LONGEST_LAG = 60_000;

/** What each switch takes, for the message about another value. */
const CHECKS: Readonly<Record<keyof Behaviour, readonly [(value: unknown) => boolean, string]>> = {
  uniqueNames: [isBoolean, 'true or false'],
  orphanJobSpecs: [isBoolean, 'true or false'],
  readLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
  installLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
  budget: [
    (value) => value === null || isBudget(value),
    'null, or {requests, perMs, window: "sliding" | "fixed", tell: "retry-after" | "ratelimit-reset" | "nothing"}'
  ],
  encoding: [(value) => value === null || value === 'gzip' || value === 'br', 'null, "gzip" or "br"'],
  firewall: [(value) => value === null || typeof value === 'string', 'null or a text'],
  oauthUploads: [isBoolean, 'true or false'],
  anyClient: [isBoolean, 'true or false'],
  passwords: [isBoolean, 'true or false'],
  date: [(value) => value === null || isDate(value), 'null, or a date such as "2027-04-30"']
};

/**
 * Reads switches as the control interface gets them.
 *
 * @throws an Error that says what a switch takes
 */
export function switchesIn(data: unknown): Partial<Behaviour> {
  if (!isObject(data)) throw new Error('The switches are an object.');
  for (const [name, value] of Object.entries(data)) {
    const check = Object.entries(CHECKS).find(([known]) => known === name)?.[1];
    if (check === undefined) throw new Error(`The switches are ${Object.keys(CHECKS).join(', ')}.`);
    const [takes, words] = check;
    if (!takes(value)) throw new Error(`${name} is ${words}.`);
  }
  return data;
}

/** Counts the requests of a budget. */
export class Meter {
  /** When the requests of the current span were served, the oldest first. */
  private served: number[] = [];
  /** When the first request of all was served. */
  private origin: number | null = null;

  /** @returns how many milliseconds are to be waited; 0 when the request is served */
  take(budget: Budget, now: number): number {
    const {requests, perMs, window} = budget;
    this.origin ??= now;
    const start = window === 'sliding' ? now - perMs : fixedStart(this.origin, now, perMs);
    this.served = this.served.filter((at) => (window === 'sliding' ? at > start : at >= start));
    if (this.served.length < requests) {
      this.served.push(now);
      return 0;
    }
    return (window === 'sliding' ? (this.served[0] ?? now) : start) + perMs - now;
  }
}

/** When the current one of the spans began that follow one another from the first request on. */
function fixedStart(first: number, now: number, perMs: number): number {
  return first + Math.floor((now - first) / perMs) * perMs;
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isLag(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_LAG;
}

function isBudget(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {requests, perMs, window, tell} = value;
  const counts = [requests, perMs].every((count) => Number.isInteger(count) && Number(count) > 0);
  const isWindow = window === 'sliding' || window === 'fixed';
  return counts && isWindow && (tell === 'retry-after' || tell === 'ratelimit-reset' || tell === 'nothing');
}
