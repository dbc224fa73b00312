import type {Mutant} from './mutant.js';
import {closing, request, state} from './places.js';

export const SECURITY_MUTANTS: readonly Mutant[] = [
  {
    name: 'a password as text',
    rule: 'security/credential',
    edit: {set: `${request('create_order')}/requestBody/password`, to: 'hunter2!'}
  },
  {
    name: 'an Authorization header as text',
    rule: 'security/credential',
    edit: {
      set: `${request('find_stock')}/headers/2`,
      to: {key: 'Authorization', value: 'Basic c3VwcG9ydDpodW50ZXIy'}
    },
    at: `${request('find_stock')}/headers/2/value`
  },
  {
    name: 'an access token in the address',
    rule: 'security/credential',
    edit: {
      set: `${request('create_order')}/url`,
      to: 'https://api.warehouse.example/v2/orders?access_token=0123456789abcdef'
    }
  },
  {
    name: 'a password in the address',
    rule: 'security/url-user-info',
    edit: {set: `${request('create_order')}/url`, to: 'https://acme:parts@api.warehouse.example/v2/orders'}
  },
  {
    name: 'an address that is not encrypted',
    rule: 'security/insecure-url',
    edit: {set: `${request('create_order')}/url`, to: 'http://api.warehouse.example/v2/orders'}
  },
  {
    name: 'a token in a message',
    rule: 'security/secret-in-message',
    edit: {set: `${state('Failed')}/Cause`, to: 'refused: {{$.failure.access_token}}'}
  },
  {
    name: 'the access token of a connection',
    rule: 'security/connection-token',
    edit: {set: `${state('AddNote')}/Parameters/text.$`, to: '$.connections.zendesk.access_token'}
  },
  {
    name: 'the address of a Slack webhook',
    rule: 'security/credential',
    edit: {
      set: `${request('find_stock')}/url`,
      to: 'https://hooks.slack.com/services/T01234567/B01234567/abcdefghijklmnopqrstuvwx'
    }
  },
  {
    name: 'the access token of a connection in a config',
    rule: 'security/connection-token',
    edit: {
      set: `${closing('Remember')}/Parameters/config/last_closed.$`,
      to: '$.connections.warehouse.access_token'
    }
  },
  {
    name: 'a request in clear text',
    rule: 'security/insecure-url',
    edit: {set: `${request('create_order')}/url`, to: 'http://api.warehouse.example/v2/orders'}
  }
];
