import {UserError} from '../errors.js';
import {readInputs, type CommandInput, type Inputs} from '../inputs/inputs.js';
import type {GetInput} from '../inputs/reader.js';
import type {CommandLine} from './args.js';
import type {Access} from './credentials.js';
import {FLAGS, type FlagName} from './flags.js';
import {UsageError} from './usage-error.js';

/**
 * The inputs that the Action would have been given.
 *
 * @param patterns the `bundles` input
 * @param backup   the `backup` input
 * @throws UsageError that names every value that cannot be used
 */
export function inputsFrom(
  command: CommandInput,
  line: CommandLine,
  patterns: readonly string[],
  access: Access,
  backup = ''
): Inputs {
  const get: GetInput = (name) => {
    if (name === 'command') return command;
    if (name === 'bundles') return patterns.join('\n');
    if (name === 'backup') return backup;
    if (Object.hasOwn(access, name)) return access[name as keyof Access];
    return isFlag(name) ? valueOf(line, name) : '';
  };
  try {
    return readInputs(get);
  } catch (error) {
    if (!(error instanceof UserError) || error.reason !== 'invalid-inputs') throw error;
    throw new UsageError(`${error.message}.`, `zis-bundles ${line.command} --help says what each takes.`);
  }
}

/** A switch is `true`, several values are lines: so the Action's inputs have it. */
function valueOf({flags}: CommandLine, name: FlagName): string {
  const values = flags.get(name);
  if (values === undefined) return '';
  return FLAGS[name].kind === 'switch' ? 'true' : values.join('\n');
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}
