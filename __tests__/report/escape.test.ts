import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {
  attribute,
  code,
  codeElement,
  commentData,
  fence,
  gfm,
  inline,
  link
} from '../../src/report/escape.js';
import {shorten, shortenPair, visible} from '../../src/visible.js';
import {dangers, readMarkdown} from '../support/markdown.js';

const HOSTILE = [
  '@admin',
  '@acme/owners please look',
  'fixes #12 and acme/zis#3, GH-7',
  'see 1f2e3d4c5b6a79880011223344556677889900aa',
  'https://evil.example www.evil.example',
  '<script>alert(1)</script><!-- x -->',
  '-->\n<!-- zis-bundles:AAAA -->',
  '[click](https://evil.example) ![x](y)',
  '```\nout\n```',
  '`` ` ``',
  'a|b\\|c\\',
  '# title',
  '- item',
  '1. item',
  '| --- |',
  '\u202egnp.exe\u2066',
  '\u001b[31mred\u001b[0m',
  '\ud800 alone',
  'tab\there',
  '&lt;b&gt; &#64;admin',
  '~~gone~~ **bold** _em_ $x$',
  ':tada:',
  ''
];
const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 60}),
  fc.constantFrom(...HOSTILE),
  fc
    .array(fc.constantFrom(...HOSTILE, '`', '|', '\\', '@', '\n', ' ', '<', '-'), {maxLength: 8})
    .map((parts) => parts.join(''))
);

describe('text in a report', () => {
  test.each(HOSTILE)('is nothing but text: %j', (text) => {
    const cell = `| ${inline(text)} | ${code(text)} | ${codeElement(text)} |`;
    expect(dangers(readMarkdown(cell).prose)).toEqual([]);
    expect(cell.split('\n')).toHaveLength(1);
    expect(cell.replace(/[^|]/g, '')).toBe('||||');
  });

  test('is inert whatever it is, in prose, in a cell, as code and in a fence', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const page = gfm`x ${inline(a)} ${code(b)} ${inline(b)} ${code(a)}\n\n${fence(a, 'text')}\n\n| ${code(b)} |`;
        const {prose, fences, depth, comments} = readMarkdown(page);
        expect(dangers(prose)).toEqual([]);
        expect([fences.length, depth, comments]).toEqual([1, 0, 0]);
      }),
      {numRuns: 500}
    );
  });

  test('shows what cannot be seen', () => {
    expect(visible('a\u202eb\u001b[0m\u2028\ud800\u{e0041}\n')).toBe(
      'a\\u202eb\\u001b[0m\\u2028\\ud800\\u{e0041}\\n'
    );
    expect(visible('⬅️ 👨‍👩‍👧 ok')).toBe('⬅️ 👨‍👩‍👧 ok');
    expect(visible('a\ufe0fb\u200dc')).toBe('a\\ufe0fb\\u200dc');
  });

  test('is shortened by characters, not inside of one', () => {
    expect(shorten('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
    expect(shorten('🙂🙂🙂', 3)).toBe('🙂🙂🙂');
    expect(code('x'.repeat(10_000)).length).toBeLessThan(200);
  });

  test('of two long texts keeps the first difference in view', () => {
    const [old, now] = shortenPair(`${'x'.repeat(500)}old`, `${'x'.repeat(500)}new`, 60);
    expect(old).toMatch(/^…x+old$/);
    expect(now).toMatch(/^…x+new$/);
  });
});

describe('code', () => {
  test('has a delimiter longer than any run of backticks in it', () => {
    expect(code('a ``` b')).toBe('````a ``` b````');
    expect(code('`a`')).toBe('`` `a` ``');
  });

  test('with a pipe does not end a table cell', () => {
    expect(code('a|b')).toBe('<code>a&#124;b</code>');
  });
});

describe('a fence', () => {
  test('is longer than any run of backticks in it, wherever the run stands', () => {
    expect(fence('x ````` y', 'text')).toBe('``````text\nx ````` y\n``````');
  });
});

describe('a link', () => {
  test('leads to the web only', () => {
    expect(link(gfm`run`, 'https://github.com/acme/zis/actions/runs/42')).toContain('<a href="https://');
    expect(link(gfm`run`, 'javascript:alert(1)')).toBe('run');
    expect(link(gfm`run`, '')).toBe('run');
  });

  test('cannot leave its attribute', () => {
    expect(link(gfm`x`, 'https://a.example/"><script>')).toBe(
      '<a href="https://a.example/&#34;&#62;&#60;script&#62;">x</a>'
    );
    expect(attribute(`"'<>&\n`)).toBe('&#34;&#39;&#60;&#62;&#38;\\n');
  });
});

describe('data in an HTML comment', () => {
  test('cannot end it', () => {
    expect(commentData('m', '--> <!-- \n')).toMatch(/^<!-- m:[\w-]+ -->$/);
  });
});
