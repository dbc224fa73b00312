import {mermaidLabel} from './escape.js';
import {hasChanges, type FlowDiff} from './flow-diff.js';
import {graphOf} from './flow-graph.js';
import {choices, fold, type FoldedGraph, type Shown} from './fold.js';
import {draw, LABEL_LENGTH, MAX_CHARACTERS, MAX_NODES, shortCondition, type Painter} from './mermaid-draw.js';
import {counted} from '../words.js';

/** Each class with its look and the sign that stands before the name, so that no one needs the colour. */
const LOOKS = {
  added: {sign: '+', style: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328'},
  removed: {sign: '−', style: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-dasharray:5 5'},
  changed: {sign: '~', style: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328'},
  folded: {sign: '…', style: 'fill:none,stroke:#818b98,stroke-dasharray:2 2'},
  missing: {sign: '?', style: 'fill:none,stroke:#cf222e,stroke-dasharray:2 2'}
} as const;
type Look = keyof typeof LOOKS;

/**
 * A Mermaid flowchart of what changes in a flow: states in a shape for each type; added ones green, removed
 * ones red and dashed, changed ones amber, each with a sign; error paths dashed; iterators as boxes. What
 * does not fit is folded, and in a long flow what is far from any change. null when the flow has no state or no change.
 */
export function diagramOf(flow: FlowDiff): string | null {
  if (flow.states.length === 0 || !hasChanges(flow)) return null;
  const graph = graphOf(flow);
  for (const visible of choices(graph)) {
    const folded = fold(graph, visible);
    if (folded.nodes.length > MAX_NODES) continue;
    const text = draw(folded, PAINTER);
    if (text.length <= MAX_CHARACTERS) return text;
  }
  return null;
}

const PAINTER: Painter = {
  looks: LOOKS,
  lookOf,
  remarkOn: ({was}) => (was === null ? '' : ` (was ${was})`),
  foldText: ({states, touched}) => foldText(states, touched),
  arrow,
  edgeStyles
};

function foldText(states: number, touched: number): string {
  if (touched === 0) return `… ${counted(states, 'unchanged state')}`;
  return `… ${counted(states, 'more state')}, ${touched} changed`;
}

function lookOf(node: Shown): Look | null {
  if (node.kind === 'fold') return 'folded';
  if (node.kind === 'missing') return 'missing';
  if (node.change === 'same') return null;
  return node.change === 'renamed' ? 'changed' : node.change;
}

function arrow(edge: FoldedGraph['edges'][number]): string {
  const sign = edge.change === 'same' || isImplied(edge) ? '' : LOOKS[edge.change].sign;
  const label = mermaidLabel(shortCondition(`${sign} ${edge.label}`), LABEL_LENGTH);
  const line = edge.isDashed || edge.change === 'removed' ? '-.->' : '-->';
  return label === '' ? line : `${line}|"${label}"|`;
}

/** An edge of an added state is added as a matter of course. */
function isImplied({from, to, change}: FoldedGraph['edges'][number]): boolean {
  return [from, to].some((node) => node.kind === 'state' && node.change === change);
}

function edgeStyles({edges}: FoldedGraph): string[] {
  return (['added', 'removed'] as const).flatMap((change) => {
    const indexes = edges.flatMap((edge, index) => (edge.change === change ? [index] : []));
    const colour = change === 'added' ? '#1a7f37' : '#cf222e';
    return indexes.length === 0 ? [] : [`  linkStyle ${indexes.join(',')} stroke:${colour}`];
  });
}
