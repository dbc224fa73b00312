export const id = 627;
export const ids = [627,613];
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

/***/ 1001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ UNKNOWN_IDS),
/* harmony export */   YJ: () => (/* binding */ isUnknownId),
/* harmony export */   aR: () => (/* binding */ OTHER_ERROR_NAME),
/* harmony export */   kG: () => (/* binding */ UNKNOWNS),
/* harmony export */   to: () => (/* binding */ answersTo)
/* harmony export */ });
/** All points, in the order of the page about them. */
const UNKNOWNS = {
    'placeholder.type': {
        about: 'whether a placeholder that stands alone keeps the type of its value',
        answers: {
            typed: 'A number stays a number, an object an object.',
            text: 'The value becomes a text, as it does within a longer one.'
        },
        touched: 'A `.$` key, or a text in a `requestBody`, is one placeholder and nothing else, and its value is no text.',
        known: 'A `requestBody` that is one placeholder sends the object: a bundle of Zendesk relies on it. Of other places nothing is known.'
    },
    'placeholder.null': {
        about: 'what a placeholder in a longer text gives for null',
        answers: {
            'text-null': 'The text `null`.',
            empty: 'Nothing.',
            error: 'The state fails.'
        },
        touched: 'A placeholder within a text, a URL, a header or a message leads to `null`.',
        known: 'Nothing.'
    },
    'body.dollar-suffix': {
        about: 'whether a name that ends in .$ is resolved within a requestBody',
        answers: {
            resolved: 'It is looked up in the parameters, as in a state.',
            error: 'The action fails with "Error Resolving JSON Params".'
        },
        touched: 'A key within a `requestBody` ends in `.$`.',
        known: "Zendesk's pages and public bundles have such keys; a user reports that they fail. `requestBody.$` as a whole and placeholders work for all."
    },
    'http.empty-body': {
        about: 'what an answer without a body gives',
        answers: {
            null: '`null` at the `ResultPath`.',
            object: 'An empty object.',
            text: '`{"__httpresponse": ""}`, as for an answer that is no JSON.'
        },
        touched: 'The answer of an HTTP action is 2xx and has no body.',
        known: 'An answer that is no JSON stands in `__httpresponse` (an older page of Zendesk).'
    },
    'choice.missing-variable': {
        about: 'what a condition on a path that is not there does',
        answers: {
            error: 'The state fails, and with it the flow.',
            false: 'The condition is false.'
        },
        touched: 'A condition other than `IsPresent` looks at a path that is not there.',
        known: "In Amazon's language the flow fails."
    },
    'choice.null-present': {
        about: 'whether IsPresent holds for null',
        answers: {
            true: 'A `null` is present.',
            false: 'A `null` is not present.'
        },
        touched: '`IsPresent` looks at a `null`.',
        known: "In Amazon's language it is present; two bundles that Zendesk wrote assume that it is not."
    },
    'map.empty': {
        about: 'what Map gives for []',
        answers: {
            list: 'An empty list.',
            null: '`null`.'
        },
        touched: 'A Map goes over an empty list.',
        known: "In Amazon's language it gives an empty list; one public bundle repairs a `null`."
    },
    'jq.many': {
        about: 'which of several results of a jq program counts',
        answers: {
            first: 'The first one.',
            last: 'The last one.'
        },
        touched: 'A jq program gives several results, and the first and the last differ.',
        known: 'A public bundle relies on one of them, and not on a list.'
    },
    'jq.none': {
        about: 'what a jq program without a result gives',
        answers: {
            null: '`null`.',
            error: 'The state fails.'
        },
        touched: 'A jq program gives no result, as `empty` and `select` do.',
        known: 'Nothing.'
    },
    'jq.text-data': {
        about: 'whether jq reads a data text as JSON',
        answers: {
            json: 'The text is read as JSON; the state fails when it is none.',
            text: 'jq gets the text itself.'
        },
        touched: 'The `data.$` of a jq action leads to a text.',
        known: 'A `data` that is written in the bundle is a text that holds JSON.'
    },
    'result.null-path': {
        about: 'what a ResultPath of null does',
        answers: {
            discard: 'The result is dropped and the data stays as it was.',
            error: 'The state fails.'
        },
        touched: 'A `ResultPath` is `null`.',
        known: "In Amazon's language the result is dropped."
    },
    'result.scalar-parent': {
        about: 'what a ResultPath below a value that is no object does',
        answers: {
            replace: 'An object takes the place of the value.',
            error: 'The state fails.'
        },
        touched: 'A `ResultPath` goes below a text, a number, a list or `null`.',
        known: "In Amazon's language the state fails; missing parents are made, as Zendesk documents."
    },
    'config.missing': {
        about: 'what LoadConfig gives for a scope without a config',
        answers: {
            empty: '`{"config": {}}`.',
            error: 'The state fails.'
        },
        touched: 'LoadConfig finds no config of its scope.',
        known: 'Nothing.'
    },
    'links.result': {
        about: 'what LoadLinks, PatchLink and DeleteLink give',
        answers: {
            link: 'LoadLinks gives `{"links": [\u2026]}`, the others `{"link": {\u2026}}`.',
            empty: 'An empty object.'
        },
        touched: 'One of these actions is run and has no mock.',
        known: 'CreateLink gives `{"link": {\u2026}}`.'
    },
    'error.name': {
        about: 'the Error of this failure',
        answers: {},
        touched: 'A state, or an expectation, reads the `Error` of a failure other than a Fail state. Only then is it varied: with the name that Amazon has for it, with names that it is compared with, and with one that nothing expects.',
        known: 'Zendesk documents the `Cause` of an action that is not answered with 2xx, and no `Error`.'
    },
    'retry.flow': {
        about: 'whether a flow is run again after a 429 or 500',
        answers: {
            none: 'The flow fails.',
            three: 'The flow is begun anew, three times in all.'
        },
        touched: 'A flow ends with an HTTP action that is answered with 429 or 500, and an expectation looks at the calls.',
        known: 'Older pages of Zendesk say three or four times; the present one says neither.'
    }
};
/** A name that no error has: what depends on the names of errors shows with it. */
const OTHER_ERROR_NAME = 'AnotherName';
const UNKNOWN_IDS = Object.keys(UNKNOWNS);
function isUnknownId(id) {
    return Object.hasOwn(UNKNOWNS, id);
}
/** The answers that a point can have, the likeliest first; none for `error.name`, which any text answers. */
function answersTo(id) {
    return Object.keys(UNKNOWNS[id].answers);
}


/***/ }),

/***/ 3387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   aG: () => (/* binding */ wordOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4842);

/**
 * The members of an object by name; null, with a problem, where it is none. Members with other names are problems.
 *
 * @param what the object in words, such as `a case`
 * @param known the names that it may have; null when they are the user's own
 */
function membersOf(node, what, known, problems) {
    if (node.type !== 'object') {
        wrongType(node, what, 'an object', problems);
        return null;
    }
    if (known === null)
        return node.properties;
    for (const member of node.properties.nodes) {
        if (known.includes(member.name))
            continue;
        const hint = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(member.name, known) || `It has ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(known, 'and')}.`;
        problems.error(member.key ?? member, `${what} has no ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(member.name)}`, hint);
    }
    return node.properties;
}
/** A text; null, with a problem, for anything else. */
function textOf(node, what, problems) {
    if (typeof node.value === 'string' && node.value !== '')
        return node.value;
    wrongType(node, what, node.value === '' ? 'a text that is not empty' : 'a text', problems);
    return null;
}
/** The items of a list; none, with a problem, for anything else. */
function itemsOf(node, what, problems) {
    if (node.type === 'array')
        return node.items;
    wrongType(node, what, 'a list', problems);
    return [];
}
/** A number within bounds; null, with a problem, for anything else. */
function numberOf(node, what, { least, most, whole }, problems) {
    const { value } = node;
    if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value)))
        return value;
    const kind = whole ? 'a whole number' : 'a number';
    const wanted = most === Infinity ? `${kind}, ${least} or more` : `${kind} from ${least} to ${most}`;
    if (typeof value === 'number')
        problems.error(node, `${what} is ${wanted}`, `This is ${value}.`);
    else
        wrongType(node, what, wanted, problems);
    return null;
}
/** One of some words; null, with a problem, for anything else. */
function wordOf(node, what, words, problems) {
    const found = words.find((word) => word === node.value);
    if (found !== undefined)
        return found;
    const hint = typeof node.value === 'string' ? (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(node.value, words) : '';
    problems.error(node, `${what} is ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(words)}`, hint);
    return null;
}
function wrongType(node, what, wanted, problems) {
    const found = typeof node.value === 'string' ? 'a text' : node.type === 'array' ? 'a list' : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .withArticle */ .vJ)(node.type);
    problems.error(node, `${what} is ${wanted}`, found === wanted ? '' : `This is ${found}.`);
}


/***/ }),

/***/ 762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ withHeadersOf)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5371);

/** The expected request with its headers named as the call names them: their case does not count. */
function withHeadersOf(request, headers) {
    const names = new Map(Object.keys(headers).map((name) => [name.toLowerCase(), name]));
    const expected = request.properties.get('headers');
    if (expected?.type !== 'object')
        return request;
    const headersNamed = expected.properties.nodes.map((header) => {
        const name = names.get(header.name.toLowerCase());
        if (name === undefined || name === header.name)
            return header;
        return header.key === null ? header : (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(header, { ...header.key, name });
    });
    const others = request.properties.nodes.filter(({ name }) => name !== 'headers');
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOfMembers */ .Qi)([...others, (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOfMembers */ .Qi)(headersNamed, expected.key, expected)], request.key, request);
}


/***/ }),

/***/ 5105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   Mv: () => (/* binding */ checkMatchers),
/* harmony export */   YW: () => (/* binding */ match)
/* harmony export */ });
/* unused harmony export MATCHERS */
/* harmony import */ var _bundle_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7161);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4842);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5371);



/** The matchers of a test file, and what each takes. */
const MATCHERS = ['$exact', '$match', '$type', '$present', '$any'];
/** What `$type` can name: the types of JSON, and whole numbers. */
const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'];
/** Longer regular expressions are not taken. */
const MAX_PATTERN = 1_000;
/** More differences of one value are not looked for. */
const MOST = 20;
/** Whether an expectation is one, wherever it holds a matcher. */
function checkMatchers(node, problems) {
    if (node.type === 'array')
        for (const item of node.items)
            checkMatchers(item, problems);
    if (node.type !== 'object')
        return;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMatcher */ .H7)(node))
        checkMatcher(node, problems);
    else
        for (const member of node.properties.nodes)
            checkMatchers(member, problems);
}
function checkMatcher(node, problems) {
    const [matcher, ...others] = node.properties.nodes;
    const name = node.properties.names.find((each) => !MATCHERS.includes(each));
    if (name !== undefined || matcher === undefined) {
        const member = node.properties.get(name ?? '') ?? node;
        const hint = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name ?? '', MATCHERS) || `Matchers are ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(MATCHERS)}. ${LITERALLY}`;
        const isMixed = name !== undefined && !/^\$[A-Za-z]/.test(name);
        const message = isMixed
            ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} stands beside a matcher`
            : `there is no matcher ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name ?? '')}`;
        problems.error(member.key ?? member, message, isMixed ? LITERALLY : hint);
    }
    else if (others.length > 0) {
        problems.error(node, 'a matcher stands alone in its object', LITERALLY);
    }
    else {
        const fault = argumentFault(matcher);
        if (fault !== null)
            problems.error(matcher, fault.message, fault.hint);
    }
}
const LITERALLY = 'An object that has such names itself is written {$exact: {\u2026}}.';
function argumentFault({ name, value }) {
    switch (name) {
        case '$match':
            return patternFault(value);
        case '$type':
            if (typeof value === 'string' && TYPES.includes(value))
                return null;
            return {
                message: `$type takes ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(TYPES)}`,
                hint: typeof value === 'string' ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(value, TYPES) : ''
            };
        case '$present':
            return typeof value === 'boolean' ? null : { message: '$present takes true or false', hint: '' };
        case '$any':
            return value === true
                ? null
                : { message: '$any takes true', hint: 'What must not be there is {$present: false}.' };
        default:
            return null;
    }
}
/** What is wrong with the regular expression of `$match`; null when nothing is. */
function patternFault(value) {
    if (typeof value !== 'string')
        return { message: '$match takes a regular expression as a text', hint: 'Put it in quotes.' };
    if (value.length > MAX_PATTERN)
        return { message: `this regular expression is longer than ${MAX_PATTERN} characters`, hint: '' };
    try {
        new RegExp(value, 'u');
        return null;
    }
    catch (error) {
        const [, reason = 'it cannot be read'] = /: ([^:]+)$/.exec(String(error)) ?? [];
        return {
            message: `this is no regular expression: ${reason}`,
            hint: 'It is read as in JavaScript, with the flag u.'
        };
    }
}
/**
 * Where a value is not as expected: objects are matched as subsets, lists by their length and items, other values
 * exactly.
 *
 * @param expected sound by checkMatchers
 */
function* match(expected, actual, { exactly = false, onError = () => undefined } = {}) {
    const found = [];
    if (exactly && actual !== undefined)
        onError(actual);
    yield* compare(expected, actual, [], { found, exactly, onError });
    return found;
}
function* compare(expected, actual, path, comparison) {
    const { found } = comparison;
    if (found.length >= MOST)
        return;
    const differs = (wanted, isLate = false) => {
        found.push({ path, expected, actual, wanted, isLate });
    };
    const [matcher] = expected.type === 'object' && (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMatcher */ .H7)(expected) ? expected.properties.nodes : [];
    if (matcher !== undefined) {
        if (matcher.name === '$exact' && actual !== undefined)
            comparison.onError(actual);
        const verdict = yield* matches(matcher, actual);
        if (verdict !== true)
            differs(wordsOf(matcher), verdict === 'late');
    }
    else if (actual === undefined || kindOf(actual) !== kindOf(expected.value)) {
        differs(shownValue(expected.value));
    }
    else if (expected.type === 'object') {
        yield* compareMembers(expected, actual, path, comparison);
    }
    else if (Array.isArray(actual)) {
        if (expected.items.length !== actual.length)
            differs(`a list of ${countOf(expected.items.length)}`);
        else
            yield* compareItems(expected, actual, path, comparison);
    }
    else if (expected.value !== actual) {
        differs(shownValue(expected.value));
    }
}
function* compareItems({ items }, actual, path, comparison) {
    for (const [index, item] of items.entries())
        yield* compare(item, actual[index], [...path, index], comparison);
}
function* compareMembers(expected, actual, path, comparison) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
        return;
    if (expected.properties.has('Error'))
        comparison.onError(actual);
    for (const member of expected.properties.nodes)
        yield* compare(member, (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(actual, member.name), [...path, member.name], comparison);
    if (!comparison.exactly)
        return;
    for (const name of Object.keys(actual)) {
        if (expected.properties.has(name))
            continue;
        if (comparison.found.length >= MOST)
            return;
        const extra = { path: [...path, name], actual: (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(actual, name) };
        comparison.found.push({ ...extra, expected, wanted: 'nothing', isLate: false });
    }
}
function* matches({ name, value }, actual) {
    if (name === '$present')
        return (actual !== undefined) === value;
    if (actual === undefined)
        return false;
    switch (name) {
        case '$any':
            return true;
        case '$exact':
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(value, actual);
        case '$type':
            return value === 'integer' ? Number.isInteger(actual) : kindOf(actual) === value;
        default: {
            if (typeof actual !== 'string' || typeof value !== 'string')
                return false;
            const answer = yield { kind: 'regex', pattern: value, text: actual };
            if (answer.kind !== 'regex')
                throw new Error('a regular expression was answered with something else');
            return answer.late ? 'late' : answer.matches;
        }
    }
}
function wordsOf({ name, value }) {
    switch (name) {
        case '$present':
            return value === true ? 'something' : 'nothing';
        case '$any':
            return 'something';
        case '$exact':
            return `exactly ${shownValue(value)}`;
        case '$type':
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .withArticle */ .vJ)(textIn(value));
        default:
            return `a text that /${textIn(value)}/ matches`;
    }
}
function textIn(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** The type of a value, as JSON names it. */
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function countOf(items) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(items, 'item');
}
/** A value as JSON, cut when it is long. */
function shownValue(value, most = 200) {
    if (value === undefined)
        return 'nothing';
    const text = JSON.stringify(value);
    return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wv: () => (/* binding */ MockQueue),
/* harmony export */   Yg: () => (/* binding */ LATE_WHEN),
/* harmony export */   iG: () => (/* binding */ readMocks)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4842);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3387);
/* harmony import */ var _headers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(762);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5105);




const KEYS = ['status', 'body', 'text', 'result', 'error', 'when'];
/** Reads `mocks` of a case. */
function readMocks(node, known, problems) {
    const mocks = new Map();
    for (const mock of (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .lS)(node, 'mocks', null, problems)?.nodes ?? []) {
        checkAction(mock, known, problems);
        const listed = mock.type === 'array' ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(mock, 'a mock', problems) : [mock];
        if (listed.length === 0)
            problems.error(mock, 'a mock needs at least one outcome', 'Add one, such as {status: 200}.');
        const isHttp = !known.builtIn.includes(mock.name);
        const outcomes = listed.map((outcome) => readOutcome(outcome, isHttp, problems));
        mocks.set(mock.name, outcomes.filter((outcome) => outcome !== null));
    }
    return mocks;
}
function checkAction({ name, key, start, end }, known, problems) {
    const all = [...known.custom, ...known.builtIn];
    if (all.includes(name))
        return;
    const short = /^zis:[^:]*:action:(.+)$/.exec(name)?.[1];
    const hint = short !== undefined && known.custom.includes(short)
        ? `A custom action is named by its name alone: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(short)}.`
        : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, all);
    problems.error(key ?? { start, end }, `the bundle has no action ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}`, hint);
}
/** @returns null, with a problem, where it says nothing that can be done */
function readOutcome(node, isHttp, problems) {
    const members = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .lS)(node, 'the outcome of a mock', KEYS, problems);
    if (members === null)
        return null;
    const when = members.get('when');
    const conditions = when === undefined ? undefined : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .lS)(when, 'when', ['parameters', 'request'], problems);
    for (const condition of conditions?.nodes ?? [])
        (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMatchers */ .Mv)(condition, problems);
    const outcome = outcomeOf(node, isHttp, problems);
    if (outcome === null)
        return null;
    return {
        node,
        outcome,
        parameters: conditions?.get('parameters') ?? null,
        request: conditions?.get('request') ?? null
    };
}
function outcomeOf(node, isHttp, problems) {
    const { properties } = node;
    const kinds = ['status', 'result', 'error'].filter((name) => properties.has(name));
    if (kinds.length !== 1) {
        const message = kinds.length === 0 ? 'a mock says what comes back' : `a mock has only one of ${kinds.join(' and ')}`;
        problems.error(node, message, 'Give status (with body or text), result or error.');
        return null;
    }
    const stray = ['body', 'text'].map((name) => properties.get(name)).find((member) => member !== undefined);
    if (kinds[0] !== 'status' && stray !== undefined)
        problems.error(stray.key ?? stray, `${stray.name} goes with status`, '');
    const result = properties.get('result');
    if (result !== undefined)
        return { kind: 'result', result: result.value };
    const error = properties.get('error');
    return error === undefined ? httpOutcome(node, isHttp, problems) : errorOutcome(error, problems);
}
function httpOutcome({ properties }, isHttp, problems) {
    const [status, body, text] = [properties.get('status'), properties.get('body'), properties.get('text')];
    if (status === undefined)
        return null;
    if (!isHttp) {
        problems.error(status.key ?? status, 'this action sends no HTTP request', 'Give result or error.');
        return null;
    }
    if (body !== undefined && text !== undefined)
        problems.error(text.key ?? text, 'an answer has a body or a text', 'body is JSON, text is anything else.');
    if (text !== undefined && typeof text.value !== 'string')
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongType */ .gQ)(text, 'text', 'a text', problems);
    const code = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .numberOf */ .rl)(status, 'status', { least: 100, most: 599, whole: true }, problems);
    if (code === null)
        return null;
    return {
        kind: 'http',
        status: code,
        ...(body === undefined ? {} : { body: body.value }),
        ...(typeof text?.value === 'string' ? { text: text.value } : {})
    };
}
function errorOutcome(node, problems) {
    const members = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .membersOf */ .lS)(node, 'an error', ['Error', 'Cause'], problems);
    const [name, cause] = [members?.get('Error'), members?.get('Cause')];
    return {
        kind: 'error',
        Error: name === undefined ? null : (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(name, 'Error', problems),
        Cause: cause === undefined
            ? ''
            : typeof cause.value === 'string'
                ? cause.value
                : ((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(cause, 'Cause', problems) ?? '')
    };
}
/** Why a run is stopped where nobody knows which outcome a call gets. */
const LATE_WHEN = 'a regular expression in the "when" of its mocks took too long';
/** The mocks of one run: which outcomes were used, and so which is next. */
class MockQueue {
    mocks;
    used = new Set();
    constructor(mocks) {
        this.mocks = mocks;
    }
    /**
     * What a call gets; null when no outcome is for it. Of those that match the next in order, at last the last one.
     * A `when` that could not be decided in time stops the run.
     */
    *answer(call) {
        const matching = [];
        for (const outcome of this.mocks.get(call.action) ?? []) {
            const verdict = yield* isFor(outcome, call);
            if (verdict === 'late')
                return { kind: 'stop', reason: LATE_WHEN };
            if (verdict)
                matching.push(outcome);
        }
        const next = matching.find((outcome) => !this.used.has(outcome)) ?? matching.at(-1);
        if (next === undefined)
            return null;
        this.used.add(next);
        return next.outcome;
    }
}
function* isFor({ parameters, request }, call) {
    const found = parameters === null ? [] : [...(yield* (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .match */ .YW)(parameters, call.parameters))];
    if (request !== null) {
        if (call.request === null)
            return false;
        const expected = (0,_headers_js__WEBPACK_IMPORTED_MODULE_0__/* .withHeadersOf */ .k)(request, call.request.headers);
        found.push(...(yield* (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .match */ .YW)(expected, asValue(call.request))));
    }
    if (found.some(({ isLate }) => !isLate))
        return false;
    return found.length === 0 || 'late';
}
/** A request as JSON has it. */
function asValue({ method, url, headers, body }) {
    return { method, url, headers, body };
}


/***/ }),

/***/ 6467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ endState),
/* harmony export */   Fj: () => (/* binding */ endDocument),
/* harmony export */   PM: () => (/* binding */ outermostVisits),
/* harmony export */   mh: () => (/* binding */ lastAttempt),
/* harmony export */   p9: () => (/* binding */ callsOf),
/* harmony export */   pF: () => (/* binding */ endResult),
/* harmony export */   up: () => (/* binding */ endInWords)
/* harmony export */ });
/* unused harmony export cut */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4842);

/** The calls of a run in order, those of iterations too; transformations are none. */
function callsOf({ visits }) {
    return visits.flatMap(({ call }) => {
        if (call === null || call.action.startsWith('zis:common:transform:'))
            return [];
        const { action, parameters, request, state } = call;
        return [{ action, parameters, request, state }];
    });
}
/** The document that `document` looks into: at the end, or on entry to the failing state of the outermost scope. */
function endDocument({ end, visits }) {
    if (end.status === 'succeeded')
        return end.document;
    return visits.findLast(({ map }) => map === null)?.document;
}
/** The visits of the outermost scope, of the last time that the flow was tried. */
function outermostVisits(run) {
    return lastAttempt(run).filter(({ map }) => map === null);
}
/** The visits of the last time that the flow was tried. */
function lastAttempt({ visits, attempts }) {
    return visits.filter(({ attempt }) => attempt === attempts);
}
function endState(end) {
    if (end.status === 'succeeded')
        return end.state.node;
    return (end.innermost ?? end.state)?.node ?? null;
}
/** How a flow ended, in words: `failed at "Post": Boom: it broke`. */
function endInWords(end) {
    if (end.status === 'succeeded')
        return `succeeded at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(end.state.name)}`;
    const { error, state, innermost } = end;
    const where = state === null ? 'before its first state' : `at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)((innermost ?? state).name)}`;
    const about = error.Error === '' ? error.Cause : `${error.Error}: ${error.Cause}`;
    return `failed ${where}: ${cut(about)}`;
}
function cut(text) {
    return text.length <= 300 ? text : `${text.slice(0, 299)}\u2026`;
}
/** How a flow ended, as a result tells it; one that a missing mock stopped counts as failed. */
function endResult({ end }) {
    const state = end.state?.name ?? null;
    if (end.status === 'succeeded')
        return { state, status: 'succeeded', message: end.message, error: null };
    if (end.status === 'stopped')
        return { state, status: 'failed', message: null, error: null };
    const { Error, Cause } = end.error;
    return { state, status: 'failed', message: null, error: { Error, Cause } };
}


/***/ }),

/***/ 4613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ snapshotOf),
/* harmony export */   snapshotPath: () => (/* binding */ snapshotPath),
/* harmony export */   snapshotText: () => (/* binding */ snapshotText),
/* harmony export */   y: () => (/* binding */ readSnapshots)
/* harmony export */ });
/* harmony import */ var _bundle_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7161);
/* harmony import */ var _secrets_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4244);
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6467);



/** Where the snapshots of a test file are stored. */
function snapshotPath(testFile) {
    return `${testFile}.snap`;
}
/** What a snapshot holds of a run, without credentials: where it went, how it ended, what it called, and the end document. */
function snapshotOf(run) {
    const { state, status, message, error } = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .endResult */ .pF)(run);
    return withoutCredentials({
        path: (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .outermostVisits */ .PM)(run).map((visit) => visit.state.name),
        end: {
            status,
            state,
            ...(message === null ? {} : { message }),
            ...(error === null ? {} : { error: { ...error } })
        },
        calls: (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .callsOf */ .p9)(run).map(({ action, parameters, request }) => ({
            action,
            parameters,
            ...(request === null ? {} : { request: { ...request } })
        })),
        slept: Math.round(run.slept * 1e6) / 1e6,
        document: run.end.status === 'succeeded' ? run.end.document : null
    });
}
/** A snapshot is committed: what looks like a credential is not in it, and so not compared. */
function withoutCredentials(object) {
    const clean = {};
    for (const [name, member] of Object.entries(object))
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(clean, name, cleanValue(member));
    return clean;
}
function cleanValue(value) {
    if (typeof value === 'string')
        return (0,_secrets_find_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceSecrets */ .Et)(value, [], '\u2022\u2022\u2022');
    if (Array.isArray(value))
        return value.map(cleanValue);
    return (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? withoutCredentials(value) : value;
}
/** Reads a file of snapshots; null when it is none. */
function readSnapshots(text) {
    try {
        const file = JSON.parse(text);
        const cases = (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(file) && file['version'] === 1 ? file['cases'] : undefined;
        return (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(cases) ? new Map(Object.entries(cases)) : null;
    }
    catch {
        return null;
    }
}
/** The file of these snapshots, in the order of the cases' names. */
function snapshotText(snapshots) {
    const cases = {};
    for (const name of [...snapshots.keys()].sort())
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(cases, name, snapshots.get(name) ?? null);
    return `${JSON.stringify({ version: 1, cases }, null, 2)}\n`;
}


/***/ }),

/***/ 6367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fD: () => (/* binding */ MAX_TEST_FILE_BYTES),
  nP: () => (/* binding */ readCase),
  jq: () => (/* binding */ readTestFile),
  CV: () => (/* binding */ tooLargeTestFile),
  e_: () => (/* binding */ unreadableTestFile)
});

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var json = __webpack_require__(7161);
// EXTERNAL MODULE: ./lib/bundle/yaml.js
var yaml = __webpack_require__(6025);
// EXTERNAL MODULE: ./lib/bundle/text.js
var bundle_text = __webpack_require__(1105);
// EXTERNAL MODULE: ./lib/flow-run/unknowns.js
var unknowns = __webpack_require__(1001);
// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
// EXTERNAL MODULE: ./lib/flow-tests/values.js
var values = __webpack_require__(5371);
;// CONCATENATED MODULE: ./lib/flow-tests/columns.js

/** What the rows of one file may make altogether, so that a few of them cannot fill the memory. */
class Budget {
    left = 20_000_000;
    get isSpent() {
        return this.left < 0;
    }
    /** @param size characters of text; a value counts as some more @returns whether there is enough left */
    spend(size) {
        this.left -= size;
        return this.left >= 0;
    }
}
/** What a value costs besides its text. */
const VALUE_SIZE = 20;
/** The values of one row by their columns, and which of them were used. */
class Row {
    columns;
    budget;
    used = new Set();
    constructor(columns, budget) {
        this.columns = columns;
        this.budget = budget;
    }
    /**
     * A value with each `{column}` of this row replaced, in its texts and in its keys. A text that is only
     * `{column}` becomes the column's value, of whatever type; what stands within `{{ }}` is left alone.
     */
    fill(node) {
        return this.filled(node, this.keyOf(node));
    }
    filled(node, key) {
        if (!this.budget.spend(VALUE_SIZE))
            return node;
        if (node.type === 'object') {
            const members = node.properties.nodes.map((member) => this.filled(member, this.keyOf(member)));
            return (0,values/* objectOfMembers */.Qi)(members, key, node);
        }
        if (node.type === 'array')
            return (0,values/* listOfItems */.gB)(node.items.map((item) => this.filled(item, null)), key, node);
        return (0,values/* valueAt */.fK)(typeof node.value === 'string' ? this.text(node.value) : node.value, key, node);
    }
    keyOf({ key }) {
        if (key === null || !key.name.includes('{'))
            return key;
        return { ...key, name: this.joined(key.name) };
    }
    text(text) {
        if (!text.includes('{'))
            return text;
        const whole = this.value(/^\{([^{}]+)\}$/.exec(text)?.[1]);
        return whole === undefined ? this.joined(text) : whole.value;
    }
    joined(text) {
        let filled = '';
        for (let at = 0; at < text.length;) {
            const open = text.indexOf('{{', at);
            const close = open === -1 ? -1 : text.indexOf('}}', open);
            if (close === -1)
                return filled + this.replaced(text.slice(at));
            filled += this.replaced(text.slice(at, open)) + text.slice(open, close + 2);
            at = close + 2;
        }
        return filled;
    }
    replaced(text) {
        return text.replace(COLUMN, (found, column) => {
            const value = this.value(column)?.value;
            if (value === undefined)
                return found;
            const shown = typeof value === 'string' ? value : JSON.stringify(value);
            return this.budget.spend(shown.length) ? shown : found;
        });
    }
    value(column) {
        const found = column === undefined ? undefined : this.columns.get(column);
        if (found !== undefined && column !== undefined)
            this.used.add(column);
        return found;
    }
}
const COLUMN = /\{([^{}]+)\}/g;

// EXTERNAL MODULE: ./lib/flow/path.js
var path = __webpack_require__(3937);
// EXTERNAL MODULE: ./lib/flow-tests/fields.js
var fields = __webpack_require__(3387);
// EXTERNAL MODULE: ./lib/flow-tests/matchers.js
var matchers = __webpack_require__(5105);
;// CONCATENATED MODULE: ./lib/flow-tests/expectations.js




const EXPECTATIONS = [
    'end',
    'error',
    'passes',
    'path',
    'calls',
    'document',
    'output',
    'at',
    'slept',
    'covers',
    'snapshot'
];
const NOTHING_EXPECTED = {
    isEmpty: true,
    end: null,
    error: null,
    passes: null,
    path: null,
    calls: null,
    document: [],
    output: null,
    at: [],
    slept: null,
    covers: null,
    snapshot: null
};
/** Reads `expect` of a case. */
function readExpectations(node, names, problems) {
    return new Reader(names, problems).read(node);
}
class Reader {
    names;
    problems;
    outer;
    all;
    constructor(names, problems) {
        this.names = names;
        this.problems = problems;
        this.outer = [...names.flow.definition.states.keys()];
        this.all = [...new Set(names.flow.scopes.flatMap(({ states }) => [...states.keys()]))];
    }
    read(node) {
        const members = (0,fields/* membersOf */.lS)(node, 'expect', EXPECTATIONS, this.problems);
        if (members === null)
            return NOTHING_EXPECTED;
        const part = (name, read, otherwise) => {
            const member = members.get(name);
            return member === undefined ? otherwise : read.call(this, member);
        };
        return {
            isEmpty: members.size === 0,
            end: part('end', (end) => this.end(end), null),
            error: part('error', (error) => this.error(error), null),
            passes: part('passes', (passes) => this.states(passes, this.all, 'passes'), null),
            path: part('path', (path) => this.states(path, this.outer, 'path'), null),
            calls: part('calls', (calls) => this.calls(calls), null),
            document: part('document', (document) => this.paths(document, 'document'), []),
            output: part('output', (output) => this.matcher(output), null),
            at: part('at', (at) => this.at(at), []),
            slept: part('slept', (slept) => this.slept(slept), null),
            covers: part('covers', (covers) => this.covers(covers), null),
            snapshot: part('snapshot', (snapshot) => this.snapshot(snapshot), null)
        };
    }
    end(node) {
        const members = (0,fields/* membersOf */.lS)(node, 'end', ['status', 'state', 'message'], this.problems);
        const [status, state, message] = ['status', 'state', 'message'].map((name) => members?.get(name));
        if (status !== undefined)
            (0,fields/* wordOf */.aG)(status, 'status', ['succeeded', 'failed'], this.problems);
        if (state !== undefined)
            this.state(state, this.outer);
        if (message !== undefined)
            (0,matchers/* checkMatchers */.Mv)(message, this.problems);
        return members;
    }
    error(node) {
        const parts = (0,fields/* membersOf */.lS)(node, 'error', ['state', 'Error', 'Cause'], this.problems);
        const state = parts?.get('state');
        if (state !== undefined)
            this.state(state, this.outer);
        for (const name of ['Error', 'Cause']) {
            const part = parts?.get(name);
            if (part !== undefined)
                (0,matchers/* checkMatchers */.Mv)(part, this.problems);
        }
        return parts === null ? null : { node, parts };
    }
    states(node, known, what) {
        for (const item of (0,fields/* itemsOf */.S3)(node, what, this.problems))
            this.state(item, known);
        return node;
    }
    state(node, known) {
        const name = (0,fields/* textOf */.b6)(node, 'the name of a state', this.problems);
        if (name === null || known.includes(name))
            return;
        const hint = known === this.outer && this.all.includes(name)
            ? 'It is in the Iterator of a Map, and here only states of the outermost scope are named.'
            : (0,words/* didYouMean */.au)(name, known);
        this.problems.error(node, `the flow has no state ${(0,words/* quote */.hD)(name)}`, hint);
    }
    calls(node) {
        if (node.type === 'array')
            return { list: this.callList(node), isSubset: false, counts: [] };
        const members = (0,fields/* membersOf */.lS)(node, 'calls', ['order', 'list', 'count'], this.problems);
        if (members === null)
            return null;
        const [order, list, count] = [members.get('order'), members.get('list'), members.get('count')];
        if (order !== undefined)
            (0,fields/* wordOf */.aG)(order, 'order', ['subset'], this.problems);
        if ((order === undefined) !== (list === undefined))
            this.problems.error(node, 'order and list go together', 'All calls in order are written as a plain list.');
        if (list === undefined && count === undefined)
            this.problems.error(node, 'calls says neither list nor count', '');
        return {
            list: list === undefined ? null : this.callList(list),
            isSubset: true,
            counts: count === undefined ? [] : this.counts(count)
        };
    }
    callList(node) {
        for (const call of (0,fields/* itemsOf */.S3)(node, 'calls', this.problems)) {
            const members = (0,fields/* membersOf */.lS)(call, 'a call', ['action', 'parameters', 'request'], this.problems);
            const [action, parameters] = [members?.get('action'), members?.get('parameters')];
            const request = members?.get('request');
            if (action !== undefined)
                this.action(action);
            if (parameters !== undefined)
                (0,matchers/* checkMatchers */.Mv)(parameters, this.problems);
            if (request === undefined)
                continue;
            const parts = (0,fields/* membersOf */.lS)(request, 'request', ['method', 'url', 'headers', 'body'], this.problems);
            for (const part of parts?.nodes ?? [])
                (0,matchers/* checkMatchers */.Mv)(part, this.problems);
        }
        return node;
    }
    counts(node) {
        const members = (0,fields/* membersOf */.lS)(node, 'count', null, this.problems)?.nodes ?? [];
        for (const member of members) {
            this.action(member, member.name);
            (0,fields/* numberOf */.rl)(member, 'a count', { least: 0, most: Infinity, whole: true }, this.problems);
        }
        return members;
    }
    action(node, named) {
        const name = named ?? (0,fields/* textOf */.b6)(node, 'action', this.problems);
        const known = [...this.names.custom, ...this.names.builtIn];
        if (name === null || known.includes(name))
            return;
        const at = named === undefined ? node : (node.key ?? node);
        this.problems.error(at, `the bundle has no action ${(0,words/* quote */.hD)(name)}`, (0,words/* didYouMean */.au)(name, known));
    }
    paths(node, what) {
        const paths = [];
        for (const expected of (0,fields/* membersOf */.lS)(node, what, null, this.problems)?.nodes ?? []) {
            const text = expected.name;
            const at = expected.key ?? expected;
            (0,matchers/* checkMatchers */.Mv)(expected, this.problems);
            if (!text.startsWith('$')) {
                this.problems.error(at, `${(0,words/* quote */.hD)(text)} is no path`, `Paths begin with $, such as "$.${text}".`);
                continue;
            }
            const { segments, fault } = (0,path/* parsePath */.Rr)(text);
            if (fault === null)
                paths.push({ text, segments, expected });
            else
                this.problems.error(at, `${(0,words/* quote */.hD)(text)} cannot be read: ${fault.message}`, fault.hint);
        }
        return paths;
    }
    at(node) {
        const members = (0,fields/* membersOf */.lS)(node, 'at', null, this.problems)?.nodes ?? [];
        for (const { name, key, start, end } of members) {
            if (!this.all.includes(name))
                this.problems.error(key ?? { start, end }, `the flow has no state ${(0,words/* quote */.hD)(name)}`, (0,words/* didYouMean */.au)(name, this.all));
        }
        return members.map((state) => ({ state, paths: this.paths(state, 'what is expected at a state') }));
    }
    matcher(node) {
        (0,matchers/* checkMatchers */.Mv)(node, this.problems);
        return node;
    }
    slept(node) {
        if (node.type === 'object')
            (0,matchers/* checkMatchers */.Mv)(node, this.problems);
        else
            (0,fields/* numberOf */.rl)(node, 'slept', { least: 0, most: Infinity, whole: false }, this.problems);
        return node;
    }
    covers(node) {
        const share = (0,fields/* numberOf */.rl)(node, 'covers', { least: 0, most: 1, whole: false }, this.problems);
        return share === null ? null : { node, share };
    }
    snapshot(node) {
        if (node.value === true)
            return node;
        if (node.value !== false)
            this.problems.error(node, 'snapshot is true or false', '');
        return null;
    }
}

// EXTERNAL MODULE: ./lib/flow-tests/mocks.js
var flow_tests_mocks = __webpack_require__(3415);
;// CONCATENATED MODULE: ./lib/flow-tests/problem.js
/** No file has more problems than this that are worth a line each. */
const MOST = 100;
/** Collects problems; the same one at the same place counts once, as when each row of a case has it. */
class Problems {
    known = new Map();
    error({ start, end }, message, hint = '') {
        this.add({ severity: 'error', start, end, message, hint });
    }
    warning({ start, end }, message, hint = '') {
        this.add({ severity: 'warning', start, end, message, hint });
    }
    get hasErrors() {
        return this.sorted().some(({ severity }) => severity === 'error');
    }
    /** In the order of the file. */
    sorted() {
        return [...this.known.values()].sort((a, b) => a.start - b.start);
    }
    add(problem) {
        const key = `${problem.start} ${problem.message}`;
        if (this.known.size < MOST && !this.known.has(key))
            this.known.set(key, problem);
    }
}

;// CONCATENATED MODULE: ./lib/flow-tests/samples.js
/** The built-in sample of this name, such as `ticket.TicketCreated`; null when there is none. */
function sampleEvent(name) {
    const event = TICKET_EVENTS.get(name);
    if (event === undefined)
        return null;
    const [type, own, ticket = {}] = event;
    return {
        source: 'support',
        type: name,
        input: { ticket_event: { meta: META, type, ...own, ticket: { ...TICKET, ...ticket } } }
    };
}
/** Names of the built-in samples: all ticket events that Zendesk documents (Trigger events reference, Ticket events). */
function sampleNames() {
    return [...TICKET_EVENTS.keys()];
}
const META = {
    version: '1.0',
    occurred_at: '2026-03-02T09:15:30Z',
    ref: '1-1000000001',
    sequence: { id: '0F1E2D3C4B5A69788796A5B4C3D2E1F0', position: 1, total: 1 }
};
/** The properties of the ticket that the reference lists for every ticket event. */
const TICKET = {
    id: 4711,
    created_at: '2026-03-01T16:40:00Z',
    updated_at: '2026-03-02T09:15:30Z',
    type: 'question',
    priority: 'normal',
    status: 'open',
    requester_id: 9001,
    submitter_id: 9001,
    assignee_id: 8001,
    organization_id: 7001,
    group_id: 6001,
    brand_id: 5001,
    form_id: 4001,
    external_id: 'order-1001',
    tags: ['shop'],
    via: { channel: 'web' }
};
const COMMENT = {
    id: 3001,
    body: 'Where is my order?',
    is_public: true,
    author: { id: 9001, is_staff: false }
};
const ATTACHMENT = {
    id: 2001,
    content_url: 'https://example.zendesk.com/attachments/token/none/?name=receipt.png',
    content_type: 'image/png',
    filename: 'receipt.png',
    is_public: true,
    comment_id: 3001
};
const CUSTOM_FIELD = { id: 1001, type: 'text', title: 'Order number', raw_title: 'Order number' };
function change(previous, current) {
    return { previous, current };
}
/** By tag: what stands at `type`, what the event has of its own, and what its ticket has else than TICKET. */
const TICKET_EVENTS = new Map([
    ['ticket.AgentAssignmentChanged', ['Agent Assignment Changed', change(8002, 8001)]],
    ['ticket.AttachmentLinkedToComment', ['Attachment Linked to Comment', { attachment: ATTACHMENT }]],
    ['ticket.AttachmentRedactedFromComment', ['Attachment Redacted from Comment', { attachment: ATTACHMENT }]],
    ['ticket.BrandChanged', ['Brand Changed', change(5002, 5001)]],
    ['ticket.CcsChanged', ['Email CCs Changed', change([9002], [9002, 9003])]],
    ['ticket.CommentAdded', ['Comment Created', { comment: COMMENT }]],
    ['ticket.CommentMadePrivate', ['Comment Made Private', { comment: { ...COMMENT, is_public: false } }]],
    ['ticket.CommentRedacted', ['Comment Redacted', { comment: { ...COMMENT, body: '\u2587\u2587\u2587\u2587\u2587 is my order?' } }]],
    [
        'ticket.CustomFieldChanged',
        ['Custom Field Changed', { custom_field: CUSTOM_FIELD, ...change('1000', '1001') }]
    ],
    ['ticket.DescriptionChanged', ['Description Changed', change('An order', 'An order that is late')]],
    ['ticket.ExternalIdChanged', ['External ID Changed', change('order-1000', 'order-1001')]],
    ['ticket.FollowersChanged', ['Followers Changed', change([8002], [8002, 8003])]],
    ['ticket.GroupAssignmentChanged', ['Group Assignment Changed', change(6002, 6001)]],
    ['ticket.MarkedAsSpam', ['Ticket Marked as Spam', {}]],
    ['ticket.OrganizationChanged', ['Organization Changed', change(7002, 7001)]],
    ['ticket.PriorityChanged', ['Priority Changed', change('NORMAL', 'URGENT'), { priority: 'urgent' }]],
    ['ticket.ProblemLinkChanged', ['Problem Link Changed', change(null, 4700), { type: 'incident' }]],
    ['ticket.RequesterChanged', ['Requester Changed', change(9002, 9001)]],
    ['ticket.StatusChanged', ['Status Changed', change('OPEN', 'SOLVED'), { status: 'solved' }]],
    ['ticket.SubjectChanged', ['Subject Changed', change('My order', 'My order is late')]],
    ['ticket.SubmitterChanged', ['Submitter Changed', change(9002, 9001)]],
    [
        'ticket.TagsChanged',
        ['Tags Changed', { tags_added: ['late'], tags_removed: ['new'] }, { tags: ['shop', 'late'] }]
    ],
    [
        'ticket.TaskDueAtChanged',
        ['Task Due At Changed', change('2026-03-05T12:00:00Z', '2026-03-06T12:00:00Z'), { type: 'task' }]
    ],
    ['ticket.TicketCreated', ['Ticket Created', {}, { status: 'new', assignee_id: null }]],
    ['ticket.TicketFormChanged', ['Form Changed', change(4002, 4001)]],
    ['ticket.TicketMerged', ['Ticket Merged', { target_ticket_id: 4712 }, { status: 'closed' }]],
    ['ticket.TicketPermanentlyDeleted', ['Ticket Permanently Deleted', {}]],
    ['ticket.TicketSoftDeleted', ['Ticket Soft Deleted', {}]],
    ['ticket.TicketTypeChanged', ['Ticket Type Changed', change('QUESTION', 'PROBLEM'), { type: 'problem' }]],
    ['ticket.TicketUndeleted', ['Ticket Undeleted', {}]]
]);

;// CONCATENATED MODULE: ./lib/flow-tests/start.js





/** Reads `account` of a case. @param integration the bundle's, which is the default of `integration_key` */
function readAccount(node, integration, problems) {
    const known = ['subdomain', 'account_id', 'integration_key'];
    const members = node === undefined ? null : (0,fields/* membersOf */.lS)(node, 'account', known, problems);
    const [subdomain, id, key] = known.map((name) => members?.get(name));
    return {
        subdomain: subdomainOf(subdomain, problems),
        accountId: (id === undefined
            ? 1
            : (0,fields/* numberOf */.rl)(id, 'account_id', { least: 0, most: Infinity, whole: true }, problems)) ?? 1,
        integrationKey: (key === undefined ? integration : (0,fields/* textOf */.b6)(key, 'integration_key', problems)) ?? integration
    };
}
function subdomainOf(node, problems) {
    const text = node === undefined ? null : (0,fields/* textOf */.b6)(node, 'subdomain', problems);
    if (node === undefined || text === null)
        return 'example';
    if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text))
        return text;
    problems.error(node, 'subdomain is the part of the address before .zendesk.com', '');
    return 'example';
}
/** The document on entry to StartAt: the case's `document`, or what ZIS makes of its `event`. */
function readStart(properties, options, problems) {
    const [event, extra, document] = ['event', 'with', 'document'].map((name) => properties.get(name));
    if (document !== undefined) {
        const beside = event ?? extra;
        if (beside !== undefined) {
            const hint = 'document is the whole start document, with input, account_id and all.';
            problems.error(beside.key ?? beside, `${beside.name} stands beside document`, hint);
        }
        if (document.type !== 'object')
            (0,fields/* wrongType */.gQ)(document, 'document', 'an object', problems);
        return document.value;
    }
    const input = event === undefined ? {} : eventInput(event, options.events, problems);
    if (extra !== undefined && extra.type !== 'object')
        (0,fields/* wrongType */.gQ)(extra, 'with', 'an object', problems);
    const { accountId, integrationKey, subdomain } = options.account;
    return {
        input: extra === undefined ? input : (0,values/* mergeValues */.D3)(input, extra.value),
        account_id: accountId,
        integration_key: integrationKey,
        subdomain
    };
}
function eventInput(event, files, problems) {
    if (typeof event.value === 'string')
        return sampleInput(event, event.value, problems);
    const file = event.properties.get('file');
    if (file !== undefined) {
        (0,fields/* membersOf */.lS)(event, 'event', ['file'], problems);
        return fileInput(file, files, problems);
    }
    const members = (0,fields/* membersOf */.lS)(event, 'event', ['source', 'type', 'input', 'file'], problems);
    if (members === null)
        return {};
    for (const name of ['source', 'type']) {
        const member = members.get(name);
        if (member !== undefined)
            (0,fields/* textOf */.b6)(member, name, problems);
    }
    const input = members.get('input');
    if (input === undefined)
        problems.error(event, 'an event has its data in input', 'Add input: {\u2026}.');
    return input?.value ?? {};
}
function sampleInput(event, name, problems) {
    const sample = sampleEvent(name);
    if (sample !== null)
        return sample.input;
    const hint = (0,words/* didYouMean */.au)(name, sampleNames()) ||
        'There are samples of all ticket events. Write others as {source, type, input} or {file: \u2026}.';
    problems.error(event, `there is no built-in sample ${(0,words/* quote */.hD)(name)}`, hint);
    return {};
}
function fileInput(file, files, problems) {
    const path = (0,fields/* textOf */.b6)(file, 'file', problems);
    const found = path === null ? undefined : files.get(path);
    if (found === undefined)
        return {};
    if ('message' in found) {
        problems.error(file, found.message, found.hint);
        return {};
    }
    const input = inputOf(found.root.value);
    if (input !== null)
        return input;
    problems.error(file, `${path ?? ''} has no input`, 'It holds {source, type, input}, or a whole start document.');
    return {};
}
/** The input of an event as a file has it: beside `source` and `type`, or beside `account_id` as ZIS hands it over. */
function inputOf(value) {
    return (0,json/* isObject */.Gv)(value) && Object.hasOwn(value, 'input') ? (value['input'] ?? null) : null;
}
/** The event files that a case names, as they are written there. */
function eventFilesIn({ properties }) {
    const file = properties.get('event')?.properties.get('file');
    return typeof file?.value === 'string' ? [file] : [];
}

;// CONCATENATED MODULE: ./lib/flow-tests/test-file.js












/** A test file over this is refused unread: test files that people write have some KB. */
const MAX_TEST_FILE_BYTES = 512 * 1024;
/** A file with more cases, its rows counted, is refused. */
const MAX_CASES = 10_000;
const CASE_KEYS = [
    'name',
    'each',
    'event',
    'with',
    'document',
    'account',
    'configs',
    'connections',
    'mocks',
    'unknowns',
    'expect'
];
const DEFAULT_KEYS = CASE_KEYS.filter((key) => key !== 'name' && key !== 'each');
/** Reads the bytes of a test file of at most MAX_TEST_FILE_BYTES, YAML or JSON. Never throws for what they hold: that ends up in its problems. */
function readTestFile(path, content) {
    const problems = new Problems();
    const { text, fault } = (0,bundle_text/* decode */.D4)(content);
    const file = { path, lines: new bundle_text/* Lines */.qo(text), problems };
    if (fault === 'utf-16' || fault === 'not-utf-8') {
        problems.error(TOP, 'the file is not UTF-8', 'Save it as UTF-8.');
    }
    else {
        const { root, faults } = (0,yaml/* parseYaml */.h)(text);
        for (const each of faults)
            problems.error(each, each.message, each.hint);
        if (root !== null)
            return { ...file, ...readRoot(root, problems) };
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
    problems.error(TOP, message, hint);
    return { path, lines: new bundle_text/* Lines */.qo(''), problems, ...NOTHING };
}
const TOP = { start: 0, end: 1 };
const NOTHING = { bundle: null, flow: null, variables: new Map(), cases: [], eventFiles: [] };
function readRoot(root, problems) {
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
    const shared = defaults === undefined ? null : (0,fields/* membersOf */.lS)(defaults, 'defaults', DEFAULT_KEYS, problems);
    const base = shared === null || defaults === undefined ? null : defaults;
    const all = cases === undefined ? [] : casesOf(cases, base, problems);
    return {
        bundle: named(bundle, 'bundle'),
        flow: named(flow, 'flow'),
        variables: variables === undefined ? new Map() : variablesOf(variables, problems),
        cases: all,
        eventFiles: all.flatMap(eventFilesIn)
    };
}
function variablesOf(node, problems) {
    const members = (0,fields/* membersOf */.lS)(node, 'variables', null, problems)?.nodes ?? [];
    return new Map(members.map(({ name, value }) => [name, value]));
}
/** The cases with their defaults, one for each row, under the names by which they are known. */
function casesOf(cases, defaults, problems) {
    const all = [];
    const names = new Map();
    const budget = new Budget();
    const listed = (0,fields/* itemsOf */.S3)(cases, 'cases', problems);
    if (cases.type === 'array' && listed.length === 0)
        problems.warning(cases, 'the file has no case', 'Write one, or delete the file.');
    for (const each of listed) {
        if ((0,fields/* membersOf */.lS)(each, 'a case', CASE_KEYS, problems) === null)
            continue;
        const rows = withRows(withDefaults(each, defaults), budget, problems);
        if (all.length + rows.length > MAX_CASES) {
            problems.error(each, `the file has more than ${MAX_CASES} cases`, 'Split it, or leave out rows.');
            break;
        }
        for (const row of numbered(rows)) {
            const name = nameOf(row);
            if (name === null)
                problems.error(row, 'a case has a name', 'Add name: with what the case is about.');
            else if (names.has(name)) {
                const hint = 'Names tell cases apart in reports, and with --filter.';
                problems.error(row.properties.get('name') ?? row, `another case has the name ${(0,words/* quote */.hD)(name)}`, hint);
            }
            else
                names.set(name, row);
            all.push(row);
        }
        if (budget.isSpent) {
            problems.error(each, 'the rows of this file make too much text', 'Leave out rows, or shorten them.');
            break;
        }
    }
    return all;
}
function nameOf(node) {
    const name = node.properties.get('name')?.value;
    return typeof name === 'string' && name.trim() !== '' ? name : null;
}
/** A case over its defaults. What says how the case starts is taken from one of them only. */
function withDefaults(node, defaults) {
    if (defaults === null)
        return node;
    const has = (name) => node.properties.has(name);
    const dropped = has('document') ? ['event', 'with'] : has('event') || has('with') ? ['document'] : [];
    const kept = defaults.properties.nodes.filter(({ name }) => !dropped.includes(name));
    return (0,values/* mergeNodes */.Ur)((0,values/* objectOfMembers */.Qi)(kept, null, node), node, (base, over) => {
        if (over.name === 'mocks' && base.type === 'object' && over.type === 'object')
            return (0,values/* mergeNodes */.Ur)(base, over, (_, mock) => mock);
        const isOtherFile = over.name === 'event' && (base.properties.has('file') || over.properties.has('file'));
        const isOtherList = base.properties.has('order') !== over.properties.has('order');
        return isOtherFile || isOtherList ? over : (0,values/* mergeDeep */.D9)(base, over);
    });
}
/** The case once for each row of its `each`; the case itself where it has none. */
function withRows(node, budget, problems) {
    const each = node.properties.get('each');
    if (each === undefined)
        return [node];
    const rows = (0,fields/* itemsOf */.S3)(each, 'each', problems).flatMap((row) => rowOf(row, budget, problems));
    if (each.type === 'array' && each.items.length === 0)
        problems.error(each, 'each has no rows', 'Each row is an object, {column: value}.');
    const pattern = (0,values/* objectOfMembers */.Qi)(node.properties.nodes.filter(({ name }) => name !== 'each'), null, node);
    const filled = rows.map(({ row }) => row.fill(pattern));
    checkColumns(rows, problems);
    return filled;
}
function rowOf(node, budget, problems) {
    if (node.type !== 'object') {
        (0,fields/* wrongType */.gQ)(node, 'a row', 'an object of columns', problems);
        return [];
    }
    if (node.properties.size === 0) {
        problems.error(node, 'a row has at least one column', 'Each row is an object, {column: value}.');
        return [];
    }
    return [{ row: new Row(new Map(node.properties.entries()), budget), node }];
}
/** Every row has every column, and every column is used by some row. */
function checkColumns(rows, problems) {
    const columns = new Map();
    for (const { node } of rows)
        for (const column of node.properties.nodes)
            if (!columns.has(column.name))
                columns.set(column.name, column);
    for (const [name, column] of columns) {
        for (const { node } of rows) {
            if (!node.properties.has(name))
                problems.error(node, `this row has no column ${(0,words/* quote */.hD)(name)}, which others have`, 'null is a value, too.');
        }
        if (!rows.some(({ row }) => row.used.has(name)))
            problems.warning(column.key ?? column, `the column ${(0,words/* quote */.hD)(name)} is not used`, `Write {${name}} in the case.`);
    }
}
/** Rows whose names are equal get a number behind it. */
function numbered(rows) {
    const counts = new Map();
    for (const row of rows)
        counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
    const given = new Map();
    return rows.map((row) => {
        const name = nameOf(row);
        if (name === null || (counts.get(name) ?? 0) < 2)
            return row;
        const number = (given.get(name) ?? 0) + 1;
        given.set(name, number);
        return withName(row, `${name} [${number}]`);
    });
}
function withName(node, name) {
    const members = node.properties.nodes.map((member) => member.name === 'name' ? (0,values/* valueAt */.fK)(name, member.key, member) : member);
    return (0,values/* objectOfMembers */.Qi)(members, null, node);
}
/** Reads one case. Faults are added to the file's problems: with errors the case is not to be run. */
function readCase(node, context, problems) {
    const { properties } = node;
    const { names, integration, events, snapshots } = context;
    const account = readAccount(properties.get('account'), integration, problems);
    const [mocks, expect, unknowns] = ['mocks', 'expect', 'unknowns'].map((name) => properties.get(name));
    const isStrict = unknowns?.value === 'strict';
    const name = nameOf(node) ?? '';
    return {
        name,
        node,
        document: readStart(properties, { account, events }, problems),
        account,
        configs: readConfigs(properties.get('configs'), problems),
        connections: readConnections(properties.get('connections'), problems),
        mocks: mocks === undefined ? new Map() : (0,flow_tests_mocks/* readMocks */.iG)(mocks, names, problems),
        answers: unknowns === undefined || isStrict ? {} : readAnswers(unknowns, problems),
        isStrict,
        expect: expect === undefined ? NOTHING_EXPECTED : readExpectations(expect, names, problems),
        snapshot: snapshots.get(name)
    };
}
function readConfigs(node, problems) {
    const configs = node === undefined ? [] : ((0,fields/* membersOf */.lS)(node, 'configs', null, problems)?.nodes ?? []);
    const byScope = {};
    for (const config of configs) {
        if ((0,json/* isObject */.Gv)(config.value))
            (0,json/* setOwn */.P5)(byScope, config.name, config.value);
        else
            (0,fields/* wrongType */.gQ)(config, `the config ${(0,words/* quote */.hD)(config.name)}`, 'an object', problems);
    }
    return byScope;
}
function readConnections(node, problems) {
    if (node === undefined)
        return null;
    return (0,fields/* itemsOf */.S3)(node, 'connections', problems).flatMap((item) => (0,fields/* textOf */.b6)(item, 'a connection', problems) ?? []);
}
function readAnswers(node, problems) {
    if (typeof node.value === 'string') {
        problems.error(node, 'unknowns is an object of answers, or "strict"', (0,words/* didYouMean */.au)(node.value, ['strict']));
        return {};
    }
    const answers = {};
    for (const answer of (0,fields/* membersOf */.lS)(node, 'unknowns', null, problems)?.nodes ?? []) {
        const { name } = answer;
        if (!(0,unknowns/* isUnknownId */.YJ)(name)) {
            const hint = (0,words/* didYouMean */.au)(name, unknowns/* UNKNOWN_IDS */.Ih) || 'docs/semantics.md lists the points.';
            problems.error(answer.key ?? answer, `there is no undocumented point ${(0,words/* quote */.hD)(name)}`, hint);
            continue;
        }
        const known = (0,unknowns/* answersTo */.to)(name);
        const text = typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value);
        if (known.length > 0 && !known.includes(text))
            problems.error(answer, `${(0,words/* quote */.hD)(name)} can be answered with ${(0,words/* listOf */.c3)(known)}`, (0,words/* didYouMean */.au)(text, known));
        else
            answers[name] = text;
    }
    return answers;
}


/***/ }),

/***/ 5371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ mergeValues),
/* harmony export */   D9: () => (/* binding */ mergeDeep),
/* harmony export */   H7: () => (/* binding */ isMatcher),
/* harmony export */   Qi: () => (/* binding */ objectOfMembers),
/* harmony export */   Ur: () => (/* binding */ mergeNodes),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   gB: () => (/* binding */ listOfItems)
/* harmony export */ });
/* harmony import */ var _bundle_json_members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2590);
/* harmony import */ var _bundle_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7161);


/** A value that was made from others, such as a case from its defaults; it has the place of what it was made from. */
class MadeNode {
    type;
    value;
    key;
    properties;
    items;
    parent = null;
    start;
    end;
    constructor(type, value, key, { start, end }, properties = NO_MEMBERS, items = []) {
        this.type = type;
        this.value = value;
        this.key = key;
        this.properties = properties;
        this.items = items;
        this.start = start;
        this.end = end;
    }
    get name() {
        return this.key?.name ?? '';
    }
}
const NO_MEMBERS = new _bundle_json_members_js__WEBPACK_IMPORTED_MODULE_0__/* .Members */ .O([], []);
/** An object of these members, of which the last of a name counts. */
function objectOfMembers(members, key, at) {
    const byName = new Map(members.map((member) => [member.name, member]));
    const value = {};
    for (const [name, member] of byName)
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(value, name, member.value);
    return new MadeNode('object', value, key, at, new _bundle_json_members_js__WEBPACK_IMPORTED_MODULE_0__/* .Members */ .O([...byName.keys()], [...byName.values()]));
}
/** A list of these items. */
function listOfItems(items, key, at) {
    return new MadeNode('array', items.map(({ value }) => value), key, at, NO_MEMBERS, items);
}
/** The value under another key. */
function renamed({ type, value, properties, items, start, end }, key) {
    return new MadeNode(type, value, key, { start, end }, properties, items);
}
/** A value in which everything has the same place. */
function valueAt(value, key, at) {
    if (Array.isArray(value))
        return listOfItems(value.map((item) => valueAt(item, null, at)), key, at);
    if ((0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value)) {
        const members = Object.entries(value).map(([name, member]) => valueAt(member, { ...spanOf(at), name }, at));
        return objectOfMembers(members, key, at);
    }
    const type = value === null ? 'null' : typeof value;
    return new MadeNode(type, value, key, at);
}
function spanOf({ start, end }) {
    return { start, end };
}
/**
 * One object put over another.
 *
 * @param member how a member that both have is put together
 */
function mergeNodes(base, over, member) {
    const members = new Map(base.properties.entries());
    for (const [name, node] of over.properties) {
        const before = members.get(name);
        members.set(name, before === undefined ? node : member(before, node));
    }
    return objectOfMembers([...members.values()], over.key, over);
}
/** Objects are merged at every depth, everything else is replaced. */
function mergeDeep(base, over) {
    if (base.type !== 'object' || over.type !== 'object' || isMatcher(base) || isMatcher(over))
        return over;
    return mergeNodes(base, over, mergeDeep);
}
/** As mergeDeep, for plain values. */
function mergeValues(base, over) {
    if (!(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(base) || !(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(over))
        return over;
    const merged = {};
    for (const [name, value] of Object.entries(base))
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(merged, name, value);
    for (const [name, value] of Object.entries(over)) {
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(merged, name, Object.hasOwn(base, name) ? mergeValues(base[name] ?? null, value) : value);
    }
    return merged;
}
/** Whether an object has a name that begins as those of matchers do; `$` and `$.x` are paths. */
function isMatcher({ properties }) {
    return properties.names.some((name) => /^\$[A-Za-z]/.test(name));
}
/** Whether two values are equal: the order of an object's names does not count. */
function sameValue(one, other) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((item, index) => sameValue(item, other[index])));
    }
    if (!(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(one) || !(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(other))
        return false;
    const names = Object.keys(one);
    return (names.length === Object.keys(other).length &&
        names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name])));
}


/***/ })

};
