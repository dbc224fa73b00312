import {isObject} from '../bundle/json.js';
import type {JsonObject} from '../bundle/json-types.js';
import {decode} from '../bundle/text.js';
import {parseYaml} from '../bundle/yaml.js';
import type {EventFile} from './start.js';

export {bundleOf, testedBundle} from './bundles.js';
export {readSnapshots, snapshotPath} from './snapshots.js';
export {ReadingBudget} from './reading-budget.js';
export {MAX_TEST_FILE_BYTES, readTestFile, tooLargeTestFile, unreadableTestFile} from './test-file.js';

/** `properties.name` of the flows of a bundle, as its content has them. */
export function flowNamesOf(content: JsonObject): string[] {
  const resources = content['resources'];
  return Object.values(isObject(resources) ? resources : {}).flatMap((resource) => {
    const properties =
      isObject(resource) && resource['type'] === 'ZIS::Flow' ? resource['properties'] : undefined;
    const name = isObject(properties) ? properties['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Reads an event file, JSON or YAML; what is wrong with it is said where a case names it. */
export function readEventFile(path: string, content: Uint8Array): EventFile {
  const {text, fault} = decode(content);
  if (fault === 'utf-16' || fault === 'not-utf-8')
    return {message: `${path} is not UTF-8`, hint: 'Save it as UTF-8.'};
  const {root, faults} = parseYaml(text);
  if (root !== null) return {value: root.value};
  const [first] = faults;
  const line = text.slice(0, first?.start ?? 0).split('\n').length;
  return {message: `${path}:${line}: ${first?.message ?? 'it cannot be read'}`, hint: first?.hint ?? ''};
}
