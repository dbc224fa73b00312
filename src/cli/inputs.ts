import {tmpdir} from 'node:os';
import {createFiles} from '../actions/files.js';
import {UserError} from '../errors.js';
import type {CommandInput, Inputs} from '../inputs/inputs.js';
import {loadInputs} from '../inputs/load.js';
import type {GetInput} from '../inputs/reader.js';
import type {CommandLine} from './args.js';
import {NO_ACCESS, type Access} from './credentials.js';
import {FLAGS, type FlagName} from './flags.js';
import {pathIn} from './patterns.js';
import type {Terminal} from './terminal.js';
import {variablesFrom} from './variable-files.js';
import {UsageError} from './usage-error.js';

/** What of the inputs is no flag. */
export interface Given {
  /** The `bundles` input; empty where none was named. */
  readonly bundles?: readonly string[];
  /** The `tests` input; empty where none was named. */
  readonly tests?: readonly string[];
  /** The `backup` input. */
  readonly backup?: string;
  readonly access?: Access;
}

/**
 * The inputs that the Action would have been given, over the config file of the working folder.
 *
 * @throws UsageError that names every value that cannot be used
 */
export async function inputsFrom(
  command: CommandInput,
  line: CommandLine,
  {cwd}: Pick<Terminal, 'cwd'>,
  {bundles = [], tests = [], backup = '', access = NO_ACCESS}: Given
): Promise<Inputs> {
  const {flags} = line;
  const variables = await variablesFrom(cwd, flags.get('var-file') ?? [], flags.get('variables') ?? []);
  const get: GetInput = (name) => {
    if (name === 'variables') return variables;
    if (name === 'command') return command;
    if (name === 'bundles') return bundles.join('\n');
    if (name === 'tests') return tests.join('\n');
    if (name === 'backup') return backup;
    if (name === 'config') return pathIn(cwd, line.flags.get('config')?.[0] ?? '');
    if (Object.hasOwn(access, name)) return access[name as keyof Access];
    return isFlag(name) ? valueOf(line, name) : '';
  };
  try {
    return await loadInputs(get, createFiles(cwd, tmpdir()));
  } catch (error) {
    if (!(error instanceof UserError) || error.reason !== 'invalid-inputs') throw error;
    throw new UsageError(
      `${error.message}.`,
      `zis-bundles ${line.command} --help says what each flag takes, docs/config.md what the config file may hold.`
    );
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
