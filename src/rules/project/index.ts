import type {Rule} from '../rule.js';
import {nameCollision} from './name-collision.js';

export const PROJECT_RULES: readonly Rule[] = [nameCollision];
