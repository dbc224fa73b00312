import {describe, expect, test} from '@jest/globals';
import {readCommandLine} from '../../src/cli/args.js';
import {COMMAND_NAMES, COMMANDS} from '../../src/cli/commands.js';
import {helpText} from '../../src/cli/help.js';
import {cells} from '../../src/cli/output/wrap.js';
import {UsageError} from '../../src/cli/usage-error.js';

function refusal(...argv: readonly string[]): string {
  try {
    readCommandLine(argv);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return '';
}

describe('the command line', () => {
  test('tells its version and its help in the ways that people try', () => {
    for (const argv of [['--version'], ['-v']]) expect(readCommandLine(argv)).toEqual({kind: 'version'});
    for (const argv of [
      ['help', 'plan'],
      ['plan', '--help'],
      ['plan', '-h']
    ]) {
      expect(readCommandLine(argv)).toEqual({kind: 'help', command: 'plan'});
    }
    for (const argv of [['help'], ['--help'], ['-h'], []]) {
      expect(readCommandLine(argv)).toEqual({kind: 'help', command: null});
    }
  });

  test('gives a command with its flags and arguments, in any order', () => {
    const line = readCommandLine([
      'plan',
      'zis/a.json',
      '--since',
      'v1',
      '--var=a=1',
      '--var',
      'b:=2',
      '--',
      '-x'
    ]);
    expect(line).toMatchObject({
      kind: 'command',
      command: 'plan',
      format: 'pretty',
      positionals: ['zis/a.json', '-x']
    });
    expect(line.kind === 'command' && line.flags).toEqual(
      new Map([
        ['since', ['v1']],
        ['variables', ['a=1', 'b:=2']]
      ])
    );
  });

  test.each([
    [['vaildate'], 'Did you mean "validate"?'],
    [['frobnicate'], 'It can be "validate"'],
    [['--format', 'json', 'plan'], 'The command comes first'],
    [['validate', '--formta', 'json'], 'Did you mean "--format"?'],
    [['validate', '--yes'], 'validate has no flag "--yes"'],
    [['plan', '--vra', 'a=b'], 'Did you mean "--var"?'],
    [['plan', '-x'], 'plan has no flag "-x"'],
    [['plan', '--since'], '--since needs a value'],
    [['plan', '--since', '--format'], '--since needs a value'],
    [['plan', '--since='], '--since needs a value'],
    [['apply', '--yes=no'], '--yes takes no value'],
    [['plan', '--since', 'a', '--since', 'b'], '--since is given twice'],
    [['validate', '--format', 'jsno'], 'Did you mean "json"?'],
    [['apply', '--format', 'sarif'], 'apply has no format "sarif"'],
    [['rules', 'a', 'b'], 'rules does not take the argument "b"'],
    [['help', 'pln'], 'Did you mean "plan"?']
  ])('%j is refused with what would be right', (argv, words) => {
    expect(refusal(...argv)).toContain(words);
  });

  test.each([
    ['plan', '--api-token', 'hunter2'],
    ['plan', '--api-token=hunter2'],
    ['plan', '--password=hunter2'],
    ['apply', '--oauth_token', 'hunter2'],
    ['pull', '--email', 'hunter2'],
    ['--token=hunter2', 'plan']
  ])('%s %s is refused as a credential, which is not repeated', (...argv) => {
    expect(refusal(...argv)).toContain('Credentials are not taken from arguments');
    expect(refusal(...argv)).not.toContain('hunter2');
  });

  test('a flag that nobody knows is refused without its value', () => {
    expect(refusal('plan', '--apitoke=hunter2')).not.toContain('hunter2');
  });

  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j asks for help', (argv) => {
    expect(readCommandLine(argv)).toEqual({kind: 'help', command: null});
  });

  test.each([[['plan', '--help']], [['plan', '-h']], [['help', 'plan']]])(
    '%j asks for the help of plan',
    (argv) => {
      expect(readCommandLine(argv)).toEqual({kind: 'help', command: 'plan'});
    }
  );
});

describe('help', () => {
  test.each(COMMAND_NAMES)('of %s names each of its flags and fits 40 columns', (name) => {
    const text = helpText(name, 40);
    for (const flag of COMMANDS[name].flags)
      expect(text).toContain(flag === 'variables' ? '--var ' : `--${flag}`);
    const prose = text
      .split('\n')
      .filter((line) => !line.trim().startsWith('--') && !line.startsWith('Usage'));
    for (const line of prose.filter((text) => !text.startsWith('Example')))
      expect(cells(line)).toBeLessThanOrEqual(40);
  });
});
