import {parseQualifiedName} from '../bundle/identity.js';
import type {JsonNode} from '../bundle/json-types.js';
import {quote} from '../words.js';
import type {FlowStart} from './ports.js';

/**
 * A connection that an action of the flow needs and that does not exist; null when all do. ZIS does not begin such
 * a flow, and names one connection at a time (seen by a user).
 */
export function missingConnection(
  {flow, actions}: FlowStart,
  connections: readonly string[]
): {readonly node: JsonNode; readonly message: string} | null {
  const known = new Set(connections);
  for (const {ordered} of flow.scopes) {
    for (const {node, type} of ordered) {
      const name = type === 'Action' ? node.properties.get('ActionName')?.value : undefined;
      const action = typeof name === 'string' ? actions.get(parseQualifiedName(name)?.name ?? '') : undefined;
      const connection = action?.properties.properties.get('definition')?.properties.get('connectionName');
      if (typeof connection?.value !== 'string' || known.has(connection.value)) continue;
      const message = `Cannot start flow because the connection named ${quote(connection.value)} does not exist`;
      return {node: connection, message};
    }
  }
  return null;
}
