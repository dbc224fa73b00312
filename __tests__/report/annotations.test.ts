import {describe, expect, test} from '@jest/globals';
import {areTooMany, toAnnotations, type Annotations} from '../../src/report/annotations.js';
import type {Finding} from '../../src/rules/finding.js';
import {finding} from '../support/models.js';

describe('annotations', () => {
  test('keep to 10 of each level, errors first, and count the others', () => {
    const findings = [
      ...Array.from({length: 12}, (_, line) => finding(`w${line}`, 'warning', 'a.json', line + 1)),
      ...Array.from({length: 15}, (_, line) => finding(`e${line}`, 'error', 'b.json', line + 1)),
      finding('i', 'info')
    ];
    const {shown, hidden} = toAnnotations(findings);
    expect(shown.map(({level}) => level)).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
      'notice'
    ]);
    expect(shown.slice(0, 10).map(({message}) => message)).toEqual(
      Array.from({length: 10}, (_, line) => `e${line}`)
    );
    expect(hidden).toEqual({errors: 5, warnings: 2, notices: 0});
  });

  test('say how a fault is mended, where that is certain, and never with a credential', () => {
    const range = {start: {line: 1, column: 1}, end: {line: 1, column: 7}};
    const withFix = (to: string): Finding => ({
      ...finding('a fault'),
      hint: 'A hint',
      fix: {title: `Replace "nam" with "${to}"`, edits: [{start: 0, end: 6, text: `"${to}"`, range}]}
    });
    const messageOf = (to: string) =>
      toAnnotations([withFix(to)], {secrets: ['hunter2hunter2']}).shown.map(({message}) => message);
    expect(messageOf('name')).toEqual(['a fault. A hint. Suggested change: Replace "nam" with "name".']);
    expect(messageOf('hunter2hunter2').join('')).not.toContain('hunter2');
  });

  const paths = (annotations: Annotations) =>
    annotations.shown.map(({file, startLine}) => `${file}:${startLine}`);

  test('are one for each file before a second one for any', () => {
    const findings = [
      ...Array.from({length: 30}, (_, line) => finding('x', 'error', 'a.json', line + 1)),
      ...Array.from({length: 3}, (_, line) => finding('x', 'error', 'b.json', line + 1)),
      finding('x', 'error', 'c.json', 5)
    ];
    expect(paths(toAnnotations(findings))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((line) => `a.json:${line}`),
      ...[1, 2, 3].map((line) => `b.json:${line}`),
      'c.json:5'
    ]);
  });

  test('are those on changed lines first, of each file and of all files', () => {
    const findings = Array.from({length: 12}, (_, file) =>
      [1, 2].map((line) => finding('x', 'warning', `${String.fromCharCode(97 + file)}.json`, line))
    ).flat();
    const isChanged = ({path, range}: Finding) => path === 'l.json' && range.start.line === 2;
    expect(paths(toAnnotations(findings, {isChanged}))).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `${name}.json:1`),
      'l.json:2'
    ]);
  });

  test('show all where there is room, whatever is changed', () => {
    const findings = [1, 2, 3].map((line) => finding('x', 'error', 'a.json', line));
    expect(paths(toAnnotations(findings, {isChanged: () => false}))).toHaveLength(3);
    expect(areTooMany(findings)).toBe(false);
    expect(areTooMany(findings, {error: 8})).toBe(true);
  });

  test('of one file do not depend on the order of the findings', () => {
    const findings = Array.from({length: 40}, (_, at) => finding('x', 'info', `${at % 7}.json`, at + 1));
    expect(toAnnotations(findings.toReversed())).toEqual(toAnnotations(findings));
  });

  test('stand at the place of the finding and say what to do', () => {
    const {shown} = toAnnotations([{...finding('no such state'), hint: 'Did you mean A?'}]);
    expect(shown).toEqual([
      {
        level: 'error',
        title: 'area/some-rule',
        message: 'no such state. Did you mean A?',
        file: 'zis/a.json',
        startLine: 1,
        startColumn: 3,
        endLine: 1,
        endColumn: 9
      }
    ]);
  });

  test('show no secret and no hidden character, and are not endless', () => {
    const [annotation] = toAnnotations([finding(`hunter2 \u202e\u001b[0m ${'x'.repeat(10_000)}`)], {
      secrets: ['hunter2']
    }).shown;
    expect(annotation?.message).toMatch(/^••• \(redacted\) \\u202e\\u001b\[0m x+…$/);
    expect(annotation?.message.length).toBeLessThan(2_100);
  });
});
