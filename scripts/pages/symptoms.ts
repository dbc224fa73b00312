/** What people see before they know which rule it breaks, in the order in which a bundle meets it. */
export interface Symptom {
  readonly sees: string;
  /** Ids of the rules that find what may be behind it, the likeliest first. */
  readonly rules: readonly string[];
}

export const SYMPTOMS: readonly Symptom[] = [
  {
    sees: 'The file is not read as JSON, or another tool reads something else in it',
    rules: ['json/syntax', 'json/encoding', 'json/duplicate-key', 'json/inexact-number', 'json/reserved-key']
  },
  {
    sees: 'A file that is no bundle is checked, or it is not known to which integration a bundle belongs',
    rules: ['bundle/structure', 'bundle/top-level', 'bundle/integration', 'bundle/duplicate-bundle']
  },
  {
    sees: 'A bundle is registered twice, or a second one beside the one that was meant',
    rules: ['bundle/name-characters', 'bundle/duplicate-bundle', 'bundle/integration']
  },
  {
    sees: '`{{name}}` of a variable arrives as it stands',
    rules: ['variable/unfilled', 'path/placeholder', 'variable/url']
  },
  {
    sees: 'The upload is refused with 400',
    rules: [
      'bundle/structure',
      'resource/duplicate-name',
      'resource/name-characters',
      'bundle/no-flow',
      'bundle/unknown-key',
      'resource/unknown-key',
      'state/type',
      'state/next-or-end',
      'state/end-true',
      'state/no-transition',
      'state/required-property',
      'state/property-type',
      'state/misplaced-property',
      'flow/start-at',
      'flow/unknown-state',
      'flow/misspelt-key',
      'flow/empty-state-name',
      'choice/choices',
      'choice/condition',
      'choice/operator',
      'choice/operand',
      'choice/next',
      'choice/nesting',
      'catch/catcher',
      'catch/error-equals'
    ]
  },
  {
    sees: 'The upload is refused with "Bundle contains duplicated resources", or another bundle\'s action runs',
    rules: [
      'resource/duplicate-name',
      'project/name-collision',
      'resource/name-taken',
      'resource/shared-name'
    ]
  },
  {
    sees: 'The flow never starts',
    rules: [
      'job-spec/event-type',
      'job-spec/event-source',
      'job-spec/flow-name',
      'job-spec/unknown-flow',
      'job-spec/flow-integration',
      'job-spec/flow-elsewhere',
      'job-spec/webhook-event',
      'bundle/no-job-spec',
      'flow/not-started'
    ]
  },
  {sees: 'The flow runs twice for one event', rules: ['job-spec/duplicate-trigger']},
  {
    sees: 'Of some events nothing comes, and the integration log has an error',
    rules: ['catch/lost-event', 'data/written-on-every-route', 'catch/catcher']
  },
  {
    sees: 'The flow ends with "JSON path not found"',
    rules: [
      'data/unwritten-path',
      'data/lost',
      'data/written-on-every-route',
      'data/event-payload',
      'data/outer-in-iteration',
      'action/missing-parameter',
      'catch/result-path',
      'path/syntax'
    ]
  },
  {
    sees: '`$.input` is empty after the first call, or after a Catch',
    rules: ['data/lost', 'catch/result-path', 'state/null-result-path']
  },
  {
    sees: 'A text such as `$.input.id` or `{{$.input.id}}` arrives as it stands',
    rules: [
      'path/literal',
      'path/placeholder',
      'path/dynamic-value',
      'choice/literal-path',
      'path/unsupported'
    ]
  },
  {
    sees: 'A value is not the one that was given',
    rules: ['path/both-forms', 'action/unused-parameter', 'http/field-form']
  },
  {
    sees: 'A state fails as soon as it is reached',
    rules: [
      'action/name',
      'action/undefined',
      'action/other-integration',
      'action/unknown-built-in',
      'action/parameters',
      'path/reference-path',
      'state/wait-duration',
      'state/wait-timestamp',
      'state/map-iterator',
      'flow/amazon-only'
    ]
  },
  {
    sees: 'A state never runs, or the flow never ends',
    rules: [
      'flow/unreachable-state',
      'flow/no-end',
      'flow/endless-loop',
      'choice/never-reached',
      'flow/shadowed-name'
    ]
  },
  {
    sees: 'A Choice takes another way, or the flow fails at it',
    rules: [
      'choice/no-default',
      'choice/never-reached',
      'choice/operand',
      'choice/literal-path',
      'choice/condition',
      'choice/operator'
    ]
  },
  {sees: 'A Catch catches nothing', rules: ['catch/error-equals', 'catch/one-catcher', 'catch/catcher']},
  {
    sees: 'A Map fails, or its states find no data',
    rules: ['data/outer-in-iteration', 'state/map-iterator', 'state/map-items', 'state/nested-map']
  },
  {sees: 'The flow is stopped because it takes too long', rules: ['state/long-wait', 'flow/endless-loop']},
  {
    sees: 'A request goes to the wrong address, or to none',
    rules: ['http/target', 'http/absolute-url', 'http/relative-path', 'variable/url', 'http/method']
  },
  {
    sees: 'A query breaks off at a blank or an `&`',
    rules: ['http/unencoded-query']
  },
  {
    sees: 'A request gets 401 or 403, or "the connection named … does not exist"',
    rules: [
      'http/no-connection',
      'http/connection-name',
      'http/foreign-connection',
      'security/authorization-header'
    ]
  },
  {
    sees: 'A request gets 400, 404 or 405, or its headers and body do not arrive',
    rules: [
      'http/fields',
      'http/field-form',
      'http/body',
      'http/unusual-method',
      'http/unknown-property',
      'path/literal'
    ]
  },
  {
    sees: 'A jq program fails, or gives null',
    rules: ['jq/syntax', 'jq/undefined', 'jq/json-path', 'action/jq-data', 'jq/injection', 'jq/not-checked']
  },
  {
    sees: 'A link is not found, or not changed',
    rules: ['action/link-parameters', 'action/link-name', 'action/parameters']
  },
  {
    sees: 'A secret stands in the repository or in the integration log',
    rules: [
      'security/credential',
      'security/url-user-info',
      'security/secret-in-message',
      'security/insecure-url'
    ]
  },
  {
    sees: 'What is registered is not what the file says',
    rules: ['json/duplicate-key', 'json/inexact-number', 'bundle/server-key', 'bundle/unknown-key']
  },
  {
    sees: 'A `zis-ignore` comment or an override holds nothing back',
    rules: ['exception/form', 'exception/unused']
  }
];
