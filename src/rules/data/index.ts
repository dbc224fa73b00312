import type {Rule} from '../rule.js';
import {outerData} from './iteration.js';
import {lostData} from './lost.js';
import {maybeUnwritten, unwrittenPath} from './unwritten.js';

export const DATA_RULES: readonly Rule[] = [unwrittenPath, maybeUnwritten, lostData, outerData];
