import type {Rule} from '../rule.js';
import {nameTaken} from './name-taken.js';
import {duplicateName} from './duplicate-name.js';
import {sharedName} from './shared-name.js';
import {nameCharacters, nameSpaces, actionName, actionKey} from './name-characters.js';
import {blankKey} from './blank-key.js';
import {unknownKey} from './unknown-key.js';

export const RESOURCE_RULES: readonly Rule[] = [
  duplicateName,
  nameCharacters,
  nameSpaces,
  sharedName,
  actionName,
  actionKey,
  blankKey,
  unknownKey,
  nameTaken
];
