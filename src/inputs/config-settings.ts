import type {NamePatterns} from '../bundle/name-patterns.js';
import type {Variables} from '../bundle/variables.js';
import type {Override} from '../rules/override.js';
import type {Severities} from '../rules/severities.js';
import type {FailOn} from './fail-on.js';

/** Where the config file is unless the `config` input says otherwise. */
export const DEFAULT_CONFIG = 'zis-bundles.yml';

/** Far more than anybody writes by hand. */
export const MAX_CONFIG_BYTES = 256 * 1024;

/** What the config file sets; undefined and empty is what it does not name. */
export interface ConfigSettings {
  readonly bundles?: readonly string[];
  readonly tests?: readonly string[];
  readonly integration?: string;
  readonly failOn?: FailOn;
  readonly coverageMin?: number;
  readonly maxParallel?: number;
  readonly variables: Variables;
  readonly severities: Severities;
  readonly keep: NamePatterns;
  readonly overrides: readonly Override[];
}

export interface ConfigFile extends ConfigSettings {
  /** Relative to the workspace; empty where there is none. */
  readonly path: string;
  /**
   * All that is wrong with it, each a sentence without a full stop that begins with `path:line:column`. Where there
   * is one, the settings are not to be used.
   */
  readonly problems: readonly string[];
}

export const NO_CONFIG: ConfigFile = {
  path: '',
  problems: [],
  variables: new Map(),
  severities: new Map(),
  keep: [],
  overrides: []
};
