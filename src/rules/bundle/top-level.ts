import {beginningOf, type FileRule} from '../rule.js';

export const topLevel: FileRule = {
  id: 'bundle/top-level',
  scope: 'file',
  severity: 'error',
  essential: true,
  summary: 'A bundle file holds one JSON object.',
  why: 'The registry takes one bundle a request, and a bundle is an object.',
  bad: '[{"name": "support", "zis_template_version": "2019-10-14", "resources": {}}]',
  good: '{"name": "support", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  source: 'Bundles API reference, JSON format',
  check(file, report) {
    const root = file.json?.root;
    if (!root || root.type === 'object') return;
    const found = root.type === 'array' ? 'an array' : root.type === 'null' ? 'null' : `a ${root.type}`;
    report(
      beginningOf(root),
      `a bundle is a JSON object, and this file holds ${found}`,
      'One file declares one bundle. Exclude the file with a `!` pattern in the `bundles` input if it is not a bundle.'
    );
  }
};
