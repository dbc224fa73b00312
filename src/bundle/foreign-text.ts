import type {SyntaxFault} from './json-types.js';

/** What other programs leave in a file that is meant to be JSON, told from where its reading stopped. */
export function foreignText(text: string, at: number): Omit<SyntaxFault, 'inJsonc'> | null {
  if (text.startsWith(LFS_POINTER)) {
    return {
      start: 0,
      end: LFS_POINTER.length,
      message: 'this is a pointer of Git LFS, and not the file that it stands for',
      hint: 'Set `lfs: true` at actions/checkout, or run git lfs pull.'
    };
  }
  const line = text.lastIndexOf('\n', at) + 1;
  if (isConflictMarker(text, line)) {
    return {
      start: line,
      end: line + 7,
      message: 'this is a conflict marker of git: two versions of the file were not merged to the end',
      hint: 'Keep what is right of both sides, and remove the lines of <<<<<<<, ======= and >>>>>>>.'
    };
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const end = at + character.length;
  if (TYPOGRAPHIC_QUOTES.includes(character))
    return {start: at, end, message: `this is a typographic quote (${point})`, hint: 'JSON has only ".'};
  if (OTHER_BLANKS.test(character)) {
    const hint = 'Replace it with a plain blank: it looks like one, and JSON does not have it.';
    return {start: at, end, message: `this is a blank of another kind (${point})`, hint};
  }
  return null;
}

/** Whether a line begins as those do that git writes between two versions which it could not merge. */
export function isConflictMarker(text: string, line: number): boolean {
  return MARKERS.some((marker) => text.startsWith(marker, line));
}

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
const MARKERS = ['<<<<<<<', '|||||||', '=======', '>>>>>>>'];
const TYPOGRAPHIC_QUOTES = '“”„‟«»‘’‚‛‹›';
/** Blanks that JSON does not have, and characters without a width. */
const OTHER_BLANKS = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
