export const id = 812;
export const ids = [812];
export const modules = {

/***/ 8812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_TEST_FILE_BYTES: () => (/* reexport */ test_file/* MAX_TEST_FILE_BYTES */.fD),
  bundleOf: () => (/* reexport */ bundleOf),
  flowNamesOf: () => (/* binding */ flowNamesOf),
  readEventFile: () => (/* binding */ readEventFile),
  readSnapshots: () => (/* reexport */ snapshots/* readSnapshots */.y),
  readTestFile: () => (/* reexport */ test_file/* readTestFile */.jq),
  snapshotPath: () => (/* reexport */ snapshots.snapshotPath),
  testedBundle: () => (/* reexport */ testedBundle),
  tooLargeTestFile: () => (/* reexport */ test_file/* tooLargeTestFile */.CV),
  unreadableTestFile: () => (/* reexport */ test_file/* unreadableTestFile */.e_)
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
// EXTERNAL MODULE: ./lib/flow-tests/test-file.js + 5 modules
var test_file = __webpack_require__(6367);
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
        return { root };
    const [first] = faults;
    const line = text.slice(0, first?.start ?? 0).split('\n').length;
    return { message: `${path}:${line}: ${first?.message ?? 'it cannot be read'}`, hint: first?.hint ?? '' };
}


/***/ })

};
