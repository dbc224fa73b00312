import type {Resource} from '../../bundle/model.js';
import {quote} from '../../words.js';
import {nameNode, RESOURCE_WORDS} from '../analysis/resources.js';
import type {BundleRule} from '../rule.js';

export const duplicateName: BundleRule = {
  id: 'resource/duplicate-name',
  scope: 'bundle',
  severity: 'error',
  summary: 'No two resources of one type have the same name.',
  why: 'Flows, actions and job specs are called by `properties.name`, not by their key in `resources`. The registry refuses two of one name with "Bundle contains duplicated resources".',
  bad: '{"a": {"type": "ZIS::Flow", "properties": {"name": "main", "…": "…"}}, "b": {"type": "ZIS::Flow", "properties": {"name": "main", "…": "…"}}}',
  good: '{"a": {"type": "ZIS::Flow", "properties": {"name": "main", "…": "…"}}, "b": {"type": "ZIS::Flow", "properties": {"name": "retry", "…": "…"}}}',
  source: 'Fixing common ZIS errors, "Bundle contains duplicated resources"',
  check({resources, file}, report) {
    const first = new Map<string, Resource>();
    for (const resource of resources) {
      const id = `${resource.type} ${resource.name}`;
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, resource);
        continue;
      }
      const {line} = file.lines.position(nameNode(earlier).start);
      report(
        nameNode(resource),
        `another ${RESOURCE_WORDS[resource.type]} of this bundle is named ${quote(resource.name)}, on line ${line}`,
        'Give one of them another name: the registry would refuse them with "Bundle contains duplicated resources".'
      );
    }
  }
};
