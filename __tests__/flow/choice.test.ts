import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {parseJson} from '../../src/bundle/json.js';
import type {JsonValue} from '../../src/bundle/json-types.js';
import {compares, inOrder, readCondition, readOperator, timeOf, type Order} from '../../src/flow/choice.js';
import {OPERATORS, UNSUPPORTED_OPERATORS} from '../../src/flow/operators.js';

function kindOf(condition: JsonValue): string {
  const {root} = parseJson(JSON.stringify(condition));
  if (root === null) throw new Error('no JSON');
  return readCondition(root).kind;
}

test.each([...OPERATORS])('%s is read, and takes %s', (name, operand) => {
  const {kind, path} = readOperator(name);
  expect(path).toBe(operand === 'path');
  const kinds = {
    string: 'String',
    number: 'Numeric',
    boolean: '(Boolean|Presence|Null)',
    timestamp: 'Timestamp',
    path: '.'
  };
  expect(kind).toMatch(new RegExp(kinds[operand]));
});

test.each([...UNSUPPORTED_OPERATORS.keys(), 'Equals', 'numericEquals', 'constructor', ''])(
  '%s is none',
  (name) => {
    expect(readOperator(name).kind).toBe('');
  }
);

test.each<[JsonValue, string]>([
  [{Variable: '$.a', IsNull: true, Next: 'A', Comment: 'c'}, 'comparison'],
  [{And: []}, 'and'],
  [{Or: [{}], Next: 'A'}, 'or'],
  [{Not: {}}, 'not'],
  [{And: {}}, 'faulty'],
  [{Not: []}, 'faulty'],
  [{Variable: '$.a'}, 'faulty'],
  [{IsNull: true}, 'faulty'],
  [{Variable: '$.a', IsNull: true, IsPresent: true}, 'faulty'],
  [[], 'faulty'],
  [null, 'faulty']
])('%j is read as %s', (condition, kind) => {
  expect(kindOf(condition)).toBe(kind);
});

const ORDERS: readonly Order[] = ['=', '<', '<=', '>', '>='];

describe('orders', () => {
  test('of any two values the five orders agree', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.double(), fc.double())),
        ([a, b]) => {
          fc.pre(!Number.isNaN(a) && !Number.isNaN(b));
          const [same, less, lessSame, more, moreSame] = ORDERS.map((order) => inOrder(a, order, b));
          expect([less, same, more].filter(Boolean)).toHaveLength(1);
          expect([lessSame, moreSame]).toEqual([less || same, more || same]);
        }
      )
    );
  });

  test('instants are in the order of their milliseconds, in any zone', () => {
    const instant = fc.tuple(
      fc.date({min: new Date('0001-01-02'), max: new Date('9998-12-30'), noInvalidDate: true}),
      fc.integer({min: -1439, max: 1439})
    );
    fc.assert(
      fc.property(instant, instant, ([a, zoneA], [b, zoneB]) => {
        const [first, second] = [timeOf(inZone(a, zoneA))!, timeOf(inZone(b, zoneB))!];
        expect(Math.sign(a.getTime() - b.getTime())).toBe(first === second ? 0 : first < second ? -1 : 1);
      })
    );
  });
});

/** A date as RFC 3339 writes it, with so many minutes between its zone and UTC. */
function inZone(date: Date, minutes: number): string {
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const zone = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0')
  );
  return `${local}${minutes < 0 ? '-' : '+'}${zone.join(':')}`;
}

test('no value of another type passes a comparison', () => {
  const values: JsonValue[] = [null, true, 1, 'x', '2026-01-01T00:00:00Z', [], {}];
  for (const name of OPERATORS.keys()) {
    const operator = readOperator(name);
    for (const [at, value] of values.entries()) {
      for (const other of values.slice(at + 1)) {
        const bothTexts = typeof value === 'string' && typeof other === 'string';
        if (!bothTexts) expect(compares(operator, value, other)).toBe(false);
      }
    }
  }
});
