import type {JsonNode} from '../../bundle/json-types.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {callsIn} from '../analysis/calls.js';
import type {BundleRule} from '../rule.js';

export const jqData: BundleRule = {
  id: 'action/jq-data',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The literal `data` of a jq action is a string that holds JSON.',
  why: 'jq reads JSON. In samples and in bundles in use `data` is mostly a path under `data.$`, or a string of JSON; what ZIS does with anything else is not documented.',
  bad: '{"ActionName": "zis:common:transform:Jq", "Parameters": {"expr": ".a", "data": "a: 1"}}',
  good: '{"ActionName": "zis:common:transform:Jq", "Parameters": {"expr": ".a", "data": "{\\"a\\": 1}"}}',
  source: 'ZIS action state (sample of the Jq action); practice',
  check(bundle, report) {
    for (const {text, parameters} of callsIn(bundle)) {
      const data = parameters?.properties.get('data');
      if (text !== JQ_ACTION || data === undefined || holdsPath(data)) continue;
      if (typeof data.value !== 'string') {
        report(data, 'the literal `data` of a jq action is not a string', HINT);
      } else if (!isJson(data.value)) {
        report(data, 'the literal `data` of a jq action does not hold JSON', HINT);
      }
    }
  }
};

const HINT = 'Give a path under "data.$", or a string of JSON.';

/** path/literal has the words for a path or placeholder that stands here. */
function holdsPath({value}: JsonNode): boolean {
  return typeof value === 'string' && (/^\$[.[]?/.test(value) || value.includes('{{'));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
