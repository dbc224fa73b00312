import type {JsonNode} from '../bundle/json-types.js';
import {parsePath, type PathSegment} from '../flow/path.js';
import type {Flow} from '../flow/states.js';
import {didYouMean, quote} from '../words.js';
import {itemsOf, membersOf, numberOf, textOf, wordOf} from './fields.js';
import {checkMatchers} from './matchers.js';
import type {KnownActions} from './mocks.js';
import type {Problems} from './problem.js';

/** A path into a document with what is expected there. */
export interface ExpectedPath {
  /** As written, `$.input.id`. */
  readonly text: string;
  readonly segments: readonly PathSegment[];
  readonly expected: JsonNode;
}

export interface ExpectedCalls {
  /** The listed calls; null when none are listed. */
  readonly list: JsonNode | null;
  /** Whether other calls may stand between the listed ones. */
  readonly isSubset: boolean;
  /** How often each of these actions is called. */
  readonly counts: readonly JsonNode[];
}

/** What a case expects of its run; what it does not mention is null or empty. */
export interface Expectations {
  /** Whether anything is expected at all. */
  readonly isEmpty: boolean;
  /** By `status`, `state`, `message`. */
  readonly end: JsonNode['properties'] | null;
  /** The whole of `error`, and by `state`, `Error`, `Cause`. */
  readonly error: {readonly node: JsonNode; readonly parts: JsonNode['properties']} | null;
  readonly passes: JsonNode | null;
  readonly path: JsonNode | null;
  readonly calls: ExpectedCalls | null;
  readonly document: readonly ExpectedPath[];
  readonly output: JsonNode | null;
  readonly at: readonly {readonly state: JsonNode; readonly paths: readonly ExpectedPath[]}[];
  readonly slept: JsonNode | null;
  readonly covers: {readonly node: JsonNode; readonly share: number} | null;
  readonly snapshot: JsonNode | null;
}

export const EXPECTATIONS = [
  'end',
  'error',
  'passes',
  'path',
  'calls',
  'document',
  'output',
  'at',
  'slept',
  'covers',
  'snapshot'
] as const;

/** The flow that is tested, as far as expectations can name parts of it. */
export interface KnownNames extends KnownActions {
  readonly flow: Flow;
}

export const NOTHING_EXPECTED: Expectations = {
  isEmpty: true,
  end: null,
  error: null,
  passes: null,
  path: null,
  calls: null,
  document: [],
  output: null,
  at: [],
  slept: null,
  covers: null,
  snapshot: null
};

/** Reads `expect` of a case. */
export function readExpectations(node: JsonNode, names: KnownNames, problems: Problems): Expectations {
  return new Reader(names, problems).read(node);
}

class Reader {
  private readonly outer: readonly string[];
  private readonly all: readonly string[];

  constructor(
    private readonly names: KnownNames,
    private readonly problems: Problems
  ) {
    this.outer = [...names.flow.definition.states.keys()];
    this.all = [...new Set(names.flow.scopes.flatMap(({states}) => [...states.keys()]))];
  }

  read(node: JsonNode): Expectations {
    const members = membersOf(node, 'expect', EXPECTATIONS, this.problems);
    if (members === null) return NOTHING_EXPECTED;
    const part = <T>(name: (typeof EXPECTATIONS)[number], read: (node: JsonNode) => T, otherwise: T): T => {
      const member = members.get(name);
      return member === undefined ? otherwise : read.call(this, member);
    };
    return {
      isEmpty: members.size === 0,
      end: part('end', (end) => this.end(end), null),
      error: part('error', (error) => this.error(error), null),
      passes: part('passes', (passes) => this.states(passes, this.all, 'passes'), null),
      path: part('path', (path) => this.states(path, this.outer, 'path'), null),
      calls: part('calls', (calls) => this.calls(calls), null),
      document: part('document', (document) => this.paths(document, 'document'), []),
      output: part('output', (output) => this.matcher(output), null),
      at: part('at', (at) => this.at(at), []),
      slept: part('slept', (slept) => this.slept(slept), null),
      covers: part('covers', (covers) => this.covers(covers), null),
      snapshot: part('snapshot', (snapshot) => this.snapshot(snapshot), null)
    };
  }

  private end(node: JsonNode): JsonNode['properties'] | null {
    const members = membersOf(node, 'end', ['status', 'state', 'message'], this.problems);
    const [status, state, message] = ['status', 'state', 'message'].map((name) => members?.get(name));
    if (status !== undefined) wordOf(status, 'status', ['succeeded', 'failed'], this.problems);
    if (state !== undefined) this.state(state, this.outer);
    if (message !== undefined) checkMatchers(message, this.problems);
    return members;
  }

  private error(node: JsonNode): Expectations['error'] {
    const parts = membersOf(node, 'error', ['state', 'Error', 'Cause'], this.problems);
    const state = parts?.get('state');
    if (state !== undefined) this.state(state, this.outer);
    for (const name of ['Error', 'Cause']) {
      const part = parts?.get(name);
      if (part !== undefined) checkMatchers(part, this.problems);
    }
    return parts === null ? null : {node, parts};
  }

  private states(node: JsonNode, known: readonly string[], what: string): JsonNode {
    for (const item of itemsOf(node, what, this.problems)) this.state(item, known);
    return node;
  }

  private state(node: JsonNode, known: readonly string[]): void {
    const name = textOf(node, 'the name of a state', this.problems);
    if (name === null || known.includes(name)) return;
    const hint =
      known === this.outer && this.all.includes(name)
        ? 'It is in the Iterator of a Map, and here only states of the outermost scope are named.'
        : didYouMean(name, known);
    this.problems.error(node, `the flow has no state ${quote(name)}`, hint);
  }

  private calls(node: JsonNode): ExpectedCalls | null {
    if (node.type === 'array') return {list: this.callList(node), isSubset: false, counts: []};
    const members = membersOf(node, 'calls', ['order', 'list', 'count'], this.problems);
    if (members === null) return null;
    const [order, list, count] = [members.get('order'), members.get('list'), members.get('count')];
    if (order !== undefined) wordOf(order, 'order', ['subset'], this.problems);
    if ((order === undefined) !== (list === undefined))
      this.problems.error(
        node,
        'order and list go together',
        'All calls in order are written as a plain list.'
      );
    if (list === undefined && count === undefined)
      this.problems.error(node, 'calls says neither list nor count', '');
    return {
      list: list === undefined ? null : this.callList(list),
      isSubset: true,
      counts: count === undefined ? [] : this.counts(count)
    };
  }

  private callList(node: JsonNode): JsonNode {
    for (const call of itemsOf(node, 'calls', this.problems)) {
      const members = membersOf(call, 'a call', ['action', 'parameters', 'request'], this.problems);
      const [action, parameters] = [members?.get('action'), members?.get('parameters')];
      const request = members?.get('request');
      if (action !== undefined) this.action(action);
      if (parameters !== undefined) checkMatchers(parameters, this.problems);
      if (request === undefined) continue;
      const parts = membersOf(request, 'request', ['method', 'url', 'headers', 'body'], this.problems);
      for (const part of parts?.nodes ?? []) checkMatchers(part, this.problems);
    }
    return node;
  }

  private counts(node: JsonNode): readonly JsonNode[] {
    const members = membersOf(node, 'count', null, this.problems)?.nodes ?? [];
    for (const member of members) {
      this.action(member, member.name);
      numberOf(member, 'a count', {least: 0, most: Infinity, whole: true}, this.problems);
    }
    return members;
  }

  private action(node: JsonNode, named?: string): void {
    const name = named ?? textOf(node, 'action', this.problems);
    const known = [...this.names.custom, ...this.names.builtIn];
    if (name === null || known.includes(name)) return;
    const at = named === undefined ? node : (node.key ?? node);
    this.problems.error(at, `the bundle has no action ${quote(name)}`, didYouMean(name, known));
  }

  private paths(node: JsonNode, what: string): ExpectedPath[] {
    const paths: ExpectedPath[] = [];
    for (const expected of membersOf(node, what, null, this.problems)?.nodes ?? []) {
      const text = expected.name;
      const at = expected.key ?? expected;
      checkMatchers(expected, this.problems);
      if (!text.startsWith('$')) {
        this.problems.error(at, `${quote(text)} is no path`, `Paths begin with $, such as "$.${text}".`);
        continue;
      }
      const {segments, fault} = parsePath(text);
      if (fault === null) paths.push({text, segments, expected});
      else this.problems.error(at, `${quote(text)} cannot be read: ${fault.message}`, fault.hint);
    }
    return paths;
  }

  private at(node: JsonNode): Expectations['at'] {
    const members = membersOf(node, 'at', null, this.problems)?.nodes ?? [];
    for (const {name, key, start, end} of members) {
      if (!this.all.includes(name))
        this.problems.error(
          key ?? {start, end},
          `the flow has no state ${quote(name)}`,
          didYouMean(name, this.all)
        );
    }
    return members.map((state) => ({state, paths: this.paths(state, 'what is expected at a state')}));
  }

  private matcher(node: JsonNode): JsonNode {
    checkMatchers(node, this.problems);
    return node;
  }

  private slept(node: JsonNode): JsonNode {
    if (node.type === 'object') checkMatchers(node, this.problems);
    else numberOf(node, 'slept', {least: 0, most: Infinity, whole: false}, this.problems);
    return node;
  }

  private covers(node: JsonNode): Expectations['covers'] {
    const share = numberOf(node, 'covers', {least: 0, most: 1, whole: false}, this.problems);
    return share === null ? null : {node, share};
  }

  private snapshot(node: JsonNode): JsonNode | null {
    if (node.value === true) return node;
    if (node.value !== false) this.problems.error(node, 'snapshot is true or false', '');
    return null;
  }
}
