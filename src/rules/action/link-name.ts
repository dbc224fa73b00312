import type {JsonNode} from '../../bundle/json-types.js';
import {textOf} from '../../flow/template.js';
import {counted, quote} from '../../words.js';
import {callsIn} from '../analysis/calls.js';
import type {BundleRule} from '../rule.js';

export const linkName: BundleRule = {
  id: 'action/link-name',
  scope: 'bundle',
  severity: 'warning',
  summary: 'Link types and the names of linked objects have 3 to 256 characters.',
  why: 'An earlier version of the documentation allows no others.',
  bad: '{"ActionName": "zis:common:action:LoadLinks", "Parameters": {"link_type": "ab", "left_object_name": "zen:ticket:1"}}',
  good: '{"ActionName": "zis:common:action:LoadLinks", "Parameters": {"link_type": "ticket_to_issue", "left_object_name": "zen:ticket:1"}}',
  source: 'ZIS links tutorial (an earlier version of the page)',
  check(bundle, report) {
    for (const {text, parameters} of callsIn(bundle)) {
      if (!/^zis:common:action:\w+Links?$/.test(text)) continue;
      for (const node of linkNames(parameters)) {
        const value = textOf(node);
        if (value.includes('*') || value.trim() === '' || (value.length >= 3 && value.length <= 256))
          continue;
        const count = counted(value.length, 'character');
        report(
          node,
          `${quote(value)} has ${count}, and the name of a link has 3 to 256`,
          value.length < 3 ? 'Write a longer name.' : 'Write a shorter name.'
        );
      }
    }
  }
};

function linkNames(parameters: JsonNode | null): JsonNode[] {
  const direct = ['link_type', 'left_object_name', 'right_object_name'];
  const nodes = direct.map((key) => parameters?.properties.get(key));
  for (const key of ['left_object', 'right_object']) {
    nodes.push(parameters?.properties.get(key)?.properties.get('name'));
  }
  return nodes.filter((node) => node !== undefined).filter(({type}) => type === 'string');
}
