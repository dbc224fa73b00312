import {slipInText} from '../analysis/fixes.js';
import type {BundleRule} from '../rule.js';
import {listOf, quote} from '../../words.js';
import {BUILT_INS} from '../../flow/built-ins.js';
import {callsIn} from '../analysis/calls.js';
import {builtInHint} from '../analysis/action-hints.js';

export const unknownBuiltIn: BundleRule = {
  id: 'action/unknown-built-in',
  scope: 'bundle',
  severity: 'error',
  summary: 'An action of `zis:common` is one of the seven that are known.',
  why: 'No page and no sample that we know has another one, and a state cannot run an action that does not exist.',
  bad: '{"ActionName": "zis:common:action:LoadConfigs"}',
  good: '{"ActionName": "zis:common:action:LoadConfig"}',
  source: 'ZIS built-in actions; ZIS links',
  check(bundle, report) {
    for (const {node, text, builtIn} of callsIn(bundle)) {
      if (!builtIn || BUILT_INS.has(text)) continue;
      const names = [...BUILT_INS.keys()];
      report(
        node,
        `ZIS has no built-in action ${quote(text)}`,
        builtInHint(text) || `It has ${listOf(names, 'and')}.`,
        slipInText(node, names)
      );
    }
  }
};
