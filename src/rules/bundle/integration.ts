import type {Identity} from '../../bundle/identity.js';
import {INTEGRATION_NAME, type BundleFile} from '../../bundle/model.js';
import {beginningOf, type BundleRule} from '../rule.js';
import {listOf, quote} from '../../words.js';

export const integration: BundleRule = {
  id: 'bundle/integration',
  scope: 'bundle',
  severity: 'error',
  essential: true,
  summary: 'It is clear to which integration a bundle belongs.',
  why: 'A bundle is uploaded to an integration. One that is guessed wrong would create a second copy of its flows.',
  bad: '{"name": "support", "…": "two job specs, one with zis:a:flow:x and one with zis:b:flow:y"}',
  good: '{"name": "support", "integration": "my_integration", "…": "…"}',
  source: 'Bundles API reference, path parameter `integration`',
  check({file, root, identity}, report) {
    const stated = root.properties.get('integration');
    if (stated !== undefined && typeof stated.value !== 'string') return;
    if (stated === undefined && waitsForVariable(file, identity)) return;
    if (stated === undefined && !root.properties.has('name') && !root.properties.has('resources')) return;
    const at = stated ?? root.properties.get('name') ?? beginningOf(root);
    if (identity.integration === null) {
      const found =
        identity.candidates.length > 1
          ? `: its qualified names name ${listOf(identity.candidates, 'and')}`
          : '';
      report(at, `nothing says to which one integration this bundle belongs${found}`, HINT);
    } else if (identity.source !== 'file' && !INTEGRATION_NAME.test(identity.integration)) {
      report(
        at,
        `the integration ${quote(identity.integration)} is not a name that the registry takes`,
        NAME_HINT
      );
    }
  }
};

/** Whether the qualified names would decide, were it not for placeholders: variable/unfilled reports those. */
function waitsForVariable({placeholders}: BundleFile, {integration: found, candidates}: Identity): boolean {
  if (found !== null || candidates.length > 0) return false;
  return (placeholders?.unfilled ?? []).some(({holder}) => /^zis:[^:]*\{\{/.test(holder.value));
}

const HINT = 'Add "integration" to the file, or set the `integration` input.';
const NAME_HINT = 'It has 1 to 64 lower-case letters, digits, dashes and underscores.';
