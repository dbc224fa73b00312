import type {Rule} from '../rule.js';
import {mapItems, mapIterator, nestedMap} from './map.js';
import {misplacedProperty, nullResultPath, propertyType, requiredProperty} from './properties.js';
import {endTrue, nextOrEnd, noTransition} from './transitions.js';
import {stateType} from './type.js';
import {longWait, waitDuration, waitTimestamp} from './wait.js';

/** What holds for each state by itself. */
export const STATE_RULES: readonly Rule[] = [
  stateType,
  nextOrEnd,
  endTrue,
  noTransition,
  requiredProperty,
  propertyType,
  misplacedProperty,
  nullResultPath,
  waitDuration,
  waitTimestamp,
  longWait,
  mapIterator,
  nestedMap,
  mapItems
];
