import {asText, slipInKey} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {JsonNode, JsonType} from '../../bundle/json-types.js';
import {BUILT_INS, type BuiltIn} from '../../flow/built-ins.js';
import {isDynamicKey, plainKey} from '../../flow/template.js';
import {listOf, plural, quote, suggest, withArticle} from '../../words.js';
import {callsIn, type Call} from '../analysis/calls.js';
import {shapesIn} from '../analysis/shapes.js';
import {keyOf, type BundleContext, type BundleRule, type Report} from '../rule.js';

export const builtInParameters: BundleRule = {
  id: 'action/parameters',
  scope: 'bundle',
  severity: 'error',
  summary: 'A built-in action is given the parameters that it knows and needs.',
  why: 'The action cannot do its work without what it needs, and a misspelt parameter is one that is missing.',
  bad: '{"ActionName": "zis:common:action:LoadConfig", "Parameters": {"scop": "settings"}}',
  good: '{"ActionName": "zis:common:action:LoadConfig", "Parameters": {"scope": "settings"}}',
  source: 'ZIS built-in actions; ZIS links',
  check(bundle, report) {
    checkBuiltIns(bundle, true, report);
  }
};

export const unclearParameters: BundleRule = {
  id: 'action/link-parameters',
  scope: 'bundle',
  severity: 'warning',
  summary:
    'PatchLink and DeleteLink are given the parameters with which they are known to work, and the metadata of a link is an object.',
  why: 'Neither is documented in full. These are the forms that tools and samples use.',
  bad: '{"ActionName": "zis:common:action:DeleteLink", "Parameters": {"link_type": "ticket_to_issue"}}',
  good: '{"ActionName": "zis:common:action:DeleteLink", "Parameters": {"link_type": "ticket_to_issue", "left_object_name": "zen:ticket:1", "right_object_name": "jira:issue:2"}}',
  source: 'ZIS links (a link is named by its type and its two names); practice',
  check(bundle, report) {
    checkBuiltIns(bundle, false, report);
  }
};

function checkBuiltIns(bundle: BundleContext, documented: boolean, report: Report): void {
  const shapes = shapesIn(bundle);
  for (const call of callsIn(bundle)) {
    const builtIn = BUILT_INS.get(call.text);
    if (builtIn === undefined || call.misplaced) continue;
    if (call.parameters !== null && call.parameters.type !== 'object') continue;
    const given = call.parameters?.properties ?? NONE;
    if (!documented) reportMetadata(given, builtIn, report);
    if (builtIn.documented !== documented) continue;
    const misspelt = reportUnknown(given, builtIn, (each) => shapes.isTooDeep(each), report);
    reportMissing(call, builtIn, misspelt, report);
    for (const value of given.values()) reportType(call, value, builtIn, report);
  }
}

const NONE: ReadonlyMap<string, JsonNode> = new Map();

/** Gives the needed parameters that were probably meant by unknown ones. */
function reportUnknown(
  given: ReadonlyMap<string, JsonNode>,
  {parameters}: BuiltIn,
  tooDeep: (parameter: JsonNode) => boolean,
  report: Report
): Set<string> {
  const misspelt = new Set<string>();
  const unknown: JsonNode[] = [];
  for (const value of given.values())
    if (!parameters.has(plainKey(value.name)) && !tooDeep(value)) unknown.push(value);
  if (unknown.length === 0) return misspelt;
  const free = [...parameters.keys()].filter((name) => !given.has(name) && !given.has(`${name}.$`));
  const missing = free.filter((name) => parameters.get(name)?.required);
  for (const value of unknown) {
    const plain = plainKey(value.name);
    const other = OTHER_NAMES.get(plain.toLowerCase());
    const meant = other !== undefined && free.includes(other) ? other : suggest(plain, free);
    if (meant !== null) misspelt.add(meant);
    const [only] = unknown.length === 1 && missing.length === 1 ? missing : [];
    // One unknown beside one that is missing is one fault, whatever their names.
    if (meant === null && only !== undefined) misspelt.add(only);
    report(
      keyOf(value),
      `this action takes no parameter ${quote(plain)}`,
      nameHint(meant, only, parameters),
      parameterSlip(value, other ?? null, free)
    );
  }
  return misspelt;
}

/** Under the name that ZIS has for it, with `.$` where the key has it. */
function parameterSlip(value: JsonNode, other: string | null, free: readonly string[]): Fix | null {
  if (other !== null && free.includes(other)) return null;
  const ending = isDynamicKey(value.name) ? '.$' : '';
  return slipInKey(
    value,
    free.map((name) => `${name}${ending}`)
  );
}

function nameHint(
  meant: string | null,
  missing: string | undefined,
  parameters: BuiltIn['parameters']
): string {
  if (meant !== null) return `Did you mean ${quote(meant)}?`;
  if (missing !== undefined) return `It needs ${quote(missing)}, which is not given.`;
  return `It takes ${listOf([...parameters.keys()], 'and')}.`;
}

/** What other tools call the same. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['expression', 'expr'],
  ['program', 'expr'],
  ['filter', 'expr'],
  ['jq', 'expr'],
  ['json', 'data'],
  ['input', 'data'],
  ['type', 'link_type'],
  ['linktype', 'link_type'],
  ['left', 'left_object'],
  ['right', 'right_object'],
  ['limit', 'page_size']
]);

function reportMissing(call: Call, builtIn: BuiltIn, misspelt: ReadonlySet<string>, report: Report): void {
  const given = call.parameters?.properties ?? NONE;
  const has = (name: string): boolean => given.has(name) || given.has(`${name}.$`) || misspelt.has(name);
  const at = call.parameters === null ? call.node : keyOf(call.parameters);
  const missing: string[] = [];
  for (const [name, {required}] of builtIn.parameters) if (required && !has(name)) missing.push(name);
  const where = call.parameters === null ? 'Give the state "Parameters" with' : 'Add';
  if (missing.length > 0) {
    const what = plural(missing.length, 'parameter');
    const names = listOf(missing, 'and');
    report(at, `${call.text} needs the ${what} ${names}`, `${where} ${names}; the key of a path ends in .$`);
  }
  for (const group of builtIn.oneOf) {
    if (group.some(has)) continue;
    report(
      at,
      `${call.text} needs at least one of the parameters ${listOf(group)}`,
      `${where} one of them, or its form with .$ for a path.`
    );
  }
}

function reportType({text}: Call, value: JsonNode, {parameters}: BuiltIn, report: Report): void {
  const key = value.name;
  const wanted = parameters.get(key);
  if (wanted === undefined || isDynamicKey(key)) return;
  if (wanted.type !== null && wanted.type !== value.type) {
    report(
      value,
      `the parameter ${quote(key)} must be ${withArticle(wanted.type)}, not ${withArticle(value.type)}`,
      typeHint(key, wanted.type, value),
      wanted.type === 'string' ? asText(value) : null
    );
    return;
  }
  if (wanted.required && typeof value.value === 'string' && value.value.trim() === '') {
    report(
      value,
      `the parameter ${quote(key)} is blank`,
      `Give it a value, or a path under ${quote(`${key}.$`)}.`
    );
  }
  if (key === 'page_size' && !isPageSize(value.value)) {
    report(
      value,
      'the parameter "page_size" must be a whole number from 1 to 100',
      'Without it a page has 20 links.'
    );
  }
  // PatchLink finds its link by the names beside the objects.
  if (text === CREATE_LINK && wanted.type === 'object' && !named(value)) {
    report(
      keyOf(value),
      `the object ${quote(key)} needs a "name"`,
      'It is the name by which the link is found.'
    );
  }
}

const CREATE_LINK = 'zis:common:action:CreateLink';

function typeHint(key: string, wanted: JsonType, {value}: JsonNode): string {
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Write ${quote(String(value))}.`;
  }
  if (wanted === 'number' && typeof value === 'string' && /^\d+$/.test(value))
    return `Write ${value}, without quotes.`;
  return `A path to ${withArticle(wanted)} stands under ${quote(`${key}.$`)}.`;
}

/** The metadata of the objects that a link joins. */
function reportMetadata(given: ReadonlyMap<string, JsonNode>, {parameters}: BuiltIn, report: Report): void {
  for (const key of ['left_object', 'right_object']) {
    const metadata = parameters.has(key) ? given.get(key)?.properties.get('metadata') : undefined;
    if (metadata === undefined || metadata.type === 'object') continue;
    report(
      metadata,
      `the metadata of ${quote(key)} is ${withArticle(metadata.type)}, and not an object`,
      'Write {"some_name": …}, or give a path under "metadata.$".'
    );
  }
}

function isPageSize(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100;
}

function named({properties}: JsonNode): boolean {
  const name = properties.get('name');
  return properties.has('name.$') || (typeof name?.value === 'string' && name.value.trim() !== '');
}
