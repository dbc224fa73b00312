import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {generateBundle} from './generate.mjs';
import {validate} from './project.mjs';

const BUNDLES = 10_000;
const BYTES = 4_400;
const TARGET_MB = 600;

/** The most memory that a process of its own holds while it validates ten thousand bundles in one run. */
export function memoryRow() {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'child'], {
    encoding: 'utf8'
  });
  const {megabytes, meanBytes} = JSON.parse(output);
  return {
    what: `memory for ${BUNDLES} bundles of ${(meanBytes / 1000).toFixed(1)} KB in one run`,
    measured: `${megabytes.toFixed(0)} MB resident at most`,
    target: `≤ ${TARGET_MB} MB`,
    met: megabytes <= TARGET_MB
  };
}

if (process.argv[2] === 'child') await child();

async function child() {
  let bytes = 0;
  function* files() {
    for (let index = 0; index < BUNDLES; index += 1) {
      const file = Buffer.from(generateBundle({bytes: BYTES, index}));
      bytes += file.length;
      yield file;
    }
  }
  const {declared, findings} = await validate(files());
  if (declared.length !== BUNDLES || findings.length > 0)
    throw new Error('the generated bundles are not clean');
  console.log(JSON.stringify({megabytes: process.resourceUsage().maxRSS / 1024, meanBytes: bytes / BUNDLES}));
}
