import type {Rule} from '../rule.js';
import {choices} from './choices.js';
import {noDefault} from './no-default.js';
import {neverReached} from './never-reached.js';
import {neverTrue} from './never-true.js';
import {operator} from './operator.js';
import {operand, literalPath} from './operand.js';
import {ruleNext} from './next.js';
import {condition, nesting} from './condition.js';

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
  neverReached,
  neverTrue
];
