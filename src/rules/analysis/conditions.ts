import type {JsonNode} from '../../bundle/json-types.js';
import {OPERATORS, UNSUPPORTED_OPERATORS} from '../../flow/operators.js';
import type {State} from '../../flow/states.js';
import {quote} from '../../words.js';
import {statesIn} from './flows.js';
import {perBundle} from './memo.js';
import {NearNames} from './near.js';
import {AMAZON_ONLY} from './properties.js';

/** A rule of a Choice state, or a condition within its And, Or or Not. */
export interface Condition {
  readonly node: JsonNode;
  readonly state: State;
  /** Whether it is an entry of Choices itself. */
  readonly top: boolean;
  readonly keys: ConditionKeys;
}

/** The values of a condition by what their keys are. */
export interface ConditionKeys {
  /** Comparisons that ZIS knows. */
  readonly operators: readonly JsonNode[];
  /** Keys that are meant as comparisons but are none, with the operator of ZIS or of Amazon that was meant, if one is near. */
  readonly wrongOperators: readonly {readonly node: JsonNode; readonly meant: string | null}[];
  /** And, Or, Not. */
  readonly combined: readonly JsonNode[];
  /** Neither an operator nor And, Or, Not, Variable, Next or Comment. */
  readonly unknown: readonly JsonNode[];
}

/** The words that combine conditions. */
export const COMBINERS = ['And', 'Or', 'Not'] as const;

/** The rules of all Choice states and the conditions within them, outer ones first. */
export const conditionsIn = perBundle((bundle): readonly Condition[] => {
  const conditions: Condition[] = [];
  const near = new NearNames();
  for (const state of statesIn(bundle)) {
    if (state.type !== 'Choice') continue;
    for (const rule of state.node.properties.get('Choices')?.items ?? []) {
      collect(rule, state, true);
    }
  }
  return conditions;

  function collect(node: JsonNode, state: State, top: boolean): void {
    if (node.type !== 'object') return;
    const keys = sortKeys(node, near);
    conditions.push({node, state, top, keys});
    for (const combined of keys.combined) {
      if (combined.type === 'object') collect(combined, state, false);
      for (const item of combined.items) collect(item, state, false);
    }
  }
});

/** The key of a value, quoted for a message. */
export function keyWords(node: JsonNode): string {
  return quote(node.name);
}

/** Properties of states that are written into a rule by mistake. */
const OF_STATES: ReadonlySet<string> = new Set([
  'End',
  'ResultPath',
  'Catch',
  'Parameters',
  'Result',
  'Default'
]);

const PLAIN = new Set(['Variable', 'Next', 'Comment']);

function sortKeys(condition: JsonNode, near: NearNames): ConditionKeys {
  const keys = {
    operators: [] as JsonNode[],
    wrongOperators: [] as {node: JsonNode; meant: string | null}[],
    combined: [] as JsonNode[],
    unknown: [] as JsonNode[]
  };
  for (const node of condition.properties.nodes) {
    const {name} = node;
    if (OPERATORS.has(name)) keys.operators.push(node);
    else if ((COMBINERS as readonly string[]).includes(name)) keys.combined.push(node);
    else if (UNSUPPORTED_OPERATORS.has(name)) keys.wrongOperators.push({node, meant: null});
    else if (!PLAIN.has(name)) keys.unknown.push(node);
  }
  if (keys.unknown.length === 0) return keys;
  return {...keys, ...wrongOperators(keys, near)};
}

/** Tells the keys that stand for an operator from the others. Where there is no other comparison, a strange key is one. */
function wrongOperators(
  keys: ConditionKeys,
  near: NearNames
): Pick<ConditionKeys, 'unknown' | 'wrongOperators'> {
  const wrong = [...keys.wrongOperators];
  const unknown: JsonNode[] = [];
  const lone = keys.operators.length + keys.combined.length + wrong.length === 0;
  for (const node of keys.unknown) {
    const {name} = node;
    if (OF_STATES.has(name)) {
      unknown.push(node);
      continue;
    }
    const meant = near.find(name, KNOWN_KEYS);
    if (meant !== null && isOperator(meant)) wrong.push({node, meant});
    else if (meant === null && lone && wrong.length === 0 && !AMAZON_ONLY.has(name))
      wrong.push({node, meant});
    else unknown.push(node);
  }
  return {wrongOperators: wrong, unknown};
}

function isOperator(name: string): boolean {
  return OPERATORS.has(name) || UNSUPPORTED_OPERATORS.has(name);
}

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...OPERATORS.keys(),
  ...UNSUPPORTED_OPERATORS.keys(),
  ...COMBINERS,
  ...PLAIN
]);
