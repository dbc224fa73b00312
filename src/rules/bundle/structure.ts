import {slipInKey, slipInText} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {ErrorObject} from 'ajv';
import type {JsonNode, Span} from '../../bundle/json-types.js';
import validate from '../../generated/bundle-structure.cjs';
import {didYouMean, listOf, quote, withArticle} from '../../words.js';
import {beginningOf, keyOf, type StructureRule} from '../rule.js';

export const structure: StructureRule = {
  id: 'bundle/structure',
  scope: 'structure',
  severity: 'error',
  essential: true,
  summary: 'A bundle and its resources have the properties that their types ask for.',
  why: 'The API reference asks for them. What the registry says of a bundle of another shape seldom names the property.',
  bad: '{"name": "support", "zis_template_version": "2019-10-14", "resources": {"start": {"type": "ZIS::Flw"}}}',
  good: '{"name": "support", "zis_template_version": "2019-10-14", "resources": {"start": {"type": "ZIS::Flow", "properties": {"…": "…"}}}}',
  source: 'Bundles API reference, JSON format; the schema is schema/zis-bundle.schema.json',
  check(root, report) {
    if (validate(root.value)) return;
    if (TOP_LEVEL.every((name) => !root.properties.has(name))) {
      report(beginningOf(root), NO_BUNDLE, NO_BUNDLE_HINT);
      return;
    }
    const errors = validate.errors ?? [];
    const wrapped = wrappedProperties(root, errors);
    for (const [node, inner] of wrapped) {
      const message = `what is under ${quote(inner.name)} belongs right into ${labelOf(node)}`;
      report(keyOf(inner), message, `Move it up, and remove ${quote(inner.name)}.`);
    }
    for (const error of errors) {
      if (isWithin(root, error, wrapped)) continue;
      const fault = describe(root, error);
      if (fault !== null) report(fault.at, fault.message, fault.hint, fault.fix);
    }
  }
};

/**
 * The `properties` of resources that lack what stands one level too deep, under `properties` or `definition` in
 * them, each with that level: one mistake, and not one for each property that is missed.
 */
function wrappedProperties(root: JsonNode, errors: readonly ErrorObject[]): Map<JsonNode, JsonNode> {
  const found = new Map<JsonNode, JsonNode>();
  for (const error of errors) {
    const node = nodeAt(root, error.instancePath);
    if (error.keyword !== 'required' || node.name !== 'properties') continue;
    const {missingProperty} = error.params as {missingProperty: string};
    const inner = WRAPPERS.map((name) => node.properties.get(name)).find((each) =>
      each?.properties.has(missingProperty)
    );
    if (inner !== undefined) found.set(node, inner);
  }
  return found;
}

const WRAPPERS = ['properties', 'definition'];

function isWithin(root: JsonNode, error: ErrorObject, nodes: ReadonlyMap<JsonNode, JsonNode>): boolean {
  if (nodes.size === 0) return false;
  for (let node: JsonNode | null = nodeAt(root, error.instancePath); node !== null; node = node.parent) {
    if (nodes.has(node)) return true;
  }
  return false;
}

/** What every bundle has. An object with none of them is something else, and not four mistakes. */
const TOP_LEVEL = ['name', 'zis_template_version', 'resources'];
const NO_BUNDLE = 'this is no bundle: it has neither "name" nor "zis_template_version" nor "resources"';
const NO_BUNDLE_HINT = 'Exclude the file with a `!` pattern in the `bundles` input if it is none.';

interface Fault {
  readonly at: Span;
  readonly message: string;
  readonly hint: string;
  readonly fix?: Fix | null;
}

/** One of ajv's errors in words; null for those that only say that another one stands within. */
function describe(root: JsonNode, error: ErrorObject): Fault | null {
  const node = nodeAt(root, error.instancePath);
  const label = labelOf(node);
  const hint = (error.parentSchema as {description?: string} | undefined)?.description ?? '';
  switch (error.keyword) {
    case 'required':
      return missing(node, error);
    case 'type':
      return {at: node, message: `${label} must be ${typeWords(error)}, not ${withArticle(node.type)}`, hint};
    case 'enum': {
      const allowed = (error.params as {allowedValues: string[]}).allowedValues;
      const near = typeof node.value === 'string' ? didYouMean(node.value, allowed) : '';
      return {
        at: node,
        message: `${label} is ${valueWords(node)}, and must be ${listOf(allowed)}`,
        hint: near || hint,
        fix: slipInText(node, allowed)
      };
    }
    case 'const': {
      const allowed = (error.params as {allowedValue: string}).allowedValue;
      return {at: node, message: `${label} is ${valueWords(node)}, and must be ${quote(allowed)}`, hint};
    }
    case 'minProperties':
      return {at: keyOf(node), message: `${label} is empty`, hint};
    case 'pattern':
      return typeof node.value === 'string' && node.value.trim() === ''
        ? {at: node, message: `${label} is blank`, hint}
        : {at: node, message: `${label} is ${valueWords(node)}, which is not allowed`, hint};
    case 'if':
      return null;
    default:
      return {at: node, message: `${label} ${error.message ?? 'is not as it must be'}`, hint};
  }
}

function missing(node: JsonNode, error: ErrorObject): Fault {
  const {missingProperty} = error.params as {missingProperty: string};
  const schema = error.parentSchema as
    {properties?: Record<string, {description?: string} | undefined>} | undefined;
  const known = Object.keys(schema?.properties ?? {});
  const misspelt = node.properties.names.find(
    (key) => !known.includes(key) && didYouMean(key, [missingProperty]) !== ''
  );
  const other = misspelt === undefined ? undefined : node.properties.get(misspelt);
  return {
    at: placeOf(node, misspelt),
    message: `${labelOf(node)} has no ${quote(missingProperty)}`,
    hint:
      misspelt === undefined
        ? (schema?.properties?.[missingProperty]?.description ?? '')
        : `It has ${quote(misspelt)}: did you mean ${quote(missingProperty)}?`,
    fix: other === undefined ? null : slipInKey(other, [missingProperty])
  };
}

/** The misspelt key where there is one, else that of the object which lacks something. */
function placeOf(node: JsonNode, misspelt: string | undefined): Span {
  const key = misspelt === undefined ? null : node.properties.get(misspelt)?.key;
  return key ?? node.key ?? beginningOf(node);
}

/** The value at a JSON pointer, or the nearest one above it. */
function nodeAt(root: JsonNode, pointer: string): JsonNode {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const child = node.type === 'array' ? node.items[Number(name)] : node.properties.get(name);
    if (child === undefined) return node;
    node = child;
  }
  return node;
}

/** `the state "A"`, or `"Type" of the state "A"`, so that the message says where even without its line. */
function labelOf(node: JsonNode): string {
  const own = ownLabel(node);
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    const label = namedLabel(outer);
    if (label !== null) return namedLabel(node) ?? `${own} of ${label}`;
  }
  return namedLabel(node) ?? own;
}

function ownLabel(node: JsonNode): string {
  if (node.key !== null) return quote(node.key.name);
  return node.parent === null ? 'the bundle' : 'this entry';
}

function namedLabel({key, parent}: JsonNode): string | null {
  if (key === null) return null;
  if (parent?.name === 'resources') return `the resource ${quote(key.name)}`;
  return parent?.name === 'States' ? `the state ${quote(key.name)}` : null;
}

function typeWords(error: ErrorObject): string {
  const {type} = error.params as {type: string | string[]};
  return [type].flat().map(withArticle).join(' or ');
}

function valueWords(node: JsonNode): string {
  return typeof node.value === 'string' ? quote(node.value) : withArticle(node.type);
}
