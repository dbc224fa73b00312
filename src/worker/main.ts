// The program of the worker thread (bounded-worker.ts starts it): does one kind of task, one after the other.
import {parentPort, workerData} from 'node:worker_threads';
import {openJq} from './jq.js';
import {searchFirst} from './regex.js';
import type {Message, Perform, TaskName, Tasks} from './tasks.js';

const OPEN: {readonly [Name in TaskName]: () => Promise<Perform<Name>>} = {
  jq: openJq,
  regex: () => Promise.resolve(searchFirst)
};

const {task: name} = workerData as {readonly task: TaskName};
serve((await OPEN[name]()) as Perform<TaskName>);

function serve(perform: Perform<TaskName>): void {
  parentPort?.on('message', (task: Tasks[TaskName]['task']) => {
    void answer(perform, task).then(say);
  });
  say({kind: 'ready'});
}

async function answer(perform: Perform<TaskName>, task: Tasks[TaskName]['task']): Promise<Message<TaskName>> {
  try {
    return {kind: 'output', output: await perform(task)};
  } catch (error) {
    return {kind: 'failed', message: error instanceof Error ? error.message : String(error)};
  }
}

function say(message: Message<TaskName>): void {
  parentPort?.postMessage(message);
}
