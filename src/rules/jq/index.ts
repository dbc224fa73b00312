import type {Rule} from '../rule.js';
import {injection, jqSyntax, jqUndefined, jsonPath, notChecked} from './rules.js';

export const JQ_RULES: readonly Rule[] = [jsonPath, injection, jqSyntax, jqUndefined, notChecked];
