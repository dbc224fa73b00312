import type {JsonNode, Span} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {parsePath, parseTemplate, rootOf, type ReferencePath, type Template} from '../../flow/path.js';
import type {State} from '../../flow/states.js';
import {isDynamicKey, isPathText, plainKey, textOf} from '../../flow/template.js';
import {flowsIn} from './flows.js';
import {perBundle} from './memo.js';
import {shapesIn, type Shapes} from './shapes.js';
import {spanWithin} from './spans.js';

/**
 * How ZIS reads a string:
 * - `path`: as a reference path and nothing else (`ItemsPath`, `Variable`, `ResultPath`, …)
 * - `dynamic`: under a key that ends in `.$`, as a path or as a text with placeholders
 * - `message`: in Succeed and Fail, as either of them, whatever its key is
 * - `text`: in an HTTP action, as a text with placeholders
 * - `literal`: as it stands
 */
export type Reading = 'path' | 'dynamic' | 'message' | 'text' | 'literal';

/** A value of a flow or of an action that ZIS reads, or that looks as if it were to. */
export interface ValueSite {
  readonly node: JsonNode;
  readonly reading: Reading;
  /** The state that reads it; null in an action. */
  readonly state: State | null;
  readonly resource: Resource;
  /** Whether the text is a jq program: then only its placeholders are ZIS's. */
  readonly jq: boolean;
  /** Whether the path is one that is written to, as ResultPath is. */
  readonly writes: boolean;
  /** The whole value as a path; null when it is none. */
  readonly path: ReferencePath | null;
  /** null when the value is a path, or no text. */
  readonly template: Template | null;
}

/** A path that is read from the data. */
export interface PathRead {
  readonly path: ReferencePath;
  /** The name at which the path enters the data; null for all of it. */
  readonly root: string | null;
  /** As written: `$.input.ticket_event`. */
  readonly text: string;
  readonly site: ValueSite;
  /** Where the path begins in the site's text; null when it is the whole of it. */
  readonly offset: number | null;
}

export interface Values {
  readonly sites: readonly ValueSite[];
  /** The sites of each state, and of each action's resource. */
  readonly of: ReadonlyMap<State | Resource, readonly ValueSite[]>;
}

/** The paths and texts of a bundle's flows and actions. Literals are among them only where they hold `$` or `{{`. */
export const valuesIn = perBundle((bundle): Values => {
  const values = {sites: [] as ValueSite[], of: new Map<State | Resource, ValueSite[]>()};
  const shapes = shapesIn(bundle);
  for (const {resource, scopes} of flowsIn(bundle)) {
    for (const {ordered} of scopes) {
      for (const state of ordered) new Collector(values, resource, state).stateValues(state, shapes);
    }
  }
  for (const resource of bundle.resources) {
    if (resource.type === 'ZIS::Action::Http') new Collector(values, resource, null).action();
  }
  return values;
});

/** Adds the paths that values read. A path with a fault counts as far as it could be read. */
export function collectReads(sites: readonly ValueSite[], reads: PathRead[]): void {
  for (const site of sites) {
    const {node, path, template, reading} = site;
    if (reading === 'literal' || site.writes) continue;
    if (path !== null) {
      if (reading !== 'text') reads.push({path, root: rootOf(path), text: textOf(node), site, offset: null});
      continue;
    }
    if (template === null) continue;
    for (const {inner, innerStart, path: read} of template.placeholders) {
      if (read !== null) reads.push({path: read, root: rootOf(read), text: inner, site, offset: innerStart});
    }
  }
}

/** The place of a path that is read. */
export function placeOfRead({site, offset, text}: PathRead): Span {
  return offset === null ? site.node : spanWithin(site.node, offset, offset + text.length);
}

const MESSAGE_KEYS = new Map([
  ['Succeed', ['Message']],
  ['Fail', ['Error', 'Cause']]
]);
const PATH_KEYS = new Map([
  ['Map', ['ItemsPath']],
  ['Wait', ['SecondsPath']]
]);

interface Collected {
  readonly sites: ValueSite[];
  readonly of: Map<State | Resource, ValueSite[]>;
}

/** Collects the values of one state, or of one action. */
class Collector {
  private readonly own: ValueSite[] = [];

  constructor(
    private readonly values: Collected,
    private readonly resource: Resource,
    private readonly state: State | null
  ) {
    values.of.set(state ?? resource, this.own);
  }

  stateValues({node, type}: State, shapes: Shapes): void {
    const get = (property: string): JsonNode | undefined => shapes.get(node, property);
    this.add(get('ResultPath'), 'path', 'writes');
    for (const catcher of get('Catch')?.items ?? []) {
      this.add(shapes.get(catcher, 'ResultPath'), 'path', 'writes');
    }
    for (const key of PATH_KEYS.get(type) ?? []) this.add(get(key), 'path');
    for (const key of MESSAGE_KEYS.get(type) ?? []) this.add(get(key), 'message');
    if (type === 'Choice') for (const rule of get('Choices')?.items ?? []) this.choiceRule(rule);
    if (type === 'Action') this.parameters(get('Parameters'), get('ActionName')?.value === JQ_ACTION);
    if (type === 'Pass') this.tree(get('Result'), 'literal');
  }

  private parameters(node: JsonNode | undefined, jq: boolean): void {
    for (const value of node?.properties.nodes ?? []) {
      const key = value.name;
      if (jq && plainKey(key) === 'expr') {
        this.add(value, isDynamicKey(key) ? 'dynamic' : 'literal', 'jq');
      } else {
        this.property(key, value, 'literal');
      }
    }
  }

  private choiceRule(rule: JsonNode): void {
    for (const value of rule.properties.nodes) {
      const key = value.name;
      if (key === 'Variable' || key.endsWith('EqualsPath') || key.endsWith('ThanPath'))
        this.add(value, 'path');
      else if (key === 'Not') this.choiceRule(value);
      else if (key === 'And' || key === 'Or') for (const nested of value.items) this.choiceRule(nested);
    }
  }

  action(): void {
    const definition = this.resource.properties.properties.get('definition');
    for (const value of definition?.properties.nodes ?? []) {
      const key = value.name;
      const plain = plainKey(key);
      if (plain === 'url' || plain === 'path') this.add(value, isDynamicKey(key) ? 'dynamic' : 'text');
      else if (plain === 'requestBody') this.property(key, value, 'text');
      else if (plain === 'headers' || plain === 'queryParams' || plain === 'query') this.fields(value);
    }
  }

  /** The values of headers or query parameters: of their other properties none is looked up. */
  private fields(list: JsonNode): void {
    for (const {properties} of list.items) {
      for (const member of properties.nodes) {
        if (plainKey(member.name) === 'value') this.property(member.name, member, 'text');
      }
    }
    for (const member of list.properties.nodes) this.property(member.name, member, 'text');
  }

  private tree(node: JsonNode | undefined, reading: 'literal' | 'text'): void {
    if (node === undefined) return;
    if (node.type === 'string') this.add(node, reading);
    for (const item of node.items) this.tree(item, reading);
    for (const value of node.properties.nodes) this.property(value.name, value, reading);
  }

  private property(key: string, value: JsonNode, reading: 'literal' | 'text'): void {
    if (isDynamicKey(key)) this.add(value, 'dynamic');
    else this.tree(value, reading);
  }

  private add(node: JsonNode | undefined, reading: Reading, as: 'jq' | 'writes' | null = null): void {
    if (node === undefined) return;
    const text = textOf(node);
    const hasBraces = text.includes('{{');
    const isRead = reading === 'path' || reading === 'dynamic';
    if (!hasBraces && !isRead && !text.includes('$') && !text.startsWith('input.')) return;
    const jq = as === 'jq';
    const isPath = isPathText(text) && !(jq && reading === 'literal');
    const {resource, state} = this;
    const site: ValueSite = {
      node,
      reading,
      state,
      resource,
      jq,
      writes: as === 'writes',
      path: isPath ? parsePath(text) : null,
      template: isPath || node.type !== 'string' ? null : parseTemplate(text)
    };
    this.values.sites.push(site);
    this.own.push(site);
  }
}
