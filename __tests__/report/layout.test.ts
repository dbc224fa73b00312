import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {layOut, type Frame, type LeftOut, type Section} from '../../src/report/layout.js';
import {fence, gfm, inline, type Markdown} from '../../src/report/escape.js';
import {fenced, leaf, list, wholeOf} from '../../src/report/layout-parts.js';
import {fenceLines} from '../../src/report/escape.js';
import {readMarkdown} from '../support/markdown.js';

const noteOf = ({parts, shortened}: LeftOut): Markdown => {
  const total = [...parts.values()].reduce((sum, count) => sum + count, 0);
  return gfm`left out ${total}, shortened ${shortened}`;
};
const frame = (limit: number): Frame => ({
  head: gfm`HEAD`,
  tail: gfm`TAIL`,
  limit,
  most: {},
  measure: (text) => text.length,
  note: noteOf
});
const lines = (prefix: string, count: number) =>
  Array.from({length: count}, (_, at) => gfm`- ${inline(`${prefix}${at}`)}`);

describe('a report that has room', () => {
  test('has all of its sections in their order and no note', () => {
    const sections: Section[] = [
      list(gfm`A:`, lines('a', 2), {importance: 1, part: 'risk'}),
      {
        kind: 'group',
        head: gfm`<details>`,
        tail: gfm`</details>`,
        sections: [list(gfm`B:`, lines('b', 1), {importance: 2, part: 'finding'})]
      }
    ];
    expect(layOut(sections, frame(500))).toBe(
      'HEAD\n\nA:\n- a0\n- a1\n\n<details>\n\nB:\n- b0\n\n</details>\n\nTAIL'
    );
  });

  test('has no empty group', () => {
    const empty: Section = {
      kind: 'group',
      head: gfm`<details>`,
      tail: gfm`</details>`,
      sections: [list(gfm`B:`, [], {importance: 1, part: 'risk'})]
    };
    expect(layOut([empty], frame(500))).toBe('HEAD\n\nTAIL');
  });
});

describe('a report that has no room', () => {
  test('loses what matters least, and says how much', () => {
    const sections: Section[] = [
      list(gfm`A:`, lines('aaaa', 50), {importance: 1, part: 'risk'}),
      list(gfm`B:`, lines('bbbb', 50), {importance: 2, part: 'finding'})
    ];
    const text = layOut(sections, frame(600));
    expect(text).toContain('- bbbb49');
    expect(text).toMatch(/A:\n- aaaa0\n/);
    expect(text).toMatch(/\n\n… and \d+ more\.\n\nB:/);
    expect(text).toMatch(/left out 0, shortened 1\n\nTAIL$/);
  });

  test('counts the items of a list that is not there at all', () => {
    const sections: Section[] = [
      list(gfm`A:`, lines('aaaa', 50), {importance: 2, part: 'risk'}),
      list(gfm`B:`, lines('bbbb', 7), {importance: 1, part: 'finding'})
    ];
    expect(layOut(sections, frame(200))).toContain('left out 7, shortened 1');
  });

  test('does not build what it cannot show', () => {
    const unbuilt = leaf(
      1,
      'unified diff',
      () => {
        throw new Error('built');
      },
      {least: 200}
    );
    const big = leaf(2, 'picture', () => wholeOf(inline('x'.repeat(180))));
    expect(layOut([unbuilt, big], frame(300))).toContain('left out 1');
  });

  test('builds a part once for all the forms in which it stands', () => {
    let built = 0;
    const part = leaf(1, 'unified diff', () => {
      built += 1;
      return wholeOf(gfm`x`);
    });
    expect(layOut([part], frame(300))).toBe(layOut([part], frame(200)));
    expect(built).toBe(1);
  });

  test('has no more of a kind than it may, and counts the others', () => {
    const pictures = ['a', 'b', 'c'].map((name) => leaf(1, 'picture', () => wholeOf(inline(name))));
    const nothing = leaf(2, 'picture', () => null);
    expect(layOut([nothing, ...pictures], {...frame(300), most: {picture: 2}})).toBe(
      'HEAD\n\na\n\nb\n\nleft out 1, shortened 0\n\nTAIL'
    );
  });

  test('stays within its limit and balanced, whatever is in it', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 80});
    const leafArbitrary: fc.Arbitrary<Section> = fc.oneof(
      fc.record({items: fc.array(text, {maxLength: 30}), importance: fc.nat(5)}).map(({items, importance}) =>
        list(
          gfm`List:`,
          items.map((item) => gfm`- ${inline(item)}`),
          {importance, part: 'finding'}
        )
      ),
      fc
        .record({items: fc.array(text, {maxLength: 40}), importance: fc.nat(5)})
        .map(({items, importance}) =>
          leaf(importance, 'unified diff', () => fenced(fenceLines(items, 'diff')), {share: 0.5})
        ),
      text.map((content) => leaf(3, 'picture', () => wholeOf(fence(content, 'mermaid'))))
    );
    const {section} = fc.letrec<{section: Section}>((tie) => ({
      section: fc.oneof(
        {maxDepth: 3, withCrossShrink: true},
        leafArbitrary,
        fc.array(tie('section'), {maxLength: 4}).map((sections): Section => ({
          kind: 'group',
          head: gfm`<details><summary>x</summary>`,
          tail: gfm`</details>`,
          sections
        }))
      )
    }));
    const bytes = (value: string) => Buffer.byteLength(value, 'utf8');
    fc.assert(
      fc.property(
        fc.array(section, {maxLength: 8}),
        fc.integer({min: 100, max: 3_000}),
        fc.boolean(),
        (sections, limit, inBytes) => {
          const measure = inBytes ? bytes : (value: string) => value.length;
          const report = layOut(sections, {...frame(limit), measure});
          expect(measure(report)).toBeLessThanOrEqual(limit);
          expect(() => readMarkdown(report)).not.toThrow();
        }
      ),
      {numRuns: 500}
    );
  });
});
