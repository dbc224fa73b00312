import {mermaidLabel, type MermaidLabel} from './escape.js';
import type {GraphNode} from './flow-graph.js';
import type {Fold, FoldedGraph, Shown} from './fold.js';
import {shortenMiddle} from '../visible.js';

/** The limits of one diagram: GitHub shows an error in place of one that Mermaid finds too large. */
export const MAX_NODES = 100;
export const MAX_CHARACTERS = 5_000;

export const LABEL_LENGTH = 44;

/** How a kind of node looks, and the sign that stands before its name, so that no one needs the colour. */
export interface Look {
  readonly sign: string;
  readonly style: string;
}

/** What a diagram shows of its nodes and edges besides names and shapes. */
export interface Painter {
  /** By the name of the class. */
  readonly looks: Readonly<Record<string, Look>>;
  /** The class of a node; null for one without. */
  lookOf(node: Shown): string | null;
  /** What stands behind the sign and the name. */
  remarkOn(node: GraphNode): string;
  /** What stands in a node that stands for several. */
  foldText(fold: Fold): string;
  arrow(edge: FoldedGraph['edges'][number]): string;
  edgeStyles(graph: FoldedGraph): string[];
}

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

/** A Mermaid flowchart: states in a shape for each type, iterators as boxes. */
export function draw(graph: FoldedGraph, painter: Painter): string {
  const used = [...new Set(graph.nodes.map((node) => painter.lookOf(node)))].filter((look) => look !== null);
  return [
    'flowchart TD',
    ...scopeLines(graph, painter, null, '  '),
    ...graph.edges.map((edge) => `  ${idOf(edge.from)} ${painter.arrow(edge)} ${idOf(edge.to)}`),
    ...used.map((look) => `  classDef ${look} ${painter.looks[look]?.style ?? ''}`),
    ...painter.edgeStyles(graph)
  ].join('\n');
}

function* scopeLines(
  graph: FoldedGraph,
  painter: Painter,
  owner: GraphNode | null,
  indent: string
): Iterable<string> {
  for (const node of graph.nodes.filter((candidate) => candidate.owner === owner)) {
    yield indent + nodeText(node, painter);
    if (node.kind === 'fold' || !graph.nodes.some((inner) => inner.owner === node)) continue;
    // The edge that leads into the box says whose it is, and a title would lie under its arrow.
    yield `${indent}subgraph g${node.id}[" "]`;
    yield* scopeLines(graph, painter, node, `${indent}  `);
    yield `${indent}end`;
    yield `${indent}style g${node.id} fill:none,stroke:#818b98`;
  }
}

function nodeText(node: Shown, painter: Painter): string {
  const look = painter.lookOf(node);
  const [open = '', close = ''] = SHAPES[node.kind === 'start' ? 'start' : shapeOf(node)] ?? [];
  return `${idOf(node)}${open}${labelOf(node, painter)}${close}${look === null ? '' : `:::${look}`}`;
}

function shapeOf(node: Shown): string {
  const type = node.kind === 'fold' ? 'Pass' : node.type;
  return type !== 'start' && Object.hasOwn(SHAPES, type) ? type : 'other';
}

function labelOf(node: Shown, painter: Painter): MermaidLabel {
  if (node.kind === 'fold') return mermaidLabel(painter.foldText(node), 60);
  const look = painter.lookOf(node);
  const sign = look === null ? '' : `${painter.looks[look]?.sign ?? ''} `;
  return mermaidLabel(`${sign}${node.name}${painter.remarkOn(node)}`);
}

function idOf(node: Shown): string {
  return node.kind === 'fold' ? node.id : `s${node.id}`;
}

/** A condition that is too long keeps the ends of its reference paths, by which people know them. */
export function shortCondition(text: string): string {
  if (text.length <= LABEL_LENGTH) return text;
  return shortenMiddle(text.replace(/\$(?:\.[\w-]+)+\.(?=[\w-])/g, '…'), LABEL_LENGTH);
}
