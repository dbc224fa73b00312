import type {Rule} from '../rule.js';
import {eventPayload} from './event-payload.js';
import {outerData} from './outer-in-iteration.js';
import {lostData} from './lost.js';
import {overwrittenEvent} from './overwritten-event.js';
import {wrongShape} from './wrong-shape.js';
import {maybeUnwritten, unwrittenPath} from './unwritten-path.js';

export const DATA_RULES: readonly Rule[] = [
  unwrittenPath,
  maybeUnwritten,
  lostData,
  outerData,
  eventPayload,
  wrongShape,
  overwrittenEvent
];
