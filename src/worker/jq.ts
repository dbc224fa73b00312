import type {Perform} from './tasks.js';

/** As much of jq-wasm's handle as is used: runs jq to its end, and may throw when jq breaks down. */
interface Jq {
  raw(
    input: string | null,
    program: string,
    flags: string[]
  ): {stdout: string; stderr: string; exitCode: number};
}

/** Loads jq (1.8, in WebAssembly). One that broke down over a program is replaced before the next. */
export async function openJq(): Promise<Perform<'jq'>> {
  const {loadJq} = await import('jq-wasm');
  let jq: Jq | null = await loadJq();
  return async ({program, input}) => {
    const current = jq ?? (await loadJq());
    jq = null;
    const output = current.raw(input, program, input === null ? ['-n', '-c'] : ['-c']);
    jq = current;
    return output;
  };
}
