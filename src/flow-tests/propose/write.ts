import type {JsonObject, JsonValue} from '../../bundle/json-types.js';
import {yamlLines} from '../paste.js';
import {sameValue} from '../values.js';

export interface WrittenTests {
  /** Where the schema of test files is, from the file. */
  readonly schema: string;
  readonly flow: string;
  /** The path of the bundle. */
  readonly bundle: string;
  readonly cases: readonly JsonObject[];
  /** Sentences that stand above the cases as comments. */
  readonly remarks: readonly string[];
}

/** The text of a test file. What all cases begin with stands once, in its defaults. */
export function testFileText({schema, flow, bundle, cases, remarks}: WrittenTests): string {
  const {defaults, own} = shared(cases);
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...remarks.map((remark) => `# ${remark}`),
    ...yamlLines({bundle, flow}),
    ...(Object.keys(defaults).length === 0 ? [] : yamlLines({defaults})),
    'cases:',
    ...own.flatMap((each, index) => [
      ...(index === 0 ? [] : ['']),
      ...yamlLines([each]).map((line) => (line === '' ? '' : `  ${line}`))
    ]),
    ''
  ].join('\n');
}

/** The event, where it is the same sample for all cases. */
function shared(cases: readonly JsonObject[]): {
  readonly defaults: JsonObject;
  readonly own: readonly JsonObject[];
} {
  const [first] = cases;
  const event: JsonValue | undefined = first?.['event'];
  const isShared =
    cases.length > 1 && typeof event === 'string' && cases.every((each) => sameValue(each['event'], event));
  if (!isShared) return {defaults: {}, own: cases};
  const withoutEvent = (each: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'event'));
  return {defaults: {event}, own: cases.map(withoutEvent)};
}
