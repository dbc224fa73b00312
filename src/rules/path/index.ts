import type {Rule} from '../rule.js';
import {forgottenDollar} from './forgotten-dollar.js';
import {dynamicValue} from './dynamic-value.js';
import {referencePath} from './reference-path.js';
import {literalPath} from './literal.js';
import {bothForms} from './both-forms.js';
import {placeholder} from './placeholder.js';
import {pathSyntax, pathUnsupported} from './syntax.js';

export const PATH_RULES: readonly Rule[] = [
  pathSyntax,
  pathUnsupported,
  referencePath,
  dynamicValue,
  placeholder,
  literalPath,
  forgottenDollar,
  bothForms
];
