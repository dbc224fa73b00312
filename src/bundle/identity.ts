import type {JsonNode} from './json-types.js';
import {resourcesOf, type BundleId, type Resource} from './model.js';

/** `zis:{integration}:{kind}:{name}`, the way one resource names another. */
export interface QualifiedName {
  readonly integration: string;
  readonly kind: string;
  readonly name: string;
}

/** Takes a qualified name apart; null when the text is none. */
export function parseQualifiedName(text: string): QualifiedName | null {
  if (!text.startsWith(PREFIX)) return null;
  const integrationEnd = text.indexOf(':', PREFIX.length);
  const kindEnd = integrationEnd === -1 ? -1 : text.indexOf(':', integrationEnd + 1);
  if (kindEnd === -1 || kindEnd === text.length - 1) return null;
  return {
    integration: text.slice(PREFIX.length, integrationEnd),
    kind: text.slice(integrationEnd + 1, kindEnd),
    name: text.slice(kindEnd + 1)
  };
}

const PREFIX = 'zis:';

/** The integration of ZIS's built-in actions, `zis:common:…`, which belongs to nobody's bundle. */
export const COMMON_INTEGRATION = 'common';

/** Where an integration's name comes from, in the order in which the sources are asked. */
export type IntegrationSource = 'file' | 'input' | 'qualified-names';

export interface Identity {
  readonly integration: string | null;
  readonly source: IntegrationSource | null;
  /** The integrations that the file's qualified names name: more than one cannot decide. */
  readonly candidates: readonly string[];
}

/**
 * The integration of a bundle: the file's `integration`, else the given one, else the one on which all
 * qualified names of the file (`zis:{integration}:flow:…`, `…:action:…`) agree. A name with a placeholder in it
 * decides nothing.
 *
 * @param root     the bundle object
 * @param fallback the `integration` input; empty when there is none
 */
export function identify(root: JsonNode, fallback: string): Identity {
  const own = root.properties.get('integration')?.value;
  if (typeof own === 'string') {
    return {integration: isOpen(own) ? null : own, source: 'file', candidates: []};
  }
  if (fallback !== '') return {integration: fallback, source: 'input', candidates: []};
  const candidates = [...new Set(qualifiedNames(resourcesOf(root)))].sort();
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return {integration: null, source: null, candidates};
  return {integration: only, source: 'qualified-names', candidates};
}

/** The text and place of a bundle's name; null where it is no text, or a placeholder is left in it. */
export function nameOf(root: JsonNode): {readonly text: string; readonly node: JsonNode} | null {
  const node = root.properties.get('name');
  if (typeof node?.value !== 'string' || (node.filling?.unfilled ?? []).length > 0) return null;
  return {text: node.value, node};
}

function* qualifiedNames(resources: readonly Resource[]): Iterable<string> {
  for (const {type, properties} of resources) {
    if (type === 'ZIS::JobSpec') yield* integrationIn(properties.properties.get('flow_name'), 'flow');
    if (type === 'ZIS::Flow') yield* actionIntegrations(properties.properties.get('definition'));
  }
}

function* actionIntegrations(scope: JsonNode | undefined): Iterable<string> {
  for (const state of scope?.properties.get('States')?.properties.nodes ?? []) {
    yield* integrationIn(state.properties.get('ActionName'), 'action');
    yield* actionIntegrations(state.properties.get('Iterator'));
  }
}

function* integrationIn(node: JsonNode | undefined, kind: string): Iterable<string> {
  const name = typeof node?.value === 'string' ? parseQualifiedName(node.value) : null;
  if (name?.kind !== kind || name.integration === COMMON_INTEGRATION || isOpen(name.integration)) return;
  yield name.integration;
}

/** Whether a placeholder that nothing has filled in is left in a name. */
function isOpen(integration: string): boolean {
  return integration.includes('{{');
}

/** Order by integration, then name, by UTF-16 code units. */
export function compareIds(a: BundleId, b: BundleId): number {
  return compare(a.integration, b.integration) || compare(a.name, b.name);
}

/** One text for one bundle identity, for maps and sets. */
export function idKey({integration, name}: BundleId): string {
  return JSON.stringify([integration, name]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
