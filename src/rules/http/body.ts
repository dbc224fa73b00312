import {keyOf, type BundleRule} from '../rule.js';
import {withArticle} from '../../words.js';
import {textOf} from '../../flow/template.js';
import {httpActionsIn} from '../analysis/http-definition.js';

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

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\s*\{\{[^{}]*\}\}\s*$/.test(value);
}
