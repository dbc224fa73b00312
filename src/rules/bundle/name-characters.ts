import {nameOf} from '../../bundle/identity.js';
import {quote} from '../../words.js';
import type {BundleRule} from '../rule.js';

/** Controls, line and paragraph separators, marks of direction and what has no width; joiners are part of emoji. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

export const nameCharacters: BundleRule = {
  id: 'bundle/name-characters',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The name of a bundle has no space at its ends and no control character.',
  why: 'The registry tells bundles apart by their names. A space or a character that nobody sees makes another name of it, and beside the bundle that was meant a second one with the same flows.',
  bad: '{"name": "support ", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  good: '{"name": "support", "zis_template_version": "2019-10-14", "resources": {"…": {}}}',
  source: 'Bundles API reference, upsert of bundles; no page forbids it',
  check({root}, report) {
    const name = nameOf(root);
    if (name === null || name.text.trim() === '') return;
    const fault = UNSEEN.test(name.text)
      ? 'holds a character that nobody sees'
      : 'begins or ends with a space';
    if (name.text === name.text.trim() && !UNSEEN.test(name.text)) return;
    report(
      name.node,
      `the name of the bundle ${fault}: ${quote(name.text)}`,
      'Take it out of the name. A bundle that is registered under this name is another one then.'
    );
  }
};
