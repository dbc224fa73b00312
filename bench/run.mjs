// Prints what docs/benchmarks.md explains: one run of everything, as a Markdown table. `npm run bench` builds lib/
// and dist/ first.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {availableParallelism, cpus} from 'node:os';
import {fileURLToPath} from 'node:url';

if (!existsSync(new URL('node_modules/', import.meta.url))) installOthers();
const {validationRows} = await import('./validation.mjs');
const {jqRow} = await import('./jq.mjs');
const {flowTestRows} = await import('./flow-tests.mjs');
const {memoryRow} = await import('./memory.mjs');
const {coldStartRows} = await import('./cold-start.mjs');
const {planningRows} = await import('./planning.mjs');

console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`
);
console.log('| what | measured | target | met |\n| --- | --- | --- | --- |');
for (const measure of [validationRows, jqRow, flowTestRows, memoryRow, coldStartRows, planningRows]) {
  for (const {what, measured, target = '', met = null} of [await measure()].flat()) {
    console.log(`| ${what} | ${measured} | ${target} | ${met === null ? '' : met ? 'yes' : 'no'} |`);
  }
}

/** The other validators are installed here only, so that the project's own install stays small. */
function installOthers() {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
}
