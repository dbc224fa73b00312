import type {Rule} from '../rule.js';
import {misspeltKey} from './misspelt-key.js';
import {unknownKey} from './unknown-key.js';
import {amazonOnly} from './amazon-only.js';
import {notStarted} from './not-started.js';
import {unreachableState, endlessLoop} from './unreachable-state.js';
import {noEnd} from './no-end.js';
import {selfTransition} from './self-transition.js';
import {startAt} from './start-at.js';
import {emptyStateName, stateName} from './state-name.js';
import {shadowedName} from './shadowed-name.js';
import {unknownState} from './unknown-state.js';

/** What holds for flows as graphs, and for the keys of all that is in them. */
export const FLOW_RULES: readonly Rule[] = [
  startAt,
  unknownState,
  unreachableState,
  noEnd,
  endlessLoop,
  selfTransition,
  emptyStateName,
  stateName,
  shadowedName,
  misspeltKey,
  unknownKey,
  amazonOnly,
  notStarted
];
