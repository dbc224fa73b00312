import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import {isObject} from '../bundle/json.js';
import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import type {BundleId, Values} from '../bundle/model.js';

/**
 * How much JSON a payload may take, in bytes of UTF-8. GitHub documents no limit; deployments are kept in a text
 * column of 65,535 bytes.
 */
export const MAX_PAYLOAD = 60_000;

/** A bundle that was declared when an apply began. */
export interface RecordedBundle extends BundleId {
  /** Its file, relative to the checkout's root. */
  readonly path: string;
  /** The hash of the declared content. */
  readonly desiredHash: string;
}

/** What an apply says of itself in the payload of its GitHub deployment. The commit is the deployment's own. */
export interface ApplyRecord {
  /** `scopeOf` the step: only records of its own scope tell it what was declared before. */
  readonly scope: string;
  readonly registryUrl: string;
  /** Which step of which workflow: one that is given other inputs has another scope, but is the same step. */
  readonly step: string;
  /** `inputsHash`: what says which files declare which identities. */
  readonly inputs: string;
  /** Every declared bundle; null when they are too many, and the commit's tree is read instead. */
  readonly bundles: readonly RecordedBundle[] | null;
  /** The commit before the event's push, or the pull request's base. */
  readonly before: string | null;
  /** Whether this apply knew all that was to be deleted; else the next one looks further back. */
  readonly deletionsKnown: boolean;
  /** The commit was not merged. */
  readonly unmerged: boolean;
  /** A backup was put back at this commit. */
  readonly restore: boolean;
  /**
   * The qualified names of the job specs that were installed, of bundles that this apply replaces: an upload takes
   * them off, and `job-specs: keep` of a later run has nothing else to know them by. Empty where it need not know.
   */
  readonly installed: readonly string[];
}

/** A record as it was found. */
export interface FoundRecord extends ApplyRecord {
  /** The MAC that came with it; empty when there was none. Nothing in the record is proven by it before `hasValidMac`. */
  readonly mac: string;
}

/** A record of before there were scopes: it names no bundles. */
export interface OldRecord {
  /** `[comment-key, matrix]` as JSON. */
  readonly key: string;
  readonly registryUrl: string;
  readonly before: string | null;
  readonly deletionsKnown: boolean;
}

/** What a MAC covers besides the record itself, so that a copy of it proves nothing elsewhere. */
export interface RecordPlace {
  /** The repository's id, or its name where the event has no id. */
  readonly repository: string;
  /** The deployment's commit. */
  readonly sha: string;
}

/**
 * The payload of a deployment, at most MAX_PAYLOAD bytes of JSON: beyond that the job specs or the bundles are left out.
 *
 * @param planKey signs it; empty for none
 */
export function encodeRecord(record: ApplyRecord, planKey: string, place: RecordPlace): JsonObject {
  const forms = [record, {...record, installed: []}, {...record, bundles: null}];
  for (const form of forms) {
    const payload = payloadOf(form, planKey, place);
    if (Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD) return payload;
  }
  return payloadOf({...record, bundles: null, installed: []}, planKey, place);
}

function payloadOf(record: ApplyRecord, planKey: string, place: RecordPlace): JsonObject {
  const {unmerged, restore, bundles} = record;
  return {
    version: 2,
    scope: record.scope,
    registryUrl: record.registryUrl,
    step: record.step,
    inputs: record.inputs,
    before: record.before,
    deletionsKnown: record.deletionsKnown,
    ...(unmerged ? {unmerged} : {}),
    ...(restore ? {restore} : {}),
    ...(record.installed.length === 0 ? {} : {installed: [...record.installed]}),
    ...(bundles === null ? {incomplete: true} : {bundles: bundles.map(inOrder)}),
    ...(planKey === '' ? {} : {mac: macOf(record, planKey, place)})
  };
}

/** What a deployment's payload says, or null when it is no record of ours. Never throws: anyone may write a payload. */
export function decodeRecord(payload: JsonObject | null): FoundRecord | OldRecord | null {
  const {version, scope, registryUrl, key, before = null} = payload ?? {};
  if (payload === null || typeof registryUrl !== 'string') return null;
  const common = {
    registryUrl,
    before: typeof before === 'string' ? before : null,
    deletionsKnown: payload['deletionsKnown'] !== false
  };
  if (version === 1) return typeof key === 'string' ? {...common, key} : null;
  if (version !== 2 || typeof scope !== 'string') return null;
  return {
    ...common,
    scope,
    step: textOf(payload['step']),
    inputs: textOf(payload['inputs']),
    bundles: payload['incomplete'] === true ? null : bundlesIn(payload['bundles']),
    unmerged: payload['unmerged'] === true,
    restore: payload['restore'] === true,
    installed: textsIn(payload['installed']),
    mac: textOf(payload['mac'])
  };
}

export function isOldRecord(record: FoundRecord | OldRecord): record is OldRecord {
  return 'key' in record;
}

/** Whether who wrote the record had the key. An empty key proves nothing. */
export function hasValidMac(record: FoundRecord, planKey: string, place: RecordPlace): boolean {
  if (planKey === '' || record.mac === '') return false;
  const [right, given] = [macOf(record, planKey, place), record.mac].map((mac) => Buffer.from(mac));
  return right?.length === given?.length && timingSafeEqual(right ?? Buffer.of(), given ?? Buffer.of());
}

/** A hash over the inputs that say which files declare which bundles: equal inputs in another order are equal. */
export function inputsHash(bundles: readonly string[], {integration, variables}: Values): string {
  const values = [...variables].sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([[...new Set(bundles)].sort(), integration, values]));
}

export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

function macOf(record: ApplyRecord, planKey: string, {repository, sha}: RecordPlace): string {
  const {scope, registryUrl, step, inputs, before, deletionsKnown, unmerged, restore, bundles} = record;
  const facts = [
    'zis-bundles/record/1',
    repository,
    sha,
    [scope, registryUrl, step, inputs, before, deletionsKnown, unmerged, restore],
    bundles?.map(({integration, name, path, desiredHash}) => [integration, name, path, desiredHash]) ?? null
  ];
  return createHmac('sha256', planKey).update(JSON.stringify(facts), 'utf8').digest('hex');
}

/** null for a list that is not wholly sound: then the commit's tree tells. */
function bundlesIn(value: JsonValue | undefined): readonly RecordedBundle[] | null {
  if (!Array.isArray(value)) return null;
  const bundles = value.map(bundleIn);
  return bundles.every((bundle) => bundle !== null) ? bundles : null;
}

function bundleIn(value: JsonValue): RecordedBundle | null {
  if (!isObject(value)) return null;
  const {integration, name, path, desiredHash} = value;
  const texts = [integration, name, path, desiredHash];
  return texts.every((text) => typeof text === 'string') ? inOrder(value as unknown as RecordedBundle) : null;
}

/** The known fields alone. */
function inOrder({integration, name, path, desiredHash}: RecordedBundle): JsonObject & RecordedBundle {
  return {integration, name, path, desiredHash};
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
