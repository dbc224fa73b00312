import {randomUUID} from 'node:crypto';
import type {JsonObject} from '../bundle/json-types.js';
import {badRequest, missing, noContent, ok, type Answer} from './answers.js';
import {page} from './pages.js';
import type {State, StoredBundle, StoredJobSpec} from './state.js';
import type {Store} from './store.js';
import {resourcesIn} from './validate.js';

export function listJobSpecs(state: State, integration: string, query: URLSearchParams): Answer {
  const specs = state.jobSpecs.filter((spec) => spec.integration === integration);
  return page('job_specs', specs, query, listed);
}

/**
 * Starts the events of a spec that a registered bundle declares.
 *
 * @param known what the installation knows to be registered, which may be older than the store
 */
export function installJobSpec(store: Store, known: State, qualifiedName: string): Answer {
  const isDeclared = (found: StoredJobSpec | undefined): found is StoredJobSpec =>
    found !== undefined && found.bundleUuid !== null;
  const spec = find(store.state, qualifiedName);
  if (!isDeclared(spec) || !isDeclared(find(known, qualifiedName))) {
    return badRequest('one or more requested job specs is invalid');
  }
  store.commit(replace(store.state, spec, {...spec, installed: true}));
  return ok;
}

/** Stops the events of a spec. One that no bundle declares any more is gone then. */
export function uninstallJobSpec(store: Store, qualifiedName: string): Answer {
  const spec = find(store.state, qualifiedName);
  if (spec === undefined) return missing('job spec not found');
  store.commit(replace(store.state, spec, spec.bundleUuid === null ? null : {...spec, installed: false}));
  return noContent;
}

/** The integration in `zis:{integration}:job_spec:{name}`; null for any other text. */
export function integrationIn(qualifiedName: string): string | null {
  return /^zis:([^:]+):job_spec:./.exec(qualifiedName)?.[1] ?? null;
}

/**
 * The state after an upload: those job specs that the bundle no longer declares stay while they are installed.
 *
 * @param orphan whether those that it declares are uninstalled by it, whatever they were before
 */
export function withJobSpecsOf(state: State, bundle: StoredBundle, orphan: boolean): State {
  const declared = resourcesIn(bundle.content).filter(({type}) => type === 'ZIS::JobSpec');
  const names = new Set(declared.map(({name}) => name));
  const before = orphaned(state, bundle.uuid).jobSpecs;
  const isRedeclared = (spec: StoredJobSpec) =>
    spec.integration === bundle.integration && names.has(spec.name);
  let {nextSequence} = state;
  const fresh = declared.map(({name, properties}): StoredJobSpec => {
    const old = state.jobSpecs.find((spec) => spec.integration === bundle.integration && spec.name === name);
    return {
      sequence: old?.sequence ?? nextSequence++,
      uuid: old?.uuid ?? randomUUID(),
      integration: bundle.integration,
      name,
      installed: !orphan && old?.installed === true,
      bundleUuid: bundle.uuid,
      properties
    };
  });
  const jobSpecs = [...before.filter((spec) => !isRedeclared(spec)), ...fresh];
  return {...state, nextSequence, jobSpecs: jobSpecs.sort((a, b) => a.sequence - b.sequence)};
}

/** The state after a deletion: the bundle's installed specs go on firing until they are uninstalled. */
export function withoutBundle(state: State, uuid: string): State {
  return {...orphaned(state, uuid), bundles: state.bundles.filter((bundle) => bundle.uuid !== uuid)};
}

/** As the list gives it (the fields of Zendesk's own client). */
export function listed({integration, name, uuid, installed, properties}: StoredJobSpec): JsonObject {
  const {description = '', event_source = '', event_type = '', flow_name = ''} = properties;
  return {description, event_source, event_type, flow_name, installed, integration, name, uuid};
}

function orphaned(state: State, bundleUuid: string): State {
  const jobSpecs = state.jobSpecs
    .filter((spec) => spec.bundleUuid !== bundleUuid || spec.installed)
    .map((spec) => (spec.bundleUuid === bundleUuid ? {...spec, bundleUuid: null} : spec));
  return {...state, jobSpecs};
}

function find(state: State, qualifiedName: string): StoredJobSpec | undefined {
  return state.jobSpecs.find(
    ({integration, name}) => qualifiedName === `zis:${integration}:job_spec:${name}`
  );
}

function replace(state: State, old: StoredJobSpec, next: StoredJobSpec | null): State {
  const jobSpecs = state.jobSpecs.flatMap((spec) => {
    if (spec !== old) return [spec];
    return next === null ? [] : [next];
  });
  return {...state, jobSpecs};
}
