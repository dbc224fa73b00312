export const id = 268;
export const ids = [268];
export const modules = {

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
