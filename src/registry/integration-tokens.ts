import {isObject} from '../bundle/objects.js';
import {messageOf} from '../errors.js';
import type {ClientToken} from './client-token.js';
import {TOKEN, bearer, type ClientCredentials} from './credentials.js';
import {listAll} from './pages.js';
import {answeredObject, readCall} from './reads.js';
import type {Call, Sender} from './sender.js';
import {signing} from './signing.js';
import type {TokenApi} from './token-api.js';

/** A token of the client `zis_{integration}`. */
interface Made {
  readonly integration: string;
  readonly id: number;
  readonly header: string;
  /** Whether a request was let in with it. */
  wasAccepted: boolean;
}

/**
 * ZIS tokens: each opens one integration. They are made with the token of an administrator's OAuth client where
 * the registry refuses that one itself, and revoked at the end of the step.
 */
export class IntegrationTokens {
  private readonly sender: Sender;
  private readonly all: Made[] = [];
  private readonly current = new Map<string, Made>();
  private readonly making = new Map<string, Promise<boolean>>();
  /** The numeric ids of the account's clients by their names. */
  private readonly clients = new Map<string, number>();
  private readonly missing = new Set<string>();

  constructor(
    private readonly credentials: ClientCredentials,
    client: ClientToken,
    private readonly api: TokenApi
  ) {
    this.sender = api.signedBy(
      signing(
        () => client.header(),
        (header, isRefused) => client.answered(header, isRefused)
      )
    );
  }

  /** null as long as there is no token of this integration. */
  headerOf(integration: string): string | null {
    return this.current.get(integration)?.header ?? null;
  }

  /** Whether the account was found to have no client of this integration, and so no such integration. */
  lacks(integration: string): boolean {
    return this.missing.has(integration);
  }

  get made(): readonly string[] {
    return this.all.map(
      ({integration}) =>
        `an OAuth token of the client zis_${integration}, which is revoked at the end of the step`
    );
  }

  /** Makes a token. @returns false where the account has no such integration @throws RegistryError */
  async make(integration: string): Promise<boolean> {
    const begun = this.making.get(integration);
    if (begun !== undefined) return begun;
    // Another request may have had the same answer before the token was there.
    if (this.current.has(integration)) return true;
    const making = this.ask(integration).finally(() => this.making.delete(integration));
    this.making.set(integration, making);
    return making;
  }

  /**
   * A request with the token of this integration was answered.
   *
   * @returns whether it is to be sent again: a token that was let in before is made anew
   */
  async answered(integration: string, isRefused: boolean): Promise<boolean> {
    const token = this.current.get(integration);
    if (token === undefined) return false;
    if (!isRefused) {
      token.wasAccepted = true;
      return false;
    }
    if (!token.wasAccepted) return false;
    this.current.delete(integration);
    return this.make(integration);
  }

  /** @returns what could not be revoked, as sentences */
  async revoke(): Promise<readonly string[]> {
    const left = this.all.splice(0);
    this.current.clear();
    const ends = await Promise.all(
      left.map(async ({integration, id}) => {
        const call: Call = {
          operation: 'revoke the OAuth token',
          subject: `${id} of zis_${integration}`,
          integration,
          write: true,
          repeatable: true,
          completes: true,
          method: 'DELETE',
          path: `/api/v2/oauth/tokens/${id}.json`,
          body: null
        };
        try {
          const answer = await this.sender.send(call);
          if (answer.status >= 300 && answer.status !== 404) throw this.sender.refusal(call, answer);
          return [];
        } catch (error) {
          return [`${messageOf(error)} It was made for this step: revoke it in the account's API settings.`];
        }
      })
    );
    return ends.flat();
  }

  private async ask(integration: string): Promise<boolean> {
    const clientId = await this.clientOf(integration);
    if (clientId === null) {
      this.missing.add(integration);
      return false;
    }
    this.missing.delete(integration);
    const {failures, secrets} = this.api;
    const call: Call = {
      operation: 'make an OAuth token of',
      subject: `zis_${integration}`,
      integration,
      write: true,
      // A token whose answer was lost serves nobody: it stood in that answer alone.
      repeatable: true,
      completes: true,
      method: 'POST',
      path: '/api/v2/oauth/tokens',
      body: JSON.stringify({token: {client_id: clientId, scopes: this.credentials.scope.split(' ')}})
    };
    const answer = await this.sender.send(call);
    if (answer.status >= 300) throw this.sender.refusal(call, answer);
    const {token} = answeredObject(failures, call, answer);
    const {full_token: text, id} = isObject(token) ? token : {};
    if (typeof text === 'string' && text !== '') secrets.learn(text);
    if (typeof text !== 'string' || text.length < 8 || !TOKEN.test(text)) {
      throw failures.unexpected(call, answer, 'no token that a header can carry');
    }
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) {
      throw failures.unexpected(call, answer, 'a token without its id, so that it cannot be revoked');
    }
    const made = {integration, id, header: bearer(text), wasAccepted: false};
    this.all.push(made);
    this.current.set(integration, made);
    return true;
  }

  /** The numeric id of an integration's client; null when the account has none. */
  private async clientOf(integration: string): Promise<number | null> {
    const name = `zis_${integration}`;
    const known = this.clients.get(name);
    if (known !== undefined) return known;
    const call = readCall(
      {operation: 'list the OAuth clients of', subject: 'the account', integration: ''},
      '/api/v2/oauth/clients.json',
      {completes: true}
    );
    const clients = await listAll(
      {sender: this.sender, failures: this.api.failures},
      {call, key: 'clients', absent: []}
    );
    for (const {identifier, id} of clients ?? []) {
      if (typeof identifier === 'string' && typeof id === 'number' && Number.isSafeInteger(id)) {
        this.clients.set(identifier, id);
      }
    }
    return this.clients.get(name) ?? null;
  }
}
