import type {Rule} from '../rule.js';
import {mapIterator} from './map-iterator.js';
import {nestedMap} from './nested-map.js';
import {mapItems} from './map-items.js';
import {requiredProperty, propertyType} from './required-property.js';
import {nullResultPath} from './null-result-path.js';
import {misplacedProperty} from './misplaced-property.js';
import {nextOrEnd} from './next-or-end.js';
import {endTrue} from './end-true.js';
import {noTransition} from './no-transition.js';
import {stateType} from './type.js';
import {waitDuration} from './wait-duration.js';
import {waitTimestamp} from './wait-timestamp.js';
import {longWait} from './long-wait.js';

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
