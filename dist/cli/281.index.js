export const id = 281;
export const ids = [281];
export const modules = {

/***/ 7281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

;// CONCATENATED MODULE: ./lib/registry/breaker.js
/** A registry that keeps everybody waiting for so long without one answer is given up: milliseconds. */
const LONGEST_SILENCE = 60_000;
/**
 * Tells a dead registry from a flaky request: it opens when so many attempts in a row, over all requests of one
 * kind, met a network error or a 5xx, and when nothing but timeouts came back for a minute. An answer closes it.
 */
class Breaker {
    failures = 0;
    silentSince = null;
    silence = 0;
    threshold;
    /**
     * A single request makes 4 attempts and a short outage fails every request in flight once or twice: the
     * threshold of 8, or 3 rounds of all requests in flight, is above both.
     */
    constructor(maxParallel) {
        this.threshold = Math.max(8, 3 * maxParallel);
    }
    get open() {
        return this.why !== null;
    }
    /** Why nothing more is to be sent, for "the registry …"; null while it is closed. */
    get why() {
        if (this.silence >= LONGEST_SILENCE)
            return `gave no answer for ${Math.round(this.silence / 1000)} s`;
        return this.failures >= this.threshold ? `failed ${this.failures} times in a row` : null;
    }
    /** An attempt got a 5xx or lost its connection. */
    failed() {
        this.failures++;
    }
    /** An attempt waited from one moment to the other, in milliseconds since the epoch, and got nothing. */
    timedOut(from, to) {
        this.failures++;
        this.silentSince ??= from;
        this.silence = to - this.silentSince;
    }
    answered() {
        this.failures = 0;
        this.silentSince = null;
        this.silence = 0;
    }
}

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var bundle_json = __webpack_require__(7646);
;// CONCATENATED MODULE: ./lib/registry/error-body.js
function readErrorBody(answer) {
    if (answer.body.byteLength === 0)
        return { kind: 'empty', code: null, detail: '' };
    if (isHtml(answer))
        return { kind: 'html', code: null, detail: '' };
    const json = decodeJson(answer.body);
    if (json === undefined)
        return { kind: 'text', code: null, detail: new TextDecoder().decode(answer.body) };
    return readJsonError(json);
}
/** Whether an answer is a web page: by its type, or by its first character. */
function isHtml(answer) {
    if (/\bx?html\b/i.test(answer.headers['content-type'] ?? ''))
        return true;
    return /^\s*<[!a-z?]/i.test(new TextDecoder().decode(answer.body.subarray(0, 200)));
}
/** JSON in strict UTF-8; undefined for anything else. */
function decodeJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
}
function readJsonError(json) {
    if (json === null || typeof json !== 'object' || Array.isArray(json)) {
        return { kind: 'json', code: null, detail: typeof json === 'string' ? json : '' };
    }
    const { errors, message, description, error } = json;
    if (!Array.isArray(errors) && typeof message !== 'string') {
        const detail = [description, error].find((text) => typeof text === 'string') ?? '';
        return { kind: 'json', code: null, detail };
    }
    const entries = Array.isArray(errors) ? errors : [];
    const details = new Set(entries.map((entry) => textOf(entry, 'detail')).filter((detail) => detail !== ''));
    if (details.size === 0 && typeof message === 'string')
        details.add(message);
    const code = entries.map((entry) => textOf(entry, 'code')).find((text) => text !== '');
    return { kind: 'api', code: code ?? null, detail: [...details].join('; ') };
}
function textOf(entry, key) {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry))
        return '';
    const value = entry[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

;// CONCATENATED MODULE: ./lib/registry/reads.js


const REGISTRY_PATH = '/api/services/zis/registry';
/** A request that changes nothing. */
function readCall(operation, subject, path) {
    return { operation, subject, write: false, repeatable: true, method: 'GET', path, body: null };
}
/** The JSON object that a successful answer holds; a RegistryError of kind `unexpected` for anything else. */
function answeredObject(api, call, answer) {
    const unexpected = (what) => api.failures.unexpected(call, answer, what);
    if (answer.fault === 'too-large')
        throw unexpected('a body of more than 20 MB');
    if (answer.fault === 'cut')
        throw unexpected('a body that ends too early');
    if (answer.body.byteLength === 0)
        throw unexpected('an empty body');
    const json = decodeJson(answer.body);
    if (json === undefined)
        throw unexpected('a body that is not JSON in UTF-8, or is cut');
    if (!(0,bundle_json/* isObject */.Gv)(json))
        throw unexpected('JSON that is not an object');
    return json;
}
/** An entry that does not say whose it is belongs to the integration that was asked for. */
function isForeign(entry, integration) {
    return entry.integration !== undefined && entry.integration !== null && entry.integration !== integration;
}

;// CONCATENATED MODULE: ./lib/registry/pages.js



/** The most that the API gives at a time (API reference, List Bundles). */
const PAGE_SIZE = 100;
/** 100,000 entries: no account has as many, but a list whose cursors never end has. */
const MOST_PAGES = 1000;
/**
 * All entries of a cursor-paged list, checked to be objects. Cursors are opaque: the reference calls them
 * integers and shows UUIDs. A `meta.after` on the last page means nothing, `has_more` decides.
 *
 * @returns null when there is no such list
 * @throws RegistryError kind `unexpected` for a list that is not as documented or never ends
 */
async function listAll(api, listing) {
    const entries = [];
    const cursors = new Set();
    for (let cursor = null;;) {
        const call = pageOf(listing.call, cursor);
        const answer = await api.sender.send(call);
        if (cursor === null && saysAbsent(answer, listing))
            return null;
        if (answer.status >= 300)
            throw api.sender.refusal(call, answer);
        const page = answeredObject(api, call, answer);
        const unexpected = (what) => api.failures.unexpected(call, answer, what);
        const found = entriesOf(page[listing.key], (what) => unexpected(`a page whose ${listing.key} ${what}`));
        for (const entry of found)
            entries.push(entry);
        const next = nextCursor(page.meta, unexpected);
        if (next === null)
            return entries;
        if (cursors.has(next))
            throw unexpected('a cursor that it gave before: the list would never end');
        if (cursors.size >= MOST_PAGES)
            throw unexpected(`more than ${MOST_PAGES} pages`);
        cursors.add(next);
        cursor = next;
    }
}
function pageOf(call, cursor) {
    const after = cursor === null ? '' : `&page%5Bafter%5D=${encodeURIComponent(cursor)}`;
    return { ...call, path: `${call.path}?page%5Bsize%5D=${PAGE_SIZE}${after}` };
}
/** A list that not every account serves may be refused in any words; any other must say so as the API does. */
function saysAbsent(answer, { absent, optional = false }) {
    return absent.includes(answer.status) && (optional || readErrorBody(answer).kind === 'api');
}
function entriesOf(value, unexpected) {
    if (value === undefined)
        throw unexpected('is missing');
    if (!Array.isArray(value))
        throw unexpected('is not an array');
    if (!value.every(bundle_json/* isObject */.Gv))
        throw unexpected('holds an entry that is not an object');
    return value;
}
/** A page without `meta` is the last one. */
function nextCursor(meta, unexpected) {
    if (meta === undefined || meta === null)
        return null;
    if (!(0,bundle_json/* isObject */.Gv)(meta))
        throw unexpected('a page whose meta is not an object');
    const { has_more: more, after } = meta;
    if (more === undefined || more === false)
        return null;
    if (more !== true)
        throw unexpected('a page whose meta.has_more is neither true nor false');
    if (typeof after === 'number')
        return String(after);
    if (typeof after !== 'string' || after === '')
        throw unexpected('a page that has more, but no meta.after');
    return after;
}

;// CONCATENATED MODULE: ./lib/registry/bundles.js



/** The four endpoints of the Bundles API reference. */
function bundleEndpoints(api) {
    return {
        async list(integration) {
            const call = readCall('list bundles of', integration, bundlesPath(integration));
            const entries = await listAll(api, { call, key: 'bundles', absent: [404] });
            return entries?.map((entry) => summaryOf(api, call, integration, entry)) ?? null;
        },
        async show(integration, uuid) {
            const call = readCall('show bundle', `${integration}/${uuid}`, bundlePath(integration, uuid));
            const answer = await api.sender.send(call);
            // The reference lists no 404 here, so that its body is not known either.
            if (answer.status === 404)
                return null;
            if (answer.status >= 300)
                throw api.sender.refusal(call, answer);
            const bundle = answeredObject(api, call, answer);
            const fault = faultOf(bundle, integration, uuid);
            if (fault !== null)
                throw api.failures.unexpected(call, answer, fault);
            return bundle;
        },
        async upload(integration, bundle) {
            const call = {
                operation: 'upload bundle',
                subject: `${integration}/${typeof bundle.name === 'string' ? bundle.name : ''}`,
                write: true,
                // Whoever knows what is registered now can tell whether it has to be sent again; here nobody does.
                repeatable: false,
                method: 'POST',
                path: bundlesPath(integration),
                body: JSON.stringify(bundle)
            };
            const answer = await api.sender.send(call);
            if (answer.status >= 300)
                throw api.sender.refusal(call, answer);
        },
        async delete(integration, uuid) {
            const call = {
                operation: 'delete bundle',
                subject: `${integration}/${uuid}`,
                write: true,
                repeatable: true,
                method: 'DELETE',
                path: bundlePath(integration, uuid),
                body: null
            };
            const answer = await api.sender.send(call);
            if (answer.status >= 300 && answer.status !== 404)
                throw api.sender.refusal(call, answer);
        }
    };
}
function summaryOf(api, call, integration, entry) {
    const { uuid, name } = entry;
    const fault = (what) => api.failures.malformed(call, `a list in which ${what}`);
    if (typeof uuid !== 'string' || uuid === '')
        throw fault('a bundle has no uuid');
    if (typeof name !== 'string' || name === '')
        throw fault(`bundle ${uuid} has no name`);
    if (isForeign(entry, integration))
        throw fault(`bundle ${uuid} belongs to another integration`);
    return { uuid, name, integration };
}
/** What makes an answer something other than the bundle asked for; null when nothing does. */
function faultOf(bundle, integration, uuid) {
    if (typeof bundle.name !== 'string')
        return 'a bundle without a name';
    if (!(0,bundle_json/* isObject */.Gv)(bundle.resources))
        return 'a bundle without resources';
    if (typeof bundle.uuid === 'string' && bundle.uuid.toLowerCase() !== uuid.toLowerCase())
        return 'another bundle';
    if (isForeign(bundle, integration))
        return 'a bundle of another integration';
    return null;
}
function bundlesPath(integration) {
    return `${REGISTRY_PATH}/${encodeURIComponent(integration)}/bundles`;
}
function bundlePath(integration, uuid) {
    return `${bundlesPath(integration)}/${encodeURIComponent(uuid)}`;
}

// EXTERNAL MODULE: ./lib/registry/credentials.js
var registry_credentials = __webpack_require__(6097);
// EXTERNAL MODULE: ./lib/registry/errors.js
var errors = __webpack_require__(228);
;// CONCATENATED MODULE: ./lib/registry/quote.js
const LONGEST_QUOTE = 300;
/** Control characters, and those that hide or reorder the text around them. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SHORT_ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/**
 * A foreign text made fit for a message: without this run's credentials, invisible characters written as
 * escapes, at most 300 characters long.
 */
function quotable(text, scrub) {
    const visible = scrub(text.trim()).replace(INVISIBLE, (found) => SHORT_ESCAPES[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (visible.length <= LONGEST_QUOTE)
        return visible;
    return `${visible.slice(0, LONGEST_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

;// CONCATENATED MODULE: ./lib/registry/refusals.js
/**
 * The registry's refusals in a user's words. "Integration mismatch", "invalid integration key" and
 * "duplicated resources" are in Zendesk's "Fixing common ZIS errors"; the others were observed in the field.
 */
const REFUSALS = [
    {
        words: /oauth being disabled/i,
        cause: 'the registry takes no OAuth token for this request',
        hint: 'Give email and api-token instead of oauth-token: OAuth is documented for listing, showing and deleting bundles, not for uploads.'
    },
    {
        words: /integration mismatch/i,
        cause: 'the OAuth token belongs to another integration, or no integration is registered under exactly this name',
        hint: 'Use a token of the OAuth client zis_<integration>, and check that the integration exists and is spelt alike, letter case included.'
    },
    {
        words: /not available for upsert by this account/i,
        cause: 'another Zendesk account owns this integration name',
        hint: 'Integration names are unique among all Zendesk accounts: choose another one, or check the subdomain.'
    },
    {
        words: /only admin user is allowed/i,
        cause: 'the user of these credentials is not an administrator of the account',
        hint: 'Use the credentials of an administrator: the ZIS Registry serves nobody else.'
    },
    {
        words: /api token is not supported/i,
        cause: 'the registry takes no API token for this request',
        hint: 'Use an oauth-token of the OAuth client zis_<integration> for this request.'
    },
    {
        words: /authentication failed|couldn['’]t authenticate/i,
        cause: 'the credentials are missing, expired, revoked or mistyped',
        hint: 'Check email, api-token or oauth-token and the subdomain; make a new token when in doubt, and check that token access is on in the account.'
    },
    {
        words: /invalid integration key/i,
        cause: 'the integration name is not one that ZIS takes',
        hint: 'Use 1 to 64 lower-case letters, digits, dashes and underscores.'
    },
    {
        words: /duplicated resources/i,
        cause: 'a resource name is used twice, in this bundle or in another bundle of the integration',
        hint: 'Give every resource a properties.name of its own within the integration; a bundle that was renamed must be deleted under its old name first.'
    },
    {
        words: /\bAnd is required\b/i,
        cause: 'a Choice state uses a comparison that ZIS does not know, such as StringMatches',
        hint: 'Use a comparison that ZIS documents, such as StringEquals, or compare in a Jq action beforehand.'
    },
    {
        words: /job specs? is invalid/i,
        cause: 'the job spec is not in a bundle that is registered now',
        hint: 'Check that the upload of its bundle succeeded and that the job spec has exactly this name.'
    }
];

;// CONCATENATED MODULE: ./lib/registry/failures.js




const RUN_AGAIN = 'Run the step again later: what has been done is found and not done twice.';
const READ_BACK = 'Read the registry to see whether it took effect; running the step again does so and is safe.';
const CHECK_URL = 'Check subdomain and registry-url: something other than the ZIS Registry may be answering.';
/** Puts what went wrong into words, with all foreign text made fit to be shown. */
class Failures {
    scrub;
    constructor(scrub) {
        this.scrub = scrub;
    }
    /** An answer that does not do what the operation asked for, judged by its status. */
    answered(operation, answer) {
        const { status } = answer;
        if (status >= 300 && status < 400)
            return this.redirected(operation, answer);
        if (status < 400)
            return this.unexpected(operation, answer, 'a status that the API does not document');
        const body = readErrorBody(answer);
        if (status === 404 && body.kind !== 'api') {
            return this.unexpected(operation, answer, `${article(body)}, where the API answers in JSON`);
        }
        const rejected = status === 401 || status === 403;
        return this.error({ ...this.facts(operation, status, body), kind: rejected ? 'credentials-rejected' : 'rejected' }, `the registry ${rejected ? 'rejected the credentials' : 'refused the request'} with ${this.words(status, body)}`, rejected ? 'Check the credentials, that their user is an administrator, and the subdomain.' : '', body.detail);
    }
    /** The operation was given up for lack of a usable answer. */
    gaveUp(operation, { why, last, uncertain }) {
        const body = last === null ? null : readErrorBody(last);
        const facts = last === null || body === null
            ? { operation, status: null, code: null, detail: '' }
            : this.facts(operation, last.status, body);
        const doubt = uncertain ? '; whether it took effect is not known' : '';
        return this.error({ ...facts, kind: uncertain ? 'uncertain' : 'unavailable' }, `${why}${doubt}`, uncertain ? READ_BACK : RUN_AGAIN);
    }
    /** The operation was called off before it was sent. */
    interrupted(operation) {
        const facts = { kind: 'interrupted', operation, status: null, code: null, detail: '' };
        return this.error(facts, 'it was interrupted before this was sent', RUN_AGAIN);
    }
    /** The status of an error answer and what its body says, for a sentence. */
    words(status, body) {
        if (body.kind === 'html' || body.kind === 'empty' || body.detail === '')
            return `${status} and ${article(body)}`;
        return `${status} "${quotable(body.detail, this.scrub)}"`;
    }
    /** @param what what came in place of what the API documents */
    unexpected(operation, answer, what) {
        const found = isHtml(answer) && !what.includes('HTML') ? `an HTML page; ${what}` : what;
        return this.error({ kind: 'unexpected', operation, status: answer.status, code: null, detail: '' }, `the registry answered ${answer.status} with ${found}`, CHECK_URL);
    }
    /** JSON in an answer that was otherwise as documented. @param what what it holds, foreign text included */
    malformed(operation, what) {
        return this.error({ kind: 'unexpected', operation, status: 200, code: null, detail: '' }, `the registry answered with ${quotable(what, this.scrub)}`, CHECK_URL);
    }
    /**
     * Only the host of the target is named: its query may hold anything. Scrubbed before it is parsed, since
     * the parser changes letter case.
     */
    redirected(operation, answer) {
        const location = this.scrub(answer.headers.location ?? '');
        const base = 'https://same-host.invalid';
        const host = URL.canParse(location, base) ? new URL(location, base).host : 'an unreadable address';
        const target = location === '' || host === new URL(base).host ? 'another path' : quotable(host, this.scrub);
        return this.unexpected(operation, answer, `a redirect to ${target}, which was not followed`);
    }
    facts(operation, status, body) {
        return {
            operation,
            status,
            code: body.code === null ? null : quotable(body.code, this.scrub),
            detail: quotable(body.detail, this.scrub)
        };
    }
    error(facts, what, hint, foreign = '') {
        const { operation, subject } = facts.operation;
        const known = REFUSALS.find(({ words }) => words.test(foreign));
        const cause = known === undefined ? '' : `: ${known.cause}`;
        const message = this.scrub(`Could not ${operation} ${quotable(subject, this.scrub)}: ${what}${cause}.`);
        return new errors/* RegistryError */.g(facts, message, known?.hint ?? (hint === '' ? defaultHint(facts) : hint));
    }
}
function defaultHint({ status, operation }) {
    if (status === 404)
        return 'Check that the integration exists in this account and is spelt alike, letter case included.';
    return operation.write
        ? 'Mend what the registry names, then run the step again.'
        : 'Check the integration name, the subdomain and the registry-url.';
}
function article(body) {
    const words = {
        api: 'no explanation',
        json: 'other JSON than the API documents',
        html: 'an HTML page',
        text: 'plain text',
        empty: 'an empty body'
    };
    return words[body.kind];
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
;// CONCATENATED MODULE: ./lib/registry/http.js



/** No answer came. */
class NoAnswer extends Error {
    sent;
    timedOut;
    /**
     * @param sent     whether the request may have reached the registry
     * @param timedOut whether it was called off after the time it was given
     */
    constructor(sent, message, timedOut = false) {
        super(message);
        this.sent = sent;
        this.timedOut = timedOut;
    }
}
/** Far above any page of 100 summaries or any bundle (which are some 10 to 50 KB). */
const LARGEST_BODY = 20 * 1024 * 1024;
/**
 * Requests to one origin over one keep-alive client, through the proxy of the environment as
 * @actions/http-client honours it. The raw request is used, not the client's own loop: that one follows
 * redirects, and knows an idle timeout only and no way to call a request off.
 */
function createHttp({ baseUrl, authorization, maxParallel, userAgent }) {
    const client = new lib/* HttpClient */.Qq(userAgent, [], {
        allowRedirects: false,
        keepAlive: true,
        maxSockets: maxParallel
    });
    const base = new URL(baseUrl);
    const prefix = base.pathname.replace(/\/$/, '');
    const [httpModule, defaultPort] = base.protocol === 'https:' ? [external_node_https_namespaceObject, 443] : [external_node_http_namespaceObject, 80];
    return {
        async send({ method, path, body }, timeoutMs) {
            const timer = new Timer(timeoutMs);
            try {
                const options = {
                    method,
                    path: prefix + path,
                    headers: {
                        accept: 'application/json',
                        authorization,
                        'user-agent': userAgent,
                        ...(body === null ? {} : { 'content-type': 'application/json' })
                    },
                    // Without the brackets of an IPv6 address, which the resolver does not know.
                    host: base.hostname.replace(/^\[(.*)\]$/, '$1'),
                    port: base.port === '' ? defaultPort : Number(base.port),
                    agent: client.getAgent(baseUrl),
                    signal: timer.signal
                };
                const response = await client.requestRaw({ options, parsedUrl: base, httpModule }, body);
                const answer = await readAnswer(response.message);
                timer.check();
                return answer;
            }
            catch (error) {
                throw noAnswer(error, timer, timeoutMs);
            }
            finally {
                timer.stop();
            }
        }
    };
}
async function readAnswer(message) {
    const chunks = [];
    let size = 0;
    let fault = null;
    try {
        for await (const chunk of message) {
            size += chunk.length;
            if (size > LARGEST_BODY) {
                fault = 'too-large';
                break;
            }
            chunks.push(chunk);
        }
    }
    catch {
        // The status is known by now and counts, whatever becomes of the body.
        fault = 'cut';
    }
    return { status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks), fault };
}
/** Calls a request off after so many milliseconds. */
class Timer {
    controller = new AbortController();
    handle;
    constructor(milliseconds) {
        this.handle = setTimeout(() => {
            this.controller.abort();
        }, milliseconds);
    }
    get signal() {
        return this.controller.signal;
    }
    /** An answer whose body the time cut off is none. */
    check() {
        this.signal.throwIfAborted();
    }
    stop() {
        clearTimeout(this.handle);
    }
}
/** Errors of node's that leave no doubt: no connection, so nothing was sent. */
const NEVER_CONNECTED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);
function noAnswer(error, timer, timeoutMs) {
    if (timer.signal.aborted)
        return new NoAnswer(true, `no answer within ${timeoutMs / 1000} s`, true);
    const { code, syscall, message } = error;
    const connecting = syscall === 'connect' || syscall === 'getaddrinfo';
    const sent = !connecting && !NEVER_CONNECTED.has(code ?? '');
    return new NoAnswer(sent, describe(message, code ?? ''));
}
/** Node's messages mostly hold the code; those of TLS do not, and that of several failed addresses is empty. */
function describe(message, code) {
    if (message === '' || code === '')
        return message + code;
    return message.includes(code) ? message : `${message}, ${code}`;
}

;// CONCATENATED MODULE: ./lib/registry/job-specs.js


/** The list is not in the API reference: these statuses say nothing of the credentials, which other lists have taken. */
const NOT_SERVED = [401, 403, 404, 405];
/**
 * Listing, installing and uninstalling job specs. The list's path and fields are those that Zendesk's own
 * client (zaf-toolbox) uses; the Job Specs API reference documents the other two.
 */
function jobSpecEndpoints(api) {
    return {
        async listJobSpecs(integration) {
            const path = `${REGISTRY_PATH}/${encodeURIComponent(integration)}/job_specs`;
            const call = readCall('list job specs of', integration, path);
            const entries = await listAll(api, { call, key: 'job_specs', absent: NOT_SERVED, optional: true });
            return entries?.map((entry) => statusOf(api, call, integration, entry)) ?? null;
        },
        async installJobSpec(qualifiedName) {
            const call = change('install job spec', 'POST', qualifiedName);
            const answer = await api.sender.send(call);
            // 409: it is installed already (observed in the field).
            if (answer.status >= 300 && answer.status !== 409)
                throw api.sender.refusal(call, answer);
        },
        async uninstallJobSpec(qualifiedName) {
            const call = change('uninstall job spec', 'DELETE', qualifiedName);
            const answer = await api.sender.send(call);
            if (answer.status >= 300 && answer.status !== 404)
                throw api.sender.refusal(call, answer);
        }
    };
}
function statusOf(api, call, integration, entry) {
    const { name, installed } = entry;
    const fault = (what) => api.failures.malformed(call, `a list in which ${what}`);
    if (typeof name !== 'string' || name === '')
        throw fault('a job spec has no name');
    if (typeof installed !== 'boolean')
        throw fault(`job spec ${name} does not say whether it is installed`);
    if (isForeign(entry, integration))
        throw fault(`job spec ${name} belongs to another integration`);
    return { name, integration, installed };
}
function change(operation, method, qualifiedName) {
    const path = `${REGISTRY_PATH}/job_specs/install?job_spec_name=${encodeURIComponent(qualifiedName)}`;
    return { operation, subject: qualifiedName, write: true, repeatable: true, method, path, body: null };
}

// EXTERNAL MODULE: ./lib/limit.js
var limit = __webpack_require__(1104);
;// CONCATENATED MODULE: ./lib/registry/retry.js
/** How often a request is sent at most. */
const ATTEMPTS = 4;
/** A registry that asks for a longer wait than this is given up: milliseconds. */
const LONGEST_RETRY_AFTER = 60_000;
const BACKOFF_BASE = 500;
const BACKOFF_CAP = 10_000;
/**
 * Exponential backoff with full jitter: anything from nothing to 0.5, 1, 2 … seconds, 10 at most.
 *
 * @param attempt the attempt that failed, from 1
 * @param random  from 0 to 1
 * @returns milliseconds
 */
function backoff(attempt, random) {
    return Math.round(random * Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (attempt - 1)));
}
/**
 * What a Retry-After header asks for, in milliseconds; null where there is none that can be read. A date is
 * measured from the answer's own Date, so that a wrong clock on this side does not change the wait.
 *
 * @param now this side's clock, for an answer without a Date
 */
function retryAfter(headers, now) {
    const text = headers['retry-after']?.trim() ?? '';
    if (/^\d+(?:\.\d+)?$/.test(text))
        return Math.ceil(Number(text) * 1000);
    const until = httpDate(text);
    if (until === null)
        return null;
    return Math.max(0, until - (httpDate(headers.date ?? '') ?? now));
}
/** Only dates that name a weekday: Date.parse takes far more than HTTP does, `-5` for one. */
function httpDate(text) {
    const time = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(time) ? null : time;
}

;// CONCATENATED MODULE: ./lib/registry/sender.js




/** Sends calls until they are answered: bounded in number, time and patience. */
class Sender {
    parts;
    rejection = null;
    constructor(parts) {
        this.parts = parts;
    }
    /**
     * The first answer that settles the call: any but 429, 5xx and, for a read, a cut body.
     *
     * @throws RegistryError when there is none
     */
    send(call) {
        return this.parts.limit(() => this.settle(call));
    }
    /** The error for an answer that refuses the call. Rejected credentials end all further writes. */
    refusal(call, answer) {
        const error = this.parts.failures.answered(call, answer);
        if (error.kind === 'credentials-rejected')
            this.rejection ??= error;
        return error;
    }
    async settle(call) {
        let uncertain = false;
        let wasCut = false;
        for (let attempt = 1;; attempt++) {
            this.refusePointless(call, uncertain);
            const start = this.parts.clock.now();
            const outcome = await this.attempt(call, start);
            this.tellBreaker(call, outcome, start);
            // A body that is cut again is cut for a reason: whoever reads the answer says so.
            const judged = this.judge(call, outcome, attempt === ATTEMPTS || wasCut);
            // Within the limit's turn: the next write must already know of it.
            if (!('what' in judged) && call.write && isRejection(judged))
                throw this.refusal(call, judged);
            if (!('what' in judged))
                return judged;
            uncertain ||= call.write && judged.mayHaveWorked;
            wasCut ||= judged.cut;
            const delay = this.delayAfter(call, judged, attempt, uncertain);
            this.debug(`${call.method} ${call.path}: ${judged.what}; attempt ${attempt + 1} in ${delay} ms`);
            await this.parts.clock.sleep(delay);
        }
    }
    refusePointless(call, uncertain) {
        const { breakers, clock, deadline, failures, stopWriting } = this.parts;
        if (call.write && this.rejection !== null)
            throw this.rejection;
        if (call.write && stopWriting?.aborted === true) {
            if (!uncertain)
                throw failures.interrupted(call);
            throw failures.gaveUp(call, { why: 'it was interrupted', last: null, uncertain });
        }
        const dead = breakers.reads.why ?? (call.write ? breakers.writes.why : null);
        if (dead !== null) {
            const why = `the registry ${dead}, so nothing more is sent to it`;
            throw failures.gaveUp(call, { why, last: null, uncertain });
        }
        if (clock.now() >= deadline) {
            throw failures.gaveUp(call, {
                why: 'the time allowed for the registry has run out',
                last: null,
                uncertain
            });
        }
    }
    async attempt(call, start) {
        const { http, clock, timeoutMs, deadline } = this.parts;
        try {
            const answer = await http.send(call, Math.min(timeoutMs, deadline - start));
            this.debug(`${call.method} ${call.path}: ${answer.status} in ${clock.now() - start} ms`);
            return answer;
        }
        catch (error) {
            if (error instanceof NoAnswer)
                return error;
            throw error;
        }
    }
    tellBreaker(call, outcome, start) {
        const { breakers, clock } = this.parts;
        const breaker = call.write ? breakers.writes : breakers.reads;
        if (outcome instanceof NoAnswer) {
            if (outcome.timedOut)
                breaker.timedOut(start, clock.now());
            else
                breaker.failed();
        }
        else if (outcome.status >= 500)
            breaker.failed();
        else
            breaker.answered();
    }
    /** @param takeCut whether a cut body is to be taken as it is */
    judge(call, outcome, takeCut) {
        const { failures, scrub } = this.parts;
        if (outcome instanceof NoAnswer) {
            const what = `did not answer (${quotable(outcome.message, scrub)})`;
            return { what, answer: null, mayHaveWorked: outcome.sent, cut: false };
        }
        const { status } = outcome;
        if (status === 429 || status >= 500) {
            const what = `answered ${failures.words(status, readErrorBody(outcome))}`;
            return { what, answer: outcome, mayHaveWorked: status !== 429, cut: false };
        }
        if (!call.write && !takeCut && isCut(outcome)) {
            return { what: 'sent a cut answer', answer: outcome, mayHaveWorked: false, cut: true };
        }
        return outcome;
    }
    /**
     * How long to wait before the next attempt, in milliseconds.
     *
     * @throws RegistryError when there is to be none
     */
    delayAfter(call, setback, attempt, uncertain) {
        const { clock, deadline, failures } = this.parts;
        const { what, answer } = setback;
        const giveUp = (reason) => failures.gaveUp(call, { why: `the registry ${what}${reason}`, last: answer, uncertain });
        const again = call.repeatable || !setback.mayHaveWorked;
        if (!again || attempt === ATTEMPTS) {
            throw giveUp(attempt === 1 ? '' : `, the last of ${attempt} attempts`);
        }
        const asked = answer === null ? null : retryAfter(answer.headers, clock.now());
        if (asked !== null && asked > LONGEST_RETRY_AFTER) {
            throw giveUp(`, asking for a wait of ${Math.ceil(asked / 1000)} s, more than the ${LONGEST_RETRY_AFTER / 1000} s allowed`);
        }
        const delay = Math.max(asked ?? 0, backoff(attempt, clock.random()));
        if (clock.now() + delay >= deadline)
            throw giveUp(', and the time allowed for it has run out');
        return delay;
    }
    debug(message) {
        this.parts.log.debug(this.parts.scrub(message));
    }
}
function isRejection({ status }) {
    return status === 401 || status === 403;
}
/** A page of HTML is no JSON either, but asking again would not change that. */
function isCut(answer) {
    if (answer.status >= 300 || answer.fault === 'too-large' || isHtml(answer))
        return false;
    return answer.fault === 'cut' || decodeJson(answer.body) === undefined;
}

;// CONCATENATED MODULE: ./lib/registry/client.js








/**
 * The ZIS Registry over HTTP. Reads, deletions and (un)installations are repeated on network errors, 429 and
 * 5xx; an upload only where it certainly was not processed, otherwise it fails with a RegistryError of kind
 * `uncertain` and the caller reads back. Redirects are not followed. Every method throws RegistryErrors only.
 *
 * @throws UserError `invalid-inputs` for credentials that no header can carry
 */
function createRegistry(options) {
    const { baseUrl, credentials, maxParallel, userAgent, clock, log } = options;
    const { timeoutMs = 30_000, deadlineMs = 15 * 60_000, stopWriting = null } = options;
    const scrub = (0,registry_credentials/* scrubber */.ty)(credentials);
    const failures = new Failures(scrub);
    const sender = new Sender({
        http: createHttp({ baseUrl, authorization: (0,registry_credentials/* authorization */.it)(credentials), maxParallel, userAgent }),
        limit: (0,limit/* createLimit */.K)(maxParallel),
        breakers: { reads: new Breaker(maxParallel), writes: new Breaker(maxParallel) },
        failures,
        scrub,
        clock,
        log,
        timeoutMs,
        deadline: clock.now() + deadlineMs,
        stopWriting
    });
    const api = { sender, failures };
    return { ...bundleEndpoints(api), ...jobSpecEndpoints(api) };
}


/***/ })

};
