import {suggest} from '../../words.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {perBundle} from './memo.js';

/** An HTTP action with the request that it makes. */
export interface HttpAction {
  readonly resource: Resource;
  readonly definition: JsonNode;
}

/** The HTTP actions of a bundle. */
export const httpActionsIn = perBundle(({resources}): readonly HttpAction[] => {
  const actions: HttpAction[] = [];
  for (const resource of resources) {
    if (resource.type !== 'ZIS::Action::Http') continue;
    const definition = resource.properties.properties.get('definition');
    if (definition?.type === 'object') actions.push({resource, definition});
  }
  return actions;
});

/** What a definition can hold (ZIS custom actions; `connectionName` from practice). */
export const DEFINITION_PROPERTIES: readonly string[] = [
  'method',
  'url',
  'url.$',
  'path',
  'path.$',
  'headers',
  'queryParams',
  'requestBody',
  'requestBody.$',
  'connectionName'
];

/** The four ways to say where the request goes, of which an action has one. */
export const TARGETS: readonly string[] = ['url', 'url.$', 'path', 'path.$'];

/** The property that says where the request goes; null when there is none, or more than one. */
export function targetOf({properties}: JsonNode): JsonNode | null {
  let target: JsonNode | null = null;
  for (const key of TARGETS) {
    const node = properties.get(key);
    if (node === undefined) continue;
    if (target !== null) return null;
    target = node;
  }
  return target;
}

/** What people write who know other tools. */
const AMONG_OTHERS: ReadonlyMap<string, string> = new Map([
  ['body', 'requestBody'],
  ['body.$', 'requestBody.$'],
  ['data', 'requestBody'],
  ['payload', 'requestBody'],
  ['params', 'queryParams'],
  ['parameters', 'queryParams'],
  ['connection', 'connectionName'],
  ['connection_name', 'connectionName'],
  ['uri', 'url']
]);

/** Whether the name is what other tools call the property, and no slip. */
export function isOtherNameOf(name: string, property: string): boolean {
  return AMONG_OTHERS.get(name.toLowerCase()) === property;
}

/** The property for which a name stands that is none; null when no one is near. */
export function stoodFor(name: string, properties: readonly string[]): string | null {
  const other = AMONG_OTHERS.get(name.toLowerCase());
  return other !== undefined && properties.includes(other) ? other : suggest(name, properties);
}
