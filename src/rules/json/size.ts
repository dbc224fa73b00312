import {LIMIT_WORDS} from '../../bundle/limits.js';
import {MAX_FILE_BYTES} from '../../bundle/text.js';
import type {FileRule} from '../rule.js';

export const size: FileRule = {
  id: 'json/size',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: `A bundle file has at most ${MAX_FILE_BYTES / 1024 / 1024} MiB, and holds no more than is looked into.`,
  why: `Bundles in use are some ten to fifty kilobytes. What is very much larger is nearly always not a bundle, or an attack on whoever reads it: at most ${Object.values(LIMIT_WORDS).join(', ')} are looked into.`,
  bad: '(a data export that the `bundles` pattern happens to match)',
  good: '(a narrower pattern, or the bundle split in two)',
  source: 'A limit of this tool; the registry documents none.',
  check(file, report) {
    const grown = file.placeholders?.tooLarge;
    if (grown) {
      const message = `the values of variables make this file larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`;
      report(grown, message, 'Shorten them in the `variables` input.');
    }
    const beyond = file.json?.beyond;
    if (beyond) {
      report(
        beyond,
        `there are more than ${LIMIT_WORDS[beyond.limit]}: the file is not looked into`,
        BEYOND_HINT
      );
    }
    if (!file.tooLarge) return;
    const mebibytes = (file.bytes / 1024 / 1024).toFixed(1);
    report(
      {start: 0, end: 0},
      `the file has ${mebibytes} MiB, more than the ${MAX_FILE_BYTES / 1024 / 1024} MiB that a bundle may have`,
      'Exclude it with a `!` pattern in the `bundles` input if it is not a bundle.'
    );
  }
};

const BEYOND_HINT =
  'Split the bundle, or exclude the file with a `!` pattern in the `bundles` input if it is not a bundle.';
