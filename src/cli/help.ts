import {COMMAND_NAMES, COMMANDS, type CommandName} from './commands.js';
import {ALIASES, FLAGS, type FlagName} from './flags.js';
import {linesOf, visible, type Painted} from '../visible.js';
import {hanging, wrap} from './output/wrap.js';

/** The help for a command, or for all of them (null), laid out for so many columns. */
export function helpText(command: CommandName | null, width: number): Painted {
  const columns = Math.min(width, 100);
  return linesOf(
    (command === null ? overview(columns) : page(command, columns)).map((line) => visible(line))
  );
}

function overview(columns: number): string[] {
  return [
    'Usage: zis-bundles COMMAND [FLAGS] [BUNDLES…]',
    '',
    ...wrap('Validate, plan and apply Zendesk Integration Services (ZIS) bundles.', columns),
    '',
    ...COMMAND_NAMES.flatMap((name) => hanging(`  ${name}`, COMMANDS[name].summary, 12, columns)),
    '',
    ...wrap(
      'zis-bundles help COMMAND says more, --version which one this is. Exit codes and environment: docs/cli.md.',
      columns
    )
  ];
}

function page(command: CommandName, columns: number): string[] {
  const {summary, positionals, flags, formats, example, most} = COMMANDS[command];
  const usage = ['Usage: zis-bundles', command, flags.length > 0 ? '[FLAGS]' : '', positionals];
  const entries = [...flags, 'help' as const].flatMap((name) => {
    const more = name === 'format' ? `: ${formats.join(', ')}` : '';
    return hanging(`  ${typed(name)}`, FLAGS[name].help + more, 30, columns);
  });
  const files =
    most === Infinity ? ['', ...wrap(command === 'test' ? TEST_FILES : BUNDLE_FILES, columns)] : [];
  const account = flags.includes('subdomain') ? ['', ...wrap(ENVIRONMENT, columns)] : [];
  return [
    usage.filter((part) => part !== '').join(' '),
    '',
    ...wrap(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, columns),
    ...files,
    '',
    ...entries,
    ...account,
    '',
    `Example: ${example}`
  ];
}

const BUNDLE_FILES =
  'BUNDLES are files, folders or glob patterns below this folder; a leading ! excludes. Without any: zis/**/*.json.';
const TEST_FILES =
  'FILES are test files, folders or glob patterns below this folder; a leading ! excludes. Without any: zis-tests/**/*.test.{yaml,yml,json}.';
const ENVIRONMENT =
  'The account is read from ZENDESK_SUBDOMAIN (or ZIS_REGISTRY_URL), the credentials from ZENDESK_OAUTH_CLIENT_ID and ZENDESK_OAUTH_CLIENT_SECRET, from ZENDESK_EMAIL and ZENDESK_API_TOKEN (or ZENDESK_PASSWORD), which upload, or from ZENDESK_OAUTH_TOKEN. What is missing is asked for on a terminal.';

function typed(name: FlagName): string {
  const shown =
    Object.entries(ALIASES).find(([alias, flag]) => flag === name && alias.length > 1)?.[0] ?? name;
  const {value} = FLAGS[name];
  return value === '' ? `--${shown}` : `--${shown} ${value}`;
}
