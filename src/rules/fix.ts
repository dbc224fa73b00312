import type {Span} from '../bundle/json-types.js';
import type {Range} from '../bundle/text.js';

/** One replacement in the text of a file: what stands in the span gives way to `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** How a fault is mended where that is certain. */
export interface Fix<E extends Edit = Edit> {
  /** What it does, as an order without a full stop: `Rename "nxet" to "Next"`. */
  readonly title: string;
  /** In the order of the text, none within another. */
  readonly edits: readonly E[];
}

/** An edit with its place as a reader counts it. */
export interface PlacedEdit extends Edit {
  readonly range: Range;
}
