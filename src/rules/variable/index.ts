import type {Rule} from '../rule.js';
import {unfilled} from './unfilled.js';
import {url} from './url.js';

export const VARIABLE_RULES: readonly Rule[] = [unfilled, url];
