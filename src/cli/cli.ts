import {UserError, messageOf, stackOf} from '../errors.js';
import {replaceSecrets} from '../secrets/find.js';
import {VERSION} from '../version.js';
import {linesOf, visible} from '../visible.js';
import {readCommandLine, type CommandLine} from './args.js';
import {apply, restore} from './commands/apply.js';
import {baseline} from './commands/baseline.js';
import {validate} from './commands/check.js';
import {demo} from './commands/demo.js';
import {plan} from './commands/plan.js';
import {pull} from './commands/pull.js';
import {registry} from './commands/registry.js';
import {rules} from './commands/rules.js';
import {test} from './commands/test.js';
import {EXIT} from './exit-codes.js';
import {helpText} from './help.js';
import {Cancelled, Declined} from './prompt.js';
import {showProblem, tell} from './show.js';
import {inertTo, widthOf, type Terminal} from './terminal.js';
import {UsageError} from './usage-error.js';

/**
 * The entry of the terminal: runs what the arguments ask for and shows what comes of it.
 *
 * @param argv the arguments without node and script
 * @returns the exit code (docs/cli.md)
 */
export async function main(argv: readonly string[], outer: Terminal): Promise<number> {
  let terminal = guarded(outer, false);
  try {
    const request = readCommandLine(argv);
    if (request.kind === 'command' && request.format === 'github') terminal = guarded(outer, true);
    switch (request.kind) {
      case 'version':
        terminal.stdout.write(linesOf([visible(VERSION)]));
        return EXIT.fine;
      case 'help':
        terminal.stdout.write(helpText(request.command, widthOf(terminal.stdout)));
        return EXIT.fine;
      case 'registry':
        return await registry(request.rest, terminal);
      case 'command':
        return await run(request, terminal);
    }
  } catch (error) {
    return explain(error, terminal);
  }
}

/** The second wall: whatever is written, a runner that reads it takes no text of a file for a command. */
function guarded(terminal: Terminal, commands: boolean): Terminal {
  const {cwd, env, stdin, stdout, stderr} = terminal;
  const onInterrupt: Terminal['onInterrupt'] = (listener) => terminal.onInterrupt(listener);
  return {cwd, env, stdin, stdout: inertTo(stdout, commands), stderr: inertTo(stderr, false), onInterrupt};
}

function run(line: CommandLine, terminal: Terminal): Promise<number> | number {
  switch (line.command) {
    case 'validate':
      return validate(line, terminal);
    case 'baseline':
      return baseline(line, terminal);
    case 'test':
      return test(line, terminal);
    case 'plan':
    case 'drift':
      return plan(line.command, line, terminal);
    case 'apply':
      return apply(line, terminal);
    case 'restore':
      return restore(line, terminal);
    case 'pull':
      return pull(line, terminal);
    case 'demo':
      return demo(terminal);
    case 'rules':
      return rules(line, terminal);
  }
}

/** A mistake gets its message and what to do, a bug its stack. @returns the exit code */
function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    showProblem(error.message, error.hint, terminal);
    return EXIT.usage;
  }
  if (error instanceof Declined || error instanceof Cancelled) {
    tell('Nothing was written.', terminal);
    return error instanceof Declined ? EXIT.failed : EXIT.interrupted;
  }
  if (error instanceof UserError) {
    showProblem(error.message, error.hint, terminal);
    return EXIT.failed;
  }
  showProblem(`This is a bug in zis-bundles: ${messageOf(error)}`, 'Please report it with this:', terminal);
  const stack = stackOf(error).map((line) => visible(replaceSecrets(line, [], '•••')));
  terminal.stderr.write(linesOf(stack));
  return EXIT.failed;
}
