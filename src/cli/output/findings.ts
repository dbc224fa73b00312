import {paint, plain, visible, type Painted} from '../../visible.js';
import {countBySeverity, type Finding, type Severity} from '../../rules/finding.js';
import {counted} from '../../words.js';
import {inTerminalWords} from '../terminal-words.js';
import {excerptOf, type Suspects} from './excerpt.js';
import type {Look, Paint, Style} from './style.js';
import {wrap} from './wrap.js';

/** Gives the lines of a bundle file; null where it cannot be read as text. */
export type Source = (path: string) => readonly string[] | null;

export interface FindingsInput {
  readonly findings: readonly Finding[];
  readonly source: Source;
  /** The credentials of this run, in every form. */
  readonly secrets: readonly string[];
}

/** The findings as a compiler shows them: the place and what is wrong, the line itself, what would be right. */
export function findingsText({findings, source, secrets}: FindingsInput, look: Look): Painted[] {
  const suspects = new Map<string, Suspects>();
  return findings.flatMap((finding) => {
    const known = suspects.get(finding.path) ?? new Map<number, boolean>();
    suspects.set(finding.path, known);
    return [...findingLines(finding, {source, secrets, suspects: known}, look), plain``];
  });
}

/** `1 error, 2 warnings`, with `no findings` for none. */
export function findingsCount(findings: readonly Finding[]): string {
  const {error, warning, info} = countBySeverity(findings);
  const counts = Object.entries({error, warning, remark: info})
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => counted(count, noun));
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function findingLines(
  finding: Finding,
  {source, secrets, suspects}: Omit<FindingsInput, 'findings'> & {readonly suspects: Suspects},
  look: Look
): Painted[] {
  const {path, range, severity, message, rule, hint} = finding;
  const {style, width} = look;
  const {line, column} = range.start;
  const place = plain`${path}:${line}:${column}`;
  const head = plain`${place} ${severity}`;
  const [first = plain``, ...others] = wrap(inTerminalWords(`${head} ${message} (${rule})`), width);
  // A path with blanks may have been wrapped itself.
  const painted = first.startsWith(head)
    ? paint`${style.bold(place)} ${paintOf(style)[severity](severity)}${visible(first.slice(head.length))}`
    : first;
  const gutter = `  ${line} | `;
  const lines = mayShowLine(rule) ? source(path) : null;
  const excerpt = lines === null ? null : excerptOf(lines, range, width - gutter.length, secrets, suspects);
  return [
    painted,
    ...others,
    ...(excerpt === null
      ? []
      : [
          paint`${style.dim(gutter)}${excerpt.line}`,
          paint`${style.dim(`${' '.repeat(gutter.length - 2)}| `)}${paintOf(style)[severity](excerpt.carets)}`
        ]),
    ...(hint === '' ? [] : wrap(inTerminalWords(hint), width, '  '))
  ];
}

/** What these rules find is a credential: its line is not shown. */
function mayShowLine(rule: string): boolean {
  return !rule.startsWith('security/');
}

function paintOf({red, yellow, cyan}: Style): Readonly<Record<Severity, Paint>> {
  return {error: red, warning: yellow, info: cyan};
}
