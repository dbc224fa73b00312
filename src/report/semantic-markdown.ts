import {code, inline, join, gfm, type Markdown} from './escape.js';
import {hasChanges, type EdgeDiff, type FlowDiff, type StateDiff} from './flow-diff.js';
import type {PropertyChange} from './json-diff.js';
import type {Risk} from './risks.js';
import type {BundleDiff, ResourceDiff} from './semantic-diff.js';
import {shownProperty} from './shown-property.js';

/** How much of an old or new value stands in a list of changes; the unified diff has more. */
const VALUE_LENGTH = 100;

const KINDS: Readonly<Record<string, string>> = {
  'ZIS::Flow': 'flow',
  'ZIS::JobSpec': 'job spec',
  'ZIS::Action::Http': 'action'
};

/** The changes of a bundle as the lines of a nested list; it can be cut after any line. */
export function semanticLines(diff: BundleDiff): Markdown[] {
  return [
    ...diff.properties.map((property) => propertyLine(property, 0)),
    ...diff.resources.flatMap(resourceLines)
  ];
}

/** A risk in one phrase. */
export function riskPhrase(risk: Risk): Markdown {
  const name = code(risk.name);
  const properties = join(
    risk.properties.map((property) => code(property)),
    ', '
  );
  switch (risk.kind) {
    case 'bundle-deleted':
      return gfm`the bundle is deleted`;
    case 'job-spec-uninstalled':
      return gfm`the job spec ${name} is uninstalled: its event no longer starts a flow`;
    case 'job-spec-deleted':
      return gfm`the job spec ${name} leaves the bundle and is not uninstalled`;
    case 'trigger-changed':
      return gfm`the job spec ${name} has another trigger (${properties})`;
    case 'request-changed':
      return gfm`the action ${name} sends another request (${properties})`;
    case 'masked-value-added':
      return gfm`${name} has a new value that is masked here: read it in the file (${properties})`;
  }
}

function resourceLines(resource: ResourceDiff): Markdown[] {
  const kind = KINDS[resource.type];
  const shownKind = kind === undefined ? gfm`resource of type ${code(resource.type)}` : inline(kind);
  const was = resource.was === null ? gfm`` : gfm` (was ${code(resource.was)})`;
  const gist = resource.gist === '' || resource.change === 'changed' ? gfm`` : gfm`: ${code(resource.gist)}`;
  const head = gfm`- **${inline(resource.change)}** ${shownKind} ${code(resource.key)}${was}${gist}`;
  const properties = resource.properties.map((property) => propertyLine(property, 1));
  const isOnBothSides = resource.change === 'changed' || resource.change === 'renamed';
  return [
    head,
    ...properties,
    ...(resource.flow !== null && isOnBothSides ? flowLines(resource.flow, 1) : [])
  ];
}

function flowLines(flow: FlowDiff, depth: number): Markdown[] {
  return [
    ...flow.properties.map((property) => propertyLine(property, depth)),
    ...flow.start
      .filter(isChanged)
      .map((edge) => gfm`${indent(depth)}- ${inline(edge.change)} start at ${code(edge.to)}`),
    ...flow.states.flatMap((state) => stateLines(state, depth))
  ];
}

function stateLines(state: StateDiff, depth: number): Markdown[] {
  const changesInside = state.inner !== null && hasChanges(state.inner);
  if (state.change === 'same' && !changesInside) return [];
  const verb = state.change === 'same' ? gfm`changed inside the` : inline(state.change);
  const was = state.was === null ? gfm`` : gfm` (was ${code(state.was)})`;
  const type = state.type === '' ? gfm`` : gfm` (${inline(state.type, 40)})`;
  const head = gfm`${indent(depth)}- ${verb} state ${code(state.name)}${type}${was}`;
  if (state.change === 'added' || state.change === 'removed') return [head];
  return [
    head,
    ...state.properties.filter(isNoTransition).map((property) => propertyLine(property, depth + 1)),
    ...state.edges.filter(isChanged).map((edge) => transitionLine(edge, depth + 1)),
    ...(state.inner === null ? [] : flowLines(state.inner, depth + 1))
  ];
}

function transitionLine(edge: EdgeDiff, depth: number): Markdown {
  const condition =
    edge.label === '' ? gfm`` : gfm`, ${edge.kind === 'choice' ? code(edge.label) : inline(edge.label)}`;
  return gfm`${indent(depth)}- ${inline(edge.change)} transition to ${code(edge.to)}${condition}`;
}

/** A state's transitions have lines of their own. */
function isNoTransition({path}: PropertyChange): boolean {
  return !/^(?:Next|Default|(?:Choices|Catch)\[\d+\]\.Next)$/.test(path);
}

function isChanged({change}: EdgeDiff): boolean {
  return change !== 'same';
}

function propertyLine(property: PropertyChange, depth: number): Markdown {
  const shown = shownProperty(property, VALUE_LENGTH);
  const {old, now} = shown;
  const place = code(shown.place);
  if (property.change === 'moved')
    return gfm`${indent(depth)}- ${place}: moved from another place in the list`;
  if (property.change === 'added') return gfm`${indent(depth)}- ${place}: added ${code(now)}`;
  if (property.change === 'removed') return gfm`${indent(depth)}- ${place}: removed ${code(old)}`;
  return gfm`${indent(depth)}- ${place}: ${code(old)} → ${code(now)}`;
}

/** Lists nest by two spaces; a flow is never nested deeper than a reader can follow. */
function indent(depth: number): Markdown {
  return join(
    Array.from({length: Math.min(depth, 8)}, () => gfm`  `),
    ''
  );
}
