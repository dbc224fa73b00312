export const id = 911;
export const ids = [911];
export const modules = {

/***/ 4911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// UNUSED EXPORTS: CONFIG_KEYS, NEVER_IN_FILE

// EXTERNAL MODULE: ./lib/bundle/text.js
var bundle_text = __webpack_require__(3486);
// EXTERNAL MODULE: ./lib/bundle/yaml.js
var yaml = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/words.js
var lib_words = __webpack_require__(4842);
// EXTERNAL MODULE: ./lib/inputs/config-settings.js
var config_settings = __webpack_require__(397);
// EXTERNAL MODULE: ./lib/bundle/model.js + 1 modules
var model = __webpack_require__(3850);
// EXTERNAL MODULE: ./lib/bundle/name-patterns.js
var name_patterns = __webpack_require__(4597);
// EXTERNAL MODULE: ./lib/bundle/patterns.js + 2 modules
var patterns = __webpack_require__(8410);
// EXTERNAL MODULE: ./lib/bundle/variables.js
var bundle_variables = __webpack_require__(8565);
// EXTERNAL MODULE: ./lib/rules/index.js + 147 modules
var rules = __webpack_require__(7307);
// EXTERNAL MODULE: ./lib/rules/severities.js
var severities = __webpack_require__(7108);
// EXTERNAL MODULE: ./lib/inputs/fail-on.js
var fail_on = __webpack_require__(2747);
;// CONCATENATED MODULE: ./lib/inputs/config-values.js








const OVERRIDE_KEYS = ['files', 'resource', 'state', 'rules', 'reason'];
const MOST_OVERRIDES = 500;
/** Reads the values of a config file's keys. What is wrong with one is reported, and a stand-in given back. */
class ConfigValues {
    path;
    lines;
    report;
    constructor(path, lines, report) {
        this.path = path;
        this.lines = lines;
        this.report = report;
    }
    /** A list of globs, or one. */
    patterns(node) {
        const texts = this.texts(node, 'a glob pattern');
        for (const { text, at } of texts) {
            const fault = (0,patterns/* patternFault */.rG)(text);
            if (fault !== null)
                this.report(at, `the pattern ${(0,lib_words/* quote */.hD)(text)} ${fault}`);
        }
        if (texts.every(({ text }) => text.startsWith('!')))
            this.report(node, `${(0,lib_words/* quote */.hD)(node.name)} has no pattern that includes a file`);
        return texts.map(({ text }) => text);
    }
    integration(node) {
        const name = this.text(node);
        if (name !== '' && !model/* INTEGRATION_NAME */.Xf.test(name))
            this.report(node, `the integration is ${(0,lib_words/* quote */.hD)(name)}, and must be ${fail_on/* NAME_RULE */.$}`);
        return name;
    }
    failOn(node) {
        const text = this.text(node);
        const found = fail_on/* FAIL_ON */.d.find((choice) => choice === text);
        if (found === undefined && text !== '')
            this.report(node, `fail-on is ${(0,lib_words/* quote */.hD)(text)}, and must be ${(0,lib_words/* listOf */.c3)(fail_on/* FAIL_ON */.d)}`, (0,lib_words/* didYouMean */.au)(text, fail_on/* FAIL_ON */.d));
        return found ?? null;
    }
    percent(node) {
        return this.number(node, (number) => number >= 0 && number <= 100, 'a number from 0 to 100');
    }
    parallel(node) {
        const isOne = (number) => Number.isInteger(number) && number >= 1 && number <= 64;
        return this.number(node, isOne, 'a whole number from 1 to 64');
    }
    variables(node) {
        const variables = new Map();
        for (const member of this.members(node, '`name: value`')) {
            const fault = (0,bundle_variables/* variableNameFault */.UW)(member.name);
            if (fault !== null)
                this.report(member.key ?? member, fault.message, fault.hint);
            else if (this.isEmpty(member))
                this.report(member.key ?? member, `the variable ${(0,lib_words/* quote */.hD)(member.name)} has no value`, "Write '' for an empty text");
            else
                variables.set(member.name, member.value);
        }
        return variables;
    }
    /** @returns the severities by rule, and the settings as they are written */
    rules(node) {
        const settings = new severities/* RuleSettings */.K5(rules/* RULES */.y);
        const members = this.members(node, '`rule-id: severity`');
        for (const member of members) {
            const problem = settings.add(member.name, this.isEmpty(member) ? '' : wordOf(member.value));
            if (problem !== null)
                this.report(member.key ?? member, problem.message, problem.hint);
        }
        const written = members.map(({ name, value }) => `${name}: ${wordOf(value)}`);
        return { severities: settings.severities, written };
    }
    namePatterns(node) {
        const texts = this.texts(node, 'a name, or a pattern of names with `*`');
        for (const { index, message } of (0,name_patterns/* namePatternFaults */.f)(texts.map(({ text }) => text)))
            this.report(texts[index]?.at ?? node, message, 'Write the name alone, without braces, such as shop_*');
        return texts.map(({ text }) => text);
    }
    overrides(node) {
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
    override(item) {
        if (item.type !== 'object') {
            this.report(item, 'an override has to be a mapping', 'It has files, rules and reason');
            return null;
        }
        for (const { name, key } of item.properties.nodes) {
            if (OVERRIDE_KEYS.includes(name) || key === null)
                continue;
            const near = (0,lib_words/* didYouMean */.au)(name, OVERRIDE_KEYS) || `It can be ${(0,lib_words/* listOf */.c3)(OVERRIDE_KEYS)}`;
            this.report(key, `an override has no key ${(0,lib_words/* quote */.hD)(name)}`, near);
        }
        const [files, rules, reason] = ['files', 'rules', 'reason'].map((name) => item.properties.get(name));
        const missing = [...(files ? [] : ['files']), ...(rules ? [] : ['rules']), ...(reason ? [] : ['reason'])];
        if (files === undefined || rules === undefined || reason === undefined) {
            this.report(item, `this override has no ${(0,lib_words/* listOf */.c3)(missing, 'and')}`, WHY_REASON);
            return null;
        }
        const { severities, written } = this.rules(rules);
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
            range: this.lines.range({ start: item.start, end: this.lineEnd(item.start) })
        };
    }
    optional(node) {
        return node === undefined ? null : this.text(node);
    }
    /** An entry is pointed at by its first line: all of it would be too much. */
    lineEnd(start) {
        const end = this.lines.text.indexOf('\n', start);
        return end === -1 ? this.lines.text.length : end;
    }
    /** A text that is not blank. @returns an empty one where there is none */
    text(node, hint = '') {
        if (typeof node.value === 'string' && node.value.trim() !== '')
            return node.value.trim();
        const what = this.isEmpty(node) || node.type === 'string' ? 'has no value' : 'has to be a text';
        const quotes = node.type === 'number' || node.type === 'boolean' ? 'Put it in quotes' : '';
        this.report(node.key ?? node, `${(0,lib_words/* quote */.hD)(node.name)} ${what}`, hint || quotes);
        return '';
    }
    texts(node, what) {
        const items = node.type === 'array' ? node.items : [node];
        const texts = items.flatMap((at) => {
            if (typeof at.value === 'string') {
                const lines = at.value.split('\n').map((line) => line.trim());
                return lines.filter((line) => line !== '').map((text) => ({ text, at }));
            }
            this.report(this.isEmpty(at) ? (at.key ?? at) : at, `${(0,lib_words/* quote */.hD)(node.name)} has to be ${what}, or a list of them`);
            return [];
        });
        if (texts.length === 0 && items.every(({ type }) => type === 'string'))
            this.report(node.key ?? node, `${(0,lib_words/* quote */.hD)(node.name)} is empty`);
        return texts;
    }
    number(node, isRight, what) {
        if (typeof node.value === 'number' && isRight(node.value))
            return node.value;
        const is = node.type === 'number' || node.type === 'string' ? `is ${JSON.stringify(node.value)}, and ` : '';
        this.report(node.key ?? node, `${node.name} ${is}must be ${what}`);
        return null;
    }
    members(node, form) {
        if (node.type === 'object')
            return [...node.properties.nodes];
        this.report(node.key ?? node, `${(0,lib_words/* quote */.hD)(node.name)} has to be a mapping`, `Each line reads ${form}`);
        return [];
    }
    /** Whether nothing stands behind the key. */
    isEmpty({ type, start, end, key }) {
        return type === 'null' && (start === end || (key !== null && start === key.start));
    }
}
const WHY_REASON = 'The reason says to whoever reads the file why the rule does not hold there';
function wordOf(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./lib/inputs/config-file.js





/** The keys of the file, as its schema has them (schema/zis-bundles-config.schema.json). */
const CONFIG_KEYS = [
    'bundles',
    'integration',
    'variables',
    'rules',
    'fail-on',
    'tests',
    'coverage-min',
    'max-parallel',
    'keep-placeholders',
    'overrides'
];
/** Inputs of action.yml that are not taken from the file, which a pull request can change before anyone has read it. */
const NEVER_IN_FILE = [
    'command',
    'config',
    'backup',
    'integrations',
    'subdomain',
    'email',
    'api-token',
    'password',
    'oauth-token',
    'oauth-client-id',
    'oauth-client-secret',
    'oauth-scope',
    'registry-url',
    'github-token',
    'comment',
    'comment-key',
    'matrix',
    'deletes',
    'max-deletes',
    'refresh',
    'allow-empty',
    'job-specs',
    'require-plan',
    'plan-key',
    'on-live-change',
    'on-test-failure',
    'max-minutes',
    'environment',
    'drift-issue',
    'allow-older',
    'allow-unmerged',
    'deploy-branch'
];
/** What only `accounts` would hold. */
const ACCOUNTS = 'accounts';
/** So many faults are named; the others are likely to have the same cause. */
const MOST_PROBLEMS = 20;
/**
 * Reads a config file: one YAML 1.2 document, so JSON too. Never throws for what it says: `problems` has it.
 *
 * @param path relative to the workspace, for messages
 */
function parseConfig(path, content) {
    const refused = (why) => ({ ...config_settings/* NO_CONFIG */.H5, path, problems: [`${path} ${why}`] });
    if (content.byteLength > config_settings/* MAX_CONFIG_BYTES */.GW)
        return refused(`is larger than ${config_settings/* MAX_CONFIG_BYTES */.GW / 1024} KB, and is not read`);
    const { text, fault } = (0,bundle_text/* decode */.D4)(content);
    if (fault !== null && fault !== 'byte-order-mark')
        return refused('is not UTF-8');
    return new ConfigReader(path, new bundle_text/* Lines */.qo(text)).read();
}
class ConfigReader {
    path;
    lines;
    problems = [];
    constructor(path, lines) {
        this.path = path;
        this.lines = lines;
    }
    read() {
        const { text } = this.lines;
        // A file of comments says nothing, and is no mistake.
        if (text.split('\n').every((line) => /^(?:#|$)/.test(line.trim())))
            return { ...config_settings/* NO_CONFIG */.H5, path: this.path };
        const { root, faults } = (0,yaml/* parseYaml */.h)(text);
        for (const { message, hint, ...span } of faults)
            this.problem(span, message, hint);
        const settings = root === null ? config_settings/* NO_CONFIG */.H5 : this.settings(root);
        return { ...settings, path: this.path, problems: this.problemsToTell() };
    }
    settings(root) {
        if (root.type !== 'object') {
            this.problem(root, 'the config file has to be a mapping, such as `fail-on: warning`');
            return config_settings/* NO_CONFIG */.H5;
        }
        for (const member of root.properties.nodes)
            this.key(member);
        const values = new ConfigValues(this.path, this.lines, (at, message, hint) => {
            this.problem(at, message, hint);
        });
        const of = (key, read) => {
            const node = root.properties.get(key);
            return node === undefined ? undefined : read(node);
        };
        return {
            ...given('bundles', of('bundles', (node) => values.patterns(node))),
            ...given('tests', of('tests', (node) => values.patterns(node))),
            ...given('integration', of('integration', (node) => values.integration(node))),
            ...given('failOn', of('fail-on', (node) => values.failOn(node))),
            ...given('coverageMin', of('coverage-min', (node) => values.percent(node))),
            ...given('maxParallel', of('max-parallel', (node) => values.parallel(node))),
            variables: of('variables', (node) => values.variables(node)) ?? config_settings/* NO_CONFIG */.H5.variables,
            severities: of('rules', (node) => values.rules(node).severities) ?? config_settings/* NO_CONFIG */.H5.severities,
            keep: of('keep-placeholders', (node) => values.namePatterns(node)) ?? [],
            overrides: of('overrides', (node) => values.overrides(node)) ?? []
        };
    }
    key(member) {
        const { name } = member;
        if (CONFIG_KEYS.includes(name))
            return;
        const at = member.key ?? member;
        if (name === ACCOUNTS) {
            const hint = 'Leave it out: each step names its account by the inputs subdomain and environment, and the terminal by its environment';
            this.problem(at, '"accounts" is not supported yet', hint);
        }
        else if (NEVER_IN_FILE.includes(name)) {
            const why = `${(0,lib_words/* quote */.hD)(name)} is never read from this file, which a pull request can change before anyone has read it`;
            this.problem(at, why, 'Set it in the workflow, or on the command line where it is a flag there');
        }
        else {
            this.problem(at, `there is no key ${(0,lib_words/* quote */.hD)(name)}`, (0,lib_words/* didYouMean */.au)(name, CONFIG_KEYS) || `It can be ${(0,lib_words/* listOf */.c3)(CONFIG_KEYS)}`);
        }
    }
    problem(at, message, hint = '') {
        const { line, column } = this.lines.position(at.start);
        const advice = hint === '' ? '' : ` (${hint.replace(/\.$/, '')})`;
        this.problems.push(`${this.path}:${line}:${column}: ${message}${advice}`);
    }
    problemsToTell() {
        const left = this.problems.length - MOST_PROBLEMS;
        if (left <= 0)
            return this.problems;
        return [...this.problems.slice(0, MOST_PROBLEMS), `${this.path} has ${(0,lib_words/* counted */.hS)(left, 'fault')} more`];
    }
}
/** A property only where there is a value, so that an absent key stays absent. */
function given(key, value) {
    if (value === undefined || value === null)
        return {};
    const record = {};
    record[key] = value;
    return record;
}


/***/ })

};
