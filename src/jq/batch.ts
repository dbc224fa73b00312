/** So many programs are compiled in one run of jq, whose start costs as much as some ten of them. */
const CHUNK_PROGRAMS = 100;
const CHUNK_BYTES = 24_576;

/** Programs in groups that one run of jq takes well. */
export function chunksOf(programs: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  let bytes = 0;
  for (const program of programs) {
    const more = Buffer.byteLength(program);
    if (chunk.length > 0 && (chunk.length >= CHUNK_PROGRAMS || bytes + more > CHUNK_BYTES)) {
      chunks.push(chunk);
      [chunk, bytes] = [[], 0];
    }
    chunk.push(program);
    bytes += more;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** One program for jq that holds several. */
export interface Batch {
  readonly text: string;
  /** The line of a program's first line, from 1. */
  firstLine(index: number): number;
  /** The program that stands on a line. */
  indexAt(line: number): number;
}

/**
 * One program that compiles all of them and runs none, as nothing comes out of `empty`. Each stands in
 * brackets on lines of its own; the blank line ends a comment whose last line ends in a backslash.
 */
export function batchOf(programs: readonly string[]): Batch {
  const firstLines: number[] = [];
  let line = 2;
  for (const program of programs) {
    firstLines.push(line);
    line += linesOf(program) + 2;
  }
  const text = `empty|((\n${programs.join('\n\n),(\n')}\n\n))`;
  return {
    text,
    firstLine: (index) => firstLines[index] ?? 1,
    indexAt: (at) => firstLines.findLastIndex((first) => first <= at)
  };
}

export function linesOf(program: string): number {
  return program.split('\n').length;
}

/**
 * Where in a program an error is.
 *
 * @param line   from 0, in the program
 * @param column from 1, in bytes
 * @returns null when it is not a line of the program
 */
export function offsetIn(program: string, line: number, column: number): number | null {
  const lines = program.split('\n');
  const text = lines[line];
  if (text === undefined) return null;
  const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  return (
    before +
    Buffer.from(text)
      .subarray(0, column - 1)
      .toString().length
  );
}
