import type {Rule} from '../rule.js';
import {choices, noDefault} from './choices.js';
import {neverReached} from './never-reached.js';
import {literalPath, operand, operator} from './operators.js';
import {condition, nesting, ruleNext} from './rule-shape.js';

/** What holds for the rules of Choice states. */
export const CHOICE_RULES: readonly Rule[] = [
  choices,
  ruleNext,
  condition,
  operator,
  operand,
  literalPath,
  nesting,
  noDefault,
  neverReached
];
