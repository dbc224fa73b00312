import type {Resource} from '../../bundle/model.js';

/** What a resource is called in a sentence, by its type. */
export const RESOURCE_WORDS = {
  'ZIS::Flow': 'flow',
  'ZIS::JobSpec': 'job spec',
  'ZIS::Action::Http': 'action'
} as const;

/** The place of a resource's `properties.name`; of its properties where it has none. */
export function nameNode({properties}: Resource) {
  return properties.properties.get('name') ?? properties;
}
