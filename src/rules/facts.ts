import {parseQualifiedName} from '../bundle/identity.js';
import type {JsonNode, Span} from '../bundle/json.js';
import type {Resource} from '../bundle/model.js';
import type {BundleContext, BundleFacts, JobSpecFacts} from './rule.js';

/** What the rules across files need of a bundle, without its tree. */
export function factsOf({file, root, identity, resources}: BundleContext): BundleFacts {
  return {
    path: file.path,
    integration: identity.integration,
    name: nameOf(root),
    resources: resources.map((resource) => ({
      type: resource.type,
      name: resource.name,
      at: spanOf(resource.properties.properties.get('name') ?? resource.node)
    })),
    jobSpecs: resources.filter(({type}) => type === 'ZIS::JobSpec').map(jobSpecOf),
    unsound: unsoundNames(root, resources)
  };
}

function nameOf(root: JsonNode): BundleFacts['name'] {
  const name = root.properties.get('name');
  if (typeof name?.value !== 'string' || name.value.trim() === '') return null;
  return {text: name.value, at: spanOf(name)};
}

function jobSpecOf({name, properties}: Resource): JobSpecFacts {
  const flow = properties.properties.get('flow_name') ?? properties;
  return {
    name,
    nameAt: spanOf(properties.properties.get('name') ?? properties),
    eventSource: textOf(properties.properties.get('event_source')),
    eventType: textOf(properties.properties.get('event_type')),
    flow: parseQualifiedName(textOf(flow)),
    flowAt: spanOf(flow)
  };
}

function unsoundNames(root: JsonNode, sound: readonly Resource[]): (string | null)[] {
  const all = root.properties.get('resources')?.properties;
  if (all === undefined || all.size === sound.length) return [];
  const checked = new Set(sound.map(({node}) => node));
  return [...all.values()]
    .filter((node) => !checked.has(node))
    .map((node) => {
      const name = node.properties.get('properties')?.properties.get('name')?.value;
      return typeof name === 'string' ? name : null;
    });
}

function textOf(node: JsonNode | undefined): string {
  return typeof node?.value === 'string' ? node.value : '';
}

function spanOf({start, end}: Span): Span {
  return {start, end};
}
