import type {Rule} from '../rule.js';
import {catchResultPath, catcher, errorEquals, oneCatcher} from './catchers.js';

/** What holds for the catchers of Action and Map states. */
export const CATCH_RULES: readonly Rule[] = [catcher, errorEquals, oneCatcher, catchResultPath];
