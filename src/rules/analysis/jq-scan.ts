/** What can be said of a jq program without parsing it. */
export interface JqScan {
  /** The first bracket or string that is not closed, or closes nothing. */
  readonly fault: {readonly message: string; readonly offset: number} | null;
  /** Where the text of strings stands: half-open ranges, without quotes and without `\(…)`. */
  readonly strings: readonly (readonly [start: number, end: number])[];
  /** Where the last character stands that is neither blank nor in a comment; -1 when there is none. */
  readonly last: number;
  /** How deep brackets and strings are nested at most. */
  readonly depth: number;
}

const CLOSING: Readonly<Record<string, string>> = {'(': ')', '[': ']', '{': '}'};

const BLANK = 0x20;
/** By character code: what opens or closes, and the beginning of a comment. */
const SIGNS: readonly (boolean | undefined)[] = Array.from({length: 128}, (_, code) =>
  '"#()[]{}'.includes(String.fromCharCode(code))
);

interface Open {
  /** `(`, `[`, `{`, `\(` or `"`. */
  readonly what: string;
  readonly offset: number;
}

/**
 * Goes through a jq program's brackets, strings, interpolations and comments. A program without a fault can
 * be put in brackets: nothing in it ends them.
 */
export function scanJq(text: string): JqScan {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly open: Open[] = [];
  private readonly strings: [number, number][] = [];
  private depth = 0;
  private last = -1;
  private at = 0;
  /** Whether the last of `open` is a string. */
  private isInString = false;

  constructor(private readonly text: string) {}

  scan(): JqScan {
    while (this.at < this.text.length) {
      const message = this.isInString ? this.inString() : this.outside();
      if (message !== null) return this.result({message, offset: this.at});
    }
    const last = this.open.at(-1);
    if (last === undefined) return this.result(null);
    const message =
      last.what === '"' ? 'this string is never closed' : `this \`${last.what}\` is never closed`;
    return this.result({message, offset: last.offset});
  }

  private result(fault: JqScan['fault']): JqScan {
    return {fault, strings: this.strings, last: this.last, depth: this.depth};
  }

  /** The characters outside strings up to one that opens or closes, and that one, or a comment; a message when it is at fault. */
  private outside(): string | null {
    const {text} = this;
    let code = text.charCodeAt(this.at);
    while (!SIGNS[code]) {
      if (code > BLANK) this.last = this.at;
      this.at += 1;
      if (this.at === text.length) return null;
      code = text.charCodeAt(this.at);
    }
    const found = text.charAt(this.at);
    if (found === '#') {
      this.skipComment();
      return null;
    }
    this.last = this.at;
    if (found === '"' || found in CLOSING) this.push(found, this.at);
    else {
      const last = this.pop();
      if (last === undefined) return `this \`${found}\` closes nothing`;
      const wanted = last.what === '\\(' ? ')' : CLOSING[last.what];
      if (found !== wanted)
        return `this \`${found}\` stands where \`${wanted ?? ''}\` must close \`${last.what}\``;
    }
    this.at += 1;
    return null;
  }

  /** The text of a string up to its end, or to an interpolation. */
  private inString(): null {
    const start = this.at;
    while (this.at < this.text.length) {
      const found = this.text[this.at];
      if (found === '"') {
        this.strings.push([start, this.at]);
        this.last = this.at;
        this.pop();
        this.at += 1;
        return null;
      }
      if (found === '\\' && this.text[this.at + 1] === '(') {
        this.strings.push([start, this.at]);
        this.push('\\(', this.at);
        this.at += 2;
        return null;
      }
      this.at += found === '\\' ? 2 : 1;
    }
    this.strings.push([start, this.text.length]);
    return null;
  }

  private pop(): Open | undefined {
    const last = this.open.pop();
    this.isInString = this.open.at(-1)?.what === '"';
    return last;
  }

  private push(what: string, offset: number): void {
    this.open.push({what, offset});
    this.isInString = what === '"';
    this.depth = Math.max(this.depth, this.open.length);
  }

  /** To the end of the line, or further where the line ends in an odd number of backslashes. */
  private skipComment(): void {
    const rest = /(?:[^\\\r\n]|\\(?:\r\n|[^])|\r(?!\n))*/y;
    rest.lastIndex = this.at;
    this.at += Math.max(1, rest.exec(this.text)?.[0].length ?? 1);
  }
}
