/**
 * Whether an action on an input of some size takes time in proportion to that size. What is measured is the time of
 * this process on a processor, and of several attempts the fastest: a machine that is busy with other things, or slow,
 * changes little. An action that takes less than `quick` milliseconds on an input of the larger size cannot grow
 * dangerously and is not measured any further.
 */
export interface GrowthOptions<Input> {
  /** Makes an input of about so many characters, members or whatever is doubled. */
  readonly make: (size: number) => Input;
  readonly run: (input: Input) => unknown;
  /** The larger size; the smaller one is a sixteenth of it. */
  readonly size: number;
  /** Milliseconds. */
  readonly quick?: number;
}

/** n log n over four doublings is a factor of some 20, n² one of 256. */
const DOUBLINGS = 16;
const MOST_GROWTH = 64;
const ATTEMPTS = 4;

/** @returns what is wrong, in words; null when the time is as it should be */
export async function growthFault<Input>({
  make,
  run,
  size,
  quick = 5
}: GrowthOptions<Input>): Promise<string | null> {
  const [small, large] = [make(Math.ceil(size / DOUBLINGS)), make(size)];
  let fastest = Infinity;
  let fastestSmall = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    fastest = Math.min(fastest, await millisecondsOf(run, large));
    if (fastest < quick) return null;
    fastestSmall = Math.min(fastestSmall, await millisecondsOf(run, small));
    if (fastest < MOST_GROWTH * fastestSmall) return null;
  }
  return `${fastestSmall.toFixed(1)} ms become ${fastest.toFixed(1)} ms for ${DOUBLINGS} times as much`;
}

async function millisecondsOf<Input>(run: (input: Input) => unknown, input: Input): Promise<number> {
  const before = process.cpuUsage();
  await run(input);
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1_000;
}
