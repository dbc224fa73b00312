import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {ROOT} from '../support/runner.js';

const MEBIBYTE = 1024;
const REPORT = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + ' KiB'))`;

/** Objects take more memory than anything else that 4 MB of JSON can say within the limits. */
const result = Array.from({length: 95_000}, (_, index) => ({
  [`k${index}_0123456789012`]: `v${index}0123456789`
}));

test('12 files of 4 MB are checked in less than a gigabyte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zis-memory-'));
  try {
    await mkdir(join(folder, 'zis'));
    for (let index = 0; index < 12; index += 1) {
      const text = JSON.stringify({...bundle(`b${index}`, {result}), integration: 'acme'});
      expect(text.length).toBeGreaterThan(3_900_000);
      await writeFile(join(folder, 'zis', `${index}.json`), text);
    }
    const program = [
      '--import',
      `data:text/javascript,${encodeURIComponent(REPORT)}`,
      join(ROOT, 'dist/cli/index.js')
    ];
    const {stdout, stderr} = await promisify(execFile)(process.execPath, [...program, 'validate'], {
      cwd: folder
    });
    expect(stdout).toContain('12 bundle files checked: no findings.');
    expect(Number(/peak (\d+) KiB/.exec(stderr)?.[1]) / MEBIBYTE).toBeLessThan(1_000);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
