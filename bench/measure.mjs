/** What a case may take: long enough for a steady state, and for outliers to be outvoted. */
const WARM_UP_MS = 1500;
const MEASURED_MS = 3000;
const LEAST_ROUNDS = 5;

/**
 * How many times as long as the yardstick a function takes: the median of rounds in which both are timed one after the
 * other, so that a busy machine slows both down.
 *
 * @param {() => unknown} yardstick
 * @param {() => unknown} measured   either of them may be asynchronous
 * @returns {Promise<{ratio: number, milliseconds: number}>}
 */
export async function ratioOf(yardstick, measured) {
  const [yards, times] = [await timesIn(yardstick, 100), await timesIn(measured, WARM_UP_MS)];
  const repeats = {yardstick: Math.ceil(yards / 20) || 1, measured: Math.ceil(times / 50) || 1};
  const rounds = [];
  const end = performance.now() + MEASURED_MS;
  while (rounds.length < LEAST_ROUNDS || performance.now() < end) {
    const yard = await millisecondsOf(yardstick, repeats.yardstick);
    const milliseconds = await millisecondsOf(measured, repeats.measured);
    rounds.push({ratio: milliseconds / yard, milliseconds});
  }
  return {
    ratio: median(rounds.map(({ratio}) => ratio)),
    milliseconds: median(rounds.map((round) => round.milliseconds))
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** How often something can be done in so many milliseconds; at least once. */
async function timesIn(action, milliseconds) {
  const end = performance.now() + milliseconds;
  let times = 0;
  do {
    await action();
    times += 1;
  } while (performance.now() < end);
  return times;
}

/** The mean of some runs. */
async function millisecondsOf(action, times) {
  const start = performance.now();
  for (let time = 0; time < times; time += 1) await action();
  return (performance.now() - start) / times;
}
