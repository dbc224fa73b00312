import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {isForZendesk} from '../../bundle/variables.js';
import {rootOf} from '../../flow/path.js';
import {textOf} from '../../flow/template.js';
import type {BundleContext} from '../rule.js';
import {actionsIn} from './calls.js';
import {leftoverIn} from './http-address.js';
import {DEFINITION_PROPERTIES, TARGETS} from './http-definition.js';
import {perBundle} from './memo.js';
import {collectReads, valuesIn, type PathRead, type ValueSite} from './values.js';

/** What the definition of a custom action reads from its parameters. */
export interface NamesRead {
  readonly names: readonly string[];
  /** Names of paths that stand where ZIS does not look them up, as path/literal says. */
  readonly literal: readonly string[];
  /** Whether the action also reads `$` as a whole. */
  readonly whole: boolean;
  /** Whether a part of it could not be read, and has been reported: it may read more names. */
  readonly unsure: boolean;
  readonly reads: readonly PathRead[];
}

export function namesReadBy(bundle: BundleContext, action: Resource): NamesRead {
  return readNames(bundle).get(action) ?? UNKNOWN;
}

const UNKNOWN: NamesRead = {names: [], literal: [], whole: true, unsure: true, reads: []};

const readNames = perBundle((bundle): Map<Resource, NamesRead> => {
  const read = new Map<Resource, NamesRead>();
  const {of} = valuesIn(bundle);
  for (const action of actionsIn(bundle).values()) {
    const sites = of.get(action) ?? [];
    const reads: PathRead[] = [];
    collectReads(sites, reads);
    const names = new Set<string>();
    let whole = false;
    for (const {root} of reads) {
      if (root === null) whole = true;
      else names.add(root);
    }
    const literal: string[] = [];
    for (const {path, reading} of sites) {
      const root = path === null || reading !== 'text' ? null : rootOf(path);
      if (root !== null) literal.push(root);
    }
    const unsure = isUnsure(action.properties.properties.get('definition')) || sites.some(isBroken);
    read.set(action, {names: [...names], literal, whole, unsure, reads});
  }
  return read;
});

/**
 * An unknown property may be a misspelt one, headers that are a text hold nothing that can be read, and `{id}` in an
 * address may be what reads the parameter.
 */
function isUnsure(definition: JsonNode | undefined): boolean {
  for (const node of definition?.properties.nodes ?? []) {
    const {name, type} = node;
    if (TARGETS.includes(name) && leftoverIn(textOf(node)) !== null) return true;
    if (FIELDS.has(name)) {
      if (type !== 'array' && type !== 'object') return true;
    } else if (!KNOWN.has(name)) return true;
  }
  return false;
}

const FIELDS: ReadonlySet<string> = new Set(['headers', 'queryParams', 'query']);
const KNOWN: ReadonlySet<string> = new Set(DEFINITION_PROPERTIES);

/** Whether what was to be a path or a placeholder is none. */
function isBroken({reading, path, template}: ValueSite): boolean {
  if (path !== null) return false;
  let finds = false;
  for (const placeholder of template?.placeholders ?? []) {
    if (placeholder.path !== null) finds = true;
    else if (!isForZendesk(placeholder.inner)) return true;
  }
  return (template?.faults.length ?? 0) > 0 || (reading === 'dynamic' && !finds);
}
