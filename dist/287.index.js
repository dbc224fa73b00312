export const id = 287;
export const ids = [287];
export const modules = {

/***/ 9287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTests: () => (/* binding */ runTests)
});

;// CONCATENATED MODULE: ./lib/flow-run/allowance.js
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

;// CONCATENATED MODULE: ./lib/flow-run/lockstep.js
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

;// CONCATENATED MODULE: ./lib/flow-tests/coverage.js
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

;// CONCATENATED MODULE: ./lib/flow-run/unknowns.js
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
        const candidates = answersTo(id);
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
    return [...new Set([name, ...(typeof other === 'string' ? [other] : []), OTHER_ERROR_NAME])];
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
            points.touch({ id: 'retry.flow', node, candidates: answersTo('retry.flow'), latent: true });
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
                throw new RunStopped(TOO_MUCH_TOGETHER);
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

;// CONCATENATED MODULE: ./lib/flow-run/store.js

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
                const size = (0,objects/* own */.ZV)(request.parameters, 'page_size');
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
            left_object: (0,objects/* own */.ZV)(parameters, 'left_object') ?? null,
            link_type: (0,objects/* own */.ZV)(parameters, 'link_type') ?? null,
            right_object: (0,objects/* own */.ZV)(parameters, 'right_object') ?? null,
            uuid: `00000000-0000-4000-8000-${String(this.created).padStart(12, '0')}`
        };
        if (this.links.length < MAX_KEPT)
            this.links.push(link);
        return link;
    }
    /** The links of a type between the named objects; a name that is not given, or `*`, is any. */
    find(parameters) {
        const type = (0,objects/* own */.ZV)(parameters, 'link_type');
        return this.links.filter((link) => link['link_type'] === type &&
            SIDES.every((side) => isNamed(link[side], (0,objects/* own */.ZV)(parameters, `${side}_name`))));
    }
    change(parameters) {
        const found = this.find(parameters);
        const changed = found.map((link) => {
            const copy = { ...link };
            for (const side of SIDES) {
                const [before, patch] = [copy[side], (0,objects/* own */.ZV)(parameters, side)];
                if ((0,objects/* isObject */.Gv)(before) && (0,objects/* isObject */.Gv)(patch))
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
    const own = (0,objects/* isObject */.Gv)(object) ? object['name'] : undefined;
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
        const old = (0,objects/* own */.ZV)(result, name);
        (0,objects/* setOwn */.P5)(result, name, (0,objects/* isObject */.Gv)(old) && (0,objects/* isObject */.Gv)(value) ? merged(old, value) : value);
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/flow-run/variants.js

/** More combinations of answers are not tried. */
const MAX_PLAYS = 16;
/**
 * Plays a case under every combination of answers to the points that it touches and that are not pinned. A point
 * that is touched only under some answers is varied only there.
 *
 * @param play begins the case anew with these answers; what it yields and is resumed with is handed through
 */
function* playVariants(play, pinned) {
    const plays = [];
    const contacts = new Map();
    const open = [pinned];
    for (let answers = open.pop(); answers !== undefined; answers = open.pop()) {
        if (plays.length === MAX_PLAYS)
            return { kind: 'too-many', ids: [...contacts.keys()] };
        const { result, contacts: touched } = yield* play(answers);
        const alternatives = [];
        let taken = answers;
        for (const contact of touched) {
            if (!contacts.has(contact.id) && pinned[contact.id] === undefined)
                contacts.set(contact.id, contact);
            if (taken[contact.id] !== undefined)
                continue;
            const [first, ...others] = contact.candidates;
            for (const other of others)
                alternatives.push({ ...taken, [contact.id]: other });
            taken = { ...taken, [contact.id]: first };
        }
        plays.push({ answers: taken, result });
        open.push(...alternatives.reverse());
    }
    return { kind: 'played', plays, contacts: [...contacts.values()] };
}
/** Why plays do not agree; null when all do. @param same whether two results are one verdict */
function disagreement(plays, same) {
    let found = null;
    let fewest = Infinity;
    for (const [index, one] of plays.entries()) {
        for (const other of plays.slice(index + 1)) {
            if (same(one.result, other.result))
                continue;
            const ids = differing(one.answers, other.answers);
            if (ids[0] !== undefined && ids.length < fewest) {
                fewest = ids.length;
                found = { id: ids[0], one, other };
            }
        }
    }
    return found;
}
/** The points that both touched and answered otherwise. */
function differing(one, other) {
    return UNKNOWN_IDS.filter((id) => one[id] !== undefined && other[id] !== undefined && one[id] !== other[id]);
}

;// CONCATENATED MODULE: ./lib/flow-tests/difference.js
/** How many lines of a difference are worth showing. */
const MOST = 40;
/** Longer lists are compared from their ends only. */
const MOST_COMPARED = 400;
/**
 * How two lists differ, a line an item: `  ` both have it, `- ` only the expected one, `+ ` only what came.
 * Long runs of equal items are cut.
 */
function listDifference(expected, actual) {
    const lines = [];
    let [one, other] = [0, 0];
    for (const [i, j] of [...difference_common(expected, actual), [expected.length, actual.length]]) {
        for (; one < i; one += 1)
            lines.push(`- ${expected[one] ?? ''}`);
        for (; other < j; other += 1)
            lines.push(`+ ${actual[other] ?? ''}`);
        if (i < expected.length)
            lines.push(`  ${expected[i] ?? ''}`);
        [one, other] = [i + 1, j + 1];
    }
    return withoutRuns(lines);
}
/** The pairs of a longest common subsequence, by their indexes. */
function difference_common(one, other) {
    const pairs = [];
    let start = 0;
    while (start < one.length && start < other.length && one[start] === other[start]) {
        pairs.push([start, start]);
        start += 1;
    }
    const [rows, columns] = [one.length - start, other.length - start];
    if (rows > MOST_COMPARED || columns > MOST_COMPARED)
        return pairs;
    const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    const at = (row, column) => lengths[row]?.[column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
            const line = lengths[row];
            if (line === undefined)
                continue;
            line[column] =
                one[start + row] === other[start + column]
                    ? at(row + 1, column + 1) + 1
                    : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    for (let [row, column] = [0, 0]; row < rows && column < columns;) {
        if (one[start + row] === other[start + column]) {
            pairs.push([start + row, start + column]);
            row += 1;
            column += 1;
        }
        else if (at(row + 1, column) >= at(row, column + 1))
            row += 1;
        else
            column += 1;
    }
    return pairs;
}
/** Of a run of equal lines the two next to a change stay. */
function withoutRuns(lines) {
    const isNear = (index) => lines.slice(Math.max(0, index - 2), index + 3).some((line) => !line.startsWith('  '));
    const shown = [];
    let hidden = 0;
    const close = () => {
        if (hidden > 0)
            shown.push(`  \u2026 ${hidden} the same`);
        hidden = 0;
    };
    for (const [index, line] of lines.entries()) {
        if (!isNear(index)) {
            hidden += 1;
            continue;
        }
        close();
        shown.push(line);
    }
    close();
    return shown.length <= MOST ? shown : [...shown.slice(0, MOST), `\u2026 ${shown.length - MOST} more lines`];
}
/** How two long texts, or two values laid out as JSON, differ by lines; none where the values are short. */
function lineDifference(expected, actual) {
    const texts = typeof expected === 'string' && typeof actual === 'string';
    const isLong = texts && (expected.includes('\n') || expected.length > 60 || actual.length > 60);
    if (texts && !isLong)
        return [];
    if (actual === undefined || typeof expected !== typeof actual || (!texts && typeof expected !== 'object'))
        return [];
    if (texts && !expected.includes('\n') && !actual.includes('\n'))
        return aroundChange(expected, actual);
    const lines = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n');
    return listDifference(lines(expected), lines(actual));
}
/** How many characters before the first difference of two texts are shown, and how many behind it. */
const BEFORE = 20;
const BEHIND = 50;
function aroundChange(expected, actual) {
    let at = 0;
    while (at < expected.length && expected[at] === actual[at])
        at += 1;
    const from = Math.max(0, at - BEFORE);
    const part = (text) => `${from > 0 ? '\u2026' : ''}${text.slice(from, at + BEHIND)}${text.length > at + BEHIND ? '\u2026' : ''}`;
    return [`- ${JSON.stringify(part(expected))}`, `+ ${JSON.stringify(part(actual))}`];
}

// EXTERNAL MODULE: ./lib/flow-tests/values.js
var values = __webpack_require__(5371);
;// CONCATENATED MODULE: ./lib/flow-tests/headers.js

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
        return header.key === null ? header : (0,values/* renamed */.fN)(header, { ...header.key, name });
    });
    const others = request.properties.nodes.filter(({ name }) => name !== 'headers');
    return (0,values/* objectOfMembers */.Qi)([...others, (0,values/* objectOfMembers */.Qi)(headersNamed, expected.key, expected)], request.key, request);
}

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var json = __webpack_require__(7161);
;// CONCATENATED MODULE: ./lib/flow-tests/matchers.js



/** The matchers of a test file, and what each takes. */
const MATCHERS = ['$exact', '$match', '$type', '$present', '$any'];
/** What `$type` can name: the types of JSON, and whole numbers. */
const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'];
/** Longer regular expressions are not taken. */
const MAX_PATTERN = 1_000;
/** More differences of one value are not looked for. */
const matchers_MOST = 20;
/** Whether an expectation is one, wherever it holds a matcher. */
function checkMatchers(node, problems) {
    if (node.type === 'array')
        for (const item of node.items)
            checkMatchers(item, problems);
    if (node.type !== 'object')
        return;
    if ((0,values/* isMatcher */.H7)(node))
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
        const hint = (0,words/* didYouMean */.au)(name ?? '', MATCHERS) || `Matchers are ${(0,words/* listOf */.c3)(MATCHERS)}. ${LITERALLY}`;
        const isMixed = name !== undefined && !/^\$[A-Za-z]/.test(name);
        const message = isMixed
            ? `${(0,words/* quote */.hD)(name)} stands beside a matcher`
            : `there is no matcher ${(0,words/* quote */.hD)(name ?? '')}`;
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
                message: `$type takes ${(0,words/* listOf */.c3)(TYPES)}`,
                hint: typeof value === 'string' ? (0,words/* didYouMean */.au)(value, TYPES) : ''
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
    if (found.length >= matchers_MOST)
        return;
    const differs = (wanted, isLate = false) => {
        found.push({ path, expected, actual, wanted, isLate });
    };
    const [matcher] = expected.type === 'object' && (0,values/* isMatcher */.H7)(expected) ? expected.properties.nodes : [];
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
        yield* compare(member, (0,json/* own */.ZV)(actual, member.name), [...path, member.name], comparison);
    if (!comparison.exactly)
        return;
    for (const name of Object.keys(actual)) {
        if (expected.properties.has(name))
            continue;
        if (comparison.found.length >= matchers_MOST)
            return;
        const extra = { path: [...path, name], actual: (0,json/* own */.ZV)(actual, name) };
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
            return (0,values/* sameValue */.eE)(value, actual);
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
            return (0,words/* withArticle */.vJ)(textIn(value));
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
    return (0,words/* counted */.hS)(items, 'item');
}
/** A value as JSON, cut when it is long. */
function shownValue(value, most = 200) {
    if (value === undefined)
        return 'nothing';
    const text = JSON.stringify(value);
    return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}

// EXTERNAL MODULE: ./lib/flow-tests/paths.js
var paths = __webpack_require__(7028);
;// CONCATENATED MODULE: ./lib/flow-tests/misfit.js



/** The mismatches of one value as failures. @param name what the value is: a path, or in words */
function matched(mismatches, name, { bundleNode, where = '' }) {
    return mismatches.map(({ path, expected, actual, wanted, isLate }) => {
        const found = actual === undefined ? 'is not there' : `is ${shownValue(actual)}`;
        const value = `${(0,paths/* pathText */.L)(name, path)} ${found}${where === '' ? '' : ` ${where}`}`;
        return {
            message: isLate
                ? `${value}, and it took too long to find out whether it is ${wanted}`
                : `${value}, and ${wanted} was expected`,
            expected: expected.value,
            actual,
            difference: lineDifference(expected.value, actual),
            at: expected,
            bundleNode
        };
    });
}

;// CONCATENATED MODULE: ./lib/flow-tests/judge-calls.js






/** What of the calls of a run is not as expected. */
function* callFailures(expected, calls, context) {
    const { end } = context;
    const misfits = counted(expected.counts, calls, end);
    if (expected.list === null)
        return misfits;
    const listed = expected.isSubset
        ? yield* inOrder(expected.list, calls, context)
        : yield* oneByOne(expected.list, calls, context);
    return [...misfits, ...listed];
}
function counted(counts, calls, end) {
    return counts.flatMap((count) => {
        const made = calls.filter(({ action }) => action === count.name);
        if (made.length === count.value)
            return [];
        const message = `${(0,words/* quote */.hD)(count.name)} is called ${times(made.length)}, and ${callsWanted(Number(count.value))} expected`;
        const bundleNode = made.at(-1)?.state.node ?? end;
        return [{ message, expected: count.value, actual: made.length, at: count, bundleNode }];
    });
}
function times(count) {
    return count === 1 ? 'once' : `${count} times`;
}
function callsWanted(count) {
    if (count === 0)
        return 'no call was';
    return count === 1 ? 'one call was' : `${count} calls were`;
}
/** All calls, each against the one that is expected in its place. */
function* oneByOne(list, calls, { end, onError }) {
    const wanted = list.items.map(actionOf);
    const made = calls.map(({ action }) => action);
    const sameActions = wanted.every((action, index) => action === null || action === made[index]);
    if (wanted.length !== made.length || !sameActions) {
        const index = firstDifference(wanted, made);
        return [
            {
                message: orderMessage(wanted, made, index),
                expected: wanted,
                actual: made,
                difference: listDifference(wanted.map((action, at) => action ?? made[at] ?? 'any action'), made),
                at: list.items[index] ?? list,
                bundleNode: calls[Math.min(index, calls.length - 1)]?.state.node ?? end
            }
        ];
    }
    const misfits = [];
    for (const [index, item] of list.items.entries()) {
        const call = calls[index];
        if (call === undefined)
            continue;
        const mismatches = yield* callMismatches(item, call, onError);
        misfits.push(...matched(mismatches, `calls[${index}]`, { bundleNode: call.state.node }));
    }
    return misfits;
}
function firstDifference(wanted, made) {
    const index = wanted.findIndex((action, at) => action === null ? made[at] === undefined : action !== made[at]);
    return index === -1 ? wanted.length : index;
}
function orderMessage(wanted, made, index) {
    const [want, came] = [wanted[index], made[index]];
    if (want === undefined)
        return `call ${index + 1} is of ${(0,words/* quote */.hD)(came ?? '')}, and no more calls were expected`;
    const what = want === null ? 'a call' : `a call of ${(0,words/* quote */.hD)(want)}`;
    if (came === undefined)
        return `call ${index + 1} is missing: ${what} was expected`;
    return `call ${index + 1} is of ${(0,words/* quote */.hD)(came)}, and ${what} was expected`;
}
/** Each listed call after the one before it, with any others between. */
function* inOrder(list, calls, { end, onError }) {
    let from = 0;
    for (const item of list.items) {
        const { found, nearest } = yield* findCall(item, { calls, from, onError });
        if (found === -1)
            return [missingCall(item, calls, nearest, from, end)];
        from = found + 1;
    }
    return [];
}
function* findCall(item, { calls, from, onError }) {
    const action = actionOf(item);
    let nearest = null;
    for (let index = from; index < calls.length; index += 1) {
        const call = calls[index];
        if (call === undefined || (action !== null && call.action !== action))
            continue;
        const mismatches = yield* callMismatches(item, call, onError);
        if (mismatches.length === 0)
            return { found: index, nearest: null };
        if (nearest === null || mismatches.length < nearest.mismatches.length)
            nearest = { index, mismatches };
    }
    return { found: -1, nearest };
}
function missingCall(item, calls, nearest, from, end) {
    const call = nearest === null ? undefined : calls[nearest.index];
    const [mismatch] = nearest?.mismatches ?? [];
    if (nearest !== null && call !== undefined && mismatch !== undefined) {
        const [misfit] = matched([mismatch], `calls[${nearest.index}]`, { bundleNode: call.state.node });
        if (misfit !== undefined)
            return { ...misfit, message: `no call is as expected; in the nearest one, ${misfit.message}` };
    }
    const action = actionOf(item);
    const what = action === null ? 'such a call' : `a call of ${(0,words/* quote */.hD)(action)}`;
    const after = from === 0 ? '' : ` after call ${from}`;
    const made = calls.map((each) => each.action);
    const message = `${what} is missing${after}`;
    return { message, expected: item.value, actual: made, at: item, bundleNode: end };
}
function actionOf(item) {
    const action = item.properties.get('action')?.value;
    return typeof action === 'string' ? action : null;
}
function* callMismatches(item, call, onError) {
    const { parameters, request } = call;
    const parts = item.properties.nodes
        .filter(({ name }) => name !== 'action')
        .map((part) => (part.name === 'request' ? withHeadersOf(part, request?.headers ?? {}) : part));
    const actual = { parameters, ...(request === null ? {} : { request: { ...request } }) };
    return yield* match((0,values/* objectOfMembers */.Qi)(parts, item.key, item), actual, { onError });
}

// EXTERNAL MODULE: ./lib/flow-tests/run-facts.js
var run_facts = __webpack_require__(6467);
// EXTERNAL MODULE: ./lib/flow-tests/snapshots.js
var flow_tests_snapshots = __webpack_require__(4613);
;// CONCATENATED MODULE: ./lib/flow-tests/judge.js










/** What of a run is not as the case expects it. */
function* judge(expect, judged) {
    const { end } = judged.run;
    if (end.status === 'stopped')
        return [];
    if (expect.isEmpty)
        return end.status === 'failed' ? [unexpectedEnd(judged.whole, end)] : [];
    const misfits = [];
    for (const part of [ending, way, data, rest])
        misfits.push(...(yield* part(expect, judged, end)));
    return misfits;
}
function* ending(expect, _judged, end) {
    return [
        ...(expect.end === null ? [] : yield* endMisfits(expect.end, end)),
        ...(expect.error === null ? [] : yield* errorMisfits(expect.error, end))
    ];
}
function* way(expect, { run, onError }, end) {
    const calls = expect.calls === null
        ? []
        : yield* callFailures(expect.calls, (0,run_facts/* callsOf */.p9)(run), { end: (0,run_facts/* endState */.D)(end), onError });
    return [
        ...(expect.path === null ? [] : pathMisfits(expect.path, run)),
        ...(expect.passes === null ? [] : passesMisfits(expect.passes, run)),
        ...calls
    ];
}
function* data(expect, judged, end) {
    const { run, onError } = judged;
    const misfits = [];
    const where = end.status === 'failed' ? 'on entry to the failing state' : 'at the end';
    const look = { document: (0,run_facts/* endDocument */.Fj)(run), where, bundleNode: (0,run_facts/* endState */.D)(end), onError };
    for (const path of expect.document)
        misfits.push(...(yield* documentMisfits(path, look)));
    if (expect.output !== null)
        misfits.push(...(yield* outputMisfits(expect.output, end, onError)));
    for (const { state, paths } of expect.at)
        misfits.push(...(yield* entryMisfits(state, paths, judged)));
    return misfits;
}
function* rest(expect, { run, states, stored }) {
    const { slept, covers, snapshot } = expect;
    return [
        ...(slept === null ? [] : yield* sleptMisfits(slept, run)),
        ...(covers === null ? [] : coverMisfits(covers, run, states)),
        ...(snapshot === null || stored === undefined ? [] : snapshotMisfits(snapshot, stored, run))
    ];
}
function unexpectedEnd(whole, end) {
    return {
        message: `the flow ${(0,run_facts/* endInWords */.up)(end)}`,
        hint: 'A case without expectations passes when the flow succeeds.',
        expected: 'succeeded',
        actual: 'failed',
        at: whole,
        bundleNode: end.error.node
    };
}
function* endMisfits(expect, end) {
    const misfits = [];
    const bundleNode = end.status === 'failed' ? end.error.node : end.state.node;
    const [status, state, message] = [expect.get('status'), expect.get('state'), expect.get('message')];
    if (status !== undefined && status.value !== end.status) {
        const said = `the flow ${(0,run_facts/* endInWords */.up)(end)}`;
        misfits.push({ message: said, expected: status.value, actual: end.status, at: status, bundleNode });
    }
    const ended = end.state?.name ?? null;
    if (state !== undefined && state.value !== ended) {
        const said = `the flow ended at ${ended === null ? 'no state' : (0,words/* quote */.hD)(ended)}, not at ${(0,words/* quote */.hD)(judge_textIn(state))}`;
        misfits.push({ message: said, expected: state.value, actual: ended, at: state, bundleNode });
    }
    if (message !== undefined) {
        const found = end.status === 'succeeded' ? end.message : undefined;
        misfits.push(...matched(yield* match(message, found), 'the message', { bundleNode }));
    }
    return misfits;
}
function* errorMisfits({ node, parts }, end) {
    if (end.status === 'succeeded') {
        const message = `the flow ${(0,run_facts/* endInWords */.up)(end)}, and no error ended it`;
        return [{ message, expected: node.value, actual: undefined, at: node, bundleNode: end.state.node }];
    }
    const misfits = [];
    const { error } = end;
    const bundleNode = error.node;
    const state = parts.get('state');
    const failed = end.state?.name ?? null;
    if (state !== undefined && state.value !== failed) {
        const message = `the error ended the flow at ${failed === null ? 'no state' : (0,words/* quote */.hD)(failed)}, not at ${(0,words/* quote */.hD)(judge_textIn(state))}`;
        misfits.push({ message, expected: state.value, actual: failed, at: state, bundleNode });
    }
    for (const name of ['Error', 'Cause']) {
        const part = parts.get(name);
        if (part !== undefined)
            misfits.push(...matched(yield* match(part, error[name]), `the error's ${name}`, { bundleNode }));
    }
    return misfits;
}
function pathMisfits(expected, run) {
    const entered = (0,run_facts/* outermostVisits */.PM)(run);
    const path = entered.map(({ state }) => state.name);
    const wanted = expected.items.map(judge_textIn);
    const first = wanted.findIndex((name, index) => name !== path[index]);
    if (first === -1 && path.length === wanted.length)
        return [];
    const index = first === -1 ? wanted.length : first;
    const message = index < wanted.length
        ? `state ${index + 1} of the path is ${nameAt(path, index)}, not ${nameAt(wanted, index)}`
        : `after ${nameAt(path, index - 1)} the path goes on to ${nameAt(path, index)}`;
    const at = expected.items[index] ?? expected;
    const bundleNode = (entered[index - 1] ?? entered[0])?.state.node ?? null;
    return [
        { message, expected: wanted, actual: path, difference: listDifference(wanted, path), at, bundleNode }
    ];
}
function nameAt(names, index) {
    const name = names[index];
    return name === undefined ? 'nothing' : (0,words/* quote */.hD)(name);
}
function passesMisfits(expected, run) {
    const path = (0,run_facts/* lastAttempt */.mh)(run).map(({ state }) => state.name);
    let from = 0;
    for (const item of expected.items) {
        const found = path.indexOf(judge_textIn(item), from);
        if (found === -1) {
            const name = (0,words/* quote */.hD)(judge_textIn(item));
            const wasBefore = path.includes(judge_textIn(item));
            const message = wasBefore
                ? `the flow entered ${name} only before ${nameAt(path, from - 1)}`
                : `the flow never entered ${name}`;
            const state = findState(run, judge_textIn(item));
            return [{ message, expected: expected.value, actual: path, at: item, bundleNode: state?.node ?? null }];
        }
        from = found + 1;
    }
    return [];
}
/** A state of the flow by its name, wherever it is. */
function findState({ visits }, name) {
    const scopes = new Set(visits.map(({ state }) => state.scope));
    for (const scope of scopes) {
        const found = scope.states.get(name);
        if (found !== undefined)
            return found;
    }
    return null;
}
function* documentMisfits({ text, segments, expected }, look) {
    const { document, where, bundleNode, onError } = look;
    const valueAt = (path) => document === undefined ? undefined : (0,paths/* lookUp */.T)(document, path);
    const holder = segments.at(-1) === 'Error' ? valueAt(segments.slice(0, -1)) : undefined;
    if (holder !== undefined)
        onError(holder);
    const mismatches = yield* match(expected, valueAt(segments), { onError });
    return matched(mismatches, text, { bundleNode, where });
}
function* outputMisfits(expected, end, onError) {
    if (end.status === 'failed') {
        const message = `the flow ${(0,run_facts/* endInWords */.up)(end)}, so there is no end document`;
        return [{ message, expected: expected.value, actual: undefined, at: expected, bundleNode: end.error.node }];
    }
    const mismatches = yield* match(expected, end.document, { exactly: true, onError });
    return matched(mismatches, '$', { bundleNode: end.state.node, where: 'at the end' });
}
function* entryMisfits(state, paths, { run, onError }) {
    const entries = run.visits.filter((visit) => visit.state.name === state.name);
    if (entries.length === 0) {
        const message = `the flow never entered ${(0,words/* quote */.hD)(state.name)}`;
        const bundleNode = findState(run, state.name)?.node ?? null;
        return [{ message, expected: state.value, actual: undefined, at: state, bundleNode }];
    }
    let best = null;
    for (const entry of entries) {
        const misfits = yield* entryMisfit(entry, paths, onError);
        if (misfits.length === 0)
            return [];
        if (best === null || misfits.length < best.length)
            best = misfits;
    }
    if (best === null || entries.length === 1)
        return best ?? [];
    return best.map((misfit) => ({
        ...misfit,
        message: `${misfit.message} (the nearest of ${entries.length} entries)`
    }));
}
function* entryMisfit({ state, document }, paths, onError) {
    const misfits = [];
    const where = `on entry to ${(0,words/* quote */.hD)(state.name)}`;
    for (const path of paths) {
        const look = { document, where, bundleNode: state.node, onError };
        misfits.push(...(yield* documentMisfits(path, look)));
    }
    return misfits;
}
function* sleptMisfits(expected, { slept, visits, end }) {
    // Sums of fractions are compared as people add them.
    const rounded = Math.round(slept * 1e6) / 1e6;
    const wait = visits.find((visit) => visit.slept > 0)?.state.node ?? (0,run_facts/* endState */.D)(end);
    const mismatches = yield* match(expected, rounded);
    return mismatches.map((mismatch) => ({
        message: `the flow slept ${rounded} s, and ${mismatch.wanted} was expected`,
        expected: expected.value,
        actual: rounded,
        at: expected,
        bundleNode: wait
    }));
}
function coverMisfits({ node, share }, { visits }, states) {
    const entered = new Set(visits.map(({ state }) => state)).size;
    const actual = states === 0 ? 1 : entered / states;
    if (actual >= share)
        return [];
    const message = `the case enters ${entered} of ${states} states (${percent(actual)}), and ${percent(share)} was expected`;
    return [{ message, expected: share, actual: Math.round(actual * 1000) / 1000, at: node, bundleNode: null }];
}
function snapshotMisfits(at, stored, run) {
    const actual = (0,flow_tests_snapshots/* snapshotOf */.e)(run);
    if ((0,values/* sameValue */.eE)(stored, actual))
        return [];
    const difference = lineDifference(stored, actual);
    const message = 'the run is not as its snapshot has it';
    const hint = 'If it is as it should be now, update the snapshot: zis-bundles test --update.';
    return [{ message, hint, expected: stored, actual, difference, at, bundleNode: (0,run_facts/* endState */.D)(run.end) }];
}
/** A text of the test file that is known to be one. */
function judge_textIn({ value }) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function percent(share) {
    return `${Math.round(share * 1000) / 10} %`;
}

// EXTERNAL MODULE: ./lib/flow-tests/fields.js
var fields = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lib/flow-tests/mocks.js




const KEYS = ['status', 'body', 'text', 'result', 'error', 'when'];
/** Reads `mocks` of a case. */
function readMocks(node, known, problems) {
    const mocks = new Map();
    for (const mock of (0,fields/* membersOf */.lS)(node, 'mocks', null, problems)?.nodes ?? []) {
        checkAction(mock, known, problems);
        const listed = mock.type === 'array' ? (0,fields/* itemsOf */.S3)(mock, 'a mock', problems) : [mock];
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
        ? `A custom action is named by its name alone: ${(0,words/* quote */.hD)(short)}.`
        : (0,words/* didYouMean */.au)(name, all);
    problems.error(key ?? { start, end }, `the bundle has no action ${(0,words/* quote */.hD)(name)}`, hint);
}
/** @returns null, with a problem, where it says nothing that can be done */
function readOutcome(node, isHttp, problems) {
    const members = (0,fields/* membersOf */.lS)(node, 'the outcome of a mock', KEYS, problems);
    if (members === null)
        return null;
    const when = members.get('when');
    const conditions = when === undefined ? undefined : (0,fields/* membersOf */.lS)(when, 'when', ['parameters', 'request'], problems);
    for (const condition of conditions?.nodes ?? [])
        checkMatchers(condition, problems);
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
        (0,fields/* wrongType */.gQ)(text, 'text', 'a text', problems);
    const code = (0,fields/* numberOf */.rl)(status, 'status', { least: 100, most: 599, whole: true }, problems);
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
    const members = (0,fields/* membersOf */.lS)(node, 'an error', ['Error', 'Cause'], problems);
    const [name, cause] = [members?.get('Error'), members?.get('Cause')];
    return {
        kind: 'error',
        Error: name === undefined ? null : (0,fields/* textOf */.b6)(name, 'Error', problems),
        Cause: cause === undefined
            ? ''
            : typeof cause.value === 'string'
                ? cause.value
                : ((0,fields/* textOf */.b6)(cause, 'Cause', problems) ?? '')
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
    const found = parameters === null ? [] : [...(yield* match(parameters, call.parameters))];
    if (request !== null) {
        if (call.request === null)
            return false;
        const expected = withHeadersOf(request, call.request.headers);
        found.push(...(yield* match(expected, asValue(call.request))));
    }
    if (found.some(({ isLate }) => !isLate))
        return false;
    return found.length === 0 || 'late';
}
/** A request as JSON has it. */
function asValue({ method, url, headers, body }) {
    return { method, url, headers, body };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/flow-tests/paste.js

/** The YAML of a value in lines, as it would stand in a test file. */
function yamlLines(value) {
    return (0,dist/* stringify */.As)(value, { lineWidth: 100, defaultKeyType: 'PLAIN' }).trimEnd().split('\n');
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

;// CONCATENATED MODULE: ./lib/flow-tests/run-case.js









/** Runs a case, under every answer to the undocumented points that it touches and does not pin. */
function* runCase(test, tested) {
    const contacts = new Map();
    const used = new Set();
    const variants = yield* playVariants(function* (answers) {
        const played = yield* play(test, tested, answers);
        for (const contact of played.contacts)
            if (!contacts.has(contact.id))
                contacts.set(contact.id, contact);
        for (const outcome of played.result.used)
            used.add(outcome);
        return played;
    }, test.answers);
    if (variants.kind === 'too-many') {
        const { result } = yield* play(test, tested, test.answers);
        const misfits = [tooMany(test.node, variants.ids), ...result.misfits];
        return { shown: result, misfits, contacts: [...contacts.values()], used };
    }
    const { plays } = variants;
    const shown = plays.find(({ result }) => result.misfits.length > 0) ?? plays[0];
    if (shown === undefined)
        throw new Error('a case was never played');
    const doubt = disagreement(plays, (one, other) => isFailure(one) === isFailure(other));
    const strict = test.isStrict ? [...contacts.values()].map((contact) => touched(test.node, contact)) : [];
    const open = doubt === null ? [] : [undecided(test.node, doubt, contacts)];
    const misfits = [...strict, ...open, ...shown.result.misfits];
    return { shown: shown.result, misfits, contacts: [...contacts.values()], used };
}
function isFailure({ misfits }) {
    return misfits.length > 0;
}
function* play(test, tested, answers) {
    const mocks = new MockQueue(test.mocks);
    const run = yield* answered(test, tested, mocks, answers);
    // The error that ended the flow may be one of a Fail state, whose name is known: then one that was caught is not read.
    let readsCaught = test.expect.snapshot !== null;
    const onError = (value) => {
        readsCaught ||= run.holdsUnnamedError(value);
    };
    const { node, expect } = test;
    const { states } = tested;
    const judged = yield* judge(expect, { run, whole: node, states, stored: test.snapshot, onError });
    const misfits = [...stopMisfits(test, run), ...judged];
    const readsError = readsCaught || expect.error?.parts.has('Error') === true;
    const readsCalls = expect.calls !== null || expect.snapshot !== null;
    const wanted = expect.error?.parts.get('Error')?.value;
    const contacts = run.contacts
        .filter(({ id, latent }) => !latent || (id === 'error.name' ? readsError : readsCalls))
        .map((contact) => (contact.id === 'error.name' ? withCandidate(contact, wanted) : contact));
    const isKnown = contacts.some(({ id }) => id === 'error.name');
    const ofError = readsCaught && !isKnown ? caughtError(run) : null;
    return {
        result: { run, misfits, used: mocks.used },
        contacts: ofError === null ? contacts : [...contacts, ofError]
    };
}
/** The name that an expectation compares with is one that the error may have. */
function withCandidate(contact, wanted) {
    if (typeof wanted !== 'string')
        return contact;
    return { ...contact, candidates: [...new Set([...contact.candidates, wanted])] };
}
/** The contact with `error.name` that an expectation makes by looking at an error that was caught. */
function caughtError({ visits }) {
    const error = visits.find((visit) => visit.error?.named === false)?.error ?? null;
    if (error === null)
        return null;
    return { id: 'error.name', node: error.node, candidates: [error.Error, OTHER_ERROR_NAME], latent: false };
}
/** Runs the flow to its end: mocks answer first, then the configs and links in memory; only jq is asked for. */
function* answered(test, { flow, actions, allowance }, mocks, answers) {
    const { document, account, connections, configs } = test;
    const { subdomain, accountId: account_id, integrationKey: integration } = account;
    const store = new Store(configs, { account_id, integration });
    const machine = runFlow({ flow, actions, document, subdomain, connections, answers, allowance });
    let step = machine.next();
    while (step.done !== true)
        step = machine.next(yield* run_case_outcomeOf(step.value, mocks, store));
    return step.value;
}
function* run_case_outcomeOf(request, mocks, store) {
    if (request.kind === 'sleep')
        return { kind: 'done' };
    const mocked = yield* mocks.answer(request.call);
    if (mocked !== null)
        return mocked;
    if (request.kind === 'http')
        return { kind: 'stop', reason: NO_MOCK };
    const stored = store.answer(request);
    if (stored !== null)
        return stored;
    if (request.kind !== 'jq')
        throw new Error(`nothing answers ${request.kind}`);
    const { program, input } = request;
    const answer = yield { kind: 'jq', program, input };
    if (answer.kind !== 'jq')
        throw new Error('a jq program was answered with something else');
    return answer.outcome;
}
const NO_MOCK = 'no mock answers this call';
function stopMisfits({ mocks, node }, { end, visits }) {
    if (end.status !== 'stopped')
        return [];
    if (end.reason !== NO_MOCK)
        return [stopped(node, end)];
    const call = visits.findLast((visit) => visit.state === end.innermost)?.call ?? null;
    const action = call?.action ?? end.innermost.name;
    const has = mocks.has(action);
    const message = has
        ? `none of the mocks of ${(0,words/* quote */.hD)(action)} is for the call at ${(0,words/* quote */.hD)(end.innermost.name)}`
        : `no mock answers the call of ${(0,words/* quote */.hD)(action)} at ${(0,words/* quote */.hD)(end.innermost.name)}`;
    const at = node.properties.get('mocks')?.properties.get(action) ?? node.properties.get('mocks') ?? node;
    return [
        {
            message,
            hint: has ? 'Add an outcome for it:' : 'Add a mock to the case or to its defaults:',
            expected: undefined,
            actual: call === null ? undefined : callValue(call),
            paste: call === null ? [] : mockToPaste(call, has),
            at,
            bundleNode: end.innermost.node
        }
    ];
}
const STOP_HINTS = new Map([
    [LATE_WHEN, 'Write it so that it finds no match sooner, without repetitions within repetitions.'],
    [TOO_MUCH_TOGETHER, 'Run fewer tests at a time, or let the flow copy less of its data.']
]);
/** What keeps a flow from being run to its end though no mock is missing, such as a jq program that takes too long. */
function stopped(at, { innermost, reason }) {
    const message = `the run stopped at ${(0,words/* quote */.hD)(innermost.name)}: ${reason}`;
    const hint = STOP_HINTS.get(reason) ?? 'A mock of the action, with a result, takes its place.';
    return { message, hint, expected: undefined, actual: undefined, at, bundleNode: innermost.node };
}
function callValue({ action, parameters, request }) {
    return {
        action,
        parameters,
        ...(request === null ? {} : { request: { method: request.method, url: request.url } })
    };
}
/** Where a verdict hangs on what nobody documents: both answers, and the line that decides. */
function undecided(whole, { id, one, other }, contacts) {
    const [passed, failed] = isFailure(one.result) ? [other, one] : [one, other];
    const [good, bad] = [nameOf(passed, id), nameOf(failed, id)];
    const { about } = UNKNOWNS[id];
    return {
        message: `ZIS does not document ${about}: the case passes with ${good} and fails with ${bad}`,
        hint: 'docs/semantics.md says how to find out. Where you know, pin it:',
        expected: undefined,
        actual: undefined,
        paste: ['unknowns:', `  ${id}: ${JSON.stringify(bad)}`],
        at: whole.properties.get('unknowns') ?? whole,
        bundleNode: contacts.get(id)?.node ?? null
    };
}
function nameOf({ answers }, id) {
    return answers[id] ?? 'another answer';
}
function touched(whole, { id, node }) {
    return {
        message: `the case touches ${id}, and its unknowns are strict: ZIS does not document ${UNKNOWNS[id].about}`,
        hint: '',
        expected: undefined,
        actual: id,
        at: whole.properties.get('unknowns') ?? whole,
        bundleNode: node
    };
}
function tooMany(whole, ids) {
    return {
        message: `ZIS does not document ${(0,words/* listOf */.c3)(ids, 'and')}, which gives more than ${MAX_PLAYS} ways to run this case`,
        hint: 'Pin them under unknowns: docs/semantics.md says what each can be.',
        expected: undefined,
        actual: [...ids],
        at: whole.properties.get('unknowns') ?? whole,
        bundleNode: null
    };
}

// EXTERNAL MODULE: ./lib/flow-tests/cases.js + 1 modules
var cases = __webpack_require__(1504);
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
            checkMatchers(message, this.problems);
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
                checkMatchers(part, this.problems);
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
                checkMatchers(parameters, this.problems);
            if (request === undefined)
                continue;
            const parts = (0,fields/* membersOf */.lS)(request, 'request', ['method', 'url', 'headers', 'body'], this.problems);
            for (const part of parts?.nodes ?? [])
                checkMatchers(part, this.problems);
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
            checkMatchers(expected, this.problems);
            if (!text.startsWith('$')) {
                this.problems.error(at, `${(0,words/* quote */.hD)(text)} is no path`, `Paths begin with $, such as "$.${text}".`);
                continue;
            }
            const { segments, fault } = (0,flow_path/* parsePath */.Rr)(text);
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
        checkMatchers(node, this.problems);
        return node;
    }
    slept(node) {
        if (node.type === 'object')
            checkMatchers(node, this.problems);
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

// EXTERNAL MODULE: ./lib/flow-tests/start.js + 1 modules
var start = __webpack_require__(8495);
;// CONCATENATED MODULE: ./lib/flow-tests/test-case.js








/** Reads one case. Faults are added to the file's problems: with errors the case is not to be run. */
function readCase(node, context, problems) {
    const { properties } = node;
    const { names, integration, events, snapshots, budget } = context;
    const account = (0,start/* readAccount */.GM)(properties.get('account'), integration, problems);
    const [mocks, expect, unknowns] = ['mocks', 'expect', 'unknowns'].map((name) => properties.get(name));
    const isStrict = unknowns?.value === 'strict';
    const name = (0,cases/* nameOf */.Vb)(node) ?? '';
    return {
        name,
        node,
        document: (0,start/* readStart */.H6)(properties, { account, events, budget }, problems),
        account,
        configs: readConfigs(properties.get('configs'), problems),
        connections: readConnections(properties.get('connections'), problems),
        mocks: mocks === undefined ? new Map() : readMocks(mocks, names, problems),
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
        if (!isUnknownId(name)) {
            const hint = (0,words/* didYouMean */.au)(name, UNKNOWN_IDS) || 'docs/semantics.md lists the points.';
            problems.error(answer.key ?? answer, `there is no undocumented point ${(0,words/* quote */.hD)(name)}`, hint);
            continue;
        }
        const known = answersTo(name);
        const text = typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value);
        if (known.length > 0 && !known.includes(text))
            problems.error(answer, `${(0,words/* quote */.hD)(name)} can be answered with ${(0,words/* listOf */.c3)(known)}`, (0,words/* didYouMean */.au)(text, known));
        else
            answers[name] = text;
    }
    return answers;
}

// EXTERNAL MODULE: ./lib/flow-tests/reading-budget.js
var reading_budget = __webpack_require__(7440);
;// CONCATENATED MODULE: ./lib/flow-tests/run-tests.js









/** How many cases run side by side: jq serves all that wait at once. */
const SIDE_BY_SIDE = 500;
/** Runs the cases of test files. A file with errors is not run; the others are. */
async function runTests(prepared, options) {
    const budget = new reading_budget/* ReadingBudget */.o();
    const runs = prepared.map((file) => new FileRun(file, options, budget));
    const allowance = new Allowance();
    const open = runs.flatMap((run) => run.open(allowance));
    for (let from = 0; from < open.length; from += SIDE_BY_SIDE) {
        const chunk = open.slice(from, from + SIDE_BY_SIDE);
        await inLockstep(chunk, options.answer);
    }
    const coverage = new CoverageCounter();
    for (const run of runs)
        run.cover(coverage);
    const problems = runs.flatMap((run) => run.messages());
    return {
        result: {
            files: prepared.length,
            cases: runs.flatMap((run) => run.results()),
            errors: problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
            warnings: problems.filter(({ severity }) => severity === 'warning').map(({ message }) => message),
            coverage: coverage.coverage()
        },
        snapshots: new Map(runs.flatMap((run) => run.newSnapshots()))
    };
}
/** One test file on its way from its cases to their results. */
class FileRun {
    prepared;
    options;
    cases;
    verdicts = [];
    flow;
    constructor(prepared, options, budget) {
        this.prepared = prepared;
        this.options = options;
        const { file, bundle, bundleErrors } = prepared;
        const name = file.flow?.value;
        const flow = typeof name === 'string' ? bundle?.flows.get(name) : undefined;
        this.flow = bundleErrors.length === 0 && flow !== undefined ? flow : null;
        this.cases = this.flow === null || bundle === null ? [] : this.readCases(bundle, this.flow, budget);
    }
    /** The cases as generators; none where the file is not to be run. */
    open(allowance) {
        const { flow, prepared, options } = this;
        const { bundle, file } = prepared;
        if (flow === null || bundle === null || file.problems.hasErrors)
            return [];
        const tested = { flow, actions: bundle.actions, states: statesOf(flow).length, allowance };
        const verdicts = this.verdicts;
        const isWanted = options.filter ?? (() => true);
        return this.cases.flatMap((test, index) => {
            if (!isWanted(test.name))
                return [];
            return [
                (function* () {
                    verdicts[index] = yield* runCase(test, tested);
                })()
            ];
        });
    }
    cover(counter) {
        const covered = this.covered();
        if (covered === null)
            return;
        for (const verdict of this.verdicts)
            if (verdict !== undefined)
                counter.add(covered, verdict.shown.run);
    }
    results() {
        if (this.prepared.bundleErrors.length > 0)
            return this.skipped();
        return this.cases.flatMap((test, index) => {
            const verdict = this.verdicts[index];
            return verdict === undefined ? [] : [this.result(test, verdict)];
        });
    }
    messages() {
        const { file } = this.prepared;
        this.warnOfUnused();
        return file.problems.sorted().map(({ severity, start, message, hint }) => {
            const { line, column } = file.lines.position(start);
            return { severity, message: { file: file.path, line, column, message, hint } };
        });
    }
    newSnapshots() {
        const { snapshotMode, filter } = this.options;
        const { file, snapshots } = this.prepared;
        if (snapshotMode === 'compare' || this.verdicts.length === 0)
            return [];
        const names = new Set(this.cases.filter(({ expect }) => expect.snapshot !== null).map(({ name }) => name));
        const all = new Map([...snapshots].filter(([name]) => snapshotMode === 'add' || filter !== undefined || names.has(name)));
        let isNew = all.size !== snapshots.size;
        for (const [index, test] of this.cases.entries()) {
            const verdict = this.verdicts[index];
            if (verdict === undefined || test.expect.snapshot === null)
                continue;
            if (snapshotMode === 'add' && test.snapshot !== undefined)
                continue;
            if (verdict.shown.run.end.status === 'stopped')
                continue;
            all.set(test.name, (0,flow_tests_snapshots/* snapshotOf */.e)(verdict.shown.run));
            isNew = true;
        }
        return isNew ? [[file.path, all]] : [];
    }
    readCases(bundle, flow, budget) {
        const { file, events, snapshots } = this.prepared;
        const names = { flow, custom: [...bundle.actions.keys()], builtIn: [...built_ins/* BUILT_INS */.O.keys()] };
        const { integration } = bundle;
        // A snapshot that is about to be written anew is not compared with.
        const stored = this.options.snapshotMode === 'update' ? new Map() : snapshots;
        const context = { names, integration, events, snapshots: stored, budget };
        const cases = [];
        for (const node of file.cases) {
            if (budget.tree(node))
                cases.push(readCase(node, context, file.problems));
            if (!budget.isSpent)
                continue;
            file.problems.error(node, 'the cases of all files make too much data', 'Run fewer files at a time.');
            break;
        }
        return cases;
    }
    covered() {
        const { bundle } = this.prepared;
        if (bundle === null || this.flow === null)
            return null;
        const { path, lines } = bundle;
        return { bundle: path, flow: this.flow, lineOf: (offset) => lines.position(offset).line };
    }
    result(test, { shown, misfits, contacts }) {
        const { run } = shown;
        const all = [...misfits, ...this.missingSnapshot(test)];
        return {
            ...this.place(test.node, test.name),
            status: all.length === 0 ? 'passed' : 'failed',
            path: (0,run_facts/* outermostVisits */.PM)(run).map(({ state }) => state.name),
            end: (0,run_facts/* endResult */.pF)(run),
            document: run.end.status === 'succeeded' ? run.end.document : null,
            calls: (0,run_facts/* callsOf */.p9)(run).map(({ action, parameters, request }) => ({ action, parameters, request })),
            slept: Math.round(run.slept * 1e6) / 1e6,
            unknowns: contacts.map(({ id }) => id),
            failures: all.map((misfit) => this.failure(misfit)),
            run
        };
    }
    missingSnapshot({ expect, snapshot }) {
        if (expect.snapshot === null || snapshot !== undefined || this.options.snapshotMode !== 'compare')
            return [];
        return [
            {
                message: 'there is no snapshot of this case',
                hint: 'Write it with zis-bundles test --update, and commit it.',
                expected: undefined,
                actual: undefined,
                at: expect.snapshot,
                bundleNode: null
            }
        ];
    }
    failure(misfit) {
        const { message, hint = '', expected, actual, difference = [], paste = [], at, bundleNode } = misfit;
        const { file, bundle } = this.prepared;
        return {
            message,
            hint,
            expected,
            actual,
            difference,
            paste,
            file: file.path,
            line: lineIn(file.lines, at),
            bundleLine: bundleNode === null || bundle === null ? null : lineIn(bundle.lines, bundleNode),
            bundleStart: bundleNode?.start ?? null
        };
    }
    /** The cases of a bundle with errors are not run, and have these for a reason. */
    skipped() {
        const { file, bundlePath, bundleErrors } = this.prepared;
        const isWanted = this.options.filter ?? (() => true);
        return file.cases.flatMap((node) => {
            const name = node.properties.get('name')?.value;
            if (typeof name !== 'string' || !isWanted(name))
                return [];
            const place = this.place(node, name);
            const failures = bundleErrors.slice(0, MOST_REASONS).map(({ message, line }) => ({
                message: `not run, because ${bundlePath} has errors: ${message}`,
                hint: '',
                expected: undefined,
                actual: undefined,
                difference: [],
                paste: [],
                file: place.file,
                line: place.line,
                bundleLine: line,
                bundleStart: null
            }));
            return [{ ...place, status: 'skipped', ...NOT_RUN, failures }];
        });
    }
    place(node, name) {
        const { file, bundlePath } = this.prepared;
        const flow = file.flow?.value;
        return {
            file: file.path,
            line: lineIn(file.lines, node.properties.get('name') ?? node),
            name,
            bundle: bundlePath,
            flow: typeof flow === 'string' ? flow : ''
        };
    }
    /** A mock of cases that all passed, and of which none used it, says something that is not so. */
    warnOfUnused() {
        const { problems } = this.prepared.file;
        if (problems.hasErrors || this.options.filter !== undefined)
            return;
        const outcomes = new Map();
        for (const [index, test] of this.cases.entries()) {
            const verdict = this.verdicts[index];
            for (const [action, own] of test.mocks) {
                const mayRest = verdict === undefined || verdict.misfits.length > 0 || expectsNone(test, action);
                for (const outcome of own) {
                    const known = outcomes.get(outcome.node.start) ?? { outcome, isUsed: false };
                    known.isUsed ||= mayRest || verdict.used.has(outcome);
                    outcomes.set(outcome.node.start, known);
                }
            }
        }
        for (const { outcome, isUsed } of outcomes.values()) {
            if (!isUsed)
                problems.warning(outcome.node.key ?? outcome.node, 'no call was answered by this mock', 'Remove it.');
        }
    }
}
/** So many findings of a bundle say enough. */
const MOST_REASONS = 5;
const NOT_RUN = { path: [], end: null, document: null, calls: [], slept: 0, unknowns: [], run: null };
/** Whether a case says that an action is not called: what would answer it then stays unused. */
function expectsNone({ expect }, action) {
    return expect.calls?.counts.some(({ name, value }) => name === action && value === 0) === true;
}
function lineIn(lines, { start }) {
    return lines.position(start).line;
}


/***/ })

};
