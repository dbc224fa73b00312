import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {components} from '../../src/rules/analysis/graph.js';
import {didYouMean} from '../../src/words.js';
import {NearNames} from '../../src/rules/analysis/near.js';

describe('components of a graph', () => {
  const graphs = fc
    .integer({min: 1, max: 12})
    .chain((size) =>
      fc.array(fc.uniqueArray(fc.nat(size - 1), {maxLength: 4}), {minLength: size, maxLength: size})
    );

  test('two nodes are together when each leads to the other, and what is led to comes first', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const next = (node: number): number[] => edges[node] ?? [];
        const found = components(edges.keys(), next);
        const groupOf = (node: number): number => found.findIndex((group) => group.includes(node));
        expect(found.flat().sort((a, b) => a - b)).toEqual([...edges.keys()]);
        for (const a of edges.keys()) {
          for (const b of reach(a, next)) {
            expect(groupOf(b)).toBeLessThanOrEqual(groupOf(a));
            expect(groupOf(b) === groupOf(a)).toBe(reach(b, next).has(a));
          }
        }
      })
    );
  });

  test('a long chain needs no deep stack', () => {
    const size = 200_000;
    const next = (node: number): number[] => (node + 1 < size ? [node + 1] : []);
    expect(components([0], next)).toHaveLength(size);
  });
});

describe('near names', () => {
  test('the nearest one', () => {
    const names = new NearNames();
    expect(names.find('Lod', new Set(['Load', 'Done']))).toBe('Load');
    expect(names.didYouMean('Lod', new Map([['Load', 1]]))).toBe('Did you mean "Load"?');
    expect(names.didYouMean('Else', new Map([['Load', 1]]))).toBe('');
    expect(didYouMean('flow/unreachable', ['flow/unreachable-state', 'flow/no-end'])).toContain('-state"');
    expect(didYouMean('JobSpec', ['ZIS::Flow', 'ZIS::JobSpec'])).toBe('Did you mean "ZIS::JobSpec"?');
    expect(didYouMean('Str', ['StringEquals', 'StringLessThan'])).toBe('');
  });

  test('very long names are near nothing', () => {
    const long = 'x'.repeat(81);
    expect(new NearNames().find(long, new Set([long]))).toBeNull();
    expect(new NearNames().find('Lod', new Set(['Load', 'x'.repeat(1_000_000)]))).toBe('Load');
  });

  test('after many comparisons no more are made', () => {
    const names = new NearNames();
    const known = new Set(Array.from({length: 9_999}, (_, index) => `state ${index}`));
    expect(names.find('State 7', known)).toBe('state 7');
    expect(names.find('State 8', known)).toBe('state 8');
    expect(names.find('State 9', known)).toBeNull();
  });
});

/** The nodes to which a node leads by one step or more. */
function reach(from: number, next: (node: number) => number[]): Set<number> {
  const reached = new Set<number>(next(from));
  for (const node of reached) for (const target of next(node)) reached.add(target);
  return reached;
}
