import {createHash} from 'node:crypto';
import type {JsonObject, JsonValue} from './json-types.js';
import {setOwn} from './json.js';

/** What makes a bundle what it is; uuid, integration and zendesk_account_id do not count. */
const CONTENT_KEYS = ['description', 'name', 'resources', 'zis_template_version'] as const;

/**
 * The form in which two bundles are equal: name, description, zis_template_version and resources, object
 * keys sorted at every level, arrays in order. An absent, null or empty description is left out, as is every
 * absent key.
 */
export function canonical(bundle: JsonObject): JsonObject {
  const form: JsonObject = {};
  for (const key of CONTENT_KEYS) {
    const value = Object.hasOwn(bundle, key) ? bundle[key] : undefined;
    if (value === undefined) continue;
    if (key === 'description' && (value === null || value === '')) continue;
    form[key] = sortKeys(value);
  }
  return form;
}

/** `sha256:` and the hex digest of the canonical form as compact JSON in UTF-8. */
export function bundleHash(bundle: JsonObject): string {
  return hashOf(canonical(bundle));
}

/** The hash of any JSON value, its keys taken as they stand. */
export function hashOf(value: JsonValue): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(value), 'utf8').digest('hex')}`;
}

/** A copy whose object keys are sorted by UTF-16 code unit at every level. */
export function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const sorted: JsonObject = {};
  for (const key of Object.keys(value).sort()) setOwn(sorted, key, sortKeys(value[key] as JsonValue));
  return sorted;
}

/** Whether two JSON values are equal whatever the order of their keys. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
}
