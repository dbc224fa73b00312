import type {JsonNode} from '../../bundle/json-types.js';
import {timeOf} from '../../flow/choice.js';
import {OPERATORS, type Operand} from '../../flow/operators.js';
import {quote} from '../../words.js';
import {conditionsIn, keyWords} from '../analysis/conditions.js';
import type {BundleRule} from '../rule.js';

export const operand: BundleRule = {
  id: 'choice/operand',
  scope: 'bundle',
  severity: 'error',
  summary: 'An operator compares with a value of its own type.',
  why: 'A comparison with a value of another type is never true.',
  bad: '{"Variable": "$.input.count", "NumericEquals": "1", "Next": "One"}',
  good: '{"Variable": "$.input.count", "NumericEquals": 1, "Next": "One"}',
  source: 'Choice state, table of operators; Amazon States Language (timestamps are RFC 3339)',
  check(bundle, report) {
    for (const {keys} of conditionsIn(bundle)) {
      for (const node of keys.operators) {
        const wanted = OPERATORS.get(node.name);
        const fault = wanted === undefined ? null : faultOf(node, wanted);
        if (fault !== null) report(node, `${keyWords(node)} ${fault[0]}`, fault[1]);
      }
    }
  }
};

export const literalPath: BundleRule = {
  id: 'choice/literal-path',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A String operator compares with a text, not with a path.',
  why: 'Only operators that end in Path look at the data. The others compare with the path as it is written.',
  bad: '{"Variable": "$.input.status", "StringEquals": "$.old.status", "Next": "Same"}',
  good: '{"Variable": "$.input.status", "StringEqualsPath": "$.old.status", "Next": "Same"}',
  source: 'Choice state, table of operators',
  check(bundle, report) {
    for (const {keys} of conditionsIn(bundle)) {
      for (const node of keys.operators) {
        const {value} = node;
        const isText = OPERATORS.get(node.name) === 'string' && typeof value === 'string';
        if (!isText || !/^\s*(\{\{\s*)?\$[.[]/.test(value)) continue;
        report(node, `${keyWords(node)} takes this path for a text`, hintFor(node) || NO_PATH);
      }
    }
  }
};

const NO_PATH =
  'To compare with other data use a Jq action before this state, and test its result with BooleanEquals.';

function faultOf(node: JsonNode, wanted: Operand): readonly [message: string, hint: string] | null {
  const {value, type} = node;
  switch (wanted) {
    case 'path':
      return type === 'string'
        ? null
        : ['takes a path, such as "$.limit"', 'The operator without "Path" takes a value.'];
    case 'timestamp':
      if (timeOf(value) !== null) return null;
      return [
        'takes a time as RFC 3339 writes it, with a capital T and Z',
        'Such as "2030-01-31T12:00:00Z".'
      ];
    default:
      return type === wanted
        ? null
        : [`takes ${wanted === 'boolean' ? 'true or false' : `a ${wanted}`}`, hintFor(node)];
  }
}

/** What to write instead of a value of another type. */
function hintFor({value, name}: JsonNode): string {
  if (value === null) return 'To test for null use "IsNull": true.';
  if (typeof value === 'string') {
    if (/^\s*(\{\{\s*)?\$/.test(value) && OPERATORS.has(`${name}Path`)) {
      return `To compare with the value at a path, use ${quote(`${name}Path`)}.`;
    }
    return /^(true|false|-?\d{1,15}(\.\d{1,15})?)$/.test(value) ? `Write ${value} without quotes.` : '';
  }
  if (!name.startsWith('String')) return '';
  if (typeof value === 'number') return 'Write it in quotes, or compare with a Numeric operator.';
  return typeof value === 'boolean' ? 'Use "BooleanEquals".' : '';
}
