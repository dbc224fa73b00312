import type {Mutant} from './mutant.js';
import {request} from './places.js';

export const HTTP_MUTANTS: readonly Mutant[] = [
  {
    name: 'an unknown method',
    rule: 'http/method',
    edit: {set: `${request('find_stock')}/method`, to: 'FETCH'}
  },
  {
    name: 'a method in lower case',
    rule: 'http/unusual-method',
    edit: {set: `${request('find_stock')}/method`, to: 'get'}
  },
  {
    name: 'neither url nor path',
    rule: 'http/target',
    edit: {remove: `${request('find_stock')}/url`}
  },
  {
    name: 'both url and path',
    rule: 'http/target',
    edit: {set: `${request('find_stock')}/path`, to: '/v2/stock'}
  },
  {
    name: 'an absolute URL as path',
    rule: 'http/relative-path',
    edit: {
      set: `${request('add_note')}/path`,
      to: 'https://acme.zendesk.com/api/v2/tickets/{{$.ticket_id}}.json'
    }
  },
  {
    name: 'a path without a slash',
    rule: 'http/relative-path',
    edit: {set: `${request('add_note')}/path`, to: 'api/v2/tickets/{{$.ticket_id}}.json'}
  },
  {
    name: 'a url without a scheme',
    rule: 'http/absolute-url',
    edit: {set: `${request('create_order')}/url`, to: 'api.warehouse.example/v2/orders'}
  },
  {
    name: 'a header without a value',
    rule: 'http/fields',
    edit: {remove: `${request('find_stock')}/headers/0/value`}
  },
  {
    name: 'a header whose value is a number',
    rule: 'http/field-form',
    edit: {set: `${request('find_stock')}/headers/0/value`, to: 5}
  },
  {
    name: 'the old name of queryParams',
    rule: 'http/field-form',
    edit: {rename: `${request('find_stock')}/queryParams`, to: 'query'}
  },
  {
    name: 'a connection name with a space',
    rule: 'http/connection-name',
    edit: {set: `${request('create_order')}/connectionName`, to: 'the warehouse'}
  },
  {
    name: 'no connection for a call to Zendesk',
    rule: 'http/no-connection',
    edit: {remove: `${request('add_note')}/connectionName`},
    at: `${request('add_note')}/path`
  },
  {
    name: 'an unknown property of a request',
    rule: 'http/unknown-property',
    edit: {set: `${request('create_order')}/timeout`, to: 5}
  },
  {
    name: 'a body on GET',
    rule: 'http/body',
    edit: {set: `${request('find_stock')}/requestBody`, to: {sku: 'x'}}
  },
  {
    name: 'a header whose name is its key',
    rule: 'http/fields',
    edit: {set: `${request('find_stock')}/headers/0`, to: {Accept: 'application/json'}},
    at: `${request('find_stock')}/headers/0/Accept`
  },
  {
    name: 'the connection of the account for another host',
    rule: 'http/foreign-connection',
    edit: {set: `${request('find_stock')}/connectionName`, to: 'zendesk'}
  },
  {
    name: 'a line break in an address',
    rule: 'http/unencoded-query',
    edit: {set: `${request('find_stock')}/url`, to: 'https://api.warehouse.example/v2\n/stock'}
  },
  {
    name: 'a POST without a body',
    rule: 'http/no-body',
    edit: {set: `${request('get_comments')}/method`, to: 'POST'},
    at: `${request('get_comments')}/method`
  },
  {
    name: "a form's content type on a JSON body",
    rule: 'http/content-type',
    edit: {
      set: `${request('create_order')}/headers`,
      to: [{key: 'Content-Type', value: 'application/x-www-form-urlencoded'}]
    },
    at: `${request('create_order')}/headers/0/value`
  },
  {
    name: 'tags for many tickets in the update of one',
    rule: 'http/many-only',
    edit: {
      set: `${request('add_note')}/requestBody/ticket`,
      to: {comment: {body: '{{$.text}}'}, additional_tags: ['noted']}
    },
    at: `${request('add_note')}/requestBody/ticket/additional_tags`
  },
  {
    name: "the account's own API by its address, without a connection",
    rule: 'http/no-connection',
    edit: {
      set: request('get_comments'),
      to: {method: 'GET', url: 'https://acme.zendesk.com/api/v2/tickets/{{$.ticket_id}}/comments.json'}
    },
    at: `${request('get_comments')}/url`
  },
  {
    name: 'braces that are never closed',
    rule: 'path/placeholder',
    edit: {set: `${request('create_order')}/requestBody/reason`, to: 'Ticket {{$.ticket_id}} {{for'}
  },
  {
    name: 'a path in a text without braces',
    rule: 'path/placeholder',
    edit: {set: `${request('create_order')}/requestBody/reason`, to: 'Ticket {{$.ticket_id}}, $.ticket_id'}
  },
  {
    name: 'a header without a key',
    rule: 'http/fields',
    edit: {remove: `${request('find_stock')}/headers/0/key`}
  },
  {
    name: 'a header with an empty key',
    rule: 'http/fields',
    edit: {set: `${request('find_stock')}/headers/0/key`, to: ''}
  },
  {
    name: 'a colon in the name of a header',
    rule: 'http/fields',
    edit: {set: `${request('find_stock')}/headers/0/key`, to: 'Accept:'}
  },
  {
    name: 'a query with a list as value',
    rule: 'http/fields',
    edit: {set: `${request('find_stock')}/queryParams/1/value`, to: ['1']}
  },
  {
    name: 'an empty name of a connection',
    rule: 'http/connection-name',
    edit: {set: `${request('find_stock')}/connectionName`, to: ''}
  },
  {
    name: 'a blank in an address',
    rule: 'http/unencoded-query',
    edit: {set: `${request('find_stock')}/url`, to: 'https://api.warehouse.example/v2/ stock'}
  },
  {
    name: 'a method that HTTP has not',
    rule: 'http/method',
    edit: {set: `${request('find_stock')}/method`, to: 'READ'}
  }
];
