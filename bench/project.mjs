// The project as it is built, and nothing else of it: `npm run build` makes lib/ and dist/.
import {fileURLToPath} from 'node:url';
import {checkBundles} from '../lib/rules/engine.js';
import {readBundleFile} from '../lib/bundle/model.js';
import {RULES} from '../lib/rules/index.js';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The whole validation of bundle files: every rule, with the places of all findings. */
export function validate(files, jq) {
  const options = {rules: RULES, integration: ''};
  return checkBundles(read(files), jq === undefined ? options : {...options, jq});
}

/** One file at a time, as the Action reads them. */
function* read(files) {
  let number = 0;
  for (const bytes of files) yield readBundleFile(`zis/${number++}.json`, bytes);
}

/** @throws Error when what is measured is not what it is meant to be */
export async function expectClean(files, jq) {
  const {findings} = await validate(files, jq);
  if (findings.length > 0) throw new Error(`a generated bundle is not clean: ${JSON.stringify(findings[0])}`);
}
