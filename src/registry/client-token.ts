import {TOKEN, bearer, type ClientCredentials} from './credentials.js';
import {RegistryError} from './errors.js';
import {answeredObject} from './reads.js';
import type {Call} from './sender.js';
import type {TokenApi} from './token-api.js';

/** For how long a token is asked for, in seconds. */
const LIFETIME = 1800;
/** So long before its end it is made anew: milliseconds. */
const LEAD = 2 * 60_000;
/** Shorter texts could not be masked. */
const SHORTEST = 8;
const LONGEST = 8192;

interface Token {
  readonly header: string;
  /** By the clock, in milliseconds. */
  readonly renewAt: number;
  readonly endsAt: number;
  /** Whether it took the place of one that was refused. */
  readonly isSecond: boolean;
  /** Whether a request was let in with it. */
  wasAccepted: boolean;
}

/** The token of an OAuth client (client credentials grant): made when it is needed, kept in memory only. */
export class ClientToken {
  private token: Token | null = null;
  private making: Promise<Token> | null = null;
  /** Why the account gives this client no token. */
  private refusal: RegistryError | null = null;

  constructor(
    private readonly credentials: ClientCredentials,
    private readonly api: TokenApi
  ) {}

  /** The header of a token that does not end in the next two minutes. @throws RegistryError */
  async header(): Promise<string> {
    const {token} = this;
    const now = this.api.clock.now();
    if (token !== null && now < token.renewAt) return token.header;
    try {
      return (await this.make(false)).header;
    } catch (error) {
      // It serves to its end while no other is to be had for the moment.
      const isAway = error instanceof RegistryError && error.kind !== 'credentials-rejected';
      if (isAway && token !== null && this.api.clock.now() < token.endsAt) return token.header;
      throw error;
    }
  }

  /**
   * A request with this header was answered.
   *
   * @returns whether it is to be sent again: a token that was refused is made anew once
   * @throws RegistryError
   */
  async answered(header: string | null, isRefused: boolean): Promise<boolean> {
    const {token} = this;
    if (token === null) return false;
    if (!isRefused) {
      if (token.header === header) token.wasAccepted = true;
      return false;
    }
    // Others may have found that out before, or be about it.
    if (token.header !== header) return true;
    if (token.isSecond && !token.wasAccepted) return false;
    await this.make(true);
    return true;
  }

  private async make(isSecond: boolean): Promise<Token> {
    if (this.refusal !== null) throw this.refusal;
    this.making ??= this.ask(isSecond).finally(() => {
      this.making = null;
    });
    try {
      return await this.making;
    } catch (error) {
      if (error instanceof RegistryError && error.kind === 'credentials-rejected') this.refusal ??= error;
      throw error;
    }
  }

  private async ask(isSecond: boolean): Promise<Token> {
    const {clientId, clientSecret, scope} = this.credentials;
    const {clock, unsigned, failures, secrets} = this.api;
    const call: Call = {
      operation: 'get an access token for the OAuth client',
      subject: clientId,
      integration: '',
      write: false,
      repeatable: true,
      completes: true,
      signsIn: true,
      method: 'POST',
      path: '/oauth/tokens',
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope,
        expires_in: LIFETIME
      })
    };
    const askedAt = clock.now();
    const answer = await unsigned.send(call);
    if (answer.status >= 300) throw unsigned.refusal(call, answer);
    const {
      access_token: token,
      token_type: type = 'bearer',
      expires_in: seconds
    } = answeredObject(failures, call, answer);
    if (typeof token === 'string' && token !== '') secrets.learn(token);
    if (
      typeof token !== 'string' ||
      token.length < SHORTEST ||
      token.length > LONGEST ||
      !TOKEN.test(token)
    ) {
      throw failures.unexpected(call, answer, 'no access token that a header can carry');
    }
    if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
      throw failures.unexpected(call, answer, 'a token of a kind other than bearer');
    }
    // The answer may leave it out; then it is what was asked for.
    const life = (typeof seconds === 'number' && seconds > 0 ? seconds : LIFETIME) * 1000;
    this.token = {
      header: bearer(token),
      renewAt: askedAt + life - Math.min(LEAD, life / 2),
      endsAt: askedAt + life,
      isSecond,
      wasAccepted: false
    };
    return this.token;
  }
}
