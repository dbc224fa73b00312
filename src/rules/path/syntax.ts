import type {PathFault} from '../../flow/path.js';
import type {BundleContext, BundleRule, Report} from '../rule.js';
import {spanWithin} from '../analysis/spans.js';
import {textOf} from '../../flow/template.js';
import {valuesIn, type ValueSite} from '../analysis/values.js';

export const pathSyntax: BundleRule = {
  id: 'path/syntax',
  scope: 'bundle',
  severity: 'error',
  summary: 'Reference paths and placeholders can be read.',
  why: 'A path that cannot be read finds nothing: the flow fails with "JSON path not found", or the braces are sent as they stand.',
  bad: '{"ticket_id.$": "$.input..id", "text.$": "Ticket {{$.input.id}"}',
  good: '{"ticket_id.$": "$.input.id", "text.$": "Ticket {{$.input.id}}"}',
  source: 'ZIS action state, ZIS custom actions (reference paths, placeholders)',
  check(bundle, report) {
    for (const site of valuesIn(bundle).sites) {
      if (!readsPaths(site)) continue;
      // The faults behind the first one in a text are mostly its consequences.
      const [fault] = site.template?.faults ?? [];
      if (fault === undefined) continue;
      report(
        spanWithin(site.node, fault.start, fault.end),
        fault.message,
        'A placeholder is written {{$.path}}, with two braces on each side.'
      );
    }
    reportFaults(bundle, 'malformed', report);
    reportEnds(bundle, report);
  }
};

export const pathUnsupported: BundleRule = {
  id: 'path/unsupported',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Reference paths have members and indexes only.',
  why: "Filters, wildcards, slices, recursive descent, `$$` and functions are in JSONPath or in Amazon's language. ZIS documents none of them, and a path that finds nothing fails the flow.",
  bad: '{"first.$": "$.input.tags[*]", "id.$": "States.UUID()"}',
  good: '{"first.$": "$.input.tags[0]"}',
  source: 'ZIS action state (reference paths); Flow state limitations (no intrinsic functions)',
  check(bundle, report) {
    reportFaults(bundle, 'unsupported', report);
    reportIndexes(bundle, report);
    for (const {node, reading} of valuesIn(bundle).sites) {
      if (reading !== 'literal' && reading !== 'path' && isIntrinsic(node.value)) {
        report(
          node,
          'ZIS has no intrinsic functions, such as those of Amazon States Language',
          'Compute the value in an action state with zis:common:transform:Jq first.'
        );
      }
    }
  }
};

/** `States.Format(…)` and its like. */
export function isIntrinsic(value: unknown): boolean {
  return typeof value === 'string' && /^\s*States\.\w+\s*\(/.test(value);
}

function reportFaults(bundle: BundleContext, kind: PathFault['kind'], report: Report): void {
  for (const site of valuesIn(bundle).sites) {
    if (!readsPaths(site)) continue;
    const {node, path, template} = site;
    const whole = path?.fault;
    if (whole?.kind === kind) {
      const [message, hint] = words(whole, node.value);
      report(spanWithin(node, whole.start, whole.end), message, site.writes ? TARGET_HINT : hint);
    }
    for (const {path: inner, inner: text, innerStart} of template?.placeholders ?? []) {
      const fault = inner?.fault;
      if (fault?.kind !== kind) continue;
      const at = spanWithin(node, innerStart + fault.start, innerStart + fault.end);
      report(at, ...words(fault, text));
    }
  }
}

/** A sign behind a path that is no part of a name. */
function reportEnds(bundle: BundleContext, report: Report): void {
  for (const {node, path, reading} of valuesIn(bundle).sites) {
    if (path === null || path.fault !== null || (reading !== 'path' && reading !== 'dynamic')) continue;
    const text = textOf(node);
    const end = oddEnd(text);
    if (end === '' || path.segments.length === 0) continue;
    const at = text.length - end.length;
    report(
      spanWithin(node, at, text.length),
      `the path ${shown(text)} ends in ${JSON.stringify(end)}`,
      end === '.$'
        ? `Write ${JSON.stringify(shown(text.slice(0, at)))}: only keys end in .$.`
        : 'Take it out.'
    );
  }
}

function oddEnd(text: string): string {
  const last = text.charAt(text.length - 1);
  if (last === '$') return text.endsWith('.$') ? '.$' : '';
  return ';,!?'.includes(last) ? last : '';
}

/** ZIS documents paths of results that end in a name. */
function reportIndexes(bundle: BundleContext, report: Report): void {
  for (const {node, path, writes} of valuesIn(bundle).sites) {
    if (!writes || path?.fault !== null || !path.segments.some((step) => typeof step === 'number')) continue;
    report(
      node,
      `the path ${shown(node.value)} puts a result into an array by its index, which ZIS does not document`,
      TARGET_HINT
    );
  }
}

const TARGET_HINT = 'Put it into a member of its own, such as $.result.';

function words({message, hint}: PathFault, path: unknown): [message: string, hint: string] {
  return [`the path ${shown(path)} cannot be used: ${message}`, hint];
}

function shown(path: unknown): string {
  const text = String(path);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/** A literal text may hold anything, and a text such as "$5" is no path where only placeholders are looked for. */
function readsPaths({reading, path}: ValueSite): boolean {
  if (reading === 'literal') return false;
  return path === null || reading === 'path' || reading === 'dynamic' || path.segments.length > 0;
}
