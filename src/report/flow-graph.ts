import {hasChanges, type Change, type EdgeDiff, type FlowDiff, type StateDiff} from './flow-diff.js';

/** A state, start or dangling target in a picture. */
export interface GraphNode {
  readonly id: number;
  readonly kind: 'start' | 'state' | 'missing';
  readonly name: string;
  readonly was: string | null;
  readonly type: string;
  readonly change: Change;
  /** Whether the node or one of its transitions changed, so that it belongs into even a small picture. */
  readonly isTouched: boolean;
  /** The Map state whose iterator the node is in; null at the top. */
  readonly owner: GraphNode | null;
}

export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly label: string;
  /** Error paths and the way into an iterator. */
  readonly isDashed: boolean;
  readonly change: 'added' | 'removed' | 'same';
}

/** A flow with its iterators as one graph. */
export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Turns a compared flow into a graph. A target that is no state of its scope becomes a node of its own. */
export function graphOf(flow: FlowDiff): FlowGraph {
  const builder = new GraphBuilder();
  const start = builder.node({
    kind: 'start',
    name: 'start',
    type: '',
    change: 'same',
    isTouched: true,
    owner: null
  });
  builder.scope(flow, null, start);
  return {nodes: builder.nodes, edges: builder.edges};
}

class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];

  node(node: Omit<GraphNode, 'id' | 'was'> & {was?: string | null}): GraphNode {
    const added = {was: null, ...node, id: this.nodes.length};
    this.nodes.push(added);
    return added;
  }

  /** Adds the states of a flow or iterator, and the edges from `entry` to where it starts. */
  scope(flow: FlowDiff, owner: GraphNode | null, entry: GraphNode): void {
    const byName = new Map(flow.states.map((state) => [state.name, this.state(state, owner)]));
    const target = (name: string): GraphNode => {
      const known = byName.get(name) ?? this.missing(name, owner);
      byName.set(name, known);
      return known;
    };
    for (const edge of flow.start) {
      this.edge(entry, target(edge.to), edge, owner === null ? '' : 'each item', owner !== null);
    }
    for (const state of flow.states) {
      const from = target(state.name);
      for (const edge of state.edges)
        this.edge(from, target(edge.to), edge, edge.label, edge.kind === 'catch');
      if (state.inner !== null) this.scope(state.inner, from, from);
    }
  }

  private state(state: StateDiff, owner: GraphNode | null): GraphNode {
    const isTouched = state.change !== 'same' || (state.inner !== null && hasChanges(state.inner));
    const {name, was, type, change} = state;
    return this.node({kind: 'state', name, was, type, change, isTouched, owner});
  }

  private missing(name: string, owner: GraphNode | null): GraphNode {
    return this.node({kind: 'missing', name, type: '', change: 'same', isTouched: false, owner});
  }

  private edge(from: GraphNode, to: GraphNode, edge: EdgeDiff, label: string, isDashed: boolean): void {
    this.edges.push({from, to, label, isDashed, change: edge.change});
  }
}
