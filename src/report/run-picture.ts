import type {FlowRun} from '../flow-tests/result.js';
import {outermost, type Scope, type State} from '../flow/states.js';
import {counted} from '../words.js';
import {mermaidLabel} from './escape.js';
import {diffFlows} from './flow-diff.js';
import {graphOf, type FlowGraph, type GraphNode} from './flow-graph.js';
import {choices, fold, type FoldedGraph, type Shown} from './fold.js';
import {draw, LABEL_LENGTH, MAX_CHARACTERS, MAX_NODES, shortCondition, type Painter} from './mermaid-draw.js';

/** Each class of a picture of a run, with its sign. */
const LOOKS = {
  entered: {sign: '✓', style: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328'},
  failing: {sign: '✗', style: 'fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#1f2328'},
  unreached: {sign: '○', style: 'fill:none,stroke:#818b98,stroke-dasharray:5 5'},
  folded: {sign: '…', style: 'fill:none,stroke:#818b98,stroke-dasharray:2 2'},
  missing: {sign: '?', style: 'fill:none,stroke:#cf222e,stroke-dasharray:2 2'}
} as const;

/** What the signs of a picture mean. */
export const LEGEND = '✓ entered, ✗ failing, ○ not reached';

/**
 * A Mermaid flowchart of a run: the states that it entered solid, those that it did not reach dashed, those that
 * fail marked, each with a sign; transitions that it took are lines, others dots. What does not fit is folded.
 *
 * @param failing whether a state is one that fails
 * @returns null when no state was entered
 */
export function runDiagram(run: FlowRun, failing: (state: State) => boolean): string | null {
  const [first] = run.visits;
  if (first === undefined) return null;
  const definition = outermost(first.state.scope).node.value;
  const marks = marksOf(run, failing);
  const graph = withTouched(graphOf(diffFlows(definition, definition)), marks);
  const painter = painterOf(marks);
  for (const visible of choices(graph)) {
    const folded = fold(graph, visible);
    if (folded.nodes.length > MAX_NODES) continue;
    const text = draw(folded, painter);
    if (text.length <= MAX_CHARACTERS) return text;
  }
  return null;
}

/** What a run did, by the path of each state: the names of the Maps around it, and its own. */
interface Marks {
  readonly states: ReadonlyMap<string, 'entered' | 'failing'>;
  /** From a state's path to the name of the state that followed. */
  readonly taken: ReadonlySet<string>;
}

function marksOf({visits}: FlowRun, failing: (state: State) => boolean): Marks {
  const states = new Map<string, 'entered' | 'failing'>();
  const taken = new Set<string>();
  for (const {state, left} of visits) {
    const path = pathOf(state);
    states.set(keyOf(path), failing(state) ? 'failing' : 'entered');
    if (left !== null) taken.add(keyOf([...path, left.to]));
  }
  return {states, taken};
}

function pathOf(state: State): string[] {
  const path = [state.name];
  for (let scope: Scope = state.scope; scope.owner !== null; scope = scope.owner.scope)
    path.unshift(scope.owner.name);
  return path;
}

function pathOfNode(node: GraphNode): string[] {
  const path: string[] = [];
  for (let at: GraphNode | null = node; at !== null; at = at.owner) path.unshift(at.name);
  return path;
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** The graph in which the states that were entered are those that even a small picture shows. */
function withTouched({nodes, edges}: FlowGraph, {states}: Marks): FlowGraph {
  const made = new Map<GraphNode, GraphNode>();
  for (const node of nodes) {
    // An owner stands before what is within it.
    const owner = node.owner === null ? null : (made.get(node.owner) ?? null);
    const isTouched = node.kind === 'start' || states.has(keyOf(pathOfNode(node)));
    made.set(node, {...node, owner, isTouched});
  }
  return {
    nodes: [...made.values()],
    edges: edges.map((edge) => ({
      ...edge,
      from: made.get(edge.from) ?? edge.from,
      to: made.get(edge.to) ?? edge.to
    }))
  };
}

function painterOf({states, taken}: Marks): Painter {
  const wasTaken = ({from, to}: FoldedGraph['edges'][number]): boolean => {
    if (from.kind === 'fold' || to.kind === 'fold') return false;
    const isEntered = states.has(keyOf(pathOfNode(to)));
    // The way into a flow, or into an iterator, is no transition of a state.
    if (from.kind === 'start' || to.owner === from) return isEntered;
    return taken.has(keyOf([...pathOfNode(from), to.name]));
  };
  return {
    looks: LOOKS,
    lookOf: (node) => lookOf(node, states),
    remarkOn: () => '',
    foldText: ({states: count, touched}) =>
      touched === 0
        ? `… ${counted(count, 'state')} not reached`
        : `… ${counted(count, 'more state')}, ${touched} entered`,
    arrow: (edge) => {
      const label = mermaidLabel(shortCondition(edge.label), LABEL_LENGTH);
      const line = wasTaken(edge) ? '-->' : '-.->';
      return label === '' ? line : `${line}|"${label}"|`;
    },
    edgeStyles: ({edges}) => {
      const indexes = edges.flatMap((edge, index) => (wasTaken(edge) ? [index] : []));
      return indexes.length === 0 ? [] : [`  linkStyle ${indexes.join(',')} stroke:#0969da`];
    }
  };
}

function lookOf(node: Shown, states: Marks['states']): keyof typeof LOOKS | null {
  if (node.kind === 'fold') return 'folded';
  if (node.kind === 'missing') return 'missing';
  if (node.kind === 'start') return null;
  return states.get(keyOf(pathOfNode(node))) ?? 'unreached';
}
