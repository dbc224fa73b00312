import type {JsonObject, JsonValue} from '../bundle/json-types.js';
import {isObject, own, setOwn} from '../bundle/objects.js';
import type {FlowRequest, Outcome} from './ports.js';

/** Zendesk's default for LoadLinks (ZIS built-in actions). */
const PAGE_SIZE = 20;

/** More links, or scopes of configs, are not kept: a run has 250 states. */
const MAX_KEPT = 1000;

/** Of which account and integration the links are. */
export interface StoreOwner {
  readonly account_id: JsonValue;
  readonly integration: string;
}

/** What a run of a flow reads and writes beside its data: configs and links, in memory. */
export class Store {
  private readonly configs: Map<string, JsonObject>;
  private links: JsonObject[] = [];
  private created = 0;

  /** @param configs those that are there at the beginning, by scope */
  constructor(
    configs: Readonly<Record<string, JsonObject>>,
    private readonly owner: StoreOwner
  ) {
    this.configs = new Map(Object.entries(configs));
  }

  /** The outcome of a built-in action that works with the store; null for any other request. */
  answer(request: FlowRequest): Outcome | null {
    switch (request.kind) {
      case 'load-config':
        return {kind: 'config', config: this.load(request.scope)};
      case 'patch-config':
        this.patch(request.scope, request.config);
        return {kind: 'done'};
      case 'create-link':
        return {kind: 'links', links: [this.create(request.parameters)]};
      case 'load-links': {
        const size = own(request.parameters, 'page_size');
        const found = this.find(request.parameters);
        return {kind: 'links', links: found.slice(0, typeof size === 'number' ? size : PAGE_SIZE)};
      }
      case 'patch-link':
        return {kind: 'links', links: this.change(request.parameters)};
      case 'delete-link': {
        const deleted = this.find(request.parameters);
        this.links = this.links.filter((link) => !deleted.includes(link));
        return {kind: 'links', links: deleted};
      }
      default:
        return null;
    }
  }

  /** The config of a scope; of a scope with `*` in it the first that fits. */
  private load(scope: string): JsonObject | null {
    if (!scope.includes('*')) return this.configs.get(scope) ?? null;
    for (const [name, config] of this.configs) if (fits(name, scope)) return config;
    return null;
  }

  /** Changes the settings that the patch names; nested ones too (ZIS built-in actions: a partial update). */
  private patch(scope: string, config: JsonObject): void {
    const before = this.configs.get(scope);
    if (before === undefined && this.configs.size >= MAX_KEPT) return;
    this.configs.set(scope, before === undefined ? config : merged(before, config));
  }

  private create(parameters: JsonObject): JsonObject {
    this.created += 1;
    const link: JsonObject = {
      account_id: this.owner.account_id,
      integration: this.owner.integration,
      left_object: own(parameters, 'left_object') ?? null,
      link_type: own(parameters, 'link_type') ?? null,
      right_object: own(parameters, 'right_object') ?? null,
      uuid: `00000000-0000-4000-8000-${String(this.created).padStart(12, '0')}`
    };
    if (this.links.length < MAX_KEPT) this.links.push(link);
    return link;
  }

  /** The links of a type between the named objects; a name that is not given, or `*`, is any. */
  private find(parameters: JsonObject): JsonObject[] {
    const type = own(parameters, 'link_type');
    return this.links.filter(
      (link) =>
        link['link_type'] === type &&
        SIDES.every((side) => isNamed(link[side], own(parameters, `${side}_name`)))
    );
  }

  private change(parameters: JsonObject): JsonObject[] {
    const found = this.find(parameters);
    const changed = found.map((link) => {
      const copy = {...link};
      for (const side of SIDES) {
        const [before, patch] = [copy[side], own(parameters, side)];
        if (isObject(before) && isObject(patch)) copy[side] = {...before, ...patch};
      }
      return copy;
    });
    this.links = this.links.map((link) => changed[found.indexOf(link)] ?? link);
    return changed;
  }
}

const SIDES = ['left_object', 'right_object'] as const;

function isNamed(object: JsonValue | undefined, name: JsonValue | undefined): boolean {
  if (name === undefined || name === null || name === '*') return true;
  const own = isObject(object) ? object['name'] : undefined;
  return typeof own === 'string' && typeof name === 'string' && fits(own, name);
}

/** Whether a text fits a pattern in which each `*` stands for anything. Takes time in proportion to both. */
function fits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function merged(before: JsonObject, patch: JsonObject): JsonObject {
  const result = {...before};
  for (const [name, value] of Object.entries(patch)) {
    const old = own(result, name);
    setOwn(result, name, isObject(old) && isObject(value) ? merged(old, value) : value);
  }
  return result;
}
