import {ClientToken} from './client-token.js';
import type {ClientCredentials, Credentials} from './credentials.js';
import {readErrorBody} from './error-body.js';
import type {Answer} from './http.js';
import {IntegrationTokens} from './integration-tokens.js';
import {fixed, type Authorizer, type Signed, type Signer} from './signing.js';
import type {TokenApi} from './token-api.js';

export function createAuthorizer(credentials: Credentials, api: TokenApi): Authorizer {
  if (credentials.kind !== 'oauth-client') return fixed(credentials);
  const client = new ClientAuthorizer(credentials, api);
  return credentials.uploader === null ? client : inTwoRoles(client, fixed(credentials.uploader));
}

/** One credential uploads, another does all the rest. */
function inTwoRoles(rest: Authorizer, uploads: Authorizer): Authorizer {
  const of = ({isUpload}: Signed): Authorizer => (isUpload === true ? uploads : rest);
  return {
    headerFor: (request) => of(request).headerFor(request),
    answered: (request, header, answer) => of(request).answered(request, header, answer),
    signerOf: (request) => of(request).signerOf(request),
    lacks: (integration) => rest.lacks(integration),
    close: () => rest.close()
  };
}

/** Tokens of an OAuth client; where the registry wants them, tokens of the integrations' own clients. */
class ClientAuthorizer implements Authorizer {
  private readonly client: ClientToken;
  private readonly integrations: IntegrationTokens;

  constructor(credentials: ClientCredentials, api: TokenApi) {
    this.client = new ClientToken(credentials, api);
    this.integrations = new IntegrationTokens(credentials, this.client, api);
  }

  async headerFor({integration}: Signed): Promise<string> {
    return this.integrations.headerOf(integration) ?? (await this.client.header());
  }

  async answered({integration}: Signed, header: string | null, answer: Answer): Promise<boolean> {
    const words = answer.status === 401 ? readErrorBody(answer).detail : null;
    // Another token would not change that.
    if (words !== null && /oauth being disabled/i.test(words)) return false;
    const isOwn = header !== null && header === this.integrations.headerOf(integration);
    if (words !== null && /integration mismatch/i.test(words)) {
      return !isOwn && integration !== '' && this.integrations.make(integration);
    }
    if (isOwn) return this.integrations.answered(integration, words !== null);
    return this.client.answered(header, words !== null);
  }

  signerOf(): Signer {
    return {kind: 'oauth-client', made: this.integrations.made};
  }

  lacks(integration: string): boolean {
    return this.integrations.lacks(integration);
  }

  close(): Promise<readonly string[]> {
    return this.integrations.revoke();
  }
}
