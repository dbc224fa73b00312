import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {lineDifference} from './difference.js';
import {shownValue, type Mismatch} from './matchers.js';
import {pathText} from './paths.js';

/** A failure as long as its places are nodes and not yet lines. */
export interface Misfit {
  readonly message: string;
  readonly hint?: string;
  readonly expected: JsonValue | undefined;
  readonly actual: JsonValue | undefined;
  readonly difference?: readonly string[];
  readonly paste?: readonly string[];
  /** In the test file. */
  readonly at: JsonNode;
  /** In the bundle; null when it is about no place there. */
  readonly bundleNode: JsonNode | null;
}

/** The mismatches of one value as failures. @param name what the value is: a path, or in words */
export function matched(
  mismatches: readonly Mismatch[],
  name: string,
  {bundleNode, where = ''}: {readonly bundleNode: JsonNode | null; readonly where?: string}
): Misfit[] {
  return mismatches.map(({path, expected, actual, wanted, isLate}) => {
    const found = actual === undefined ? 'is not there' : `is ${shownValue(actual)}`;
    const value = `${pathText(name, path)} ${found}${where === '' ? '' : ` ${where}`}`;
    return {
      message: isLate
        ? `${value}, and it took too long to find out whether it is ${wanted}`
        : `${value}, and ${wanted} was expected`,
      expected: expected.value,
      actual,
      difference: lineDifference(expected.value, actual),
      at: expected,
      bundleNode
    };
  });
}
