import {nameOf, parseQualifiedName} from '../bundle/identity.js';
import type {JsonNode} from '../bundle/json-types.js';
import type {Resource} from '../bundle/model.js';
import {textOf} from '../flow/template.js';
import type {Place} from './place.js';
import type {BundleContext, BundleFacts, JobSpecFacts} from './rule.js';

/** What the rules across files need of a bundle, without its tree. */
export function factsOf({file, root, identity, resources}: BundleContext): BundleFacts {
  return {
    path: file.path,
    integration: identity.integration,
    name: namePlace(root),
    resources: resources.map((resource) => ({
      type: resource.type,
      name: resource.name,
      at: placeOf(resource.properties.properties.get('name') ?? resource.node)
    })),
    jobSpecs: resources.filter(({type}) => type === 'ZIS::JobSpec').map(jobSpecOf),
    unsound: unsoundNames(root, resources)
  };
}

function namePlace(root: JsonNode): BundleFacts['name'] {
  const name = nameOf(root);
  return name === null || name.text.trim() === '' ? null : {text: name.text, at: placeOf(name.node)};
}

function jobSpecOf({name, properties}: Resource): JobSpecFacts {
  const flow = properties.properties.get('flow_name') ?? properties;
  return {
    name,
    nameAt: placeOf(properties.properties.get('name') ?? properties),
    eventSource: textOf(properties.properties.get('event_source')),
    eventType: textOf(properties.properties.get('event_type')),
    flow: parseQualifiedName(textOf(flow)),
    flowAt: placeOf(flow)
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

function placeOf({start, end, filling}: Place): Place {
  return {start, end, filling};
}
