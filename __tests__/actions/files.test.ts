import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from '@jest/globals';
import {createFiles} from '../../src/actions/files.js';

test('a link to what git keeps, out of the workspace or nowhere is refused, one to another file is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zis-files-'));
  try {
    await mkdir(join(folder, 'zis'));
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git/config'), 'secret');
    await writeFile(join(folder, 'shared.json'), '{}');
    await mkdir(join(folder, 'node_modules'));
    for (const path of ['private.json', 'node_modules/theirs.json'])
      await writeFile(join(folder, path), 'secret');
    const links = {
      git: '../.git/config',
      out: '/etc/hostname',
      nowhere: 'none',
      excluded: '../private.json',
      module: '../node_modules/theirs.json',
      shared: '../shared.json'
    };
    for (const [name, target] of Object.entries(links))
      await symlink(target, join(folder, `zis/${name}.json`));
    const found = await createFiles(folder, folder).find(['zis/*.json', '!private.json']);
    const read = await Promise.all(
      found.map(async (file) => [
        file.path,
        await file.read().then(
          (bytes) => Buffer.from(bytes).toString(),
          (error: unknown) => (error as Error).message
        )
      ])
    );
    expect(Object.fromEntries(read)).toEqual({
      'zis/excluded.json':
        'zis/excluded.json is a symbolic link that leads to what the `bundles` input leaves out',
      'zis/module.json':
        'zis/module.json is a symbolic link that leads to what the `bundles` input leaves out',
      'zis/git.json': 'zis/git.json is a symbolic link that leads into a .git folder',
      'zis/nowhere.json': 'zis/nowhere.json is a symbolic link that leads out of the workspace or nowhere',
      'zis/out.json': 'zis/out.json is a symbolic link that leads out of the workspace or nowhere',
      'zis/shared.json': '{}'
    });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
