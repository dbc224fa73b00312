/** One compile error as jq writes it. Lines and columns count from 1, columns in bytes. */
export interface JqError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the compile errors out of jq's stderr.
 *
 * @returns null when jq gave up for another reason: a limit of its own, a module that it does not find
 */
export function parseErrors(stderr: string): JqError[] | null {
  if (/memory exhausted|compiled to \d+ bytes|module not found/.test(stderr)) return null;
  const errors: JqError[] = [];
  for (const [, message = '', line, column] of stderr.matchAll(ERROR)) {
    errors.push({message, line: Number(line), column: Number(column)});
  }
  return errors.length === 0 ? null : errors;
}

const ERROR = /^jq: error: (.*) at <top-level>, line (\d+), column (\d+):$/gm;

/** Whether an error only says that this jq lacks a function or variable. */
export function isUndefined({message}: JqError): boolean {
  return message.endsWith(' is not defined');
}

/** jq's own words for a syntax error, with the names of its tokens replaced by what they stand for. */
export function readable(message: string, character: string): string {
  const match = /^syntax error, unexpected (.+?)(?:, expecting (.+))?$/s.exec(message);
  if (match === null) return withoutPlace(message);
  const [, unexpected = '', expecting] = match;
  const what = unexpected === 'INVALID_CHARACTER' ? `\`${character}\`` : tokenWords(unexpected);
  // `unexpected number`, `unexpected end of the program`
  const found = `unexpected ${what.replace(/^(?:an?|the) /, '')}`;
  if (expecting === undefined) return found;
  const wanted = [...new Set(expecting.split(' or ').map(tokenWords))];
  return `${found}, where ${wanted.join(' or ')} is expected`;
}

function withoutPlace(message: string): string {
  const [words = ''] = message.split(' (while parsing ', 1);
  return words.replace(/ at line \d+, column \d+$/, '');
}

const TOKENS: Readonly<Record<string, string>> = {
  FIELD: 'a field such as `.name`',
  IDENT: 'a name',
  BINDING: 'a variable',
  LITERAL: 'a number',
  FORMAT: 'a format such as `@uri`',
  QQSTRING_START: 'a string',
  QQSTRING_TEXT: 'the end of the string',
  QQSTRING_INTERP_START: 'the end of the string',
  QQSTRING_INTERP_END: '`)`',
  QQSTRING_END: 'the end of the string',
  INVALID_CHARACTER: 'a character that jq does not know',
  'end of file': 'the end of the program'
};

function tokenWords(token: string): string {
  return TOKENS[token] ?? `\`${token.replace(/^['"](.*)['"]$/, '$1')}\``;
}
