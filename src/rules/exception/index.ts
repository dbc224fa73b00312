import type {Rule} from '../rule.js';
import {form} from './form.js';
import {unused} from './unused.js';

export const EXCEPTION_RULES: readonly Rule[] = [form, unused];
