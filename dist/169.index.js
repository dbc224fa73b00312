export const id = 169;
export const ids = [169];
export const modules = {

/***/ 169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

;// CONCATENATED MODULE: ./lib/registry/breaker.js
/** A registry from which nothing but failures came for so long is given up: milliseconds. */
const LONGEST_OUTAGE = 60_000;
/**
 * Tells a registry that is down from a request that fails now and then: it opens when for a minute every attempt of one kind, over all
 * requests, met a network error, a timeout or a 5xx. An answer closes it.
 */
class Breaker {
    failures = 0;
    failingSince = null;
    failingUntil = 0;
    /** Why nothing more is to be sent, for "the registry \u2026"; null while it is closed. */
    get why() {
        if (this.failingSince === null)
            return null;
        const outage = this.failingUntil - this.failingSince;
        if (outage < LONGEST_OUTAGE)
            return null;
        return `failed ${this.failures} times in a row, for ${Math.round(outage / 1000)} s`;
    }
    /** An attempt that was sent at one moment failed at the other, in milliseconds of a clock that goes forward. */
    failed(sentAt, now) {
        this.failures += 1;
        this.failingSince ??= sentAt;
        this.failingUntil = now;
    }
    answered() {
        this.failures = 0;
        this.failingSince = null;
    }
}

// EXTERNAL MODULE: ./lib/bundle/json.js + 3 modules
var bundle_json = __webpack_require__(7161);
// EXTERNAL MODULE: ./lib/bundle/limits.js
var limits = __webpack_require__(1678);
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
    const { errors, message, description, error, error_description: explained } = json;
    // RFC 6749, section 5.2
    if (typeof error === 'string' && typeof explained === 'string') {
        return { kind: 'json', code: error, detail: `${error}: ${explained}` };
    }
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


/**
 * A request that changes nothing.
 *
 * @param integration whose resources it is about; empty where it is about those of the account
 * @param use         whether it completes a write
 */
function readCall({ operation, subject, integration }, path, use = {}) {
    return {
        operation,
        subject,
        integration,
        write: false,
        repeatable: true,
        method: 'GET',
        path,
        body: null,
        ...use
    };
}
/** The JSON object that a successful answer holds; a RegistryError of kind `unexpected` for anything else. */
function answeredObject(failures, call, answer) {
    const unexpected = (what) => failures.unexpected(call, answer, what);
    if (answer.fault === 'too-large')
        throw unexpected('a body of more than 20 MB');
    if (answer.fault === 'encoding')
        throw unexpected('a content encoding that was not asked for');
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
/** All pages of a list together: a summary has some hundred bytes. */
const LARGEST_LIST = 100 * 1024 * 1024;
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
    let bytes = 0;
    for (let cursor = null;;) {
        const call = pageOf(listing.call, cursor);
        const answer = await api.sender.send(call);
        if (cursor === null && (saysAbsent(answer, listing) || listing.saysAbsent?.(answer) === true))
            return null;
        if (answer.status >= 300)
            throw api.sender.refusal(call, answer);
        const page = answeredObject(api.failures, call, answer);
        const unexpected = (what) => api.failures.unexpected(call, answer, what);
        bytes += answer.body.byteLength;
        if (bytes > LARGEST_LIST)
            throw unexpected('a list of more than 100 MB');
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
    // A firewall's page says nothing of what the account serves.
    if (!absent.includes(answer.status) || (answer.status === 403 && isHtml(answer)))
        return false;
    return optional || readErrorBody(answer).kind === 'api';
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

// EXTERNAL MODULE: ./lib/bundle/model.js + 1 modules
var model = __webpack_require__(3850);
;// CONCATENATED MODULE: ./lib/registry/paths.js

/**
 * The paths of the registry's endpoints. What stands in them comes from files, from earlier commits and from the
 * registry's own lists: only what has the documented form gets into a URL, and so no `..` leads to another endpoint.
 */
const REGISTRY_PATH = '/api/services/zis/registry';
/** UUIDs, says the reference, and not of which kind: none has more than letters, digits and dashes. */
const UUID = /^[0-9a-z][0-9a-z-]{0,63}$/i;
/** Its characters are not documented. It stands in a query, where encoding keeps it together. */
const JOB_SPEC_NAME = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]{1,1000}$/u;
function isUuid(text) {
    return UUID.test(text);
}
function isJobSpecName(text) {
    return JOB_SPEC_NAME.test(text);
}
/** The bundles of an integration; null for what is no integration's name. */
function bundlesPath(integration) {
    return model/* INTEGRATION_NAME */.Xf.test(integration) ? `${REGISTRY_PATH}/${integration}/bundles` : null;
}
/** null for what is no integration's name or no uuid. */
function bundlePath(integration, uuid) {
    const bundles = bundlesPath(integration);
    return bundles === null || !isUuid(uuid) ? null : `${bundles}/${uuid}`;
}
/** The job specs of an integration; null for what is no integration's name. */
function jobSpecsPath(integration) {
    return model/* INTEGRATION_NAME */.Xf.test(integration) ? `${REGISTRY_PATH}/${integration}/job_specs` : null;
}
/** The integration of a qualified name; what stands in its place where it has another form. */
function integrationIn(qualifiedName) {
    return qualifiedName.split(':')[1] ?? '';
}
/** Where a job spec is installed and uninstalled; null for what is not `zis:{integration}:job_spec:{name}`. */
function installPath(qualifiedName) {
    const [zis, integration = '', kind, ...name] = qualifiedName.split(':');
    const isQualified = zis === 'zis' && kind === 'job_spec' && model/* INTEGRATION_NAME */.Xf.test(integration);
    if (!isQualified || !isJobSpecName(name.join(':')))
        return null;
    // A query's apostrophe is the one character that encodeURIComponent leaves and a URL encodes.
    const encoded = encodeURIComponent(qualifiedName).replaceAll("'", '%27');
    return `${REGISTRY_PATH}/job_specs/install?job_spec_name=${encoded}`;
}
/** @throws RegistryError `rejected` for an operation that has no path: it is not sent */
function pathOf(failures, operation, path) {
    if (path === null)
        throw failures.unnameable(operation);
    return path;
}

;// CONCATENATED MODULE: ./lib/registry/bundles.js





/** The four endpoints of the Bundles API reference. */
function bundleEndpoints(api) {
    return {
        async list(integration, use) {
            const path = bundlesPath(integration);
            if (path === null)
                return null;
            const call = readCall({ operation: 'list bundles of', subject: integration, integration }, path, use);
            const entries = await listAll(api, {
                call,
                key: 'bundles',
                absent: [404],
                // To a token of another client the registry says nothing else of an integration that is not there.
                saysAbsent: ({ status }) => status === 401 && api.authorizer.lacks(integration)
            });
            return entries?.map((entry) => summaryOf(api, call, integration, entry)) ?? null;
        },
        async show(integration, uuid, use) {
            const operation = { operation: 'show bundle', subject: `${integration}/${uuid}`, write: false };
            const path = pathOf(api.failures, operation, bundlePath(integration, uuid));
            const call = readCall({ ...operation, integration }, path, use);
            const answer = await api.sender.send(call);
            // The reference lists no 404 here, so that its body is not known either.
            if (answer.status === 404)
                return null;
            if (answer.status >= 300)
                throw api.sender.refusal(call, answer);
            const bundle = answeredObject(api.failures, call, answer);
            const fault = faultOf(bundle, integration, uuid);
            if (fault !== null)
                throw api.failures.unexpected(call, answer, fault);
            return bundle;
        },
        async upload(integration, bundle) {
            const operation = {
                operation: 'upload bundle',
                subject: `${integration}/${typeof bundle.name === 'string' ? bundle.name : ''}`,
                write: true
            };
            const call = {
                ...operation,
                integration,
                isUpload: true,
                // Whether it must be sent again depends on what is registered now, which only the caller reads.
                repeatable: false,
                busy: [409],
                method: 'POST',
                path: pathOf(api.failures, operation, bundlesPath(integration)),
                body: JSON.stringify(bundle)
            };
            const answer = await api.firstUpload.send(() => api.sender.send(call));
            if (answer.status >= 300)
                throw api.sender.refusal(call, answer);
        },
        async delete(integration, uuid) {
            const operation = { operation: 'delete bundle', subject: `${integration}/${uuid}`, write: true };
            const call = {
                ...operation,
                integration,
                repeatable: true,
                method: 'DELETE',
                path: pathOf(api.failures, operation, bundlePath(integration, uuid)),
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
    if (!isUuid(uuid))
        throw fault(`${JSON.stringify(uuid)} is called the uuid of a bundle`);
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
    const passed = (0,limits/* limitPassed */.g5)(bundle);
    if (passed === null)
        return null;
    return passed === 'depth'
        ? `a bundle nested more than ${limits/* MAX_DEPTH */.lr} deep`
        : `a bundle with more than ${limits/* LIMIT_WORDS */.ws[passed]}`;
}

// EXTERNAL MODULE: ./lib/registry/credentials.js
var registry_credentials = __webpack_require__(6097);
// EXTERNAL MODULE: ./lib/registry/errors.js
var errors = __webpack_require__(228);
;// CONCATENATED MODULE: ./lib/registry/client-token.js



/** For how long a token is asked for, in seconds. */
const LIFETIME = 1800;
/** So long before its end it is made anew: milliseconds. */
const LEAD = 2 * 60_000;
/** Shorter texts could not be masked. */
const SHORTEST = 8;
const LONGEST = 8192;
/** The token of an OAuth client (client credentials grant): made when it is needed, kept in memory only. */
class ClientToken {
    credentials;
    api;
    token = null;
    making = null;
    /** Why the account gives this client no token. */
    refusal = null;
    constructor(credentials, api) {
        this.credentials = credentials;
        this.api = api;
    }
    /** The header of a token that does not end in the next two minutes. @throws RegistryError */
    async header() {
        const { token } = this;
        const now = this.api.clock.now();
        if (token !== null && now < token.renewAt)
            return token.header;
        try {
            return (await this.make(false)).header;
        }
        catch (error) {
            // It serves to its end while no other is to be had for the moment.
            const isAway = error instanceof errors/* RegistryError */.g && error.kind !== 'credentials-rejected';
            if (isAway && token !== null && this.api.clock.now() < token.endsAt)
                return token.header;
            throw error;
        }
    }
    /**
     * A request with this header was answered.
     *
     * @returns whether it is to be sent again: a token that was refused is made anew once
     * @throws RegistryError
     */
    async answered(header, isRefused) {
        const { token } = this;
        if (token === null)
            return false;
        if (!isRefused) {
            if (token.header === header)
                token.wasAccepted = true;
            return false;
        }
        // Others may have found that out before, or be about it.
        if (token.header !== header)
            return true;
        if (token.isSecond && !token.wasAccepted)
            return false;
        await this.make(true);
        return true;
    }
    async make(isSecond) {
        if (this.refusal !== null)
            throw this.refusal;
        this.making ??= this.ask(isSecond).finally(() => {
            this.making = null;
        });
        try {
            return await this.making;
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.g && error.kind === 'credentials-rejected')
                this.refusal ??= error;
            throw error;
        }
    }
    async ask(isSecond) {
        const { clientId, clientSecret, scope } = this.credentials;
        const { clock, unsigned, failures, secrets } = this.api;
        const call = {
            operation: 'get an access token for the OAuth client',
            subject: clientId,
            integration: '',
            write: false,
            repeatable: true,
            completes: true,
            signsIn: true,
            method: 'POST',
            path: '/oauth/tokens',
            body: JSON.stringify({
                grant_type: 'client_credentials',
                client_id: clientId,
                client_secret: clientSecret,
                scope,
                expires_in: LIFETIME
            })
        };
        const askedAt = clock.now();
        const answer = await unsigned.send(call);
        if (answer.status >= 300)
            throw unsigned.refusal(call, answer);
        const { access_token: token, token_type: type = 'bearer', expires_in: seconds } = answeredObject(failures, call, answer);
        if (typeof token === 'string' && token !== '')
            secrets.learn(token);
        if (typeof token !== 'string' ||
            token.length < SHORTEST ||
            token.length > LONGEST ||
            !registry_credentials/* TOKEN */.CV.test(token)) {
            throw failures.unexpected(call, answer, 'no access token that a header can carry');
        }
        if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
            throw failures.unexpected(call, answer, 'a token of a kind other than bearer');
        }
        // The answer may leave it out; then it is what was asked for.
        const life = (typeof seconds === 'number' && seconds > 0 ? seconds : LIFETIME) * 1000;
        this.token = {
            header: (0,registry_credentials/* bearer */.CM)(token),
            renewAt: askedAt + life - Math.min(LEAD, life / 2),
            endsAt: askedAt + life,
            isSecond,
            wasAccepted: false
        };
        return this.token;
    }
}

// EXTERNAL MODULE: ./lib/bundle/objects.js
var objects = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/registry/signing.js

/** The same header for every request. */
function fixed(credentials) {
    const header = (0,registry_credentials/* authorization */.it)(credentials);
    return {
        headerFor: () => Promise.resolve(header),
        answered: () => Promise.resolve(false),
        signerOf: () => ({ kind: credentials.kind, made: [] }),
        lacks: () => false,
        close: () => Promise.resolve([])
    };
}
/** Signs every request with what a function gives. */
function signing(header, answered = () => Promise.resolve(false)) {
    return {
        headerFor: header,
        answered: (_, used, { status }) => answered(used, status === 401),
        signerOf: () => ({ kind: 'oauth-client', made: [] }),
        lacks: () => false,
        close: () => Promise.resolve([])
    };
}

;// CONCATENATED MODULE: ./lib/registry/integration-tokens.js






/**
 * ZIS tokens: each opens one integration. They are made with the token of an administrator's OAuth client where
 * the registry refuses that one itself, and revoked at the end of the step.
 */
class IntegrationTokens {
    credentials;
    api;
    sender;
    all = [];
    current = new Map();
    making = new Map();
    /** The numeric ids of the account's clients by their names. */
    clients = new Map();
    missing = new Set();
    constructor(credentials, client, api) {
        this.credentials = credentials;
        this.api = api;
        this.sender = api.signedBy(signing(() => client.header(), (header, isRefused) => client.answered(header, isRefused)));
    }
    /** null as long as there is no token of this integration. */
    headerOf(integration) {
        return this.current.get(integration)?.header ?? null;
    }
    /** Whether the account was found to have no client of this integration, and so no such integration. */
    lacks(integration) {
        return this.missing.has(integration);
    }
    get made() {
        return this.all.map(({ integration }) => `an OAuth token of the client zis_${integration}, which is revoked at the end of the step`);
    }
    /** Makes a token. @returns false where the account has no such integration @throws RegistryError */
    async make(integration) {
        const begun = this.making.get(integration);
        if (begun !== undefined)
            return begun;
        // Another request may have had the same answer before the token was there.
        if (this.current.has(integration))
            return true;
        const making = this.ask(integration).finally(() => this.making.delete(integration));
        this.making.set(integration, making);
        return making;
    }
    /**
     * A request with the token of this integration was answered.
     *
     * @returns whether it is to be sent again: a token that was let in before is made anew
     */
    async answered(integration, isRefused) {
        const token = this.current.get(integration);
        if (token === undefined)
            return false;
        if (!isRefused) {
            token.wasAccepted = true;
            return false;
        }
        if (!token.wasAccepted)
            return false;
        this.current.delete(integration);
        return this.make(integration);
    }
    /** @returns what could not be revoked, as sentences */
    async revoke() {
        const left = this.all.splice(0);
        this.current.clear();
        const ends = await Promise.all(left.map(async ({ integration, id }) => {
            const call = {
                operation: 'revoke the OAuth token',
                subject: `${id} of zis_${integration}`,
                integration,
                write: true,
                repeatable: true,
                completes: true,
                method: 'DELETE',
                path: `/api/v2/oauth/tokens/${id}.json`,
                body: null
            };
            try {
                const answer = await this.sender.send(call);
                if (answer.status >= 300 && answer.status !== 404)
                    throw this.sender.refusal(call, answer);
                return [];
            }
            catch (error) {
                return [`${(0,lib_errors/* messageOf */.bD)(error)} It was made for this step: revoke it in the account's API settings.`];
            }
        }));
        return ends.flat();
    }
    async ask(integration) {
        const clientId = await this.clientOf(integration);
        if (clientId === null) {
            this.missing.add(integration);
            return false;
        }
        this.missing.delete(integration);
        const { failures, secrets } = this.api;
        const call = {
            operation: 'make an OAuth token of',
            subject: `zis_${integration}`,
            integration,
            write: true,
            // A token whose answer was lost serves nobody: it stood in that answer alone.
            repeatable: true,
            completes: true,
            method: 'POST',
            path: '/api/v2/oauth/tokens',
            body: JSON.stringify({ token: { client_id: clientId, scopes: this.credentials.scope.split(' ') } })
        };
        const answer = await this.sender.send(call);
        if (answer.status >= 300)
            throw this.sender.refusal(call, answer);
        const { token } = answeredObject(failures, call, answer);
        const { full_token: text, id } = (0,objects/* isObject */.Gv)(token) ? token : {};
        if (typeof text === 'string' && text !== '')
            secrets.learn(text);
        if (typeof text !== 'string' || text.length < 8 || !registry_credentials/* TOKEN */.CV.test(text)) {
            throw failures.unexpected(call, answer, 'no token that a header can carry');
        }
        if (typeof id !== 'number' || !Number.isSafeInteger(id)) {
            throw failures.unexpected(call, answer, 'a token without its id, so that it cannot be revoked');
        }
        const made = { integration, id, header: (0,registry_credentials/* bearer */.CM)(text), wasAccepted: false };
        this.all.push(made);
        this.current.set(integration, made);
        return true;
    }
    /** The numeric id of an integration's client; null when the account has none. */
    async clientOf(integration) {
        const name = `zis_${integration}`;
        const known = this.clients.get(name);
        if (known !== undefined)
            return known;
        const call = readCall({ operation: 'list the OAuth clients of', subject: 'the account', integration: '' }, '/api/v2/oauth/clients.json', { completes: true });
        const clients = await listAll({ sender: this.sender, failures: this.api.failures }, { call, key: 'clients', absent: [] });
        for (const { identifier, id } of clients ?? []) {
            if (typeof identifier === 'string' && typeof id === 'number' && Number.isSafeInteger(id)) {
                this.clients.set(identifier, id);
            }
        }
        return this.clients.get(name) ?? null;
    }
}

;// CONCATENATED MODULE: ./lib/registry/authorizer.js




function createAuthorizer(credentials, api) {
    if (credentials.kind !== 'oauth-client')
        return fixed(credentials);
    const client = new ClientAuthorizer(credentials, api);
    return credentials.uploader === null ? client : inTwoRoles(client, fixed(credentials.uploader));
}
/** One credential uploads, another does all the rest. */
function inTwoRoles(rest, uploads) {
    const of = ({ isUpload }) => (isUpload === true ? uploads : rest);
    return {
        headerFor: (request) => of(request).headerFor(request),
        answered: (request, header, answer) => of(request).answered(request, header, answer),
        signerOf: (request) => of(request).signerOf(request),
        lacks: (integration) => rest.lacks(integration),
        close: () => rest.close()
    };
}
/** Tokens of an OAuth client; where the registry wants them, tokens of the integrations' own clients. */
class ClientAuthorizer {
    client;
    integrations;
    constructor(credentials, api) {
        this.client = new ClientToken(credentials, api);
        this.integrations = new IntegrationTokens(credentials, this.client, api);
    }
    async headerFor({ integration }) {
        return this.integrations.headerOf(integration) ?? (await this.client.header());
    }
    async answered({ integration }, header, answer) {
        const words = answer.status === 401 ? readErrorBody(answer).detail : null;
        // Another token would not change that.
        if (words !== null && /oauth being disabled/i.test(words))
            return false;
        const isOwn = header !== null && header === this.integrations.headerOf(integration);
        if (words !== null && /integration mismatch/i.test(words)) {
            return !isOwn && integration !== '' && this.integrations.make(integration);
        }
        if (isOwn)
            return this.integrations.answered(integration, words !== null);
        return this.client.answered(header, words !== null);
    }
    signerOf() {
        return { kind: 'oauth-client', made: this.integrations.made };
    }
    lacks(integration) {
        return this.integrations.lacks(integration);
    }
    close() {
        return this.integrations.revoke();
    }
}

;// CONCATENATED MODULE: ./lib/registry/quote.js
const LONGEST_QUOTE = 300;
/** So much of a text is looked into for credentials: what stands behind is not quoted anyway. */
const LONGEST_LOOK = 20_000;
/** Control characters, and those that hide or reorder the text around them. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SHORT_ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/**
 * A foreign text made fit for a message: without this run's credentials, invisible characters written as
 * escapes, at most 300 characters long.
 */
function quotable(text, scrub) {
    const visible = scrub(text.slice(0, LONGEST_LOOK).trim()).replace(INVISIBLE, (found) => SHORT_ESCAPES[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (visible.length <= LONGEST_QUOTE)
        return visible;
    return `${visible.slice(0, LONGEST_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}

// EXTERNAL MODULE: ./lib/registry/api-tokens.js
var api_tokens = __webpack_require__(4622);
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
        words: /\binvalid_client\b/i,
        cause: 'the account has no OAuth client with this id and secret',
        hint: "Give the client's unique identifier as oauth-client-id, not its name, and the secret that was shown when it was made: make a new one when in doubt. ZIS's own clients, zis_<integration>, get no tokens this way."
    },
    {
        words: /\bunauthorized_client\b/i,
        cause: 'the OAuth client is a public one, which gets no tokens by its secret',
        hint: 'Make an OAuth client of the kind Confidential in Admin Center, and give its id and secret.'
    },
    {
        words: /\b(?:invalid|insufficient)_scope\b|missing the following required scopes/i,
        cause: 'a scope is missing',
        hint: 'Give oauth-scope what the step needs, "read write" unless set, and allow the OAuth client these scopes.'
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
        words: /only admin user is allowed|do not have access to this page/i,
        cause: 'the user of these credentials is not an administrator of the account',
        hint: 'Use the credentials of an administrator: the ZIS Registry serves nobody else.'
    },
    {
        words: /api token is not supported/i,
        cause: 'the registry takes no API token for this request',
        hint: 'Use an oauth-token of the OAuth client zis_<integration> for this request.'
    },
    {
        words: /invalid integration key/i,
        cause: 'the integration name is not one that ZIS takes',
        hint: 'Use 1 to 64 lower-case letters, digits, dashes and underscores.'
    },
    {
        words: /duplicated resources/i,
        cause: 'a resource name is used twice, in this bundle or in another bundle of the integration',
        hint: 'Give every resource a properties.name of its own within the integration; a registered bundle that has the name and that no bundle file declares must be deleted, or declared without it.'
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
const NOT_KNOWN = /authentication failed|couldn['\u2019]t authenticate/i;
/** What it means that a credential is not known; the registry says the same of all that is wrong with one. */
const UNKNOWN_CREDENTIALS = {
    'api-token': {
        cause: "the API token is mistyped, revoked or deactivated, or is not of this e-mail's user",
        hint: `Check email, api-token and the subdomain, and in Admin Center whether the token is active and token access is on. ${api_tokens/* API_TOKEN_DATES */.T} An OAuth client (oauth-client-id, oauth-client-secret) does all but uploads without one.`
    },
    password: {
        cause: 'the password is mistyped, or the account lets passwords in no more',
        hint: 'Check email, password and the subdomain. Zendesk takes password access away since 12 January 2026: use an OAuth client (oauth-client-id, oauth-client-secret), and for uploads an API token that the account still has.'
    },
    oauth: {
        cause: 'the OAuth token is mistyped, revoked or at its end',
        hint: 'Make a new token; or give oauth-client-id and oauth-client-secret in its place, from which each step makes its own.'
    },
    'oauth-client': {
        cause: 'the access token that was made for this step was refused, and so was a new one',
        hint: 'Check in Admin Center that the OAuth client is still there and that its user is active and an administrator. Running the step again is safe.'
    }
};
/** The refusal that stands behind the registry's words; undefined for words that are not known. */
function refusalOf(words, request, signer) {
    if (isUploadRefusal(words, request))
        return uploadRefusal(signer);
    return (REFUSALS.find((refusal) => refusal.words.test(words)) ??
        (NOT_KNOWN.test(words) ? UNKNOWN_CREDENTIALS[signer.kind] : undefined));
}
/** Whether an upload was refused for being signed with an OAuth token. */
function isUploadRefusal(words, { isUpload }) {
    return isUpload === true && /oauth being disabled/i.test(words);
}
function uploadRefusal({ kind, made }) {
    const beside = kind === 'oauth-client' ? 'beside the OAuth client, which goes on doing all the rest' : 'in its place';
    const trace = made.length === 0 ? '' : ` Made on the way: ${made.join('; ')}.`;
    return {
        cause: 'the registry takes no OAuth token for uploads',
        hint: `Give email and api-token (or password) ${beside}. ${api_tokens/* API_TOKEN_DATES */.T} When the registry takes OAuth for uploads, this works without them.${trace}`
    };
}

;// CONCATENATED MODULE: ./lib/registry/failures.js




const RUN_AGAIN = 'Run the step again later: what has been done is found and not done twice.';
const READ_BACK = 'Read the registry to see whether it took effect; running the step again does so and is safe.';
const CHECK_CLOCK = "Check this machine's date and time: by its clock the certificate of the registry is not valid.";
const CHECK_URL = 'Check subdomain and registry-url: something other than the ZIS Registry may be answering.';
/** Puts what went wrong into words, with all foreign text made fit to be shown. */
class Failures {
    scrub;
    constructor(scrub) {
        this.scrub = scrub;
    }
    /** An answer that does not do what the operation asked for, judged by its status. */
    answered(operation, answer, signer) {
        const { status } = answer;
        if (status >= 300 && status < 400)
            return this.redirected(operation, answer);
        if (status < 400)
            return this.unexpected(operation, answer, 'a status that the API does not document');
        const body = readErrorBody(answer);
        if (status === 404 && body.kind !== 'api') {
            return this.unexpected(operation, answer, `${article(body)}, where the API answers in JSON`);
        }
        // A page in place of the API's JSON comes from a firewall, which knows nothing of the credentials.
        const rejected = status === 401 ||
            (status === 403 && body.kind !== 'html') ||
            (operation.signsIn === true && status === 400);
        const kind = isUploadRefusal(body.detail, operation)
            ? 'upload-refused'
            : rejected
                ? 'credentials-rejected'
                : 'rejected';
        return this.error({ ...this.facts(operation, status, body), kind }, `the registry ${rejected ? 'rejected the credentials' : 'refused the request'} with ${this.words(status, body)}`, rejected ? 'Check the credentials, that their user is an administrator, and the subdomain.' : '', refusalOf(body.detail, operation, signer));
    }
    /** The operation was given up for lack of a usable answer. */
    gaveUp(operation, { why, last, uncertain, isLate = false }) {
        const body = last === null ? null : readErrorBody(last);
        const facts = last === null || body === null
            ? { operation, status: null, code: null, detail: '' }
            : this.facts(operation, last.status, body);
        const doubt = uncertain ? '; whether it took effect is not known' : '';
        return this.error({ ...facts, kind: uncertain ? 'uncertain' : isLate ? 'late' : 'unavailable' }, `${why}${doubt}`, /CERT_(?:NOT_YET_VALID|HAS_EXPIRED)/.test(why) ? CHECK_CLOCK : uncertain ? READ_BACK : RUN_AGAIN);
    }
    /** The operation was called off before it was sent. */
    interrupted(operation) {
        const facts = { kind: 'interrupted', operation, status: null, code: null, detail: '' };
        return this.error(facts, 'it was interrupted before this was sent', RUN_AGAIN);
    }
    /** The operation is about something that has a name which the registry cannot have: it was not sent. */
    unnameable(operation) {
        return this.error({ kind: 'rejected', operation, status: null, code: null, detail: '' }, 'this is no name that the registry can have, and it was not asked', 'An integration has 1 to 64 lower-case letters, digits, dashes and underscores; a uuid has letters, digits and dashes.');
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
    error(facts, what, hint, known) {
        const { operation, subject } = facts.operation;
        const cause = known === undefined ? '' : `: ${known.cause}`;
        const message = this.scrub(`Could not ${operation} ${quotable(subject, this.scrub)}: ${what}${cause}.`);
        return new errors/* RegistryError */.g(facts, message, known?.hint ?? (hint === '' ? defaultHint(facts) : hint));
    }
}
function defaultHint({ status, operation }) {
    if (status === 403)
        return 'A firewall ahead of the registry seems to have blocked it: look for what in the bundle it may dislike, or ask Zendesk.';
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

;// CONCATENATED MODULE: ./lib/registry/first-upload.js
/**
 * Lets uploads out one at a time until one was taken: where the registry may refuse their credential, nothing else is
 * under way when it does.
 */
class FirstUpload {
    isOpen;
    alone = null;
    /** @param isOpen whether all may go at once from the beginning */
    constructor(isOpen) {
        this.isOpen = isOpen;
    }
    async send(upload) {
        while (!this.isOpen && this.alone !== null)
            await this.alone;
        if (this.isOpen)
            return upload();
        const sent = upload();
        this.alone = sent.then(({ status }) => {
            this.isOpen ||= status < 300;
            this.alone = null;
        }, () => {
            this.alone = null;
        });
        return sent;
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
;// CONCATENATED MODULE: ./lib/registry/http.js




/** No answer came. */
class NoAnswer extends Error {
    sent;
    forGood;
    /**
     * @param sent    whether the request may have reached the registry
     * @param forGood whether it would be the same however often it is tried
     */
    constructor(sent, message, forGood = false) {
        super(message);
        this.sent = sent;
        this.forGood = forGood;
    }
}
/** Far above any page of 100 summaries or any bundle (which are some 10 to 50 KB). */
const LARGEST_BODY = 20 * 1024 * 1024;
/**
 * Requests to one origin over one keep-alive client, through the proxy of the environment as
 * @actions/http-client honours it. The raw request is used, not the client's own loop: that one follows
 * redirects, and knows an idle timeout only and no way to call a request off.
 */
function createHttp({ baseUrl, maxParallel, userAgent }) {
    const client = new lib/* HttpClient */.Qq(userAgent, [], {
        allowRedirects: false,
        keepAlive: true,
        maxSockets: maxParallel
    });
    const base = new URL(baseUrl);
    const prefix = base.pathname.replace(/\/$/, '');
    const [httpModule, defaultPort] = base.protocol === 'https:' ? [external_node_https_namespaceObject, 443] : [external_node_http_namespaceObject, 80];
    return {
        async send({ method, path, body, authorization }, timeoutMs, giveUp) {
            const timer = new Timer(timeoutMs);
            try {
                const options = {
                    method,
                    path: prefix + path,
                    headers: {
                        accept: 'application/json',
                        'accept-encoding': 'gzip, br',
                        ...(authorization === null ? {} : { authorization }),
                        'user-agent': userAgent,
                        ...(body === null ? {} : { 'content-type': 'application/json' })
                    },
                    // Without the brackets of an IPv6 address, which the resolver does not know.
                    host: base.hostname.replace(/^\[(.*)\]$/, '$1'),
                    port: base.port === '' ? defaultPort : Number(base.port),
                    agent: client.getAgent(baseUrl),
                    signal: giveUp === null ? timer.signal : AbortSignal.any([timer.signal, giveUp])
                };
                const response = await client.requestRaw({ options, parsedUrl: base, httpModule }, body);
                const answer = await readAnswer(response.message);
                timer.check();
                return answer;
            }
            catch (error) {
                if (giveUp?.aborted === true)
                    throw new NoAnswer(true, 'it was called off');
                throw noAnswer(error, timer, timeoutMs);
            }
            finally {
                timer.stop();
            }
        }
    };
}
async function readAnswer(message) {
    const { statusCode: status = 0, headers } = message;
    const decoded = decodedBody(message);
    if (decoded === null) {
        message.resume();
        return { status, headers, body: new Uint8Array(), fault: 'encoding' };
    }
    const chunks = [];
    let size = 0;
    let fault = null;
    try {
        for await (const chunk of decoded) {
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
    if (fault !== null)
        message.destroy();
    return { status, headers, body: Buffer.concat(chunks), fault };
}
/** The body without its content encoding; null for one that is not known. */
function decodedBody(message) {
    const encoding = (message.headers['content-encoding'] ?? '').trim().toLowerCase();
    switch (encoding) {
        case '':
        case 'identity':
            return message;
        case 'gzip':
        case 'x-gzip':
            return through(message, (0,external_node_zlib_.createGunzip)());
        case 'deflate':
            return through(message, (0,external_node_zlib_.createInflate)());
        case 'br':
            return through(message, (0,external_node_zlib_.createBrotliDecompress)());
        default:
            return null;
    }
}
/** A body that ends too early must end the reading of it, too: pipe alone does not pass that on. */
function through(message, decoder) {
    message.on('error', (error) => decoder.destroy(error));
    message.on('aborted', () => decoder.destroy(new Error('the connection was broken')));
    return message.pipe(decoder);
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
    'EADDRNOTAVAIL'
]);
/** Certificates that are not trusted: nothing was sent, and asking again would not change it. */
const NOT_TRUSTED = new Set([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);
function noAnswer(error, timer, timeoutMs) {
    if (timer.signal.aborted)
        return new NoAnswer(true, `no answer within ${Math.round(timeoutMs) / 1000} s`);
    const { code = '', syscall, message } = error;
    if (NOT_TRUSTED.has(code))
        return new NoAnswer(false, describe(message, code), true);
    const connecting = syscall === 'connect' || syscall === 'getaddrinfo';
    return new NoAnswer(!connecting && !NEVER_CONNECTED.has(code), describe(message, code));
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
        async listJobSpecs(integration, use) {
            const path = jobSpecsPath(integration);
            if (path === null)
                return null;
            const call = readCall({ operation: 'list job specs of', subject: integration, integration }, path, use);
            const entries = await listAll(api, { call, key: 'job_specs', absent: NOT_SERVED, optional: true });
            return entries?.map((entry) => statusOf(api, call, integration, entry)) ?? null;
        },
        async installJobSpec(qualifiedName) {
            const call = { ...change(api, 'install job spec', 'POST', qualifiedName), completes: true };
            const answer = await api.sender.send(call);
            // 409: it is installed already (observed in the field).
            if (answer.status >= 300 && answer.status !== 409)
                throw api.sender.refusal(call, answer);
        },
        async uninstallJobSpec(qualifiedName) {
            const call = change(api, 'uninstall job spec', 'DELETE', qualifiedName);
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
    if (!isJobSpecName(name))
        throw fault(`${JSON.stringify(name)} is called the name of a job spec`);
    if (typeof installed !== 'boolean')
        throw fault(`job spec ${name} does not say whether it is installed`);
    if (isForeign(entry, integration))
        throw fault(`job spec ${name} belongs to another integration`);
    return { name, integration, installed };
}
function change({ failures }, verb, method, qualifiedName) {
    const operation = { operation: verb, subject: qualifiedName, write: true };
    const path = pathOf(failures, operation, installPath(qualifiedName));
    const integration = integrationIn(qualifiedName);
    return { ...operation, integration, repeatable: true, method, path, body: null };
}

// EXTERNAL MODULE: ./lib/secrets/scrub.js
var scrub = __webpack_require__(9710);
;// CONCATENATED MODULE: ./lib/registry/known-secrets.js


/** What must not be said: the credentials of the step, and the tokens that are made while it runs. */
class KnownSecrets {
    tell;
    known;
    current;
    /**
     * @param forms of the credentials
     * @param tell  gets every form of a token before the token is used
     */
    constructor(forms, tell) {
        this.tell = tell;
        this.known = forms;
        this.current = (0,scrub/* scrubberOf */.O)(forms);
    }
    scrub = (text) => this.current(text);
    learn(token) {
        const forms = (0,registry_credentials/* tokenForms */.py)(token);
        this.tell(forms);
        this.known = [...this.known, ...forms];
        this.current = (0,scrub/* scrubberOf */.O)(this.known);
    }
}

// EXTERNAL MODULE: ./lib/visible.js
var visible = __webpack_require__(7629);
;// CONCATENATED MODULE: ./lib/registry/retry.js
/** For how long a call that fails is tried again, from its first failure on: milliseconds. */
const RETRY_FOR_MS = 60_000;
const BACKOFF_BASE = 500;
const BACKOFF_CAP = 10_000;
/**
 * Exponential backoff, half of it by chance: 0.25 to 0.5 seconds, then twice as long each time, 10 seconds at most.
 *
 * @param attempt the attempt that failed, from 1
 * @param random  from 0 to 1
 * @returns milliseconds
 */
function backoff(attempt, random) {
    const whole = Math.min(BACKOFF_CAP, BACKOFF_BASE * 2 ** (attempt - 1));
    return Math.round(whole / 2 + (random * whole) / 2);
}
/**
 * How long a refusal for too many requests asks to wait, in milliseconds: Retry-After, else ratelimit-reset; null
 * where neither can be read.
 *
 * @param now this side's clock, for an answer without a Date
 */
function askedWait(headers, now) {
    return retryAfter(headers, now) ?? rateLimitReset(headers, now);
}
/**
 * What a Retry-After header asks for, in milliseconds; null where there is none that can be read. A date is
 * measured from the answer's own Date, so that a wrong clock on this side does not change the wait.
 *
 * @param now this side's clock, for an answer without a Date
 */
function retryAfter(headers, now) {
    const text = headers['retry-after']?.trim() ?? '';
    if (isNumber(text))
        return Math.ceil(Number(text) * 1000);
    const until = httpDate(text);
    if (until === null)
        return null;
    return Math.max(0, until - (httpDate(headers.date ?? '') ?? now));
}
/** Seconds since the epoch from here on (2001): no registry asks to wait for thirty years. */
const EPOCH_SECONDS = 1_000_000_000;
/** Seconds, as Zendesk and the IETF draft have it, or the moment itself in seconds since the epoch, as others do. */
function rateLimitReset(headers, now) {
    const header = headers['ratelimit-reset'];
    const text = typeof header === 'string' ? header.trim() : '';
    if (!isNumber(text))
        return null;
    const seconds = Number(text);
    if (seconds < EPOCH_SECONDS)
        return Math.ceil(seconds * 1000);
    return Math.max(0, seconds * 1000 - (httpDate(headers.date ?? '') ?? now));
}
function isNumber(text) {
    return /^\d{1,15}(?:\.\d{1,9})?$/.test(text);
}
/** Only dates that name a weekday: Date.parse takes far more than HTTP does, `-5` for one. */
function httpDate(text) {
    const time = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(time) ? null : time;
}

;// CONCATENATED MODULE: ./lib/registry/pace.js
/** The first pause where a refusal does not say how long to wait; each further one in a row is twice as long: milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** What is sent stays this much below what was seen to be served. */
const MARGIN = 1.02;
/** After a span without a refusal, the first try at a faster pace; each further one is twice as bold. */
const FIRST_GROWTH = 0.05;
const MOST_GROWTH = 0.8;
/** The pace after a refusal that nothing explains, as a part of the pace before. */
const CAUTION = 0.9;
/** How many spans are let pass at most before the pace is raised again where that failed before. */
const MOST_RESTRAINT = 16;
/** Over so long a time what was served says how much is: the longest span that registries count in. */
const HORIZON = 60_000;
const MOST_REMEMBERED = 10_000;
/**
 * So few requests in so long a span may be what others left of the account's budget: the next span is used to
 * look how many there really are.
 */
const FEW = 50;
const LONG_SPAN = 10_000;
/**
 * How fast requests may be sent to a registry that refuses some with 429: not at all for as long as it asks,
 * and from then on evenly, no faster than it was seen to serve. Even, because a burst that uses a budget up
 * leaves whatever is half done waiting for the next one. Now and then it looks whether more is served by now.
 *
 * All times are milliseconds of one clock that goes forward.
 */
class Pace {
    /** Nothing is sent before this. */
    closedUntil = -Infinity;
    /** When the last refusal came that taught something. */
    refusedAt = -Infinity;
    pause = FIRST_PAUSE;
    /** Since when requests are counted, and how many were served since. */
    spanStart = null;
    served = 0;
    learnt = null;
    lastSent = -Infinity;
    explored = false;
    /** When requests were sent that were served, of the last HORIZON milliseconds before a refusal; oldest first. */
    history = [];
    startedAt = null;
    /** When the next request may be sent. */
    at() {
        const interval = this.learnt === null ? 0 : (this.learnt.perMs / this.learnt.requests) * MARGIN;
        return Math.max(this.closedUntil, this.lastSent + interval);
    }
    /** How many requests may be under way, at most as many as it is given. */
    width(most) {
        // Until it is known how many are served, each answer lets two more go.
        const isProbing = this.refusedAt > -Infinity && this.learnt === null;
        return isProbing ? Math.min(most, this.served + 1) : most;
    }
    /** A request is sent. */
    sent(now) {
        this.startedAt ??= now;
        this.spanStart ??= now;
        this.lastSent = now;
        this.grow(now);
    }
    /** An answer came that is no 429. @param sentAt when its request was sent */
    wasServed(sentAt) {
        this.pause = FIRST_PAUSE;
        this.history.push(sentAt);
        if (this.history.length > MOST_REMEMBERED)
            this.history = this.history.slice(-MOST_REMEMBERED / 2);
        if (sentAt >= this.closedUntil)
            this.served += 1;
        else if (this.learnt !== null && this.learnt.from <= sentAt)
            this.learnt.requests += 1;
    }
    /**
     * A request was refused with 429.
     *
     * @param sentAt when it was sent
     * @param asked  how long to wait, as the registry says; null where it does not
     */
    wasRefused(sentAt, now, asked) {
        if (sentAt < this.refusedAt) {
            // Of the same burst as the refusal before: the wait may be longer, but nothing new is learnt.
            this.closeUntil(now + (asked ?? 0));
            return;
        }
        this.closeUntil(now + (asked ?? this.pause));
        if (asked === null)
            this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
        this.refusedAt = now;
        this.learn(now);
    }
    closeUntil(time) {
        this.closedUntil = Math.max(this.closedUntil, time);
    }
    learn(now) {
        const from = this.spanStart ?? now;
        const { served, learnt } = this;
        const perMs = Math.max(1, this.closedUntil - from);
        if (learnt === null) {
            const isDoubtful = served < FEW && perMs > LONG_SPAN && !this.explored;
            if (isDoubtful)
                this.explored = true;
            else if (served > 0)
                this.learnt = { requests: served, perMs, from, ...UNTRIED };
        }
        else
            this.relearn(learnt, { served, perMs, from });
        this.spanStart = null;
        this.served = 0;
    }
    /** A refusal at a pace that was thought to be slow enough. */
    relearn(learnt, seen) {
        const perMs = Math.max(learnt.perMs, seen.perMs);
        const rate = learnt.requests / learnt.perMs;
        // A slice of a span says little of the whole: then the last raise was too much, or others send requests, too.
        const isWhole = seen.served > 0 && seen.perMs >= learnt.perMs / 2;
        const before = learnt.isTrial ? rate / (1 + learnt.raised) : rate * CAUTION;
        const average = this.servedRate();
        const known = average > 0 ? Math.min(rate, Math.max(before, average)) : null;
        learnt.requests = perMs * (known ?? (isWhole ? seen.served / seen.perMs : before));
        learnt.perMs = perMs;
        learnt.from = seen.from;
        learnt.growth = FIRST_GROWTH;
        learnt.restraint = Math.min(MOST_RESTRAINT, learnt.restraint * 2);
        learnt.clean = 0;
        learnt.isTrial = false;
    }
    /** What was served in the minute before this refusal, or since the start, as requests a millisecond; 0 of too little. */
    servedRate() {
        const from = Math.max(this.startedAt ?? this.closedUntil, this.closedUntil - HORIZON);
        this.history = this.history.filter((sentAt) => sentAt >= from);
        const perMs = this.closedUntil - from;
        return perMs < LONG_SPAN ? 0 : this.history.length / perMs;
    }
    /** After enough spans without a refusal the pace is raised. */
    grow(now) {
        const { learnt, spanStart } = this;
        if (learnt === null || spanStart === null || now - spanStart < learnt.perMs)
            return;
        this.spanStart = now;
        this.served = 0;
        learnt.from = now;
        learnt.clean += 1;
        if (learnt.isTrial)
            learnt.restraint = 1;
        learnt.isTrial = false;
        if (learnt.clean < learnt.restraint)
            return;
        learnt.clean = 0;
        learnt.isTrial = true;
        learnt.requests *= 1 + learnt.growth;
        learnt.raised = learnt.growth;
        learnt.growth = Math.min(MOST_GROWTH, learnt.growth * 2);
    }
}
/** A pace that was not raised yet. */
const UNTRIED = { growth: FIRST_GROWTH, restraint: 1, clean: 0, isTrial: false, raised: 0 };

;// CONCATENATED MODULE: ./lib/registry/turns.js

/** A turn would come only when it is too late. */
class TooLate extends Error {
    waitMs;
    /** @param waitMs how long the wait would be, in milliseconds */
    constructor(waitMs) {
        super('the turn would come too late');
        this.waitMs = waitMs;
    }
}
/**
 * When each request of a step is sent: so many at a time, in the order in which they were asked for except that
 * urgent ones go first, and all of them no faster than the registry's refusals allow.
 */
class Turns {
    most;
    clock;
    waiting = [];
    pace = new Pace();
    running = 0;
    orders = 0;
    /** When the next look is due; null when none is. */
    wakeAt = null;
    /** @param most requests at a time, 1 or more */
    constructor(most, clock) {
        this.most = most;
        this.clock = clock;
    }
    /**
     * Waits for a turn, which `end` gives back.
     *
     * @returns the call's place in the order
     * @throws TooLate
     */
    async take({ urgent, latest, stoppable, order }) {
        const place = order ?? (this.orders += 1);
        const outcome = await new Promise((settle) => {
            this.waiting.push({ urgent, order: place, latest, stoppable, settle });
            this.look();
        });
        if (outcome !== 'turn')
            throw outcome;
        return place;
    }
    end() {
        this.running -= 1;
        this.look();
    }
    /** Tells the waiting calls that no turn will come. @param which all, or those that can be stopped */
    stop(which) {
        this.dismiss((call) => which === 'all' || call.stoppable, 0);
    }
    /** An answer came that is no refusal for too many requests. @param sentAt when its request was sent */
    served(sentAt) {
        this.pace.wasServed(sentAt);
    }
    /** @param asked as the registry says, in milliseconds; null where it does not say */
    refused(sentAt, asked) {
        this.pace.wasRefused(sentAt, this.clock.now(), asked);
    }
    /** Gives turns to those whose time has come. */
    look() {
        while (this.waiting.length > 0) {
            const now = this.clock.now();
            const at = this.pace.at();
            const earliest = Math.max(now, at);
            this.dismiss(({ latest }) => latest <= earliest, earliest - now);
            if (this.waiting.length === 0)
                return;
            if (this.running >= this.pace.width(this.most))
                return;
            if (at > now) {
                this.wake(at, at - now);
                return;
            }
            const next = this.next();
            if (next === undefined)
                return;
            this.running += 1;
            this.pace.sent(now);
            next.settle('turn');
        }
    }
    /** Those that will get no turn are told. @param waitMs how long they would have to wait */
    dismiss(isOne, waitMs) {
        for (let index = this.waiting.length - 1; index >= 0; index -= 1) {
            const call = this.waiting[index];
            if (call === undefined || !isOne(call))
                continue;
            this.waiting.splice(index, 1);
            call.settle(new TooLate(waitMs));
        }
    }
    next() {
        let best = 0;
        this.waiting.forEach((call, index) => {
            const other = this.waiting[best];
            if (other === undefined || Number(call.urgent) < Number(other.urgent))
                return;
            if (call.urgent !== other.urgent || call.order < other.order)
                best = index;
        });
        return this.waiting.splice(best, 1)[0];
    }
    wake(at, wait) {
        if (this.wakeAt !== null && this.wakeAt <= at)
            return;
        this.wakeAt = at;
        void this.clock.sleep(wait).then(() => {
            if (this.wakeAt === at)
                this.wakeAt = null;
            this.look();
        });
    }
}

;// CONCATENATED MODULE: ./lib/registry/sender.js







/** How much longer than the rest what completes a write may take: milliseconds. */
const COMPLETION_TIME = 90_000;
/** How often a call is signed anew: its token may have ended, and one of its integration be called for. */
const MOST_SIGNATURES = 3;
/** Sends calls until they are answered: bounded in number and time. */
class Sender {
    parts;
    rejection = null;
    constructor(parts) {
        this.parts = parts;
        parts.stopWriting?.addEventListener('abort', () => {
            parts.turns.stop('stoppable');
        });
        parts.giveUp?.addEventListener('abort', () => {
            parts.turns.stop('all');
        });
    }
    /**
     * The first answer that settles the call: any but 408, 429, 5xx, a busy one and, for a read, a cut body.
     *
     * @throws RegistryError when there is none
     */
    async send(call) {
        const course = {
            order: null,
            attempts: 0,
            failedAt: null,
            uncertain: false,
            wasCut: false,
            signatures: 0,
            last: null
        };
        for (;;) {
            course.order = await this.turn(call, course);
            try {
                const judged = await this.attempt(call, course);
                if (!('what' in judged))
                    return judged;
                course.last = judged;
                // What waits keeps its turn: in an outage no more than those under way knock again and again.
                if (judged.kind !== 'too-many')
                    await this.wait(call, course, judged);
            }
            finally {
                this.parts.turns.end();
            }
        }
    }
    /** The error for an answer that refuses the call. Rejected credentials end all further writes. */
    refusal(call, answer) {
        const { failures, authorizer } = this.parts;
        return this.remember(failures.answered(call, answer, authorizer.signerOf(call)));
    }
    remember(error) {
        if (isRefusal(error))
            this.rejection ??= error;
        return error;
    }
    /** Waits for the call's turn. @throws RegistryError when there will be none */
    async turn(call, course) {
        const { turns, failures } = this.parts;
        const { uncertain, last } = course;
        if (this.signalOf(call)?.aborted === true)
            this.refusePointless(call, course);
        try {
            return await turns.take({
                urgent: call.completes === true,
                latest: this.deadlineOf(call),
                stoppable: isStoppable(call),
                order: course.order
            });
        }
        catch (error) {
            if (!(error instanceof TooLate))
                throw error;
            this.refusePointless(call, course);
            const asked = `it asks for a wait of ${Math.ceil(error.waitMs / 1000)} s, more than is left of the time of this step`;
            const why = last === null ? `the registry is busy: ${asked}` : `the registry ${last.what}; ${asked}`;
            throw failures.gaveUp(call, { why, last: last?.answer ?? null, uncertain, isLate: true });
        }
    }
    async attempt(call, course) {
        this.refusePointless(call, course);
        const authorization = await this.signed(() => this.parts.authorizer.headerFor(call));
        this.refusePointless(call, course);
        const start = this.parts.clock.now();
        course.attempts += 1;
        const outcome = await this.once(call, authorization, start);
        this.tell(call, outcome, start);
        if (!(outcome instanceof NoAnswer)) {
            const again = await this.signed(() => this.parts.authorizer.answered(call, authorization, outcome));
            if (again && course.signatures < MOST_SIGNATURES) {
                course.signatures += 1;
                return this.attempt(call, course);
            }
        }
        // A body that is cut twice is taken as it is: what reads the answer reports it.
        const judged = this.judge(call, outcome, course.wasCut);
        // Within its turn: the next write must already know of it.
        if (!('what' in judged) && call.write && isRejection(judged))
            throw this.refusal(call, judged);
        if (!('what' in judged))
            return judged;
        course.uncertain ||= call.write && judged.mayHaveWorked;
        course.wasCut ||= judged.kind === 'cut';
        return judged;
    }
    /** A header that cannot be had ends all further writes, as a refusal of the request itself does. */
    async signed(sign) {
        try {
            return await sign();
        }
        catch (error) {
            throw error instanceof errors/* RegistryError */.g ? this.remember(error) : error;
        }
    }
    refusePointless(call, { uncertain }) {
        const { breakers, clock, failures, stopWriting, giveUp } = this.parts;
        if (call.write && this.rejection !== null)
            throw this.rejection;
        if (giveUp?.aborted === true || (isStoppable(call) && stopWriting?.aborted === true)) {
            if (!uncertain)
                throw failures.interrupted(call);
            throw failures.gaveUp(call, { why: 'it was interrupted', last: null, uncertain });
        }
        const dead = breakers.reads.why ?? (call.write ? breakers.writes.why : null);
        if (dead !== null) {
            const why = `the registry ${dead}, so nothing more is sent to it`;
            throw failures.gaveUp(call, { why, last: null, uncertain });
        }
        if (clock.now() < this.deadlineOf(call))
            return;
        const why = 'the time allowed for the registry has run out';
        throw failures.gaveUp(call, { why, last: null, uncertain, isLate: true });
    }
    async once(call, authorization, start) {
        const { http, clock, timeoutMs, deadline, giveUp } = this.parts;
        try {
            const time = Math.min(timeoutMs, deadline() + COMPLETION_TIME - start);
            const answer = await http.send({ ...call, authorization }, time, giveUp);
            this.debug(`${call.method} ${call.path}: ${answer.status} in ${Math.round(clock.now() - start)} ms`);
            return answer;
        }
        catch (error) {
            if (error instanceof NoAnswer)
                return error;
            throw error;
        }
    }
    /** Tells what decides about later requests how this one went. */
    tell(call, outcome, start) {
        const { breakers, clock, turns } = this.parts;
        const breaker = call.write ? breakers.writes : breakers.reads;
        if (outcome instanceof NoAnswer || outcome.status >= 500)
            breaker.failed(start, clock.now());
        else
            breaker.answered();
        if (outcome instanceof NoAnswer)
            return;
        if (outcome.status === 429)
            turns.refused(start, askedWait(outcome.headers, clock.now()));
        else
            turns.served(start);
    }
    /** @param takeCut whether a cut body is to be taken as it is */
    judge(call, outcome, takeCut) {
        const { failures, scrub } = this.parts;
        if (outcome instanceof NoAnswer) {
            const what = `did not answer (${quotable(outcome.message, scrub)})`;
            const kind = outcome.forGood ? 'for-good' : 'failure';
            return { what, answer: null, mayHaveWorked: outcome.sent, kind };
        }
        const { status } = outcome;
        const retryable = (kind, mayHaveWorked) => {
            const what = `answered ${failures.words(status, readErrorBody(outcome))}`;
            return { what, answer: outcome, mayHaveWorked, kind };
        };
        if (status === 429)
            return retryable('too-many', false);
        if (status >= 500 || status === 408)
            return retryable('failure', true);
        if (call.busy?.includes(status) === true)
            return retryable('busy', false);
        if (!call.write && !takeCut && isCut(outcome)) {
            return { what: 'sent a cut answer', answer: outcome, mayHaveWorked: false, kind: 'cut' };
        }
        return outcome;
    }
    /**
     * Waits before the next attempt.
     *
     * @throws RegistryError when there is to be none
     */
    async wait(call, course, retryable) {
        const { clock, failures } = this.parts;
        const { what, answer, kind } = retryable;
        const { attempts, uncertain } = course;
        const now = clock.now();
        course.failedAt ??= now;
        const stop = (reason) => kind === 'busy' && answer !== null
            ? this.refusal(call, answer)
            : failures.gaveUp(call, { why: `the registry ${what}${reason}`, last: answer, uncertain });
        if (kind === 'for-good' || (!call.repeatable && retryable.mayHaveWorked))
            throw stop('');
        const asked = answer === null ? null : retryAfter(answer.headers, now);
        const delay = Math.max(asked ?? 0, backoff(attempts, clock.random()));
        if (now + delay >= this.deadlineOf(call))
            throw stop(', and the time allowed for it has run out');
        if (now + delay > course.failedAt + RETRY_FOR_MS)
            throw stop(endOf(course, now, asked));
        this.debug(`${call.method} ${call.path}: ${what}; attempt ${attempts + 1} in ${delay} ms`);
        await unless(this.signalOf(call), clock.sleep(delay));
    }
    /** What ends the call before its time. */
    signalOf(call) {
        const { stopWriting, giveUp } = this.parts;
        if (!isStoppable(call) || stopWriting === null)
            return giveUp;
        return giveUp === null ? stopWriting : AbortSignal.any([stopWriting, giveUp]);
    }
    deadlineOf({ completes }) {
        return this.parts.deadline() + (completes === true ? COMPLETION_TIME : 0);
    }
    debug(message) {
        this.parts.log.debug((0,visible/* visible */.RK)(this.parts.scrub(message)));
    }
}
/** A write that is not begun, nor tried again, once writing is to stop. */
function isStoppable({ write, completes }) {
    return write && completes !== true;
}
/** How a call ends that was tried for long enough. */
function endOf({ attempts, failedAt }, now, asked) {
    if (asked !== null && asked > RETRY_FOR_MS)
        return `, asking for a wait of ${Math.ceil(asked / 1000)} s, more than the ${RETRY_FOR_MS / 1000} s allowed`;
    return `, the last of ${attempts} attempts in ${Math.round((now - (failedAt ?? now)) / 1000)} s`;
}
/** Ends with the promise, or with the signal. */
async function unless(signal, promise) {
    if (signal === null)
        return promise;
    if (signal.aborted)
        return;
    let release = () => undefined;
    const aborted = new Promise((resolve) => {
        release = resolve;
        signal.addEventListener('abort', release, { once: true });
    });
    await Promise.race([promise, aborted]);
    signal.removeEventListener('abort', release);
}
function isRefusal({ kind }) {
    return kind === 'credentials-rejected' || kind === 'upload-refused';
}
/** A page of HTML with 403 comes from a firewall ahead of the registry: it refuses this request alone. */
function isRejection(answer) {
    return answer.status === 401 || (answer.status === 403 && !isHtml(answer));
}
/** A page of HTML is no JSON either, but asking again would not change that. */
function isCut(answer) {
    if (answer.status >= 300 || answer.fault === 'too-large' || isHtml(answer))
        return false;
    return answer.fault === 'cut' || decodeJson(answer.body) === undefined;
}

;// CONCATENATED MODULE: ./lib/registry/client.js












/**
 * The ZIS Registry over HTTP. Reads, deletions and (un)installations are repeated for about a minute on network
 * errors, 408 and 5xx; an upload only where it certainly was not processed, otherwise it fails with a RegistryError
 * of kind `uncertain` and the caller reads back. A 429 holds back all requests for as long as it asks. Redirects
 * are not followed. Every method throws RegistryErrors only.
 *
 * @throws UserError `invalid-inputs` for credentials that no header can carry
 */
function createRegistry(options) {
    const { baseUrl, credentials, maxParallel, userAgent, clock, log, deadline } = options;
    const { timeoutMs = 30_000 } = options;
    const secrets = new KnownSecrets((0,registry_credentials/* secretForms */.eo)(credentials), options.onSecrets);
    const { scrub } = secrets;
    const failures = new Failures(scrub);
    const parts = {
        http: options.http ?? createHttp({ baseUrl, maxParallel, userAgent }),
        failures,
        scrub,
        clock,
        log,
        timeoutMs,
        deadline,
        stopWriting: options.stopWriting ?? null,
        giveUp: options.giveUp ?? null
    };
    // Requests for tokens have turns of their own: they are made while another request holds one.
    const senderOf = (authorizer) => new Sender({ ...parts, ...senderState(2, clock), authorizer });
    const unsigned = senderOf(signing(() => Promise.resolve(null)));
    const authorizer = createAuthorizer(credentials, {
        unsigned,
        signedBy: senderOf,
        failures,
        secrets,
        clock
    });
    const sender = new Sender({ ...parts, ...senderState(maxParallel, clock), authorizer });
    const api = { sender, failures, authorizer, firstUpload: new FirstUpload(!(0,registry_credentials/* uploadsByOAuth */.X0)(credentials)) };
    return { ...bundleEndpoints(api), ...jobSpecEndpoints(api), close: () => authorizer.close() };
}
function senderState(most, clock) {
    return { turns: new Turns(most, clock), breakers: { reads: new Breaker(), writes: new Breaker() } };
}


/***/ })

};
