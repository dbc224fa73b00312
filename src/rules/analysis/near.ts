import {quote, suggest} from '../../words.js';

/** Longer names are not compared: a typing mistake is in a short one. */
const MAX_NAME = 80;

/** How many names one bundle may be compared with: enough for every real bundle, and bounded for any other. */
const MAX_COMPARISONS = 20_000;

/** Did-you-mean for the names of one bundle, with a bound on what it may cost. */
export class NearNames {
  private left = MAX_COMPARISONS;

  /** The known name that was probably meant; null when none is near, or when too many have been looked for. */
  find(name: string, known: ReadonlySet<string> | ReadonlyMap<string, unknown>): string | null {
    this.left -= known.size;
    if (this.left < 0 || name.length > MAX_NAME) return null;
    return suggest(name, shortOnes(known.keys()));
  }

  /** `Did you mean "x"?`, or nothing. */
  didYouMean(name: string, known: ReadonlySet<string> | ReadonlyMap<string, unknown>): string {
    const near = this.find(name, known);
    return near === null ? '' : `Did you mean ${quote(near)}?`;
  }
}

function* shortOnes(names: Iterable<string>): Generator<string> {
  for (const name of names) if (name.length <= 2 * MAX_NAME) yield name;
}
