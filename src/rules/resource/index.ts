import type {Rule} from '../rule.js';
import {
  actionKey,
  actionName,
  blankKey,
  duplicateName,
  nameCharacters,
  nameSpaces,
  sharedName
} from './names.js';
import {unknownKey} from './unknown-key.js';

export const RESOURCE_RULES: readonly Rule[] = [
  duplicateName,
  nameCharacters,
  nameSpaces,
  sharedName,
  actionName,
  actionKey,
  blankKey,
  unknownKey
];
