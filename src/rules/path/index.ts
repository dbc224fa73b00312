import type {Rule} from '../rule.js';
import {dynamicValue, referencePath} from './dynamic-value.js';
import {bothForms, literalPath} from './literal.js';
import {placeholder} from './placeholder.js';
import {pathSyntax, pathUnsupported} from './syntax.js';

export const PATH_RULES: readonly Rule[] = [
  pathSyntax,
  pathUnsupported,
  referencePath,
  dynamicValue,
  placeholder,
  literalPath,
  bothForms
];
