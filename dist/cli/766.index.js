export const id = 766;
export const ids = [766];
export const modules = {

/***/ 6766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTests: () => (/* binding */ runTests)
});

// EXTERNAL MODULE: ./lib/flow-run/allowance.js
var flow_run_allowance = __webpack_require__(8062);
// EXTERNAL MODULE: ./lib/flow-run/lockstep.js
var lockstep = __webpack_require__(8111);
// EXTERNAL MODULE: ./lib/flow-tests/coverage.js
var flow_tests_coverage = __webpack_require__(144);
// EXTERNAL MODULE: ./lib/flow-run/run.js + 9 modules
var run = __webpack_require__(6940);
// EXTERNAL MODULE: ./lib/flow-run/store.js
var flow_run_store = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/flow-run/unknowns.js
var unknowns = __webpack_require__(1001);
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
    return unknowns/* UNKNOWN_IDS */.Ih.filter((id) => one[id] !== undefined && other[id] !== undefined && one[id] !== other[id]);
}

// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(4842);
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
    for (const [i, j] of [...common(expected, actual), [expected.length, actual.length]]) {
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
function common(one, other) {
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
var values = __webpack_require__(7752);
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

// EXTERNAL MODULE: ./lib/flow-tests/paste.js
var paste = __webpack_require__(5623);
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
    return { id: 'error.name', node: error.node, candidates: [error.Error, unknowns/* OTHER_ERROR_NAME */.aR], latent: false };
}
/** Runs the flow to its end: mocks answer first, then the configs and links in memory; only jq is asked for. */
function* answered(test, { flow, actions, allowance }, mocks, answers) {
    const { document, account, connections, configs } = test;
    const { subdomain, accountId: account_id, integrationKey: integration } = account;
    const store = new flow_run_store/* Store */.i(configs, { account_id, integration });
    const machine = (0,run/* runFlow */.c)({ flow, actions, document, subdomain, connections, answers, allowance });
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
            paste: call === null ? [] : (0,paste/* mockToPaste */.D)(call, has),
            at,
            bundleNode: end.innermost.node
        }
    ];
}
const STOP_HINTS = new Map([
    [LATE_WHEN, 'Write it so that it finds no match sooner, without repetitions within repetitions.'],
    [flow_run_allowance/* TOO_MUCH_TOGETHER */.eL, 'Run fewer tests at a time, or let the flow copy less of its data.']
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
    const { about } = unknowns/* UNKNOWNS */.kG[id];
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
        message: `the case touches ${id}, and its unknowns are strict: ZIS does not document ${unknowns/* UNKNOWNS */.kG[id].about}`,
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
// EXTERNAL MODULE: ./lib/flow/path.js
var path = __webpack_require__(3937);
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

// EXTERNAL MODULE: ./lib/flow-tests/start.js
var start = __webpack_require__(268);
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

// EXTERNAL MODULE: ./lib/flow-tests/reading-budget.js
var reading_budget = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/flow/built-ins.js
var built_ins = __webpack_require__(9229);
;// CONCATENATED MODULE: ./lib/flow-tests/run-tests.js









/** How many cases run side by side: jq serves all that wait at once. */
const SIDE_BY_SIDE = 500;
/** Runs the cases of test files. A file with errors is not run; the others are. */
async function runTests(prepared, options) {
    const budget = new reading_budget/* ReadingBudget */.o();
    const runs = prepared.map((file) => new FileRun(file, options, budget));
    const allowance = new flow_run_allowance/* Allowance */.b9();
    const open = runs.flatMap((run) => run.open(allowance));
    for (let from = 0; from < open.length; from += SIDE_BY_SIDE) {
        const chunk = open.slice(from, from + SIDE_BY_SIDE);
        await (0,lockstep/* inLockstep */.z)(chunk, options.answer);
    }
    const coverage = new flow_tests_coverage/* CoverageCounter */.ZM();
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
        const tested = { flow, actions: bundle.actions, states: (0,flow_tests_coverage/* statesOf */.kY)(flow).length, allowance };
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
