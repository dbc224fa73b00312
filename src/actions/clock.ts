import {setTimeout} from 'node:timers/promises';
import type {Clock} from '../ports.js';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
  random: () => Math.random()
};
