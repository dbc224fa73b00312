import {setOwn, type JsonObject, type JsonValue} from '../bundle/json.js';
import {isPlaceholder, isSensitiveKey, replaceShapes} from '../secrets/shapes.js';

/** Shorter secrets are not looked for: they would blank out half of every text and give themselves away. */
const SHORTEST_SECRET = 4;
const MARKER = '••• (redacted';

/** The two sides of one bundle with nothing secret in them. */
export interface RedactedPair {
  readonly live: JsonObject | null;
  readonly desired: JsonObject | null;
}

/**
 * Both sides of a bundle with every credential replaced by a marker. One credential has one marker on both
 * sides and two credentials have two, so that the redacted sides differ exactly where the real ones do: a
 * changed credential is still seen to change.
 *
 * @param secrets the credentials of this run, in every form in which they are used
 */
export function redactBundlePair(
  live: JsonObject | null,
  desired: JsonObject | null,
  secrets: readonly string[]
): RedactedPair {
  const markers = new Map<string, string>();
  const redactLive = new Redactor(secrets, (secret) => numbered(markers, secret, ''));
  const redactDesired = new Redactor(secrets, (secret) =>
    numbered(markers, secret, live === null ? '' : ', changed')
  );
  return {
    live: live === null ? null : redactLive.object(live),
    desired: desired === null ? null : redactDesired.object(desired)
  };
}

/** A sentence, name or path with every credential replaced by `••• (redacted)`. */
export function redactText(text: string, secrets: readonly string[]): string {
  return new Redactor(secrets, () => `${MARKER})`).text(text);
}

function numbered(markers: Map<string, string>, secret: string, remark: string): string {
  const marker = markers.get(secret) ?? `${MARKER} ${markers.size + 1}${remark})`;
  markers.set(secret, marker);
  return marker;
}

class Redactor {
  private readonly secrets: readonly string[];

  constructor(
    secrets: readonly string[],
    private readonly marker: (secret: string) => string
  ) {
    // Of two secrets of which one holds the other the longer goes first, so that nothing of it is left.
    this.secrets = secrets
      .filter(({length}) => length >= SHORTEST_SECRET)
      .sort((a, b) => b.length - a.length);
  }

  text(text: string): string {
    // A text that imitates a marker could pass for a hidden value: it is hidden as a whole.
    if (text.includes(MARKER)) return this.marker(text);
    let safe = text;
    for (const secret of this.secrets) {
      if (safe.includes(secret)) safe = safe.split(secret).join(this.marker(secret));
    }
    return replaceShapes(safe, this.marker);
  }

  object(object: JsonObject): JsonObject {
    const headerName = [object['key'], object['name']].find((name) => typeof name === 'string');
    const isSecretHeader = typeof headerName === 'string' && isSensitiveKey(headerName);
    const safe: JsonObject = {};
    for (const [key, value] of Object.entries(object)) {
      const sensitive = isSensitiveKey(key) || (isSecretHeader && /^value(?:\.\$)?$/.test(key));
      setOwn(safe, this.text(key), this.value(value, sensitive));
    }
    return safe;
  }

  private value(value: JsonValue, sensitive: boolean): JsonValue {
    if (Array.isArray(value)) return value.map((item) => this.value(item, sensitive));
    if (value !== null && typeof value === 'object') return this.object(value);
    if (typeof value === 'string') return this.string(value, sensitive);
    return sensitive && typeof value === 'number' ? this.marker(`the number ${value}`) : value;
  }

  private string(value: string, sensitive: boolean): string {
    if (!sensitive || value === '') return this.text(value);
    return isPlaceholder(value) ? this.text(value) : this.marker(value);
  }
}
