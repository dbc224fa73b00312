import type {JsonNode, Span} from '../bundle/json-types.js';

/** Where a resource or a state stands, its key included. */
interface NamedPlace extends Span {
  /** The key under `resources`. */
  readonly resource: string;
  /** `properties.name`; null where there is none. */
  readonly resourceName: string | null;
  /** null for what is of the resource and in no state. */
  readonly state: string | null;
}

/** In which resource and state something stands; null for neither. */
export type InPlace = Omit<NamedPlace, 'start' | 'end'>;

/** The resources and states of one bundle by their places: what is kept of the tree, which is not. */
export class NamedPlaces {
  /** What stands within another comes behind it. */
  private readonly places: NamedPlace[] = [];

  constructor(root: JsonNode | null) {
    for (const node of root?.properties.get('resources')?.properties.nodes ?? []) {
      const name = node.properties.get('properties')?.properties.get('name')?.value;
      const of = {resource: node.name, resourceName: typeof name === 'string' ? name : null};
      this.places.push({...of, state: null, ...spanOf(node)});
      const definition = node.properties.get('properties')?.properties.get('definition');
      if (definition !== undefined) this.addStates(definition, of);
    }
  }

  at({start}: Span): InPlace | null {
    return this.places.findLast((place) => place.start <= start && start < place.end) ?? null;
  }

  /** Those of a flow, and of the branches and iterators within its states. The tree's depth is bounded. */
  private addStates(node: JsonNode, of: Pick<NamedPlace, 'resource' | 'resourceName'>): void {
    for (const item of node.items) this.addStates(item, of);
    for (const member of node.properties.nodes) {
      if (member.name !== 'States') {
        this.addStates(member, of);
        continue;
      }
      for (const state of member.properties.nodes) {
        this.places.push({...of, state: state.name, ...spanOf(state)});
        this.addStates(state, of);
      }
    }
  }
}

function spanOf({key, start, end}: JsonNode): Span {
  return {start: key?.start ?? start, end};
}
