import {slipInKey} from '../analysis/fixes.js';
import type {JsonNode} from '../../bundle/json-types.js';
import {didYouMean, quote, suggest} from '../../words.js';
import {EDITOR_KEY} from '../../bundle/model.js';
import {keyOf, type BundleRule} from '../rule.js';

const REQUIRED = ['name', 'zis_template_version', 'resources'];
const SERVER_KEYS = ['uuid', 'zendesk_account_id'];
const KNOWN = [...REQUIRED, 'description', 'integration'];

export const serverKey: BundleRule = {
  id: 'bundle/server-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A bundle file leaves out what the registry gives: `uuid` and `zendesk_account_id`.',
  why: 'They belong to one registered copy in one account. In a file they come from a download, mean nothing to an upload, and mislead readers.',
  bad: '{"name": "support", "uuid": "0f9a44e5-…", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  good: '{"name": "support", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  source: 'Bundles API reference, JSON format (both are given by the server and stand in no sample request)',
  check({root}, report) {
    for (const name of SERVER_KEYS) {
      const node = root.properties.get(name);
      if (node !== undefined) {
        report(
          keyOf(node),
          `${quote(name)} is given by the registry and does not belong in a file`,
          'Remove it.'
        );
      }
    }
  }
};

export const unknownKey: BundleRule = {
  id: 'bundle/unknown-key',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A bundle has no properties other than those of the bundle format.',
  why: 'What the registry does not know it drops or refuses; a misspelt `description` or `integration` is lost without a word.',
  bad: '{"name": "support", "descripton": "Answers tickets", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  good: '{"name": "support", "description": "Answers tickets", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  source: 'Bundles API reference, JSON format; what the registry does with others is not documented',
  check({root}, report) {
    // Something else than a bundle, as bundle/structure says.
    if (REQUIRED.every((name) => !root.properties.has(name))) return;
    for (const [name, node] of root.properties) {
      if (
        KNOWN.includes(name) ||
        name === EDITOR_KEY ||
        SERVER_KEYS.includes(name) ||
        meansMissing(name, root)
      )
        continue;
      report(
        keyOf(node),
        `${quote(name)} is no property of a bundle`,
        didYouMean(name, KNOWN) || KNOWN_HINT,
        slipInKey(node, KNOWN)
      );
    }
  }
};

/** Whether bundle/structure says already that a required property is missing and that this key may be it. */
function meansMissing(name: string, root: JsonNode): boolean {
  const missing = REQUIRED.filter((required) => !root.properties.has(required));
  return suggest(name, missing) !== null || (missing.includes('zis_template_version') && VERSION.test(name));
}

const VERSION = /version$/i;

const KNOWN_HINT = 'It has name, description, zis_template_version, integration and resources.';
