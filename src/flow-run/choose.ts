import type {JsonNode, JsonValue} from '../bundle/json-types.js';
import {compares, readCondition, type Comparison} from '../flow/choice.js';
import {parsePath} from '../flow/path.js';
import type {State, Transition} from '../flow/states.js';
import {isPathText, textOf} from '../flow/template.js';
import type {Data} from './data.js';
import type {Budget} from './limits.js';
import type {Points} from './points.js';

/**
 * Where a Choice goes: the way of the first rule that holds, else its Default.
 *
 * @throws StateFailure when no rule holds and there is no Default, or a rule cannot be decided
 */
export function choose(state: State, data: Data, points: Points, budget: Budget): Transition {
  const conditions = new Conditions(data, points, budget);
  const ways = new Map(state.transitions.map((transition) => [transition.node, transition]));
  const rules = state.node.properties.get('Choices')?.items ?? [];
  const rule = rules.find((each) => conditions.holds(each));
  const next = rule === undefined ? state.node.properties.get('Default') : rule.properties.get('Next');
  const transition = next === undefined ? undefined : ways.get(next);
  if (transition !== undefined) return transition;
  if (rule !== undefined) throw points.failure(rule, 'the rule that holds has no Next');
  throw points.failure(
    state.node,
    'no rule of the Choice holds, and it has no Default',
    'States.NoChoiceMatched'
  );
}

class Conditions {
  constructor(
    private readonly data: Data,
    private readonly points: Points,
    private readonly budget: Budget
  ) {}

  /** And and Or end at the first part that decides: what stands behind it is not looked at. */
  holds(node: JsonNode): boolean {
    this.budget.spend(1, node);
    const condition = readCondition(node);
    switch (condition.kind) {
      case 'and':
        return condition.parts.every((part) => this.holds(part));
      case 'or':
        return condition.parts.some((part) => this.holds(part));
      case 'not':
        return !this.holds(condition.part);
      case 'comparison':
        return this.compare(condition);
      case 'faulty':
        throw this.points.failure(node, 'this condition is none that ZIS knows');
    }
  }

  private compare({node, variable, operand, operator}: Comparison): boolean {
    switch (operator.kind) {
      case '':
        throw this.points.failure(node, `ZIS has no operator ${operand.name}`);
      case 'Presence':
        return this.isPresent(this.probe(variable), variable) === operand.value;
      case 'Null': {
        const value = this.probe(variable);
        return value === undefined ? this.missing(variable) : (value === null) === operand.value;
      }
    }
    const value = this.find(variable, operator.path ? undefined : operand.value);
    if (value === undefined) return this.missing(variable);
    if (!operator.path) return compares(operator, value, operand.value);
    const other = this.find(operand, value);
    return other === undefined ? this.missing(operand) : compares(operator, value, other);
  }

  private isPresent(value: JsonValue | undefined, node: JsonNode): boolean {
    return value === null ? this.points.answer('choice.null-present', node) === 'true' : value !== undefined;
  }

  private missing(node: JsonNode): false {
    if (this.points.answer('choice.missing-variable', node) === 'false') return false;
    throw this.points.failure(node, `JSON path not found: ${textOf(node)}`);
  }

  private probe(node: JsonNode): JsonValue | undefined {
    const text = textOf(node);
    return isPathText(text) ? this.data.probe(parsePath(text)) : undefined;
  }

  private find(node: JsonNode, other: JsonValue | undefined): JsonValue | undefined {
    const text = textOf(node);
    return isPathText(text) ? this.data.find(parsePath(text), node, other) : undefined;
  }
}
