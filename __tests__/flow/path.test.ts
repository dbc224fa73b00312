import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {parsePath, parseTemplate, rootOf} from '../../src/flow/path.js';

const SOUP = fc.string({
  unit: fc.constantFrom(
    '$',
    '.',
    '[',
    ']',
    '{',
    '}',
    "'",
    '"',
    '*',
    '?',
    '(',
    '|',
    ' ',
    'a',
    '0',
    ':',
    ',',
    '-'
  )
});

describe('a reference path', () => {
  test.each([
    ['$', []],
    ['$.input', ['input']],
    ['$.input.ticket_event.ticket.id', ['input', 'ticket_event', 'ticket', 'id']],
    ['$.search.tickets[0].id', ['search', 'tickets', 0, 'id']],
    ['$[0]', [0]],
    ["$['first name'].a", ['first name', 'a']],
    ['$["a.b"][12]', ['a.b', 12]],
    ['$.connections.my-connection.access_token', ['connections', 'my-connection', 'access_token']],
    ['$.__proto__', ['__proto__']]
  ])('%s', (text, segments) => {
    expect(parsePath(text)).toEqual({segments, fault: null});
  });

  test.each([
    ['$input', 'malformed', 1, /dot or a bracket/],
    ['$.', 'malformed', 1, /name is missing/],
    ['$.a.', 'malformed', 3, /name is missing/],
    ['$.a[', 'malformed', 3, /not closed/],
    ['$.a[]', 'malformed', 3, /empty/],
    ['$.a[b]', 'malformed', 3, /index, or a name in quotes/],
    ['$.a | length', 'malformed', 3, /no filters or functions/],
    ['$.a ', 'malformed', 3, /without a space/],
    ['$.a}', 'malformed', 3, /cannot stand/],
    ['$.a b', 'unsupported', 3, /space in a name/],
    ['$..a', 'unsupported', 1, /recursive descent/],
    ['$.a[*]', 'unsupported', 3, /wildcard/],
    ['$.*', 'unsupported', 1, /wildcard/],
    ['$.a[?(@.b)]', 'unsupported', 3, /filter/],
    ['$.a[1:2]', 'unsupported', 3, /slice/],
    ['$.a[-1]', 'unsupported', 3, /from the end/],
    ['$.a[0,1]', 'unsupported', 3, /union/],
    ['$$.Execution.Id', 'unsupported', 0, /context object/]
  ])('%s is %s at %i', (text, kind, start, message) => {
    const {fault} = parsePath(text);
    expect(fault).toMatchObject({kind, start, message: expect.stringMatching(message)});
  });

  test('enters the data by its first name', () => {
    expect(rootOf(parsePath('$.input.a'))).toBe('input');
    expect(rootOf(parsePath('$'))).toBeNull();
    expect(rootOf(parsePath('$[0].a'))).toBeNull();
  });

  test('a fault lies within the text, whatever the text', () => {
    fc.assert(
      fc.property(SOUP, (rest) => {
        const text = `$${rest}`;
        const {fault} = parsePath(text);
        if (fault === null) return;
        expect(fault.start).toBeGreaterThanOrEqual(0);
        expect(fault.start).toBeLessThan(fault.end);
        expect(fault.end).toBeLessThanOrEqual(text.length);
      })
    );
  });
});

describe('placeholders', () => {
  test('are found with their places', () => {
    const text = 'Ticket {{$.id}} of {{ $.name }}';
    const {placeholders, faults} = parseTemplate(text);
    expect(placeholders.map(({inner, start, end}) => [inner, text.slice(start, end)])).toEqual([
      ['$.id', '{{$.id}}'],
      ['$.name', '{{ $.name }}']
    ]);
    expect(
      placeholders.map(({inner, innerStart}) => text.slice(innerStart, innerStart + inner.length))
    ).toEqual(['$.id', '$.name']);
    expect(faults).toEqual([]);
  });

  test('stand within JSON and jq', () => {
    const {placeholders, faults} = parseTemplate('{"a":{"b":{{$.c}}}} {a:{b:"{{$.d}}"}}');
    expect(placeholders.map(({inner}) => inner)).toEqual(['$.c', '$.d']);
    expect(faults).toEqual([]);
  });

  test('that are no path are variables of another tool', () => {
    expect(parseTemplate('{{name}}').placeholders).toMatchObject([{inner: 'name', path: null}]);
  });

  test.each([
    ['{{$.a', '{{$.a'],
    ['{{$.a and {{$.b}}', '{{$.a'],
    ['{{$.a} b', '{{$.a}'],
    ['{{$.a} and }}', '{{$.a}'],
    ['x {$.a}}', '{$.a}}']
  ])('%s has braces that do not match', (text, wrong) => {
    const {faults} = parseTemplate(text);
    expect(faults.map(({start, end}) => text.slice(start, end))).toEqual([wrong]);
  });

  test('are sought in linear time', () => {
    for (const part of ['{{', '{{$', '{{$.a ', '{$.a', '}}', '{{$.a}', '$[', '{ ']) {
      const started = performance.now();
      parseTemplate(part.repeat(100_000));
      parsePath(`$${part.repeat(100_000)}`);
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
