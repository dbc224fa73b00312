import type {JsonNode} from '../bundle/json-types.js';

/** The points of ZIS's behaviour that nobody documents, with the answers that are possible, the likeliest first. */
export const UNKNOWN_ANSWERS = {
  'placeholder.type': ['typed', 'text'],
  'placeholder.null': ['text-null', 'empty', 'error'],
  'body.dollar-suffix': ['resolved', 'error'],
  'http.empty-body': ['null', 'object', 'text'],
  'choice.missing-variable': ['error', 'false'],
  'choice.null-present': ['true', 'false'],
  'map.empty': ['list', 'null'],
  'jq.many': ['first', 'last'],
  'jq.none': ['null', 'error'],
  'jq.text-data': ['json', 'text'],
  'result.null-path': ['discard', 'error'],
  'result.scalar-parent': ['replace', 'error'],
  'config.missing': ['empty', 'error'],
  'links.result': ['link', 'empty'],
  /** Any text; see Contact.candidates. */
  'error.name': [],
  'retry.flow': ['none', 'three']
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A name that no error has: what depends on the names of errors shows with it. */
export const OTHER_ERROR_NAME = 'AnotherName';

export type UnknownId = keyof typeof UNKNOWN_ANSWERS;

/** What is taken for the points that are named. */
export type Answers = Readonly<Partial<Record<UnknownId, string>>>;

/** A run's contact with an undocumented point. */
export interface Contact {
  readonly id: UnknownId;
  /** The value in the bundle that touches it. */
  readonly node: JsonNode;
  /** Answers worth a run of their own: those of UNKNOWN_ANSWERS; for `error.name` what it was compared with, and another. */
  readonly candidates: readonly string[];
  /**
   * Whether it matters only to an expectation, and only to one that reads it: the `Error` of the error that
   * ended the flow (`error.name`), or the calls after a 429 or 500 that no Catch caught (`retry.flow`).
   */
  readonly latent: boolean;
}

export function isUnknownId(id: string): id is UnknownId {
  return Object.hasOwn(UNKNOWN_ANSWERS, id);
}
