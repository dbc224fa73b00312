import type {JsonObject, JsonValue} from './json-types.js';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object, else an empty one: for looking into JSON of any shape. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** An own property; undefined for a key that only the prototype has. */
export function own(object: JsonObject | null | undefined, key: string): JsonValue | undefined {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own property, of the name `__proto__` too. */
export function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {value, writable: true, enumerable: true, configurable: true});
  } else {
    object[name] = value;
  }
}
