import {loadJq} from 'jq-wasm';
import type {Answer, FlowEngine, Question} from '../../src/flow-tests/questions.js';

/** jq and regular expressions in this very thread: for texts of our own. */
export function plainEngine(): FlowEngine {
  const answer = async (question: Question): Promise<Answer> => {
    if (question.kind === 'regex') {
      return {kind: 'regex', matches: new RegExp(question.pattern, 'u').test(question.text), late: false};
    }
    const jq = await loadJq();
    const {stdout, stderr, exitCode} = jq.raw(question.input, question.program, ['-c']);
    if (exitCode !== 0) return {kind: 'jq', outcome: {kind: 'error', Error: null, Cause: stderr.trim()}};
    return {kind: 'jq', outcome: {kind: 'jq', results: stdout.split('\n').filter(Boolean)}};
  };
  return {answer: (asked) => Promise.all(asked.map(answer)), close: () => Promise.resolve()};
}
