import {stringify} from 'yaml';
import type {JsonValue} from '../bundle/json-types.js';
import type {Call} from '../flow-run/ports.js';

/** The YAML of a value in lines, as it would stand in a test file. */
export function yamlLines(value: JsonValue): string[] {
  return stringify(value, {lineWidth: 100, defaultKeyType: 'PLAIN'}).trimEnd().split('\n');
}

/**
 * A mock for a call that has none, to be put into the case.
 *
 * @param hasOthers whether the action has mocks that are for other calls
 */
export function mockToPaste({action, parameters, request}: Call, hasOthers: boolean): string[] {
  const outcome = request === null ? {result: {}} : {status: 200, body: {}};
  const mock = hasOthers ? [{when: {parameters}, ...outcome}] : outcome;
  return yamlLines({mocks: {[action]: mock as JsonValue}});
}
