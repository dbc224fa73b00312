import {describe, expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {MemoryWorkflow, type MemoryRun, type Tree} from '../support/memory-workflow.js';

/** A file with so many states that nothing leads to, one a line, each of them a warning. */
function faulty(name: string, count: number): Tree {
  const sound = bundle(name);
  const states = Array.from({length: count}, (_, at) => `"S${at}": {"Type": "Succeed"}`).join(',\n');
  const text = JSON.stringify(sound).replace('"States":{', `"States":{\n${states},\n`);
  return {[`zis/${name}.json`]: text};
}

const marked = ({annotations}: MemoryRun): string[] =>
  annotations.filter(({file}) => file !== '').map(({file, startLine}) => `${file}:${startLine}`);
const asked = ({github}: MemoryWorkflow): string[] =>
  github.calls.filter((call) => call.startsWith('changedLines'));

describe('the annotations of a pull request', () => {
  test('mark the lines that it changed first, and cost one request', async () => {
    const workflow = new MemoryWorkflow();
    workflow.push({...faulty('a', 12), ...faulty('b', 3)});
    const number = workflow.openPullRequest({...faulty('a', 14), ...faulty('b', 3), ...faulty('c', 1)});
    const run = await workflow.runPullRequest(number, {inputs: {command: 'validate'}});
    // Of a.json the last two states are new, and the line before them has a comma more.
    expect(marked(run).filter((place) => place.startsWith('zis/a.json'))).toEqual([
      'zis/a.json:2',
      'zis/a.json:3',
      'zis/a.json:4',
      'zis/a.json:5',
      'zis/a.json:14',
      'zis/a.json:15'
    ]);
    expect(marked(run).filter((place) => !place.startsWith('zis/a.json'))).toEqual([
      'zis/b.json:2',
      'zis/b.json:3',
      'zis/b.json:4',
      'zis/c.json:2'
    ]);
    expect(asked(workflow)).toEqual([`changedLines ${number}`]);
  });

  test('ask GitHub nothing where all of them are shown', async () => {
    const workflow = new MemoryWorkflow();
    const number = workflow.openPullRequest(faulty('a', 10));
    const run = await workflow.runPullRequest(number, {inputs: {command: 'validate'}});
    expect(marked(run)).toHaveLength(10);
    expect(asked(workflow)).toEqual([]);
  });

  test('are made without GitHub, too', async () => {
    const workflow = new MemoryWorkflow();
    const number = workflow.openPullRequest(faulty('a', 20));
    workflow.github.fail('changedLines');
    const run = await workflow.runPullRequest(number, {inputs: {command: 'validate'}});
    expect(marked(run)).toHaveLength(10);
    expect(run.said).toContain('GitHub: changedLines failed');
    expect(run.outputs['result']).toBe('valid');
  });
});

test('a push asks for no changed lines', async () => {
  const workflow = new MemoryWorkflow();
  const run = await workflow.pushAndRun(faulty('a', 20), {inputs: {command: 'validate'}});
  expect(marked(run)).toHaveLength(10);
  expect(asked(workflow)).toEqual([]);
});
