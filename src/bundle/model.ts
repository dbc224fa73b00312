import {mayHoldPlaceholder} from './fill-text.js';
import type {JsonNode, JsonObject, ParsedJson} from './json-types.js';
import {parseJson} from './json.js';
import {isJsonc, withoutComments} from './jsonc.js';
import type {NamePatterns} from './name-patterns.js';
import {noPlaceholders, substitute, type Placeholders} from './substitute.js';
import {type EncodingFault, Lines, MAX_FILE_BYTES, decode} from './text.js';
import type {Variables} from './variables.js';

/** Integration names (Bundles API reference, path parameter `integration`). */
export const INTEGRATION_NAME = /^[a-z0-9_-]{1,64}$/;

/** The resource types that a bundle can hold. */
export const RESOURCE_TYPES = ['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http'] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** Names the schema for an editor: a bundle file may have it, and it is never uploaded. */
export const EDITOR_KEY = '$schema';

/** A bundle file as read, before anything is judged. */
export interface BundleFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly encodingFault: EncodingFault | null;
  readonly tooLarge: boolean;
  /** Why its bytes could not be had; null when they could. */
  readonly unreadable: {readonly message: string; readonly hint: string} | null;
  readonly lines: Lines;
  /** null when the text was not read at all (too large, not UTF-8). */
  readonly json: ParsedJson | null;
  /** What is known of its `{{name}}` placeholders; null as long as they have not been filled in. */
  readonly placeholders: Placeholders | null;
}

/** What fills in the placeholders of bundle files. */
export interface Values {
  readonly variables: Variables;
  /** The `integration` input, for files that do not state one; empty when there is none. */
  readonly integration: string;
  /** The `keep-placeholders` input: names that another program fills in. */
  readonly keep?: NamePatterns;
}

/** Which bundle it is: no two bundles of one account share both. */
export interface BundleId {
  readonly integration: string;
  readonly name: string;
}

/** A bundle that the repository declares, sound enough to be compared and uploaded. */
export interface DeclaredBundle extends BundleId {
  readonly path: string;
  readonly content: JsonObject;
  /** The hash of the canonical form. */
  readonly hash: string;
}

/** A bundle that the registry holds. */
export interface RegisteredBundle extends BundleId {
  readonly uuid: string;
  readonly content: JsonObject;
  /** The hash of the canonical form. */
  readonly hash: string;
}

/** One entry of `resources`, sound enough to be looked into. */
export interface Resource {
  /** The key under which it stands in `resources`. */
  readonly key: string;
  readonly type: ResourceType;
  /** `properties.name`, by which qualified names refer to it. */
  readonly name: string;
  /** The whole entry. */
  readonly node: JsonNode;
  readonly properties: JsonNode;
}

/** Reads a file's bytes; one named `.jsonc` may hold comments and trailing commas. Never throws for what they hold. */
export function readBundleFile(path: string, content: Uint8Array): BundleFile {
  const bytes = content.byteLength;
  if (bytes > MAX_FILE_BYTES) return tooLargeBundleFile(path, bytes);
  const {text, fault} = decode(content);
  const readable = fault === null || fault === 'byte-order-mark';
  const json = readable ? parseJson(isJsonc(path) ? withoutComments(text) : text) : null;
  return {
    path,
    bytes,
    encodingFault: fault,
    tooLarge: false,
    unreadable: null,
    lines: new Lines(text),
    json,
    placeholders: null
  };
}

/** The file with its placeholders filled in. What stands in it keeps its place. */
export function fillIn(file: BundleFile, {variables, integration, keep}: Values): BundleFile {
  if (file.json === null) return file;
  if (!mayHoldPlaceholder(file.lines.text)) return {...file, placeholders: noPlaceholders(variables)};
  const {placeholders, ...json} = substitute(file.json, variables, integration, keep);
  return {...file, json, placeholders};
}

/** A file of more than MAX_FILE_BYTES, which is not read. */
export function tooLargeBundleFile(path: string, bytes: number): BundleFile {
  return {...unread(path, bytes), tooLarge: true};
}

/** A file whose bytes could not be had. */
export function unreadableBundleFile(
  path: string,
  unreadable: NonNullable<BundleFile['unreadable']>
): BundleFile {
  return {...unread(path, 0), unreadable};
}

function unread(path: string, bytes: number): BundleFile {
  return {
    path,
    bytes,
    encodingFault: null,
    tooLarge: false,
    unreadable: null,
    lines: new Lines(''),
    json: null,
    placeholders: null
  };
}

/** The entries of `resources` that have a known type, properties and a name, in the file's order. */
export function resourcesOf(root: JsonNode): Resource[] {
  const resources: Resource[] = [];
  for (const node of root.properties.get('resources')?.properties.nodes ?? []) {
    const type = node.properties.get('type')?.value;
    const properties = node.properties.get('properties');
    const name = properties?.properties.get('name')?.value;
    if (properties === undefined || typeof name !== 'string' || !isResourceType(type)) continue;
    resources.push({key: node.name, type, name, node, properties});
  }
  return resources;
}

function isResourceType(type: unknown): type is ResourceType {
  return (RESOURCE_TYPES as readonly unknown[]).includes(type);
}
