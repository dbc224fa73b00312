import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {diffFlows} from '../../src/report/flow-diff.js';
import {MAX_CHARACTERS, MAX_NODES} from '../../src/report/mermaid-draw.js';
import {diagramOf} from '../../src/report/mermaid.js';
import {parseMermaid} from '../support/mermaid.js';
import {chain} from '../support/models.js';

const HOSTILE = [
  'end',
  'a"b',
  '`x`',
  'a"] --> s9["pwned',
  '%%{init: {"theme": "dark"}}%%',
  'x\ny',
  '<img src=x onerror=alert(1)>',
  '#quot;',
  'style a:b#c;d',
  '1. list',
  '- item',
  '$$x^2$$',
  '\u202egnp.exe',
  '__proto__',
  'click s0 href "javascript:alert(1)"',
  ':::removed',
  '',
  'ﬂ°°35¶ß',
  '🙂'.repeat(300)
];

function states(names: readonly string[]): JsonObject {
  return {
    StartAt: names[0] ?? '',
    States: Object.fromEntries(
      names.map((name, at) => [name, {Type: 'Pass', Next: names[at + 1] ?? names[0] ?? ''}])
    )
  };
}

function flowDiagram(old: JsonValue | undefined, now: JsonValue | undefined): string | null {
  return diagramOf(diffFlows(old, now));
}

async function draw(old: JsonValue | undefined, now: JsonValue | undefined) {
  const text = flowDiagram(old, now);
  if (text === null) throw new Error('no diagram');
  expect(text.length).toBeLessThanOrEqual(MAX_CHARACTERS);
  const diagram = await parseMermaid(text);
  expect(diagram.nodes.length).toBeLessThanOrEqual(MAX_NODES);
  return {text, ...diagram};
}

describe('a picture of a flow', () => {
  test('shows added, removed and changed states by sign and colour, and unchanged ones plainly', async () => {
    const old = {
      StartAt: 'A',
      States: {
        A: {Type: 'Pass', Next: 'B'},
        B: {Type: 'Wait', Seconds: 1, Next: 'D'},
        D: {Type: 'Succeed'},
        E: {Type: 'Fail'}
      }
    };
    const now = {
      StartAt: 'A',
      States: {
        A: {Type: 'Pass', Next: 'B'},
        B: {Type: 'Wait', Seconds: 2, Next: 'C'},
        C: {Type: 'Pass', Next: 'D'},
        D: {Type: 'Succeed'}
      }
    };
    const {nodes, edges} = await draw(old, now);
    expect(nodes.map(({text, classes}) => [text, ...classes])).toEqual([
      ['start'],
      ['A'],
      ['~ B', 'changed'],
      ['+ C', 'added'],
      ['D'],
      ['− E', 'removed']
    ]);
    const nameOf = (id: string) => nodes.find((node) => node.id === id)?.text;
    expect(edges.map(({from, to, text, stroke}) => [nameOf(from), nameOf(to), text, stroke])).toEqual([
      ['start', 'A', '', 'normal'],
      ['A', '~ B', '', 'normal'],
      ['~ B', '+ C', '', 'normal'],
      ['~ B', 'D', '−', 'dotted'],
      ['+ C', 'D', '', 'normal']
    ]);
  });

  test('writes conditions in words and error paths dashed', async () => {
    const choice = {
      Type: 'Choice',
      Choices: [
        {
          And: [{Variable: '$.n', NumericGreaterThan: 3}, {Not: {Variable: '$.u', IsPresent: true}}],
          Next: 'Do'
        }
      ],
      Default: 'Ok'
    };
    const act = {
      Type: 'Action',
      ActionName: 'zis:x:action:y',
      Catch: [{ErrorEquals: ['States.ALL'], Next: 'Ok'}],
      End: true
    };
    const {edges} = await draw(undefined, {
      StartAt: 'Ask',
      States: {Ask: choice, Do: act, Ok: {Type: 'Succeed'}}
    });
    expect(edges.map(({text, stroke}) => [text, stroke])).toEqual([
      ['', 'normal'],
      ['$.n > 3 and not ($.u is present)', 'normal'],
      ['otherwise', 'normal'],
      ['on error', 'dotted']
    ]);
  });

  test('draws the iterator of a Map as a box that the Map leads into', async () => {
    const map = {
      Type: 'Map',
      ItemsPath: '$.items',
      Iterator: {StartAt: 'In', States: {In: {Type: 'Pass', End: true}}},
      End: true
    };
    const {nodes, edges, boxes} = await draw(undefined, {StartAt: 'Each', States: {Each: map}});
    expect(boxes).toEqual([{title: '', nodes: [nodes.find(({text}) => text === '+ In')?.id]}]);
    expect(edges.at(-1)).toMatchObject({text: 'each item', stroke: 'dotted'});
  });

  test('folds what is unchanged when a flow is large, and counts it', async () => {
    const old = chain(500);
    const now = structuredClone(old) as {States: Record<string, JsonObject>} & JsonObject;
    now.States['State250'] = {Type: 'Pass', Comment: 'new', Next: 'State251'};
    const {nodes} = await draw(old, now);
    expect(nodes.map(({text}) => text)).toEqual([
      'start',
      'State0',
      '… 248 unchanged states',
      'State249',
      '~ State250',
      'State251',
      '… 248 unchanged states'
    ]);
  });

  test('folds what is far from a change in a flow that is too long for a screen', async () => {
    const now = structuredClone(chain(60)) as {States: Record<string, JsonObject>} & JsonObject;
    now.States['State30'] = {Type: 'Pass', Comment: 'new', Next: 'State31'};
    expect((await draw(chain(60), now)).nodes).toHaveLength(7);
    expect((await draw(undefined, chain(60))).nodes).toHaveLength(61);
  });

  test('of a condition that is too long keeps the end of its path', async () => {
    const rule = {Variable: '$.input.ticket_event.ticket.requester_id', IsPresent: true, Next: 'A'};
    const choice = {Type: 'Choice', Choices: [rule], Default: 'A'};
    const {edges} = await draw(undefined, {StartAt: 'C', States: {C: choice, A: {Type: 'Succeed'}}});
    expect(edges.map(({text}) => text)).toContain('…requester_id is present');
  });

  test('stays within its limits when all of 500 states changed, and says how many it does not show', async () => {
    const {nodes} = await draw(chain(500, 'old'), chain(500, 'new'));
    expect(nodes.some(({text}) => /^… \d+ more states, \d+ changed$/.test(text))).toBe(true);
  });

  test('marks a target that no state has', async () => {
    const {nodes} = await draw(undefined, {StartAt: 'A', States: {A: {Type: 'Pass', Next: 'Nowhere'}}});
    expect(nodes).toContainEqual({id: 's2', text: '? Nowhere', classes: ['missing']});
  });

  test('shows a renamed state with both names', async () => {
    const old = {StartAt: 'A', States: {A: {Type: 'Wait', Seconds: 3, Next: 'Z'}, Z: {Type: 'Succeed'}}};
    const now = {StartAt: 'B', States: {B: {Type: 'Wait', Seconds: 3, Next: 'Z'}, Z: {Type: 'Succeed'}}};
    const {nodes} = await draw(old, now);
    expect(nodes.map(({text}) => text)).toEqual(['start', '~ B (was A)', 'Z']);
  });

  test('is not drawn for a flow that has not changed or has no states', () => {
    expect(flowDiagram(chain(3), chain(3))).toBeNull();
    expect(flowDiagram(undefined, {StartAt: 'A', States: {}})).toBeNull();
    expect(flowDiagram('no flow', [1])).toBeNull();
  });

  test.each(HOSTILE)('survives a state named %j', async (name) => {
    const {nodes, text} = await draw(undefined, states([name, `${name} 2`]));
    expect(nodes).toHaveLength(3);
    expect(text).not.toMatch(/[<\u202e]/);
  });

  test('parses for any names, types and conditions', async () => {
    const text = fc.oneof(
      fc.string({unit: 'grapheme'}),
      fc.string({unit: 'binary'}),
      fc.constantFrom(...HOSTILE)
    );
    const state = fc.record(
      {
        Type: fc.oneof(
          fc.constantFrom(
            'Action',
            'Choice',
            'Map',
            'Wait',
            'Pass',
            'Succeed',
            'Fail',
            'start',
            'constructor'
          ),
          text
        ),
        Next: text,
        Default: text,
        Comment: text,
        Choices: fc.array(fc.record({Variable: text, StringEquals: text, Next: text}))
      },
      {requiredKeys: ['Type']}
    );
    const scope = fc.record({StartAt: text, States: fc.dictionary(text, state, {maxKeys: 8})});
    const definition = fc.tuple(scope, scope).map(([outer, inner]) => {
      const [first] = Object.keys(outer.States);
      if (first === undefined) return outer;
      return {...outer, States: {...outer.States, [first]: {...outer.States[first], Iterator: inner}}};
    });
    await fc.assert(
      fc.asyncProperty(definition, definition, async (old, now) => {
        if (flowDiagram(old, now) !== null) await draw(old, now);
      }),
      {numRuns: 60}
    );
  });

  test('takes any JSON for a definition', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (old, now) => {
        flowDiagram(old as JsonValue, {
          StartAt: 'A',
          States: {A: now as JsonValue, B: {Type: 'Map', Iterator: old as JsonValue}}
        });
      })
    );
  });
});
