import {expect} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readBundleFile} from '../../src/bundle/model.js';
import {parseVariables} from '../../src/bundle/variables.js';
import {checkBundles} from '../../src/rules/engine.js';
import type {Finding} from '../../src/rules/finding.js';
import type {JqChecker} from '../../src/rules/analysis/jq-program.js';
import {RULES} from '../../src/rules/index.js';
import type {Rule} from '../../src/rules/rule.js';
import {action, bundleWith, flow, jobSpec} from './bundles.js';

type Json = Record<string, unknown>;

/** A finding together with the text of the file that it stands on. */
export interface Found extends Finding {
  /** From the start to the end of the finding's range. */
  readonly at: string;
  /** The whole first line of the range, trimmed. */
  readonly line: string;
}

export interface CheckedWith {
  /** The `integration` input; empty unless given. */
  readonly integration?: string;
  /** The `variables` input, as its text; empty unless given. */
  readonly variables?: string;
  /** `zis/bundle.json` unless given. */
  readonly path?: string;
  /** Without a jq, jq programs are not checked. */
  readonly jq?: JqChecker;
  /** Every rule unless given. */
  readonly rules?: readonly Rule[];
}

/** What the rules find in one bundle file: its text, or a value that is written as indented JSON. */
export async function check(
  bundle: unknown,
  {integration = '', variables = '', path = 'zis/bundle.json', jq, rules = RULES}: CheckedWith = {}
) {
  const text = typeof bundle === 'string' ? bundle : JSON.stringify(bundle, null, 2);
  const file = readBundleFile(path, new TextEncoder().encode(text));
  const options = {rules, integration, variables: parseVariables(variables).variables};
  const {findings} = await checkBundles([file], jq === undefined ? options : {...options, jq});
  const placeOf = placesIn(text);
  return findings.map((finding): Found => ({...finding, ...placeOf(finding)}));
}

/** What a finding must be; `message` and `hint` are parts of the words, or patterns. */
export interface Expected {
  readonly rule: string;
  readonly severity?: Finding['severity'];
  /** The exact text that the finding stands on; `"Next"` in quotes is a key or a string. */
  readonly at?: string;
  /** A part of the line on which the finding begins. */
  readonly line?: string;
  readonly message?: string | RegExp;
  readonly hint?: string | RegExp;
}

/** There is such a finding; others may stand beside it. */
export function expectFinding(findings: readonly Found[], expected: Expected): void {
  expect(findings).toContainEqual(expect.objectContaining(matcher(expected)));
}

/** There is such a finding and no other: one fault gives one finding. */
export function expectOnly(findings: readonly Found[], expected: Expected): void {
  expect(findings).toEqual([expect.objectContaining(matcher(expected))]);
}

/** Nothing was found. */
export function expectClean(findings: readonly Found[]): void {
  expect(findings).toEqual([]);
}

/** A clean bundle whose one flow has these states (the first one starts), of the integration `acme`. */
export function bundleOf(states: Json, {resources = {}, ...topLevel}: Json & {resources?: Json} = {}): Json {
  const own = {main: flowOf('main', states), on_ticket: jobSpecOf('on_ticket', 'main')};
  const head = {description: 'Tells the warehouse about new tickets', integration: 'acme'};
  return bundleWith('support', {...own, ...resources} as JsonObject, {...head, ...topLevel});
}

/** A flow resource. The first of the states starts, unless `definition` says otherwise. */
export function flowOf(name: string, states: Json, definition: Json = {}): Json {
  return flow(name, Object.keys(states)[0] ?? '', states as JsonObject, definition as JsonObject);
}

/** A job spec resource that starts a flow of the integration `acme` for every new ticket. */
export function jobSpecOf(name: string, flowName: string): Json {
  return jobSpec(name, 'ticket.TicketCreated', `zis:acme:flow:${flowName}`);
}

/** An HTTP action resource that gets a path of Zendesk, unless `definition` says otherwise. */
export function actionOf(name: string, definition: Json = {}): Json {
  const request = {method: 'GET', path: '/api/v2/tickets.json', connectionName: 'zendesk'};
  return action(name, {...request, ...definition});
}

function matcher({message, hint, line, ...exact}: Expected): object {
  return {
    ...exact,
    ...(message === undefined ? {} : {message: expect.stringMatching(pattern(message))}),
    ...(hint === undefined ? {} : {hint: expect.stringMatching(pattern(hint))}),
    ...(line === undefined ? {} : {line: expect.stringContaining(line)})
  };
}

function pattern(words: string | RegExp): RegExp {
  return typeof words === 'string' ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : words;
}

/** The texts at findings in a file. */
function placesIn(text: string): (finding: Finding) => {at: string; line: string} {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offset = ({line, column}: {line: number; column: number}): number =>
    (starts[line - 1] ?? 0) + column - 1;
  return ({range}) => ({
    at: text.slice(offset(range.start), offset(range.end)),
    line: (lines[range.start.line - 1] ?? '').trim()
  });
}
