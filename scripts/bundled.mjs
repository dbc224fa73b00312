// The packages that ncc puts into dist/. They are devDependencies like all others: whoever installs zis-bundles
// gets them within dist/ and installs nothing beside it. So package-lock.json does not tell them from the tools.

/** The packages that src/ imports; what these need is bundled with them. */
export const BUNDLED = [
  '@actions/core',
  '@actions/github',
  '@actions/http-client',
  'ajv',
  'diff',
  'jq-wasm',
  'jsonc-parser',
  'picomatch',
  'yaml'
];

/**
 * The bundled packages and all that they need.
 *
 * @param lock a package-lock.json
 * @returns {[string, object][]} the folder of each with its entry in the lock, in the lock's order
 */
export function bundledPackages({packages}) {
  const found = new Set();
  const waiting = BUNDLED.map((name) => folderOf(packages, name, ''));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    for (const name of Object.keys(packages[folder].dependencies ?? {}))
      waiting.push(folderOf(packages, name, folder));
  }
  return Object.entries(packages).filter(([folder]) => found.has(folder));
}

/** Where Node finds a package that is required from a folder: in its own node_modules or those above it. */
function folderOf(packages, name, from) {
  const here = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (here in packages) return here;
  if (from === '') throw new Error(`package-lock.json has no ${name}`);
  const above = from.lastIndexOf('/node_modules/');
  return folderOf(packages, name, above === -1 ? '' : from.slice(0, above));
}

/** ajv writes src/generated, which is in part its own code; no module of it is taken. */
const WRITES_CODE = ['ajv'];

/**
 * Refuses a build with a package whose licence would not be named, and a list that names one in vain.
 *
 * @param files   the modules that webpack took, as paths
 * @param folders the folders of the packages that may be bundled
 */
export function refuseOthers(files, folders) {
  const taken = new Set(files.flatMap((file) => /node_modules\/.*/.exec(file)?.[0] ?? []).map(packageOf));
  const unknown = [...taken].filter((folder) => !folders.includes(folder));
  if (unknown.length > 0)
    throw new Error(`dist/ holds packages that scripts/bundled.mjs does not lead to: ${unknown.join(', ')}`);
  const idle = BUNDLED.filter((name) => !WRITES_CODE.includes(name) && !taken.has(`node_modules/${name}`));
  if (idle.length > 0)
    throw new Error(`scripts/bundled.mjs names what dist/ does not hold: ${idle.join(', ')}`);
}

/** The folder of a module's package. */
function packageOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0];
}
