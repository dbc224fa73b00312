import {describe, expect, test} from '@jest/globals';
import {toAnnotations} from '../../src/report/annotations.js';
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
    const [annotation] = toAnnotations(
      [finding(`hunter2 \u202e\u001b[0m ${'x'.repeat(10_000)}`)],
      ['hunter2']
    ).shown;
    expect(annotation?.message).toMatch(/^••• \(redacted\) \\u202e\\u001b\[0m x+…$/);
    expect(annotation?.message.length).toBeLessThan(2_100);
  });
});
