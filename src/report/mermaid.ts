import type {JsonValue} from '../bundle/json-types.js';
import {mermaidLabel, type MermaidLabel} from './escape.js';
import {diffFlows, hasChanges, type FlowDiff} from './flow-diff.js';
import {graphOf, type GraphNode} from './flow-graph.js';
import {choices, fold, type FoldedGraph, type Shown} from './fold.js';
import {shortenMiddle} from '../visible.js';
import {counted} from '../words.js';

/** The limits of one diagram: GitHub shows an error in place of one that Mermaid finds too large. */
export const MAX_NODES = 100;
export const MAX_CHARACTERS = 5_000;

const LABEL_LENGTH = 44;

/** The shape of each state type: what stands before and behind the label. */
const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  Action: ['["', '"]'],
  Choice: ['{"', '"}'],
  Map: ['[["', '"]]'],
  Wait: ['{{"', '"}}'],
  Pass: ['("', '")'],
  Succeed: ['(["', '"])'],
  Fail: ['[/"', '"\\]'],
  start: ['(("', '"))'],
  other: ['>"', '"]']
};

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
 *
 * @param old the registered definition; undefined for a new flow
 * @param now the declared definition; undefined for a deleted flow
 */
export function flowDiagram(old: JsonValue | undefined, now: JsonValue | undefined): string | null {
  return diagramOf(diffFlows(old, now));
}

/** As flowDiagram, for a flow that has been compared already. */
export function diagramOf(flow: FlowDiff): string | null {
  if (flow.states.length === 0 || !hasChanges(flow)) return null;
  const graph = graphOf(flow);
  for (const visible of choices(graph)) {
    const folded = fold(graph, visible);
    if (folded.nodes.length > MAX_NODES) continue;
    const text = draw(folded);
    if (text.length <= MAX_CHARACTERS) return text;
  }
  return null;
}

function draw(graph: FoldedGraph): string {
  const used = [...new Set(graph.nodes.map(lookOf))].filter((look) => look !== null);
  return [
    'flowchart TD',
    ...scopeLines(graph, null, '  '),
    ...graph.edges.map((edge) => `  ${idOf(edge.from)} ${arrow(edge)} ${idOf(edge.to)}`),
    ...used.map((look) => `  classDef ${look} ${LOOKS[look].style}`),
    ...edgeStyles(graph)
  ].join('\n');
}

function* scopeLines(graph: FoldedGraph, owner: GraphNode | null, indent: string): Iterable<string> {
  for (const node of graph.nodes.filter((candidate) => candidate.owner === owner)) {
    yield indent + nodeText(node);
    if (node.kind === 'fold' || !graph.nodes.some((inner) => inner.owner === node)) continue;
    // The edge that leads into the box says whose it is, and a title would lie under its arrow.
    yield `${indent}subgraph g${node.id}[" "]`;
    yield* scopeLines(graph, node, `${indent}  `);
    yield `${indent}end`;
    yield `${indent}style g${node.id} fill:none,stroke:#818b98`;
  }
}

function nodeText(node: Shown): string {
  const look = lookOf(node);
  const [open = '', close = ''] = SHAPES[node.kind === 'start' ? 'start' : shapeOf(node)] ?? [];
  return `${idOf(node)}${open}${labelOf(node)}${close}${look === null ? '' : `:::${look}`}`;
}

function shapeOf(node: Shown): string {
  const type = node.kind === 'fold' ? 'Pass' : node.type;
  return type !== 'start' && Object.hasOwn(SHAPES, type) ? type : 'other';
}

function labelOf(node: Shown): MermaidLabel {
  if (node.kind === 'fold') return mermaidLabel(foldText(node.states, node.touched), 60);
  const look = lookOf(node);
  const sign = look === null ? '' : `${LOOKS[look].sign} `;
  return mermaidLabel(`${sign}${node.name}${node.was === null ? '' : ` (was ${node.was})`}`);
}

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

function idOf(node: Shown): string {
  return node.kind === 'fold' ? node.id : `s${node.id}`;
}

function arrow(edge: FoldedGraph['edges'][number]): string {
  const sign = edge.change === 'same' || isImplied(edge) ? '' : LOOKS[edge.change].sign;
  const label = mermaidLabel(shortCondition(`${sign} ${edge.label}`), LABEL_LENGTH);
  const line = edge.isDashed || edge.change === 'removed' ? '-.->' : '-->';
  return label === '' ? line : `${line}|"${label}"|`;
}

/** A condition that is too long keeps the ends of its reference paths, by which people know them. */
function shortCondition(text: string): string {
  if (text.length <= LABEL_LENGTH) return text;
  return shortenMiddle(text.replace(/\$(?:\.[\w-]+)+\.(?=[\w-])/g, '…'), LABEL_LENGTH);
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
