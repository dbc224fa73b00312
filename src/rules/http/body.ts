import {keyOf, type BundleRule} from '../rule.js';
import {quote, withArticle} from '../../words.js';
import {textOf} from '../../flow/template.js';
import {httpActionsIn, stoodFor, targetOf} from '../analysis/http-definition.js';

export const noBody: BundleRule = {
  id: 'http/no-body',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A request by PUT, POST or PATCH to the account has a body.',
  why: 'What is to be made or changed stands in the body: without one the account changes nothing, or answers 400 or 422.',
  bad: '{"method": "PUT", "path": "/api/v2/tickets/{{$.id}}.json"}',
  good: '{"method": "PUT", "path": "/api/v2/tickets/{{$.id}}.json", "requestBody": {"ticket": {"status": "open"}}}',
  source: 'Zendesk Ticketing API, introduction; ZIS custom actions, row `requestBody`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const {properties} = definition;
      const method = properties.get('method');
      const target = targetOf(definition);
      const isOwn = target?.name === 'path' || target?.name === 'path.$';
      if (method === undefined || target === null || !isOwn) continue;
      if (!/^\/api\/v2\//.test(textOf(target))) continue;
      if (!/^(?:PUT|PATCH|POST)$/i.test(textOf(method)) || WITHOUT_BODY.test(textOf(target))) continue;
      const given =
        BODIES.some((name) => properties.has(name)) ||
        properties.names.some((name) => stoodFor(name, BODIES) !== null);
      if (given || textOf(target).includes('?')) continue;
      report(
        method,
        `this ${textOf(method).toUpperCase()} has no body`,
        'Give what is to be made or changed in "requestBody".'
      );
    }
  }
};

/** A name that stands for one of them is a misspelt one, which another rule names. */
const BODIES = ['requestBody', 'requestBody.$'];

/** Requests of the account's API that take none (Zendesk Ticketing and Help Center API, as far as they are known). */
const WITHOUT_BODY =
  /\/(?:mark_as_spam|make_private|restore|recover|resend|read|verify|request_verification|make_default|make_primary|exit|up|down|subscriptions?)(?:\.json)?$/;

export const contentType: BundleRule = {
  id: 'http/content-type',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The Content-Type of a request is that of its body.',
  why: 'ZIS sends an object as JSON. A server that is told of a form, of XML or of plain text does not read it as what it is.',
  bad: '{"headers": [{"key": "Content-Type", "value": "application/x-www-form-urlencoded"}], "requestBody": {"status": "open"}}',
  good: '{"headers": [{"key": "Content-Type", "value": "application/json"}], "requestBody": {"status": "open"}}',
  source: 'ZIS custom actions, row `requestBody`',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      if (definition.properties.get('requestBody')?.type !== 'object') continue;
      for (const header of definition.properties.get('headers')?.items ?? []) {
        const value = header.properties.get('value');
        if (textOf(header.properties.get('key')).trim().toLowerCase() !== 'content-type') continue;
        const [type = ''] = textOf(value).trim().toLowerCase().split(/[;\s]/, 1);
        if (value === undefined || !OTHER_TYPES.test(type)) continue;
        report(
          value,
          `the body is an object, which is sent as JSON, and the header says ${quote(type)}`,
          'Write "application/json", or leave the header out.'
        );
      }
    }
  }
};

/** Types of which no JSON object is one. */
const OTHER_TYPES =
  /^(?:application\/(?:x-www-form-urlencoded|xml|octet-stream|pdf|graphql)|text\/[\w.+-]{1,60}|multipart\/[\w.+-]{1,60})$/;

export const singleUpdate: BundleRule = {
  id: 'http/many-only',
  scope: 'bundle',
  severity: 'warning',
  summary: 'What only updates of many tickets know does not stand in the update of one.',
  why: '`additional_tags` and `remove_tags` count where many tickets are updated. The update of one takes no notice of them, and answers as if all were well.',
  bad: '{"method": "PUT", "path": "/api/v2/tickets/{{$.id}}.json", "requestBody": {"ticket": {"additional_tags": ["done"]}}}',
  good: '{"method": "PUT", "path": "/api/v2/tickets/update_many.json?ids={{$.id}}", "requestBody": {"ticket": {"additional_tags": ["done"]}}}',
  source: 'Tickets API, Updating Tag Lists (update many only)',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const target = targetOf(definition);
      if (target === null || !ONE_TICKET.test(textOf(target))) continue;
      const ticket = definition.properties.get('requestBody')?.properties.get('ticket');
      for (const name of ['additional_tags', 'remove_tags']) {
        const node = ticket?.properties.get(name) ?? ticket?.properties.get(`${name}.$`);
        if (node === undefined) continue;
        report(
          keyOf(node),
          `${quote(name)} counts only where many tickets are updated, and this request updates one`,
          'Send it to /api/v2/tickets/update_many.json?ids=…, or to /api/v2/tickets/…/tags.json.'
        );
      }
    }
  }
};

const ONE_TICKET = /\/api\/v2\/tickets\/(?!update_many|create_many)[^/?]{1,200}$/;

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
