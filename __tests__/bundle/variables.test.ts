import {describe, expect, test} from '@jest/globals';
import {isForZendesk, parseVariables} from '../../src/bundle/variables.js';

function valuesOf(text: string): Record<string, unknown> {
  const {variables, problems} = parseVariables(text);
  expect(problems).toEqual([]);
  return Object.fromEntries(variables);
}

describe('lines of the variables input', () => {
  test('name=value gives a text, whatever it looks like', () => {
    expect(valuesOf('host=example.com\nfield=123\nflag=true')).toEqual({
      host: 'example.com',
      field: '123',
      flag: 'true'
    });
  });

  test('name:=json keeps the type', () => {
    expect(valuesOf('field:=123\ntags:=["a", {"b": null}]\ntext:=" x\\n"\noff := false')).toEqual({
      field: 123,
      tags: ['a', {b: null}],
      text: ' x\n',
      off: false
    });
  });

  test('the first `=` separates, a value may be empty, and spaces around do not count', () => {
    expect(valuesOf('  query = a=b:=c \r\nempty=\n')).toEqual({query: 'a=b:=c', empty: ''});
  });

  test('blank lines and lines that begin with # are left out, a # in a value is not', () => {
    expect(valuesOf('# for the sandbox\n\n  # more\ncolour=#fff # white\n')).toEqual({
      colour: '#fff # white'
    });
  });

  test('names are those of real templates', () => {
    const names = ['zis_integration_key', 'debug-webhook-url', 'jobspec_<name>', 'a.b', '<x>', 'größe'];
    expect(Object.keys(valuesOf(names.map((name) => `${name}=1`).join('\n')))).toEqual(names);
  });

  test('a name may be that of a property that every object has', () => {
    expect(parseVariables('constructor=x\n__proto__=y').variables.get('__proto__')).toBe('y');
  });
});

test.each([
  ['ticket.id', true],
  ['dc.welcome', true],
  ['ticket', false],
  ['ticket.', false],
  ['ticket..id', false],
  ['account_id', false],
  ['my.ticket.id', false]
])('whether {{%s}} is for Zendesk: %s', (name, expected) => {
  expect(isForZendesk(name)).toBe(expected);
});

describe('lines that cannot be used', () => {
  test.each([
    ['SECRET value', 'there is no `=`', '`name=value`'],
    ['=SECRET', 'what stands before the `=` is no name', 'letters'],
    ['my SECRET=1', 'what stands before the `=` is no name', 'letters'],
    ['$.x=SECRET', 'what stands before the `=` is no name', 'letters'],
    [`${'x'.repeat(101)}=SECRET`, 'what stands before the `=` is no name', '100'],
    ['integration=SECRET', 'the variable "integration" is built in', '`integration` input'],
    ['a:=SECRET', 'the value of "a" is not JSON', '`=` instead of `:=`'],
    ['a:=', 'the value of "a" is not JSON', '`=` instead of `:=`'],
    ['a:={"SECRET": 1, "SECRET": 2}', 'the value of "a" holds a key twice', ''],
    ['a:={"__proto__": "SECRET"}', 'the value of "a" holds the key "__proto__"', ''],
    ['a:=12345678901234567890', 'the value of "a" holds a number', 'string'],
    [`a:=${'['.repeat(200)}${']'.repeat(200)}`, 'the value of "a" is nested too deep', '']
  ])('%s', (line, message, hint) => {
    const {problems} = parseVariables(`# a comment\n${line}`);
    expect(problems).toEqual([
      {line: 2, message: expect.stringContaining(message), hint: expect.stringContaining(hint)}
    ]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  test('all are given at once, a repeated name with the line of the first', () => {
    const {problems} = parseVariables('a=1\nnothing\na=2');
    expect(problems.map(({line, message}) => `${line} ${message}`)).toEqual([
      '2 there is no `=`',
      '3 the variable "a" has a value already, on line 1'
    ]);
  });
});
