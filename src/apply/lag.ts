import type {Clock} from '../ports.js';

/**
 * After how many milliseconds each it is looked again whether the registry shows what was written: reads were seen
 * to lag, and half a minute is waited for.
 */
export const LAG_DELAYS = [0, 500, 1000, 2000, 4000, 7500, 7500, 7500];

/** How long the registry may lag, in milliseconds. */
export const LONGEST_LAG = 30_000;

/**
 * Looks again and again until it is so, for as long as the registry may lag.
 *
 * @param once whether to look only once
 * @returns after how many milliseconds it was so; null when it never was
 */
export async function eventually(
  clock: Clock,
  isSo: () => Promise<boolean>,
  once: () => boolean
): Promise<number | null> {
  const start = clock.now();
  for (const delay of LAG_DELAYS) {
    if (delay > 0) await clock.sleep(delay);
    if (await isSo()) return clock.now() - start;
    if (once()) return null;
  }
  return null;
}
