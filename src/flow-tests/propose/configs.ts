import type {JsonObject} from '../../bundle/json-types.js';
import {isObject} from '../../bundle/json.js';
import type {State} from '../../flow/states.js';
import {resultFor} from './scenario.js';

/** A config with what later states read of what a LoadConfig gives. */
export function configFor(state: State): JsonObject {
  const result = resultFor(state);
  const config = isObject(result) ? result['config'] : undefined;
  return isObject(config) ? config : {};
}
