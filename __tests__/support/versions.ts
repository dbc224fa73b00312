import type {JsonObject} from '../../src/bundle/json-types.js';
import type {RegistryEmulator} from '../../src/emulator/index.js';
import {objectOf} from '../../src/bundle/json.js';
import {bundle} from './bundles.js';
import type {RunResult} from './runner.js';
import {Scenario, type RunSettings, type Tree} from './scenario.js';

/** A file with a version of a bundle. */
export function file(name: string, version = 1, folder = 'zis', integration = 'acme'): Tree {
  return {[`${folder}/${name}.json`]: versionOf(name, version, integration)};
}

/** A bundle whose version can be told from what is registered. */
export function versionOf(name: string, version = 1, integration = 'acme'): JsonObject {
  return bundle(name, {integration, result: version});
}

/** What is registered, such as `alerts 1, orders 2`; of another integration than acme as `shop/orders 1`. */
export function stateOf(registry: RegistryEmulator): string {
  const names = registry.bundles().map((found) => {
    const {integration, name, resources} = found as {
      integration: string;
      name: string;
      resources: JsonObject;
    };
    const flow = objectOf(objectOf(resources[`${name}_flow`])['properties']);
    const greet = objectOf(objectOf(objectOf(flow['definition'])['States'])['Greet']);
    const version = greet['Result'] as number;
    return `${integration === 'acme' ? '' : `${integration}/`}${name} ${version}`;
  });
  return names.length === 0 ? 'nothing' : names.sort().join(', ');
}

/** How a run ended: `result`, and `failure-reason` where there is one. */
export function endOf({outputs}: Pick<RunResult, 'outputs'>): string {
  const reason = outputs['failure-reason'] ?? '';
  return `${outputs['result'] ?? ''}${reason === '' ? '' : `: ${reason}`}`;
}

/** What a run said: its log, and its report. */
export function saidBy({stdout, summary}: RunResult): string {
  return `${stdout}\n${summary}`;
}

/** The warnings and notices of a run that are about no line of a file, nor about the age of its credentials. */
export function remarksOf({annotations}: RunResult): string {
  return annotations
    .filter((annotation) => annotation.file === null && annotation.level !== 'error')
    .filter(({message}) => !message.startsWith('Zendesk ends all API tokens'))
    .map(({level, message}) => `${level}: ${message}`)
    .join('\n');
}

/** A scenario on whose GitHub a second passes with every record, so that their order is always known. */
export function startStory(options: Parameters<typeof Scenario.start>[0] = {}): Promise<Scenario> {
  let now = Date.parse('2026-11-26T09:00:00Z');
  return Scenario.start(options, {now: () => (now += 1000)});
}

/** A push to a branch, with its run still to come. */
export function pushTo(scenario: Scenario, branch: string, tree: Tree) {
  const {github} = scenario;
  const texts = Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`])
  );
  const {before, after} = github.push(branch, texts);
  const ref = `refs/heads/${branch}`;
  const event = github.pushEvent({ref, before, after});
  return {
    before,
    after,
    run: (settings: RunSettings = {}) => scenario.run({eventName: 'push', event, sha: after, ref}, settings)
  };
}
