import type {JsonValue} from '../bundle/json-types.js';

/** An answer before it is written. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, value: JsonValue): Answer {
  return {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(value)};
}

export function text(status: number, body: string): Answer {
  return {status, headers: {'content-type': 'text/plain; charset=utf-8'}, body};
}

export const noContent: Answer = {status: 204, headers: {}, body: ''};

/** An upload and an installation say nothing but 200. */
export const ok: Answer = {status: 200, headers: {}, body: ''};

/**
 * The documented errors, with the contradictions of the API reference: the message of a 400 is
 * "Unauthorized", and the inner status of a 404 is "400".
 */
export function badRequest(detail: string): Answer {
  return error(400, '1010', '400', detail, 'Unauthorized');
}

export function unauthorized(detail: string): Answer {
  return error(401, '1001', '401', detail, 'Unauthorized');
}

export function missing(detail: string): Answer {
  return error(404, '1020', '400', detail, 'Missing Resource');
}

export function serverError(detail: string): Answer {
  return error(500, '1050', '500', detail, 'Server Error');
}

/** A path that is none of the registry's: the general API error of a Zendesk account. */
export const invalidEndpoint: Answer = json(404, {error: 'InvalidEndpoint', description: 'Not found'});

/** The general API's answer to somebody who may not do this. */
export const forbidden: Answer = json(403, {
  error: 'Forbidden',
  description: 'You do not have access to this page.'
});

function error(status: number, code: string, inner: string, detail: string, message: string): Answer {
  return json(status, {errors: [{code, detail, status: inner}], message});
}
