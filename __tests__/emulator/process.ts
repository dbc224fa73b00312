import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';

/** A process and the first thing it said. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: string;
}

/**
 * Compiles the emulator into a folder, so that a process of its own can run it. It imports nothing but node's
 * modules, src/errors.ts, src/visible.ts and src/bundle/objects.ts.
 *
 * @returns the path of its entry
 */
export function compileEmulator(folder: string): string {
  const files = readdirSync('src/emulator').map((name) => `emulator/${name}`);
  for (const room of ['emulator', 'bundle']) mkdirSync(join(folder, room));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  for (const file of ['errors.ts', 'visible.ts', 'bundle/objects.ts', ...files]) {
    const {outputText} = ts.transpileModule(readFileSync(join('src', file), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true
      }
    });
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), outputText);
  }
  return join(folder, 'emulator/main.js');
}

/** Starts it and waits for its first output, on either stream, or its end. */
export async function start(entry: string, args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [entry, ...args], {stdio: ['ignore', 'pipe', 'pipe']});
  const output = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    });
    child.stderr.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    });
    child.once('exit', () => {
      resolve('');
    });
  });
  return {child, output};
}

/** Sends a signal and waits for the end: the exit code, or null when the signal ended it. */
export async function stop({child}: Running, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
