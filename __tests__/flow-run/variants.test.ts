import {describe, expect, it} from '@jest/globals';
import type {JsonNode} from '../../src/bundle/json-types.js';
import {answersTo, type Answers, type Contact, type UnknownId} from '../../src/flow-run/unknowns.js';
import {
  disagreement,
  MAX_PLAYS,
  playVariants,
  type Play,
  type Variants
} from '../../src/flow-run/variants.js';

const node = {} as JsonNode;
const touch = (id: UnknownId): Contact => ({id, node, candidates: answersTo(id), latent: false});

/** Plays that ask nothing. */
function played<T>(play: (answers: Answers) => Play<T>, pinned: Answers = {}): Variants<T> {
  const variants = playVariants<T, never, never>(function* (answers) {
    yield* [];
    return play(answers);
  }, pinned);
  const step = variants.next();
  if (step.done !== true) throw new Error('nothing was to be asked');
  return step.value;
}

describe('playVariants', () => {
  it('plays once what touches nothing', () => {
    expect(played(() => ({result: 'x', contacts: []}))).toEqual({
      kind: 'played',
      plays: [{answers: {}, result: 'x'}],
      contacts: []
    });
  });

  it('plays every combination of two points, the likeliest first', () => {
    const variants = played((answers) => ({
      result: `${answers['map.empty'] ?? 'list'} ${answers['placeholder.null'] ?? 'text-null'}`,
      contacts: [touch('map.empty'), touch('placeholder.null')]
    }));
    expect(variants.kind === 'played' && variants.plays.map(({result}) => result)).toEqual([
      'list text-null',
      'null text-null',
      'null empty',
      'null error',
      'list empty',
      'list error'
    ]);
  });

  it('leaves pinned points alone', () => {
    const variants = played(({'map.empty': answer}) => ({result: answer, contacts: [touch('map.empty')]}), {
      'map.empty': 'null'
    });
    expect(variants).toEqual({
      kind: 'played',
      plays: [{answers: {'map.empty': 'null'}, result: 'null'}],
      contacts: []
    });
  });

  it('varies a point only under the answers that lead to it', () => {
    const variants = played((answers) => ({
      result: JSON.stringify(answers),
      contacts: answers['jq.none'] === 'error' ? [touch('jq.none'), touch('map.empty')] : [touch('jq.none')]
    }));
    expect(variants.kind === 'played' && variants.plays.map(({answers}) => answers)).toEqual([
      {'jq.none': 'null'},
      {'jq.none': 'error', 'map.empty': 'list'},
      {'jq.none': 'error', 'map.empty': 'null'}
    ]);
  });

  it('gives up beyond 16 combinations, and names the points', () => {
    const ids = ['map.empty', 'jq.many', 'jq.none', 'config.missing', 'links.result'] as const;
    let plays = 0;
    const play = (count: number) => () => {
      plays += 1;
      return {result: 0, contacts: ids.slice(0, count).map(touch)};
    };
    expect(played(play(4))).toMatchObject({kind: 'played', plays: {length: 16}});
    plays = 0;
    expect(played(play(5))).toEqual({kind: 'too-many', ids});
    expect(plays).toBe(MAX_PLAYS);
  });
});

describe('disagreement', () => {
  it('is null where all plays have one verdict', () => {
    expect(disagreement([{answers: {}, result: true}], Object.is)).toBeNull();
  });

  it('names the point that alone makes the difference', () => {
    const variants = played((answers) => ({
      result: answers['jq.many'] !== 'last',
      contacts: [touch('map.empty'), touch('jq.many')]
    }));
    const found = variants.kind === 'played' ? disagreement(variants.plays, Object.is) : null;
    expect(found?.id).toBe('jq.many');
    expect([found?.one.result, found?.other.result]).toEqual([true, false]);
    expect(found?.one.answers['map.empty']).toBe(found?.other.answers['map.empty']);
  });

  it('names the first point where what follows differs too', () => {
    const plays = [
      {answers: {'jq.none': 'null'}, result: true},
      {answers: {'jq.none': 'error', 'map.empty': 'list'}, result: false}
    ];
    expect(disagreement(plays, Object.is)?.id).toBe('jq.none');
  });
});
