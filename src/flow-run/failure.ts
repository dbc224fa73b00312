import type {JsonNode} from '../bundle/json-types.js';
import type {State} from '../flow/states.js';
import type {FlowError, Limit} from './ports.js';

/** A state failed. Action and Map states catch it, unless a limit of the whole run was met. */
export class StateFailure extends Error {
  /** The state in which it began; set when it leaves that state. */
  innermost: State | null = null;

  constructor(
    readonly error: FlowError,
    readonly limit: Limit | null = null
  ) {
    super(error.Cause);
  }
}

/** The run was told to stop. */
export class RunStopped extends Error {
  innermost: State | null = null;
}

/** Names of Amazon States Language. */
export type AmazonName =
  'States.Runtime' | 'States.TaskFailed' | 'States.NoChoiceMatched' | 'States.ResultPathMatchFailure';

/** A limit of the whole run. Nothing catches it. */
export function limitMet(limit: Limit, node: JsonNode, cause: string): StateFailure {
  return new StateFailure({Error: 'States.Runtime', Cause: cause, named: false, status: null, node}, limit);
}
