import {data, Evaluator, Lexer, Parser} from '@actions/expressions';

/** The contexts of a workflow's expressions (`github`, `needs`, …) as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What the status functions of an `if` answer. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
}

/** The value of one expression, by GitHub's own evaluator, as plain JSON. */
export function evaluate(expression: string, contexts: Contexts, status: Status | null = null): unknown {
  const answers = {
    success: status?.success ?? false,
    failure: status?.failure ?? false,
    cancelled: false,
    always: true
  };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer)
  }));
  const parsed = new Parser(
    new Lexer(expression).lex().tokens,
    Object.keys(contexts),
    status === null ? [] : functions
  ).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const value = new Evaluator(parsed, values, new Map(functions.map((each) => [each.name, each]))).evaluate();
  return JSON.parse(JSON.stringify(value, data.replacer));
}

/** A text with its `${{ … }}` filled in; a text that is one expression alone keeps the expression's type. */
export function interpolate(text: string, contexts: Contexts): unknown {
  const alone = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(text)?.[1];
  if (alone !== undefined) return evaluate(alone, contexts);
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => asText(evaluate(expression, contexts)));
}

/** Whether a job or step runs. Without a status function in it, a condition holds only after success. */
export function holds(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return status.success;
  const expression = condition.trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  const asksForStatus = /\b(success|failure|cancelled|always)\s*\(/.test(expression);
  return (asksForStatus || status.success) && Boolean(evaluate(expression, contexts, status));
}

/** A value as an input or a variable gets it. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
