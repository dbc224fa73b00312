import type {JsonNode, JsonType} from '../../bundle/json.js';
import {keyOf, type BundleContext, type BundleRule, type Report} from '../rule.js';
import {didYouMean, listOf, quote, suggest} from '../suggest.js';
import {isDynamicKey, plainKey} from '../support/values.js';
import {BUILT_INS, type BuiltIn} from './built-ins.js';
import {callsIn, type Call} from './calls.js';

export const builtInParameters: BundleRule = {
  id: 'action/parameters',
  scope: 'bundle',
  severity: 'error',
  summary: 'A built-in action is given the parameters that it knows and needs.',
  why: 'The registry does not look at parameters. The flow fails when it comes to the state.',
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
  summary: 'PatchLink and DeleteLink are given the parameters with which they are known to work.',
  why: 'Their parameters are not documented in full. These are the ones that tools and samples use.',
  bad: '{"ActionName": "zis:common:action:DeleteLink", "Parameters": {"link_type": "ticket_to_issue"}}',
  good: '{"ActionName": "zis:common:action:DeleteLink", "Parameters": {"link_type": "ticket_to_issue", "left_object_name": "zen:ticket:1", "right_object_name": "jira:issue:2"}}',
  source: 'ZIS links (a link is named by its type and its two names); practice',
  check(bundle, report) {
    checkBuiltIns(bundle, false, report);
  }
};

function checkBuiltIns(bundle: BundleContext, documented: boolean, report: Report): void {
  for (const call of callsIn(bundle)) {
    const builtIn = BUILT_INS.get(call.text);
    if (builtIn?.documented !== documented) continue;
    if (call.parameters !== null && call.parameters.type !== 'object') continue;
    const given = call.parameters?.properties ?? NONE;
    const misspelt = reportUnknown(given, builtIn, report);
    reportMissing(call, builtIn, misspelt, report);
    for (const value of given.values()) reportType(value.name, value, builtIn, report);
  }
}

const NONE: ReadonlyMap<string, JsonNode> = new Map();

/** Gives the needed parameters that were probably meant by unknown ones. */
function reportUnknown(
  given: ReadonlyMap<string, JsonNode>,
  {parameters}: BuiltIn,
  report: Report
): Set<string> {
  const misspelt = new Set<string>();
  for (const value of given.values()) {
    const plain = plainKey(value.name);
    if (parameters.has(plain)) continue;
    const free = [...parameters.keys()].filter((name) => !given.has(name) && !given.has(`${name}.$`));
    const meant = suggest(plain, free);
    if (meant !== null) misspelt.add(meant);
    report(
      keyOf(value),
      `this action has no parameter ${quote(plain)}`,
      didYouMean(plain, free) || `It has ${listOf([...parameters.keys()], 'and')}.`
    );
  }
  return misspelt;
}

function reportMissing(call: Call, builtIn: BuiltIn, misspelt: ReadonlySet<string>, report: Report): void {
  const given = call.parameters?.properties ?? NONE;
  const has = (name: string): boolean => given.has(name) || given.has(`${name}.$`) || misspelt.has(name);
  const at = call.parameters === null ? call.node : keyOf(call.parameters);
  const missing: string[] = [];
  for (const [name, {required}] of builtIn.parameters) if (required && !has(name)) missing.push(name);
  if (missing.length > 0) report(at, `${call.text} needs the parameter ${listOf(missing, 'and')}`);
  for (const group of builtIn.oneOf) {
    if (!group.some(has)) report(at, `${call.text} needs at least one of the parameters ${listOf(group)}`);
  }
}

function reportType(key: string, value: JsonNode, {parameters}: BuiltIn, report: Report): void {
  const wanted = parameters.get(key);
  if (wanted === undefined || isDynamicKey(key)) return;
  if (wanted.type !== null && wanted.type !== value.type) {
    report(value, `the parameter ${quote(key)} must be ${article(wanted.type)}, not ${article(value.type)}`);
    return;
  }
  if (wanted.required && typeof value.value === 'string' && value.value.trim() === '') {
    report(value, `the parameter ${quote(key)} is blank`);
  }
  if (key === 'page_size' && !isPageSize(value.value)) {
    report(value, `the parameter "page_size" must be a whole number from 1 to 100`);
  }
  if (wanted.type === 'object' && key.endsWith('_object') && !named(value)) {
    report(
      keyOf(value),
      `the object ${quote(key)} needs a "name"`,
      'It is the name by which the link is found.'
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

function article(type: JsonType): string {
  if (type === 'null') return 'null';
  return /^[ao]/.test(type) ? `an ${type}` : `a ${type}`;
}
