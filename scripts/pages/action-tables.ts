import {parse} from 'yaml';

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, {readonly description: string; readonly default?: string}>>;
  readonly outputs: Readonly<Record<string, {readonly description: string}>>;
}

/** Fills the README's tables of inputs and outputs, between their markers, from action.yml. */
export function withActionTables(readme: string, actionYml: string): string {
  const {inputs, outputs} = parse(actionYml) as ActionMetadata;
  const inputRows = Object.entries(inputs).map(([name, {description, default: value = ''}]) => [
    `\`${name}\``,
    value === '' ? '' : `\`${value}\``,
    description
  ]);
  const outputRows = Object.entries(outputs).map(([name, {description}]) => [`\`${name}\``, description]);
  const filled = between(readme, 'inputs', table(['input', 'default', 'meaning'], inputRows));
  return between(filled, 'outputs', table(['output', 'meaning'], outputRows));
}

/** Columns are padded as prettier does, so that the generated page is a formatted one. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|'))
  );
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [titles = [], ...body] = cells;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: made from action.yml by npm run docs -->`, `<!-- end of ${name} -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start === -1 || stop < start) throw new Error(`README.md has no place for the ${name}`);
  return `${text.slice(0, start + begin.length)}\n\n${content}\n\n${text.slice(stop)}`;
}
