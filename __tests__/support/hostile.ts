import fc from 'fast-check';

/** Texts that a runner, a terminal or a reader could take for something else. */
export const HOSTILE_PARTS = [
  '::add-mask::x',
  '::stop-commands::x',
  '::error::x',
  '##[add-mask]x',
  '##[error]x',
  '#',
  '##',
  '[',
  ':',
  '::',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\v',
  '\f',
  ' ',
  '\u0085',
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u200b',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u3000',
  '\ufeff',
  '\u001b[2J',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u009d0;x\u009c',
  '\b\b\b',
  '\0',
  '\u007f',
  '\ud800',
  '\u{e0041}',
  '\u2066',
  '👨‍👩‍👧',
  '%0A::add-mask::x',
  '%25',
  'orders'
];

/** Any text, and above all hostile ones. */
export const hostileText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 30}),
  fc.array(fc.constantFrom(...HOSTILE_PARTS), {maxLength: 6}).map((parts) => parts.join(''))
);

/** What no line of a log or a terminal may hold: all that cannot be seen but the parts of an emoji. */
export const HIDDEN =
  /(?!\ufe0f|(?<=\p{Extended_Pictographic}\ufe0f?)\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
