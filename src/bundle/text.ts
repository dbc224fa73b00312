import type {Span} from './json-types.js';

/** A place in a file, both counted from 1; columns are UTF-16 code units, as GitHub and editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last one. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A file over this is refused unread: real bundles are some 10 to 50 KB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Why bytes are not a text that can be read as JSON. */
export type EncodingFault = 'utf-16' | 'byte-order-mark' | 'not-utf-8';

export interface DecodedText {
  readonly text: string;
  readonly fault: EncodingFault | null;
}

/**
 * Decodes UTF-8 as RFC 8259 asks. A UTF-8 byte order mark is named as a fault and left out of the text, so
 * that the rest can still be checked; other encodings give an empty text.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b !== undefined) || b === 0) {
    return {text: '', fault: 'utf-16'};
  }
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      marked ? bytes.subarray(3) : bytes
    );
    return {text, fault: marked ? 'byte-order-mark' : null};
  } catch {
    return {text: '', fault: 'not-utf-8'};
  }
}

/** Turns offsets in a text into lines and columns. The lines are counted when first asked for. */
export class Lines {
  private starts: number[] | null = null;

  constructor(readonly text: string) {}

  position(offset: number): Position {
    const starts = (this.starts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
  }

  range(span: Span): Range {
    return {start: this.position(span.start), end: this.position(span.end)};
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
