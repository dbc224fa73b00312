/**
 * Reads a file that an action fills for the runner, such as GITHUB_OUTPUT: `name=value` lines, and values of
 * several lines as `name<<DELIMITER`, the lines, `DELIMITER`.
 *
 * @throws Error for what the runner would refuse
 */
export function readCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      values[line.slice(0, heredoc)] = takeUntil(lines, line.slice(heredoc + 2));
    } else if (equals > 0) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(
        `The runner cannot read the line "${line}": it is neither name=value nor name<<delimiter.`
      );
    }
  }
  return values;
}

function takeUntil(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter);
  if (delimiter === '' || end < 0)
    throw new Error(`The runner finds no line "${delimiter}" that ends a value.`);
  const value = lines.splice(0, end + 1);
  return value.slice(0, -1).join('\n');
}
