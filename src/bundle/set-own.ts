import type {JsonObject, JsonValue} from './json.js';

/** Sets an own property, of the name `__proto__` too. */
export function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {value, writable: true, enumerable: true, configurable: true});
  } else {
    object[name] = value;
  }
}
