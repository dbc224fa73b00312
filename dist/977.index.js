export const id = 977;
export const ids = [977,613];
export const modules = {

/***/ 1504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ze: () => (/* binding */ DEFAULT_KEYS),
  DS: () => (/* binding */ casesOf),
  Vb: () => (/* binding */ nameOf)
});

// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
// EXTERNAL MODULE: ./lib/flow-tests/values.js
var values = __webpack_require__(5371);
;// CONCATENATED MODULE: ./lib/flow-tests/columns.js

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
        if (!this.budget.values(1))
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
            return this.budget.text(shown.length) ? shown : found;
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

// EXTERNAL MODULE: ./lib/flow-tests/fields.js
var fields = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lib/flow-tests/cases.js




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
/** The cases with their defaults, one for each row, under the names by which they are known. */
function casesOf(cases, defaults, making) {
    const { budget, problems } = making;
    const all = [];
    const names = new Map();
    const listed = (0,fields/* itemsOf */.S3)(cases, 'cases', problems);
    if (cases.type === 'array' && listed.length === 0)
        problems.warning(cases, 'the file has no case', 'Write one, or delete the file.');
    for (const each of listed) {
        if ((0,fields/* membersOf */.lS)(each, 'a case', CASE_KEYS, problems) === null)
            continue;
        const rows = withRows(withDefaults(each, defaults, budget), making);
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
            problems.error(each, 'the cases make too much data', 'Leave out rows, or shorten the defaults.');
            break;
        }
    }
    return all;
}
/** A case over its defaults. What says how the case starts is taken from one of them only. */
function withDefaults(node, defaults, budget) {
    if (defaults === null)
        return node;
    const has = (name) => node.properties.has(name);
    const dropped = has('document') ? ['event', 'with'] : has('event') || has('with') ? ['document'] : [];
    const kept = defaults.properties.nodes.filter(({ name }) => !dropped.includes(name));
    const merge = (base, over) => budget.values(base.properties.size + over.properties.size) ? (0,values/* mergeDeep */.D9)(base, over, merge) : over;
    budget.values(kept.length + node.properties.size);
    return (0,values/* mergeNodes */.Ur)((0,values/* objectOfMembers */.Qi)(kept, null, node), node, (base, over) => {
        if (over.name === 'mocks' && base.type === 'object' && over.type === 'object')
            return (0,values/* mergeNodes */.Ur)(base, over, (_, mock) => mock);
        const isOtherFile = over.name === 'event' && (base.properties.has('file') || over.properties.has('file'));
        const isOtherList = base.properties.has('order') !== over.properties.has('order');
        return isOtherFile || isOtherList ? over : merge(base, over);
    });
}
/** The case once for each row of its `each`; the case itself where it has none. */
function withRows(node, { budget, problems }) {
    const each = node.properties.get('each');
    if (each === undefined)
        return [node];
    const rows = (0,fields/* itemsOf */.S3)(each, 'each', problems).flatMap((row) => rowOf(row, { budget, problems }));
    if (each.type === 'array' && each.items.length === 0)
        problems.error(each, 'each has no rows', 'Each row is an object, {column: value}.');
    const pattern = (0,values/* objectOfMembers */.Qi)(node.properties.nodes.filter(({ name }) => name !== 'each'), null, node);
    const filled = rows.map(({ row }) => row.fill(pattern));
    checkColumns(rows, problems);
    return filled;
}
function rowOf(node, { budget, problems }) {
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
/** The name of a case; null when it has none. */
function nameOf(node) {
    const name = node.properties.get('name')?.value;
    return typeof name === 'string' && name.trim() !== '' ? name : null;
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

/***/ 7440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ ReadingBudget)
/* harmony export */ });
/** What a value costs besides its text. */
const VALUE_SIZE = 20;
/** What the rows of one file may make, in characters; its values cost some more. */
const OF_ONE_FILE = 20_000_000;
/** What the cases of all files of a run may make. */
const TOGETHER = 60_000_000;
/**
 * Bounds what cases are made of: rows, defaults put under cases, events with their changes. A short file can stand
 * for more than the memory holds, as can many files together.
 */
class ReadingBudget {
    left;
    together;
    known = new WeakMap();
    constructor(left = TOGETHER, together = null) {
        this.left = left;
        this.together = together;
    }
    /** The budget of one file, which is a part of this one. */
    ofOneFile() {
        return new ReadingBudget(OF_ONE_FILE, this);
    }
    get isSpent() {
        return this.left < 0 || this.together?.isSpent === true;
    }
    /** @param characters of text that is made @returns whether there is enough left */
    text(characters) {
        this.left -= characters;
        this.together?.text(characters);
        return !this.isSpent;
    }
    /** @param count of values that are made @returns whether there is enough left */
    values(count) {
        return this.text(count * VALUE_SIZE);
    }
    /** Counts a value with all that is within it. @returns whether there is enough left */
    tree(node) {
        return this.values(this.sizeOf(node));
    }
    sizeOf(node) {
        let size = this.known.get(node);
        if (size === undefined) {
            const inner = node.type === 'object' ? node.properties.nodes : node.items;
            size = inner.reduce((sum, each) => sum + this.sizeOf(each), 1);
            this.known.set(node, size);
        }
        return size;
    }
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

/***/ 8495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vj: () => (/* binding */ eventFilesIn),
  GM: () => (/* binding */ readAccount),
  H6: () => (/* binding */ readStart)
});

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var json = __webpack_require__(7161);
// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
// EXTERNAL MODULE: ./lib/flow-tests/fields.js
var fields = __webpack_require__(3387);
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

// EXTERNAL MODULE: ./lib/flow-tests/values.js
var values = __webpack_require__(5371);
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
        input: extra === undefined ? input : (0,values/* mergeValues */.D3)(input, extra.value, (count) => options.budget.values(count)),
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
    const input = inputOf(found.value);
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
/** Objects are merged, with `member` at each of their members; everything else is replaced. */
function mergeDeep(base, over, member) {
    if (base.type !== 'object' || over.type !== 'object' || isMatcher(base) || isMatcher(over))
        return over;
    return mergeNodes(base, over, member);
}
/**
 * Plain objects are merged at every depth, everything else is replaced.
 *
 * @param mayMake is asked with a count of values before they are made; where it says no, they are not
 */
function mergeValues(base, over, mayMake) {
    if (!(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(base) || !(0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(over) || !mayMake(Object.keys(base).length))
        return over;
    const merged = { ...base };
    for (const [name, value] of Object.entries(over)) {
        (0,_bundle_json_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(merged, name, Object.hasOwn(base, name) ? mergeValues(base[name] ?? null, value, mayMake) : value);
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
