import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {mayHoldPlaceholder, mentionsPlaceholder} from '../../src/bundle/fill-text.js';
import type {JsonNode, JsonValue} from '../../src/bundle/json-types.js';
import {MAX_DEPTH, parseJson} from '../../src/bundle/json.js';
import {substitute} from '../../src/bundle/substitute.js';
import {parseVariables, type Variables} from '../../src/bundle/variables.js';

function fill(bundle: unknown, variables: string | Variables = '', integration = '') {
  const text = typeof bundle === 'string' ? bundle : JSON.stringify(bundle);
  const values = typeof variables === 'string' ? parseVariables(variables).variables : variables;
  return substitute(parseJson(text), values, integration);
}

const valueOf = (...args: Parameters<typeof fill>): unknown => fill(...args).root?.value;
const namesLeft = (...args: Parameters<typeof fill>): string[] =>
  fill(...args).placeholders.unfilled.map(({name}) => name);

describe('placeholders', () => {
  test('are filled in strings and in keys', () => {
    expect(valueOf({'{{a}}_flow': ['x {{a}} {{ b }}', 1]}, 'a=A\nb=B')).toEqual({A_flow: ['x A B', 1]});
  });

  test('of ZIS are left alone, as are other texts in braces', () => {
    const bundle = {url: '{{$.host}}', jq: '{a: {{}}}', other: '{{a b}} {{1}} {{}} {a}'};
    const parsed = parseJson(JSON.stringify(bundle));
    const filled = substitute(parsed, new Map([['a', 'A']]), '');
    expect(filled.root).toBe(parsed.root);
    expect(filled.placeholders.unfilled).toEqual([]);
  });

  test('within braces of JSON in a text are found', () => {
    expect(valueOf(['{"id":{{id}}}', '{{{id}}}'], 'id:=5')).toEqual(['{"id":5}', '{5}']);
  });

  test('written with escapes are found too', () => {
    expect(valueOf(String.raw`["\u007b{a}}"]`, 'a=A')).toEqual(['A']);
  });

  test('are not looked for in what a value put in', () => {
    expect(valueOf(['{{a}}', '{{{{c}}}}'], 'a={{b}}\nb=B\nc=b')).toEqual(['{{b}}', '{{b}}']);
    expect(namesLeft(['{{a}}'], 'a={{b}}')).toEqual([]);
  });

  test('that are all of a string take the type of the value', () => {
    const variables = 'n:=5\nnone:=null\nlist:=[1, {"x": true}]\ntext=5';
    expect(valueOf(['{{n}}', 'n{{n}}', '{{none}}', '{{list}}', 'a {{list}}', '{{text}}'], variables)).toEqual(
      [5, 'n5', null, [1, {x: true}], 'a [1,{"x":true}]', '5']
    );
    const [, list] = fill(['', '{{list}}'], variables).root?.items ?? [];
    expect([list?.type, list?.items[1]?.properties.get('x')?.value]).toEqual(['array', true]);
  });

  test('of Zendesk are text unless a value is given to that very name', () => {
    const bundle = {'{{dc.a}}': 'Hello {{ticket.id}} {{user.name}}', n: '{{ticket.id}}'};
    expect([valueOf(bundle), namesLeft(bundle)]).toEqual([bundle, []]);
    expect(fill(bundle).root?.properties.get('n')?.filling).toBeUndefined();
    const filled = fill(bundle, 'ticket.id:=5');
    expect(filled.root?.value).toEqual({'{{dc.a}}': 'Hello 5 {{user.name}}', n: 5});
    expect([...filled.placeholders.used]).toEqual(['ticket.id']);
    expect(mayHoldPlaceholder(JSON.stringify(bundle))).toBe(true);
  });

  test('without a value stay, and are told with their place in the text', () => {
    const filled = fill({k: 'x {{a}} {{b}}'}, 'a=long value');
    expect(filled.root?.value).toEqual({k: 'x long value {{b}}'});
    expect(filled.placeholders.unfilled).toEqual([
      {name: 'b', start: 8, end: 13, holder: {value: 'x {{a}} {{b}}', start: 5, end: 20}}
    ]);
    expect([...filled.placeholders.used]).toEqual(['a']);
    expect(filled.root?.properties.get('k')?.filling).toEqual({
      written: 'x {{a}} {{b}}',
      filled: ['a'],
      unfilled: ['b'],
      kept: []
    });
  });

  test('that make two keys one give a repeated key, with both places', () => {
    const {duplicateKeys, root} = fill({'{{a}}': 1, x: 2}, 'a=x');
    expect(duplicateKeys).toEqual([
      {key: expect.objectContaining({name: 'x', start: 11}), first: expect.objectContaining({start: 1})}
    ]);
    expect(root?.value).toEqual({x: 2});
  });

  test('cannot make a key unsafe without a word', () => {
    const {reservedKeys, root} = fill({'{{a}}': {b: 1}}, 'a=__proto__');
    expect(reservedKeys).toHaveLength(1);
    expect(Object.getPrototypeOf(root?.value)).toBe(Object.prototype);
  });
});

describe('{{integration}}', () => {
  test.each([
    ['the file states it', {integration: 'own', at: '{{integration}}'}, '', 'input', 'own'],
    [
      'a variable gives what the file states',
      {integration: '{{k}}_x', at: '{{integration}}'},
      'k=acme',
      '',
      'acme_x'
    ],
    ['the input gives it', {at: '{{integration}}'}, '', 'input', 'input'],
    [
      'the file asks for the input',
      {integration: '{{integration}}_eu', at: '{{integration}}'},
      '',
      'acme',
      'acme_eu'
    ]
  ])('is known when %s', (_, bundle, variables, integration, expected) => {
    expect(valueOf(bundle, variables, integration)).toMatchObject({at: expected});
  });

  test('is left when nothing says it, and is no second fault when it waits for a variable', () => {
    expect(namesLeft({at: '{{integration}}'})).toEqual(['integration']);
    expect(namesLeft({integration: '{{k}}', at: '{{integration}}'}, '', 'input')).toEqual(['k']);
  });
});

describe('limits', () => {
  test('what is put in is at most as large as a file', () => {
    const placeholders = '{{a}}'.repeat(1000);
    const {root, placeholders: facts} = fill([placeholders, 'x'], `a=${'y'.repeat(10_000)}`);
    expect(root).toBeNull();
    expect(facts.tooLarge).toEqual({start: 1, end: 5003});
  });

  test.each(['a=', 'a:='])('hostile texts take no time (%s)', (how) => {
    const start = performance.now();
    const long = JSON.stringify('y'.repeat(100_000));
    for (const text of ['{{a}}', '{{', '{{ ', '{{aaaa', '{{a}', '{{ a ']) {
      fill({integration: text.repeat(100_000), b: text.repeat(300_000)}, how + long);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a value cannot nest a bundle too deep', () => {
    const nested = (depth: number, inner: string): string => '['.repeat(depth) + inner + ']'.repeat(depth);
    const variables = `a:=${nested(MAX_DEPTH - 10, '')}`;
    expect(fill(nested(10, '"{{a}}"'), variables)).toMatchObject({tooDeep: null, root: expect.anything()});
    expect(fill(nested(11, '"{{a}}"'), variables)).toMatchObject({tooDeep: {start: 11, end: 18}, root: null});
  });
});

describe('any bundle and any values', () => {
  const name = fc.constantFrom('a', 'b_c', 'd-e', 'jobspec_<x>', 'missing');
  const nasty = fc.oneof(
    fc.constantFrom('"', '\\', '\u0000', '\n', '\ud800', '{{a}}', '{{b_c}}', '$&', '$1', '__proto__'),
    fc.string({unit: 'binary'})
  );
  const text = fc
    .array(
      fc.oneof(
        nasty,
        name.map((each) => `{{${each}}}`)
      ),
      {maxLength: 4}
    )
    .map((parts) => parts.join(''));
  const {json} = fc.letrec<{json: JsonValue}>((tie) => ({
    json: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      text,
      fc.constantFrom<JsonValue>(null, true, 0.5),
      fc.array(tie('json'), {maxLength: 3}),
      fc.dictionary(text, tie('json'), {maxKeys: 3})
    )
  }));
  const values = fc
    .uniqueArray(fc.tuple(name, json), {selector: ([each]) => each, maxLength: 5})
    .map((entries) => new Map<string, JsonValue>(entries.filter(([each]) => each !== 'missing')));

  /** What one pass gives, in the fewest words. */
  function expected(value: JsonValue, variables: Variables): JsonValue {
    if (typeof value === 'string') return filled(value, variables);
    if (Array.isArray(value)) return value.map((item) => expected(item, variables));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const own = filled(key, variables);
        return [typeof own === 'string' ? own : JSON.stringify(own), expected(item, variables)];
      })
    );
  }

  function filled(written: string, variables: Variables): JsonValue {
    const parts = written.split(/\{\{(a|b_c|d-e|jobspec_<x>)\}\}/).map((part, index) => {
      const value = index % 2 === 1 ? variables.get(part) : part;
      return value === undefined ? `{{${part}}}` : value;
    });
    if (parts.length === 3 && parts[0] === '' && parts[2] === '') return parts[1] ?? null;
    return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('');
  }

  function* nodesOf(node: JsonNode): Iterable<JsonNode> {
    yield node;
    for (const child of [...node.items, ...node.properties.values()]) yield* nodesOf(child);
  }

  test('one pass fills them in, JSON stays JSON, and nothing throws', () => {
    fc.assert(
      fc.property(json, values, (bundle, variables) => {
        const {root} = fill(JSON.stringify(bundle), variables);
        expect(root?.value).toEqual(expected(bundle, variables));
        expect(JSON.parse(JSON.stringify(root?.value))).toEqual(root?.value);
      }),
      {numRuns: 500}
    );
  });

  test('every node stands where the file has it, and knows its parent and value', () => {
    fc.assert(
      fc.property(json, values, (bundle, variables) => {
        const source = JSON.stringify(bundle);
        const places = new Map<string, JsonNode>();
        const before = parseJson(source).root;
        for (const node of before === null ? [] : nodesOf(before))
          places.set(`${node.start}-${node.end}`, node);
        const {root} = fill(source, variables);
        for (const node of root === null ? [] : nodesOf(root)) {
          const original = places.get(`${node.start}-${node.end}`);
          expect(original).toBeDefined();
          if (node.filling === undefined) expect(node.type).toBe(original?.type);
          else expect(node.filling.written).toBe(original?.value);
          for (const [key, child] of node.properties) {
            expect([child.parent, child.key?.name]).toEqual([node, key]);
            expect(child.value).toBe(Object.getOwnPropertyDescriptor(node.value, key)?.value);
          }
          for (const [index, child] of node.items.entries()) {
            expect([child.parent, child.value]).toEqual([node, (node.value as JsonValue[])[index]]);
          }
        }
      })
    );
  });

  test('a file is passed over only when it has no placeholder', () => {
    const piece = fc.constantFrom('{', '{{', '}}', '$', ' ', '\t', 'a', '$.x', '"', '\\', '\u00e9');
    const written = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join(''));
    const escaped = (text: string): string => JSON.stringify(text).replaceAll('{', String.raw`\u007b`);
    fc.assert(
      fc.property(written, fc.boolean(), (text, inKey) => {
        const bundle = inKey ? {[text]: 1} : [text];
        if (!mentionsPlaceholder(bundle)) return;
        expect(mayHoldPlaceholder(JSON.stringify(bundle))).toBe(true);
        expect(mayHoldPlaceholder(`[${escaped(text)}]`)).toBe(true);
      }),
      {numRuns: 2000}
    );
    expect(mayHoldPlaceholder(JSON.stringify(['{{$.a}} {{ $.b }}', '{{ $["c"] }}', {a: {b: {}}}]))).toBe(
      false
    );
  });
});
