import type {Filling, Span} from '../bundle/json-types.js';

/** Where a fault is: a span, or the node or key that stands there. */
export interface Place extends Span {
  /** Of a string or a key in which placeholders stood. */
  readonly filling?: Filling | undefined;
}
