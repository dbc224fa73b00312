import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';
import {linesOf, plain, type Line, type Painted} from '../visible.js';
import type {Output, Terminal} from './terminal.js';

/** A question was answered with Ctrl-C or with the end of the input. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A question was answered with no. */
export class Declined extends Error {
  override readonly name = 'Declined';
}

/** Asks for one line on the terminal, blanks around it left out. @throws Cancelled */
export async function ask(terminal: Terminal, question: Line): Promise<string> {
  try {
    return await readLine(terminal, question, asStream(terminal.stderr));
  } catch (error) {
    terminal.stderr.write(linesOf([plain``]));
    throw error;
  }
}

/** As ask, but what is typed does not appear. @throws Cancelled */
export async function askSecret(terminal: Terminal, question: Line): Promise<string> {
  terminal.stderr.write(question);
  try {
    return await readLine(
      terminal,
      '',
      new Writable({
        write: (_chunk, _encoding, done) => {
          done();
        }
      })
    );
  } finally {
    terminal.stderr.write(linesOf([plain``]));
  }
}

/** Whether the answer is `y` or `yes`; everything else, an empty line too, is a no. @throws Cancelled */
export async function confirm(terminal: Terminal, question: Line): Promise<boolean> {
  return /^y(?:es)?$/i.test(await ask(terminal, plain`${question} [y/N] `));
}

/** What readline writes is the question, what is typed, and moves of the cursor. */
function asStream(output: Output): Writable {
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      output.write(chunk.toString() as Painted);
      done();
    }
  });
  return Object.assign(stream, {columns: output.columns});
}

/** As a terminal the interface takes over echo and Ctrl-C: what it writes is all that is seen. */
function readLine({stdin}: Terminal, question: string, output: Writable): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = createInterface({input: stdin, output, terminal: true, historySize: 0});
    let answer: string | null = null;
    reader.once('SIGINT', () => {
      reader.close();
    });
    reader.once('close', () => {
      if (answer === null) reject(new Cancelled('nothing was answered'));
      else resolve(answer);
    });
    reader.question(question, (line) => {
      answer = line.trim();
      reader.close();
    });
  });
}
