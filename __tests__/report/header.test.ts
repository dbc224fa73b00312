import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {markComment, readHeader, renderHeader, sameSubstance, type Header} from '../../src/report/header.js';
import {createReport} from '../../src/report/report.js';
import {bundleWith} from '../support/bundles.js';
import {headerOf, modelOf} from '../support/models.js';

const HEADER: Header = {
  version: 1,
  key: 'k',
  target: {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'},
  headSha: 'abc',
  run: '1/1',
  planHash: null,
  state: 'open',
  bundles: [{integration: 'i', name: 'n', desiredHash: null, liveHash: 'sha256:1'}]
};

const encode = (value: unknown) =>
  `<!-- zis-bundles:${Buffer.from(JSON.stringify(value)).toString('base64url')} -->`;

describe('the hidden header', () => {
  test('is one HTML comment that gives back what went in', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 40});
    const hash = fc.option(text);
    const bundles = fc.array(fc.record({integration: text, name: text, desiredHash: hash, liveHash: hash}), {
      maxLength: 5
    });
    fc.assert(
      fc.property(
        fc.record({
          version: fc.constant(1 as const),
          key: text,
          target: fc.record({registryUrl: text, subdomain: text}),
          headSha: text,
          run: text,
          planHash: hash,
          state: fc.constantFrom('open' as const, 'applied' as const, 'closed' as const),
          bundles: fc.option(bundles)
        }),
        text,
        (header, body) => {
          const rendered = renderHeader(header);
          expect(rendered).toMatch(/^<!-- zis-bundles:[\w-]+ -->$/);
          expect(readHeader(`${rendered}\n${body}`)).toEqual(header);
        }
      )
    );
  });

  test('counts only at the very start of a comment', () => {
    const header = renderHeader(HEADER);
    expect(readHeader(header)).toEqual(HEADER);
    expect(readHeader(`${header}\r\nx`)).toEqual(HEADER);
    expect(readHeader(`x ${header}`)).toBeNull();
    expect(readHeader(`\n${header}`)).toBeNull();
    expect(readHeader(`${header} x`)).toBeNull();
  });

  test.each([
    ['another version', {...HEADER, version: 2}],
    ['a state that does not exist', {...HEADER, state: 'merged'}],
    ['a missing field', {...HEADER, run: undefined}],
    ['a key that is no text', {...HEADER, key: 7}],
    ['a target that is none', {...HEADER, target: null}],
    ['bundles that are none', {...HEADER, bundles: [{name: 'n'}]}],
    ['a list', [HEADER]],
    ['nothing', null]
  ])('is not read with %s', (_, value) => {
    expect(readHeader(encode(value))).toBeNull();
  });

  test('is never a reason to throw', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.jsonValue(), (text, value) => {
        expect(readHeader(text)).toBeNull();
        expect(readHeader(`<!-- zis-bundles:${text} -->`)).toBeNull();
        expect(readHeader(encode(value))).toBeNull();
      })
    );
    expect(readHeader('<!-- zis-bundles:_w -->')).toBeNull();
  });

  test('does without its bundles when they are too many for a comment', () => {
    const many = Array.from({length: 1_000}, (_, index) => ({
      integration: 'i',
      name: `${index}`,
      desiredHash: 'sha256:0',
      liveHash: null as string | null
    }));
    const header = renderHeader({...HEADER, bundles: many});
    expect(header.length).toBeLessThan(40_000);
    expect(readHeader(header)).toEqual({...HEADER, bundles: null});
    const unchanged = many.map((bundle) => ({...bundle, liveHash: bundle.desiredHash}));
    const [changed] = many;
    if (changed === undefined) throw new Error('there is one');
    expect(readHeader(renderHeader({...HEADER, bundles: [...unchanged, changed]}))?.bundles).toEqual([
      changed
    ]);
  });
});

describe('a comment', () => {
  const model = modelOf([{registered: null, declared: bundleWith('b', {})}]);
  const again = {
    ...model,
    run: {...model.run, id: '43/1', url: 'https://github.com/acme/zis/actions/runs/43'}
  };
  const render = (of: typeof model, parts: Partial<Header> = {}) =>
    createReport(of, []).comment({header: headerOf(of, parts)});

  test('says the same when only the run is another one', () => {
    expect(render(again)).not.toBe(render(model));
    expect(sameSubstance(render(model), render(again))).toBe(true);
    expect(sameSubstance(`${render(model).replaceAll('\n', '\r\n')}\r\n`, render(again))).toBe(true);
  });

  test('says something else for another commit, plan, state or finding', () => {
    expect(sameSubstance(render(model), render({...model, run: {...model.run, headSha: 'other'}}))).toBe(
      false
    );
    expect(
      sameSubstance(render(model), render(modelOf([{registered: null, declared: bundleWith('c', {})}])))
    ).toBe(false);
    expect(sameSubstance(render(model), render(model, {state: 'applied'}))).toBe(false);
    expect(sameSubstance(render(model), render({...model, notices: ['x']}))).toBe(false);
    expect(sameSubstance('', '')).toBe(false);
  });

  test('can be marked as closed, once', () => {
    const closed = markComment(render(model), 'closed', 'Closed by @someone.');
    expect(readHeader(closed)).toEqual(headerOf(model, {state: 'closed'}));
    expect(closed).toContain('\n\n> [!NOTE]\n> Closed by @\u200bsomeone.\n\n## ZIS bundles: 1 to create');
    expect(markComment(closed, 'closed', 'Again.')).toBe(closed);
    expect(markComment('not ours', 'closed', 'x')).toBe('not ours');
  });
});
