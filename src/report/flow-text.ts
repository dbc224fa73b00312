import {hasChanges, type EdgeDiff, type FlowDiff, type StateDiff} from './flow-diff.js';

/** The signs at the start of a line; a diff fence gives each its colour. */
const SIGNS = {added: '+', removed: '-', changed: '!', renamed: '!', same: ' '} as const;

/** Unchanged states in a row that are written out before they are counted. */
const SHORT_RUN = 3;

/**
 * A flow in text, one line a state: `+` added, `-` removed, `!` changed; its transitions with their
 * conditions behind it. Long runs of unchanged states are counted.
 */
export function flowLines(flow: FlowDiff, depth = 0): string[] {
  const indent = '  '.repeat(Math.min(depth, 20));
  const lines = flow.start.map((edge) => `${SIGNS[edge.change]} ${indent}start → ${edge.to}`);
  let unchanged: StateDiff[] = [];
  const closeRun = () => {
    if (unchanged.length > SHORT_RUN) lines.push(`  ${indent}… ${unchanged.length} unchanged states`);
    else for (const state of unchanged) lines.push(stateLine(state, indent));
    unchanged = [];
  };
  for (const state of flow.states) {
    const isUntouched = state.change === 'same' && (state.inner === null || !hasChanges(state.inner));
    if (isUntouched) {
      unchanged.push(state);
      continue;
    }
    closeRun();
    lines.push(stateLine(state, indent));
    for (const line of state.inner === null ? [] : flowLines(state.inner, depth + 1)) lines.push(line);
  }
  closeRun();
  return lines;
}

function stateLine(state: StateDiff, indent: string): string {
  const was = state.was === null ? '' : `, was ${state.was}`;
  const type = state.type === '' ? 'no type' : state.type;
  const edges = state.edges.map((edge) => transition(edge, state));
  return `${SIGNS[state.change]} ${indent}${[`${state.name} (${type}${was})`, ...edges].join('; ')}`;
}

function transition(edge: EdgeDiff, state: StateDiff): string {
  const condition = edge.kind === 'choice' ? `if ${edge.label} ` : edge.label === '' ? '' : `${edge.label} `;
  const isNews = state.change !== 'added' && state.change !== 'removed' && edge.change !== 'same';
  return `${isNews ? `${edge.change}: ` : ''}${condition}→ ${edge.to}`;
}
