import {UserError} from '../errors.js';

/** A DNS label (RFC 1123): no dot, no slash, so that it cannot turn into another host. */
const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * The base URL of the registry, without a trailing slash: `registryUrl` where one is given, else
 * `https://<subdomain>.zendesk.com`. A gateway may have it below a path. An empty text counts as not given.
 *
 * @throws UserError `invalid-inputs` when neither is given or one is not what it must be
 */
export function registryBaseUrl(inputs: {readonly subdomain: string; readonly registryUrl: string}): string {
  const {subdomain, registryUrl} = inputs;
  if (subdomain !== '' && !DNS_LABEL.test(subdomain)) {
    throw invalid(
      `subdomain is ${JSON.stringify(subdomain)}, which is not a DNS label.`,
      'Give the part before .zendesk.com only: 1 to 63 letters, digits and dashes, no dash at either end.'
    );
  }
  if (registryUrl !== '') return checkedUrl(registryUrl);
  if (subdomain === '') {
    throw invalid(
      'Neither subdomain nor registry-url is given.',
      'Set subdomain to that of your Zendesk account.'
    );
  }
  return `https://${subdomain.toLowerCase()}.zendesk.com`;
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fault = url === null ? 'is not an absolute URL' : faultOf(url, text);
  if (url !== null && fault === null) return url.origin + url.pathname.replace(/(?<!\/)\/+$/, '');
  throw invalid(
    `registry-url ${fault ?? ''}.`,
    'Give what stands before /api/services/zis, such as https://acme.zendesk.com; http is allowed for this machine only.'
  );
}

/** The text is not quoted in messages: a user may have written a password into it. */
function faultOf(url: URL, text: string): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'is neither https nor http';
  if (url.username !== '' || url.password !== '') return 'holds a user name or password';
  if (/[?#]/.test(text)) return 'holds a query or a fragment';
  if (url.pathname !== '/' && /(?:^|\.)zendesk\.com$/.test(url.hostname)) return 'holds a path';
  if (url.pathname.includes('/api/services/zis'))
    return "holds the path of the registry's API, which is added";
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return 'is http to another machine';
  return null;
}

/** The URL parser has already turned every spelling of an IPv4 address into four decimal numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function invalid(message: string, hint: string): UserError {
  return new UserError('invalid-inputs', message, hint);
}
