import {createCancellation} from '../../actions/cancellation.js';
import {countSteps, hasChanges} from '../../plan/plan.js';
import type {Plan} from '../../plan/types.js';
import {counted} from '../../words.js';
import type {CommandLine} from '../args.js';
import {readAccess} from '../credentials.js';
import {EXIT} from '../exit-codes.js';
import {inputsFrom, type Given} from '../inputs.js';
import {planText} from '../output/plan.js';
import {checkedText} from '../output/report.js';
import {patternsFrom} from '../patterns.js';
import {Cancelled, confirm, Declined} from '../prompt.js';
import type {ShownRun} from '../../report/shown-run.js';
import {runSession} from '../session.js';
import {reportOptions, show, showNotices} from '../show.js';
import {canAsk, type Terminal} from '../terminal.js';
import {linesOf, plain} from '../../visible.js';
import {UsageError} from '../usage-error.js';

/**
 * `apply`: shows the plan, asks, and carries out what was shown. Ctrl-C begins nothing more: of what was uploaded
 * the job specs are installed.
 *
 * @returns the exit code
 */
export async function apply(line: CommandLine, terminal: Terminal): Promise<number> {
  demandAnswer(line, terminal);
  return carryOut('apply', line, terminal, {bundles: patternsFrom(line.positionals, terminal.cwd)});
}

/** `restore`: the same for what a backup holds. */
export async function restore(line: CommandLine, terminal: Terminal): Promise<number> {
  demandAnswer(line, terminal);
  const [backup] = line.positionals;
  if (backup === undefined) {
    throw new UsageError(
      'restore needs the backup to put back.',
      'An apply names it when it is done, and a workflow at its output backup-path: zis-bundles restore FILE.'
    );
  }
  return carryOut('restore', line, terminal, {backup});
}

function demandAnswer(line: CommandLine, terminal: Terminal): void {
  if (line.flags.has('yes') || canAsk(terminal)) return;
  throw new UsageError(
    `${line.command} asks before it writes, and there is no terminal to ask on.`,
    `Look at the plan, then use ${line.command} --yes.`
  );
}

async function carryOut(
  command: 'apply' | 'restore',
  line: CommandLine,
  terminal: Terminal,
  given: Given
): Promise<number> {
  const access = await readAccess(terminal, line);
  const inputs = await inputsFrom(command, line, terminal, {...given, access});
  const cancellation = createCancellation();
  const {stop} = cancellation;
  const release = terminal.onInterrupt(() => {
    if (stop.aborted) return;
    cancellation.cancel();
    terminal.stderr.write(
      linesOf([
        plain``,
        plain`Interrupted: what was begun is completed, and nothing more is begun. Once more ends it at once.`
      ])
    );
  });
  try {
    const shown = await runSession(command, {
      terminal,
      inputs,
      since: line.flags.get('since')?.[0],
      cancellation,
      confirm: (plan) => agree(plan, line, terminal, stop)
    });
    const code = show(shown, line, terminal);
    return stop.aborted ? EXIT.interrupted : code;
  } finally {
    release();
  }
}

/** @throws Declined when the answer is no @throws Cancelled when there was none */
async function agree(
  shown: ShownRun,
  line: CommandLine,
  terminal: Terminal,
  stopped: AbortSignal
): Promise<void> {
  const {plan} = shown.model;
  if (stopped.aborted) throw new Cancelled('interrupted before the plan was shown');
  if (plan === null || !hasChanges(plan)) return;
  showPlan(shown, line, terminal);
  if (line.flags.has('yes')) return;
  const question =
    line.command === 'restore'
      ? plain`Put this back?`
      : plain`Apply this plan to ${accountOf(plan)} (${changesOf(plan)})?`;
  if (!(await confirm(terminal, question))) throw new Declined('the answer was no');
}

function accountOf({target: {subdomain, registryUrl}}: Plan): string {
  return subdomain === '' ? registryUrl : subdomain;
}

/** `2 updates, 1 deletion`. */
function changesOf({steps}: Plan): string {
  const {created, updated, deleted} = countSteps(steps);
  const counts = [
    [created, 'creation'],
    [updated, 'update'],
    [deleted, 'deletion']
  ] as const;
  const words = counts.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)]));
  return words.length === 0 ? 'job specs only' : words.join(', ');
}

/** The findings and the plan are the result, unless a program reads that. */
function showPlan(shown: ShownRun, line: CommandLine, terminal: Terminal): void {
  const output = line.format === 'json' ? terminal.stderr : terminal.stdout;
  const options = reportOptions(line, terminal, output);
  const text = [...checkedText(shown, options), plain``, ...planText(shown, options.look)];
  output.write(linesOf([...text, plain``]));
  showNotices(shown, terminal);
}
