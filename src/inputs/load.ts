import {patternFault, patternFor} from '../bundle/patterns.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import {UserError} from '../errors.js';
import type {Files} from '../ports.js';
import {parseBaseline} from '../rules/baseline.js';
import {quote} from '../words.js';
import {DEFAULT_CONFIG, MAX_CONFIG_BYTES, NO_CONFIG, type ConfigFile} from './config-settings.js';
import {BASELINE, NO_BASELINE, readInputs, type BaselineFile, type Inputs} from './inputs.js';
import type {GetInput} from './reader.js';

/**
 * Reads the config file, and the inputs over it.
 *
 * @throws InputsError that names all that is wrong with both
 */
export async function loadInputs(get: GetInput, files: Pick<Files, 'find'>): Promise<Inputs> {
  const config = await loadConfig(get('config').trim(), files);
  return readInputs(get, config, await loadBaseline(config.path, files));
}

/** Reads the baseline beside the config file, or in the root where there is none. */
async function loadBaseline(configPath: string, files: Pick<Files, 'find'>): Promise<BaselineFile> {
  const path = baselinePath(configPath);
  const [file] = await files.find([patternFor(path)]);
  if (file === undefined) return {...NO_BASELINE, path};
  try {
    const content = file.bytes > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await file.read();
    const {entries, problems} = parseBaseline(path, content);
    return {path, entries, problems};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {path, entries: [], problems: [error.message]};
  }
}

/** Where the baseline is: in the folder of the config file. */
export function baselinePath(configPath: string): string {
  return `${configPath.slice(0, configPath.lastIndexOf('/') + 1)}${BASELINE}`;
}

/**
 * Reads the config file of the workspace. One that is not there is a problem only where it was asked for.
 *
 * @param given the `config` input; empty where it is not set
 */
async function loadConfig(given: string, files: Pick<Files, 'find'>): Promise<ConfigFile> {
  const path = (given === '' ? DEFAULT_CONFIG : given).replace(/^(?:\.\/)+/, '');
  const fault = patternFault(path);
  if (fault !== null) return unusable(`config is ${quote(given)}, and names no file of the workspace`);
  const other = given === '' ? path.replace(/\.yml$/, '.yaml') : path;
  const found = await files.find([path, other].map(patternFor));
  const file = found.find((each) => each.path === path);
  if (file === undefined) {
    if (found.length > 0)
      return unusable(`${other} is not read: name it ${path}, or set the config input to it`);
    return given === '' ? NO_CONFIG : unusable(`config names ${quote(path)}, and there is no such file`);
  }
  // Most repositories have none, and the reader of YAML is large.
  const {parseConfig} = await import('./config-file.js');
  // Too large a file is not read to be refused.
  if (file.bytes > MAX_CONFIG_BYTES) return parseConfig(path, new Uint8Array(MAX_CONFIG_BYTES + 1));
  try {
    return parseConfig(path, await file.read());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unusable(error.message);
  }
}

function unusable(problem: string): ConfigFile {
  return {...NO_CONFIG, problems: [problem]};
}
