#!/usr/bin/env node
import {main} from './cli.js';
import {EXIT} from './exit-codes.js';
import type {Terminal} from './terminal.js';

for (const stream of [process.stdout, process.stderr]) {
  // The reader closed the pipe, as `head` does: the command goes on to its end without output.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt(listener) {
    let times = 0;
    const interrupted = (): void => {
      times += 1;
      // The second signal ends the process at once.
      if (times > 1) process.exit(EXIT.interrupted);
      listener();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupted);
    return () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    };
  }
};

process.exitCode = await main(process.argv.slice(2), terminal);
