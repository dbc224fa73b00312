import type {Log, Registry} from '../ports.js';
import {paint, plain, shorten, visible, type Painted} from '../visible.js';
import type {Output} from './terminal.js';

/** One line at the foot of a terminal that says what goes on; nothing at all anywhere else. */
export interface Progress {
  /** Takes the place of what was said before. */
  show(text: string): void;
  /** Leaves the line empty. */
  clear(): void;
}

/** Back to the start of the line, and the line empty (ECMA-48, EL). */
const CLEAR: Painted = paint`\r\u001b[2K`;

export function createProgress(output: Output): Progress {
  if (output.isTTY !== true) return {show: () => undefined, clear: () => undefined};
  let shown = false;
  return {
    show(text) {
      // Cut to the line: a wrapped one could not be taken back.
      output.write(paint`${CLEAR}${shorten(visible(text), (output.columns ?? 80) - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) output.write(CLEAR);
      shown = false;
    }
  };
}

/** A log whose running text is progress. Notices are part of the report, which shows them. */
export function progressLog(progress: Progress): Log {
  const quiet = (): void => undefined;
  return {
    debug: quiet,
    info: (message) => {
      progress.show(message);
    },
    notice: quiet,
    warning: quiet,
    group: (title, body) => {
      progress.show(plain`${title} …`);
      return body();
    }
  };
}

/** The same registry, each of its answers counted. */
export function withProgress(registry: Registry, progress: Progress): Registry {
  let reads = 0;
  const counted = <T>(read: Promise<T>): Promise<T> => {
    reads += 1;
    progress.show(`Reading the registry … ${reads}`);
    return read;
  };
  return {
    ...registry,
    list: (integration) => counted(registry.list(integration)),
    show: (integration, uuid) => counted(registry.show(integration, uuid)),
    listJobSpecs: (integration) => counted(registry.listJobSpecs(integration))
  };
}
