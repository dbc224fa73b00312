export const id = 613;
export const ids = [613];
export const modules = {

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


/***/ })

};
