import type {JsonNode, JsonValue, Span} from '../bundle/json-types.js';
import {INTEGRATION_NAME} from '../bundle/model.js';
import {namePatternFaults} from '../bundle/name-patterns.js';
import {patternFault} from '../bundle/patterns.js';
import type {Lines} from '../bundle/text.js';
import {variableNameFault, type Variables} from '../bundle/variables.js';
import {RULES} from '../rules/index.js';
import type {Override} from '../rules/override.js';
import {RuleSettings, type Severities} from '../rules/severities.js';
import {didYouMean, listOf, quote} from '../words.js';
import {FAIL_ON, NAME_RULE, type FailOn} from './fail-on.js';

const OVERRIDE_KEYS = ['files', 'resource', 'state', 'rules', 'reason'] as const;
const MOST_OVERRIDES = 500;

/** Notes a fault of the file. @param hint what would be right */
type Report = (at: Span, message: string, hint?: string) => void;

/** Reads the values of a config file's keys. What is wrong with one is reported, and a stand-in given back. */
export class ConfigValues {
  constructor(
    private readonly path: string,
    private readonly lines: Lines,
    private readonly report: Report
  ) {}

  /** A list of globs, or one. */
  patterns(node: JsonNode): readonly string[] {
    const texts = this.texts(node, 'a glob pattern');
    for (const {text, at} of texts) {
      const fault = patternFault(text);
      if (fault !== null) this.report(at, `the pattern ${quote(text)} ${fault}`);
    }
    if (texts.every(({text}) => text.startsWith('!')))
      this.report(node, `${quote(node.name)} has no pattern that includes a file`);
    return texts.map(({text}) => text);
  }

  integration(node: JsonNode): string {
    const name = this.text(node);
    if (name !== '' && !INTEGRATION_NAME.test(name))
      this.report(node, `the integration is ${quote(name)}, and must be ${NAME_RULE}`);
    return name;
  }

  failOn(node: JsonNode): FailOn | null {
    const text = this.text(node);
    const found = FAIL_ON.find((choice) => choice === text);
    if (found === undefined && text !== '')
      this.report(
        node,
        `fail-on is ${quote(text)}, and must be ${listOf(FAIL_ON)}`,
        didYouMean(text, FAIL_ON)
      );
    return found ?? null;
  }

  percent(node: JsonNode): number | null {
    return this.number(node, (number) => number >= 0 && number <= 100, 'a number from 0 to 100');
  }

  parallel(node: JsonNode): number | null {
    const isOne = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= 64;
    return this.number(node, isOne, 'a whole number from 1 to 64');
  }

  variables(node: JsonNode): Variables {
    const variables = new Map<string, JsonValue>();
    for (const member of this.members(node, '`name: value`')) {
      const fault = variableNameFault(member.name);
      if (fault !== null) this.report(member.key ?? member, fault.message, fault.hint);
      else if (this.isEmpty(member))
        this.report(
          member.key ?? member,
          `the variable ${quote(member.name)} has no value`,
          "Write '' for an empty text"
        );
      else variables.set(member.name, member.value);
    }
    return variables;
  }

  /** @returns the severities by rule, and the settings as they are written */
  rules(node: JsonNode): {readonly severities: Severities; readonly written: readonly string[]} {
    const settings = new RuleSettings(RULES);
    const members = this.members(node, '`rule-id: severity`');
    for (const member of members) {
      const problem = settings.add(member.name, this.isEmpty(member) ? '' : wordOf(member.value));
      if (problem !== null) this.report(member.key ?? member, problem.message, problem.hint);
    }
    const written = members.map(({name, value}) => `${name}: ${wordOf(value)}`);
    return {severities: settings.severities, written};
  }

  namePatterns(node: JsonNode): readonly string[] {
    const texts = this.texts(node, 'a name, or a pattern of names with `*`');
    for (const {index, message} of namePatternFaults(texts.map(({text}) => text)))
      this.report(texts[index]?.at ?? node, message, 'Write the name alone, without braces, such as shop_*');
    return texts.map(({text}) => text);
  }

  overrides(node: JsonNode): readonly Override[] {
    if (node.type !== 'array') {
      this.report(node.key ?? node, '"overrides" has to be a list', 'Each entry begins with `- files:`');
      return [];
    }
    if (node.items.length > MOST_OVERRIDES) {
      this.report(node.key ?? node, `there are more than ${MOST_OVERRIDES} overrides`);
      return [];
    }
    return node.items.flatMap((item) => this.override(item) ?? []);
  }

  private override(item: JsonNode): Override | null {
    if (item.type !== 'object') {
      this.report(item, 'an override has to be a mapping', 'It has files, rules and reason');
      return null;
    }
    for (const {name, key} of item.properties.nodes) {
      if ((OVERRIDE_KEYS as readonly string[]).includes(name) || key === null) continue;
      const near = didYouMean(name, OVERRIDE_KEYS) || `It can be ${listOf(OVERRIDE_KEYS)}`;
      this.report(key, `an override has no key ${quote(name)}`, near);
    }
    const [files, rules, reason] = ['files', 'rules', 'reason'].map((name) => item.properties.get(name));
    const missing = [...(files ? [] : ['files']), ...(rules ? [] : ['rules']), ...(reason ? [] : ['reason'])];
    if (files === undefined || rules === undefined || reason === undefined) {
      this.report(item, `this override has no ${listOf(missing, 'and')}`, WHY_REASON);
      return null;
    }
    const {severities, written} = this.rules(rules);
    if (severities.size === 0 && rules.type === 'object' && written.length === 0)
      this.report(rules.key ?? rules, 'this override sets no rule');
    const words = this.text(reason, WHY_REASON);
    return {
      files: this.patterns(files),
      resource: this.optional(item.properties.get('resource')),
      state: this.optional(item.properties.get('state')),
      severities,
      rules: written,
      reason: words,
      path: this.path,
      range: this.lines.range({start: item.start, end: this.lineEnd(item.start)})
    };
  }

  private optional(node: JsonNode | undefined): string | null {
    return node === undefined ? null : this.text(node);
  }

  /** An entry is pointed at by its first line: all of it would be too much. */
  private lineEnd(start: number): number {
    const end = this.lines.text.indexOf('\n', start);
    return end === -1 ? this.lines.text.length : end;
  }

  /** A text that is not blank. @returns an empty one where there is none */
  private text(node: JsonNode, hint = ''): string {
    if (typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
    const what = this.isEmpty(node) || node.type === 'string' ? 'has no value' : 'has to be a text';
    const quotes = node.type === 'number' || node.type === 'boolean' ? 'Put it in quotes' : '';
    this.report(node.key ?? node, `${quote(node.name)} ${what}`, hint || quotes);
    return '';
  }

  private texts(node: JsonNode, what: string): {readonly text: string; readonly at: JsonNode}[] {
    const items = node.type === 'array' ? node.items : [node];
    const texts = items.flatMap((at) => {
      if (typeof at.value === 'string') {
        const lines = at.value.split('\n').map((line) => line.trim());
        return lines.filter((line) => line !== '').map((text) => ({text, at}));
      }
      this.report(
        this.isEmpty(at) ? (at.key ?? at) : at,
        `${quote(node.name)} has to be ${what}, or a list of them`
      );
      return [];
    });
    if (texts.length === 0 && items.every(({type}) => type === 'string'))
      this.report(node.key ?? node, `${quote(node.name)} is empty`);
    return texts;
  }

  private number(node: JsonNode, isRight: (number: number) => boolean, what: string): number | null {
    if (typeof node.value === 'number' && isRight(node.value)) return node.value;
    const is =
      node.type === 'number' || node.type === 'string' ? `is ${JSON.stringify(node.value)}, and ` : '';
    this.report(node.key ?? node, `${node.name} ${is}must be ${what}`);
    return null;
  }

  private members(node: JsonNode, form: string): readonly JsonNode[] {
    if (node.type === 'object') return [...node.properties.nodes];
    this.report(node.key ?? node, `${quote(node.name)} has to be a mapping`, `Each line reads ${form}`);
    return [];
  }

  /** Whether nothing stands behind the key. */
  private isEmpty({type, start, end, key}: JsonNode): boolean {
    return type === 'null' && (start === end || (key !== null && start === key.start));
  }
}

const WHY_REASON = 'The reason says to whoever reads the file why the rule does not hold there';

function wordOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
