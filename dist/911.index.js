export const id = 911;
export const ids = [911];
export const modules = {

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* unused harmony export MAX_VALUES */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _json_hazards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7688);
/* harmony import */ var _json_members_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2590);
/* harmony import */ var _json_node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9296);





/** More values than this are not read from one file: aliases can stand for each other many times over. */
const MAX_VALUES = 100_000;
/**
 * Reads one YAML 1.2 document (core schema, no merge keys) into the tree that JSON has; JSON is read so too. What
 * an alias stands for has the place at which its anchor is. Never throws for what the text says.
 *
 * @param text its size is for the caller to bound
 */
function parseYaml(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        version: '1.2',
        schema: 'core',
        merge: false,
        // The library compares every key with every other; `members` does it in one pass.
        uniqueKeys: false,
        prettyErrors: false,
        keepSourceTokens: false
    });
    const [error] = document.errors;
    // Those after the first are mostly its consequences.
    if (error !== undefined)
        return { root: null, faults: [syntaxFault(error.code, error.message, error.pos)] };
    const { explicit, version } = document.directives.yaml;
    if (explicit === true && version !== '1.2') {
        const message = `this is YAML ${version}, and YAML 1.2 is read`;
        return { root: null, faults: [{ start: 0, end: 1, message, hint: 'Remove the %YAML line.' }] };
    }
    return new TreeReader(text, document).read();
}
class Stop extends Error {
    fault;
    constructor(fault) {
        super('cannot be read');
        this.fault = fault;
    }
}
class TreeReader {
    text;
    document;
    hazards = (0,_json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .noHazards */ .vo)();
    faults = [];
    known = null;
    values = 0;
    depth = 0;
    constructor(text, document) {
        this.text = text;
        this.document = document;
    }
    read() {
        const { contents } = this.document;
        try {
            if (contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(contents) && contents.value === null && contents.source === '')) {
                throw new Stop({ start: 0, end: 0, message: 'the file is empty', hint: '' });
            }
            const root = this.node(contents, null, null);
            for (const { start, end, text } of this.hazards.inexactNumbers) {
                const message = `the number ${text} cannot be held exactly`;
                this.faults.push({ start, end, message, hint: 'Write it in quotes where a text will do.' });
            }
            return { root: this.faults.length === 0 ? root : null, faults: this.faults };
        }
        catch (error) {
            if (error instanceof Stop)
                return { root: null, faults: [...this.faults, error.fault] };
            if (!(error instanceof _json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .TooDeep */ .v_))
                throw error;
            const message = `this is nested deeper than ${_json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .lr} levels`;
            return { root: null, faults: [...this.faults, { ...error.at, message, hint: '' }] };
        }
    }
    node(found, parent, key) {
        this.values += 1;
        const { start, end } = this.spanOf(found, key);
        if (this.values > MAX_VALUES) {
            const message = `the file stands for more than ${MAX_VALUES} values`;
            throw new Stop({ start, end, message, hint: 'Aliases count as often as they are used.' });
        }
        if (this.depth >= _json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .lr)
            throw new _json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .TooDeep */ .v_({ start, end: start + 1 });
        this.depth += 1;
        const node = this.nodeOf(found, parent, key, { start, end });
        this.depth -= 1;
        return node;
    }
    nodeOf(found, parent, key, span) {
        this.refuseTag(found, span);
        const place = [parent, key?.name ?? '', key?.start ?? -1, key?.end ?? -1, span.start, span.end];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(found))
            return this.node(this.anchored(found.source, span), parent, key);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(found)) {
            const object = {};
            const node = new _json_node_js__WEBPACK_IMPORTED_MODULE_3__/* .TreeNode */ .n('object', object, ...place);
            this.members(found.items, node, object);
            return node;
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(found)) {
            const list = [];
            const node = new _json_node_js__WEBPACK_IMPORTED_MODULE_3__/* .TreeNode */ .n('array', list, ...place);
            node.items = found.items.map((item) => this.node(item, node, null));
            for (const item of node.items)
                list.push(item.value);
            return node;
        }
        const value = this.scalar(found, span);
        const type = value === null ? 'null' : typeof value;
        return new _json_node_js__WEBPACK_IMPORTED_MODULE_3__/* .TreeNode */ .n(type, value, ...place);
    }
    members(pairs, node, object) {
        const members = new Map();
        for (const pair of pairs) {
            const key = this.key(pair.key, node);
            if (members.has(key.name)) {
                const message = `the key ${JSON.stringify(key.name)} stands here a second time`;
                this.faults.push({ start: key.start, end: key.end, message, hint: '' });
                continue;
            }
            const member = this.node(pair.value, node, key);
            members.set(key.name, member);
            (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .setOwn */ .P5)(object, key.name, member.value);
        }
        node.properties = new _json_members_js__WEBPACK_IMPORTED_MODULE_2__/* .Members */ .O([...members.keys()], [...members.values()]);
    }
    /** A key that is a number, say, is the text that stands there. */
    key(found, around) {
        const span = found?.range ? { start: found.range[0], end: found.range[1] } : around;
        const named = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(found) ? this.anchored(found.source, span) : found;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(named) || (named.value === null && named.source === '')) {
            const message = 'a key has to be a text';
            throw new Stop({ start: span.start, end: span.start + 1, message, hint: 'Put it in quotes.' });
        }
        return {
            name: typeof named.value === 'string' ? named.value : (named.source ?? String(named.value)),
            ...span
        };
    }
    anchored(name, span) {
        // A name may be given again: an alias means the last one before it.
        const found = lastBefore(this.anchors().get(name) ?? [], span.start);
        if (found !== undefined)
            return found;
        throw new Stop({ ...span, message: `there is no anchor &${name} before this`, hint: '' });
    }
    anchors() {
        return (this.known ??= collectAnchors(this.document.contents));
    }
    scalar(found, { start, end }) {
        if (found === null)
            return null;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(found) ? found.value : undefined;
        if (value === null || typeof value === 'string' || typeof value === 'boolean')
            return value;
        if (typeof value === 'number' && Number.isFinite(value)) {
            const text = this.text.slice(start, end);
            if (/^-?[\d.eE+-]+$/.test(text))
                (0,_json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNumber */ .ws)(text.replace(/^\+/, ''), value, start, this.hazards);
            else if (!Number.isSafeInteger(value))
                (0,_json_hazards_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNumber */ .ws)(text, NaN, start, this.hazards);
            return value;
        }
        const message = `${this.text.slice(start, Math.min(end, start + 40))} is no value that JSON has`;
        throw new Stop({ start, end, message, hint: 'Put it in quotes if it is a text.' });
    }
    refuseTag(found, span) {
        const tag = found?.tag;
        if (tag === undefined || PLAIN_TAGS.has(tag))
            return;
        throw new Stop({ ...span, message: `the tag ${tag} is not read`, hint: 'Write the value without a tag.' });
    }
    spanOf(found, key) {
        if (found?.range)
            return { start: found.range[0], end: found.range[1] };
        return key === null ? { start: 0, end: 0 } : { start: key.start, end: key.end };
    }
}
const PLAIN_TAGS = new Set(['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`));
/** The nodes of each anchor in the order of the text. Goes by a list and not by calls, as deep as the parser may have gone. */
function collectAnchors(contents) {
    const anchors = new Map();
    const open = [contents];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node === null || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            continue;
        const { anchor } = node;
        if (anchor !== undefined) {
            const nodes = anchors.get(anchor);
            if (nodes === undefined)
                anchors.set(anchor, [node]);
            else
                nodes.push(node);
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            for (const item of node.items)
                open.push(item);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            for (const { key, value } of node.items)
                open.push(key, value);
    }
    for (const nodes of anchors.values())
        nodes.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
    return anchors;
}
/** The last of the nodes, which are in the order of the text, that begins before an offset; there may be very many. */
function lastBefore(nodes, offset) {
    let [low, high] = [0, nodes.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((nodes[middle]?.range?.[0] ?? 0) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return nodes[low - 1];
}
/** What the parser says of the text, in our words where it speaks of itself. */
function syntaxFault(code, message, [start, end]) {
    const plain = message.replace(/\.$/, '');
    if (code === 'RESOURCE_EXHAUSTION')
        return { start, end, message: 'this is nested too deeply', hint: '' };
    if (code === 'MULTIPLE_DOCS') {
        const hint = 'Put each into a file of its own.';
        return { start, end: start + 3, message: 'a second document begins here', hint };
    }
    if (code === 'TAB_AS_INDENT')
        return { start, end, message: plain, hint: 'Indent with spaces.' };
    return {
        start,
        end: Math.max(end, start + 1),
        message: plain.charAt(0).toLowerCase() + plain.slice(1),
        hint: ''
    };
}


/***/ }),

/***/ 4911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// UNUSED EXPORTS: CONFIG_KEYS, NEVER_IN_FILE

// EXTERNAL MODULE: ./lib/bundle/text.js
var bundle_text = __webpack_require__(1105);
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
