import type {JsonValue} from '../bundle/json-types.js';
import type {Answer} from './http.js';

/** What the body of an error says, whichever of its many forms it has. */
export interface ErrorBody {
  /**
   * `api`: JSON of the documented shape `{errors: [{code, detail, status}], message}` or of the observed
   * `{message}` alone; `json`: other JSON.
   */
  readonly kind: 'api' | 'json' | 'html' | 'text' | 'empty';
  /** The first `errors[].code`. */
  readonly code: string | null;
  /**
   * All `errors[].detail`; where there is none, `message` or the plain text. Foreign text, empty for HTML.
   * The inner `status` and, beside details, `message` contradict the HTTP status in the API reference's own
   * samples (a 400 whose message is "Unauthorized"), so they are not kept.
   */
  readonly detail: string;
}

export function readErrorBody(answer: Answer): ErrorBody {
  if (answer.body.byteLength === 0) return {kind: 'empty', code: null, detail: ''};
  if (isHtml(answer)) return {kind: 'html', code: null, detail: ''};
  const json = decodeJson(answer.body);
  if (json === undefined) return {kind: 'text', code: null, detail: new TextDecoder().decode(answer.body)};
  return readJsonError(json);
}

/** Whether an answer is a web page: by its type, or by its first character. */
export function isHtml(answer: Answer): boolean {
  if (/\bx?html\b/i.test(answer.headers['content-type'] ?? '')) return true;
  return /^\s*<[!a-z?]/i.test(new TextDecoder().decode(answer.body.subarray(0, 200)));
}

/** JSON in strict UTF-8; undefined for anything else. */
export function decodeJson(bytes: Uint8Array): JsonValue | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)) as JsonValue;
  } catch {
    return undefined;
  }
}

function readJsonError(json: JsonValue): ErrorBody {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    return {kind: 'json', code: null, detail: typeof json === 'string' ? json : ''};
  }
  const {errors, message, description, error, error_description: explained} = json;
  // RFC 6749, section 5.2
  if (typeof error === 'string' && typeof explained === 'string') {
    return {kind: 'json', code: error, detail: `${error}: ${explained}`};
  }
  if (!Array.isArray(errors) && typeof message !== 'string') {
    const detail = [description, error].find((text) => typeof text === 'string') ?? '';
    return {kind: 'json', code: null, detail};
  }
  const entries = Array.isArray(errors) ? errors : [];
  const details = new Set(entries.map((entry) => textOf(entry, 'detail')).filter((detail) => detail !== ''));
  if (details.size === 0 && typeof message === 'string') details.add(message);
  const code = entries.map((entry) => textOf(entry, 'code')).find((text) => text !== '');
  return {kind: 'api', code: code ?? null, detail: [...details].join('; ')};
}

function textOf(entry: JsonValue, key: string): string {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return '';
  const value = entry[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
