/** A line at a place, as GitHub shows it beside the code. Lines and columns count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly col: number | null;
  readonly endColumn: number | null;
}

/** What an action told the runner on its standard output. */
export interface WorkflowCommands {
  readonly annotations: readonly Annotation[];
  /** The values that the log must not show. */
  readonly masks: readonly string[];
}

/**
 * Reads the workflow commands of a log as the runner does (actions/runner, ActionCommand.cs): a line ends at \n, \r
 * or \r\n, what .NET takes for white space is left out before `::`, and a command of the older form `##[name]data`
 * counts wherever it begins. Between `::stop-commands::token` and `::token::` lines are plain text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function readWorkflowCommands(stdout: string): WorkflowCommands {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  let stoppedBy: string | null = null;
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line);
    if (command === null) continue;
    if (stoppedBy !== null) {
      if (command.name === stoppedBy) stoppedBy = null;
      continue;
    }
    if (command.name === 'stop-commands') stoppedBy = command.message;
    else if (command.name === 'add-mask') masks.push(command.message);
    else if (isLevel(command.name)) annotations.push(toAnnotation(command.name, command));
  }
  return {annotations, masks};
}

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

const COMMAND =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*::(?<name>[^ :]+)(?: (?<properties>.*?))?::(?<message>.*)$/s;
const OLD_COMMAND = /##\[(?<name>[^\s\]]+)(?: (?<properties>[^\]]*))?\](?<message>.*)$/s;

function parseCommand(line: string): Command | null {
  const groups = (COMMAND.exec(line) ?? OLD_COMMAND.exec(line))?.groups;
  if (groups === undefined) return null;
  const {name = '', properties = '', message = ''} = groups as Partial<Record<string, string>>;
  const pairs = properties.split(',').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))]];
  });
  return {name, properties: new Map(pairs), message: unescapeData(message)};
}

function toAnnotation(level: Annotation['level'], {properties, message}: Command): Annotation {
  const number = (name: string) => {
    const text = properties.get(name);
    return text === undefined || text === '' ? null : Number(text);
  };
  return {
    level,
    message,
    title: properties.get('title') ?? null,
    file: properties.get('file') ?? null,
    line: number('line'),
    endLine: number('endLine'),
    col: number('col'),
    endColumn: number('endColumn')
  };
}

function isLevel(name: string): name is Annotation['level'] {
  return name === 'error' || name === 'warning' || name === 'notice';
}

/** `%25` comes last, so that an escaped percent sign does not make a new escape. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
