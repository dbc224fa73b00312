import type {Clock} from '../ports.js';

/** Whether so much time has passed since this was called. */
export function lateAfter(milliseconds: number, clock: Clock): () => boolean {
  const end = clock.now() + milliseconds;
  return () => clock.now() > end;
}
