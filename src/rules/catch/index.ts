import type {Rule} from '../rule.js';
import {lostEvent} from './lost-event.js';
import {catcher, errorEquals, oneCatcher, catchResultPath} from './catcher.js';

/** What holds for the catchers of Action and Map states. */
export const CATCH_RULES: readonly Rule[] = [catcher, errorEquals, oneCatcher, catchResultPath, lostEvent];
