import {linesOf, paint, plain, type Painted} from '../visible.js';
import {sentence} from '../words.js';
import type {CommandLine} from './args.js';
import {EXIT} from './exit-codes.js';
import {formatsOfRun, inFormat, type ReportOptions} from './output/report.js';
import {createSource} from './output/source.js';
import {createStyle, type Look} from './output/style.js';
import {wrap} from './output/wrap.js';
import type {ShownRun} from '../report/shown-run.js';
import {inTerminalWords} from './terminal-words.js';
import {wantsColour, widthOf, type Output, type Terminal} from './terminal.js';

/** Shows a run: the result on stdout, notices and what went wrong on stderr. @returns the exit code */
export function show(shown: ShownRun, line: CommandLine, terminal: Terminal): number {
  const formats = formatsOfRun(reportOptions(line, terminal, terminal.stdout));
  terminal.stdout.write(inFormat(shown, line.format, formats));
  const {failure, outcomes} = shown.model;
  // Those of an apply were shown with its plan, before it was asked.
  if (outcomes === null || outcomes.length === 0) showNotices(shown, terminal);
  if (failure === null) return EXIT.fine;
  showProblem(failure.message, failure.hint, terminal);
  return EXIT.failed;
}

/** How a report is to be shown on this stream. */
export function reportOptions(line: CommandLine, terminal: Terminal, output: Output): ReportOptions {
  return {
    look: lookOf(terminal, output),
    source: createSource(terminal.cwd),
    explain: line.flags.has('explain')
  };
}

export function lookOf(terminal: Terminal, output: Output): Look {
  return {style: createStyle(wantsColour(output, terminal.env)), width: widthOf(output)};
}

export function showNotices({model}: ShownRun, terminal: Terminal): void {
  for (const notice of model.notices) tell(`note: ${notice}`, terminal);
}

/** What is wrong, and what to do about it. */
export function showProblem(message: string, hint: string, terminal: Terminal): void {
  const {style} = lookOf(terminal, terminal.stderr);
  tell(sentence(message), terminal, style.red('error: '));
  if (hint !== '') tell(hint, terminal);
}

/** One or more sentences on stderr, behind a label that is already painted. */
export function tell(text: string, terminal: Terminal, label: Painted = plain``): void {
  const lines = wrap(inTerminalWords(text), widthOf(terminal.stderr) - (label === '' ? 0 : 'error: '.length));
  terminal.stderr.write(paint`${label}${linesOf(lines)}`);
}
