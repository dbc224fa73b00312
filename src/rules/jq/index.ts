import type {Rule} from '../rule.js';
import {jsonPath} from './json-path.js';
import {injection} from './injection.js';
import {jqSyntax} from './syntax.js';
import {notChecked} from './not-checked.js';
import {jqUndefined} from './undefined.js';

export const JQ_RULES: readonly Rule[] = [jsonPath, injection, jqSyntax, jqUndefined, notChecked];
