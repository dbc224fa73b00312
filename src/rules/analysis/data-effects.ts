import type {JsonNode, JsonValue, Span} from '../../bundle/json-types.js';
import {parsePath, rootOf} from '../../flow/path.js';
import type {State, Transition} from '../../flow/states.js';
import type {Shapes} from './shapes.js';
import {plainKey, textOf} from '../../flow/template.js';
import {JQ_ACTION} from '../../flow/built-ins.js';

/** What a flow's data holds when it starts (Trigger events, introduction); the last two are in older samples. */
export const INITIAL_ROOTS: readonly string[] = [
  'input',
  'account_id',
  'subdomain',
  'integration_key',
  'connections',
  'zendeskHost'
];

/** Those of them that the answer of an API is not likely to hold. */
const FLOW_ONLY: readonly string[] = INITIAL_ROOTS.filter(
  (root) => root !== 'account_id' && root !== 'subdomain'
);

/** What a transition does to the data on its way. */
export type Effect =
  /** Nothing changes. */
  | {readonly kind: 'none'}
  /** Anything may be there from now on. */
  | {readonly kind: 'open'}
  /** The result is put beside the other data, under this name. */
  | {readonly kind: 'set'; readonly root: string}
  | Replacement;

/** The result takes the place of all data. */
export interface Replacement {
  readonly kind: 'replace';
  readonly state: State;
  /** The Catch entry whose error does it; null for the state's own result. */
  readonly catcher: JsonNode | null;
  /** Where a ResultPath is missing, or the one that says `$`. */
  readonly at: Span;
  /** What the new data holds for certain. */
  readonly holds: readonly string[];
  /** Whether it can hold more than that. */
  readonly open: boolean;
  /** Whether earlier data under this name is in it still, or may be. */
  keeps(root: string): boolean;
}

const NOTHING: Effect = {kind: 'none'};

/** Where a result goes cannot be read: that is one mistake, and what later states miss is its consequence. */
const ANYTHING: Effect = {kind: 'open'};

/** What happens to the data when a state is left by one of its transitions. */
export function effectOf(state: State, transition: Transition, shapes: Shapes): Effect {
  if (transition.kind === 'catch') return catchEffect(state, transition, shapes);
  const {node, type} = state;
  const resultPath = shapes.get(node, 'ResultPath');
  if (resultPath === undefined) {
    const hasResult = type === 'Action' || type === 'Map' || node.properties.has('Result');
    if (!hasResult || hasNoResponse(state)) return NOTHING;
    return {...replacement(state), state, catcher: null, at: node.key ?? node};
  }
  return writeTo(resultPath.value) ?? {...replacement(state), state, catcher: null, at: resultPath};
}

/** PatchConfig answers nothing (ZIS built-in actions), and nothing takes the place of nothing. */
function hasNoResponse({node}: State): boolean {
  return node.properties.get('ActionName')?.value === 'zis:common:action:PatchConfig';
}

function catchEffect(state: State, {node}: Transition, shapes: Shapes): Effect {
  const catcher = node.parent;
  if (catcher === null) return NOTHING;
  const resultPath = shapes.get(catcher, 'ResultPath');
  const effect = resultPath === undefined ? null : writeTo(resultPath.value);
  if (effect !== null) return effect;
  return {
    kind: 'replace',
    state,
    catcher,
    at: resultPath ?? catcher.properties.get('ErrorEquals')?.key ?? node,
    holds: ERROR_KEYS,
    open: false,
    keeps: (root) => ERROR_KEYS.includes(root)
  };
}

/** What the data of a caught error holds (Flow states retry and error handling; `Error` as in Amazon's language). */
const ERROR_KEYS = ['Cause', 'Error'];

/** What a result does that is put at a path; null when it takes the place of all data. */
function writeTo(written: JsonValue): Effect | null {
  if (typeof written !== 'string') return ANYTHING;
  // `ticket` for `$.ticket` is one mistake, and what reads `$.ticket` later is none.
  const path = parsePath(written.startsWith('$') ? written : `$.${written}`);
  const root = rootOf(path);
  if (root !== null) return {kind: 'set', root};
  return path.fault === null && path.segments.length === 0 ? null : ANYTHING;
}

type Shape = Pick<Replacement, 'kind' | 'holds' | 'open' | 'keeps'>;

function replacement({node, type}: State): Shape {
  const closed = (holds: readonly string[]): Shape => ({
    kind: 'replace',
    holds,
    open: false,
    keeps: (root) => holds.includes(root)
  });
  if (type === 'Map') return closed([]);
  if (type === 'Pass') {
    const result = node.properties.get('Result');
    return result === undefined ? OPEN : closed(result.properties.names.map(plainKey));
  }
  const action = node.properties.get('ActionName')?.value;
  if (action === 'zis:common:action:LoadConfig') return closed(['config']);
  if (action === JQ_ACTION) return {...OPEN, keeps: keptBy(node)};
  // The answer of a request: it may hold a name that earlier data had, but not that of a flow's own data.
  return {...OPEN, keeps: (root) => !FLOW_ONLY.includes(root)};
}

const OPEN: Shape = {kind: 'replace', holds: [], open: true, keeps: () => true};

/** A jq program keeps what it or a literal `data` names, and everything when it passes its whole input on. */
function keptBy(state: JsonNode): (root: string) => boolean {
  const parameters = state.properties.get('Parameters');
  const program = parameters?.properties.get('expr')?.value;
  if (typeof program !== 'string') return () => true;
  const data = textOf(parameters?.properties.get('data.$'));
  if (data === '$' && WHOLE_INPUT.test(program)) return () => true;
  const literal = textOf(parameters?.properties.get('data'));
  const names = new Set(`${program} ${data} ${literal}`.match(/[A-Za-z_]\w*/g));
  return (root) => names.has(root);
}

/** A dot that stands for the whole input, a function that gives or goes through all of it, or an assignment in it. */
const WHOLE_INPUT =
  /(?:^|[\s(|,;:+*=[{])\.(?:$|[\s)|,;+*?\]}[])|\.\.|\b(?:with_entries|to_entries|del|delpaths|setpath|walk|input|debug|values|objects|tojson|recurse)\b(?!\s*:)|(?<![=!<>])=(?!=)/;
