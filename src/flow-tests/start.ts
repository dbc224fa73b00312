import {isObject} from '../bundle/json.js';
import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import {didYouMean, quote} from '../words.js';
import {membersOf, numberOf, textOf, wrongType} from './fields.js';
import type {Problems} from './problem.js';
import type {ReadingBudget} from './reading-budget.js';
import {sampleEvent, sampleNames} from './samples.js';
import {mergeValues} from './values.js';

/** The account in which a case plays. */
export interface Account {
  readonly subdomain: string;
  readonly accountId: number;
  readonly integrationKey: string;
}

/** The event files of a test file: what each holds, or why it cannot be used. By the path as it is written. */
export type EventFiles = ReadonlyMap<string, EventFile>;

export type EventFile = {readonly value: JsonValue} | {readonly message: string; readonly hint: string};

export interface StartOptions {
  readonly account: Account;
  readonly events: EventFiles;
  readonly budget: ReadingBudget;
}

/** Reads `account` of a case. @param integration the bundle's, which is the default of `integration_key` */
export function readAccount(node: JsonNode | undefined, integration: string, problems: Problems): Account {
  const known = ['subdomain', 'account_id', 'integration_key'];
  const members = node === undefined ? null : membersOf(node, 'account', known, problems);
  const [subdomain, id, key] = known.map((name) => members?.get(name));
  return {
    subdomain: subdomainOf(subdomain, problems),
    accountId:
      (id === undefined
        ? 1
        : numberOf(id, 'account_id', {least: 0, most: Infinity, whole: true}, problems)) ?? 1,
    integrationKey:
      (key === undefined ? integration : textOf(key, 'integration_key', problems)) ?? integration
  };
}

function subdomainOf(node: JsonNode | undefined, problems: Problems): string {
  const text = node === undefined ? null : textOf(node, 'subdomain', problems);
  if (node === undefined || text === null) return 'example';
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)) return text;
  problems.error(node, 'subdomain is the part of the address before .zendesk.com', '');
  return 'example';
}

/** The document on entry to StartAt: the case's `document`, or what ZIS makes of its `event`. */
export function readStart(
  properties: JsonNode['properties'],
  options: StartOptions,
  problems: Problems
): JsonValue {
  const [event, extra, document] = ['event', 'with', 'document'].map((name) => properties.get(name));
  if (document !== undefined) {
    const beside = event ?? extra;
    if (beside !== undefined) {
      const hint = 'document is the whole start document, with input, account_id and all.';
      problems.error(beside.key ?? beside, `${beside.name} stands beside document`, hint);
    }
    if (document.type !== 'object') wrongType(document, 'document', 'an object', problems);
    return document.value;
  }
  const input = event === undefined ? {} : eventInput(event, options.events, problems);
  if (extra !== undefined && extra.type !== 'object') wrongType(extra, 'with', 'an object', problems);
  const {accountId, integrationKey, subdomain} = options.account;
  return {
    input:
      extra === undefined ? input : mergeValues(input, extra.value, (count) => options.budget.values(count)),
    account_id: accountId,
    integration_key: integrationKey,
    subdomain
  };
}

function eventInput(event: JsonNode, files: EventFiles, problems: Problems): JsonValue {
  if (typeof event.value === 'string') return sampleInput(event, event.value, problems);
  const file = event.properties.get('file');
  if (file !== undefined) {
    membersOf(event, 'event', ['file'], problems);
    return fileInput(file, files, problems);
  }
  const members = membersOf(event, 'event', ['source', 'type', 'input', 'file'], problems);
  if (members === null) return {};
  for (const name of ['source', 'type']) {
    const member = members.get(name);
    if (member !== undefined) textOf(member, name, problems);
  }
  const input = members.get('input');
  if (input === undefined) problems.error(event, 'an event has its data in input', 'Add input: {…}.');
  return input?.value ?? {};
}

function sampleInput(event: JsonNode, name: string, problems: Problems): JsonObject {
  const sample = sampleEvent(name);
  if (sample !== null) return sample.input;
  const hint =
    didYouMean(name, sampleNames()) ||
    'There are samples of all ticket events. Write others as {source, type, input} or {file: …}.';
  problems.error(event, `there is no built-in sample ${quote(name)}`, hint);
  return {};
}

function fileInput(file: JsonNode, files: EventFiles, problems: Problems): JsonValue {
  const path = textOf(file, 'file', problems);
  const found = path === null ? undefined : files.get(path);
  if (found === undefined) return {};
  if ('message' in found) {
    problems.error(file, found.message, found.hint);
    return {};
  }
  const input = inputOf(found.value);
  if (input !== null) return input;
  problems.error(
    file,
    `${path ?? ''} has no input`,
    'It holds {source, type, input}, or a whole start document.'
  );
  return {};
}

/** The input of an event as a file has it: beside `source` and `type`, or beside `account_id` as ZIS hands it over. */
function inputOf(value: JsonValue): JsonValue | null {
  return isObject(value) && Object.hasOwn(value, 'input') ? (value['input'] ?? null) : null;
}

/** The event files that a case names, as they are written there. */
export function eventFilesIn({properties}: JsonNode): JsonNode[] {
  const file = properties.get('event')?.properties.get('file');
  return typeof file?.value === 'string' ? [file] : [];
}
