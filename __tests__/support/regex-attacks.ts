/** A text that makes an expression look at the same characters again and again: a repeated unit between two others. */
export interface Attack {
  readonly prefix: string;
  readonly unit: string;
  readonly suffix: string;
}

/** One of the things that an expression matches in a row: a character or a class, and whether it repeats. */
interface Atom {
  readonly source: string;
  readonly repeats: boolean;
}

/** In the order in which they are tried as samples of a class. */
const ALPHABET = ' a0A_-.:/"\\{}$=%&?#[]()<>\'`,;*+@~!|^\tz9Z\nxeé\u0001\u00a0\u200b\u2028🙂';
const SUFFIXES = ['', '\n', '!', '\u0001', ' x'];
const MOST_ATTACKS = 400;

/**
 * Texts made for one expression: each run in it long, behind what the expression asks for before, and followed by
 * what it does not; and its beginning, as far as it goes, over and over.
 */
export function attacksOn(expression: RegExp): Attack[] {
  const attacks = new Map<string, Attack>();
  const add = (prefix: string, unit: string): void => {
    for (const suffix of SUFFIXES) {
      if (unit !== '' && attacks.size < MOST_ATTACKS)
        attacks.set(JSON.stringify([prefix, unit, suffix]), {prefix, unit, suffix});
    }
  };
  for (const atoms of alternativesOf(expression.source)) {
    const samples = atoms.map((atom) => samplesOf(atom.source, expression.flags));
    const begin = (end: number): string =>
      samples
        .slice(0, end)
        .map(([first = '']) => first)
        .join('');
    for (const [index, atom] of atoms.entries()) {
      for (const sample of atom.repeats ? (samples[index] ?? []) : []) {
        add('', sample);
        add(begin(index), sample);
        add('', begin(index) + sample);
      }
      add('', begin(index + 1));
      add(begin(index), begin(atoms.length).slice(begin(index).length));
    }
  }
  return [...attacks.values()];
}

/** The atoms of each alternative, groups taken apart as if they were none. */
function alternativesOf(source: string): Atom[][] {
  const alternatives: Atom[][] = [[]];
  for (const [part] of source.matchAll(PART)) {
    const atoms = alternatives.at(-1) ?? [];
    if (part === '|') alternatives.push([]);
    else if (/^[*+?{]/.test(part) && /^(?:[*+]|\{\d*,|\{\d{2})/.test(part)) repeat(atoms);
    else if (!/^(?:[()^$?]|\(\?|\\[bB]$|\{\d|[*+])/.test(part)) atoms.push({source: part, repeats: false});
  }
  const whole = alternatives.flat();
  return [...alternatives, whole].filter((atoms) => atoms.length > 0).map((atoms) => atoms.slice(0, 40));
}

function repeat(atoms: Atom[]): void {
  const last = atoms.pop();
  if (last !== undefined) atoms.push({...last, repeats: true});
}

/** A class, an escape, a quantifier, the head of a group, or one character. */
const PART =
  /\[(?:\\[^]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[^]|\{\d+,?\d*\}\??|[*+?]\??|\(\?(?:[:=!]|<[=!]|<\w+>)|[^]/giu;

/** Up to three characters that an atom takes. */
function samplesOf(source: string, flags: string): string[] {
  let atom: RegExp;
  try {
    atom = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
  } catch {
    return [];
  }
  const literal = /^[^\\[.]$/u.test(source) ? [source] : [];
  return [...new Set([...literal, ...Array.from(ALPHABET)])].filter((text) => atom.test(text)).slice(0, 3);
}
