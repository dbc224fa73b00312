import type {Answer, FlowEngine, Question} from '../flow-tests/questions.js';
import {createJqAnswers} from './answers.js';
import {BoundedWorker} from '../worker/bounded-worker.js';

/** Milliseconds that one regular expression may take. */
const REGEX_MS = 1_000;
/** Regular expressions of one run that were late; those after them are not tried. */
const MOST_LATE = 5;

type RegexAnswer = Extract<Answer, {kind: 'regex'}>;

/** Runs jq and regular expressions of flow tests, each in a thread of its own that is ended when it takes too long. */
export function createFlowEngine(): FlowEngine {
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
      return asked.map((question): Answer => {
        if (question.kind === 'jq') return {kind: 'jq', outcome: next(outcomesLeft)};
        return next(matchesLeft);
      });
    },
    async close() {
      await Promise.all([jq.close(), regex.close()]);
    }
  };
}

function next<T>(values: Iterator<T, undefined>): T {
  const {value} = values.next();
  if (value === undefined) throw new Error('a question has no answer');
  return value;
}

/** Remembers what it was asked: the rows of a case ask the same again. */
class Regexes {
  private readonly worker = new BoundedWorker('regex');
  private readonly known = new Map<string, RegexAnswer>();
  private late = 0;

  async answer(asked: readonly Extract<Question, {kind: 'regex'}>[]): Promise<RegexAnswer[]> {
    const answers: RegexAnswer[] = [];
    for (const {pattern, text} of asked) answers.push(await this.answerOne(pattern, text));
    return answers;
  }

  async close(): Promise<void> {
    await this.worker.close();
  }

  private async answerOne(pattern: string, text: string): Promise<RegexAnswer> {
    const key = JSON.stringify([pattern, text]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.late >= MOST_LATE) return LATE;
    const answer = await this.worker.ask({pattern, flags: 'u', text}, REGEX_MS);
    if (answer.kind === 'unavailable')
      throw new Error(`regular expressions cannot be run: ${answer.message}`);
    if (answer.kind !== 'done') this.late += 1;
    const found: RegexAnswer =
      answer.kind === 'done' ? {kind: 'regex', matches: answer.output.match !== null, late: false} : LATE;
    this.known.set(key, found);
    return found;
  }
}

const LATE: RegexAnswer = {kind: 'regex', matches: false, late: true};
