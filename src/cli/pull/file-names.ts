/** Names that Windows keeps for devices, whatever extension follows (Microsoft, Naming Files). */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** With a suffix and an extension it stays far below the 255 bytes that a name may have. */
const LONGEST_BYTES = 120;

/**
 * A file name, without extension, for a bundle of any name: letters, digits, dots, dashes and underscores, no
 * folder in it, nothing that a system keeps for itself.
 */
export function safeFileName(bundleName: string): string {
  const plain = bundleName
    .slice(0, 2 * LONGEST_BYTES)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '');
  const cut = firstBytes(plain, LONGEST_BYTES).replace(/(?<![.-])[.-]+$/, '');
  if (cut === '') return 'bundle';
  const [stem = ''] = cut.toLowerCase().split('.');
  return RESERVED.test(stem) ? `bundle-${cut}` : cut;
}

/**
 * A path for a new file that no taken one equals on any system: some do not tell letter case or ways of
 * writing a letter apart.
 *
 * @param taken gets the path
 */
export function freePath(folder: string, name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const file = `${name}${number === 1 ? '' : `-${number}`}.json`;
    const path = folder === '.' ? file : `${folder}/${file}`;
    if (taken.has(comparable(path))) continue;
    taken.add(comparable(path));
    return path;
  }
}

/** One text for all paths that some file system takes for one. */
export function comparable(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

function firstBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
