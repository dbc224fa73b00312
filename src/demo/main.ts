import {dirname, resolve} from 'node:path';
import {tellStory} from './story.js';

/** The package's folder: this file is run as dist/demo/index.js. */
const home = resolve(dirname(process.argv[1] ?? '.'), '../..');

try {
  await tellStory(home, (line) => {
    console.log(line);
  });
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
