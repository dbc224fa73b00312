import type {Annotation} from '../ports.js';
import {compareFindings, type Finding, type Severity} from '../rules/finding.js';
import {redactText} from './redact.js';
import {shorten, visible} from '../visible.js';

/** How many annotations of one level GitHub shows for a step; it drops the others without a word. */
const MOST_PER_LEVEL = 10;
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

/**
 * The findings as annotations, within GitHub's caps. Their texts are plain: whoever writes them as workflow
 * commands escapes them for that.
 *
 * @param secrets the credentials of this run, which must not appear in a message
 * @param taken how many of each level the step has written already
 */
export function toAnnotations(
  findings: readonly Finding[],
  secrets: readonly string[] = [],
  taken: Readonly<Partial<Record<Severity, number>>> = {}
): Annotations {
  const sorted = [...findings].sort(compareFindings);
  const of = (severity: Severity) => sorted.filter((finding) => finding.severity === severity);
  const room = (severity: Severity) => Math.max(0, MOST_PER_LEVEL - (taken[severity] ?? 0));
  const hidden = (severity: Severity) => Math.max(0, of(severity).length - room(severity));
  return {
    shown: (['error', 'warning', 'info'] as const).flatMap((severity) =>
      of(severity)
        .slice(0, room(severity))
        .map((finding) => toAnnotation(finding, secrets))
    ),
    hidden: {errors: hidden('error'), warnings: hidden('warning'), notices: hidden('info')}
  };
}

function toAnnotation(
  {rule, severity, message, hint, path, range}: Finding,
  secrets: readonly string[]
): Annotation {
  const text = redactText(hint === '' ? message : `${message}. ${hint}`, secrets);
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
