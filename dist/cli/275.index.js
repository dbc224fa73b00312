export const id = 275;
export const ids = [275];
export const modules = {

/***/ 8062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b9: () => (/* binding */ Allowance),
/* harmony export */   eL: () => (/* binding */ TOO_MUCH_TOGETHER)
/* harmony export */ });
/* unused harmony export MAX_WORK_TOGETHER */
/** What the runs of one test run may make together, in characters of JSON. A bound of this tool. */
const MAX_WORK_TOGETHER = 512 * 1024 * 1024;
/** Why runs stop that make more. */
const TOO_MUCH_TOGETHER = `all runs together make more than ${MAX_WORK_TOGETHER / (1024 * 1024)} million characters of data`;
/** What runs share, so that many of them cannot take what one may not. */
class Allowance {
    left;
    /** @param left characters of JSON */
    constructor(left = MAX_WORK_TOGETHER) {
        this.left = left;
    }
    get isSpent() {
        return this.left < 0;
    }
    take(characters) {
        this.left -= characters;
    }
}


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ inLockstep)
/* harmony export */ });
/**
 * Runs tasks side by side: what they ask is answered in rounds, so that one call of `answer` serves all of them.
 *
 * @param answer gives the answers in the order of the questions; each question stands there once a task
 * @returns what the tasks return, in their order
 */
async function inLockstep(tasks, answer) {
    const results = [];
    let waiting = [];
    const advance = (index, task, step) => {
        if (step.done === true)
            results[index] = step.value;
        else
            waiting.push({ index, task, asked: step.value });
    };
    for (const [index, task] of tasks.entries())
        advance(index, task, task.next());
    while (waiting.length > 0) {
        const round = waiting;
        waiting = [];
        const answers = await answer(round.map(({ asked }) => asked));
        for (const [place, { index, task }] of round.entries()) {
            if (!(place in answers))
                throw new Error('a question of this round has no answer');
            advance(index, task, task.next(answers[place]));
        }
    }
    return results;
}


/***/ }),

/***/ 6940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ runFlow)
});

// EXTERNAL MODULE: ./lib/flow/template.js
var template = __webpack_require__(3944);
// EXTERNAL MODULE: ./lib/bundle/identity.js
var identity = __webpack_require__(472);
// EXTERNAL MODULE: ./lib/bundle/objects.js
var objects = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/flow/built-ins.js
var built_ins = __webpack_require__(9229);
// EXTERNAL MODULE: ./lib/flow/path.js
var flow_path = __webpack_require__(3937);
;// CONCATENATED MODULE: ./lib/flow-run/failure.js
/** A state failed. Action and Map states catch it, unless a limit of the whole run was met. */
class StateFailure extends Error {
    error;
    limit;
    /** The state in which it began; set when it leaves that state. */
    innermost = null;
    constructor(error, limit = null) {
        super(error.Cause);
        this.error = error;
        this.limit = limit;
    }
}
/** The run was told to stop. */
class RunStopped extends Error {
    innermost = null;
}
/** A limit of the whole run. Nothing catches it. */
function limitMet(limit, node, cause) {
    return new StateFailure({ Error: 'States.Runtime', Cause: cause, named: false, status: null, node }, limit);
}

;// CONCATENATED MODULE: ./lib/flow-run/limits.js

/** State transitions of a run, those within iterations too (Flow state limitations, an older page). */
const MAX_TRANSITIONS = 250;
/** Items of a Map (Map state, an older page). */
const MAX_ITEMS = 100;
/** How long a flow may take, in seconds, waits included (Flow state limitations, an older page). */
const MAX_SECONDS = 100;
/** An answer of an HTTP action, in bytes (seen by a user). */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
/** A document, in characters of JSON: far more than what an event and some answers make. A bound of this tool. */
const MAX_DOCUMENT = 5 * 1024 * 1024;
/** How deep a document may be nested: it bounds every recursion over one. A bound of this tool. */
const MAX_DEPTH = 200;
/** What a run may make in all, in characters of JSON: it bounds time and memory. A bound of this tool. */
const MAX_WORK = 64 * 1024 * 1024;
/**
 * Keeps a run within bounds. Documents share what they have in common, so that one that doubles itself in each
 * state is small in memory and without end as a text: what counts is the text.
 */
class Budget {
    allowance;
    work = MAX_WORK;
    known = new WeakMap();
    constructor(allowance) {
        this.allowance = allowance;
    }
    /** Counts work that leaves nothing behind, such as a text. */
    spend(characters, node) {
        this.work -= characters;
        this.allowance.take(characters);
        if (this.work < 0) {
            throw limitMet('size', node, `this run makes more than ${mega(MAX_WORK)} million characters of data`);
        }
    }
    /** Fails where a value is too large or too deep to be a document, or a part of one. */
    admit(value, node) {
        const { length } = this.measure(value, 0, node);
        if (length > MAX_DOCUMENT) {
            throw limitMet('size', node, `the data grows beyond ${mega(MAX_DOCUMENT)} million characters of JSON`);
        }
    }
    /** About how many characters a value has as JSON. */
    lengthOf(value, node) {
        return this.measure(value, 0, node).length;
    }
    measure(value, level, node) {
        if (typeof value !== 'object' || value === null) {
            this.spend(1, node);
            return { length: typeof value === 'string' ? value.length + 2 : 5, depth: 0 };
        }
        let measure = this.known.get(value);
        if (measure === undefined) {
            if (level > MAX_DEPTH)
                throw tooDeep(node);
            measure = this.sum(value, level, node);
            this.known.set(value, measure);
        }
        if (level + measure.depth > MAX_DEPTH)
            throw tooDeep(node);
        return measure;
    }
    sum(value, level, node) {
        let length = 2;
        let depth = 0;
        const add = (part, name) => {
            const measure = this.measure(part, level + 1, node);
            length += measure.length + name;
            if (measure.depth > depth)
                depth = measure.depth;
        };
        if (Array.isArray(value))
            for (const item of value)
                add(item, 1);
        else
            for (const name of Object.keys(value))
                add(value[name] ?? null, name.length + 4);
        this.spend(1, node);
        return { length, depth: depth + 1 };
    }
}
function tooDeep(node) {
    return limitMet('size', node, `the data is nested deeper than ${MAX_DEPTH} levels`);
}
function mega(characters) {
    return Math.round(characters / (1024 * 1024));
}

;// CONCATENATED MODULE: ./lib/flow-run/data.js



/** The member or element at a step; undefined when there is none. */
function memberAt(value, step) {
    if (typeof step === 'number')
        return Array.isArray(value) ? value[step] : undefined;
    return (0,objects/* isObject */.Gv)(value) ? (0,objects/* own */.ZV)(value, step) : undefined;
}
/** The data that a state, or an action, reads by paths. */
class Data {
    root;
    points;
    constructor(root, points) {
        this.root = root;
        this.points = points;
    }
    /** The value at a path, for who asks only whether it is there, or null; undefined when there is none. */
    probe({ fault, segments }) {
        let value = fault === null ? this.root : undefined;
        for (const step of segments) {
            if (value === undefined)
                return undefined;
            value = memberAt(value, step);
        }
        return value;
    }
    /**
     * The value at a path; undefined when there is none.
     *
     * @param other what the value is to be compared with
     */
    find(path, node, other) {
        const value = this.probe(path);
        if (value === undefined || !this.points.hasUnnamed)
            return value;
        const parent = this.probe({ ...path, segments: path.segments.slice(0, -1) });
        const isName = path.segments.at(-1) === 'Error' && (0,objects/* isObject */.Gv)(parent) && this.points.isUnnamed(parent);
        if (isName && typeof value === 'string')
            this.points.readName(value, node, other);
        else
            this.points.readWhole(value, node);
        return value;
    }
    /** @throws StateFailure when there is no value at the path */
    read(path, text, node) {
        const value = this.find(path, node);
        if (value === undefined)
            throw this.points.failure(node, `JSON path not found: ${text}`);
        return value;
    }
}
/**
 * A document with a result at a ResultPath. What is not on the way to it is shared with the document before.
 *
 * @param resultPath undefined where the state has none: the result takes the place of the document
 * @throws StateFailure when the result cannot be put there
 */
function placeResult(document, resultPath, result, points) {
    if (resultPath === undefined)
        return result;
    if (resultPath.value === null) {
        if (points.answer('result.null-path', resultPath) === 'discard')
            return document;
        throw cannotPlace(resultPath, points, 'ResultPath is null');
    }
    const text = typeof resultPath.value === 'string' ? resultPath.value : '';
    const path = text.startsWith('$') ? (0,flow_path/* parsePath */.Rr)(text) : null;
    if (path?.fault !== null)
        throw cannotPlace(resultPath, points, 'ResultPath is no reference path');
    if (path.segments.length > MAX_DEPTH)
        throw cannotPlace(resultPath, points, 'the path is too long');
    return place(document, path.segments, 0, { result, resultPath, points });
}
function place(parent, segments, at, placing) {
    const step = segments[at];
    if (step === undefined)
        return placing.result;
    const { points, resultPath } = placing;
    if (typeof step === 'number') {
        if (!Array.isArray(parent) || step >= parent.length) {
            throw cannotPlace(resultPath, points, `there is no element ${step} to put the result at`);
        }
        return parent.with(step, place(parent[step] ?? null, segments, at + 1, placing));
    }
    if (!(0,objects/* isObject */.Gv)(parent) && points.answer('result.scalar-parent', resultPath) === 'error') {
        throw cannotPlace(resultPath, points, `there is no object to put ${step} into`);
    }
    const copy = (0,objects/* isObject */.Gv)(parent) ? { ...parent } : {};
    if ((0,objects/* isObject */.Gv)(parent) && step !== 'Error' && points.isUnnamed(parent))
        points.markUnnamed(copy);
    const member = (0,objects/* own */.ZV)(copy, step);
    (0,objects/* setOwn */.P5)(copy, step, place(member === undefined ? {} : member, segments, at + 1, placing));
    return copy;
}
function cannotPlace(node, points, why) {
    const cause = `the result cannot be put at ${JSON.stringify(node.value)}: ${why}`;
    return points.failure(node, cause, 'States.ResultPathMatchFailure');
}

;// CONCATENATED MODULE: ./lib/flow-run/http.js



/**
 * The request that an action makes.
 *
 * @param definition of the custom action
 * @param resolver   reads the state's resolved Parameters
 * @throws StateFailure when a path finds nothing in them
 */
function requestOf(definition, subdomain, resolver) {
    const { properties } = definition;
    const get = (name) => properties.get(name) ?? properties.get(`${name}.$`);
    const text = (node) => node === undefined ? '' : resolver.text(node, (0,template/* isDynamicKey */.nZ)(node.name));
    const path = get('path');
    const url = path === undefined ? text(get('url')) : `https://${subdomain}.zendesk.com${text(path)}`;
    const query = fieldsOf(get('queryParams') ?? get('query'), text);
    const body = get('requestBody');
    return {
        method: text(get('method')),
        url: withQuery(url, query),
        headers: headersOf(fieldsOf(get('headers'), text)),
        body: body === undefined ? null : resolver.body(body)
    };
}
/** What an action gives for an HTTP answer. @throws StateFailure for one that fails the state */
function resultOf(answer, node, points) {
    const { status, body, text } = answer;
    if (status < 200 || status > 299)
        throw statusFailure(status, node, points);
    if (bytesOf(text ?? (body === undefined ? '' : JSON.stringify(body))) > MAX_ANSWER_BYTES) {
        throw points.failure(node, 'the answer of the external action is larger than 2 MB', 'States.TaskFailed');
    }
    if (text !== undefined && text !== '')
        return { __httpresponse: text };
    if (body !== undefined)
        return body;
    switch (points.answer('http.empty-body', node)) {
        case 'object':
            return {};
        case 'text':
            return { __httpresponse: '' };
        default:
            return null;
    }
}
function statusFailure(status, node, points) {
    const cause = `external action failed due to status code: ${status}`;
    return points.failure(node, cause, 'States.TaskFailed', status);
}
/** UTF-8; a text that is short enough in any case is not counted. */
function bytesOf(text) {
    return text.length * 3 <= MAX_ANSWER_BYTES ? text.length : Buffer.byteLength(text);
}
/** Headers or query parameters: a list of `{key, value}`. */
function fieldsOf(list, text) {
    const fields = [];
    for (const { properties } of list?.items ?? []) {
        const key = properties.get('key');
        const value = properties.nodes.find(({ name }) => (0,template/* plainKey */.y7)(name) === 'value');
        if (typeof key?.value === 'string' && value !== undefined)
            fields.push([key.value, text(value)]);
    }
    return fields;
}
function headersOf(fields) {
    const headers = new Map();
    for (const [name, value] of fields) {
        const before = headers.get(name);
        headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    const object = {};
    for (const [name, value] of headers)
        (0,objects/* setOwn */.P5)(object, name, value);
    return object;
}
/** The address with parameters added to those that it has. */
function withQuery(url, fields) {
    if (fields.length === 0)
        return url;
    const query = fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
    const sign = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
    return `${address}${sign}${query}${fragment}`;
}
/** Percent-encoded; half a surrogate pair, of which there is no UTF-8, as U+FFFD. */
function encoded(text) {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

;// CONCATENATED MODULE: ./lib/flow-run/resolve.js


/** Fills in what a state, or an action, reads from data. */
class Resolver {
    data;
    points;
    budget;
    constructor(data, points, budget) {
        this.data = data;
        this.points = points;
        this.budget = budget;
    }
    /** The value at a node that holds a path, such as ItemsPath. */
    path(node) {
        const text = (0,template/* textOf */.b6)(node);
        const reading = (0,template/* readText */.yR)(text);
        if (reading.kind !== 'path')
            throw this.points.failure(node, `JSON path not found: ${shown(node)}`);
        return this.data.read(reading.path, text, node);
    }
    /** Parameters, or a Result: keys that end in `.$` are looked up, at any depth. */
    literal(node) {
        return this.tree(node, 'literal');
    }
    /** A whole requestBody. */
    body(node) {
        if ((0,template/* isDynamicKey */.nZ)(node.name))
            return this.dynamic(node);
        const alone = this.alone(node);
        return alone === null ? this.tree(node, 'text') : this.placeholder(alone, node);
    }
    /** The value of a key that ends in `.$`. */
    dynamic(node) {
        const text = (0,template/* textOf */.b6)(node);
        const reading = (0,template/* readText */.yR)(text);
        if (reading.kind === 'path')
            return this.data.read(reading.path, text, node);
        if (!reading.template.placeholders.some(({ path }) => path !== null)) {
            throw this.points.failure(node, `JSON path not found: ${shown(node)}`);
        }
        return this.template(node);
    }
    /**
     * A text that is filled in and stays a text: a url, a header, a Message.
     *
     * @param asPath whether a text that is a path as a whole is read as one
     */
    text(node, asPath) {
        const text = node.value;
        if (typeof text !== 'string')
            return this.made((0,template/* textForm */.QD)(text), node);
        const reading = (0,template/* readText */.yR)(text);
        if (reading.kind === 'template')
            return this.filled(text, reading.template.placeholders, node);
        return asPath ? this.inText(this.data.read(reading.path, text, node), node) : text;
    }
    tree(node, plain) {
        switch (node.type) {
            case 'object': {
                const object = {};
                for (const member of node.properties.nodes) {
                    (0,objects/* setOwn */.P5)(object, (0,template/* plainKey */.y7)(member.name), this.member(member, plain));
                }
                this.budget.spend(node.properties.size, node);
                return object;
            }
            case 'array':
                this.budget.spend(node.items.length, node);
                return node.items.map((item) => this.tree(item, plain));
            case 'string':
                return plain === 'text' ? this.template(node) : node.value;
            default:
                return node.value;
        }
    }
    member(member, plain) {
        if (!(0,template/* isDynamicKey */.nZ)(member.name))
            return this.tree(member, plain);
        if (plain === 'text' && this.points.answer('body.dollar-suffix', member) === 'error') {
            throw this.points.failure(member, `Error Resolving JSON Params: ${member.name}`);
        }
        return this.dynamic(member);
    }
    /** A text with placeholders; one that is a placeholder as a whole may keep its value's type. */
    template(node) {
        const text = (0,template/* textOf */.b6)(node);
        const reading = (0,template/* readText */.yR)(text);
        if (reading.kind === 'path')
            return text;
        const [first] = reading.template.placeholders;
        if (first === undefined)
            return text;
        if (!isWhole(first, text))
            return this.filled(text, reading.template.placeholders, node);
        const value = this.placeholder(first, node);
        if (typeof value === 'string')
            return value;
        if (this.points.answer('placeholder.type', node) === 'typed')
            return value;
        return this.made((0,template/* textForm */.QD)(value), node);
    }
    /** The placeholder that the text is as a whole; null when it is more than one, or something else. */
    alone(node) {
        if (typeof node.value !== 'string')
            return null;
        const reading = (0,template/* readText */.yR)(node.value);
        const first = reading.kind === 'template' ? reading.template.placeholders[0] : undefined;
        return first !== undefined && isWhole(first, node.value) ? first : null;
    }
    placeholder({ path, inner }, node) {
        return path === null ? `{{${inner}}}` : this.data.read(path, inner, node);
    }
    filled(text, placeholders, node) {
        let filled = '';
        let done = 0;
        for (const { path, inner, start, end } of placeholders) {
            if (path === null)
                continue;
            const value = this.inText(this.data.read(path, inner, node), node);
            this.budget.spend(value.length, node);
            filled += text.slice(done, start) + value;
            done = end;
        }
        return done === 0 ? text : this.made(filled + text.slice(done), node);
    }
    /** What stands in a text for a value. */
    inText(value, node) {
        if (value === null) {
            const answer = this.points.answer('placeholder.null', node);
            if (answer === 'error')
                throw this.points.failure(node, `null cannot stand in a text: ${shown(node)}`);
            return answer === 'empty' ? '' : 'null';
        }
        if (typeof value === 'string')
            return value;
        this.budget.spend(this.budget.lengthOf(value, node), node);
        return (0,template/* textForm */.QD)(value);
    }
    /** A text that is not written in the bundle. */
    made(text, node) {
        this.budget.spend(text.length, node);
        this.budget.admit(text, node);
        return text;
    }
}
function isWhole({ start, end, path }, text) {
    return path !== null && start === 0 && end === text.length;
}
/** What stands at a node, cut to what a message can hold. */
function shown(node) {
    const text = typeof node.value === 'string' ? node.value : JSON.stringify(node.value);
    return text.length > 200 ? `${text.slice(0, 200)}\u2026` : text;
}

;// CONCATENATED MODULE: ./lib/flow-run/action.js








/** Nothing is put at ResultPath. */
const NOTHING = Symbol('nothing');
/**
 * Resolves what an Action state calls.
 *
 * @param begun is told of the call as far as it is known: with what it lacks, when it cannot be made
 * @throws StateFailure when a path finds nothing, or a parameter is not what the action needs
 */
function prepareCall(state, resolver, context, begun) {
    const { points, budget } = context;
    const name = state.node.properties.get('ActionName');
    const text = typeof name?.value === 'string' ? name.value : '';
    const qualified = (0,identity/* parseQualifiedName */.z$)(text);
    const isBuiltIn = qualified?.integration === identity/* COMMON_INTEGRATION */.hM;
    const action = qualified === null || isBuiltIn ? text : qualified.name;
    begun({ action, state, parameters: {}, request: null });
    const node = state.node.properties.get('Parameters');
    const resolved = node === undefined ? {} : resolver.literal(node);
    const parameters = (0,objects/* isObject */.Gv)(resolved) ? resolved : {};
    budget.admit(parameters, node ?? state.node);
    begun({ action, state, parameters, request: null });
    if (isBuiltIn) {
        const call = { action, state, parameters, request: null };
        return new BuiltIn(call, node ?? state.node, points, budget).prepare();
    }
    const definition = context.actions.get(action)?.properties.properties.get('definition');
    const own = new Resolver(new Data(parameters, points), points, budget);
    const request = definition === undefined ? null : requestOf(definition, context.subdomain, own);
    const call = { action, state, parameters, request };
    begun(call);
    return {
        request: { kind: 'http', call },
        resultOf: (outcome) => outcome.kind === 'http' ? resultOf(outcome, state.node, points) : common(outcome, state.node, points)
    };
}
/** What every call may be resumed with. */
function common(outcome, node, points) {
    if (outcome.kind === 'result')
        return outcome.result;
    if (outcome.kind !== 'error')
        throw new TypeError(`an action was resumed with ${outcome.kind}`);
    const { Error: name, Cause } = outcome;
    if (name === null)
        throw points.failure(node, Cause, 'States.TaskFailed');
    throw new StateFailure({ Error: name, Cause, named: true, status: null, node });
}
/** The built-in actions (ZIS built-in actions; ZIS links). */
class BuiltIn {
    call;
    node;
    points;
    budget;
    constructor(call, node, points, budget) {
        this.call = call;
        this.node = node;
        this.points = points;
        this.budget = budget;
    }
    prepare() {
        const { call } = this;
        switch (call.action) {
            case built_ins/* JQ_ACTION */.t:
                return this.jq();
            case 'zis:common:action:LoadConfig':
                return this.loadConfig();
            case 'zis:common:action:PatchConfig':
                return this.patchConfig();
            case 'zis:common:action:CreateLink':
                return this.links('create-link');
            case 'zis:common:action:LoadLinks':
                return this.links('load-links');
            case 'zis:common:action:PatchLink':
                return this.links('patch-link');
            case 'zis:common:action:DeleteLink':
                return this.links('delete-link');
            default:
                throw this.points.failure(this.node, `ZIS has no action ${call.action}`);
        }
    }
    jq() {
        const { call } = this;
        const program = this.textParameter('expr');
        return {
            request: { kind: 'jq', call, program, input: this.jqInput() },
            resultOf: (outcome) => outcome.kind === 'jq' ? this.jqResult(outcome.results) : common(outcome, call.state.node, this.points)
        };
    }
    /** `data` as JSON text: a literal is such a text; what a path leads to is any JSON. */
    jqInput() {
        const data = (0,objects/* own */.ZV)(this.call.parameters, 'data');
        if (data === undefined)
            throw this.points.failure(this.node, 'the parameter data is missing');
        const node = this.parameterNode('data');
        if (typeof data !== 'string') {
            this.budget.spend(this.budget.lengthOf(data, node), node);
            return JSON.stringify(data);
        }
        this.budget.spend(data.length, node);
        const isLiteral = node.name === 'data';
        if (!isLiteral && this.points.answer('jq.text-data', node) === 'text')
            return JSON.stringify(data);
        if (!isJson(data))
            throw this.points.failure(node, 'the parameter data is a text that holds no JSON');
        return data;
    }
    jqResult(results) {
        const node = this.call.state.node;
        for (const result of results)
            this.budget.spend(result.length, node);
        const [first] = results;
        const last = results.at(-1);
        if (first === undefined || last === undefined) {
            if (this.points.answer('jq.none', node) === 'null')
                return null;
            throw this.points.failure(node, 'the jq program gives no result', 'States.TaskFailed');
        }
        const isLast = first !== last && this.points.answer('jq.many', node) === 'last';
        return JSON.parse(isLast ? last : first);
    }
    loadConfig() {
        const { call, points } = this;
        const node = call.state.node;
        return {
            request: { kind: 'load-config', call, scope: this.textParameter('scope') },
            resultOf: (outcome) => {
                if (outcome.kind !== 'config')
                    return common(outcome, node, points);
                if (outcome.config !== null)
                    return { config: outcome.config };
                if (points.answer('config.missing', node) === 'empty')
                    return { config: {} };
                throw points.failure(node, 'there is no config of this scope', 'States.TaskFailed');
            }
        };
    }
    patchConfig() {
        const { call, points } = this;
        const config = (0,objects/* own */.ZV)(call.parameters, 'config');
        if (!(0,objects/* isObject */.Gv)(config))
            throw points.failure(this.node, 'the parameter config is no object');
        return {
            request: { kind: 'patch-config', call, scope: this.textParameter('scope'), config },
            // The action has no response (ZIS built-in actions).
            resultOf: (outcome) => (outcome.kind === 'done' ? NOTHING : common(outcome, call.state.node, points))
        };
    }
    links(kind) {
        const { call, points } = this;
        const node = call.state.node;
        return {
            request: { kind, call, parameters: withTextNames(call.parameters) },
            resultOf: (outcome) => {
                if (outcome.kind !== 'links')
                    return common(outcome, node, points);
                const [link] = outcome.links;
                if (kind === 'create-link')
                    return { link: link ?? null };
                if (points.answer('links.result', node) === 'empty')
                    return {};
                return kind === 'load-links' ? { links: [...outcome.links] } : { link: link ?? null };
            }
        };
    }
    textParameter(name) {
        const value = (0,objects/* own */.ZV)(this.call.parameters, name);
        if (typeof value === 'string')
            return value;
        const what = value === undefined ? 'is missing' : 'is no text';
        throw this.points.failure(this.node, `the parameter ${name} ${what}`);
    }
    parameterNode(name) {
        return this.node.properties.get(name) ?? this.node.properties.get(`${name}.$`) ?? this.node;
    }
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Names of linked objects are texts: numbers become some (ZIS links). */
function withTextNames(parameters) {
    const changed = { ...parameters };
    for (const side of ['left_object', 'right_object']) {
        const object = (0,objects/* own */.ZV)(parameters, side);
        const name = (0,objects/* isObject */.Gv)(object) ? (0,objects/* own */.ZV)(object, 'name') : undefined;
        if ((0,objects/* isObject */.Gv)(object) && typeof name === 'number')
            changed[side] = { ...object, name: (0,template/* textForm */.QD)(name) };
        const searched = (0,objects/* own */.ZV)(parameters, `${side}_name`);
        if (typeof searched === 'number')
            changed[`${side}_name`] = (0,template/* textForm */.QD)(searched);
    }
    return changed;
}

// EXTERNAL MODULE: ./lib/flow/choice.js
var choice = __webpack_require__(4057);
;// CONCATENATED MODULE: ./lib/flow-run/choose.js



/**
 * Where a Choice goes: the way of the first rule that holds, else its Default.
 *
 * @throws StateFailure when no rule holds and there is no Default, or a rule cannot be decided
 */
function choose(state, data, points, budget) {
    const conditions = new Conditions(data, points, budget);
    const ways = new Map(state.transitions.map((transition) => [transition.node, transition]));
    const rules = state.node.properties.get('Choices')?.items ?? [];
    const rule = rules.find((each) => conditions.holds(each));
    const next = rule === undefined ? state.node.properties.get('Default') : rule.properties.get('Next');
    const transition = next === undefined ? undefined : ways.get(next);
    if (transition !== undefined)
        return transition;
    if (rule !== undefined)
        throw points.failure(rule, 'the rule that holds has no Next');
    throw points.failure(state.node, 'no rule of the Choice holds, and it has no Default', 'States.NoChoiceMatched');
}
class Conditions {
    data;
    points;
    budget;
    constructor(data, points, budget) {
        this.data = data;
        this.points = points;
        this.budget = budget;
    }
    /** And and Or end at the first part that decides: what stands behind it is not looked at. */
    holds(node) {
        this.budget.spend(1, node);
        const condition = (0,choice/* readCondition */.sK)(node);
        switch (condition.kind) {
            case 'and':
                return condition.parts.every((part) => this.holds(part));
            case 'or':
                return condition.parts.some((part) => this.holds(part));
            case 'not':
                return !this.holds(condition.part);
            case 'comparison':
                return this.compare(condition);
            case 'faulty':
                throw this.points.failure(node, 'this condition is none that ZIS knows');
        }
    }
    compare({ node, variable, operand, operator }) {
        switch (operator.kind) {
            case '':
                throw this.points.failure(node, `ZIS has no operator ${operand.name}`);
            case 'Presence':
                return this.isPresent(this.probe(variable), variable) === operand.value;
            case 'Null': {
                const value = this.probe(variable);
                return value === undefined ? this.missing(variable) : (value === null) === operand.value;
            }
        }
        const value = this.find(variable, operator.path ? undefined : operand.value);
        if (value === undefined)
            return this.missing(variable);
        if (!operator.path)
            return (0,choice/* compares */.tk)(operator, value, operand.value);
        const other = this.find(operand, value);
        return other === undefined ? this.missing(operand) : (0,choice/* compares */.tk)(operator, value, other);
    }
    isPresent(value, node) {
        return value === null ? this.points.answer('choice.null-present', node) === 'true' : value !== undefined;
    }
    missing(node) {
        if (this.points.answer('choice.missing-variable', node) === 'false')
            return false;
        throw this.points.failure(node, `JSON path not found: ${(0,template/* textOf */.b6)(node)}`);
    }
    probe(node) {
        const text = (0,template/* textOf */.b6)(node);
        return (0,template/* isPathText */.jb)(text) ? this.data.probe((0,flow_path/* parsePath */.Rr)(text)) : undefined;
    }
    find(node, other) {
        const text = (0,template/* textOf */.b6)(node);
        return (0,template/* isPathText */.jb)(text) ? this.data.find((0,flow_path/* parsePath */.Rr)(text), node, other) : undefined;
    }
}

// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/flow-run/connections.js


/**
 * A connection that an action of the flow needs and that does not exist; null when all do. ZIS does not begin such
 * a flow, and names one connection at a time (seen by a user).
 */
function missingConnection({ flow, actions }, connections) {
    const known = new Set(connections);
    for (const { ordered } of flow.scopes) {
        for (const { node, type } of ordered) {
            const name = type === 'Action' ? node.properties.get('ActionName')?.value : undefined;
            const action = typeof name === 'string' ? actions.get((0,identity/* parseQualifiedName */.z$)(name)?.name ?? '') : undefined;
            const connection = action?.properties.properties.get('definition')?.properties.get('connectionName');
            if (typeof connection?.value !== 'string' || known.has(connection.value))
                continue;
            const message = `Cannot start flow because the connection named ${(0,words/* quote */.hD)(connection.value)} does not exist`;
            return { node: connection, message };
        }
    }
    return null;
}

// EXTERNAL MODULE: ./lib/flow-run/allowance.js
var allowance = __webpack_require__(8062);
// EXTERNAL MODULE: ./lib/flow-run/unknowns.js
var unknowns = __webpack_require__(1001);
;// CONCATENATED MODULE: ./lib/flow-run/points.js



/** More names are not tried for an error that has none in the documentation. */
const MAX_NAMES = 6;
/** What is taken for the undocumented points in one run, and which of them it touched. */
class Points {
    answers;
    touched = new Map();
    /** The `{Error, Cause}` objects in the data whose name is not documented. */
    unnamed = new WeakSet();
    marked = false;
    /** What was found within a value: it never changes. */
    found = new WeakMap();
    constructor(answers) {
        this.answers = answers;
    }
    /** Whether the data may hold such an error. */
    get hasUnnamed() {
        return this.marked;
    }
    get contacts() {
        return [...this.touched.values()];
    }
    /** The answer to a point that is touched here. */
    answer(id, node) {
        const candidates = (0,unknowns/* answersTo */.to)(id);
        this.touch({ id, node, candidates, latent: false });
        return this.answers[id] ?? candidates[0] ?? '';
    }
    /** A failure whose name ZIS does not document. */
    failure = (node, cause, name = 'States.Runtime', status = null) => {
        const named = { Error: this.answers['error.name'] ?? name, Cause: cause };
        return new StateFailure({ ...named, named: false, status, node });
    };
    /** Notes that an object of the data is such an error, or a copy of one. */
    markUnnamed(error) {
        this.unnamed.add(error);
        this.marked = true;
    }
    isUnnamed(value) {
        return this.unnamed.has(value);
    }
    /** Notes the name of such an error where it is read alone. @param other what it is compared with */
    readName(name, node, other) {
        this.touch({ id: 'error.name', node, candidates: namesToTry(name, other), latent: false });
    }
    /** Notes the name of the error that ended the flow: an expectation may read it. */
    readEnd(name, node) {
        this.touch({ id: 'error.name', node, candidates: namesToTry(name, undefined), latent: true });
    }
    /** Notes that a value is read that may hold the name of such an error. */
    readWhole(value, node) {
        const error = this.unnamedWithin(value);
        if (error !== null)
            this.readName(error, node, undefined);
    }
    /** The name of an error within a value that ZIS does not document; null when there is none. */
    unnamedWithin(value) {
        if (!this.marked || typeof value !== 'object' || value === null)
            return null;
        let found = this.found.get(value);
        if (found === undefined) {
            found = this.search(value);
            this.found.set(value, found);
        }
        return found;
    }
    search(value) {
        if ((0,objects/* isObject */.Gv)(value) && this.unnamed.has(value)) {
            const name = value['Error'];
            return typeof name === 'string' ? name : null;
        }
        for (const part of Array.isArray(value) ? value : Object.values(value)) {
            const name = this.unnamedWithin(part);
            if (name !== null)
                return name;
        }
        return null;
    }
    touch(contact) {
        const before = this.touched.get(contact.id);
        if (before === undefined) {
            this.touched.set(contact.id, contact);
        }
        else if (before.latent !== contact.latent || contact.id === 'error.name') {
            const candidates = [...new Set([...before.candidates, ...contact.candidates])].slice(0, MAX_NAMES);
            this.touched.set(contact.id, { ...before, candidates, latent: before.latent && contact.latent });
        }
    }
}
function namesToTry(name, other) {
    return [...new Set([name, ...(typeof other === 'string' ? [other] : []), unknowns/* OTHER_ERROR_NAME */.aR])];
}

;// CONCATENATED MODULE: ./lib/flow-run/run.js











/** What ZIS logs for a flow that succeeds without a Message (Succeed state). */
const DEFAULT_MESSAGE = 'Execution Successful';
/** How often ZIS begins a flow with the answer `three` to `retry.flow`. */
const ATTEMPTS = 3;
/**
 * Runs a flow. It never throws for what the flow, the document or an outcome holds: what goes wrong there is how
 * the run ends.
 *
 * @throws TypeError when it is resumed with an outcome that does not fit the request
 */
function* runFlow(start) {
    const points = new Points(start.answers);
    const visits = [];
    const attempts = start.answers['retry.flow'] === 'three' ? ATTEMPTS : 1;
    for (let attempt = 1;; attempt += 1) {
        const run = new Attempt(start, points, visits, attempt);
        const end = yield* run.run();
        const retried = isRetried(end);
        if (retried) {
            const { node } = end.error;
            points.touch({ id: 'retry.flow', node, candidates: (0,unknowns/* answersTo */.to)('retry.flow'), latent: true });
            if (attempt < attempts)
                continue;
        }
        if (end.status === 'failed' && !end.error.named && end.limit === null) {
            points.readEnd(end.error.Error, end.error.node);
        }
        const { slept, transitions } = run;
        const { contacts } = points;
        const holdsUnnamedError = (value) => points.unnamedWithin(value) !== null;
        return { end, visits, slept, transitions, attempts: attempt, contacts, holdsUnnamedError };
    }
}
/** Whether ZIS may try a flow that ended so once more. */
function isRetried(end) {
    return end.status === 'failed' && (end.error.status === 429 || end.error.status === 500);
}
/** One time that a flow is run from its beginning. */
class Attempt {
    start;
    points;
    visits;
    attempt;
    slept = 0;
    transitions = 0;
    outermost = null;
    budget;
    context;
    constructor(start, points, visits, attempt) {
        this.start = start;
        this.points = points;
        this.visits = visits;
        this.attempt = attempt;
        const { actions, subdomain, allowance } = start;
        this.budget = new Budget(allowance);
        this.context = { actions, subdomain, points, budget: this.budget };
    }
    *run() {
        const { flow, document, connections, allowance } = this.start;
        try {
            const { definition } = flow;
            if (!allowance.isSpent)
                this.budget.admit(document, definition.node);
            const missing = connections === null ? null : missingConnection(this.start, connections);
            if (missing !== null)
                throw this.points.failure(missing.node, missing.message);
            return { status: 'succeeded', ...(yield* this.scope(definition, document, null)) };
        }
        catch (thrown) {
            if (thrown instanceof RunStopped && this.outermost !== null && thrown.innermost !== null) {
                const { innermost, message: reason } = thrown;
                return { status: 'stopped', state: this.outermost, innermost, reason };
            }
            if (!(thrown instanceof StateFailure))
                throw thrown;
            const { error, limit, innermost } = thrown;
            return { status: 'failed', state: this.outermost, innermost, error, limit };
        }
    }
    *scope(scope, document, iteration) {
        let state = scope.states.get((0,template/* textOf */.b6)(scope.startAt ?? undefined));
        if (state === undefined) {
            throw this.points.failure(scope.startAt ?? scope.node, 'StartAt names no state');
        }
        for (let entering = document;;) {
            const visit = this.enter(state, entering, iteration);
            const step = yield* this.visit(visit);
            visit.left = step.transition;
            visit.output = step.document;
            if (step.transition === null) {
                return { state, document: step.document, message: step.message ?? DEFAULT_MESSAGE };
            }
            const { target, node, to } = step.transition;
            if (target === null)
                throw this.points.failure(node, `there is no state ${to}`);
            state = target;
            entering = step.document;
        }
    }
    enter(state, document, iteration) {
        if (iteration === null)
            this.outermost = state;
        this.transitions += 1;
        const visit = {
            attempt: this.attempt,
            state,
            map: iteration?.map ?? null,
            item: iteration?.item ?? null,
            document,
            call: null,
            outcome: null,
            result: undefined,
            error: null,
            left: null,
            output: undefined,
            slept: 0
        };
        this.visits.push(visit);
        return visit;
    }
    /** Runs a state, and takes the way of its Catch when it fails. */
    *visit(visit) {
        const { state } = visit;
        try {
            if (this.start.allowance.isSpent)
                throw new RunStopped(allowance/* TOO_MUCH_TOGETHER */.eL);
            if (this.transitions > MAX_TRANSITIONS) {
                const cause = `this flow goes through more than ${MAX_TRANSITIONS} states, where ZIS ends it`;
                throw limitMet('transitions', state.node, cause);
            }
            const step = yield* this.step(visit);
            this.budget.admit(step.document, state.node);
            return step;
        }
        catch (thrown) {
            if (thrown instanceof StateFailure || thrown instanceof RunStopped)
                thrown.innermost ??= state;
            if (!(thrown instanceof StateFailure))
                throw thrown;
            visit.error = thrown.error;
            const caught = thrown.limit === null ? this.caught(visit, thrown.error) : null;
            if (caught === null)
                throw thrown;
            return caught;
        }
    }
    /** What a Catch makes of a failure (Flow states retry and error handling); null where there is none. */
    caught({ state, document }, error) {
        if (state.type !== 'Action' && state.type !== 'Map')
            return null;
        const catchers = state.node.properties.get('Catch')?.items ?? [];
        const catcher = catchers.find(({ properties }) => properties.get('ErrorEquals')?.items.some(({ value }) => value === 'States.ALL'));
        const next = catcher?.properties.get('Next');
        const transition = state.transitions.find(({ node }) => node === next);
        if (catcher === undefined || transition === undefined)
            return null;
        const result = { Error: error.Error, Cause: error.Cause };
        if (!error.named)
            this.points.markUnnamed(result);
        const resultPath = catcher.properties.get('ResultPath');
        const caught = placeResult(document, resultPath, result, this.points);
        this.budget.admit(caught, catcher);
        return { document: caught, transition };
    }
    *step(visit) {
        const { state, document } = visit;
        const resolver = new Resolver(new Data(document, this.points), this.points, this.budget);
        switch (state.type) {
            case 'Pass':
                return this.pass(visit, resolver);
            case 'Choice': {
                const data = new Data(document, this.points);
                return { document, transition: choose(state, data, this.points, this.budget) };
            }
            case 'Wait':
                return yield* this.wait(visit, resolver);
            case 'Succeed': {
                const message = state.node.properties.get('Message');
                if (message === undefined)
                    return { document, transition: null };
                return { document, transition: null, message: resolver.text(message, true) };
            }
            case 'Fail':
                throw this.fail(state, resolver);
            case 'Action':
                return yield* this.action(visit, resolver);
            case 'Map':
                return yield* this.map(visit, resolver);
            default:
                throw this.points.failure(state.node, `ZIS has no state of the type ${state.type}`);
        }
    }
    /** A Pass without a Result passes its document on as the result, as in Amazon States Language. */
    pass(visit, resolver) {
        const result = visit.state.node.properties.get('Result');
        return this.leave(visit, result === undefined ? visit.document : resolver.literal(result));
    }
    *wait(visit, resolver) {
        const { state, document } = visit;
        const { properties } = state.node;
        const path = properties.get('SecondsPath');
        const node = path ?? properties.get('Seconds') ?? state.node;
        const seconds = path === undefined ? node.value : resolver.path(path);
        if (typeof seconds !== 'number')
            throw this.points.failure(node, 'the seconds to wait are no number');
        if (seconds > 0) {
            if (this.slept + seconds > MAX_SECONDS) {
                const cause = `the waits take more than ${MAX_SECONDS} seconds, after which ZIS ends a flow`;
                throw limitMet('time', node, cause);
            }
            this.slept += seconds;
            visit.slept = seconds;
            this.resumed(yield { kind: 'sleep', state, seconds });
        }
        return { document, transition: this.next(state) };
    }
    fail({ node }, resolver) {
        const text = (name) => {
            const found = node.properties.get(name);
            return found === undefined ? '' : resolver.text(found, true);
        };
        return new StateFailure({ Error: text('Error'), Cause: text('Cause'), named: true, status: null, node });
    }
    *action(visit, resolver) {
        const call = prepareCall(visit.state, resolver, this.context, (begun) => {
            visit.call = begun;
        });
        const outcome = this.resumed(yield call.request);
        visit.outcome = outcome;
        const result = call.resultOf(outcome);
        if (result === NOTHING)
            return { document: visit.document, transition: this.next(visit.state) };
        return this.leave(visit, result);
    }
    *map(visit, resolver) {
        const { state } = visit;
        const path = state.node.properties.get('ItemsPath') ?? state.node;
        const items = resolver.path(path);
        if (!Array.isArray(items))
            throw this.points.failure(path, `there is no list at ${(0,template/* textOf */.b6)(path)}`);
        if (items.length > MAX_ITEMS) {
            const cause = `this Map has ${items.length} items, and ZIS takes at most ${MAX_ITEMS}`;
            throw limitMet('items', path, cause);
        }
        if (items.length === 0) {
            return this.leave(visit, this.points.answer('map.empty', path) === 'list' ? [] : null);
        }
        if (state.iterator === null)
            throw this.points.failure(state.node, 'this Map has no Iterator');
        const map = this.visits.lastIndexOf(visit);
        const results = [];
        for (const [item, value] of items.entries()) {
            results.push((yield* this.scope(state.iterator, value, { map, item })).document);
        }
        return this.leave(visit, results);
    }
    /** Puts a state's result where its ResultPath says, and goes on. */
    leave(visit, result) {
        const { state, document } = visit;
        this.budget.admit(result, state.node);
        visit.result = result;
        const resultPath = state.node.properties.get('ResultPath');
        return {
            document: placeResult(document, resultPath, result, this.points),
            transition: this.next(state)
        };
    }
    /** The way on; null where the state ends its scope. */
    next(state) {
        if (state.terminal)
            return null;
        const next = state.transitions.find(({ kind }) => kind === 'next');
        if (next === undefined)
            throw this.points.failure(state.node, 'this state has neither Next nor End');
        return next;
    }
    resumed(outcome) {
        if (outcome.kind === 'stop')
            throw new RunStopped(outcome.reason);
        return outcome;
    }
}


/***/ }),

/***/ 6438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ Store)
/* harmony export */ });
/* harmony import */ var _bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9296);

/** Zendesk's default for LoadLinks (ZIS built-in actions). */
const PAGE_SIZE = 20;
/** More links, or scopes of configs, are not kept: a run has 250 states. */
const MAX_KEPT = 1000;
/** What a run of a flow reads and writes beside its data: configs and links, in memory. */
class Store {
    owner;
    configs;
    links = [];
    created = 0;
    /** @param configs those that are there at the beginning, by scope */
    constructor(configs, owner) {
        this.owner = owner;
        this.configs = new Map(Object.entries(configs));
    }
    /** The outcome of a built-in action that works with the store; null for any other request. */
    answer(request) {
        switch (request.kind) {
            case 'load-config':
                return { kind: 'config', config: this.load(request.scope) };
            case 'patch-config':
                this.patch(request.scope, request.config);
                return { kind: 'done' };
            case 'create-link':
                return { kind: 'links', links: [this.create(request.parameters)] };
            case 'load-links': {
                const size = (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(request.parameters, 'page_size');
                const found = this.find(request.parameters);
                return { kind: 'links', links: found.slice(0, typeof size === 'number' ? size : PAGE_SIZE) };
            }
            case 'patch-link':
                return { kind: 'links', links: this.change(request.parameters) };
            case 'delete-link': {
                const deleted = this.find(request.parameters);
                this.links = this.links.filter((link) => !deleted.includes(link));
                return { kind: 'links', links: deleted };
            }
            default:
                return null;
        }
    }
    /** The config of a scope; of a scope with `*` in it the first that fits. */
    load(scope) {
        if (!scope.includes('*'))
            return this.configs.get(scope) ?? null;
        for (const [name, config] of this.configs)
            if (fits(name, scope))
                return config;
        return null;
    }
    /** Changes the settings that the patch names; nested ones too (ZIS built-in actions: a partial update). */
    patch(scope, config) {
        const before = this.configs.get(scope);
        if (before === undefined && this.configs.size >= MAX_KEPT)
            return;
        this.configs.set(scope, before === undefined ? config : merged(before, config));
    }
    create(parameters) {
        this.created += 1;
        const link = {
            account_id: this.owner.account_id,
            integration: this.owner.integration,
            left_object: (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, 'left_object') ?? null,
            link_type: (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, 'link_type') ?? null,
            right_object: (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, 'right_object') ?? null,
            uuid: `00000000-0000-4000-8000-${String(this.created).padStart(12, '0')}`
        };
        if (this.links.length < MAX_KEPT)
            this.links.push(link);
        return link;
    }
    /** The links of a type between the named objects; a name that is not given, or `*`, is any. */
    find(parameters) {
        const type = (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, 'link_type');
        return this.links.filter((link) => link['link_type'] === type &&
            SIDES.every((side) => isNamed(link[side], (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, `${side}_name`))));
    }
    change(parameters) {
        const found = this.find(parameters);
        const changed = found.map((link) => {
            const copy = { ...link };
            for (const side of SIDES) {
                const [before, patch] = [copy[side], (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(parameters, side)];
                if ((0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(before) && (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(patch))
                    copy[side] = { ...before, ...patch };
            }
            return copy;
        });
        this.links = this.links.map((link) => changed[found.indexOf(link)] ?? link);
        return changed;
    }
}
const SIDES = ['left_object', 'right_object'];
function isNamed(object, name) {
    if (name === undefined || name === null || name === '*')
        return true;
    const own = (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(object) ? object['name'] : undefined;
    return typeof own === 'string' && typeof name === 'string' && fits(own, name);
}
/** Whether a text fits a pattern in which each `*` stands for anything. Takes time in proportion to both. */
function fits(text, pattern) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first) || !text.endsWith(last))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return at <= text.length - last.length;
}
function merged(before, patch) {
    const result = { ...before };
    for (const [name, value] of Object.entries(patch)) {
        const old = (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(result, name);
        (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(result, name, (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(old) && (0,_bundle_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? merged(old, value) : value);
    }
    return result;
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

/***/ 144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZM: () => (/* binding */ CoverageCounter),
/* harmony export */   kY: () => (/* binding */ statesOf)
/* harmony export */ });
/* unused harmony export percentOf */
/** Collects which states and transitions of the tested flows were used by any case. */
class CoverageCounter {
    flows = new Map();
    /** A flow counts from its first case on, whether that reaches any of its states or not. */
    add(covered, run) {
        const counted = this.countedOf(covered);
        for (const { state, left } of run.visits) {
            counted.states.add(state.node.start);
            if (left !== null)
                counted.transitions.add(left.node.start);
        }
    }
    coverage() {
        const flows = [...this.flows.values()].map(coverageOf).sort(compareFlows);
        const sum = (of) => flows.reduce((total, flow) => total + of(flow), 0);
        const [states, statesTotal] = [sum((flow) => flow.states), sum((flow) => flow.statesTotal)];
        return {
            percent: percentOf(states, statesTotal),
            states,
            statesTotal,
            transitions: sum((flow) => flow.transitions),
            transitionsTotal: sum((flow) => flow.transitionsTotal),
            flows
        };
    }
    /** Files of one bundle may fill its placeholders differently: what is where in the file is the same. */
    countedOf(covered) {
        const key = JSON.stringify([covered.bundle, covered.flow.resource.name]);
        const counted = this.flows.get(key) ?? { covered, states: new Set(), transitions: new Set() };
        this.flows.set(key, counted);
        return counted;
    }
}
/** All states of a flow, those in Iterators too. */
function statesOf({ scopes }) {
    return scopes.flatMap(({ ordered }) => ordered);
}
function transitionsOf(flow) {
    return statesOf(flow).flatMap(({ transitions }) => transitions);
}
function coverageOf({ covered: { bundle, flow, lineOf }, states, transitions }) {
    const all = statesOf(flow);
    const missed = all.filter(({ node }) => !states.has(node.start));
    return {
        bundle,
        flow: flow.resource.name,
        states: all.length - missed.length,
        statesTotal: all.length,
        transitions: transitions.size,
        transitionsTotal: transitionsOf(flow).length,
        missed: missed.map(({ name, node }) => ({ name, line: lineOf((node.key ?? node).start) }))
    };
}
function compareFlows(one, other) {
    return compareText(one.bundle, other.bundle) || compareText(one.flow, other.flow);
}
function compareText(one, other) {
    return one === other ? 0 : one < other ? -1 : 1;
}
/** With one decimal, rounded down so that 100 means all; 100 of nothing. */
function percentOf(part, total) {
    return total === 0 ? 100 : Math.floor((part / total) * 1000) / 10;
}


/***/ }),

/***/ 5623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mockToPaste),
/* harmony export */   Z: () => (/* binding */ yamlLines)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** The YAML of a value in lines, as it would stand in a test file. */
function yamlLines(value) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(value, { lineWidth: 100, defaultKeyType: 'PLAIN' }).trimEnd().split('\n');
}
/**
 * A mock for a call that has none, to be put into the case.
 *
 * @param hasOthers whether the action has mocks that are for other calls
 */
function mockToPaste({ action, parameters, request }, hasOthers) {
    const outcome = request === null ? { result: {} } : { status: 200, body: {} };
    const mock = hasOthers ? [{ when: { parameters }, ...outcome }] : outcome;
    return yamlLines({ mocks: { [action]: mock } });
}


/***/ })

};
