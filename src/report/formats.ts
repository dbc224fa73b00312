import {RULES} from '../rules/index.js';
import {VERSION} from '../version.js';
import {linesOf, paint, visibleJson, type Painted} from '../visible.js';
import {planFile} from './plan-file.js';
import {runAsJson} from './run-json.js';
import {sarif} from './sarif.js';
import type {ShownRun} from './shown-run.js';
import {workflowCommands} from './write-workflow-commands.js';

/** Makes one form of a result: a whole text, for a terminal or a file. */
export type Formatter<Result = ShownRun, Text extends string = Painted> = (result: Result) => Text;

/** The forms of a run that depend on nothing else. A terminal has more, which depend on its width and colours. */
export const FORMATS = {
  /** For other programs. */
  json: (run) => paint`${visibleJson(runAsJson(run), 2)}\n`,
  /** What would be done, for later steps of a workflow; without a plan it is `null`. */
  plan: ({model}) => paint`${visibleJson(model.plan === null ? null : planFile(model.plan), 2)}\n`,
  /** The findings, for code scanning. A run that checked no file says why. */
  sarif: ({model: {findings, files, failure}}) => {
    const notChecked = files === 0 ? (failure?.message ?? null) : null;
    return paint`${visibleJson(sarif(findings, RULES, {version: VERSION, failure: notChecked}))}\n`;
  },
  /** The report, for people. */
  markdown: ({report}) => report().file(),
  /** The findings as commands to a workflow's runner, which marks them on their lines. */
  annotations: ({model, secrets}) => linesOf(workflowCommands(model.findings, secrets))
} as const satisfies Readonly<Record<string, Formatter<ShownRun, string>>>;
