import {keyOf, type BundleRule} from '../rule.js';
import {quote, suggest, withArticle} from '../../words.js';
import {textOf} from '../../flow/template.js';
import {hasVariable} from '../analysis/calls.js';
import {DEFINITION_PROPERTIES, httpActionsIn, targetOf, TARGETS} from '../analysis/http-definition.js';

export const body: BundleRule = {
  id: 'http/body',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The body of a request is an object, and a request that takes none has none.',
  why: 'ZIS sends the body as JSON. Bodies of another kind are not documented, and servers ignore or refuse one on GET and HEAD.',
  bad: '{"method": "GET", "path": "/api/v2/tickets.json", "requestBody": {"page": 2}}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json", "queryParams": [{"key": "page", "value": "2"}]}',
  source: 'ZIS custom actions, row `requestBody`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const {properties} = definition;
      const literal = properties.get('requestBody');
      const node = literal ?? properties.get('requestBody.$');
      if (node === undefined) continue;
      const method = textOf(properties.get('method')).toUpperCase();
      if (method === 'GET' || method === 'HEAD') {
        report(keyOf(node), `a request by ${method} has no body`, 'Give the values in "queryParams".');
      } else if (literal !== undefined && literal.type !== 'object' && !isPlaceholder(literal.value)) {
        report(
          literal,
          `the body of this request is ${withArticle(literal.type)}, and not an object`,
          'Write {"some_name": …}, or give a path under "requestBody.$".'
        );
      }
    }
  }
};

export const connectionName: BundleRule = {
  id: 'http/connection-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'connectionName is the name of a connection: 3 to 64 letters, digits, dashes and underscores.',
  why: 'No connection can have another name, and a flow whose connection does not exist does not start.',
  bad: '{"connectionName": "my connection"}',
  good: '{"connectionName": "my_connection"}',
  source: 'Understanding connections',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = definition.properties.get('connectionName');
      if (node === undefined) continue;
      if (typeof node.value !== 'string') {
        report(node, 'connectionName must be a string', 'Name a connection, such as "zendesk".');
      } else if (!/^[A-Za-z0-9_-]{3,64}$/.test(node.value) && !hasVariable(node.value)) {
        const hint = 'It has 3 to 64 letters, digits, dashes and underscores.';
        report(node, `${quote(node.value)} cannot be the name of a connection`, hint);
      }
    }
  }
};

export const noConnection: BundleRule = {
  id: 'http/no-connection',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A request to the account itself has a connection.',
  why: 'A path alone does not sign in: without credentials the account answers 401, "Couldn\'t authenticate you".',
  bad: '{"method": "GET", "path": "/api/v2/tickets.json"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json", "connectionName": "zendesk"}',
  source: 'Practice (a production bundle); Understanding connections',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = targetOf(definition);
      const key = node?.name;
      if (node === null || (key !== 'path' && key !== 'path.$')) continue;
      const {properties} = definition;
      // An absolute address in its place is one fault, and http/relative-path names it.
      if (properties.has('connectionName') || /^[a-z]+:\/\//i.test(textOf(node))) continue;
      const signedIn = (properties.get('headers')?.items ?? []).some(
        (header) => textOf(header.properties.get('key')).toLowerCase() === 'authorization'
      );
      const misspelt = properties.names.some((name) => stoodFor(name, ['connectionName']) !== null);
      if (signedIn || misspelt) continue;
      const hint = 'Add "connectionName", such as "zendesk" for the connection to the account itself.';
      report(keyOf(node), 'a request to the account needs a connection to sign in', hint);
    }
  }
};

export const unknownProperty: BundleRule = {
  id: 'http/unknown-property',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The definition of an HTTP action has no properties that ZIS does not know.',
  why: 'No page names them. What ZIS makes of them is not documented, and a misspelt one is one that is missing.',
  bad: '{"method": "GET", "path": "/api/v2/tickets.json", "conectionName": "zendesk"}',
  good: '{"method": "GET", "path": "/api/v2/tickets.json", "connectionName": "zendesk"}',
  source: 'ZIS custom actions; practice (`connectionName`)',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const {properties} = definition;
      const hasTarget = TARGETS.some((key) => properties.has(key));
      for (const [key, node] of properties) {
        if (DEFINITION_PROPERTIES.includes(key) || key === 'query') continue;
        // http/target names a misspelt url or path, of which the action has no other.
        if (!hasTarget && suggest(key, TARGETS) !== null) continue;
        const free = DEFINITION_PROPERTIES.filter((name) => !properties.has(name));
        const meant = stoodFor(key, free);
        report(
          keyOf(node),
          `an HTTP action takes no ${quote(key)}`,
          meant === null ? 'Remove it.' : `Did you mean ${quote(meant)}?`
        );
      }
    }
  }
};

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

/** The property for which a name stands that is none; null when no one is near. */
function stoodFor(name: string, properties: readonly string[]): string | null {
  const other = AMONG_OTHERS.get(name.toLowerCase());
  return other !== undefined && properties.includes(other) ? other : suggest(name, properties);
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\s*\{\{[^{}]*\}\}\s*$/.test(value);
}
