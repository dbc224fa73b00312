/** A text as it is, URL-encoded, JSON-escaped and in base64. */
export function textForms(text: string): string[] {
  const percent = percentEncoded(text);
  const padded = base64(text);
  return [
    text,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    percent.replaceAll('%20', '+'),
    new URLSearchParams({v: text}).toString().slice('v='.length),
    JSON.stringify(text).slice(1, -1),
    padded,
    padded.replace(/(?<!=)=+$/, ''),
    Buffer.from(text, 'utf8').toString('base64url')
  ];
}

/** The round trip replaces lone surrogates, on which encodeURIComponent would throw. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
