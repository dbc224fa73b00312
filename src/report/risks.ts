import {sameJson} from '../bundle/canonical.js';
import type {JsonValue} from '../bundle/json-types.js';
import {own} from '../bundle/json.js';
import type {Step} from '../plan/types.js';
import {changedParts} from './changed-parts.js';
import {counted} from '../words.js';
import {redactBundlePair, redactText, type JsonPath} from './redact.js';
import {propertiesOf, resourcesIn, textIn} from './semantic-diff.js';

/** A change that a reviewer must not overlook. */
export interface Risk {
  readonly kind:
    | 'bundle-deleted'
    | 'job-spec-uninstalled'
    | 'job-spec-deleted'
    | 'trigger-changed'
    | 'request-changed'
    | 'masked-value-added';
  /** The name of the bundle, job spec or action; of a masked value the resource's key, or the bundle's name. */
  readonly name: string;
  /** The properties that changed; empty for a deletion. */
  readonly properties: readonly string[];
}

const TRIGGER = ['event_source', 'event_type', 'flow_name'];
const REQUEST = ['method', 'url', 'url.$', 'path', 'path.$', 'connectionName'];

/**
 * The risky changes of a step, deletions first, with no credential in them.
 *
 * @param secrets the credentials of this run, in every form
 */
export function risksOf(step: Step, secrets: readonly string[]): Risk[] {
  const clean = (text: string): string => redactText(text, secrets);
  return allRisksOf(step, secrets).map(({kind, name, properties}) => ({
    kind,
    name: clean(name),
    properties: properties.map(clean)
  }));
}

function allRisksOf(step: Step, secrets: readonly string[]): Risk[] {
  const parts = changedParts(step);
  const registered = resourcesIn(parts.registered);
  const declared = resourcesIn(parts.declared);
  const deleted: Risk[] =
    step.action === 'delete' ? [{kind: 'bundle-deleted', name: step.name, properties: []}] : [];
  return [
    ...deleted,
    ...uninstalledJobSpecs(step),
    ...deletedJobSpecs(step, registered, declared),
    ...changedResources(registered, declared),
    ...maskedValues(step, redactBundlePair(parts.registered, parts.declared, secrets).added)
  ];
}

/** So many places are named, and the others counted. */
const MOST_PLACES = 5;

/** What a reviewer does not see, though it is new: by resource. */
function maskedValues({name}: Step, added: readonly JsonPath[]): Risk[] {
  const places = new Map<string, string[]>();
  for (const path of added) {
    const [top, key] = path;
    const isInResource = top === 'resources' && path.length > 2;
    const holder = isInResource ? String(key) : name;
    const place = path.slice(isInResource ? 2 : 0).join('.');
    places.set(holder, [...(places.get(holder) ?? []), place]);
  }
  return [...places].map(([holder, all]) => ({
    kind: 'masked-value-added',
    name: holder,
    properties:
      all.length <= MOST_PLACES
        ? all
        : [...all.slice(0, MOST_PLACES), counted(all.length - MOST_PLACES, 'more place')]
  }));
}

function uninstalledJobSpecs({jobSpecs}: Step): Risk[] {
  return jobSpecs.uninstall.map((qualified) => ({
    kind: 'job-spec-uninstalled',
    name: qualified.split(':').slice(3).join(':'),
    properties: []
  }));
}

/** Those that leave the bundle without being uninstalled: another bundle has them, or none was installed. */
function deletedJobSpecs(
  step: Step,
  registered: ReadonlyMap<string, JsonValue>,
  declared: ReadonlyMap<string, JsonValue>
): Risk[] {
  const kept = new Set(jobSpecNames(declared));
  const uninstalled = new Set(uninstalledJobSpecs(step).map(({name}) => name));
  return jobSpecNames(registered)
    .filter((name) => !kept.has(name) && !uninstalled.has(name))
    .map((name) => ({kind: 'job-spec-deleted', name, properties: []}));
}

function jobSpecNames(resources: ReadonlyMap<string, JsonValue>): string[] {
  return [...resources.values()]
    .filter((resource) => textIn(resource, 'type') === 'ZIS::JobSpec')
    .map((resource) => textIn(propertiesOf(resource), 'name'));
}

function changedResources(
  registered: ReadonlyMap<string, JsonValue>,
  declared: ReadonlyMap<string, JsonValue>
): Risk[] {
  return [...declared].flatMap(([key, now]) => {
    const old = registered.get(key);
    const type = textIn(now, 'type');
    if (old === undefined || textIn(old, 'type') !== type) return [];
    const name = textIn(propertiesOf(now), 'name') || key;
    if (type === 'ZIS::JobSpec')
      return changed('trigger-changed', name, TRIGGER, propertiesOf(old), propertiesOf(now));
    if (type !== 'ZIS::Action::Http') return [];
    return changed('request-changed', name, REQUEST, definitionOf(old), definitionOf(now));
  });
}

function changed(
  kind: Risk['kind'],
  name: string,
  keys: readonly string[],
  old: JsonValue,
  now: JsonValue
): Risk[] {
  const properties = keys.filter((key) => !sameJson(valueIn(old, key), valueIn(now, key)));
  return properties.length === 0 ? [] : [{kind, name, properties}];
}

function definitionOf(resource: JsonValue): JsonValue {
  return own(propertiesOf(resource), 'definition') ?? null;
}

function valueIn(object: JsonValue, key: string): JsonValue | undefined {
  return typeof object === 'object' && object !== null && !Array.isArray(object)
    ? own(object, key)
    : undefined;
}
