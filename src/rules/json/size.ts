import {MAX_FILE_BYTES} from '../../bundle/text.js';
import type {FileRule} from '../rule.js';

export const size: FileRule = {
  id: 'json/size',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: `A bundle file is at most ${MAX_FILE_BYTES / 1024 / 1024} MiB.`,
  why: 'Bundles in use are some ten to fifty kilobytes. A file of megabytes is nearly always not a bundle, and the registry has to take it in one request.',
  bad: '(a data export that the `bundles` pattern happens to match)',
  good: '(a narrower pattern, or the bundle split in two)',
  source: 'A limit of this tool; the registry documents none.',
  check(file, report) {
    const grown = file.placeholders?.tooLarge;
    if (grown) {
      const message = `the values of variables make this file larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`;
      report(grown, message, 'Shorten them in the `variables` input.');
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
