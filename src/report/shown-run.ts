import {once} from './once.js';
import {redactModel} from './redact-model.js';
import {createReport, type Report} from './report.js';
import type {ReportModel} from './types.js';

/** What a run gave, with no credential in any text of it but the bundles: every form of it is made from this. */
export interface ShownRun {
  readonly model: ReportModel;
  /** As the `result` output has it. */
  readonly result: string;
  /** What `deletes: removed` compared with, in words; empty where that is not known. */
  readonly declaredBefore: string;
  /** Where an apply saved what it was about to replace; empty when it saved nothing. */
  readonly backupPath: string;
  /** The credentials of this run, in every form: they are taken out of bundles as these are shown. */
  readonly secrets: readonly string[];
  /** The report in Markdown, made when it is first asked for. */
  readonly report: () => Report;
}

/** @param model as the run left it, with whatever credentials are in it */
export function shownRun(model: ReportModel, facts: Omit<ShownRun, 'model' | 'report'>): ShownRun {
  return {
    ...facts,
    model: redactModel(model, facts.secrets),
    report: once(() => createReport(model, facts.secrets))
  };
}
