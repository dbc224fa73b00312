import type {Scrub} from '../secrets/scrub.js';
import {isHtml, readErrorBody, type ErrorBody} from './error-body.js';
import {RegistryError, type Operation, type RegistryErrorFacts} from './errors.js';
import type {Answer} from './http.js';
import {quotable} from './quote.js';
import {isUploadRefusal, refusalOf, type Refusal} from './refusals.js';
import type {Signed, Signer} from './signing.js';

const RUN_AGAIN = 'Run the step again later: what has been done is found and not done twice.';
const READ_BACK =
  'Read the registry to see whether it took effect; running the step again does so and is safe.';
const CHECK_CLOCK =
  "Check this machine's date and time: by its clock the certificate of the registry is not valid.";
const CHECK_URL = 'Check subdomain and registry-url: something other than the ZIS Registry may be answering.';

/** Why no (more) requests were sent, or no answer came, although the operation is not done. */
export interface GivenUp {
  /** The rest of "could not …: "; fit to be shown. */
  readonly why: string;
  /** The status of the last answer, if there was one. */
  readonly last: Answer | null;
  /** Whether an attempt may have taken effect. */
  readonly uncertain: boolean;
  /** Whether it was given up because the time of the step is over. */
  readonly isLate?: boolean;
}

/** Puts what went wrong into words, with all foreign text made fit to be shown. */
export class Failures {
  constructor(private readonly scrub: Scrub) {}

  /** An answer that does not do what the operation asked for, judged by its status. */
  answered(operation: Signed, answer: Answer, signer: Signer): RegistryError {
    const {status} = answer;
    if (status >= 300 && status < 400) return this.redirected(operation, answer);
    if (status < 400) return this.unexpected(operation, answer, 'a status that the API does not document');
    const body = readErrorBody(answer);
    if (status === 404 && body.kind !== 'api') {
      return this.unexpected(operation, answer, `${article(body)}, where the API answers in JSON`);
    }
    // A page in place of the API's JSON comes from a firewall, which knows nothing of the credentials.
    const rejected =
      status === 401 ||
      (status === 403 && body.kind !== 'html') ||
      (operation.signsIn === true && status === 400);
    const kind = isUploadRefusal(body.detail, operation)
      ? 'upload-refused'
      : rejected
        ? 'credentials-rejected'
        : 'rejected';
    return this.error(
      {...this.facts(operation, status, body), kind},
      `the registry ${rejected ? 'rejected the credentials' : 'refused the request'} with ${this.words(status, body)}`,
      rejected ? 'Check the credentials, that their user is an administrator, and the subdomain.' : '',
      refusalOf(body.detail, operation, signer)
    );
  }

  /** The operation was given up for lack of a usable answer. */
  gaveUp(operation: Operation, {why, last, uncertain, isLate = false}: GivenUp): RegistryError {
    const body = last === null ? null : readErrorBody(last);
    const facts =
      last === null || body === null
        ? {operation, status: null, code: null, detail: ''}
        : this.facts(operation, last.status, body);
    const doubt = uncertain ? '; whether it took effect is not known' : '';
    return this.error(
      {...facts, kind: uncertain ? 'uncertain' : isLate ? 'late' : 'unavailable'},
      `${why}${doubt}`,
      /CERT_(?:NOT_YET_VALID|HAS_EXPIRED)/.test(why) ? CHECK_CLOCK : uncertain ? READ_BACK : RUN_AGAIN
    );
  }

  /** The operation was called off before it was sent. */
  interrupted(operation: Operation): RegistryError {
    const facts = {kind: 'interrupted', operation, status: null, code: null, detail: ''} as const;
    return this.error(facts, 'it was interrupted before this was sent', RUN_AGAIN);
  }

  /** The operation is about something that has a name which the registry cannot have: it was not sent. */
  unnameable(operation: Operation): RegistryError {
    return this.error(
      {kind: 'rejected', operation, status: null, code: null, detail: ''},
      'this is no name that the registry can have, and it was not asked',
      'An integration has 1 to 64 lower-case letters, digits, dashes and underscores; a uuid has letters, digits and dashes.'
    );
  }

  /** The status of an error answer and what its body says, for a sentence. */
  words(status: number, body: ErrorBody): string {
    if (body.kind === 'html' || body.kind === 'empty' || body.detail === '')
      return `${status} and ${article(body)}`;
    return `${status} "${quotable(body.detail, this.scrub)}"`;
  }

  /** @param what what came in place of what the API documents */
  unexpected(operation: Operation, answer: Answer, what: string): RegistryError {
    const found = isHtml(answer) && !what.includes('HTML') ? `an HTML page; ${what}` : what;
    return this.error(
      {kind: 'unexpected', operation, status: answer.status, code: null, detail: ''},
      `the registry answered ${answer.status} with ${found}`,
      CHECK_URL
    );
  }

  /** JSON in an answer that was otherwise as documented. @param what what it holds, foreign text included */
  malformed(operation: Operation, what: string): RegistryError {
    return this.error(
      {kind: 'unexpected', operation, status: 200, code: null, detail: ''},
      `the registry answered with ${quotable(what, this.scrub)}`,
      CHECK_URL
    );
  }

  /**
   * Only the host of the target is named: its query may hold anything. Scrubbed before it is parsed, since
   * the parser changes letter case.
   */
  private redirected(operation: Operation, answer: Answer): RegistryError {
    const location = this.scrub(answer.headers.location ?? '');
    const base = 'https://same-host.invalid';
    const host = URL.canParse(location, base) ? new URL(location, base).host : 'an unreadable address';
    const target =
      location === '' || host === new URL(base).host ? 'another path' : quotable(host, this.scrub);
    return this.unexpected(operation, answer, `a redirect to ${target}, which was not followed`);
  }

  private facts(operation: Operation, status: number, body: ErrorBody): Omit<RegistryErrorFacts, 'kind'> {
    return {
      operation,
      status,
      code: body.code === null ? null : quotable(body.code, this.scrub),
      detail: quotable(body.detail, this.scrub)
    };
  }

  private error(
    facts: RegistryErrorFacts,
    what: string,
    hint: string,
    known?: Omit<Refusal, 'words'>
  ): RegistryError {
    const {operation, subject} = facts.operation;
    const cause = known === undefined ? '' : `: ${known.cause}`;
    const message = this.scrub(`Could not ${operation} ${quotable(subject, this.scrub)}: ${what}${cause}.`);
    return new RegistryError(facts, message, known?.hint ?? (hint === '' ? defaultHint(facts) : hint));
  }
}

function defaultHint({status, operation}: RegistryErrorFacts): string {
  if (status === 403)
    return 'A firewall ahead of the registry seems to have blocked it: look for what in the bundle it may dislike, or ask Zendesk.';
  if (status === 404)
    return 'Check that the integration exists in this account and is spelt alike, letter case included.';
  return operation.write
    ? 'Mend what the registry names, then run the step again.'
    : 'Check the integration name, the subdomain and the registry-url.';
}

function article(body: ErrorBody): string {
  const words: Readonly<Record<ErrorBody['kind'], string>> = {
    api: 'no explanation',
    json: 'other JSON than the API documents',
    html: 'an HTML page',
    text: 'plain text',
    empty: 'an empty body'
  };
  return words[body.kind];
}
