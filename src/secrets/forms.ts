/** A text as it is, URL-encoded and JSON-escaped, each once and twice, and in base64, also as a part of more. */
export function textForms(text: string): string[] {
  const percent = percentEncoded(text);
  const padded = base64(text);
  const escaped = jsonEscaped(text);
  return [
    text,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    percent.replaceAll('%20', '+'),
    new URLSearchParams({v: text}).toString().slice('v='.length),
    percentEncoded(percent),
    escaped,
    escaped.replaceAll('/', '\\/'),
    jsonEscaped(escaped),
    unicodeEscaped(text),
    unicodeEscaped(text).toUpperCase().replaceAll('\\U', '\\u'),
    padded,
    padded.replace(/(?<!=)=+$/, ''),
    Buffer.from(text, 'utf8').toString('base64url'),
    ...[0, 1, 2].flatMap((before) => withinBase64(text, before))
  ];
}

/** The round trip replaces lone surrogates, on which encodeURIComponent would throw. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** Each character as `\u0041`. */
function unicodeEscaped(text: string): string {
  return Array.from(
    {length: text.length},
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
  ).join('');
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * What of a text is left in the base64 of a longer one, in both alphabets: without the characters at its ends that hold
 * bits of what stands around it.
 *
 * @param before how many bytes stand before it, modulo 3
 */
function withinBase64(text: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
  const [from, to] = [Math.ceil((before * 8) / 6), Math.floor((bytes.byteLength * 8) / 6)];
  return [bytes.toString('base64'), bytes.toString('base64url')].map((encoded) => encoded.slice(from, to));
}

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
