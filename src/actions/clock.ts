import {setTimeout} from 'node:timers/promises';
import type {Clock} from '../ports.js';

export const systemClock: Clock = {
  // The moment at which the process began, by the system's clock, and what has passed since by one that is never set.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
  random: () => Math.random()
};
