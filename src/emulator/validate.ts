import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject} from '../bundle/objects.js';
import type {StoredBundle} from './state.js';

/** The only template version there is (Bundles API reference, zis_template_version). */
const TEMPLATE_VERSION = '2019-10-14';

// What ZIS takes, stated here on its own: a stand-in that shared these with the checker would agree with its
// mistakes. Sources: Bundles API reference; the type list from its sample and the custom action guide.
const INTEGRATION_KEY = /^[a-z0-9_-]{1,64}$/;
const RESOURCE_TYPES: readonly JsonValue[] = ['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http'];

export function isIntegrationKey(key: string): boolean {
  return INTEGRATION_KEY.test(key);
}

/** A bundle that passed. */
export interface SoundBundle {
  readonly name: string;
  readonly content: JsonObject;
}

/** Why an upload is refused, in the registry's words where they are known. */
export class Invalid extends Error {}

/**
 * Checks an upload as far as the live registry is known to: envelope, resource types and names, comparisons
 * of Choice states, and names used twice. Cross-references are not checked, there as here.
 *
 * @param others the other registered bundles of the integration
 * @throws Invalid
 */
export function checkUpload(body: JsonValue, others: readonly StoredBundle[]): SoundBundle {
  if (!isObject(body)) throw new Invalid('bundle must be a JSON object');
  const {name, zis_template_version: version, resources} = body;
  if (typeof name !== 'string' || name.trim() === '') throw new Invalid('name is required');
  if (version !== TEMPLATE_VERSION) throw new Invalid(`zis_template_version must be "${TEMPLATE_VERSION}"`);
  if (!isObject(resources) || Object.keys(resources).length === 0) throw new Invalid('resources is required');
  for (const [key, resource] of Object.entries(resources)) checkResource(key, resource);
  checkNames(
    body,
    others.filter((other) => other.name !== name)
  );
  return {name, content: body};
}

/** `type` and `properties.name` of every sound resource. */
export function resourcesIn(content: JsonObject): {type: JsonValue; name: string; properties: JsonObject}[] {
  const resources = isObject(content.resources) ? Object.values(content.resources) : [];
  return resources.flatMap((resource) => {
    const {type = null, properties} = isObject(resource) ? resource : {};
    if (!isObject(properties) || typeof properties.name !== 'string') return [];
    return [{type, name: properties.name, properties}];
  });
}

function checkResource(key: string, resource: JsonValue): void {
  if (!isObject(resource)) throw new Invalid(`resource ${key} must be an object`);
  const {type = null, properties} = resource;
  if (!RESOURCE_TYPES.includes(type)) throw new Invalid(`resource ${key} has an unknown type`);
  if (!isObject(properties)) throw new Invalid(`resource ${key}: properties is required`);
  const {name, definition} = properties;
  if (typeof name !== 'string' || name.trim() === '') throw new Invalid(`resource ${key}: name is required`);
  if (type === 'ZIS::Flow' && comparesByPattern(definition)) {
    throw new Invalid(`BundleValidationError: resource ${key}: And is required`);
  }
}

function checkNames(content: JsonObject, others: readonly StoredBundle[]): void {
  const seen = new Set<string>();
  const all = [...others.map((other) => other.content), content];
  for (const {type, name} of all.flatMap(resourcesIn)) {
    const id = JSON.stringify([type, name]);
    if (seen.has(id)) throw new Invalid('Bundle contains duplicated resources');
    seen.add(id);
  }
}

/**
 * Whether any Choice of the flow uses StringMatches, the one operator that is known to be refused. The
 * registry's message names neither the operator nor the state.
 */
function comparesByPattern(definition: JsonValue | undefined): boolean {
  const scopes: (JsonValue | undefined)[] = [definition];
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    const states = isObject(scope) && isObject(scope.States) ? Object.values(scope.States) : [];
    for (const state of states.filter(isObject)) {
      scopes.push(state.Iterator);
      if (state.Type === 'Choice' && someRule(state.Choices, (rule) => rule.StringMatches !== undefined))
        return true;
    }
  }
  return false;
}

/** Goes through the rules of a Choice and those inside And, Or and Not. */
function someRule(choices: JsonValue | undefined, test: (rule: JsonObject) => boolean): boolean {
  const open: (JsonValue | undefined)[] = [choices];
  while (open.length > 0) {
    const rule = open.pop();
    if (Array.isArray(rule)) {
      for (const inner of rule) open.push(inner);
    } else if (isObject(rule)) {
      if (test(rule)) return true;
      open.push(rule.And, rule.Or, rule.Not);
    }
  }
  return false;
}
