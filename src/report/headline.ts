import type {Counts} from '../plan/types.js';
import type {Severity} from '../rules/finding.js';
import {code, inline, join, gfm, type Markdown} from './escape.js';
import type {ReportCommand, ReportModel} from './types.js';

/** How each command speaks of bundles that are created, updated and deleted. */
const WORDS: Readonly<Record<ReportCommand, readonly [string, string, string]>> = {
  validate: ['to create', 'to update', 'to delete'],
  plan: ['to create', 'to update', 'to delete'],
  apply: ['created', 'updated', 'deleted'],
  drift: ['not registered', 'different', 'not declared']
};

/** The first line of a report: the counts, and the account. */
export function headline(model: ReportModel): Markdown {
  const {plan, command, counts} = model;
  if (plan === null) return gfm`## ZIS bundles: ${filesPhrase(model)}`;
  const account = code(plan.target.subdomain === '' ? plan.target.registryUrl : plan.target.subdomain);
  const changes = changesPhrase(counts, command);
  if (changes !== '') return gfm`## ZIS bundles: ${changes} in ${account}${failed(model)}`;
  const nothing = command === 'drift' ? gfm`no drift` : gfm`no changes`;
  return gfm`## ZIS bundles: ${nothing} in ${account}${failed(model)}`;
}

/** What a report without changes says below its headline; empty when there are changes or it is not known. */
export function allIsWell({plan, command, counts, failure, outcomes}: ReportModel): Markdown {
  const changes = counts.created + counts.updated + counts.deleted + (outcomes?.length ?? 0);
  if (plan === null || failure !== null || changes > 0) return gfm``;
  const [prefix, source] = command === 'drift' ? ['No drift', 'the checkout'] : ['No changes', 'this commit'];
  return gfm`${inline(prefix)}: the registry holds what ${inline(source)} declares (${unchanged(counts.unchanged)}).`;
}

/** `1 error, 2 warnings`; empty when there is no finding. */
export function findingsPhrase({findings}: Pick<ReportModel, 'findings'>): Markdown {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    counted(count('error'), 'error', 'errors'),
    counted(count('warning'), 'warning', 'warnings'),
    counted(count('info'), 'remark', 'remarks')
  ];
  return join(
    parts.filter((part) => part !== ''),
    ', '
  );
}

/** A count with its noun; empty for none. */
export function counted(count: number, one: string, many: string): Markdown {
  if (count === 0) return gfm``;
  return gfm`${count} ${inline(count === 1 ? one : many)}`;
}

function filesPhrase(model: ReportModel): Markdown {
  const files = model.files === 0 ? gfm`no files` : counted(model.files, 'file', 'files');
  const findings = findingsPhrase(model);
  if (findings !== '') return gfm`${files} checked, ${findings}${failed(model)}`;
  return model.failure === null ? gfm`${files} checked, all valid` : gfm`${files} checked${failed(model)}`;
}

function changesPhrase(counts: Counts, command: ReportCommand): Markdown {
  const [created, updated, deleted] = WORDS[command];
  const parts = [
    counted(counts.created, created, created),
    counted(counts.updated, updated, updated),
    counted(counts.deleted, deleted, deleted)
  ];
  return join(
    parts.filter((part) => part !== ''),
    ', '
  );
}

function unchanged(count: number): Markdown {
  return count === 0 ? gfm`no bundle` : gfm`${counted(count, 'bundle', 'bundles')}`;
}

function failed({failure}: ReportModel): Markdown {
  return failure === null || failure.reason === 'drift' ? gfm`` : gfm` (failed)`;
}
