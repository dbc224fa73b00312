import type {Range} from '../bundle/text.js';
import type {Severities} from './severities.js';

/** What the config file says of the rules in some places: one entry of `overrides`. */
export interface Override {
  /** Globs of bundle files, as `bundles` has them; a leading `!` excludes. */
  readonly files: readonly string[];
  /** Key or name of the only resource that is meant; null for all. */
  readonly resource: string | null;
  /** Name of the only state that is meant; null for all, and for what is in no state. */
  readonly state: string | null;
  readonly severities: Severities;
  /** The settings as they are written, such as `flow/*: off`. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Where the entry is written. */
  readonly path: string;
  readonly range: Range;
}
