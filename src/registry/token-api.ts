import type {Clock} from '../ports.js';
import type {Failures} from './failures.js';
import type {KnownSecrets} from './known-secrets.js';
import type {Sender} from './sender.js';
import type {Authorizer} from './signing.js';

/** What it takes to ask an account for tokens, apart from the registry's requests: these wait for a token. */
export interface TokenApi {
  /** Sends requests without an Authorization header. */
  readonly unsigned: Sender;
  /** Makes a sender that signs its requests in this way. */
  readonly signedBy: (authorizer: Authorizer) => Sender;
  readonly failures: Failures;
  readonly secrets: KnownSecrets;
  readonly clock: Pick<Clock, 'now'>;
}
