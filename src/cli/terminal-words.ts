import {ALIASES, FLAGS} from './flags.js';

/** What is typed for an input that is no flag. */
const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['bundles', 'BUNDLES'],
  ['tests', 'FILES'],
  ['backup', 'BACKUP']
]);

/**
 * A message in the words of the terminal: what the Action calls an input is a flag or an argument here, and nothing
 * is checked out.
 */
export function inTerminalWords(text: string): string {
  return text
    .replace(/(?:the )?`([a-z-]{1,40})` inputs?/g, (words, input: string) => typedFor(input) ?? words)
    .replace(/\bset ([a-z-]{1,40}): true\b/g, (words, input: string) =>
      Object.hasOwn(FLAGS, input) ? `use --${input}` : words
    )
    .replace(' and that the repository is checked out (actions/checkout)', '');
}

function typedFor(input: string): string | null {
  const argument = ARGUMENTS.get(input);
  if (argument !== undefined) return argument;
  if (!Object.hasOwn(FLAGS, input)) return null;
  const alias = Object.entries(ALIASES).find(([short, flag]) => flag === input && short.length > 1);
  return `--${alias?.[0] ?? input}`;
}
