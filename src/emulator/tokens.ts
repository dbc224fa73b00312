import {randomBytes} from 'node:crypto';

/** From this moment on no API token is let in (Zendesk, "Migrating from API tokens to OAuth access tokens"). */
const API_TOKENS_END = Date.parse('2027-04-30');
/** An API token that is not used for so long is deactivated (same source): milliseconds. */
const LONGEST_REST = 30 * 24 * 60 * 60_000;

/** Who sends a request. */
export interface Caller {
  readonly by: 'api-token' | 'password' | 'token';
  readonly admin: boolean;
  /** The only integration that their token is for; null for all. */
  readonly integration: string | null;
  /** Whether they have a token of a client that is no integration's own. */
  readonly ofAnyClient: boolean;
  /** What a token allows. */
  readonly scopes: readonly string[];
}

/** A token that the emulator has issued. */
interface Issued {
  readonly id: number;
  /** By the clock; null for one that does not end. */
  readonly endsAt: number | null;
  readonly caller: Caller;
}

/** The OAuth tokens that an account has issued, and when its API tokens were last used. In memory only. */
export class Tokens {
  private readonly issued = new Map<string, Issued>();
  private readonly everIssued: string[] = [];
  private readonly lastUses = new Map<string, number>();

  /** @param now milliseconds */
  constructor(private readonly now: () => number) {}

  /** All tokens that were ever issued, in order. */
  get all(): readonly string[] {
    return this.everIssued;
  }

  /** Those that can still be used. */
  get valid(): readonly string[] {
    return [...this.issued.keys()].filter((token) => this.callerOf(token) !== null);
  }

  /** A token of a client, which ends after so many seconds. */
  issueToClient(
    {admin = true}: {readonly admin?: boolean},
    scopes: readonly string[],
    seconds: number
  ): string {
    const caller = {by: 'token', admin, integration: null, ofAnyClient: true, scopes} as const;
    return this.issue(caller, this.now() + seconds * 1000).token;
  }

  /** A token of the client of an integration. */
  issueForIntegration(integration: string, scopes: readonly string[]): {token: string; id: number} {
    return this.issue({by: 'token', admin: true, integration, ofAnyClient: false, scopes}, null);
  }

  /** @returns whether there was one */
  revoke(id: number): boolean {
    const token = [...this.issued].find(([, issued]) => issued.id === id)?.[0];
    return token !== undefined && this.issued.delete(token);
  }

  /** Ends all of them now. */
  revokeAll(): void {
    this.issued.clear();
  }

  /** As if nothing had ever been issued or used. */
  forget(): void {
    this.revokeAll();
    this.everIssued.length = 0;
    this.lastUses.clear();
  }

  /** Whose token it is; null for one that was never issued, is revoked or has ended. */
  callerOf(token: string): Caller | null {
    const issued = this.issued.get(token);
    if (issued === undefined || (issued.endsAt !== null && issued.endsAt <= this.now())) return null;
    return issued.caller;
  }

  /**
   * Whether an API token may still be used on a date, which counts as a use of it.
   *
   * @param date null where it does not depend on the date
   */
  isActive(apiToken: string, date: string | null): boolean {
    if (date === null) return true;
    const today = Date.parse(date);
    const rest = today - (this.lastUses.get(apiToken) ?? today);
    if (today >= API_TOKENS_END || rest > LONGEST_REST) return false;
    this.lastUses.set(apiToken, today);
    return true;
  }

  private issue(caller: Caller, endsAt: number | null): {token: string; id: number} {
    // With characters that other encodings write in another way.
    const token = randomBytes(32).toString('base64');
    const id = this.everIssued.push(token);
    this.issued.set(token, {id, endsAt, caller});
    return {token, id};
  }
}
