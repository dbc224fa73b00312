/** A task that waits for an answer to `asked`. */
interface Waiting<Q, A, T> {
  readonly index: number;
  readonly task: Generator<Q, T, A>;
  readonly asked: Q;
}

/**
 * Runs tasks side by side: what they ask is answered in rounds, so that one call of `answer` serves all of them.
 *
 * @param answer gives the answers in the order of the questions; each question stands there once a task
 * @returns what the tasks return, in their order
 */
export async function inLockstep<Q, A, T>(
  tasks: readonly Generator<Q, T, A>[],
  answer: (asked: readonly Q[]) => Promise<readonly A[]>
): Promise<T[]> {
  const results: T[] = [];
  let waiting: Waiting<Q, A, T>[] = [];
  const advance = (index: number, task: Generator<Q, T, A>, step: IteratorResult<Q, T>): void => {
    if (step.done === true) results[index] = step.value;
    else waiting.push({index, task, asked: step.value});
  };
  for (const [index, task] of tasks.entries()) advance(index, task, task.next());
  while (waiting.length > 0) {
    const round = waiting;
    waiting = [];
    const answers = await answer(round.map(({asked}) => asked));
    for (const [place, {index, task}] of round.entries()) {
      if (!(place in answers)) throw new Error('a question of this round has no answer');
      advance(index, task, task.next(answers[place] as A));
    }
  }
  return results;
}
