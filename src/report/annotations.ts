import type {Annotation} from '../ports.js';
import {compareFindings, countBySeverity, type Finding, type Severity} from '../rules/finding.js';
import {redactText} from './redact.js';
import {shorten, visible} from '../visible.js';
import {sentence} from '../words.js';

/** How many annotations of one level GitHub shows for a step; it drops the others without a word. */
export const MOST_PER_LEVEL = 10;
const MESSAGE_LENGTH = 2_000;

const LEVELS: Readonly<Record<Severity, Annotation['level']>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice'
};

export interface Annotations {
  /** At most 10 of each level, errors first. */
  readonly shown: readonly Annotation[];
  /** How many more there are. */
  readonly hidden: {readonly errors: number; readonly warnings: number; readonly notices: number};
}

export interface AnnotationOptions {
  /** The credentials of this run, which must not appear in a message. */
  readonly secrets?: readonly string[];
  /** How many of each level the step has written already. */
  readonly taken?: Readonly<Partial<Record<Severity, number>>>;
  /** Whether a finding stands on what the pull request changed: those come first. */
  readonly isChanged?: (finding: Finding) => boolean;
}

/**
 * The findings as annotations, within GitHub's caps: one for each file that has some before a second one for any,
 * and those on changed lines first. Their texts are plain: what writes them as workflow commands escapes
 * them for that.
 */
export function toAnnotations(
  findings: readonly Finding[],
  {secrets = [], taken = {}, isChanged = () => false}: AnnotationOptions = {}
): Annotations {
  const sorted = [...findings].sort(compareFindings);
  const counts = countBySeverity(findings);
  const room = (severity: Severity) => roomFor(severity, taken);
  const hidden = (severity: Severity) => Math.max(0, counts[severity] - room(severity));
  return {
    shown: (['error', 'warning', 'info'] as const).flatMap((severity) =>
      fairShare(
        sorted.filter((finding) => finding.severity === severity),
        room(severity),
        isChanged
      ).map((finding) => toAnnotation(finding, secrets))
    ),
    hidden: {errors: hidden('error'), warnings: hidden('warning'), notices: hidden('info')}
  };
}

/** Whether some findings will not be annotated: only then it matters which of them come first. */
export function areTooMany(findings: readonly Finding[], taken: AnnotationOptions['taken'] = {}): boolean {
  const counts = countBySeverity(findings);
  return (['error', 'warning', 'info'] as const).some(
    (severity) => counts[severity] > roomFor(severity, taken)
  );
}

function roomFor(severity: Severity, taken: NonNullable<AnnotationOptions['taken']>): number {
  return Math.max(0, MOST_PER_LEVEL - (taken[severity] ?? 0));
}

/** At most so many of the findings, in their order: in each round the next one of every file that has one left. */
function fairShare(
  findings: readonly Finding[],
  most: number,
  isChanged: (finding: Finding) => boolean
): readonly Finding[] {
  if (findings.length <= most) return findings;
  const [changed, others] = [findings.filter(isChanged), findings.filter((finding) => !isChanged(finding))];
  const round = new Map<string, number>();
  const ranked = [...changed, ...others].map((finding, order) => {
    const rank = round.get(finding.path) ?? 0;
    round.set(finding.path, rank + 1);
    return {finding, rank, order};
  });
  const chosen = ranked.sort((a, b) => a.rank - b.rank || a.order - b.order).slice(0, most);
  return chosen.map(({finding}) => finding).sort(compareFindings);
}

function toAnnotation(
  {rule, severity, message, hint, path, range, fix}: Finding,
  secrets: readonly string[]
): Annotation {
  const words = hint === '' ? message : `${message}. ${hint}`;
  const suggestion = fix === undefined ? '' : ` Suggested change: ${sentence(fix.title)}`;
  const text = redactText(fix === undefined ? words : `${sentence(words)}${suggestion}`, secrets);
  return {
    level: LEVELS[severity],
    title: visible(rule),
    message: shorten(visible(text), MESSAGE_LENGTH),
    file: redactText(path, secrets),
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column
  };
}
