import type {JsonNode} from '../bundle/json-types.js';

/** A point of ZIS's behaviour that nobody documents. */
export interface Unknown {
  /** Completes "ZIS does not document …". */
  readonly about: string;
  /** The answers that are possible, the likeliest first, each with what ZIS does if it is the right one. */
  readonly answers: Readonly<Record<string, string>>;
  /** When a run touches it. */
  readonly touched: string;
  /** What is known of it, and from where. */
  readonly known: string;
}

/** All points, in the order of the page about them. */
export const UNKNOWNS = {
  'placeholder.type': {
    about: 'whether a placeholder that stands alone keeps the type of its value',
    answers: {
      typed: 'A number stays a number, an object an object.',
      text: 'The value becomes a text, as it does within a longer one.'
    },
    touched:
      'A `.$` key, or a text in a `requestBody`, is one placeholder and nothing else, and its value is no text.',
    known:
      'A `requestBody` that is one placeholder sends the object: a bundle of Zendesk relies on it. Of other places nothing is known.'
  },
  'placeholder.null': {
    about: 'what a placeholder in a longer text gives for null',
    answers: {
      'text-null': 'The text `null`.',
      empty: 'Nothing.',
      error: 'The state fails.'
    },
    touched: 'A placeholder within a text, a URL, a header or a message leads to `null`.',
    known: 'Nothing.'
  },
  'body.dollar-suffix': {
    about: 'whether a name that ends in .$ is resolved within a requestBody',
    answers: {
      resolved: 'It is looked up in the parameters, as in a state.',
      error: 'The action fails with "Error Resolving JSON Params".'
    },
    touched: 'A key within a `requestBody` ends in `.$`.',
    known:
      "Zendesk's pages and public bundles have such keys; a user reports that they fail. `requestBody.$` as a whole and placeholders work for all."
  },
  'http.empty-body': {
    about: 'what an answer without a body gives',
    answers: {
      null: '`null` at the `ResultPath`.',
      object: 'An empty object.',
      text: '`{"__httpresponse": ""}`, as for an answer that is no JSON.'
    },
    touched: 'The answer of an HTTP action is 2xx and has no body.',
    known: 'An answer that is no JSON stands in `__httpresponse` (an older page of Zendesk).'
  },
  'choice.missing-variable': {
    about: 'what a condition on a path that is not there does',
    answers: {
      error: 'The state fails, and with it the flow.',
      false: 'The condition is false.'
    },
    touched: 'A condition other than `IsPresent` looks at a path that is not there.',
    known: "In Amazon's language the flow fails."
  },
  'choice.null-present': {
    about: 'whether IsPresent holds for null',
    answers: {
      true: 'A `null` is present.',
      false: 'A `null` is not present.'
    },
    touched: '`IsPresent` looks at a `null`.',
    known: "In Amazon's language it is present; two bundles that Zendesk wrote assume that it is not."
  },
  'map.empty': {
    about: 'what Map gives for []',
    answers: {
      list: 'An empty list.',
      null: '`null`.'
    },
    touched: 'A Map goes over an empty list.',
    known: "In Amazon's language it gives an empty list; one public bundle repairs a `null`."
  },
  'jq.many': {
    about: 'which of several results of a jq program counts',
    answers: {
      first: 'The first one.',
      last: 'The last one.'
    },
    touched: 'A jq program gives several results, and the first and the last differ.',
    known: 'A public bundle relies on one of them, and not on a list.'
  },
  'jq.none': {
    about: 'what a jq program without a result gives',
    answers: {
      null: '`null`.',
      error: 'The state fails.'
    },
    touched: 'A jq program gives no result, as `empty` and `select` do.',
    known: 'Nothing.'
  },
  'jq.text-data': {
    about: 'whether jq reads a data text as JSON',
    answers: {
      json: 'The text is read as JSON; the state fails when it is none.',
      text: 'jq gets the text itself.'
    },
    touched: 'The `data.$` of a jq action leads to a text.',
    known: 'A `data` that is written in the bundle is a text that holds JSON.'
  },
  'result.null-path': {
    about: 'what a ResultPath of null does',
    answers: {
      discard: 'The result is dropped and the data stays as it was.',
      error: 'The state fails.'
    },
    touched: 'A `ResultPath` is `null`.',
    known: "In Amazon's language the result is dropped."
  },
  'result.scalar-parent': {
    about: 'what a ResultPath below a value that is no object does',
    answers: {
      replace: 'An object takes the place of the value.',
      error: 'The state fails.'
    },
    touched: 'A `ResultPath` goes below a text, a number, a list or `null`.',
    known: "In Amazon's language the state fails; missing parents are made, as Zendesk documents."
  },
  'config.missing': {
    about: 'what LoadConfig gives for a scope without a config',
    answers: {
      empty: '`{"config": {}}`.',
      error: 'The state fails.'
    },
    touched: 'LoadConfig finds no config of its scope.',
    known: 'Nothing.'
  },
  'links.result': {
    about: 'what LoadLinks, PatchLink and DeleteLink give',
    answers: {
      link: 'LoadLinks gives `{"links": […]}`, the others `{"link": {…}}`.',
      empty: 'An empty object.'
    },
    touched: 'One of these actions is run and has no mock.',
    known: 'CreateLink gives `{"link": {…}}`.'
  },
  'error.name': {
    about: 'the Error of this failure',
    answers: {},
    touched:
      'A state, or an expectation, reads the `Error` of a failure other than a Fail state. Only then is it varied: with the name that Amazon has for it, with names that it is compared with, and with one that nothing expects.',
    known: 'Zendesk documents the `Cause` of an action that is not answered with 2xx, and no `Error`.'
  },
  'retry.flow': {
    about: 'whether a flow is run again after a 429 or 500',
    answers: {
      none: 'The flow fails.',
      three: 'The flow is begun anew, three times in all.'
    },
    touched:
      'A flow ends with an HTTP action that is answered with 429 or 500, and an expectation looks at the calls.',
    known: 'Older pages of Zendesk say three or four times; the present one says neither.'
  }
} as const satisfies Readonly<Record<string, Unknown>>;

export type UnknownId = keyof typeof UNKNOWNS;

/** What is taken for the points that are named. */
export type Answers = Readonly<Partial<Record<UnknownId, string>>>;

/** A run's contact with an undocumented point. */
export interface Contact {
  readonly id: UnknownId;
  /** The value in the bundle that touches it. */
  readonly node: JsonNode;
  /** Answers worth a run of their own: all of `answersTo`; for `error.name` what it was compared with, and another. */
  readonly candidates: readonly string[];
  /**
   * Whether it matters only to an expectation, and only to one that reads it: the `Error` of the error that
   * ended the flow (`error.name`), or the calls after a 429 or 500 that no Catch caught (`retry.flow`).
   */
  readonly latent: boolean;
}

/** A name that no error has: what depends on the names of errors shows with it. */
export const OTHER_ERROR_NAME = 'AnotherName';

export const UNKNOWN_IDS = Object.keys(UNKNOWNS) as readonly UnknownId[];

export function isUnknownId(id: string): id is UnknownId {
  return Object.hasOwn(UNKNOWNS, id);
}

/** The answers that a point can have, the likeliest first; none for `error.name`, which any text answers. */
export function answersTo(id: UnknownId): readonly string[] {
  return Object.keys(UNKNOWNS[id].answers);
}
