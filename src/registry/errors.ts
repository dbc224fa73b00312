import {UserError, type FailureReason} from '../errors.js';

/**
 * - `credentials-rejected`: 401 or 403
 * - `upload-refused`: an upload was refused because it was signed with an OAuth token
 * - `unavailable`: no answer, 429 or 5xx, and nothing was changed
 * - `unexpected`: an answer that the API does not document
 * - `rejected`: a 4xx refusal of this request
 * - `uncertain`: a write that may or may not have taken effect (reset, timeout, 5xx)
 * - `late`: it was not sent, because the time of the step is over or would be before its turn comes
 * - `interrupted`: a write that was not sent, because the caller's signal ended all writing
 */
export type RegistryErrorKind =
  | 'credentials-rejected'
  | 'upload-refused'
  | 'unavailable'
  | 'unexpected'
  | 'rejected'
  | 'uncertain'
  | 'late'
  | 'interrupted';

/** What a request does, for messages and for what may be done when it fails. */
export interface Operation {
  /** A verb and its object, such as `upload bundle`. */
  readonly operation: string;
  /** To what, such as `acme/orders`. */
  readonly subject: string;
  /** Whether it changes the registry. */
  readonly write: boolean;
  /** Whether it asks for a credential: then every refusal is one of the credentials. */
  readonly signsIn?: boolean;
}

export interface RegistryErrorFacts {
  readonly kind: RegistryErrorKind;
  readonly operation: Operation;
  /** The HTTP status; null when no answer came. */
  readonly status: number | null;
  /** The body's `errors[].code`. */
  readonly code: string | null;
  /** The body's `errors[].detail`, or what came in their place; fit to be shown, empty when there is none. */
  readonly detail: string;
}

/** What the ZIS Registry answered, or that it did not. Its texts hold none of this run's credentials. */
export class RegistryError extends UserError {
  override readonly name: string = 'RegistryError';
  readonly kind: RegistryErrorKind;
  /** A verb and its object, such as `upload bundle`. */
  readonly operation: string;
  readonly status: number | null;
  readonly code: string | null;
  readonly detail: string;

  constructor(facts: RegistryErrorFacts, message: string, hint: string) {
    super(reasonOf(facts), message, hint);
    this.kind = facts.kind;
    this.operation = facts.operation.operation;
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
  }
}

function reasonOf({kind, operation}: RegistryErrorFacts): FailureReason {
  switch (kind) {
    case 'credentials-rejected':
      return 'credentials-rejected';
    case 'upload-refused':
      return 'upload-needs-api-token';
    case 'unavailable':
    case 'uncertain':
    case 'late':
      return 'registry-unavailable';
    case 'unexpected':
      return 'registry-unexpected';
    case 'interrupted':
      return 'cancelled';
    case 'rejected':
      return operation.write ? 'apply-failed' : 'registry-unexpected';
  }
}
