export const id = 896;
export const ids = [896];
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

/***/ 7515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_TEST_FILE_BYTES: () => (/* reexport */ MAX_TEST_FILE_BYTES),
  ReadingBudget: () => (/* reexport */ reading_budget/* ReadingBudget */.o),
  bundleOf: () => (/* reexport */ bundleOf),
  flowNamesOf: () => (/* binding */ flowNamesOf),
  readEventFile: () => (/* binding */ readEventFile),
  readSnapshots: () => (/* reexport */ snapshots/* readSnapshots */.y),
  readTestFile: () => (/* reexport */ readTestFile),
  snapshotPath: () => (/* reexport */ snapshots.snapshotPath),
  testedBundle: () => (/* reexport */ testedBundle),
  tooLargeTestFile: () => (/* reexport */ tooLargeTestFile),
  unreadableTestFile: () => (/* reexport */ unreadableTestFile)
});

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var json = __webpack_require__(7161);
// EXTERNAL MODULE: ./lib/bundle/text.js
var bundle_text = __webpack_require__(1105);
// EXTERNAL MODULE: ./lib/bundle/yaml.js
var yaml = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/flow/states.js
var states = __webpack_require__(2908);
// EXTERNAL MODULE: ./lib/bundle/model.js + 1 modules
var model = __webpack_require__(3850);
// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/flow-tests/bundles.js



/** The parts of a bundle that its tests need. @param root the bundle, with its placeholders filled in */
function testedBundle(path, lines, root, integration) {
    const resources = (0,model/* resourcesOf */.F3)(root);
    const actions = resources.filter(({ type }) => type === 'ZIS::Action::Http');
    return {
        path,
        lines,
        integration,
        flows: new Map((0,states/* flowsOf */.z)(resources).map((flow) => [flow.resource.name, flow])),
        actions: new Map(actions.map((action) => [action.name, action]))
    };
}
/** The path of the bundle that a test file tests; null, with a problem, where none or several may be meant. */
function bundleOf({ bundle, flow, problems }, known) {
    const name = typeof flow?.value === 'string' ? flow.value : null;
    if (flow === null || name === null)
        return null;
    if (bundle !== null && typeof bundle.value === 'string')
        return named(bundle.value);
    const having = known.filter(({ flows }) => flows.includes(name));
    const [only, other] = having;
    if (only !== undefined && other === undefined)
        return only.path;
    if (only !== undefined) {
        const paths = (0,words/* listOf */.c3)(having.map(({ path }) => path).slice(0, 5), 'and');
        const hint = `Say which one is tested: bundle: ${only.path}`;
        problems.error(flow, `${having.length} bundles have a flow ${(0,words/* quote */.hD)(name)}: ${paths}`, hint);
    }
    else {
        problems.error(flow, `no bundle has a flow ${(0,words/* quote */.hD)(name)}`, missingHint(name));
    }
    return null;
    function named(path) {
        const found = known.find((each) => each.path === path.replace(/^\.\//, ''));
        if (found === undefined) {
            const paths = known.map((each) => each.path);
            const hint = (0,words/* didYouMean */.au)(path, paths) ||
                'Paths are relative to the workspace; `bundles` says which files are bundles.';
            problems.error(bundle ?? TOP, `there is no bundle file ${(0,words/* quote */.hD)(path)}`, hint);
            return null;
        }
        if (!found.isReadable || found.flows.includes(name ?? ''))
            return found.path;
        const hint = (0,words/* didYouMean */.au)(name ?? '', found.flows);
        problems.error(flow ?? TOP, `${found.path} has no flow ${(0,words/* quote */.hD)(name ?? '')}`, hint || flowsHint(found));
        return null;
    }
    function missingHint(wanted) {
        const near = (0,words/* didYouMean */.au)(wanted, known.flatMap(({ flows }) => flows));
        if (near !== '')
            return near;
        const broken = known.filter(({ isReadable }) => !isReadable).map(({ path }) => path);
        if (broken.length > 0)
            return `${(0,words/* listOf */.c3)(broken.slice(0, 5), 'and')} could not be read.`;
        if (known.length === 0)
            return 'No bundle file was found: see `bundles`.';
        const flows = known.flatMap((bundle) => bundle.flows);
        return flows.length === 0 ? 'The bundles have no flow.' : `The bundles have ${shortList(flows)}.`;
    }
}
function flowsHint({ flows }) {
    return flows.length === 0 ? 'It has no flow.' : `It has ${shortList(flows)}.`;
}
function shortList(flows) {
    const named = (0,words/* listOf */.c3)(flows.slice(0, MOST_NAMED), 'and');
    return flows.length <= MOST_NAMED ? named : `${named}, and ${flows.length - MOST_NAMED} more`;
}
const MOST_NAMED = 10;
const TOP = { start: 0, end: 1 };

// EXTERNAL MODULE: ./lib/flow-tests/snapshots.js
var snapshots = __webpack_require__(4613);
// EXTERNAL MODULE: ./lib/flow-tests/reading-budget.js
var reading_budget = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/flow-tests/cases.js + 1 modules
var flow_tests_cases = __webpack_require__(1504);
// EXTERNAL MODULE: ./lib/flow-tests/fields.js
var fields = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lib/flow-tests/problem.js
/** So many problems of each severity are kept of a file; that there are more is said. */
const MOST = 100;
/** Collects problems; the same one at the same place counts once, as when each row of a case has it. */
class Problems {
    known = { error: new Map(), warning: new Map() };
    hasMore = { error: false, warning: false };
    error({ start, end }, message, hint = '') {
        this.add({ severity: 'error', start, end, message, hint });
    }
    warning({ start, end }, message, hint = '') {
        this.add({ severity: 'warning', start, end, message, hint });
    }
    get hasErrors() {
        return this.known.error.size > 0;
    }
    /** In the order of the file, and last whether there are more. */
    sorted() {
        const { error, warning } = this.known;
        const kept = [...error.values(), ...warning.values()].sort((a, b) => a.start - b.start);
        return [...kept, ...this.more('error'), ...this.more('warning')];
    }
    add(problem) {
        const known = this.known[problem.severity];
        const key = `${problem.start} ${problem.message}`;
        if (known.has(key))
            return;
        if (known.size < MOST)
            known.set(key, problem);
        else
            this.hasMore[problem.severity] = true;
    }
    more(severity) {
        if (!this.hasMore[severity])
            return [];
        return [
            { severity, start: 0, end: 1, message: `the file has more ${severity}s than these ${MOST}`, hint: '' }
        ];
    }
}

// EXTERNAL MODULE: ./lib/flow-tests/start.js + 1 modules
var start = __webpack_require__(8495);
;// CONCATENATED MODULE: ./lib/flow-tests/test-file.js







/** A test file over this is refused unread: test files that people write have some KB. */
const MAX_TEST_FILE_BYTES = 512 * 1024;
/**
 * Reads the bytes of a test file of at most MAX_TEST_FILE_BYTES, YAML or JSON. Never throws for what they hold: that
 * ends up in its problems.
 *
 * @param budget of all files of a run
 */
function readTestFile(path, content, budget = new reading_budget/* ReadingBudget */.o()) {
    const problems = new Problems();
    const { text, fault } = (0,bundle_text/* decode */.D4)(content);
    const file = { path, lines: new bundle_text/* Lines */.qo(text), problems };
    if (fault === 'utf-16' || fault === 'not-utf-8') {
        problems.error(test_file_TOP, 'the file is not UTF-8', 'Save it as UTF-8.');
    }
    else {
        const { root, faults } = (0,yaml/* parseYaml */.h)(text);
        for (const each of faults)
            problems.error(each, each.message, each.hint);
        if (root !== null)
            return { ...file, ...readRoot(root, budget, problems) };
    }
    return { ...file, ...NOTHING };
}
/** A test file of more than MAX_TEST_FILE_BYTES, which is not read. */
function tooLargeTestFile(path) {
    return unreadableTestFile(path, `the file is larger than ${MAX_TEST_FILE_BYTES / 1024} KB`, 'Split it.');
}
/** A test file whose bytes could not be had. */
function unreadableTestFile(path, message, hint) {
    const problems = new Problems();
    problems.error(test_file_TOP, message, hint);
    return { path, lines: new bundle_text/* Lines */.qo(''), problems, ...NOTHING };
}
const test_file_TOP = { start: 0, end: 1 };
const NOTHING = { bundle: null, flow: null, variables: new Map(), cases: [], eventFiles: [] };
function readRoot(root, budget, problems) {
    const known = ['bundle', 'flow', 'variables', 'defaults', 'cases', '$schema'];
    const members = (0,fields/* membersOf */.lS)(root, 'a test file', known, problems);
    if (members === null)
        return NOTHING;
    const [bundle, flow, variables, defaults, cases] = known.map((name) => members.get(name));
    const named = (node, what) => node !== undefined && (0,fields/* textOf */.b6)(node, what, problems) !== null ? node : null;
    if (flow === undefined)
        problems.error(root, 'a test file names the flow that it tests', 'Add flow: NAME.');
    if (cases === undefined)
        problems.error(root, 'a test file has cases', 'Add cases: with a list of them.');
    const shared = defaults === undefined ? null : (0,fields/* membersOf */.lS)(defaults, 'defaults', flow_tests_cases/* DEFAULT_KEYS */.ze, problems);
    const base = shared === null || defaults === undefined ? null : defaults;
    const all = cases === undefined ? [] : (0,flow_tests_cases/* casesOf */.DS)(cases, base, { budget: budget.ofOneFile(), problems });
    return {
        bundle: named(bundle, 'bundle'),
        flow: named(flow, 'flow'),
        variables: variables === undefined ? new Map() : variablesOf(variables, problems),
        cases: all,
        eventFiles: all.flatMap(start/* eventFilesIn */.vj)
    };
}
function variablesOf(node, problems) {
    const members = (0,fields/* membersOf */.lS)(node, 'variables', null, problems)?.nodes ?? [];
    return new Map(members.map(({ name, value }) => [name, value]));
}

;// CONCATENATED MODULE: ./lib/flow-tests/prepare.js







/** `properties.name` of the flows of a bundle, as its content has them. */
function flowNamesOf(content) {
    const resources = content['resources'];
    return Object.values((0,json/* isObject */.Gv)(resources) ? resources : {}).flatMap((resource) => {
        const properties = (0,json/* isObject */.Gv)(resource) && resource['type'] === 'ZIS::Flow' ? resource['properties'] : undefined;
        const name = (0,json/* isObject */.Gv)(properties) ? properties['name'] : undefined;
        return typeof name === 'string' ? [name] : [];
    });
}
/** Reads an event file, JSON or YAML; what is wrong with it is said where a case names it. */
function readEventFile(path, content) {
    const { text, fault } = (0,bundle_text/* decode */.D4)(content);
    if (fault === 'utf-16' || fault === 'not-utf-8')
        return { message: `${path} is not UTF-8`, hint: 'Save it as UTF-8.' };
    const { root, faults } = (0,yaml/* parseYaml */.h)(text);
    if (root !== null)
        return { value: root.value };
    const [first] = faults;
    const line = text.slice(0, first?.start ?? 0).split('\n').length;
    return { message: `${path}:${line}: ${first?.message ?? 'it cannot be read'}`, hint: first?.hint ?? '' };
}


/***/ })

};
