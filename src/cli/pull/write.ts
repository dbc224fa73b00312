import {randomUUID} from 'node:crypto';
import {mkdir, realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, isAbsolute, join, relative, sep} from 'node:path';
import {UserError, messageOf} from '../../errors.js';

/**
 * Writes a file below the working folder: whole or not at all, and never through a link that leads out.
 *
 * @throws UserError when it cannot be written
 */
export async function writeBundleFile(cwd: string, path: string, content: string): Promise<void> {
  const file = join(cwd, path);
  try {
    await mkdir(dirname(file), {recursive: true});
    const inside = relative(await realpath(cwd), await realpath(dirname(file)));
    if (inside.split(sep)[0] === '..' || isAbsolute(inside))
      throw new Error('its folder is a link that leads out of the working folder');
    const draft = `${file}.${randomUUID()}.tmp`;
    try {
      await writeFile(draft, content, {encoding: 'utf8', mode: await modeOf(file)});
      // A rename takes the place of a link; it does not write to where the link leads.
      await rename(draft, file);
    } catch (error) {
      await rm(draft, {force: true});
      throw error;
    }
  } catch (error) {
    throw new UserError('internal', `${path} cannot be written: ${messageOf(error)}`, 'Check the folder.', {
      cause: error
    });
  }
}

/** Whoever may read and write a file that is there keeps that. */
async function modeOf(file: string): Promise<number> {
  return stat(file).then(
    ({mode}) => mode,
    () => NEW_FILE
  );
}

const NEW_FILE = 0o666;
