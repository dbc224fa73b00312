import {dirname, resolve} from 'node:path';
import {runMainJob} from './main-job.js';

/** The package's folder: this file is run as dist/demo/index.js. */
const home = resolve(dirname(process.argv[1] ?? '.'), '../..');

try {
  await runMainJob(home, (line) => {
    console.log(line);
  });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
