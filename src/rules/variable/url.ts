import {canBeParsed, withStandIns} from '../analysis/http-address.js';
import {httpActionsIn, targetOf} from '../analysis/http-definition.js';
import type {BundleRule} from '../rule.js';
import {textOf} from '../../flow/template.js';

export const url: BundleRule = {
  id: 'variable/url',
  scope: 'bundle',
  severity: 'error',
  summary: 'With its variables filled in, a url or path is still one.',
  why: 'A space, a quote or a second host in a value makes the request of every flow run go wrong, in the account whose values they are.',
  bad: '{"url": "https://{{host}}/orders"}, with `host=api example.com`',
  good: '{"url": "https://{{host}}/orders"}, with `host=api.example.com`',
  source: 'RFC 3986; WHATWG URL Standard',
  check(bundle, report) {
    for (const {definition} of httpActionsIn(bundle)) {
      const node = targetOf(definition);
      if (typeof node?.value !== 'string' || node.filling === undefined) continue;
      const key = node.name;
      if (key.endsWith('.$') || isSound(textOf(node))) continue;
      report(node, `with its variables filled in, this ${key} cannot be read`, HINT);
    }
  }
};

/** What does not begin like an address is for http/absolute-url and http/relative-path. */
function isSound(text: string): boolean {
  if (FORBIDDEN.test(withStandIns(text, ''))) return false;
  return !/^https?:\/\/[^/?#]/i.test(text) || canBeParsed(text);
}

/** Characters that no address holds unencoded (RFC 3986, section 2), controls and spaces among them. */
const FORBIDDEN = /[\u0000-\u0020\u007f"<>\\^`{|}]/;

const HINT = 'Check the values: an address has no spaces, quotes or braces.';
