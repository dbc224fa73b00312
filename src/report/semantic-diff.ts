import {sameJson} from '../bundle/canonical.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject, own} from '../bundle/json.js';
import {diffFlows, renamesBetween, type Change, type FlowDiff} from './flow-diff.js';
import {changesBetween, without, type PropertyChange} from './json-diff.js';

/** What changes in one resource. */
export interface ResourceDiff {
  readonly change: Exclude<Change, 'same'>;
  readonly key: string;
  /** The key on the registered side, when the resource was renamed. */
  readonly was: string | null;
  readonly type: string;
  /** `properties.name` of the newer side; empty when there is none. */
  readonly name: string;
  /** What the newer side does, in a few words: an action's request, a job spec's event. Empty for others. */
  readonly gist: string;
  /** What changed in a resource that both sides have, the flow's definition left out. */
  readonly properties: readonly PropertyChange[];
  /** For flows only. */
  readonly flow: FlowDiff | null;
}

/** What changes in one bundle. */
export interface BundleDiff {
  /** Beside the resources: description, template version. */
  readonly properties: readonly PropertyChange[];
  /** Removed ones first, then changed, renamed and added ones; each by key. */
  readonly resources: readonly ResourceDiff[];
}

const RANK = {removed: 0, changed: 1, renamed: 2, added: 3} as const;
const BUNDLE_PROPERTIES = ['name', 'description', 'zis_template_version'];

/** Compares two versions of a bundle by resource and, inside flows, by state. null: there is no such side. */
export function diffBundles(registered: JsonObject | null, declared: JsonObject | null): BundleDiff {
  const old = resourcesIn(registered);
  const now = resourcesIn(declared);
  const renames = renamesBetween(old, now, withoutName);
  const renamedTo = new Map([...renames].map(([from, to]) => [to, from]));
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter((key) => !renames.has(key));
  const resources = keys.sort().flatMap((key) => diffResource(key, renamedTo.get(key) ?? null, old, now));
  return {
    properties:
      registered === null || declared === null
        ? []
        : BUNDLE_PROPERTIES.flatMap((key) => property(key, registered, declared)),
    resources: resources.sort((a, b) => RANK[a.change] - RANK[b.change])
  };
}

/** The entries of `resources` by key; empty for anything that is no bundle. */
export function resourcesIn(bundle: JsonObject | null): Map<string, JsonValue> {
  const resources = own(bundle, 'resources');
  return new Map(isObject(resources) ? Object.entries(resources) : []);
}

/** A resource's `properties`, or an empty object. */
export function propertiesOf(resource: JsonValue | undefined): JsonObject {
  const properties = isObject(resource) ? own(resource, 'properties') : undefined;
  return isObject(properties) ? properties : {};
}

export function textIn(object: JsonValue | undefined, key: string): string {
  const value = isObject(object) ? own(object, key) : undefined;
  return typeof value === 'string' ? value : '';
}

/** An absent, null or empty description are the same (contract 1.4). */
function property(key: string, registered: JsonObject, declared: JsonObject): PropertyChange[] {
  const read = (bundle: JsonObject) => {
    const value = own(bundle, key);
    return key === 'description' && (value === null || value === '') ? undefined : value;
  };
  return changesBetween(read(registered), read(declared), key);
}

function diffResource(
  key: string,
  was: string | null,
  oldResources: ReadonlyMap<string, JsonValue>,
  newResources: ReadonlyMap<string, JsonValue>
): ResourceDiff[] {
  const old = oldResources.get(was ?? key);
  const now = newResources.get(key);
  if (was === null && sameJson(old, now)) return [];
  const type = textIn(now ?? old, 'type');
  const isFlow = type === 'ZIS::Flow';
  const body = isFlow ? withoutDefinition : (value: JsonValue) => value;
  const definition = (value: JsonValue | undefined) => own(propertiesOf(value), 'definition');
  return [
    {
      change: changeOf(old, now, was),
      key,
      was,
      type,
      name: textIn(propertiesOf(now ?? old), 'name'),
      gist: gistOf(type, propertiesOf(now ?? old)),
      properties: old === undefined || now === undefined ? [] : changesBetween(body(old), body(now)),
      flow: isFlow ? diffFlows(definition(old), definition(now)) : null
    }
  ];
}

function gistOf(type: string, properties: JsonObject): string {
  if (type === 'ZIS::JobSpec') {
    const event = [textIn(properties, 'event_source'), textIn(properties, 'event_type')].join(' ');
    return `${event} → ${textIn(properties, 'flow_name')}`;
  }
  if (type !== 'ZIS::Action::Http') return '';
  const definition = own(properties, 'definition');
  const address = ['url', 'url.$', 'path', 'path.$']
    .map((key) => textIn(definition, key))
    .find((text) => text !== '');
  return `${textIn(definition, 'method')} ${address ?? ''}`.trim();
}

function changeOf(
  old: JsonValue | undefined,
  now: JsonValue | undefined,
  was: string | null
): ResourceDiff['change'] {
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  return was === null ? 'changed' : 'renamed';
}

function withoutName(resource: JsonValue): JsonValue {
  return withoutProperty(resource, 'name');
}

function withoutDefinition(resource: JsonValue): JsonValue {
  return withoutProperty(resource, 'definition');
}

function withoutProperty(resource: JsonValue, name: string): JsonValue {
  return isObject(resource) ? {...resource, properties: without(propertiesOf(resource), [name])} : resource;
}
