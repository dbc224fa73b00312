import {parseArgs} from 'node:util';
import {didYouMean, listOf, quote} from '../words.js';
import {COMMAND_NAMES, COMMANDS, type CommandName, type Format} from './commands.js';
import {ALIASES, FLAGS, type FlagName} from './flags.js';
import {UsageError} from './usage-error.js';

/** A command with its arguments, as typed. */
export interface CommandLine {
  readonly command: Exclude<CommandName, 'registry'>;
  readonly positionals: readonly string[];
  /** The flags that were given; a switch has an empty value. */
  readonly flags: ReadonlyMap<FlagName, readonly string[]>;
  readonly format: Format;
}

/** What a command line asks for: a command, or to be told something. */
export type Request =
  | ({readonly kind: 'command'} & CommandLine)
  | {readonly kind: 'registry'; readonly rest: readonly string[]}
  | {readonly kind: 'help'; readonly command: CommandName | null}
  | {readonly kind: 'version'};

/**
 * Reads a command line.
 *
 * @param argv the arguments without node and script
 * @throws UsageError for the first thing that cannot be followed. A flag's value is never repeated in it.
 */
export function readCommandLine(argv: readonly string[]): Request {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return {kind: 'help', command: null};
  if (first === '--version' || first === '-v') return {kind: 'version'};
  if (first === 'help') return {kind: 'help', command: rest[0] === undefined ? null : commandNamed(rest[0])};
  const command = commandNamed(first);
  // Its flags are its own: it is also a program by itself.
  if (command === 'registry') return {kind: 'registry', rest};
  const {flags, positionals} = readArguments(command, rest);
  if (flags.has('help')) return {kind: 'help', command};
  return {kind: 'command', command, flags, positionals, format: formatOf(command, flags)};
}

function commandNamed(name: string): CommandName {
  const found = COMMAND_NAMES.find((known) => known === name);
  if (found !== undefined) return found;
  if (name.startsWith('-')) refuseCredential(name);
  const what = name.startsWith('-') ? 'The command comes first' : `There is no command ${quote(name)}`;
  throw new UsageError(`${what}.`, didYouMean(name, COMMAND_NAMES) || `It can be ${listOf(COMMAND_NAMES)}.`);
}

function readArguments(
  command: CommandName,
  argv: readonly string[]
): {flags: Map<FlagName, string[]>; positionals: string[]} {
  const known = [...COMMANDS[command].flags, 'help' as const];
  const {tokens} = parseArgs({
    args: [...argv],
    options: parserOptions(known),
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const flags = new Map<FlagName, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = flagNamed(token.name, token.rawName, known, command);
    const value = valueOf(name, token);
    if (flags.has(name) && FLAGS[name].kind === 'text')
      throw new UsageError(`--${name} is given twice.`, 'Give it once.');
    flags.set(name, [...(flags.get(name) ?? []), value]);
  }
  if (positionals.length > COMMANDS[command].most) {
    throw new UsageError(
      `${command} does not take the argument ${quote(positionals.at(-1) ?? '')}.`,
      `zis-bundles ${command} --help says what it takes.`
    );
  }
  return {flags, positionals};
}

/** The aliases stand there too, so that a value behind one is not taken for an argument. */
function parserOptions(known: readonly FlagName[]): Record<string, {type: 'string' | 'boolean'}> {
  const names: [string, FlagName][] = [
    ...known.map((name): [string, FlagName] => [name, name]),
    ...Object.entries(ALIASES).filter(([, name]) => known.includes(name))
  ];
  return Object.fromEntries(
    names.map(([typed, name]) => [typed, {type: FLAGS[name].kind === 'switch' ? 'boolean' : 'string'}])
  );
}

function flagNamed(typed: string, raw: string, known: readonly FlagName[], command: CommandName): FlagName {
  const name = ALIASES[typed] ?? typed;
  const found = known.find((flag) => flag === name);
  if (found !== undefined) return found;
  refuseCredential(raw);
  const near = didYouMean(typed, [...known, ...Object.keys(ALIASES).filter((alias) => alias.length > 1)]);
  throw new UsageError(
    `${command} has no flag ${quote(raw)}.`,
    near.replace('"', '"--') || `zis-bundles ${command} --help lists its flags.`
  );
}

const CREDENTIAL = /token|passw|secret|credential|api-?key|auth|email|user/i;

/** Arguments are seen by every user of the machine (ps) and kept in the shell's history. */
function refuseCredential(raw: string): void {
  if (!CREDENTIAL.test(raw.split('=', 1)[0] ?? '')) return;
  throw new UsageError(
    'Credentials are not taken from arguments: other users of the machine and the history of the shell see those.',
    'Set ZENDESK_EMAIL and ZENDESK_API_TOKEN (or ZENDESK_OAUTH_TOKEN) in the environment, or leave them out to be asked. If this one was real, replace it.'
  );
}

function valueOf(
  name: FlagName,
  {value, inlineValue}: {readonly value?: string | undefined; readonly inlineValue?: boolean | undefined}
): string {
  const flag = FLAGS[name];
  if (flag.kind === 'switch') {
    if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
    return '';
  }
  const looksLikeFlag = inlineValue !== true && value?.startsWith('-') === true;
  if (value === undefined || value === '' || looksLikeFlag)
    throw new UsageError(`--${name} needs a value.`, `Write --${name}=${flag.value}.`);
  return value;
}

function formatOf(command: CommandName, flags: ReadonlyMap<FlagName, readonly string[]>): Format {
  const {formats} = COMMANDS[command];
  const [asked] = flags.get('format') ?? [];
  const found = asked === undefined ? (formats[0] ?? 'pretty') : formats.find((format) => format === asked);
  if (found !== undefined) return found;
  const typed = asked ?? '';
  throw new UsageError(
    `${command} has no format ${quote(typed)}.`,
    didYouMean(typed, formats) || `It can be ${listOf(formats)}.`
  );
}
