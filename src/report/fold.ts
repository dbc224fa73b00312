import type {FlowGraph, GraphEdge, GraphNode} from './flow-graph.js';

/** One node that stands for several that are not shown. */
export interface Fold {
  readonly kind: 'fold';
  readonly id: string;
  readonly owner: GraphNode | null;
  readonly states: number;
  /** How many of them are changed. */
  readonly touched: number;
}

export type Shown = GraphNode | Fold;

/** A graph small enough to be looked at. */
export interface FoldedGraph {
  readonly nodes: readonly Shown[];
  readonly edges: readonly (Omit<GraphEdge, 'from' | 'to'> & {readonly from: Shown; readonly to: Shown})[];
}

/** A flow with more nodes than this does not fit on a screen: a picture of it shows the changes. */
const SMALL = 40;

/**
 * The nodes that a picture may show, the fullest choice first: all, in a small flow; the changed ones with their
 * neighbours; the changed ones; ever fewer of them.
 */
export function* choices(graph: FlowGraph): Iterable<ReadonlySet<GraphNode>> {
  if (graph.nodes.length <= SMALL) yield new Set(graph.nodes);
  const touched = touchedNodes(graph);
  yield withOwners([...touched, ...neighbours(graph, touched)]);
  for (let count = touched.length; count > 0; count = Math.floor(count / 2))
    yield withOwners(touched.slice(0, count));
  yield new Set();
}

/** The graph with everything that is not visible folded, one fold for each connected part. */
export function fold(graph: FlowGraph, visible: ReadonlySet<GraphNode>): FoldedGraph {
  const parts = new HiddenParts(graph, visible);
  const shown = (node: GraphNode): Shown => (visible.has(node) ? node : parts.foldOf(node));
  const edges = new Map<string, FoldedGraph['edges'][number]>();
  for (const edge of graph.edges) {
    const [from, to] = [shown(edge.from), shown(edge.to)];
    if (from === to && from.kind === 'fold') continue;
    const endsInFold = from.kind === 'fold' || to.kind === 'fold';
    const folded = {...edge, from, to, label: endsInFold && edge.change === 'same' ? '' : edge.label};
    edges.set(JSON.stringify([from.id, to.id, folded.label, folded.isDashed, folded.change]), folded);
  }
  return {nodes: [...new Set(graph.nodes.map(shown))], edges: [...edges.values()]};
}

/** The nodes behind which something hides, grouped into connected parts. */
class HiddenParts {
  private readonly leader = new Map<GraphNode, GraphNode>();
  private readonly folds = new Map<GraphNode | string, Fold>();
  private readonly touchesVisible = new Set<GraphNode>();

  constructor(
    graph: FlowGraph,
    private readonly visible: ReadonlySet<GraphNode>
  ) {
    for (const {from, to} of graph.edges) {
      if (!visible.has(from) && !visible.has(to)) this.unite(this.top(from), this.top(to));
    }
    for (const {from, to} of graph.edges) {
      if (visible.has(from) && !visible.has(to)) this.touchesVisible.add(this.find(this.top(to)));
      if (visible.has(to) && !visible.has(from)) this.touchesVisible.add(this.find(this.top(from)));
    }
    const members = new Map<GraphNode | string, GraphNode[]>();
    for (const node of graph.nodes.filter((hidden) => !visible.has(hidden))) {
      const part = this.partOf(node);
      const known = members.get(part);
      if (known === undefined) members.set(part, [node]);
      else known.push(node);
    }
    for (const [part, nodes] of members) this.folds.set(part, this.newFold(nodes));
  }

  foldOf(node: GraphNode): Fold {
    const found = this.folds.get(this.partOf(node));
    if (found === undefined) throw new Error('a hidden node belongs to no fold');
    return found;
  }

  /** Parts that nothing visible leads to are one, in each scope. */
  private partOf(node: GraphNode): GraphNode | string {
    const part = this.find(this.top(node));
    return this.touchesVisible.has(part) ? part : `rest of ${part.owner?.id ?? 'the flow'}`;
  }

  private newFold(nodes: readonly GraphNode[]): Fold {
    const [first] = nodes;
    const states = nodes.filter(({kind}) => kind === 'state');
    return {
      kind: 'fold',
      id: `f${this.folds.size}`,
      owner: first === undefined ? null : this.top(first).owner,
      states: states.length,
      touched: states.filter(({isTouched}) => isTouched).length
    };
  }

  /** The outermost hidden node that holds the given one. */
  private top(node: GraphNode): GraphNode {
    let top = node;
    for (let owner = node.owner; owner !== null; owner = owner.owner) {
      if (!this.visible.has(owner)) top = owner;
    }
    return top;
  }

  private find(node: GraphNode): GraphNode {
    let root = node;
    for (let next = this.leader.get(root); next !== undefined; next = this.leader.get(root)) root = next;
    if (root !== node) this.leader.set(node, root);
    return root;
  }

  private unite(a: GraphNode, b: GraphNode): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA !== rootB && rootA.owner === rootB.owner) this.leader.set(rootA, rootB);
  }
}

function touchedNodes({nodes, edges}: FlowGraph): GraphNode[] {
  const touched = new Set(nodes.filter(({isTouched}) => isTouched));
  for (const edge of edges) {
    if (edge.change !== 'same') touched.add(edge.from).add(edge.to);
  }
  return [...touched].sort((a, b) => a.id - b.id);
}

function neighbours({edges}: FlowGraph, nodes: readonly GraphNode[]): GraphNode[] {
  const center = new Set(nodes);
  return edges.flatMap(({from, to}) => (center.has(from) ? [to] : center.has(to) ? [from] : []));
}

/** A node inside an iterator can be seen only where its Map state is. */
function withOwners(nodes: readonly GraphNode[]): Set<GraphNode> {
  const all = new Set(nodes);
  for (const node of nodes) {
    for (let owner = node.owner; owner !== null; owner = owner.owner) all.add(owner);
  }
  return all;
}
