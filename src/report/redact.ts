import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {own, setOwn} from '../bundle/json.js';
import {longestFirst} from '../secrets/scrub.js';
import {holderOf, nameCertainty, partsOf, valueCertainty} from '../secrets/find.js';

const MARKER = '••• (redacted';

/** The two sides of one bundle with nothing secret in them. */
export interface RedactedPair {
  readonly registered: JsonObject | null;
  readonly declared: JsonObject | null;
  /** Where the declared side has a masked value that the registered one has neither there nor anywhere else. */
  readonly added: readonly JsonPath[];
}

/** The keys and indexes that lead to a value. */
export type JsonPath = readonly (string | number)[];

/**
 * Both sides of a bundle with every credential replaced by a marker. One credential has one marker on both
 * sides and two credentials have two, so that the redacted sides differ exactly where the real ones do: a
 * changed credential is still seen to change.
 *
 * @param secrets the credentials of this run, in every form in which they are used
 */
export function redactBundlePair(
  registered: JsonObject | null,
  declared: JsonObject | null,
  secrets: readonly string[]
): RedactedPair {
  const markers: Markers = new Map();
  const known = new Set<string>();
  const added = new Map<string, JsonPath>();
  const redactLive = new Redactor(secrets, (secret, path) => {
    known.add(JSON.stringify(path));
    return numbered(markers, secret, '');
  });
  const safeLive = registered === null ? null : redactLive.object(registered);
  const ofLive = new Set(markers.keys());
  const redactDesired = new Redactor(secrets, (secret, path) => {
    const place = JSON.stringify(path);
    if (!known.has(place) && !ofLive.has(secret)) added.set(place, [...path]);
    return numbered(markers, secret, registered === null ? '' : ', changed');
  });
  const safeDesired = declared === null ? null : redactDesired.object(declared);
  return {registered: safeLive, declared: safeDesired, added: [...added.values()]};
}

/** A sentence, name or path with every credential replaced by `••• (redacted)`. */
export function redactText(text: string, secrets: readonly string[]): string {
  return new Redactor(secrets, () => `${MARKER})`).text(text);
}

function numbered(markers: Markers, secret: string | number, remark: string): string {
  const marker = markers.get(secret) ?? `${MARKER} ${markers.size + 1}${remark})`;
  markers.set(secret, marker);
  return marker;
}

/** By credential: the number 7 is another one than the text "7". */
type Markers = Map<string | number, string>;

/** A text in which nothing passes for a marker: where it imitates one, a backslash more stands in it. */
function withoutMarkers(text: string): string {
  return text.replace(IMITATION, '•••$1\\ (redacted');
}

const IMITATION = /•••(\\*) \(redacted/g;

/** A line that begins a private key and nothing after it; and one that may go on with it. */
const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY(?: BLOCK)?-----\s{0,4}$/;
const KEY_LINE = /^(?:[A-Za-z0-9+/=\s]*|-----END [A-Z0-9 -]*|[A-Za-z-]{1,30}: .*)$/;

class Redactor {
  private readonly secrets: readonly string[];
  /** Of the value that is at hand. */
  private readonly path: (string | number)[] = [];

  /** @param marker what stands in the place of a secret, which stands at this path; the path is not to be kept */
  constructor(
    secrets: readonly string[],
    private readonly marker: (secret: string | number, path: JsonPath) => string
  ) {
    this.secrets = longestFirst(secrets);
  }

  text(text: string): string {
    return partsOf(text, this.secrets)
      .map((part) => (part.isSecret ? this.marker(part.text, this.path) : withoutMarkers(part.text)))
      .join('');
  }

  object(object: JsonObject): JsonObject {
    const safe: JsonObject = {};
    for (const [key, value] of Object.entries(object)) {
      const isSecret = nameCertainty(holderOf(key, (other) => own(object, other))) !== null;
      this.path.push(key);
      setOwn(safe, this.text(key), this.value(value, isSecret));
      this.path.pop();
    }
    return safe;
  }

  private value(value: JsonValue, isSecret: boolean): JsonValue {
    if (Array.isArray(value)) return this.items(value, isSecret);
    if (value !== null && typeof value === 'object') return this.object(value);
    if (typeof value === 'string') return this.string(value, isSecret);
    return isSecret && typeof value === 'number' ? this.marker(value, this.path) : value;
  }

  /** A private key may be written as a list of its lines. */
  private items(list: readonly JsonValue[], isSecret: boolean): JsonValue[] {
    let isWithinKey = false;
    return list.map((value, index) => {
      const line = typeof value === 'string' ? value : null;
      isWithinKey = line !== null && (KEY_BEGINS.test(line) || (isWithinKey && KEY_LINE.test(line)));
      if (!isWithinKey || line === null || line.trim() === '') return this.item(value, index, isSecret);
      this.path.push(index);
      const safe = this.marker(line, this.path);
      this.path.pop();
      if (line.includes('-----END ')) isWithinKey = false;
      return safe;
    });
  }

  private item(value: JsonValue, index: number, isSecret: boolean): JsonValue {
    this.path.push(index);
    const safe = this.value(value, isSecret);
    this.path.pop();
    return safe;
  }

  private string(value: string, isSecret: boolean): string {
    return isSecret && valueCertainty(value) !== null ? this.marker(value, this.path) : this.text(value);
  }
}
