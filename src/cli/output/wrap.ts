import {plain, visible, type Line} from '../../visible.js';

/** Characters that take two columns of a terminal: East Asian wide forms and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const MARK = /\p{Mn}/u;

/** How many columns a text takes. */
export function cells(text: string): number {
  let count = 0;
  for (const character of text) count += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return count;
}

/**
 * A sentence, made visible, in lines of at most `width` columns, each behind the indent. A word that is longer stays whole:
 * it is a path or a name that somebody may want to copy.
 */
export function wrap(text: string, width: number, indent = ''): Line[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(' ')) {
    if (line !== '' && cells(indent + line) + 1 + cells(word) > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line].map((each) => visible(each));
}

/** A term and its explanation, in two columns where there is room, else one below the other. */
export function hanging(term: string, text: string, column: number, width: number): Line[] {
  if (width < column + 24) return [visible(term), ...wrap(text, width, '      ')];
  const [first = plain``, ...others] = wrap(text, width, ' '.repeat(column));
  if (cells(term) + 1 >= column) return [visible(term), first, ...others];
  return [visible(term + first.slice(cells(term))), ...others];
}
