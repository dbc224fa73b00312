import type {JsonObject} from '../bundle/json-types.js';

export interface StoredBundle {
  /** Rises with every new bundle: lists are in this order, and cursors count in it. */
  readonly sequence: number;
  readonly uuid: string;
  readonly integration: string;
  readonly name: string;
  /** As uploaded. */
  readonly content: JsonObject;
}

export interface StoredJobSpec {
  readonly sequence: number;
  readonly uuid: string;
  readonly integration: string;
  readonly name: string;
  readonly installed: boolean;
  /** The registered bundle that declares it; null when none does any more, but it is still installed. */
  readonly bundleUuid: string | null;
  /** The resource's `properties`. */
  readonly properties: JsonObject;
}

/** Everything that the registry knows. Never changed in place: each write makes a new one. */
export interface State {
  readonly nextSequence: number;
  /** The integrations that were created, by themselves or with their first bundle. */
  readonly integrations: readonly string[];
  readonly bundles: readonly StoredBundle[];
  readonly jobSpecs: readonly StoredJobSpec[];
}

export const EMPTY_STATE: State = {nextSequence: 1, integrations: [], bundles: [], jobSpecs: []};
