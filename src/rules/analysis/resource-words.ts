/** What a resource is called in a sentence, by its type. */
export const RESOURCE_WORDS = {
  'ZIS::Flow': 'flow',
  'ZIS::JobSpec': 'job spec',
  'ZIS::Action::Http': 'action'
} as const;
