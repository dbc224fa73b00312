import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {linesOf} from '../../visible.js';
import {EXIT} from '../exit-codes.js';
import {wantsColour, type Terminal} from '../terminal.js';

/** `demo`: the main job from a pull request to the registry, with stand-ins for both. @returns the exit code */
export async function demo(terminal: Terminal): Promise<number> {
  // Nothing else needs the stand-ins, so that other commands start without them.
  const {runMainJob} = await import('../../demo/main-job.js');
  const print: Parameters<typeof runMainJob>[1] = (line) => {
    terminal.stdout.write(linesOf([line]));
  };
  await runMainJob(home(), print, wantsColour(terminal.stdout, terminal.env));
  return EXIT.fine;
}

/** Where the package may lie, seen from dist/cli and from this file. */
const PLACES = ['../../', '../../../'];

/** The package's folder, which has the Action that the demo runs and the examples that it plays with. */
function home(): string {
  const folder = PLACES.map((place) => new URL(place, import.meta.url)).find((url) =>
    existsSync(new URL('action.yml', url))
  );
  if (folder === undefined) throw new Error('action.yml of this package is missing');
  return fileURLToPath(folder);
}
