import {describe, expect, test} from '@jest/globals';
import {registryBaseUrl} from '../../src/registry/url.js';

const url = (registryUrl: string, subdomain = '') => registryBaseUrl({subdomain, registryUrl});
const INVALID = expect.objectContaining({reason: 'invalid-inputs'});

describe('registryBaseUrl', () => {
  test('is the account of the subdomain', () => {
    expect(url('', 'Acme-1')).toBe('https://acme-1.zendesk.com');
  });

  test('is the registry-url where one is given, without the slash', () => {
    expect(url('https://zendesk.example.com:8443/', 'acme')).toBe('https://zendesk.example.com:8443');
  });

  test('keeps the path below which a gateway has it, without the slash', () => {
    expect(url('https://gateway.example.com/zendesk/acme//')).toBe(
      'https://gateway.example.com/zendesk/acme'
    );
  });

  test.each(['http://127.0.0.1:8787', 'http://127.9.9.9', 'http://localhost:1', 'http://[::1]:8787'])(
    'takes http on this machine: %s',
    (text) => {
      expect(url(text)).toBe(text);
    }
  );

  test.each([
    'evil.com/x',
    'a.b',
    '-acme',
    'acme-',
    'a'.repeat(64),
    'acme#',
    'acme@evil',
    'äcme',
    ' acme',
    'acme\n'
  ])('refuses the subdomain %j', (subdomain) => {
    expect(() => url('', subdomain)).toThrow(INVALID);
    expect(() => url('https://acme.zendesk.com', subdomain)).toThrow(INVALID);
  });

  test.each([
    'http://acme.zendesk.com',
    'http://127.0.0.1.evil.com',
    'http://localhost.evil.com',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
    'https://user:pa55word@acme.zendesk.com',
    'https://pa55word@acme.zendesk.com',
    'https://acme.zendesk.com/api',
    'https://gateway.example.com/api/services/zis/registry/acme',
    'https://acme.zendesk.com?pa55word',
    'https://acme.zendesk.com/?',
    'https://acme.zendesk.com#',
    'acme.zendesk.com',
    'javascript:alert(1)',
    'https://'
  ])('refuses the registry-url %j and does not quote it', (text) => {
    expect(() => url(text)).toThrow(INVALID);
    expect(() => url(text)).not.toThrow(/pa55word/);
  });

  test('asks for one of the two', () => {
    expect(() => url('')).toThrow(INVALID);
  });
});
