import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject, own, setOwn} from '../bundle/objects.js';
import {parsePath, type ReferencePath, type PathSegment} from '../flow/path.js';
import {MAX_DEPTH} from './limits.js';
import type {Points} from './points.js';

/** The member or element at a step; undefined when there is none. */
export function memberAt(value: JsonValue, step: PathSegment): JsonValue | undefined {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  return isObject(value) ? own(value, step) : undefined;
}

/** The data that a state, or an action, reads by paths. */
export class Data {
  constructor(
    readonly root: JsonValue,
    private readonly points: Points
  ) {}

  /** The value at a path, for who asks only whether it is there, or null; undefined when there is none. */
  probe({fault, segments}: ReferencePath): JsonValue | undefined {
    let value: JsonValue | undefined = fault === null ? this.root : undefined;
    for (const step of segments) {
      if (value === undefined) return undefined;
      value = memberAt(value, step);
    }
    return value;
  }

  /**
   * The value at a path; undefined when there is none.
   *
   * @param other what the value is to be compared with
   */
  find(path: ReferencePath, node: JsonNode, other?: JsonValue): JsonValue | undefined {
    const value = this.probe(path);
    if (value === undefined || !this.points.hasUnnamed) return value;
    const parent = this.probe({...path, segments: path.segments.slice(0, -1)});
    const isName = path.segments.at(-1) === 'Error' && isObject(parent) && this.points.isUnnamed(parent);
    if (isName && typeof value === 'string') this.points.readName(value, node, other);
    else this.points.readWhole(value, node);
    return value;
  }

  /** @throws StateFailure when there is no value at the path */
  read(path: ReferencePath, text: string, node: JsonNode): JsonValue {
    const value = this.find(path, node);
    if (value === undefined) throw this.points.failure(node, `JSON path not found: ${text}`);
    return value;
  }
}

/**
 * A document with a result at a ResultPath. What is not on the way to it is shared with the document before.
 *
 * @param resultPath undefined where the state has none: the result takes the place of the document
 * @throws StateFailure when the result cannot be put there
 */
export function placeResult(
  document: JsonValue,
  resultPath: JsonNode | undefined,
  result: JsonValue,
  points: Points
): JsonValue {
  if (resultPath === undefined) return result;
  if (resultPath.value === null) {
    if (points.answer('result.null-path', resultPath) === 'discard') return document;
    throw cannotPlace(resultPath, points, 'ResultPath is null');
  }
  const text = typeof resultPath.value === 'string' ? resultPath.value : '';
  const path = text.startsWith('$') ? parsePath(text) : null;
  if (path?.fault !== null) throw cannotPlace(resultPath, points, 'ResultPath is no reference path');
  if (path.segments.length > MAX_DEPTH) throw cannotPlace(resultPath, points, 'the path is too long');
  return place(document, path.segments, 0, {result, resultPath, points});
}

interface Placing {
  readonly result: JsonValue;
  readonly resultPath: JsonNode;
  readonly points: Points;
}

function place(parent: JsonValue, segments: readonly PathSegment[], at: number, placing: Placing): JsonValue {
  const step = segments[at];
  if (step === undefined) return placing.result;
  const {points, resultPath} = placing;
  if (typeof step === 'number') {
    if (!Array.isArray(parent) || step >= parent.length) {
      throw cannotPlace(resultPath, points, `there is no element ${step} to put the result at`);
    }
    return parent.with(step, place(parent[step] ?? null, segments, at + 1, placing));
  }
  if (!isObject(parent) && points.answer('result.scalar-parent', resultPath) === 'error') {
    throw cannotPlace(resultPath, points, `there is no object to put ${step} into`);
  }
  const copy: JsonObject = isObject(parent) ? {...parent} : {};
  if (isObject(parent) && step !== 'Error' && points.isUnnamed(parent)) points.markUnnamed(copy);
  const member = own(copy, step);
  setOwn(copy, step, place(member === undefined ? {} : member, segments, at + 1, placing));
  return copy;
}

function cannotPlace(node: JsonNode, points: Points, why: string): Error {
  const cause = `the result cannot be put at ${JSON.stringify(node.value)}: ${why}`;
  return points.failure(node, cause, 'States.ResultPathMatchFailure');
}
