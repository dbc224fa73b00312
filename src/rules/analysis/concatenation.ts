/**
 * A text that puts quoted texts and paths together with `+`, as a programming language does and ZIS does not,
 * written with placeholders: `'/tickets/' + $.id` is `/tickets/{{$.id}}`. null when it is no such text.
 */
export function withoutConcatenation(text: string): string | null {
  if (text.length > MAX_LENGTH || !text.includes('+') || !text.includes('$')) return null;
  const parts: string[] = [];
  for (const part of text.split('+')) {
    const trimmed = part.trim();
    const [, , quoted] = QUOTED.exec(trimmed) ?? [];
    if (quoted !== undefined) parts.push(quoted);
    else if (PATH.test(trimmed)) parts.push(`{{${trimmed}}}`);
    else return null;
  }
  return parts.join('');
}

const MAX_LENGTH = 1_000;
const QUOTED = /^(['"`])([^'"`]*)\1$/;
const PATH = /^\$[\w.[\]]*$/;
