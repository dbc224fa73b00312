import type {Annotation} from '../ports.js';
import {toAnnotations} from './annotations.js';
import type {Finding} from '../rules/finding.js';
import {visible, type Line} from '../visible.js';

/** The findings as workflow commands, one a line, which a GitHub runner shows on their lines. */
export function workflowCommands(findings: readonly Finding[], secrets: readonly string[]): Line[] {
  return findings.flatMap((finding) => toAnnotations([finding], {secrets}).shown.map(workflowCommand));
}

/** One annotation as a workflow command. */
export function workflowCommand({
  level,
  message,
  startLine,
  startColumn,
  endColumn,
  ...place
}: Annotation): Line {
  const properties = {
    title: place.title,
    file: place.file,
    line: startLine,
    endLine: place.endLine,
    col: startColumn,
    endColumn
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return visible(`::${level} ${written.join(',')}::${data(message)}`);
}

/** Escapes as the runner reads it (docs: Workflow commands). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
