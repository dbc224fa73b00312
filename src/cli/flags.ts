/** One flag of the terminal. */
export interface Flag {
  /** `text` may be given once, `list` several times, a `switch` takes no value. */
  readonly kind: 'text' | 'list' | 'switch';
  /** What stands for its value in the help; empty for a switch. */
  readonly value: string;
  readonly help: string;
}

const text = (value: string, help: string): Flag => ({kind: 'text', value, help});
const list = (value: string, help: string): Flag => ({kind: 'list', value, help});
const toggle = (help: string): Flag => ({kind: 'switch', value: '', help});

/** All flags. Those that are named as an input of action.yml mean the same. */
export const FLAGS = {
  config: text('FILE', 'the config file (default zis-bundles.yml)'),
  bundles: list('PATTERN', 'where the bundle files are (default zis/**/*.json)'),
  integration: text('NAME', 'the integration of bundle files that do not state one'),
  integrations: list('NAME', 'only these integrations may be read and written'),
  variables: list('NAME=VALUE', 'a value for {{NAME}} in bundle files; NAME:=JSON for a number or the like'),
  'var-file': list(
    'FILE',
    'values from a file of such lines; --var comes before it, and the last file before others'
  ),
  'keep-placeholders': list('NAME', 'names of {{NAME}} that another program fills in; * for any characters'),
  rules: list('"ID: SEVERITY"', 'the severity of a rule (or AREA/*): off, info, warning or error'),
  'fail-on': text('SEVERITY', 'the least finding that fails: error (default), warning or never'),
  'allow-empty': toggle('it is meant that no file matches'),
  subdomain: text('NAME', 'the Zendesk account, instead of ZENDESK_SUBDOMAIN'),
  'registry-url': text('URL', 'another registry, instead of ZIS_REGISTRY_URL'),
  deletes: text('MODE', 'which registered bundles go: removed (default), prune or never'),
  'max-deletes': text('N', 'an apply that would delete more stops (default 10)'),
  'job-specs': text('MODE', 'install (default), keep or ignore'),
  'max-parallel': text('N', 'registry requests in flight (default 8)'),
  'max-minutes': text('N', 'the time for reading, and again for applying (default 12)'),
  since: text('COMMIT', 'what was declared before: at this commit (default: see docs/cli.md)'),
  format: text('FORMAT', 'how to show the result'),
  explain: toggle('show the page of each rule that found something, and why others were excepted'),
  fix: toggle('mend what can be mended for certain, and say what was changed'),
  prune: toggle('drop what is gone from zis-baseline.json'),
  watch: toggle('check again whenever a file changes'),
  filter: text('TEXT', 'run only cases whose name has this text in it'),
  'coverage-min': text('PERCENT', 'fail when the cases enter less of the states'),
  trace: text('CASE', 'show this case state by state'),
  update: toggle('write the snapshots anew'),
  init: text('FLOW', 'write a test file with a case for each way through the flow'),
  record: text('FILE', 'write a test of what --flow does with the event in this file'),
  flow: text('FLOW', 'the flow that --record runs'),
  'detailed-exitcode': toggle('exit 3 when there are changes'),
  yes: toggle('apply without asking'),
  out: text('FOLDER', 'where the files are (default zis)'),
  force: toggle('overwrite files that are there'),
  help: toggle('show how to use this command')
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof FLAGS;

/** What a user may type for a flag besides its name. */
export const ALIASES: Readonly<Record<string, FlagName>> = {var: 'variables', h: 'help'};
