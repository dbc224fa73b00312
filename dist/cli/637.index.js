export const id = 637;
export const ids = [637,268];
export const modules = {

/***/ 4637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initTests: () => (/* binding */ initTests),
  recordTest: () => (/* binding */ recordTest)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./lib/bundle/text.js
var bundle_text = __webpack_require__(3486);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/flow-tests/prepare.js + 2 modules
var prepare = __webpack_require__(2399);
// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var json = __webpack_require__(7161);
// EXTERNAL MODULE: ./lib/flow-run/allowance.js
var flow_run_allowance = __webpack_require__(8062);
// EXTERNAL MODULE: ./lib/flow-run/lockstep.js
var lockstep = __webpack_require__(8111);
// EXTERNAL MODULE: ./lib/flow-tests/coverage.js
var coverage = __webpack_require__(144);
// EXTERNAL MODULE: ./lib/flow-tests/run-facts.js
var run_facts = __webpack_require__(6467);
// EXTERNAL MODULE: ./lib/flow/built-ins.js
var built_ins = __webpack_require__(9229);
// EXTERNAL MODULE: ./lib/flow-tests/samples.js
var samples = __webpack_require__(267);
// EXTERNAL MODULE: ./lib/flow-tests/values.js
var values = __webpack_require__(7752);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/proposed-case.js





/** A case as it is written into a test file: the keys of the file format, in the order in which people read them. */
function caseOf(name, run, scenario, { trigger, owner }) {
    const mocks = mocksOf(run, scenario);
    const unknowns = pinned(run.contacts);
    return {
        name,
        ...startOf(scenario.document, trigger, owner),
        ...(Object.keys(scenario.configs).length === 0 ? {} : { configs: scenario.configs }),
        ...(Object.keys(mocks).length === 0 ? {} : { mocks }),
        ...(Object.keys(unknowns).length === 0 ? {} : { unknowns }),
        expect: expectationsOf(run)
    };
}
/** How the case begins: by a built-in sample where it differs from it only by what `with` can say. */
function startOf(document, trigger, owner) {
    const { input, account_id, subdomain, integration_key, ...others } = (0,json/* isObject */.Gv)(document) ? document : {};
    if (Object.keys(others).length > 0 || input === undefined)
        return { document };
    const account = {
        ...(subdomain === owner.subdomain ? {} : { subdomain: subdomain ?? null }),
        ...(account_id === owner.accountId ? {} : { account_id: account_id ?? null }),
        ...(integration_key === owner.integration ? {} : { integration_key: integration_key ?? null })
    };
    return { ...eventOf(input, trigger), ...(Object.keys(account).length === 0 ? {} : { account }) };
}
function eventOf(input, trigger) {
    if (trigger === null)
        return { event: { input } };
    const sample = (0,samples/* sampleEvent */.l)(trigger.type);
    const extra = sample === null ? null : differenceOf(sample.input, input);
    if (extra === null)
        return { event: { ...trigger, input } };
    return { event: trigger.type, ...((0,json/* isObject */.Gv)(extra) && Object.keys(extra).length === 0 ? {} : { with: extra }) };
}
/** What has to be merged into a value to make another one of it; null when merging cannot do that. */
function differenceOf(from, to) {
    if (!(0,json/* isObject */.Gv)(from) || !(0,json/* isObject */.Gv)(to))
        return to;
    if (Object.keys(from).some((name) => !Object.hasOwn(to, name)))
        return null;
    const difference = {};
    for (const [name, value] of Object.entries(to)) {
        const before = (0,json/* own */.ZV)(from, name);
        if (before !== undefined && (0,values/* sameValue */.eE)(before, value))
            continue;
        const part = before === undefined ? value : differenceOf(before, value);
        if (part === null && value !== null)
            return null;
        (0,json/* setOwn */.P5)(difference, name, part);
    }
    return difference;
}
/**
 * The mocks that give each call what it got. HTTP actions always have some; of built-in actions only those of which
 * a call got what would not come by itself, and then all of its calls.
 */
function mocksOf({ visits }, scenario) {
    const mocks = {};
    const called = visits.filter(({ call, outcome }) => call !== null && outcome !== null);
    const isGiven = (visit) => scenario.isGiven(visit, visits);
    for (const action of new Set(called.map(({ call }) => call?.action ?? ''))) {
        const own = called.filter(({ call }) => call?.action === action);
        const outcomes = action === built_ins/* JQ_ACTION */.t ? jqMocks(own, isGiven) : plainMocks(own, isGiven);
        const [only, ...others] = outcomes;
        if (only === undefined)
            continue;
        const isSame = others.every((other) => (0,values/* sameValue */.eE)(other, only));
        (0,json/* setOwn */.P5)(mocks, action, isSame && !Object.hasOwn(only, 'when') ? only : outcomes);
    }
    return mocks;
}
function plainMocks(visits, isGiven) {
    const isHttp = visits.some(({ call }) => call?.request !== null);
    return isHttp || visits.some(isGiven) ? visits.map(mockOf) : [];
}
/** jq is real but for the programs of which a call got something else: those are told apart by their text. */
function jqMocks(visits, isGiven) {
    const programs = new Set(visits.filter(isGiven).map(programOf));
    return visits
        .filter((visit) => programs.has(programOf(visit)))
        .map((visit) => ({ when: { parameters: { expr: programOf(visit) } }, ...mockOf(visit) }));
}
function programOf({ call }) {
    return (0,json/* own */.ZV)(call?.parameters ?? {}, 'expr') ?? null;
}
function mockOf({ outcome, result }) {
    if (outcome?.kind === 'http')
        return httpMock(outcome);
    if (outcome?.kind === 'error') {
        const { Error, Cause } = outcome;
        return { error: { ...(Error === null ? {} : { Error }), Cause } };
    }
    return { result: result ?? null };
}
function httpMock({ status, body, text }) {
    return { status, ...(body === undefined ? {} : { body }), ...(text === undefined ? {} : { text }) };
}
/** The answers that were taken for what ZIS does not document, so that the case does not hang on it. */
function pinned(contacts) {
    const open = contacts.filter(({ latent }) => !latent);
    return Object.fromEntries(open.map(({ id, candidates: [first = ''] }) => [id, first]));
}
function expectationsOf(run) {
    const { state, status, message, error } = (0,run_facts/* endResult */.pF)(run);
    const calls = (0,run_facts/* callsOf */.p9)(run).map(({ action }) => ({ action }));
    const named = run.end.status === 'failed' && run.end.error.named;
    return {
        end: { status, state, ...(message === null || message === 'Execution Successful' ? {} : { message }) },
        ...(error === null || !named ? {} : { error: { Error: error.Error } }),
        path: (0,run_facts/* outermostVisits */.PM)(run).map((visit) => visit.state.name),
        ...(calls.length === 0 ? {} : { calls })
    };
}

// EXTERNAL MODULE: ./lib/flow-run/run.js + 9 modules
var run = __webpack_require__(6940);
// EXTERNAL MODULE: ./lib/flow-run/store.js
var flow_run_store = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/flow/path.js
var flow_path = __webpack_require__(3937);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/guess.js

/** A value that a field of this name may have, so that a reader sees what it stands for. */
function guessValue(name) {
    const word = name.toLowerCase();
    for (const [pattern, value] of GUESSES)
        if (pattern.test(word))
            return value;
    return name === '' ? 'a text' : `a ${name.replaceAll(/[_-]+/g, ' ')}`;
}
const GUESSES = [
    [/^(?:is|has|can|should)_|^(?:ok|success|enabled|active|public|exists|found|valid)$/, true],
    [/^(?:count|total|size|length|page|limit|amount|quantity|position|seconds?|minutes?|delay)$|_count$/, 1],
    [/(?:^|_)id$|^\w+id$/, 1001],
    [/url$|^href$|link$/, 'https://example.com/1001'],
    [/e?mail$/, 'person@example.com'],
    [/phone/, '+15550100'],
    [/(?:_at|date|time|timestamp)$/, '2026-03-02T09:15:30Z'],
    [/^tags$/, ['a_tag']],
    [/subdomain$/, 'example'],
    [/^status(?:_code)?$/, 'open'],
    [/priority$/, 'normal'],
    [/locale|language/, 'en-US']
];
/**
 * Puts a value at a path, with what is missing on the way.
 *
 * @param value undefined takes away what is there
 * @returns the whole, changed where it could be; the value itself for an empty path
 */
function withValueAt(whole, segments, value) {
    const [segment, ...rest] = segments;
    if (segment === undefined)
        return value ?? null;
    if (typeof segment === 'number') {
        const list = Array.isArray(whole) ? [...whole] : [];
        while (list.length <= Math.min(segment, MOST_ITEMS))
            list.push({});
        if (value === undefined && rest.length === 0)
            list.splice(segment, 1);
        else
            list[segment] = withValueAt(list[segment], rest, value);
        return list;
    }
    const object = {};
    if ((0,json/* isObject */.Gv)(whole))
        for (const [name, member] of Object.entries(whole))
            (0,json/* setOwn */.P5)(object, name, member);
    if (value === undefined && rest.length === 0) {
        return Object.fromEntries(Object.entries(object).filter(([name]) => name !== segment));
    }
    (0,json/* setOwn */.P5)(object, segment, withValueAt(Object.hasOwn(object, segment) ? object[segment] : undefined, rest, value));
    return object;
}
/** No example needs longer lists. */
const MOST_ITEMS = 5;
/** An object in which something stands at each of these paths; a path within another one goes deeper. */
function skeletonOf(paths) {
    const sorted = [...paths].sort((one, other) => one.length - other.length);
    let whole = {};
    for (const segments of sorted) {
        if (segments.length === 0)
            continue;
        const last = segments.at(-1);
        whole = withValueAt(whole, segments, typeof last === 'string' ? guessValue(last) : {});
    }
    return whole;
}

// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/reads.js



/** The paths that the states of a scope read, as far as they are written down; those of jq programs by their looks. */
function readsIn({ ordered }) {
    const reads = [];
    for (const { node, iterator } of ordered) {
        for (const member of node.properties.nodes) {
            if (member.name === 'Iterator' && iterator !== null)
                readsOfItems(node, iterator, reads);
            else if (!WRITTEN.has(member.name))
                collect(member, reads);
        }
        if (node.properties.get('ActionName')?.value === built_ins/* JQ_ACTION */.t)
            reads.push(...readsOfJq(node));
    }
    return reads;
}
/** Names of a state under which no path is read. */
const WRITTEN = new Set(['ResultPath', 'Comment', 'Next', 'Type', 'ActionName']);
function collect(node, reads) {
    for (const member of [...node.properties.nodes, ...node.items]) {
        if (member.name !== 'ResultPath' && member.name !== 'Next')
            collect(member, reads);
    }
    if (typeof node.value === 'string')
        for (const segments of pathsIn(node.value))
            reads.push(segments);
}
/** The paths in a text: it is one, or has some in placeholders. */
function pathsIn(text) {
    if (text.startsWith('$')) {
        const { segments, fault } = (0,flow_path/* parsePath */.Rr)(text);
        return fault === null ? [segments] : [];
    }
    return (0,flow_path/* parseTemplate */.QC)(text).placeholders.flatMap(({ path }) => (path?.fault === null ? [path.segments] : []));
}
/** What the states of an Iterator read of an item, as read of the first item. */
function readsOfItems(map, iterator, reads) {
    const items = map.properties.get('ItemsPath')?.value;
    const [list] = typeof items === 'string' ? pathsIn(items) : [];
    if (list === undefined)
        return;
    reads.push([...list, 0]);
    for (const segments of readsIn(iterator))
        reads.push([...list, 0, ...segments]);
}
/**
 * The paths that a state's jq program seems to read: `.orders[].id`, and `$order.id` behind `.input as $order`, behind
 * where its data is. What is piped on is not followed.
 */
function readsOfJq(state) {
    const from = dataOf(state);
    const expr = state.properties.get('Parameters')?.properties.get('expr')?.value;
    if (typeof expr !== 'string' || from === null)
        return [];
    const program = expr.slice(0, MOST_PROGRAM);
    const reads = [];
    if (/^\s*\.\[/.test(program))
        reads.push([...from, 0]);
    const bound = new Map();
    for (const [, path = '', name = ''] of program.matchAll(JQ_BINDING))
        bound.set(name, [...from, ...jqSegments(path)]);
    for (const [, path = ''] of program.matchAll(JQ_PATH))
        reads.push([...from, ...jqSegments(path)]);
    for (const [, name = '', path = ''] of program.matchAll(JQ_VARIABLE)) {
        const source = bound.get(name);
        if (source !== undefined)
            reads.push([...source, ...jqSegments(path)]);
    }
    return reads.filter((segments) => segments.length > from.length);
}
/** Where the data of a state's jq program is; null when that is no path. */
function dataOf(state) {
    const data = state.properties.get('Parameters')?.properties.get('data.$')?.value;
    return typeof data === 'string' ? (pathsIn(data)[0] ?? null) : null;
}
/** `orders[].id` as segments. */
function jqSegments(path) {
    return path.split('.').flatMap((part) => {
        const lists = (0,words/* occurrences */.T5)(part, '[]');
        const name = part.replaceAll('[]', '');
        return [...(name === '' ? [] : [name]), ...Array.from({ length: lists }, () => 0)];
    });
}
const MOST_PROGRAM = 10_000;
const PATH = String.raw `[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}|\[\]){0,12}`;
const JQ_PATH = new RegExp(String.raw `(?<![\w)\]"'$.])\.(${PATH})`, 'g');
const JQ_BINDING = new RegExp(String.raw `(?<![\w)\]"'$.])\.(${PATH})?\s{1,9}as\s{1,9}\$(\w{1,60})`, 'g');
const JQ_VARIABLE = new RegExp(String.raw `\$(\w{1,60})\.(${PATH})`, 'g');

;// CONCATENATED MODULE: ./lib/flow-tests/propose/scenario.js







/** What a proposed case begins with and what its calls get, while it is being found. */
class Scenario {
    tested;
    owner;
    document;
    configs = {};
    /** What a call gets that the flow is to get another answer from than the usual one: by state and time. */
    outcomes = new Map();
    constructor(tested, owner, document) {
        this.tested = tested;
        this.owner = owner;
        this.document = document;
    }
    /** Runs the flow; only jq is asked for. */
    *run() {
        const { tested, document, configs, owner } = this;
        const store = new flow_run_store/* Store */.i(configs, { account_id: owner.accountId, integration: owner.integration });
        const { flow, actions, allowance } = tested;
        const machine = (0,run/* runFlow */.c)({
            flow,
            actions,
            document,
            subdomain: owner.subdomain,
            connections: null,
            answers: {},
            allowance
        });
        const times = new Map();
        let step = machine.next();
        while (step.done !== true)
            step = machine.next(yield* this.outcomeOf(step.value, store, times));
        return step.value;
    }
    *outcomeOf(request, store, times) {
        if (request.kind === 'sleep')
            return { kind: 'done' };
        const { state } = request.call;
        const time = times.get(state) ?? 0;
        times.set(state, time + 1);
        const given = this.outcomes.get(keyOf(state, time));
        if (given !== undefined)
            return given;
        if (request.kind === 'http')
            return { kind: 'http', status: 200, body: bodyFor(state) };
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
    /** Whether what a visit's call got was made up, and would not come by itself. */
    isGiven(visit, visits) {
        return this.outcomes.has(keyOf(visit.state, timeOf(visit, visits)));
    }
    /** Lets the call of a visit get this. */
    give(visit, visits, outcome) {
        this.outcomes.set(keyOf(visit.state, timeOf(visit, visits)), outcome);
    }
    /**
     * Makes a value stand at a path of the document that a visit enters with, by changing where it comes from: the
     * start document, an answer, a config, what jq gives.
     *
     * @param value undefined: nothing is to stand there
     * @returns whether something could be changed
     */
    set(at, segments, value, visits, depth = 0) {
        const visit = visits[at];
        if (visit === undefined || depth > MOST_DEPTH)
            return false;
        const again = (where, path) => this.set(where, path, value, visits, depth + 1);
        const writer = writerOf(at, segments, visits);
        if (writer !== null) {
            const { index, written } = writer;
            const rest = segments.slice(written.length);
            const isPass = visits[index]?.state.type === 'Pass';
            return isPass
                ? fromPass(visits[index], index, rest, again)
                : this.setWritten(visits[index], rest, value, visits);
        }
        if (visit.map === null) {
            this.document = withValueAt(this.document, segments, value);
            return true;
        }
        const items = visits[visit.map]?.state.node.properties.get('ItemsPath')?.value;
        const [list] = typeof items === 'string' ? pathsIn(items) : [];
        return list !== undefined && again(visit.map, [...list, visit.item ?? 0, ...segments]);
    }
    setWritten(writer, rest, value, visits) {
        if (writer === undefined)
            return false;
        const { state, error, outcome, result } = writer;
        if (error !== null)
            return this.setError(writer, rest, value, visits);
        if (state.type !== 'Action')
            return false;
        if (outcome?.kind === 'http') {
            if (outcome.text !== undefined)
                return false;
            this.give(writer, visits, { ...outcome, body: withValueAt(outcome.body, rest, value) });
            return true;
        }
        if (outcome?.kind === 'config' && rest[0] === 'config')
            return this.setConfig(writer, rest.slice(1), value);
        this.give(writer, visits, { kind: 'result', result: withValueAt(result, rest, value) });
        return true;
    }
    setConfig({ call }, rest, value) {
        const scope = (0,json/* own */.ZV)(call?.parameters ?? {}, 'scope');
        if (typeof scope !== 'string' || scope.includes('*'))
            return false;
        const config = withValueAt(this.configs[scope] ?? {}, rest, value);
        if ((0,json/* isObject */.Gv)(config))
            this.configs[scope] = config;
        return true;
    }
    /** What a Catch put there is changed by another error. */
    setError(writer, [part, ...rest], value, visits) {
        if (writer.call === null || rest.length > 0 || typeof value !== 'string')
            return false;
        if (part !== 'Error' && part !== 'Cause')
            return false;
        const Error = part === 'Error' ? value : null;
        const Cause = part === 'Cause' ? value : (writer.error?.Cause ?? '');
        this.give(writer, visits, { kind: 'error', Error, Cause });
        return true;
    }
}
/** Values are not followed through more states. */
const MOST_DEPTH = 40;
/** The last visit of the same scope that wrote at a path, or above it; null when none did. */
function writerOf(at, segments, visits) {
    const visit = visits[at];
    for (let index = at - 1; index >= 0 && index !== visit?.map; index -= 1) {
        const earlier = visits[index];
        if (earlier === undefined || earlier.map !== visit?.map || earlier.item !== visit.item)
            continue;
        const written = writtenBy(earlier);
        if (written?.every((segment, place) => segments[place] === segment) === true)
            return { index, written };
    }
    return null;
}
function fromPass(pass, index, rest, again) {
    const source = sourceIn(pass?.state.node.properties.get('Result'), rest);
    return source !== null && again(index, source);
}
function keyOf({ node }, time) {
    return `${node.start} ${time}`;
}
/** How often the state was called before. */
function timeOf(visit, visits) {
    const before = visits.slice(0, visits.indexOf(visit));
    return before.filter(({ state, outcome }) => state === visit.state && outcome !== null).length;
}
/** The path at which a visit wrote; null when it wrote nothing. */
function writtenBy({ state, result, error, left }) {
    if (error !== null) {
        const catcher = left?.kind === 'catch' ? left.node.parent : null;
        return catcher === null ? null : resultPathOf(catcher);
    }
    if (result === undefined || (state.type === 'Pass' && !state.node.properties.has('Result')))
        return null;
    return resultPathOf(state.node);
}
function resultPathOf(node) {
    const path = node.properties.get('ResultPath');
    if (path === undefined)
        return [];
    if (typeof path.value !== 'string')
        return null;
    const { segments, fault } = (0,flow_path/* parsePath */.Rr)(path.value);
    return fault === null ? segments : null;
}
/** The path from which a Pass has what stands at this place of its Result; null when it is a literal. */
function sourceIn(node, rest) {
    const [segment, ...further] = rest;
    if (node === undefined || segment === undefined)
        return null;
    if (typeof segment === 'number')
        return sourceIn(node.items[segment], further);
    const dynamic = node.properties.get(`${segment}.$`);
    if (typeof dynamic?.value !== 'string')
        return sourceIn(node.properties.get(segment), further);
    const paths = pathsIn(dynamic.value);
    const [path] = paths;
    const isWhole = dynamic.value.startsWith('$') || /^\{\{[^{}]*\}\}$/.test(dynamic.value);
    return path === undefined || paths.length > 1 || !isWhole ? null : [...path, ...further];
}
/** The body of an answer with what later states read of it. */
function bodyFor({ node, scope }) {
    const target = resultPathOf(node) ?? [];
    const fields = readsIn(scope).flatMap((segments) => {
        const isWithin = segments.length > target.length && target.every((segment, index) => segments[index] === segment);
        return isWithin ? [segments.slice(target.length)] : [];
    });
    // Where the answer becomes the whole document, what is read of the event is none of it.
    return skeletonOf(target.length === 0 ? fields.filter(([root]) => root !== 'input') : fields);
}
/** Whether a state runs jq. */
function runsJq({ node }) {
    return node.properties.get('ActionName')?.value === built_ins/* JQ_ACTION */.t;
}
/** An object with what later states read of a state's result. */
function resultFor(state) {
    return bodyFor(state);
}

;// CONCATENATED MODULE: ./lib/flow-tests/propose/configs.js


/** A config with what later states read of what a LoadConfig gives. */
function configFor(state) {
    const result = resultFor(state);
    const config = (0,json/* isObject */.Gv)(result) ? result['config'] : undefined;
    return (0,json/* isObject */.Gv)(config) ? config : {};
}

;// CONCATENATED MODULE: ./lib/flow-tests/propose/record.js








/** A case of what a flow does with an event, with all of its calls as they are expected from now on. */
async function recordCase(recording, engine) {
    const [recorded] = await (0,lockstep/* inLockstep */.z)([record(recording)], (asked) => engine.answer(asked));
    if (recorded === undefined)
        throw new Error('nothing was recorded');
    return recorded;
}
function* record({ bundle, flow, event, file, name }) {
    const { subdomain, account_id, integration_key, input = null } = event;
    const owner = {
        subdomain: typeof subdomain === 'string' ? subdomain : 'example',
        accountId: typeof account_id === 'number' ? account_id : 1,
        integration: typeof integration_key === 'string' ? integration_key : bundle.integration
    };
    const tested = { flow, actions: bundle.actions, states: (0,coverage/* statesOf */.kY)(flow).length, allowance: new flow_run_allowance/* Allowance */.b9() };
    const document = {
        input,
        account_id: owner.accountId,
        integration_key: owner.integration,
        subdomain: owner.subdomain
    };
    const scenario = new Scenario(tested, owner, document);
    let run = yield* scenario.run();
    // What LoadConfig gives without a config is not documented: there is one, with what is read of it.
    for (let tries = 0; tries < MOST_CONFIGS && addConfig(scenario, run); tries += 1)
        run = yield* scenario.run();
    const content = caseOf(name, run, scenario, { trigger: null, owner: usualOwner(bundle) });
    const { source, type } = event;
    const inline = {
        ...(typeof source === 'string' ? { source } : {}),
        ...(typeof type === 'string' ? { type } : {}),
        input
    };
    return {
        content: {
            ...content,
            event: file === null ? inline : { file },
            expect: { ...((0,json/* isObject */.Gv)(content['expect']) ? content['expect'] : {}), ...callsExpected(run) }
        },
        made: madeUp(run, scenario)
    };
}
const MOST_CONFIGS = 10;
function usualOwner({ integration }) {
    return { subdomain: 'example', accountId: 1, integration };
}
function addConfig(scenario, { contacts, visits }) {
    if (!contacts.some(({ id }) => id === 'config.missing'))
        return false;
    for (const { call, state } of visits) {
        const scope = call?.parameters['scope'];
        if (typeof scope !== 'string' || scope.includes('*') || Object.hasOwn(scenario.configs, scope))
            continue;
        scenario.configs[scope] = configFor(state);
        return true;
    }
    return false;
}
/** All calls with what they send. */
function callsExpected(run) {
    const calls = (0,run_facts/* callsOf */.p9)(run).map(({ action, parameters, request }) => {
        if (request === null)
            return { action, parameters };
        const { method, url, body } = request;
        return { action, request: { method, url, ...(body === null ? {} : { body }) } };
    });
    return calls.length === 0 ? {} : { calls };
}
function madeUp(run, { configs }) {
    const actions = (0,run_facts/* callsOf */.p9)(run)
        .filter(({ request }) => request !== null)
        .map(({ action }) => action);
    return [...new Set([...actions, ...Object.keys(configs)])];
}

// EXTERNAL MODULE: ./lib/bundle/identity.js
var identity = __webpack_require__(472);
// EXTERNAL MODULE: ./lib/bundle/model.js + 1 modules
var model = __webpack_require__(3850);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/routes.js
/** A goal for each branch of a Choice and each Catch; for a flow with neither, that it runs to its end. */
function goalsOf({ scopes }) {
    const goals = scopes.flatMap(({ ordered }) => ordered.flatMap((from) => from.transitions.filter(({ kind }) => kind !== 'next').map((transition) => ({ transition, from }))));
    return goals.length > 0 ? goals : [{ transition: null, from: null }];
}
/**
 * A way through the flow that takes a transition; null when no way leads there.
 *
 * @param banned transitions that it is not to take besides
 */
function routeTo(flow, goal, banned) {
    return new Router(banned).to(flow, goal);
}
class Router {
    banned;
    constructor(banned) {
        this.banned = banned;
    }
    to(flow, { transition, from }) {
        if (transition === null || from === null)
            return this.routeThrough(flow.definition, null);
        const route = this.routeThrough(from.scope, { from, transition });
        return route === null ? null : this.outwards(from.scope, route);
    }
    /** The way of the whole flow in which a Map's first item goes this way. */
    outwards(scope, route) {
        const { owner } = scope;
        if (owner === null)
            return route;
        const around = this.routeThrough(owner.scope, {
            from: owner,
            transition: owner.transitions.find(({ kind }) => kind === 'next') ?? null
        });
        if (around === null)
            return null;
        return this.outwards(owner.scope, { ...around, goal: null, inner: new Map([[owner, route]]) });
    }
    /** @param via the state that is to be passed, and how it is left; null for its end of the scope */
    routeThrough(scope, via) {
        const start = scope.states.get(typeof scope.startAt?.value === 'string' ? scope.startAt.value : '');
        if (start === undefined)
            return null;
        const inner = new Map();
        if (via === null) {
            const way = this.wayToEnd(start);
            return way === null ? null : { transitions: way, goal: null, inner };
        }
        const before = this.way(start, (state) => state === via.from);
        if (before === null)
            return null;
        if (via.transition === null)
            return { transitions: before, goal: null, inner };
        const { target } = via.transition;
        const after = target === null ? null : this.wayToEnd(target);
        if (after === null)
            return null;
        return { transitions: [...before, via.transition, ...after], goal: via.transition, inner };
    }
    /** The shortest way to where the scope ends, rather well than in a Fail state. */
    wayToEnd(from) {
        return (this.way(from, (state) => state.terminal && state.type !== 'Fail') ??
            this.way(from, ({ terminal }) => terminal));
    }
    /** The shortest way to a state; errors that are caught are taken only where nothing else leads there. */
    way(from, isEnd) {
        return this.search(from, isEnd, false) ?? this.search(from, isEnd, true);
    }
    search(from, isEnd, errorsToo) {
        const reached = new Map([[from, []]]);
        for (const [state, taken] of reached) {
            if (isEnd(state))
                return taken;
            for (const transition of state.transitions) {
                const { target, kind } = transition;
                if (target === null ||
                    reached.has(target) ||
                    this.banned.has(transition) ||
                    (kind === 'catch' && !errorsToo))
                    continue;
                reached.set(target, [...taken, transition]);
            }
        }
        return null;
    }
}

// EXTERNAL MODULE: ./lib/flow/choice.js
var choice = __webpack_require__(4057);
// EXTERNAL MODULE: ./lib/flow-tests/paths.js
var flow_tests_paths = __webpack_require__(7028);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/requirements.js




/** So many ways to make a Choice go where it should are tried. */
const MOST_WAYS = 24;
/** What must be so that a Choice takes one of these transitions: one of these ways, those with the least to change first. */
function requirementsFor(choice, transitions, document) {
    const unmet = (way) => way.filter((requirement) => !isMet(requirement, document)).length;
    return transitions
        .flatMap((transition) => waysInto(choice, transition))
        .sort((one, other) => unmet(one) - unmet(other));
}
function waysInto(choice, transition) {
    const rules = choice.node.properties.get('Choices')?.items ?? [];
    const taken = transition.kind === 'default' ? -1 : rules.findIndex((rule) => rule === transition.node.parent);
    const before = taken === -1 ? rules : rules.slice(0, taken);
    const rule = rules[taken];
    const own = rule === undefined ? [[]] : waysOf(rule, true);
    return together([own, ...before.map((each) => waysOf(each, false))]);
}
/** The ways in which a condition holds, or does not. */
function waysOf(node, holds) {
    const condition = (0,choice/* readCondition */.sK)(node);
    switch (condition.kind) {
        case 'comparison':
            return [[{ comparison: condition, holds }]];
        case 'not':
            return waysOf(condition.part, !holds);
        case 'faulty':
            return [];
        default: {
            const parts = condition.parts.map((part) => waysOf(part, holds));
            // All of them must hold for an And, and must not for an Or; else one is enough.
            return (condition.kind === 'and') === holds ? together(parts) : parts.flat().slice(0, MOST_WAYS);
        }
    }
}
/** One way of each. */
function together(parts) {
    let ways = [[]];
    for (const part of parts) {
        ways = ways.flatMap((way) => part.map((more) => [...way, ...more])).slice(0, MOST_WAYS);
    }
    return ways;
}
/** The path of what is compared; null when it cannot be read. */
function variableOf({ variable }) {
    return typeof variable.value === 'string' ? (pathsIn(variable.value)[0] ?? null) : null;
}
/** Whether it is so already, and without a path that leads nowhere. */
function isMet(requirement, document) {
    const { comparison } = requirement;
    const segments = variableOf(comparison);
    const value = segments === null ? undefined : (0,flow_tests_paths/* lookUp */.T)(document, segments);
    const isTest = comparison.operator.kind === 'Presence' || comparison.operator.kind === 'Null';
    const other = isTest ? null : operandOf(comparison, document);
    return other !== undefined && passes(requirement, value, other);
}
/** What the value is compared with; undefined when it is at a path that leads nowhere. */
function operandOf({ operator, operand }, document) {
    if (!operator.path)
        return operand.value;
    const [segments] = typeof operand.value === 'string' ? pathsIn(operand.value) : [];
    return segments === undefined ? undefined : (0,flow_tests_paths/* lookUp */.T)(document, segments);
}
/**
 * A value that meets all that is required of one path.
 *
 * @param others what it is compared with in each requirement
 * @returns undefined where nothing must be there; null for no such value
 */
function valueFor(requirements, others) {
    const candidates = requirements.flatMap((requirement, index) => candidatesFor(requirement, others[index] ?? null));
    const isRight = (value) => requirements.every((requirement, index) => passes(requirement, value, others[index] ?? null));
    const found = candidates.find(isRight);
    if (found !== undefined)
        return { value: found };
    return candidates.includes(undefined) && isRight(undefined) ? { value: undefined } : null;
}
function passes({ comparison, holds }, value, other) {
    const { operator, operand } = comparison;
    if (operator.kind === 'Presence')
        return ((value !== undefined) === operand.value) === holds;
    if (value === undefined)
        return false;
    if (operator.kind === 'Null')
        return ((value === null) === operand.value) === holds;
    return (0,choice/* compares */.tk)(operator, value, other) === holds;
}
function candidatesFor({ comparison, holds }, other) {
    const { operator, operand } = comparison;
    const name = variableOf(comparison)?.findLast((segment) => typeof segment === 'string') ?? '';
    const isWanted = (operand.value === true) === holds;
    if (operator.kind === 'Presence')
        return isWanted ? [guessValue(name)] : [undefined];
    if (operator.kind === 'Null')
        return isWanted ? [null] : [guessValue(name)];
    return CANDIDATES[operator.kind === '' ? 'String' : operator.kind](other);
}
/** Values around the one that is compared with: one of them passes any comparison, and one does not. */
const CANDIDATES = {
    String: (other) => [other, 'something else', `${textIn(other)}~`, ''],
    Numeric: (other) => (typeof other === 'number' ? [other, other + 1, other - 1] : [0]),
    Boolean: (other) => [other, other !== true],
    Timestamp: (other) => [other, '2000-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '1970-01-01T00:00:00Z']
};
function textIn(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./lib/flow-tests/propose/solve.js







/** A way is given up after so many runs. */
const MOST_RUNS = 80;
/** Changes a scenario, run by run, until the flow goes the way, or cannot be made to. */
function* solve(scenario, route) {
    const solver = new Solver(scenario, route);
    for (let runs = 1;; runs += 1) {
        const run = yield* scenario.run();
        const change = runs < MOST_RUNS ? solver.next(run) : 'stuck';
        if (change !== 'changed')
            return { run, arrived: change === 'arrived', stuckAt: solver.stuckAt };
    }
}
class Solver {
    scenario;
    route;
    /** How often each state of the run was to be changed: another way is tried each time. */
    tries = new Map();
    doubts = new Set();
    /** Where a run left the way last, rather before or behind the way's goal than there. */
    stuckAt = null;
    constructor(scenario, route) {
        this.scenario = scenario;
        this.route = route;
    }
    /** Looks where a run leaves the way, and changes what makes it do so. */
    next(run) {
        const off = this.departure(run);
        const wanted = off?.wanted ?? null;
        if (wanted !== null && (this.stuckAt === null || !this.isGoal(wanted)))
            this.stuckAt = wanted;
        if (off !== null)
            return this.mend(off.at, off.wanted, run) ? 'changed' : 'stuck';
        // What ZIS does not document would make the case hang on it: what can be avoided is.
        for (const contact of run.contacts)
            if (this.avoid(contact, run))
                return 'changed';
        return 'arrived';
    }
    /** The first visit that did not go on as the way says. */
    departure(run) {
        const places = new Map();
        for (const [at, visit] of run.visits.entries()) {
            const instance = `${visit.map ?? ''} ${visit.item ?? ''}`;
            const place = places.get(instance) ?? 0;
            places.set(instance, place + 1);
            const route = this.routeOf(visit, run.visits);
            if (route === null) {
                if (visit.error !== null && visit.left === null)
                    return { at, wanted: nextOf(visit.state) };
                continue;
            }
            const wanted = route.transitions[place] ?? null;
            const isEmpty = route.inner.has(visit.state) && !run.visits.some(({ map }) => map === at);
            if (isEmpty && visit.error === null)
                return { at, wanted };
            if (!isOnTheWay(visit, wanted, route))
                return { at, wanted };
        }
        return null;
    }
    /** The way for the scope of a visit; null for one that is free to go anywhere. */
    routeOf(visit, visits) {
        if (visit.map === null)
            return this.route;
        const outer = visits[visit.map];
        if (outer === undefined || visit.item !== 0)
            return null;
        return this.routeOf(outer, visits)?.inner.get(outer.state) ?? null;
    }
    mend(at, wanted, run) {
        const visit = run.visits[at];
        if (visit === undefined)
            return false;
        if (wanted?.kind === 'catch')
            return this.fail(at, run);
        if (visit.error !== null)
            return this.mendError(at, run);
        if (visit.state.type === 'Choice' && wanted !== null)
            return this.choose(at, wanted, run);
        return (visit.state.type === 'Map' && !this.triedTooOften(visit, run.visits) && this.giveItems(at, run.visits));
    }
    /** Makes a state fail, so that its Catch is taken. */
    fail(at, { visits }) {
        const visit = visits[at];
        if (visit === undefined || this.triedTooOften(visit, visits))
            return false;
        if (visit.state.type === 'Map')
            return this.failWithin(at, visits);
        if (visit.call === null || visit.outcome === null)
            return false;
        const isHttp = visit.call.request !== null;
        this.scenario.give(visit, visits, isHttp ? { kind: 'http', status: 500 } : { kind: 'error', Error: null, Cause: 'it failed' });
        return true;
    }
    /** A Map fails with an iteration; where none can fail, without a list. */
    failWithin(at, visits) {
        const map = visits[at];
        const inside = visits.find(({ map: owner, item, outcome, state }) => owner === at && item === 0 && outcome !== null && !hasCatch(state));
        if (inside !== undefined) {
            const isHttp = inside.call?.request !== null;
            this.scenario.give(inside, visits, isHttp ? { kind: 'http', status: 500 } : { kind: 'error', Error: null, Cause: 'it failed' });
            return true;
        }
        const list = itemsOf(map?.state);
        return list !== null && this.scenario.set(at, list, 'not a list', visits);
    }
    mendError(at, run) {
        const { visits } = run;
        const visit = visits[at];
        if (visit?.error === undefined || visit.error === null || this.triedTooOften(visit, visits))
            return false;
        const { state, error, document } = visit;
        if (state.type === 'Map') {
            const inner = visits.findIndex(({ map, error: thrown, left }) => map === at && thrown !== null && left === null);
            return inner === -1 ? this.giveItems(at, visits) : this.mendError(inner, run);
        }
        const isMissing = error.Cause.startsWith(NOT_FOUND) && isWithin(error.node, state.node);
        const missing = isMissing ? missingPaths(error.node, document) : [];
        if (missing.length > 0) {
            return missing
                .map((segments) => this.scenario.set(at, segments, guessFor(segments, state), visits))
                .some(Boolean);
        }
        if (runsJq(state))
            return this.mendJq(at, visits);
        if (state.type === 'Choice')
            return this.nameVariables(at, visits);
        const seconds = state.node.properties.get('SecondsPath')?.value;
        const [path] = typeof seconds === 'string' ? pathsIn(seconds) : [];
        return path !== undefined && this.scenario.set(at, path, 1, visits);
    }
    /** What jq cannot do with the data is not asked of it; data that is no JSON is made some. */
    mendJq(at, visits) {
        const visit = visits[at];
        if (visit === undefined)
            return false;
        if (this.giveData(at, visits))
            return true;
        if (visit.outcome !== null) {
            this.scenario.give(visit, visits, { kind: 'result', result: resultFor(visit.state) });
            return true;
        }
        const data = visit.state.node.properties.get('Parameters')?.properties.get('data.$')?.value;
        const [segments] = typeof data === 'string' ? pathsIn(data) : [];
        if (segments === undefined)
            return false;
        const guess = guessFor(segments, visit.state);
        return this.scenario.set(at, segments, typeof guess === 'object' ? guess : {}, visits);
    }
    /** Puts something where a program seems to look, once. */
    giveData(at, visits) {
        const visit = visits[at];
        const key = `data ${at} ${visit?.state.node.start ?? ''}`;
        if (visit === undefined || this.tries.has(key))
            return false;
        this.tries.set(key, 1);
        const missing = readsOfJq(visit.state.node).filter((segments) => ((0,flow_tests_paths/* lookUp */.T)(visit.document, segments) ?? null) === null);
        return missing
            .map((segments) => this.scenario.set(at, segments, guessFor(segments, visit.state), visits))
            .some(Boolean);
    }
    giveItems(at, visits) {
        const state = visits[at]?.state;
        const list = itemsOf(state);
        if (list === null || state?.iterator === undefined || state.iterator === null)
            return false;
        return this.scenario.set(at, list, [skeletonOf(readsIn(state.iterator))], visits);
    }
    /** Lets something stand wherever a Choice looks. */
    nameVariables(at, visits) {
        const visit = visits[at];
        if (visit === undefined)
            return false;
        const rules = visit.state.node.properties.get('Choices')?.items ?? [];
        const paths = rules
            .flatMap(variablesIn)
            .filter((segments) => (0,flow_tests_paths/* lookUp */.T)(visit.document, segments) === undefined);
        return paths
            .map((segments) => this.scenario.set(at, segments, guessFor(segments, visit.state), visits))
            .some(Boolean);
    }
    choose(at, wanted, { visits }) {
        const visit = visits[at];
        if (visit === undefined)
            return false;
        const same = visit.state.transitions.filter(({ to }) => to === wanted.to);
        const ways = requirementsFor(visit.state, this.isGoal(wanted) ? [wanted] : same, visit.document);
        const key = `choose ${at} ${visit.state.node.start}`;
        const tried = this.tries.get(key) ?? 0;
        this.tries.set(key, tried + 1);
        // Each way twice: what is set first may be undone by what is set behind it.
        const way = ways[Math.floor(tried / 2)];
        if (way === undefined)
            return false;
        const byPath = groups(way);
        const changes = byPath.map((requirements) => this.require(at, requirements, visit.document, visits));
        return changes.some(Boolean) || Math.floor((tried + 1) / 2) < ways.length;
    }
    isGoal(transition) {
        const goals = (route) => [
            route.goal,
            ...[...route.inner.values()].flatMap(goals)
        ];
        return goals(this.route).includes(transition);
    }
    /** @param requirements all that is required of one path */
    require(at, requirements, document, visits) {
        if (requirements.every((requirement) => isMet(requirement, document)))
            return false;
        const [segments] = requirements.flatMap(({ comparison }) => [variableOf(comparison) ?? []]);
        const others = requirements.map(({ comparison }) => this.operand(at, comparison, document, visits));
        const found = valueFor(requirements, others);
        return (found !== null &&
            segments !== undefined &&
            segments.length > 0 &&
            this.scenario.set(at, segments, found.value, visits));
    }
    /** What a value is compared with; where that leads nowhere, something is put there. */
    operand(at, comparison, document, visits) {
        const known = operandOf(comparison, document);
        if (known !== undefined)
            return known;
        const [path] = typeof comparison.operand.value === 'string' ? pathsIn(comparison.operand.value) : [];
        const { kind } = comparison.operator;
        const other = kind === 'Numeric' ? 10 : kind === 'Boolean' ? true : 'a text';
        if (path !== undefined)
            this.scenario.set(at, path, other, visits);
        return other;
    }
    /** Changes what touches an undocumented point, once. @returns whether it did */
    avoid({ id, node }, { visits }) {
        const key = `${id} ${node.start}`;
        if (this.doubts.has(key))
            return false;
        this.doubts.add(key);
        const at = visits.findIndex(({ state }) => isWithin(node, state.node) && !isWithinIterator(node, state));
        const visit = visits[at];
        if (visit === undefined)
            return false;
        switch (id) {
            case 'choice.missing-variable':
            case 'choice.null-present':
                return this.nameVariables(at, visits) || this.replaceNull(at, node, visits);
            case 'placeholder.null':
                return this.replaceNull(at, node, visits);
            case 'placeholder.type':
                return this.setAll(at, node, visits, (segments) => guessText(segments));
            case 'map.empty':
                return this.giveItems(at, visits);
            case 'jq.many':
            case 'jq.none':
                this.scenario.give(visit, visits, { kind: 'result', result: visit.result ?? resultFor(visit.state) });
                return true;
            case 'config.missing': {
                const scope = visit.call?.parameters['scope'];
                if (typeof scope !== 'string' || scope.includes('*'))
                    return false;
                this.scenario.configs[scope] = configFor(visit.state);
                return true;
            }
            default:
                return false;
        }
    }
    replaceNull(at, node, visits) {
        const document = visits[at]?.document ?? null;
        const isNull = (segments) => ((0,flow_tests_paths/* lookUp */.T)(document, segments) ?? null) === null;
        return this.setAll(at, node, visits, (segments) => (isNull(segments) ? guessText(segments) : undefined));
    }
    /** Sets each path within a value to what is given for it; undefined leaves it. */
    setAll(at, node, visits, valueOf) {
        const changes = textsIn(node)
            .flatMap(pathsIn)
            .map((segments) => {
            const value = valueOf(segments);
            return value !== undefined && this.scenario.set(at, segments, value, visits);
        });
        return changes.some(Boolean);
    }
    triedTooOften(visit, visits) {
        const key = `${visits.indexOf(visit)} ${visit.state.node.start} ${visit.error?.Cause ?? ''}`;
        const tries = (this.tries.get(key) ?? 0) + 1;
        this.tries.set(key, tries);
        return tries > 4;
    }
}
/** Of the way's goal the very transition counts, of others that it leads to the same state. */
function isOnTheWay({ state, left, error }, wanted, { goal }) {
    if (state.type === 'Fail')
        return wanted === null;
    if ((error !== null) !== (wanted?.kind === 'catch'))
        return false;
    if (wanted === null || left === null)
        return wanted === left;
    return wanted === goal ? left.node === wanted.node : left.to === wanted.to;
}
/** What is required of each path. */
function groups(way) {
    const byPath = new Map();
    for (const requirement of way) {
        const key = JSON.stringify(variableOf(requirement.comparison));
        byPath.set(key, [...(byPath.get(key) ?? []), requirement]);
    }
    return [...byPath.values()];
}
/** How the interpreter words it that a path leads nowhere. */
const NOT_FOUND = 'JSON path not found';
function nextOf({ transitions }) {
    return transitions.find(({ kind }) => kind === 'next') ?? null;
}
function hasCatch({ transitions }) {
    return transitions.some(({ kind }) => kind === 'catch');
}
function itemsOf(state) {
    const path = state?.node.properties.get('ItemsPath')?.value;
    return typeof path === 'string' ? (pathsIn(path)[0] ?? null) : null;
}
function isWithin(inner, outer) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
function isWithinIterator(node, { iterator }) {
    return iterator !== null && isWithin(node, iterator.node);
}
/** The paths within a value of the bundle that lead nowhere in a document. */
function missingPaths(node, document) {
    return textsIn(node)
        .flatMap(pathsIn)
        .filter((segments) => (0,flow_tests_paths/* lookUp */.T)(document, segments) === undefined);
}
/** Names of a state under which no path is read. */
const UNREAD = new Set(['Iterator', 'ResultPath', 'Next', 'Comment']);
function textsIn(node) {
    const inner = [...node.properties.nodes, ...node.items].flatMap((each) => UNREAD.has(each.name) ? [] : textsIn(each));
    return typeof node.value === 'string' ? [node.value, ...inner] : inner;
}
function variablesIn(rule) {
    const condition = (0,choice/* readCondition */.sK)(rule);
    switch (condition.kind) {
        case 'and':
        case 'or':
            return condition.parts.flatMap(variablesIn);
        case 'not':
            return variablesIn(condition.part);
        case 'comparison': {
            const segments = variableOf(condition);
            return segments === null || condition.operator.kind === 'Presence' ? [] : [segments];
        }
        case 'faulty':
            return [];
    }
}
/** What may stand at a path: with what is read further down. */
function guessFor(segments, { scope }) {
    const deeper = readsIn(scope).flatMap((read) => {
        const isBelow = read.length > segments.length && segments.every((segment, index) => read[index] === segment);
        return isBelow ? [read.slice(segments.length)] : [];
    });
    if (deeper.length > 0)
        return deeper.some(([first]) => typeof first === 'number') ? listOf(deeper) : skeletonOf(deeper);
    return guessValue(nameOf(segments));
}
function listOf(deeper) {
    const rests = deeper.map(([, ...rest]) => rest).filter(({ length }) => length > 0);
    return [rests.length === 0 ? guessValue('') : skeletonOf(rests)];
}
function guessText(segments) {
    const value = guessValue(nameOf(segments));
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function nameOf(segments) {
    return segments.findLast((segment) => typeof segment === 'string') ?? '';
}

;// CONCATENATED MODULE: ./lib/flow-tests/propose/propose.js












/**
 * A case for each branch of a Choice and each Catch of a flow, with the event and the mocks that lead there; and for
 * states that none of them enters.
 *
 * @param root the bundle
 * @param events what stands for the event instead of a sample: `input` of a recorded one
 */
async function proposeCases(bundle, flow, root, engine) {
    const owner = { subdomain: 'example', accountId: 1, integration: bundle.integration };
    const trigger = triggerOf(flow, root);
    const allowance = new flow_run_allowance/* Allowance */.b9();
    const names = new Names();
    const cases = [];
    const entered = new Set();
    const taken = new Set();
    const add = (name, { content, entered: states, taken: ways }) => {
        cases.push({ ...content, name: names.unique(name) });
        for (const way of ways)
            taken.add(way);
        for (const state of states)
            entered.add(state);
    };
    const find = async (goals) => {
        const missed = [];
        const tasks = goals.map((goal) => findCase(goal, { bundle, flow, trigger, owner, allowance }));
        const found = await (0,lockstep/* inLockstep */.z)(tasks, (asked) => engine.answer(asked));
        for (const [index, goal] of goals.entries()) {
            const name = propose_nameOf(goal);
            const proposed = found[index] ?? null;
            if (proposed?.arrived === true)
                add(name, proposed);
            else
                missed.push(goal);
        }
        // Where a way does not lead on, the case shows how far it goes: that may be all that the flow can do.
        for (const proposed of found) {
            if (proposed === null || proposed.arrived || proposed.entered.every((state) => entered.has(state)))
                continue;
            add(`${ended(proposed)} ${proposed.entered.at(-1)?.name ?? ''}`.trimEnd(), proposed);
        }
        return missed;
    };
    const missed = await find(goalsOf(flow));
    // What lies behind no branch may still not be entered, such as what follows another way through a Map.
    const open = (0,coverage/* statesOf */.kY)(flow).filter((state) => !entered.has(state));
    const more = open.flatMap((state) => {
        const [into] = (0,coverage/* statesOf */.kY)(flow).flatMap((from) => from.transitions
            .filter(({ target, kind }) => target === state && kind === 'next')
            .map((transition) => ({ from, transition })));
        return into === undefined ? [] : [into];
    });
    if (more.length > 0)
        await find(more.slice(0, MOST_EXTRA));
    // A case may take a way and not get to the end of the flow, as where the way leads to a Fail within a Map.
    const isTaken = ({ transition }) => transition !== null && taken.has(transition);
    return { cases, missed: missed.filter((goal) => !isTaken(goal)).map(propose_nameOf) };
}
/** More cases for states that no branch leads to are not looked for. */
const MOST_EXTRA = 20;
function ended({ failed }) {
    return failed ? 'fails at' : 'ends at';
}
function* findCase(goal, { bundle, flow, trigger, owner, allowance }) {
    const tested = { flow, actions: bundle.actions, states: (0,coverage/* statesOf */.kY)(flow).length, allowance };
    const banned = new Set();
    let found = null;
    for (let ways = 0; ways < propose_MOST_WAYS; ways += 1) {
        const route = routeTo(flow, goal, banned);
        if (route === null)
            return found;
        const scenario = new Scenario(tested, owner, startDocument(trigger, flow, owner));
        const { run, arrived, stuckAt } = yield* solve(scenario, route);
        const content = caseOf(propose_nameOf(goal), run, scenario, { trigger, owner });
        const entered = run.visits.map(({ state }) => state);
        const taken = run.visits.flatMap(({ left }) => (left === null ? [] : [left]));
        const failed = run.end.status === 'failed';
        if (found === null || arrived || entered.length > found.entered.length)
            found = { arrived, failed, content, entered, taken };
        if (arrived || stuckAt === null || stuckAt === goal.transition)
            return found;
        // Perhaps another way leads there, or on from there.
        banned.add(stuckAt);
    }
    return found;
}
/** So many ways to one goal are tried. */
const propose_MOST_WAYS = 6;
/** Of an event that has no sample the input has what the flow reads of it. */
function startDocument(trigger, flow, { subdomain, accountId, integration }) {
    const sample = trigger === null ? null : (0,samples/* sampleEvent */.l)(trigger.type);
    const reads = readsIn(flow.definition).flatMap(([root, ...segments]) => root === 'input' && segments.length > 0 ? [segments] : []);
    const input = sample?.input ?? skeletonOf(reads);
    return { input, account_id: accountId, integration_key: integration, subdomain };
}
/** The event by which a job spec of the bundle starts the flow; null when none does. */
function triggerOf({ resource }, root) {
    for (const { type, properties } of (0,model/* resourcesOf */.F3)(root)) {
        if (type !== 'ZIS::JobSpec')
            continue;
        const [flow, source, event] = ['flow_name', 'event_source', 'event_type'].map((name) => properties.properties.get(name)?.value);
        if (typeof flow !== 'string' || (0,identity/* parseQualifiedName */.z$)(flow)?.name !== resource.name)
            continue;
        if (typeof source === 'string' && typeof event === 'string')
            return { source, type: event };
    }
    return null;
}
function propose_nameOf({ from, transition }) {
    if (from === null || transition === null)
        return 'runs to its end';
    if (transition.kind === 'catch')
        return `${from.name} fails, then ${transition.to}`;
    const way = transition.kind === 'default' ? ' by default' : '';
    return `${from.name} goes to ${transition.to}${way}`;
}
/** Two rules of a Choice may lead to the same state. */
class Names {
    given = new Map();
    unique(name) {
        const count = (this.given.get(name) ?? 0) + 1;
        this.given.set(name, count);
        return count === 1 ? name : `${name} (${count})`;
    }
}

// EXTERNAL MODULE: ./lib/flow-tests/paste.js
var paste = __webpack_require__(5623);
;// CONCATENATED MODULE: ./lib/flow-tests/propose/write.js


/** The text of a test file. What all cases begin with stands once, in its defaults. */
function testFileText({ schema, flow, bundle, cases, remarks }) {
    const { defaults, own } = shared(cases);
    return [
        `# yaml-language-server: $schema=${schema}`,
        ...remarks.map((remark) => `# ${remark}`),
        ...(0,paste/* yamlLines */.Z)({ bundle, flow }),
        ...(Object.keys(defaults).length === 0 ? [] : (0,paste/* yamlLines */.Z)({ defaults })),
        'cases:',
        ...own.flatMap((each, index) => [
            ...(index === 0 ? [] : ['']),
            ...(0,paste/* yamlLines */.Z)([each]).map((line) => (line === '' ? '' : `  ${line}`))
        ]),
        ''
    ].join('\n');
}
/** The event, where it is the same sample for all cases. */
function shared(cases) {
    const [first] = cases;
    const event = first?.['event'];
    const isShared = cases.length > 1 && typeof event === 'string' && cases.every((each) => (0,values/* sameValue */.eE)(each['event'], event));
    if (!isShared)
        return { defaults: {}, own: cases };
    const withoutEvent = (each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'event'));
    return { defaults: { event }, own: cases.map(withoutEvent) };
}

// EXTERNAL MODULE: ./lib/flow-tests/result.js
var result = __webpack_require__(723);
// EXTERNAL MODULE: ./lib/jq/flow-engine.js + 2 modules
var flow_engine = __webpack_require__(9268);
// EXTERNAL MODULE: ./lib/cli/exit-codes.js
var exit_codes = __webpack_require__(535);
// EXTERNAL MODULE: ./lib/visible.js
var visible = __webpack_require__(7629);
// EXTERNAL MODULE: ./lib/cli/show.js + 1 modules
var show = __webpack_require__(8619);
// EXTERNAL MODULE: ./lib/cli/test-run.js
var test_run = __webpack_require__(5784);
// EXTERNAL MODULE: ./lib/cli/usage-error.js
var usage_error = __webpack_require__(4934);
;// CONCATENATED MODULE: ./lib/cli/commands/test-files.js

















/** Where new test files go unless a file is named. */
const FOLDER = 'zis-tests';
const SCHEMA_FILE = 'zis-flow-test.schema.json';
/**
 * `test --init FLOW`: writes a test file with a case for each branch of a Choice and each Catch, ready to run. What
 * does not pass when it is tried is left out, and said.
 *
 * @returns the exit code
 */
async function initTests(name, line, terminal, inputs) {
    const path = newFile(line, `${FOLDER}/${fileName(name)}.test.yaml`, terminal);
    const here = await (0,test_run/* bundleWithFlow */.RO)(name, terminal, inputs);
    const engine = (0,flow_engine.createFlowEngine)();
    try {
        const { cases, missed } = await proposeCases(here.bundle, here.flow, here.root, engine);
        const remarks = missed.map((way) => `No case was found for: ${way}.`);
        const proposal = { cases, missed };
        const dropped = await writeTried(path, { here, proposal, remarks, terminal, inputs });
        for (const way of [...missed, ...dropped])
            (0,show/* tell */.qz)(`note: no case was found for: ${way}`, terminal);
        return await summarise(path, terminal, inputs);
    }
    finally {
        await engine.close();
    }
}
/** `test --record EVENT --flow FLOW`: writes a test of what the flow does with an event. @returns the exit code */
async function recordTest(event, line, terminal, inputs) {
    const [name] = line.flags.get('flow') ?? [];
    if (name === undefined)
        throw new usage_error/* UsageError */.e('--record needs the flow that it runs.', 'Add --flow NAME.');
    const title = (0,posix_.basename)(event).replace(/\.(?:json|ya?ml)$/i, '');
    const path = newFile(line, `${FOLDER}/${fileName(name)}.${fileName(title)}.test.yaml`, terminal);
    const recorded = await readEvent(event, terminal);
    const here = await (0,test_run/* bundleWithFlow */.RO)(name, terminal, inputs);
    const engine = (0,flow_engine.createFlowEngine)();
    try {
        const { content, made } = await recordCase({
            bundle: here.bundle,
            flow: here.flow,
            event: recorded,
            file: fileFrom(path, event, terminal),
            name: title
        }, engine);
        const remarks = made.length === 0
            ? []
            : [`These answers were made up: ${made.join(', ')}. Put in what the services really answer.`];
        await writeTried(path, { here, proposal: { cases: [content], missed: [] }, remarks, terminal, inputs });
        return await summarise(path, terminal, inputs);
    }
    finally {
        await engine.close();
    }
}
/** Writes the file, and once more without the cases that do not pass. @returns their names */
async function writeTried(path, { here, proposal, remarks, terminal, inputs }) {
    const write = async (cases) => {
        const flow = here.flow.resource.name;
        const { path: bundle } = here.bundle;
        const schema = `./${SCHEMA_FILE}`;
        await writeHere(terminal.cwd, path, testFileText({ schema, flow, bundle, cases, remarks }));
    };
    await write(proposal.cases);
    await writeSchema(terminal.cwd, (0,posix_.join)((0,posix_.dirname)(path), SCHEMA_FILE));
    const tried = await (0,test_run/* runTestsHere */.B_)(terminal, { ...inputs, tests: [literally(path)] }, { snapshotMode: 'compare' });
    const failed = new Set((tried?.result.cases ?? []).filter(({ status }) => status !== 'passed').map(({ name }) => name));
    if (failed.size === 0)
        return [];
    await write(proposal.cases.filter(({ name }) => typeof name !== 'string' || !failed.has(name)));
    return [...failed];
}
async function summarise(path, terminal, inputs) {
    const tested = await (0,test_run/* runTestsHere */.B_)(terminal, { ...inputs, tests: [literally(path)] }, { snapshotMode: 'compare' });
    if (tested === null)
        throw new Error(`${path} was written and is not there`);
    const { passed } = (0,result/* countCases */.zp)(tested.result);
    const { percent } = tested.result.coverage;
    const what = `${(0,words/* counted */.hS)(passed, 'case')}, ${percent} % of the states entered`;
    terminal.stdout.write((0,visible/* linesOf */.Dx)([(0,visible/* plain */.pj) `written: ${path} (${what})`]));
    return exit_codes/* EXIT */.d.fine;
}
async function readEvent(event, { cwd }) {
    let content;
    try {
        content = await (0,promises_.readFile)((0,posix_.resolve)(cwd, event));
    }
    catch (error) {
        throw new usage_error/* UsageError */.e(`The event file ${(0,words/* quote */.hD)(event)} cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
    if (content.byteLength > bundle_text/* MAX_FILE_BYTES */.gZ)
        throw new usage_error/* UsageError */.e(`The event file ${(0,words/* quote */.hD)(event)} is too large.`);
    const read = (0,prepare.readEventFile)(event, content);
    if ('message' in read)
        throw new usage_error/* UsageError */.e(`${read.message}.`, read.hint);
    const { value } = read;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'input'))
        return value;
    throw new usage_error/* UsageError */.e(`${event} has no input.`, 'It holds {source, type, input}, or a whole start document.');
}
/** The event's file as a case names it; null where it is outside of this folder, so that it has to be copied. */
function fileFrom(path, event, { cwd }) {
    const inside = (0,posix_.relative)(cwd, (0,posix_.resolve)(cwd, event));
    if (inside.startsWith('../'))
        return null;
    return (0,posix_.relative)((0,posix_.dirname)(path), inside);
}
/** @throws UsageError for a file that is there already, unless it may be overwritten */
function newFile({ positionals, flags }, usual, { cwd }) {
    const [named, ...others] = positionals;
    if (others.length > 0)
        throw new usage_error/* UsageError */.e('One file is written at a time.', 'Name one file, or none.');
    const path = (0,posix_.join)(named ?? usual);
    if (!/\.test\.ya?ml$/.test(path))
        throw new usage_error/* UsageError */.e(`${(0,words/* quote */.hD)(path)} is no name for a test file.`, 'It ends in .test.yaml.');
    if (path.startsWith('../') || path.startsWith('/'))
        throw new usage_error/* UsageError */.e(`${(0,words/* quote */.hD)(path)} leads out of the working folder.`);
    if ((0,external_node_fs_.existsSync)((0,posix_.join)(cwd, path)) && !flags.has('force'))
        throw new usage_error/* UsageError */.e(`${path} is there already.`, 'Name another file, or overwrite it with --force.');
    return path;
}
function fileName(name) {
    return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'flow';
}
/** A path as a pattern that means it alone. */
function literally(path) {
    return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}
async function writeHere(cwd, path, text) {
    try {
        await (0,promises_.mkdir)((0,posix_.join)(cwd, (0,posix_.dirname)(path)), { recursive: true });
        await (0,promises_.writeFile)((0,posix_.join)(cwd, path), text, 'utf8');
    }
    catch (error) {
        throw new errors/* UserError */.yo('invalid-inputs', `${path} cannot be written: ${(0,errors/* messageOf */.bD)(error)}`, 'Check the folder.', {
            cause: error
        });
    }
}
/** The schema stands beside the test files, so that editors find it without a network. */
async function writeSchema(cwd, path) {
    if ((0,external_node_fs_.existsSync)((0,posix_.join)(cwd, path)))
        return;
    const { default: text } = await __webpack_require__.e(/* import() */ 392).then(__webpack_require__.t.bind(__webpack_require__, 2392, 19));
    await writeHere(cwd, path, text);
}


/***/ }),

/***/ 9268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createFlowEngine: () => (/* binding */ createFlowEngine)
});

// EXTERNAL MODULE: ./lib/rules/analysis/jq-scan.js
var jq_scan = __webpack_require__(2679);
;// CONCATENATED MODULE: ./lib/jq/run-batch.js

/** What one run takes: its start costs as much as some ten programs, and one that hangs holds up all of them. */
const MAX_PAIRS = 200;
const MAX_PROGRAM_CHARACTERS = 24_576;
const MAX_INPUT_CHARACTERS = 1_048_576;
/** Deeper nesting could overflow the stack that jq's parser has in WebAssembly. */
const MAX_DEPTH = 100;
/**
 * Whether a program means the same among others. One whose brackets do not match could close those around it, and
 * one that halts would end the others, too.
 */
function canShare(program) {
    if (program.length > MAX_PROGRAM_CHARACTERS || program.includes('\0'))
        return false;
    if (/\b(?:halt|halt_error|import|include|module|__loc__)\b/.test(program))
        return false;
    const { fault, last, depth } = (0,jq_scan/* scanJq */.x)(program);
    return fault === null && last !== -1 && program[last] !== ';' && depth <= MAX_DEPTH;
}
/** Pairs in runs of jq: a program that has several inputs is compiled once. @param pairs no two of them equal */
function batchesOf(pairs) {
    const batches = [];
    let open = [];
    let [programs, inputs] = [0, 0];
    const close = () => {
        if (open.length > 0)
            batches.push(batchOf(open));
        [open, programs, inputs] = [[], 0, 0];
    };
    for (const [program, group] of byProgram(pairs)) {
        if (programs + program.length > MAX_PROGRAM_CHARACTERS)
            close();
        programs += program.length;
        for (const pair of group) {
            if (open.length === MAX_PAIRS || inputs + pair.input.length > MAX_INPUT_CHARACTERS) {
                close();
                programs = program.length;
            }
            inputs += pair.input.length;
            open.push(pair);
        }
    }
    close();
    return batches;
}
function byProgram(pairs) {
    const groups = new Map();
    for (const pair of pairs) {
        const group = groups.get(pair.program);
        if (group === undefined)
            groups.set(pair.program, [pair]);
        else
            group.push(pair);
    }
    return groups;
}
function batchOf(pairs) {
    const groups = [...byProgram(pairs)];
    // The blank line ends a comment whose last line ends in a backslash.
    const programs = groups.map(([program], at) => `(.[${at}][]|try {r:[(\n${program}\n\n)|tojson]} catch {e:.})`);
    const inputs = groups.map(([, group]) => `[${group.map(({ input }) => input).join(',')}]`);
    return {
        task: { program: programs.join(',\n'), input: `[${inputs.join(',')}]` },
        pairs: groups.flatMap(([, group]) => group)
    };
}
/** Reads what a batch has printed, in the order of its pairs; null when that is not one line for each pair. */
function resultsIn({ pairs }, stdout) {
    const lines = stdout.split('\n').filter((line) => line !== '');
    if (lines.length !== pairs.length)
        return null;
    return lines.map((line) => {
        const { r, e } = JSON.parse(line);
        return r === undefined ? { kind: 'error', message: errorText(e) } : { kind: 'results', results: r };
    });
}
/** As jq itself prints an error that is no text. */
function errorText(error) {
    return typeof error === 'string' ? error : `(not a string): ${JSON.stringify(error)}`;
}
/** What a program that was run by itself gave. */
function resultOf({ stdout, stderr, exitCode }) {
    if (exitCode === 0)
        return { kind: 'results', results: stdout.split('\n').filter((line) => line !== '') };
    const [first = ''] = stderr.split('\n').filter((line) => !line.startsWith('["DEBUG:"'));
    return {
        kind: 'error',
        message: first.replace(/^jq: error(?: \(at [^)]*\))?(?:: | (?=\())/, '') || 'jq failed'
    };
}

// EXTERNAL MODULE: ./lib/jq/run.js
var run = __webpack_require__(8748);
;// CONCATENATED MODULE: ./lib/jq/answers.js


/** How long all programs of one run of the tests may take together, in milliseconds. */
const ALL_MS = 60_000;
/** What is remembered, in characters of programs, inputs and results. */
const MEMORY = 32 * 1024 * 1024;
/** A program that was too late for so many inputs is not tried with another one. */
const MAX_LATE = 3;
/** Runs programs in batches, each pair of program and input once. */
function createJqAnswers(runner = (0,run/* createJqRunner */.i)({ all: ALL_MS })) {
    const answers = new Answers(runner);
    return { answer: (asked) => answers.answer(asked), close: () => runner.close() };
}
class Answers {
    runner;
    known = new Map();
    size = 0;
    /** How often each program was late or took too much memory. */
    late = new Map();
    /** Programs that failed among others, for which they are run by themselves. */
    alone = new Set();
    constructor(runner) {
        this.runner = runner;
    }
    async answer(asked) {
        const found = new Map();
        const open = new Map();
        for (const pair of asked) {
            const key = keyOf(pair);
            const outcome = this.known.get(key);
            if (outcome === undefined)
                open.set(key, pair);
            else
                found.set(key, outcome);
        }
        const keep = (pair, outcome) => {
            const key = keyOf(pair);
            found.set(key, outcome);
            this.remember(key, outcome);
        };
        await this.run([...open.values()], keep);
        return asked.map((pair) => found.get(keyOf(pair)) ?? NOT_RUN);
    }
    async run(pairs, keep) {
        const isShared = new Set(pairs.filter(({ program }) => !this.alone.has(program) && canShare(program)));
        const rest = pairs.filter((pair) => !isShared.has(pair));
        for (const batch of batchesOf([...isShared])) {
            const results = await this.batch(batch);
            if (results === null)
                rest.push(...batch.pairs);
            for (const [at, result] of results?.entries() ?? []) {
                const pair = batch.pairs[at];
                if (pair !== undefined)
                    keep(pair, outcomeOf(result));
            }
        }
        for (const pair of rest)
            keep(pair, await this.single(pair));
    }
    /** null where the run as a whole came to nothing, so that each pair has to be run by itself. */
    async batch(batch) {
        if (batch.pairs.length === 1)
            return null;
        const answer = await this.ask(batch.task.program, batch.task.input);
        return answer.kind === 'done' && answer.exitCode === 0 ? resultsIn(batch, answer.stdout) : null;
    }
    async single({ program, input }) {
        const late = this.late.get(program) ?? 0;
        if (late >= MAX_LATE)
            return notRun('late');
        const answer = await this.ask(program, input);
        if (answer.kind === 'done') {
            // What does not compile would spoil every batch that it is in.
            if (answer.exitCode === 3)
                this.alone.add(program);
            return outcomeOf(resultOf(answer));
        }
        if (answer.why === 'late' || answer.why === 'memory') {
            this.late.set(program, late + 1);
            this.alone.add(program);
        }
        return notRun(answer.why);
    }
    async ask(program, input) {
        const [answer] = await this.runner.run([{ program, input }]);
        return answer ?? { kind: 'not-run', why: 'broken' };
    }
    /** The oldest are forgotten first. */
    remember(key, outcome) {
        if (outcome.kind === 'stop')
            return;
        this.known.set(key, outcome);
        this.size += sizeOf(key, outcome);
        for (const [oldest, old] of this.known) {
            if (this.size <= MEMORY)
                return;
            this.known.delete(oldest);
            this.size -= sizeOf(oldest, old);
        }
    }
}
/** No two pairs have one key: the length says where the program ends. */
function keyOf({ program, input }) {
    return `${program.length} ${program}${input}`;
}
function sizeOf(key, outcome) {
    const results = outcome.kind === 'jq' ? outcome.results : [];
    return results.reduce((sum, { length }) => sum + length, key.length);
}
function outcomeOf(result) {
    if (result.kind === 'results')
        return { kind: 'jq', results: result.results };
    return { kind: 'error', Error: null, Cause: result.message };
}
const WHY = {
    late: 'it took longer than 2 s',
    memory: 'it took too much memory',
    'no-time': 'the jq programs of the tests before it have used all the time that there is',
    broken: 'jq broke down over it',
    unavailable: 'there is no jq here'
};
function notRun(why) {
    return { kind: 'stop', reason: `the jq program was not run to its end: ${WHY[why]}` };
}
const NOT_RUN = notRun('broken');

// EXTERNAL MODULE: ./lib/worker/bounded-worker.js
var bounded_worker = __webpack_require__(5654);
;// CONCATENATED MODULE: ./lib/jq/flow-engine.js


/** Milliseconds that one regular expression may take. */
const REGEX_MS = 1_000;
/** Regular expressions of one run that were late; those after them are not tried. */
const MOST_LATE = 5;
/** Runs jq and regular expressions of flow tests, each in a thread of its own that is ended when it takes too long. */
function createFlowEngine() {
    const jq = createJqAnswers();
    const regex = new Regexes();
    return {
        async answer(asked) {
            const programs = asked.filter((question) => question.kind === 'jq');
            const [outcomes, matches] = await Promise.all([
                jq.answer(programs),
                regex.answer(asked.filter((question) => question.kind === 'regex'))
            ]);
            const [outcomesLeft, matchesLeft] = [outcomes.values(), matches.values()];
            return asked.map((question) => {
                if (question.kind === 'jq')
                    return { kind: 'jq', outcome: next(outcomesLeft) };
                return next(matchesLeft);
            });
        },
        async close() {
            await Promise.all([jq.close(), regex.close()]);
        }
    };
}
function next(values) {
    const { value } = values.next();
    if (value === undefined)
        throw new Error('a question has no answer');
    return value;
}
/** Remembers what it was asked: the rows of a case ask the same again. */
class Regexes {
    worker = new bounded_worker/* BoundedWorker */.G('regex');
    known = new Map();
    late = 0;
    async answer(asked) {
        const answers = [];
        for (const { pattern, text } of asked)
            answers.push(await this.answerOne(pattern, text));
        return answers;
    }
    async close() {
        await this.worker.close();
    }
    async answerOne(pattern, text) {
        const key = JSON.stringify([pattern, text]);
        const known = this.known.get(key);
        if (known !== undefined)
            return known;
        if (this.late >= MOST_LATE)
            return LATE;
        const answer = await this.worker.ask({ pattern, flags: 'u', text }, REGEX_MS);
        if (answer.kind === 'unavailable')
            throw new Error(`regular expressions cannot be run: ${answer.message}`);
        if (answer.kind !== 'done')
            this.late += 1;
        const found = answer.kind === 'done' ? { kind: 'regex', matches: answer.output.match !== null, late: false } : LATE;
        this.known.set(key, found);
        return found;
    }
}
const LATE = { kind: 'regex', matches: false, late: true };


/***/ })

};
