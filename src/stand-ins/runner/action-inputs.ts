import {parse} from 'yaml';

/** What the expressions in an input's default can refer to. */
export interface DefaultsContext {
  /** `github.token` */
  readonly token: string;
  /** `matrix`; null outside a matrix, as GitHub has it. */
  readonly matrix: Readonly<Record<string, unknown>> | null;
}

/**
 * The variables through which the runner hands an action its inputs: `INPUT_` and the name in upper case,
 * with spaces as underscores; dashes stay. An input that is not given gets its default from action.yml.
 *
 * @param actionYml the text of action.yml
 * @throws Error for an input that action.yml does not have, and for an expression that is not known here
 */
export function inputVariables(
  actionYml: string,
  given: Readonly<Record<string, string>>,
  context: DefaultsContext
): Record<string, string> {
  const declared = declaredInputs(actionYml);
  const unknown = Object.keys(given).filter((name) => !declared.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${[...declared.keys()].join("', '")}']`
    );
  }
  const values = [...declared].map(([name, defaultText]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    given[name] ?? evaluate(defaultText, context)
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}

/** Every input's name and default text. */
function declaredInputs(actionYml: string): Map<string, string> {
  const action = parse(actionYml) as {inputs?: Record<string, {default?: unknown} | null> | null} | null;
  return new Map(
    Object.entries(action?.inputs ?? {}).map(([name, input]) => [name, textOf(input?.default ?? '')])
  );
}

/** A default is text to the runner, whatever YAML reads it as. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function evaluate(text: string, {token, matrix}: DefaultsContext): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const known = expression.replaceAll(/\s/g, '').toLowerCase();
    if (known === 'github.token') return token;
    if (known === 'tojson(matrix)') return JSON.stringify(matrix, null, 2);
    throw new Error(`The default "${text}" has an expression that is not known here.`);
  });
}
