import {newText} from '../analysis/fixes.js';
import {parseTemplate} from '../../flow/path.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {BundleRule, Report} from '../rule.js';
import {spanWithin} from '../analysis/spans.js';
import {withoutConcatenation} from '../analysis/concatenation.js';
import {addressFault, blankIn} from '../analysis/http-address.js';
import {httpActionsIn, targetOf} from '../analysis/http-definition.js';
import {isPassedSafely, isSafeName} from '../analysis/safe-passing.js';

/** How much of a placeholder stands in a message. */
const LONGEST_QUOTE = 200;

export const unencodedQuery: BundleRule = {
  id: 'http/unencoded-query',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Free text in a query string is URL-encoded, and so is a blank anywhere in an address.',
  why: 'A space, an `&` or a `#` in the value ends it, or makes another parameter of its rest. ZIS does not encode placeholders.',
  bad: '{"path": "/api/v2/search.json?query={{$.subject}}"}',
  good: '{"path": "/api/v2/search.json?query={{$.encoded_subject}}"}, where jq has made it with @uri',
  source: 'Encoding URL parameters; RFC 3986 (an address has no blanks)',
  check(bundle, report) {
    for (const {resource, definition} of httpActionsIn(bundle)) {
      const node = targetOf(definition);
      if (typeof node?.value !== 'string') continue;
      const text = node.value;
      if (withoutConcatenation(text) !== null) continue;
      reportBlank(node, text, report);
      const query = text.indexOf('?');
      if (query === -1) continue;
      for (const {start, end, inner, path} of parseTemplate(text).placeholders) {
        if (start < query || path === null) continue;
        if (isSafeName(inner) || isPassedSafely(bundle, resource, path)) continue;
        report(
          spanWithin(node, start, end),
          `the value of ${text.slice(start, Math.min(end, start + LONGEST_QUOTE))} goes into the query string as it is`,
          'Encode it before with jq: (.value | tostring | @uri).'
        );
      }
    }
  }
};

/** Those within a placeholder stand for no blank of the address. */
function withEncodedBlanks(text: string): string {
  let encoded = '';
  let done = 0;
  const encode = (part: string) => part.replace(/ /g, '%20');
  for (const {start, end, path} of parseTemplate(text).placeholders) {
    if (path === null) continue;
    encoded += encode(text.slice(done, start)) + text.slice(start, end);
    done = end;
  }
  return encoded + encode(text.slice(done));
}

function reportBlank(node: JsonNode, text: string, report: Report): void {
  const blank = node.filling === undefined ? blankIn(text) : -1;
  if (blank === -1 || text.startsWith('$') || addressFault(text, node.name) !== null) return;
  const isLineBreak = /[\r\n]/.test(text.charAt(blank));
  report(
    spanWithin(node, blank, blank + 1),
    `there is a ${isLineBreak ? 'line break' : 'blank'} in this address`,
    isLineBreak ? 'Take it out.' : 'Write "%20".',
    /[^\S ]/.test(text) ? null : newText(node, withEncodedBlanks(text))
  );
}
