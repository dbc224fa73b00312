import type {Rule} from '../rule.js';
import {noFlow} from './no-flow.js';
import {noJobSpec} from './no-job-spec.js';
import {duplicateBundle} from './duplicate-bundle.js';
import {integration} from './integration.js';
import {nameCharacters} from './name-characters.js';
import {serverKey, unknownKey} from './unknown-key.js';
import {structure} from './structure.js';
import {topLevel} from './top-level.js';

export const BUNDLE_RULES: readonly Rule[] = [
  topLevel,
  structure,
  integration,
  duplicateBundle,
  nameCharacters,
  serverKey,
  unknownKey,
  noFlow,
  noJobSpec
];
