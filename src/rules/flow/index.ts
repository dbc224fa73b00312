import type {Rule} from '../rule.js';
import {amazonOnly, misspeltKey, unknownKey} from './keys.js';
import {notStarted} from './not-started.js';
import {endlessLoop, noEnd, unreachableState} from './reachability.js';
import {startAt} from './start-at.js';
import {emptyStateName, shadowedName, stateName} from './state-name.js';
import {unknownState} from './unknown-state.js';

/** What holds for flows as graphs, and for the keys of all that is in them. */
export const FLOW_RULES: readonly Rule[] = [
  startAt,
  unknownState,
  unreachableState,
  noEnd,
  endlessLoop,
  emptyStateName,
  stateName,
  shadowedName,
  misspeltKey,
  unknownKey,
  amazonOnly,
  notStarted
];
