import {changesSomething, hasChanges} from '../plan/plan.js';
import {countBySeverity} from '../rules/finding.js';
import {counted} from '../words.js';
import {code, inline, join, gfm, type Markdown} from './escape.js';
import type {ReportCommand, ReportModel} from './types.js';

/** How we speak of bundles that are created, updated and deleted, and of those of which only job specs change. */
interface Words {
  readonly created: string;
  readonly updated: string;
  readonly deleted: string;
  readonly jobSpecs: string;
}

const PLANNED: Words = {
  created: 'to create',
  updated: 'to update',
  deleted: 'to delete',
  jobSpecs: 'with job specs to change'
};
const DONE: Words = {
  created: 'created',
  updated: 'updated',
  deleted: 'deleted',
  jobSpecs: 'with job specs changed'
};
const WORDS: Readonly<Record<ReportCommand, Words>> = {
  validate: PLANNED,
  plan: PLANNED,
  apply: DONE,
  restore: DONE,
  drift: {
    created: 'not registered',
    updated: 'different',
    deleted: 'not declared',
    jobSpecs: 'with other job specs'
  }
};

/** The first line of a report: the counts, and the account. */
export function headline(model: ReportModel): Markdown {
  const {plan, command, outcomes} = model;
  if (plan === null) return gfm`## ZIS bundles: ${filesPhrase(model)}`;
  const account = code(plan.target.subdomain === '' ? plan.target.registryUrl : plan.target.subdomain);
  const changes = changesPhrase(model);
  if (changes !== '') return gfm`## ZIS bundles: ${changes} in ${account}${failed(model)}`;
  const wasTried = outcomes !== null && outcomes.length > 0;
  const nothing = wasTried ? gfm`nothing done` : command === 'drift' ? gfm`no drift` : gfm`no changes`;
  return gfm`## ZIS bundles: ${nothing} in ${account}${failed(model)}`;
}

/** What a report without changes says below its headline; empty when there are changes or it is not known. */
export function allIsWell({plan, command, counts, failure}: ReportModel): Markdown {
  if (plan === null || failure !== null || hasChanges(plan)) return gfm``;
  const prefix = command === 'drift' ? 'No drift' : 'No changes';
  const holds = HOLDS[command];
  return gfm`${inline(prefix)}: the registry holds ${inline(holds)} (${unchanged(counts.unchanged)}).`;
}

const HOLDS: Readonly<Record<ReportCommand, string>> = {
  validate: 'what this commit declares',
  plan: 'what this commit declares',
  apply: 'what this commit declares',
  drift: 'what the checkout declares',
  restore: 'what the backup does'
};

/** `1 error, 2 warnings`; empty when there is neither. Remarks are no problems and do not count. */
export function findingsPhrase({findings}: Pick<ReportModel, 'findings'>): Markdown {
  const {error, warning} = countBySeverity(findings);
  return listed([countPhrase(error, 'error'), countPhrase(warning, 'warning')]);
}

/** A count with its noun; empty for none. */
export function countPhrase(count: number, one: string, many = `${one}s`): Markdown {
  return count === 0 ? gfm`` : inline(counted(count, one, many));
}

function filesPhrase(model: ReportModel): Markdown {
  const files = model.files === 0 ? gfm`no files` : countPhrase(model.files, 'file');
  const findings = findingsPhrase(model);
  if (findings !== '') return gfm`${files} checked, ${findings}${failed(model)}`;
  return model.failure === null ? gfm`${files} checked, all valid` : gfm`${files} checked${failed(model)}`;
}

/** An apply that was refused before its first write speaks of what it would have done. */
function changesPhrase(model: ReportModel): Markdown {
  const {command, counts, outcomes} = model;
  const isRefused = (command === 'apply' || command === 'restore') && outcomes === null;
  const words = isRefused ? PLANNED : WORDS[command];
  return listed([
    countPhrase(counts.created, words.created, words.created),
    countPhrase(counts.updated, words.updated, words.updated),
    countPhrase(counts.deleted, words.deleted, words.deleted),
    countPhrase(onlyJobSpecs(model), words.jobSpecs, words.jobSpecs)
  ]);
}

/** How many bundles stay as they are but for their job specs: planned, or done by an apply. */
function onlyJobSpecs({plan, outcomes}: ReportModel): number {
  const done = outcomes?.filter(({state}) => state === 'done').map(({step}) => step);
  const steps = done ?? plan?.steps ?? [];
  return steps.filter((step) => step.action === 'unchanged' && changesSomething(step)).length;
}

function listed(parts: readonly Markdown[]): Markdown {
  return join(
    parts.filter((part) => part !== ''),
    ', '
  );
}

function unchanged(count: number): Markdown {
  return count === 0 ? gfm`no bundle` : countPhrase(count, 'bundle');
}

function failed({failure}: ReportModel): Markdown {
  return failure === null || failure.reason === 'drift' ? gfm`` : gfm` (failed)`;
}
