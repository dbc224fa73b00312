import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ startFromArguments)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./lib/visible.js
var lib_visible = __nccwpck_require__(629);
;// CONCATENATED MODULE: ./lib/errors.js

/** Why a step failed, as the `failure-reason` output names it. */
const FAILURE_REASONS = (/* unused pure expression or super */ null && ([
    'invalid-bundles',
    'invalid-inputs',
    'credentials-missing',
    'credentials-rejected',
    'registry-unavailable',
    'registry-unexpected',
    'ambiguous-bundle',
    'plan-missing',
    'plan-changed',
    'live-changed',
    'too-many-deletes',
    'upload-needs-api-token',
    'apply-failed',
    'cancelled',
    'drift',
    'tests-failed',
    'wrong-checkout',
    'incomplete-checkout',
    'stale-commit',
    'not-merged',
    'internal'
]));
/**
 * Something that the person who runs the action can mend. Everything else that is thrown is a bug and is
 * shown with its stack.
 *
 * @param reason  what the `failure-reason` output says
 * @param message what is wrong, and where, in one sentence
 * @param hint    what to do about it
 */
class UserError extends Error {
    reason;
    name = 'UserError';
    hint;
    constructor(reason, message, hint, options) {
        super(bounded(message), options);
        this.reason = reason;
        this.hint = bounded(hint);
    }
}
/** The message of anything that was thrown, on one line. */
function messageOf(error) {
    return bounded(error instanceof Error ? error.message : String(error));
}
/** Where in the program something was thrown, one line a call; what was thrown is left out. */
function stackOf(error) {
    if (!(error instanceof Error))
        return [];
    const lines = (error.stack ?? '').slice(0, LONGEST_STACK).split('\n');
    return lines.filter((line) => /^ {4}at /.test(line)).map((line) => visible(line));
}
const LONGEST_MESSAGE = 4_000;
const LONGEST_STACK = 20_000;
function bounded(text) {
    return (0,lib_visible/* visible */.RK)((0,lib_visible/* shorten */.ml)(text, LONGEST_MESSAGE));
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./lib/emulator/answers.js
function json(status, value) {
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
function answers_text(status, body) {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
const noContent = { status: 204, headers: {}, body: '' };
/** An upload and an installation say nothing but 200. */
const ok = { status: 200, headers: {}, body: '' };
/**
 * The documented errors, with the contradictions of the API reference: the message of a 400 is
 * "Unauthorized", and the inner status of a 404 is "400".
 */
function badRequest(detail) {
    return error(400, '1010', '400', detail, 'Unauthorized');
}
function unauthorized(detail) {
    return error(401, '1001', '401', detail, 'Unauthorized');
}
function missing(detail) {
    return error(404, '1020', '400', detail, 'Missing Resource');
}
function serverError(detail) {
    return error(500, '1050', '500', detail, 'Server Error');
}
/** A path that is none of the registry's: the general API error of a Zendesk account. */
const invalidEndpoint = json(404, { error: 'InvalidEndpoint', description: 'Not found' });
/** The general API's answer to somebody who may not do this. */
const forbidden = json(403, {
    error: 'Forbidden',
    description: 'You do not have access to this page.'
});
function error(status, code, inner, detail, message) {
    return json(status, { errors: [{ code, detail, status: inner }], message });
}

;// CONCATENATED MODULE: ./lib/emulator/auth.js

/** Public values for demos and tests: they open nothing but an emulator. */
const DEMO_CREDENTIALS = [
    { kind: 'api-token', email: 'admin@example.com', apiToken: 'demo-api-token' },
    { kind: 'oauth', oauthToken: 'demo-oauth-token' },
    { kind: 'oauth-client', clientId: 'demo-client', clientSecret: 'demo-client-secret' }
];
/** The refusal that a request to the registry meets; null when it may pass. */
function refuse(visitors, access) {
    const { authorization = '', integration, oauth, anyClient, writes } = access;
    if (!oauth && /^bearer /i.test(authorization)) {
        return answers_text(401, 'Authorization failed due to OAuth being disabled for this API request');
    }
    const caller = callerOf(visitors, authorization);
    if (caller === null)
        return unauthorized('Authentication failed');
    if (caller.by !== 'token')
        return caller.admin ? null : json(403, { message: 'Only admin user is allowed' });
    const foreign = caller.integration !== null && caller.integration !== integration;
    if (foreign || (caller.ofAnyClient && !anyClient)) {
        return unauthorized('Authorization failed due to integration mismatch');
    }
    if (!caller.admin)
        return json(403, { message: 'Only admin user is allowed' });
    return allows(caller, writes, 'zis') ? null : missingScope(writes);
}
/** The refusal that a request to the account's own API meets; null when it may pass. */
function refuseAtAccount(visitors, { authorization = '', writes }) {
    const caller = callerOf(visitors, authorization);
    if (caller === null || caller.integration !== null)
        return json(401, { error: "Couldn't authenticate you" });
    if (!caller.admin)
        return forbidden;
    return caller.by !== 'token' || allows(caller, writes, 'oauth') ? null : missingScope(writes);
}
function allows({ scopes }, writes, resource) {
    const scope = writes ? 'write' : 'read';
    return scopes.includes(scope) || scopes.includes(`${resource}:${scope}`);
}
function missingScope(writes) {
    const description = `You are missing the following required scopes: ${writes ? 'write' : 'read'}`;
    return json(403, { error: 'Forbidden', description });
}
function callerOf({ accepted, tokens, passwords, date }, authorization) {
    const header = normalised(authorization);
    const issued = tokens.callerOf(header.replace(/^bearer /, ''));
    if (issued !== null)
        return issued;
    const who = accepted.find((credentials) => headerOf(credentials) === header);
    if (who === undefined || who.kind === 'oauth-client')
        return null;
    if (who.kind === 'password' && !passwords)
        return null;
    if (who.kind === 'api-token' && !tokens.isActive(who.apiToken, date))
        return null;
    return {
        by: who.kind === 'oauth' ? 'token' : who.kind,
        admin: who.kind === 'oauth' || who.admin !== false,
        integration: who.kind === 'oauth' ? (who.integration ?? null) : null,
        ofAnyClient: false,
        scopes: ['read', 'write']
    };
}
/** null for a client, which sends no requests but for tokens. */
function headerOf(credentials) {
    switch (credentials.kind) {
        case 'api-token':
            return basic(`${credentials.email}/token:${credentials.apiToken}`);
        case 'password':
            return basic(`${credentials.email}:${credentials.password}`);
        case 'oauth':
            return `bearer ${credentials.oauthToken}`;
        case 'oauth-client':
            return null;
    }
}
function basic(pair) {
    return `basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}
/** The scheme's name may be in any letter case (RFC 9110). */
function normalised(authorization) {
    return authorization.replace(/^[a-z]+ /i, (scheme) => scheme.toLowerCase());
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/emulator/pages.js

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 100;
/**
 * One page of a list: 20 entries unless `page[size]` asks for others, 100 at most. Cursors are texts that
 * mean nothing to the caller, and `meta.after` is set on the last page too, as in the live registry.
 *
 * @param key     the property that holds the entries
 * @param entries in the order of their sequence numbers
 */
function page(key, entries, query, show) {
    const size = sizeIn(query);
    const [after, before] = [cursorIn(query, 'page[after]'), cursorIn(query, 'page[before]')];
    if (size === null)
        return badRequest('page[size] must be a positive integer');
    if (after === null || before === null)
        return badRequest('invalid cursor');
    const candidates = entries.filter(({ sequence }) => sequence > (after ?? -Infinity) && sequence < (before ?? Infinity));
    const backwards = before !== undefined && after === undefined;
    const shown = backwards ? candidates.slice(-size) : candidates.slice(0, size);
    const meta = {
        after: cursorOf(shown.at(-1)),
        before: cursorOf(shown.at(0)),
        has_more: candidates.length > shown.length
    };
    return json(200, { [key]: shown.map(show), meta });
}
function sizeIn(query) {
    const text = query.get('page[size]') ?? '';
    if (text === '')
        return DEFAULT_SIZE;
    const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    return size === 0 ? null : Math.min(size, LARGEST_SIZE);
}
/** Counts in sequence numbers, so that it holds when its entry is deleted meanwhile. */
function cursorOf(entry) {
    return entry === undefined ? '' : Buffer.from(`entry:${entry.sequence}`).toString('base64url');
}
/** undefined for no cursor, null for one that the emulator did not give. */
function cursorIn(query, name) {
    const text = query.get(name) ?? '';
    if (text === '')
        return undefined;
    const match = /^entry:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
    return match === null ? null : Number(match[1]);
}

;// CONCATENATED MODULE: ./lib/bundle/objects.js
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value where it is an object, else an empty one: for looking into JSON of any shape. */
function objectOf(value) {
    return isObject(value) ? value : {};
}
/** An own property; undefined for a key that only the prototype has. */
function own(object, key) {
    return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
/** Sets an own property, of the name `__proto__` too. */
function setOwn(object, name, value) {
    if (name === '__proto__') {
        Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    }
    else {
        object[name] = value;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/validate.js

/** The only template version there is (Bundles API reference, zis_template_version). */
const TEMPLATE_VERSION = '2019-10-14';
// What ZIS takes, stated here on its own: a stand-in that shared these with the checker would agree with its
// mistakes. Sources: Bundles API reference; the type list from its sample and the custom action guide.
const INTEGRATION_KEY = /^[a-z0-9_-]{1,64}$/;
const RESOURCE_TYPES = ['ZIS::Flow', 'ZIS::JobSpec', 'ZIS::Action::Http'];
function isIntegrationKey(key) {
    return INTEGRATION_KEY.test(key);
}
/** Why an upload is refused, in the registry's words where they are known. */
class Invalid extends Error {
}
/**
 * Checks an upload as far as the live registry is known to: envelope, resource types and names, comparisons
 * of Choice states, and names used twice. Cross-references are not checked, there as here.
 *
 * @param others the other registered bundles of the integration
 * @throws Invalid
 */
function checkUpload(body, others) {
    if (!isObject(body))
        throw new Invalid('bundle must be a JSON object');
    const { name, zis_template_version: version, resources } = body;
    if (typeof name !== 'string' || name.trim() === '')
        throw new Invalid('name is required');
    if (version !== TEMPLATE_VERSION)
        throw new Invalid(`zis_template_version must be "${TEMPLATE_VERSION}"`);
    if (!isObject(resources) || Object.keys(resources).length === 0)
        throw new Invalid('resources is required');
    for (const [key, resource] of Object.entries(resources))
        checkResource(key, resource);
    checkNames(body, others.filter((other) => other.name !== name));
    return { name, content: body };
}
/** `type` and `properties.name` of every sound resource. */
function resourcesIn(content) {
    const resources = isObject(content.resources) ? Object.values(content.resources) : [];
    return resources.flatMap((resource) => {
        const { type = null, properties } = isObject(resource) ? resource : {};
        if (!isObject(properties) || typeof properties.name !== 'string')
            return [];
        return [{ type, name: properties.name, properties }];
    });
}
function checkResource(key, resource) {
    if (!isObject(resource))
        throw new Invalid(`resource ${key} must be an object`);
    const { type = null, properties } = resource;
    if (!RESOURCE_TYPES.includes(type))
        throw new Invalid(`resource ${key} has an unknown type`);
    if (!isObject(properties))
        throw new Invalid(`resource ${key}: properties is required`);
    const { name, definition } = properties;
    if (typeof name !== 'string' || name.trim() === '')
        throw new Invalid(`resource ${key}: name is required`);
    if (type === 'ZIS::Flow' && comparesByPattern(definition)) {
        throw new Invalid(`BundleValidationError: resource ${key}: And is required`);
    }
}
function checkNames(content, others) {
    const seen = new Set();
    const all = [...others.map((other) => other.content), content];
    for (const { type, name } of all.flatMap(resourcesIn)) {
        const id = JSON.stringify([type, name]);
        if (seen.has(id))
            throw new Invalid('Bundle contains duplicated resources');
        seen.add(id);
    }
}
/**
 * Whether any Choice of the flow uses StringMatches, the one operator that is known to be refused. The
 * registry's message names neither the operator nor the state.
 */
function comparesByPattern(definition) {
    const scopes = [definition];
    for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
        const states = isObject(scope) && isObject(scope.States) ? Object.values(scope.States) : [];
        for (const state of states.filter(isObject)) {
            scopes.push(state.Iterator);
            if (state.Type === 'Choice' && someRule(state.Choices, (rule) => rule.StringMatches !== undefined))
                return true;
        }
    }
    return false;
}
/** Goes through the rules of a Choice and those inside And, Or and Not. */
function someRule(choices, test) {
    const open = [choices];
    while (open.length > 0) {
        const rule = open.pop();
        if (Array.isArray(rule)) {
            for (const inner of rule)
                open.push(inner);
        }
        else if (isObject(rule)) {
            if (test(rule))
                return true;
            open.push(rule.And, rule.Or, rule.Not);
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/emulator/job-specs.js




function listJobSpecs(state, integration, query) {
    const specs = state.jobSpecs.filter((spec) => spec.integration === integration);
    return page('job_specs', specs, query, listed);
}
/**
 * Starts the events of a spec that a registered bundle declares.
 *
 * @param known what the installation knows to be registered, which may be older than the store
 */
function installJobSpec(store, known, qualifiedName) {
    const isDeclared = (found) => found !== undefined && found.bundleUuid !== null;
    const spec = find(store.state, qualifiedName);
    if (!isDeclared(spec) || !isDeclared(find(known, qualifiedName))) {
        return badRequest('one or more requested job specs is invalid');
    }
    store.commit(replace(store.state, spec, { ...spec, installed: true }));
    return ok;
}
/** Stops the events of a spec. One that no bundle declares any more is gone then. */
function uninstallJobSpec(store, qualifiedName) {
    const spec = find(store.state, qualifiedName);
    if (spec === undefined)
        return missing('job spec not found');
    store.commit(replace(store.state, spec, spec.bundleUuid === null ? null : { ...spec, installed: false }));
    return noContent;
}
/** The integration in `zis:{integration}:job_spec:{name}`; null for any other text. */
function integrationIn(qualifiedName) {
    return /^zis:([^:]+):job_spec:./.exec(qualifiedName)?.[1] ?? null;
}
/**
 * The state after an upload: those job specs that the bundle no longer declares stay while they are installed.
 *
 * @param orphan whether those that it declares are uninstalled by it, whatever they were before
 */
function withJobSpecsOf(state, bundle, orphan) {
    const declared = resourcesIn(bundle.content).filter(({ type }) => type === 'ZIS::JobSpec');
    const names = new Set(declared.map(({ name }) => name));
    const before = orphaned(state, bundle.uuid).jobSpecs;
    const isRedeclared = (spec) => spec.integration === bundle.integration && names.has(spec.name);
    let { nextSequence } = state;
    const fresh = declared.map(({ name, properties }) => {
        const old = state.jobSpecs.find((spec) => spec.integration === bundle.integration && spec.name === name);
        return {
            sequence: old?.sequence ?? nextSequence++,
            uuid: old?.uuid ?? (0,external_node_crypto_namespaceObject.randomUUID)(),
            integration: bundle.integration,
            name,
            installed: !orphan && old?.installed === true,
            bundleUuid: bundle.uuid,
            properties
        };
    });
    const jobSpecs = [...before.filter((spec) => !isRedeclared(spec)), ...fresh];
    return { ...state, nextSequence, jobSpecs: jobSpecs.sort((a, b) => a.sequence - b.sequence) };
}
/** The state after a deletion: the bundle's installed specs go on firing until they are uninstalled. */
function withoutBundle(state, uuid) {
    return { ...orphaned(state, uuid), bundles: state.bundles.filter((bundle) => bundle.uuid !== uuid) };
}
/** As the list gives it (the fields of Zendesk's own client). */
function listed({ integration, name, uuid, installed, properties }) {
    const { description = '', event_source = '', event_type = '', flow_name = '' } = properties;
    return { description, event_source, event_type, flow_name, installed, integration, name, uuid };
}
function orphaned(state, bundleUuid) {
    const jobSpecs = state.jobSpecs
        .filter((spec) => spec.bundleUuid !== bundleUuid || spec.installed)
        .map((spec) => (spec.bundleUuid === bundleUuid ? { ...spec, bundleUuid: null } : spec));
    return { ...state, jobSpecs };
}
function find(state, qualifiedName) {
    return state.jobSpecs.find(({ integration, name }) => qualifiedName === `zis:${integration}:job_spec:${name}`);
}
function replace(state, old, next) {
    const jobSpecs = state.jobSpecs.flatMap((spec) => {
        if (spec !== old)
            return [spec];
        return next === null ? [] : [next];
    });
    return { ...state, jobSpecs };
}

;// CONCATENATED MODULE: ./lib/emulator/bundles.js





/** The one account that the emulator is. */
const ACCOUNT_ID = 12345;
function listBundles(state, integration, query) {
    return page('bundles', bundlesOf(state, integration), query, summary);
}
function showBundle(state, integration, uuid) {
    const found = bundlesOf(state, integration).find((bundle) => bundle.uuid === uuid);
    return found === undefined ? missing('bundle not found') : json(200, whole(found));
}
/** Replaces the bundle of the same name, which keeps its uuid and place, or adds one. */
function uploadBundle(store, integration, body, { uniqueNames, orphanJobSpecs }) {
    const registered = bundlesOf(store.state, integration);
    let sound;
    try {
        sound = checkUpload(parse(body), uniqueNames ? registered : []);
    }
    catch (error) {
        if (error instanceof Invalid)
            return badRequest(error.message);
        throw error;
    }
    const { state } = store;
    const old = registered.find(({ name }) => name === sound.name);
    const bundle = {
        sequence: old?.sequence ?? state.nextSequence,
        uuid: old?.uuid ?? (0,external_node_crypto_namespaceObject.randomUUID)(),
        integration,
        ...sound
    };
    const others = state.bundles.filter(({ uuid }) => uuid !== bundle.uuid);
    const bundles = [...others, bundle].sort((a, b) => a.sequence - b.sequence);
    const integrations = [...new Set([...state.integrations, integration])];
    const next = { ...state, integrations, bundles, nextSequence: state.nextSequence + 1 };
    store.commit(withJobSpecsOf(next, bundle, orphanJobSpecs));
    return ok;
}
function deleteBundle(store, integration, uuid) {
    const found = bundlesOf(store.state, integration).find((bundle) => bundle.uuid === uuid);
    if (found === undefined)
        return missing('bundle not found');
    store.commit(withoutBundle(store.state, uuid));
    return noContent;
}
/** As the show endpoint gives it: the uploaded content, its integration, uuid and account set. */
function whole(bundle) {
    const { content, integration, uuid } = bundle;
    return { ...content, integration, uuid, zendesk_account_id: ACCOUNT_ID };
}
/** As the list endpoint gives it: without resources. */
function summary(bundle) {
    return Object.fromEntries(Object.entries(whole(bundle)).filter(([key]) => key !== 'resources'));
}
/** 409 for one that is there already. */
function createIntegration(store, integration) {
    const { state } = store;
    if (state.integrations.includes(integration))
        return json(409, { message: 'integration already exists' });
    store.commit({ ...state, integrations: [...state.integrations, integration] });
    return ok;
}
function bundlesOf(state, integration) {
    return state.bundles.filter((bundle) => bundle.integration === integration);
}
function parse(body) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        throw new Invalid('request body is not valid JSON');
    }
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./lib/emulator/behaviour.js

const DEFAULT_BEHAVIOUR = {
    uniqueNames: true,
    orphanJobSpecs: true,
    readLagMs: 0,
    installLagMs: 0,
    budget: null,
    encoding: null,
    firewall: null,
    oauthUploads: false,
    anyClient: false,
    passwords: true,
    date: null
};
const LONGEST_LAG = 60_000;
/** What each switch takes, for the message about another value. */
const CHECKS = {
    uniqueNames: [isBoolean, 'true or false'],
    orphanJobSpecs: [isBoolean, 'true or false'],
    readLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
    installLagMs: [isLag, `a whole number from 0 to ${LONGEST_LAG}`],
    budget: [
        (value) => value === null || isBudget(value),
        'null, or {requests, perMs, window: "sliding" | "fixed", tell: "retry-after" | "ratelimit-reset" | "nothing"}'
    ],
    encoding: [(value) => value === null || value === 'gzip' || value === 'br', 'null, "gzip" or "br"'],
    firewall: [(value) => value === null || typeof value === 'string', 'null or a text'],
    oauthUploads: [isBoolean, 'true or false'],
    anyClient: [isBoolean, 'true or false'],
    passwords: [isBoolean, 'true or false'],
    date: [(value) => value === null || isDate(value), 'null, or a date such as "2027-04-30"']
};
/**
 * Reads switches as the control interface gets them.
 *
 * @throws an Error that says what a switch takes
 */
function switchesIn(data) {
    if (!isObject(data))
        throw new Error('The switches are an object.');
    for (const [name, value] of Object.entries(data)) {
        const check = Object.entries(CHECKS).find(([known]) => known === name)?.[1];
        if (check === undefined)
            throw new Error(`The switches are ${Object.keys(CHECKS).join(', ')}.`);
        const [takes, words] = check;
        if (!takes(value))
            throw new Error(`${name} is ${words}.`);
    }
    return data;
}
/** Counts the requests of a budget. */
class Meter {
    /** When the requests of the current span were served, the oldest first. */
    served = [];
    /** When the first request of all was served. */
    origin = null;
    /** @returns how many milliseconds are to be waited; 0 when the request is served */
    take(budget, now) {
        const { requests, perMs, window } = budget;
        this.origin ??= now;
        const start = window === 'sliding' ? now - perMs : fixedStart(this.origin, now, perMs);
        this.served = this.served.filter((at) => (window === 'sliding' ? at > start : at >= start));
        if (this.served.length < requests) {
            this.served.push(now);
            return 0;
        }
        return (window === 'sliding' ? (this.served[0] ?? now) : start) + perMs - now;
    }
}
/** When the current one of the spans began that follow one another from the first request on. */
function fixedStart(first, now, perMs) {
    return first + Math.floor((now - first) / perMs) * perMs;
}
function isBoolean(value) {
    return typeof value === 'boolean';
}
function isDate(value) {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
function isLag(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_LAG;
}
function isBudget(value) {
    if (!isObject(value))
        return false;
    const { requests, perMs, window, tell } = value;
    const counts = [requests, perMs].every((count) => Number.isInteger(count) && Number(count) > 0);
    const isWindow = window === 'sliding' || window === 'fixed';
    return counts && isWindow && (tell === 'retry-after' || tell === 'ratelimit-reset' || tell === 'nothing');
}

;// CONCATENATED MODULE: ./lib/emulator/control.js




/** Below this path a test that runs the emulator as a process scripts faults and reads what was requested. */
const CONTROL_PATH = '/__emulator/';
/**
 * `POST faults` (one fault script, or an array of them, as JSON; an expression for the path goes into
 * `match.pathPattern`), `DELETE faults`, `POST behaviour` (some switches as a JSON object), `GET behaviour`,
 * `DELETE behaviour`, `GET requests`.
 */
function control(request, service, requests) {
    const { faults } = service;
    switch (`${request.method} ${request.url.pathname.slice(CONTROL_PATH.length)}`) {
        case 'POST faults':
            return carryOut(request.body, (data) => {
                const scripts = (Array.isArray(data) ? data : [data]).map(scriptOf);
                for (const script of scripts)
                    faults.add(script);
            });
        case 'DELETE faults':
            faults.clear();
            return noContent;
        case 'POST behaviour':
            return carryOut(request.body, (data) => {
                service.behave(switchesIn(data));
            });
        case 'GET behaviour':
            return json(200, { ...service.behaviour });
        case 'DELETE behaviour':
            service.behave(DEFAULT_BEHAVIOUR);
            return noContent;
        case 'GET requests':
            return json(200, requests.map((record) => ({ ...record })));
        default:
            return answers_text(404, 'faults (POST, DELETE), behaviour (POST, GET, DELETE) and requests (GET) are what there is here.\n');
    }
}
/** What is asked for as JSON; a fault in it is said. */
function carryOut(body, act) {
    try {
        act(JSON.parse(new TextDecoder().decode(body)));
        return noContent;
    }
    catch (error) {
        return answers_text(400, `${messageOf(error)}\n`);
    }
}
/** Which fields each kind of fault needs, and of which type. */
const REQUIRED = {
    status: { status: 'number' },
    delay: { ms: 'number' },
    reset: { when: 'string' },
    truncate: { bytes: 'number' },
    redirect: { to: 'string' },
    body: { body: 'string' }
};
function scriptOf(data) {
    if (!isObject(data) || !isObject(data.fault))
        throw new Error('A fault script is an object with a fault.');
    const { fault, times, match = {} } = data;
    const kind = Object.keys(REQUIRED).find((known) => known === fault.kind);
    if (kind === undefined)
        throw new Error(`fault.kind is one of ${Object.keys(REQUIRED).join(', ')}.`);
    for (const [field, type] of Object.entries(REQUIRED[kind])) {
        if (typeof fault[field] !== type)
            throw new Error(`A ${kind} fault needs ${field}, a ${type}.`);
    }
    if (times !== undefined && typeof times !== 'number')
        throw new Error('times is a number.');
    if (!isObject(match))
        throw new Error('match is an object.');
    const { pathPattern, ...conditions } = match;
    const path = typeof pathPattern === 'string' ? { path: new RegExp(pathPattern) } : {};
    return { fault: fault, match: { ...conditions, ...path }, ...(times === undefined ? {} : { times }) };
}

;// CONCATENATED MODULE: ./lib/emulator/server.js






/** 413 above this; real bundles are some 10 to 50 KB. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** How many requests are kept for reading back: the oldest go first, so that memory stays bounded. */
const MOST_RECORDS = 10_000;
/** The emulator's HTTP side: reads requests, writes answers and keeps a record. */
class EmulatorServer {
    parts;
    server;
    requests = [];
    inFlight = 0;
    connections = 0;
    numbers = new WeakMap();
    constructor(parts) {
        this.parts = parts;
        this.server = (0,external_node_http_namespaceObject.createServer)((request, response) => {
            this.handle(request, response).catch((error) => {
                parts.log(`internal: ${messageOf(error)}`);
                response.destroy();
            });
        });
    }
    async handle(message, response) {
        const request = await readRequest(message);
        if (request.url.pathname.startsWith(CONTROL_PATH)) {
            write(response, fromThisMachine(message) ? control(request, this.parts.service, this.requests) : FORBIDDEN);
            return;
        }
        const record = this.record(message);
        this.inFlight++;
        try {
            await this.play(request, record, response);
        }
        finally {
            this.inFlight--;
        }
        this.parts.log(`${record.method} ${record.path} ${record.status ?? 'connection broken'}`);
    }
    async play(request, record, response) {
        const { service } = this.parts;
        const { answer, cutAt } = await service.answer(request);
        if (answer === null) {
            response.socket?.resetAndDestroy();
            return;
        }
        record.status = answer.status;
        write(response, answer, { encoding: service.behaviour.encoding, cutAt });
    }
    record(message) {
        const { method = '', url = '', socket } = message;
        const connection = this.numbers.get(socket) ?? ++this.connections;
        this.numbers.set(socket, connection);
        const at = this.parts.clock.now();
        const record = { method, path: url, status: null, at, inFlight: this.inFlight + 1, connection };
        this.requests.push(record);
        if (this.requests.length > MOST_RECORDS)
            this.requests.shift();
        return record;
    }
}
/** Real time; a sleep ends when the emulator closes. */
function realClock(closing) {
    return {
        now: () => Math.round(performance.timeOrigin + performance.now()),
        sleep: async (milliseconds) => {
            await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, { signal: closing }).catch(() => undefined);
        }
    };
}
const FORBIDDEN = answers_text(403, 'Only this machine may script the emulator.\n');
function fromThisMachine({ socket }) {
    return /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
}
/** A body over the limit is read to its end and dropped: the client could not read the answer otherwise. */
async function readRequest(message) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size <= LARGEST_BODY)
            chunks.push(chunk);
    }
    const { method = '', url = '', headers } = message;
    return {
        method,
        url: new URL(`http://emulator.invalid${url.startsWith('/') ? url : '/'}`),
        authorization: headers.authorization,
        body: Buffer.concat(chunks),
        tooLarge: size > LARGEST_BODY
    };
}
function write(response, { status, headers, body }, { encoding = null, cutAt = null } = {}) {
    if (status === 204) {
        response.writeHead(status, headers).end();
        return;
    }
    const coded = encoding !== null && body !== '';
    const bytes = coded ? compressed(body, encoding) : Buffer.from(body, 'utf8');
    response.writeHead(status, {
        ...headers,
        ...(coded ? { 'content-encoding': encoding } : {}),
        'content-length': bytes.byteLength
    });
    if (cutAt === null)
        response.end(bytes);
    else
        response.write(bytes.subarray(0, cutAt), () => response.destroy());
}
function compressed(body, encoding) {
    return encoding === 'gzip' ? (0,external_node_zlib_namespaceObject.gzipSync)(body) : (0,external_node_zlib_namespaceObject.brotliCompressSync)(body);
}

;// CONCATENATED MODULE: ./lib/emulator/faults.js
/** The scripted faults, in the order in which they were given: the first that is due hits. */
class Faults {
    scripts = [];
    add(script) {
        this.scripts.push({ script, seen: 0, left: script.times ?? 1 });
    }
    clear() {
        this.scripts = [];
    }
    /** The fault for this request, if any. Every script that matches counts it, whether it hits or not. */
    next(method, path) {
        let due = null;
        for (const entry of this.scripts.filter(({ script }) => matches(script.match ?? {}, method, path))) {
            entry.seen++;
            if (due !== null || entry.left < 1 || entry.seen < (entry.script.match?.nth ?? 1))
                continue;
            entry.left--;
            due = entry.script.fault;
        }
        return due;
    }
}
function matches({ method, path }, actualMethod, actualPath) {
    if (method !== undefined && method.toUpperCase() !== actualMethod)
        return false;
    if (path === undefined)
        return true;
    // search ignores the state that an expression with the flag g or y carries along.
    return typeof path === 'string' ? actualPath.startsWith(path) : actualPath.search(path) !== -1;
}

;// CONCATENATED MODULE: ./lib/emulator/oauth.js




const DEFAULT_SECONDS = 30 * 60;
const LEAST_SECONDS = 5 * 60;
const MOST_SECONDS = 48 * 60 * 60;
const SCOPES = ['read', 'write', 'zis:read', 'zis:write', 'oauth:read', 'oauth:write'];
/** `POST /oauth/tokens`: a token for a client that knows its secret. */
function mintToken(tokens, accepted, body) {
    const asked = oauth_parse(body);
    if (asked === null)
        return refusal(400, 'invalid_request', 'The request body is no JSON object.');
    if (asked.grant_type !== 'client_credentials') {
        return refusal(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
    }
    const client = accepted.find((one) => isClient(one) && one.clientId === asked.client_id);
    if (client?.kind !== 'oauth-client' || client.clientSecret !== asked.client_secret) {
        return refusal(401, 'invalid_client', 'Client authentication failed.');
    }
    if (client.isPublic === true) {
        return refusal(401, 'unauthorized_client', 'The client is not authorized to use this grant type.');
    }
    return tokenFor(client, tokens, asked);
}
function tokenFor(client, tokens, asked) {
    const { scope = 'read write', expires_in: seconds = DEFAULT_SECONDS } = asked;
    const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
    const allowed = client.scopes ?? SCOPES;
    if (scopes.length === 0 || !scopes.every((one) => allowed.includes(one))) {
        return refusal(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.');
    }
    if (typeof seconds !== 'number' || !(seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS)) {
        return refusal(400, 'invalid_request', `expires_in is from ${LEAST_SECONDS} to ${MOST_SECONDS}.`);
    }
    return json(200, {
        access_token: tokens.issueToClient(client, scopes, seconds),
        token_type: 'bearer',
        scope: scopes.join(' '),
        ...(asked.expires_in === undefined ? {} : { expires_in: seconds })
    });
}
/** `GET /api/v2/oauth/clients.json`: the client that every integration has, `zis_{integration}`. */
function listClients(state, query) {
    return page('clients', clientsOf(state), query, ({ sequence: id, identifier }) => ({
        id,
        identifier,
        name: identifier
    }));
}
/** `POST /api/v2/oauth/tokens`: a token of one of those clients, for its integration alone. */
function makeToken(tokens, state, body) {
    const { client_id: id, scopes } = objectOf(oauth_parse(body)?.token);
    const client = clientsOf(state).find(({ sequence }) => sequence === id);
    if (client === undefined ||
        !Array.isArray(scopes) ||
        !scopes.every((one) => typeof one === 'string' && SCOPES.includes(one))) {
        return json(422, { error: 'RecordInvalid', description: 'Record validation errors' });
    }
    const { token, id: tokenId } = tokens.issueForIntegration(client.integration, scopes.map(String));
    return json(201, { token: { id: tokenId, client_id: client.sequence, scopes, full_token: token } });
}
/** `DELETE /api/v2/oauth/tokens/{id}.json` */
function revokeToken(tokens, id) {
    return tokens.revoke(Number(id))
        ? noContent
        : json(404, { error: 'RecordNotFound', description: 'Not found' });
}
/** In the order of their ids. */
function clientsOf({ integrations, bundles, jobSpecs }) {
    const names = new Set([...integrations, ...[...bundles, ...jobSpecs].map(({ integration }) => integration)]);
    return [...names]
        .map((integration) => ({ sequence: idOf(integration), identifier: `zis_${integration}`, integration }))
        .sort((a, b) => a.sequence - b.sequence);
}
/** Always the same for an integration, with 12 digits at most. */
function idOf(integration) {
    return Number.parseInt((0,external_node_crypto_namespaceObject.createHash)('sha256').update(integration).digest('hex').slice(0, 9), 16);
}
function isClient(credentials) {
    return credentials.kind === 'oauth-client';
}
function refusal(status, error, description) {
    return json(status, { error, error_description: description });
}
function oauth_parse(body) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
        return isObject(value) ? value : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/routes.js






/** Answers a request as the registry would: who asks, for which integration, for what. */
function serve(world, accepted, request) {
    const { behaviour, tokens } = world;
    const { passwords, date, anyClient, oauthUploads } = behaviour;
    const visitors = { accepted, tokens, passwords, date };
    const answer = serveAccount(world, visitors, request);
    if (answer !== null)
        return answer;
    const match = jobSpecRoute(request) ?? integrationRoute(request);
    if (match === null)
        return invalidEndpoint;
    const { authorization, method } = request;
    const { integration } = match;
    const oauth = match.oauth || oauthUploads;
    return (refuse(visitors, {
        authorization,
        integration,
        oauth,
        anyClient: anyClient || match.anyClient === true,
        writes: method !== 'GET'
    }) ?? (isIntegrationKey(integration) ? match.run(world) : badRequest('invalid integration key')));
}
/** The account's own endpoints, for OAuth clients and tokens; null for any other. */
function serveAccount(world, visitors, request) {
    const { tokens, store } = world;
    const { method, url, body, authorization } = request;
    const endpoint = `${method} ${url.pathname.replace(/\.json$/, '')}`;
    if (endpoint === 'POST /oauth/tokens')
        return mintToken(tokens, visitors.accepted, body);
    const id = /^DELETE \/api\/v2\/oauth\/tokens\/(\d{1,15})$/.exec(endpoint)?.[1];
    const known = ['GET /api/v2/oauth/clients', 'POST /api/v2/oauth/tokens'].includes(endpoint);
    if (!known && id === undefined)
        return null;
    const refusal = refuseAtAccount(visitors, { authorization, writes: method !== 'GET' });
    if (refusal !== null)
        return refusal;
    if (id !== undefined)
        return revokeToken(tokens, id);
    return method === 'GET' ? listClients(store.state, url.searchParams) : makeToken(tokens, store.state, body);
}
const ROOT = '/api/services/zis/registry/';
/** `job_specs/install?job_spec_name=\u2026`, whose integration is in the name. */
function jobSpecRoute({ method, url }) {
    if (url.pathname !== `${ROOT}job_specs/install`)
        return null;
    const name = url.searchParams.get('job_spec_name') ?? '';
    const integration = integrationIn(name);
    const match = (run) => ({
        integration: integration ?? 'unknown',
        oauth: true,
        run: integration === null ? () => badRequest('one or more requested job specs is invalid') : run
    });
    if (method === 'POST')
        return match((world) => installJobSpec(world.store, world.store.seen(world.behaviour.installLagMs), name));
    if (method === 'DELETE')
        return match(({ store }) => uninstallJobSpec(store, name));
    return null;
}
/** `{integration}`, `{integration}/bundles`, `{integration}/bundles/{uuid}` and `{integration}/job_specs`. */
function integrationRoute(request) {
    const segments = decodedSegments(request.url.pathname);
    if (segments === null)
        return null;
    const [integration = '', collection = '', uuid, ...rest] = segments;
    if (rest.length > 0)
        return null;
    const match = (run, oauth = true) => ({ integration, oauth, run });
    const query = request.url.searchParams;
    if (segments.length === 1 && request.method === 'POST') {
        const create = match(({ store }) => createIntegration(store, integration));
        // The client of an integration does not exist before it.
        return { ...create, anyClient: true };
    }
    const endpoint = `${request.method} ${collection}${uuid === undefined ? '' : '/{uuid}'}`;
    switch (endpoint) {
        case 'GET bundles':
            return match((world) => listBundles(readable(world), integration, query));
        case 'POST bundles':
            return match(({ store, behaviour }) => uploadBundle(store, integration, request.body, behaviour), false);
        case 'GET bundles/{uuid}':
            return match((world) => showBundle(readable(world), integration, uuid ?? ''));
        case 'DELETE bundles/{uuid}':
            return match(({ store }) => deleteBundle(store, integration, uuid ?? ''));
        case 'GET job_specs':
            return match((world) => listJobSpecs(readable(world), integration, query));
        default:
            return null;
    }
}
/** What lists and shows see. */
function readable({ store, behaviour }) {
    return store.seen(behaviour.readLagMs);
}
function decodedSegments(pathname) {
    if (!pathname.startsWith(ROOT))
        return null;
    try {
        return pathname.slice(ROOT.length).split('/').map(decodeURIComponent);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/emulator/tokens.js

/** From this moment on no API token is let in (Zendesk, "Migrating from API tokens to OAuth access tokens"). */
const API_TOKENS_END = Date.parse('2027-04-30');
/** An API token that is not used for so long is deactivated (same source): milliseconds. */
const LONGEST_REST = 30 * 24 * 60 * 60_000;
/** The OAuth tokens that an account has issued, and when its API tokens were last used. In memory only. */
class Tokens {
    now;
    issued = new Map();
    everIssued = [];
    lastUses = new Map();
    /** @param now milliseconds */
    constructor(now) {
        this.now = now;
    }
    /** All tokens that were ever issued, in order. */
    get all() {
        return this.everIssued;
    }
    /** Those that can still be used. */
    get valid() {
        return [...this.issued.keys()].filter((token) => this.callerOf(token) !== null);
    }
    /** A token of a client, which ends after so many seconds. */
    issueToClient({ admin = true }, scopes, seconds) {
        const caller = { by: 'token', admin, integration: null, ofAnyClient: true, scopes };
        return this.issue(caller, this.now() + seconds * 1000).token;
    }
    /** A token of the client of an integration. */
    issueForIntegration(integration, scopes) {
        return this.issue({ by: 'token', admin: true, integration, ofAnyClient: false, scopes }, null);
    }
    /** @returns whether there was one */
    revoke(id) {
        const token = [...this.issued].find(([, issued]) => issued.id === id)?.[0];
        return token !== undefined && this.issued.delete(token);
    }
    /** Ends all of them now. */
    revokeAll() {
        this.issued.clear();
    }
    /** As if nothing had ever been issued or used. */
    forget() {
        this.revokeAll();
        this.everIssued.length = 0;
        this.lastUses.clear();
    }
    /** Whose token it is; null for one that was never issued, is revoked or has ended. */
    callerOf(token) {
        const issued = this.issued.get(token);
        if (issued === undefined || (issued.endsAt !== null && issued.endsAt <= this.now()))
            return null;
        return issued.caller;
    }
    /**
     * Whether an API token may still be used on a date, which counts as a use of it.
     *
     * @param date null where it does not depend on the date
     */
    isActive(apiToken, date) {
        if (date === null)
            return true;
        const today = Date.parse(date);
        const rest = today - (this.lastUses.get(apiToken) ?? today);
        if (today >= API_TOKENS_END || rest > LONGEST_REST)
            return false;
        this.lastUses.set(apiToken, today);
        return true;
    }
    issue(caller, endsAt) {
        // With characters that other encodings write in another way.
        const token = (0,external_node_crypto_namespaceObject.randomBytes)(32).toString('base64');
        const id = this.everIssued.push(token);
        this.issued.set(token, { id, endsAt, caller });
        return { token, id };
    }
}

;// CONCATENATED MODULE: ./lib/emulator/service.js






/** The registry behind HTTP: what becomes of a request, its faults and the registry's behaviour included. */
class Service {
    parts;
    faults = new Faults();
    tokens;
    switches = DEFAULT_BEHAVIOUR;
    meter = new Meter();
    constructor(parts) {
        this.parts = parts;
        this.tokens = new Tokens(() => parts.clock.now());
    }
    get behaviour() {
        return this.switches;
    }
    /** Sets some of the switches. A budget that is set begins anew. */
    behave(switches) {
        this.switches = { ...this.switches, ...switches };
        this.meter = new Meter();
    }
    /** Takes back all faults and switches. */
    calm() {
        this.faults.clear();
        this.behave(DEFAULT_BEHAVIOUR);
    }
    /** Answers a request when its time has come. */
    async answer(request) {
        const refusal = this.refusal(request);
        const fault = this.faults.next(request.method, request.url.pathname + request.url.search);
        const late = lateness(fault);
        await this.wait(this.parts.latencyMs + late.before);
        const broken = fault?.kind === 'reset' ? fault.when : null;
        if (broken === 'before')
            return BROKEN;
        const answer = refusal ?? replacement(fault) ?? this.process(request);
        await this.wait(late.after);
        if (broken === 'after')
            return BROKEN;
        return {
            answer: fault?.kind === 'body' ? withBody(answer, fault) : answer,
            cutAt: fault?.kind === 'truncate' ? fault.bytes : null
        };
    }
    async wait(milliseconds) {
        if (milliseconds > 0)
            await this.parts.clock.sleep(milliseconds);
    }
    /** What a request meets before it comes to the registry: the budget of its account, or a firewall. */
    refusal({ body }) {
        const { budget, firewall } = this.switches;
        const wait = budget === null ? 0 : this.meter.take(budget, this.parts.clock.now());
        if (budget !== null && wait > 0)
            return tooMany(wait, budget.tell);
        const blocked = firewall !== null && body.byteLength > 0 && Buffer.from(body).includes(firewall);
        return blocked ? BLOCKED : null;
    }
    process(request) {
        if (request.tooLarge)
            return json(413, { message: 'Request Entity Too Large' });
        try {
            const { store, credentials } = this.parts;
            return serve({ store, behaviour: this.switches, tokens: this.tokens }, credentials, request);
        }
        catch (error) {
            this.parts.log(`internal: ${messageOf(error)}`);
            return serverError('internal error');
        }
    }
}
const BROKEN = { answer: null, cutAt: null };
/** How many milliseconds later than usual the request is processed, and how many after that it is answered. */
function lateness(fault) {
    if (fault?.kind !== 'delay')
        return { before: 0, after: 0 };
    return fault.when === 'after' ? { before: 0, after: fault.ms } : { before: fault.ms, after: 0 };
}
/** As a web application firewall ahead of an API answers: the API is never asked. */
const BLOCKED = {
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: '<!DOCTYPE html><html><head><title>Attention Required!</title></head><body><h1>Sorry, you have been blocked</h1></body></html>'
};
function tooMany(waitMs, tell) {
    const answer = answers_text(429, 'Too Many Requests');
    if (tell === 'nothing')
        return answer;
    return { ...answer, headers: { ...answer.headers, [tell]: String(Math.ceil(waitMs / 1000)) } };
}
/** The answer of a fault that keeps the request from being processed. */
function replacement(fault) {
    if (fault?.kind === 'redirect')
        return { status: fault.status ?? 302, headers: { location: fault.to }, body: '' };
    if (fault?.kind !== 'status')
        return null;
    const { status, body = '', headers = {}, contentType } = fault;
    return { status, headers: { ...headers, ...typeHeader(contentType) }, body };
}
function withBody(answer, fault) {
    return { ...answer, body: fault.body, headers: { ...answer.headers, ...typeHeader(fault.contentType) } };
}
function typeHeader(contentType) {
    return contentType === undefined ? {} : { 'content-type': contentType };
}

;// CONCATENATED MODULE: ./lib/emulator/state.js
const EMPTY_STATE = { nextSequence: 1, integrations: [], bundles: [], jobSpecs: [] };

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/emulator/store.js




/** How long an earlier state can be asked for: milliseconds. */
const LONGEST_MEMORY = 60_000;
/** Holds the state and, where a folder is given, keeps it there. */
class Store {
    current;
    file;
    onChange;
    now;
    /** Earlier states, and until when each was the current one; the oldest first. */
    earlier = [];
    constructor(current, file, onChange, now) {
        this.current = current;
        this.file = file;
        this.onChange = onChange;
        this.now = now;
    }
    /**
     * @param dataDir  made when it is not there; null keeps everything in memory
     * @param onChange called after every commit
     * @param now      milliseconds
     * @throws UserError `invalid-inputs` when the folder's file cannot be read or is not a registry's
     */
    static open(dataDir, onChange = () => undefined, now = () => performance.now()) {
        if (dataDir === null)
            return new Store(EMPTY_STATE, null, onChange, now);
        const file = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.resolve)(dataDir), 'registry.json');
        try {
            (0,external_node_fs_namespaceObject.mkdirSync)(dataDir, { recursive: true });
        }
        catch (error) {
            throw unusable(file, `the folder cannot be made (${messageOf(error)})`);
        }
        return new Store(load(file), file, onChange, now);
    }
    get state() {
        return this.current;
    }
    /** The state as it was so many milliseconds ago, 60,000 at most. */
    seen(agoMs) {
        const moment = this.now() - agoMs;
        return this.earlier.find(({ until }) => until > moment)?.state ?? this.current;
    }
    /** The new state is on the disk before anybody sees it. */
    commit(next) {
        if (this.file !== null)
            writeAtomically(this.file, `${JSON.stringify({ version: 1, ...next }, null, 2)}\n`);
        const now = this.now();
        this.earlier.push({ state: this.current, until: now });
        while ((this.earlier[0]?.until ?? now) < now - LONGEST_MEMORY)
            this.earlier.shift();
        this.current = next;
        this.onChange();
    }
}
/** A kill at any moment leaves either the old file or the new one. */
function writeAtomically(file, content) {
    const temporary = `${file}.tmp`;
    const handle = (0,external_node_fs_namespaceObject.openSync)(temporary, 'w', 0o600);
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(handle, content, 'utf8');
        (0,external_node_fs_namespaceObject.fsyncSync)(handle);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(handle);
    }
    (0,external_node_fs_namespaceObject.renameSync)(temporary, file);
}
function load(file) {
    let content;
    try {
        content = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return EMPTY_STATE;
        throw unusable(file, `it cannot be read (${messageOf(error)})`);
    }
    let data;
    try {
        data = JSON.parse(content);
    }
    catch {
        throw unusable(file, 'it is not JSON');
    }
    if (!isSaved(data))
        throw unusable(file, 'it is not the data of this emulator');
    const { nextSequence, bundles, jobSpecs } = data;
    // Files of older emulators lack them.
    const integrations = data.integrations ?? bundles.map(({ integration }) => integration);
    return { nextSequence, integrations, bundles, jobSpecs };
}
function isSaved(data) {
    if (typeof data !== 'object' || data === null)
        return false;
    const { version, nextSequence, integrations = [], bundles, jobSpecs } = data;
    const isNames = Array.isArray(integrations) && integrations.every((name) => typeof name === 'string');
    const sound = version === 1 && Number.isSafeInteger(nextSequence) && isNames;
    return sound && isListOf(bundles, 'content') && isListOf(jobSpecs, 'properties');
}
function isListOf(list, objectKey) {
    if (!Array.isArray(list))
        return false;
    return list.every((entry) => {
        if (typeof entry !== 'object' || entry === null)
            return false;
        const { sequence, uuid, integration, name, [objectKey]: object } = entry;
        const texts = [uuid, integration, name].every((text) => typeof text === 'string');
        return texts && Number.isSafeInteger(sequence) && typeof object === 'object' && object !== null;
    });
}
function unusable(file, why) {
    return new UserError('invalid-inputs', `The registry's data in ${file} cannot be used: ${why}.`, 'Mend the file, or move it away to start with an empty registry. It has not been changed.');
}

;// CONCATENATED MODULE: ./lib/emulator/index.js










/**
 * A ZIS Registry on this machine: the bundle and job spec endpoints, and those for OAuth tokens, with the behaviour that is documented or
 * was observed. For demos, tests and trials; it knows one account.
 *
 * @throws UserError `invalid-inputs` when the data cannot be used or the port cannot be opened
 */
async function startRegistryEmulator(options = {}) {
    const { port = 0, host = '127.0.0.1', dataDir = null, latencyMs = 0, credentials = DEMO_CREDENTIALS } = options;
    const closing = new AbortController();
    const { clock = realClock(closing.signal), log = () => undefined } = options;
    const store = Store.open(dataDir, options.onChange, () => clock.now());
    const service = new Service({ store, credentials, latencyMs, clock, log });
    const { server, requests } = new EmulatorServer({ service, clock, log });
    server.listen(port, host);
    try {
        await (0,external_node_events_namespaceObject.once)(server, 'listening');
    }
    catch (error) {
        throw new UserError('invalid-inputs', `The emulator cannot listen on ${host}, port ${port}: ${messageOf(error)}.`, 'Choose another port, or 0 for any free one.');
    }
    return {
        url: urlOf(server.address()),
        requests,
        tokens: service.tokens,
        bundles: () => store.state.bundles.map(whole),
        jobSpecs: () => store.state.jobSpecs.map(listed),
        script: (...scripts) => {
            for (const script of scripts)
                service.faults.add(script);
        },
        behave: (switches) => {
            service.behave(switches);
        },
        reset: () => {
            store.commit(EMPTY_STATE);
            service.calm();
            service.tokens.forget();
            requests.length = 0;
        },
        close: async () => {
            if (closing.signal.aborted)
                return;
            closing.abort();
            const closed = (0,external_node_events_namespaceObject.once)(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}
function urlOf({ address, family, port }) {
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

;// CONCATENATED MODULE: ./lib/emulator/cli.js



/** How to use it, under the name that it was started by. */
function usageOf(program) {
    return `Usage: ${program} [--port PORT] [--data DIR] [--latency MS]

A ZIS Registry on this machine, to point registry-url at.

  --port PORT    the port to listen on; 0 takes any free one (default 8787)
  --data DIR     keep the bundles in this folder; without it they are gone at the end
  --latency MS   answer every request so many milliseconds later (default 0)
  --help         show this text

Faults for tests: POST /__emulator/faults with {"match": {"method", "path", "pathPattern", "nth"}, "times",
"fault": {"kind": "status" | "delay" | "reset" | "truncate" | "redirect" | "body", \u2026}}, DELETE
/__emulator/faults, and GET /__emulator/requests for what was requested. POST, GET and DELETE
/__emulator/behaviour for how the registry acts: {"uniqueNames", "orphanJobSpecs", "readLagMs",
"installLagMs", "budget", "encoding", "firewall", "oauthUploads", "anyClient", "passwords", "date"}.
From this machine only.
`;
}
/**
 * Starts the emulator that the arguments ask for.
 *
 * @param argv    the arguments without node and script
 * @param log     gets one line a request
 * @param program what a user types to start it
 */
async function startFromArguments(argv, log, program = 'npm run registry --') {
    const usage = usageOf(program);
    let settings;
    try {
        settings = settingsIn(argv);
    }
    catch (error) {
        return { out: '', err: `${messageOf(error)}\n\n${usage}`, exitCode: 2, emulator: null };
    }
    if (settings === 'help')
        return { out: usage, err: '', exitCode: 0, emulator: null };
    try {
        const emulator = await startRegistryEmulator({ ...settings, log });
        return { out: greeting(emulator.url), err: '', exitCode: null, emulator };
    }
    catch (error) {
        if (!(error instanceof UserError))
            throw error;
        return { out: '', err: `${error.message}\n${error.hint}\n`, exitCode: 1, emulator: null };
    }
}
function settingsIn(argv) {
    const { values } = (0,external_node_util_namespaceObject.parseArgs)({
        args: [...argv],
        options: {
            port: { type: 'string', default: '8787' },
            data: { type: 'string' },
            latency: { type: 'string', default: '0' },
            help: { type: 'boolean', default: false }
        }
    });
    if (values.help)
        return 'help';
    if (values.data === '')
        throw new Error('--data is empty: give the name of a folder.');
    return {
        port: cli_whole('--port', values.port, 65_535),
        latencyMs: cli_whole('--latency', values.latency, 60_000),
        ...(values.data === undefined ? {} : { dataDir: values.data })
    };
}
function cli_whole(flag, text, most) {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value <= most)
        return value;
    throw new Error(`${flag} is ${JSON.stringify(text)}: give a whole number from 0 to ${most}.`);
}
function greeting(url) {
    const [basic, bearer, client] = DEMO_CREDENTIALS;
    return [
        `ZIS Registry emulator at ${url}`,
        `  registry-url: ${url}`,
        `  email:        ${basic.email}`,
        `  api-token:    ${basic.apiToken}`,
        `  oauth-token:  ${bearer.oauthToken} (as in the real one: to list, show and delete, not to upload)`,
        `  oauth-client-id: ${client.clientId}, oauth-client-secret: ${client.clientSecret} (the same)`,
        'These credentials are public demo values. Ctrl+C stops it.',
        ''
    ].join('\n');
}


/***/ }),

/***/ 558:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(629);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(671);


const { out, err, exitCode, emulator } = await (0,_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .startFromArguments */ .v)(process.argv.slice(2), (line) => {
    console.log((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(line));
});
// Before the greeting, which says that Ctrl-C works.
if (emulator !== null) {
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => void emulator.close());
}
process.stdout.write(out);
process.stderr.write(err);
if (exitCode !== null)
    process.exitCode = exitCode;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/* unused harmony exports plain, paint, joined, visibleLines, linesOf, coloured, inert, inertOutput, visibleJson, shortenMiddle, shortenPair */
/**
 * Characters that a reader cannot see or that change what the reader sees: control and format characters
 * (bidi overrides, zero-width characters, tags), line and paragraph separators, lone surrogates, blank
 * "letters" and variation selectors.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const NAMED = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function visible(text, keep = '') {
    return text.replace(HIDDEN, (character, offset) => {
        if (keep.includes(character) || belongsToEmoji(character, text.slice(Math.max(0, offset - 2), offset))) {
            return character;
        }
        return NAMED[character] ?? escapeSequence(character);
    });
}
/** How much of a value stands in a sentence. */
const VALUE_LENGTH = 1_000;
/** A line from a literal of ours and values, which are made visible, and cut when they are very long. */
function plain(literal, ...values) {
    const shown = values.map((value) => visible(shorten(String(value), VALUE_LENGTH)));
    return String.raw({ raw: literal }, ...shown);
}
/** Lines that are shown in one, such as the columns of a table, from a literal of ours. */
function paint(literal, ...values) {
    return String.raw({ raw: literal }, ...values);
}
/** Joins lines with a separator of ours. */
function joined(lines, separator) {
    return lines.join(separator);
}
/** A text of several lines, each made visible. */
function visibleLines(text) {
    return text.split('\n').map((each) => visible(each));
}
/** Whole lines, each with its end. */
function linesOf(lines) {
    return lines.map((each) => `${each}\n`).join('');
}
/** The same in the colour of this code (ECMA-48, SGR). */
function coloured(text, code) {
    return (text === '' ? text : `\u001b[${code}m${text}\u001b[0m`);
}
/**
 * The runner takes a line that begins with `::` as a command, and one that holds `##[` anywhere (actions/runner,
 * ActionCommand.cs). An invisible character between the signs is enough to stop that.
 *
 * @param text one or more lines, as the runner takes them apart: .NET's StreamReader ends one at \n, \r and \r\n
 */
function inert(text) {
    return text
        .split(/(\r\n|\r|\n)/)
        .map((line, index) => (index % 2 === 1 ? line : inertLine(line)))
        .join('');
}
/**
 * What a terminal tool writes, which may run in a workflow's step as well: there the runner reads its lines. `##[`
 * becomes `##\u005b`, which JSON reads as the same, and a `::` at the start of a line `\u003a:`. So do the openings
 * of commands in Azure Pipelines (`##vso[`) and TeamCity (`##teamcity[`).
 *
 * @param commands whether lines that begin with `::` are ours, and meant
 */
function inertOutput(text, commands = false) {
    const told = text.includes('##') ? text.replace(OPENING, '$1\\u005b') : text;
    if (commands || !told.includes('::'))
        return told;
    return told
        .split(/(\r\n|\r|\n)/)
        .map((line, index) => {
        const start = index % 2 === 1 ? -1 : line.search(NO_WHITE_SPACE);
        const isCommand = start !== -1 && line.startsWith('::', start);
        return isCommand ? `${line.slice(0, start)}\\u003a:${line.slice(start + 2)}` : line;
    })
        .join('');
}
/** What .NET's TrimStart takes away (Char.IsWhiteSpace); JavaScript's \s lacks U+0085. */
const NO_WHITE_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const BREAK = '\u200b';
/** Of a command within a line: GitHub's older form, Azure Pipelines', TeamCity's. */
const OPENING = /(##(?:vso|teamcity)?)\[/g;
function inertLine(line) {
    const start = line.search(NO_WHITE_SPACE);
    const isCommand = start !== -1 && line.startsWith('::', start);
    const told = isCommand ? `${line.slice(0, start + 1)}${BREAK}${line.slice(start + 1)}` : line;
    return told.replace(OPENING, `$1${BREAK}[`);
}
/** JSON of a value, with all that cannot be seen escaped; it gives the same value when it is read. */
function visibleJson(value, indent) {
    const text = JSON.stringify(value, null, indent);
    return text.replace(HIDDEN, (character) => character === '\n' ? character : jsonEscape(character));
}
function jsonEscape(character) {
    return Array.from({ length: character.length }, (_, unit) => {
        return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
    }).join('');
}
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const characters = Array.from(text.slice(0, most * 2 + 2));
    if (characters.length <= most)
        return text;
    return `${characters.slice(0, most - 1).join('')}\u2026`;
}
/** As shorten, but what is cut out is the middle: of a comparison both the subject and the value stay. */
function shortenMiddle(text, most) {
    const characters = Array.from(text.slice(0, 10_000));
    if (characters.length <= most)
        return text;
    const tail = Math.floor((most - 1) / 2);
    return `${characters.slice(0, most - 1 - tail).join('')}\u2026${characters.slice(-tail).join('')}`;
}
/**
 * Two different texts, each shortened to about `most` characters such that the first difference stays in
 * view.
 */
function shortenPair(old, now, most) {
    const common = commonPrefix(old, now);
    const lead = Math.floor(most / 3);
    if (common <= lead || (old.length <= most && now.length <= most)) {
        return [shorten(old, most), shorten(now, most)];
    }
    const from = common - lead;
    return [`\u2026${shorten(old.slice(from), most - 1)}`, `\u2026${shorten(now.slice(from), most - 1)}`];
}
function belongsToEmoji(character, before) {
    if (character === '\ufe0f')
        return /\p{Extended_Pictographic}$/u.test(before);
    return character === '\u200d' && /(?:\p{Extended_Pictographic}|\p{EMod})\ufe0f?$/u.test(before);
}
function escapeSequence(character) {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
function commonPrefix(a, b) {
    let length = 0;
    while (length < a.length && length < b.length && a[length] === b[length])
        length += 1;
    return length;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(558);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
