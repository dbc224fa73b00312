import {createMatcher} from '../../src/bundle/patterns.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readBundleFile, type BundleFile} from '../../src/bundle/model.js';
import type {FlowEngine} from '../../src/flow-tests/questions.js';
import type {CaseResult, TestsResult} from '../../src/flow-tests/result.js';
import type {SnapshotMode} from '../../src/flow-tests/run-tests.js';
import type {Files, WorkspaceFile} from '../../src/ports.js';
import {checkBundles} from '../../src/rules/engine.js';
import {RULES} from '../../src/rules/index.js';
import {testFlows} from '../../src/run/test-flows.js';
import {plainEngine} from '../support/flow-engine.js';

/** A workspace in memory: text or JSON by path. */
export type Tree = Readonly<Record<string, string | JsonObject>>;

export interface Settings {
  readonly snapshotMode?: SnapshotMode;
  readonly filter?: (name: string) => boolean;
  readonly variables?: ReadonlyMap<string, string>;
  readonly engine?: FlowEngine;
  readonly isLate?: () => boolean;
}

export interface Tested extends TestsResult {
  readonly snapshotFiles: ReadonlyMap<string, string>;
}

/** Runs the flow tests of a workspace: bundles in zis/, tests in zis-tests/. */
export async function runTree(
  tree: Tree,
  {snapshotMode = 'compare', filter, variables, engine = plainEngine(), isLate = () => false}: Settings = {}
): Promise<Tested> {
  const files = memoryFiles(tree);
  const found = await files.find(['zis/**/*.json']);
  const given = variables ?? new Map<string, string>();
  const {findings, declared} = await checkBundles(bundleFiles(found), {
    rules: RULES,
    integration: '',
    variables: given
  });
  const tested = await testFlows({
    patterns: ['zis-tests/**/*.test.{yaml,yml,json}'],
    files,
    bundlePaths: found.map(({path}) => path),
    declared,
    findings,
    integration: '',
    variables: given,
    keep: [],
    severities: new Map(),
    exceptions: {overrides: [], isWhole: true},
    jq: (programs) => Promise.resolve(programs.map(() => ({kind: 'sound'}))),
    openEngine: () => Promise.resolve(engine),
    snapshotMode,
    isLate,
    ...(filter === undefined ? {} : {filter})
  });
  if (tested === null) throw new Error('there are no test files');
  return {...tested.result, snapshotFiles: tested.snapshotFiles};
}

async function* bundleFiles(files: readonly WorkspaceFile[]): AsyncGenerator<BundleFile> {
  for (const file of files) yield readBundleFile(file.path, await file.read());
}

/** The only case of the only test file of a bundle. */
export async function runCaseOf(bundle: JsonObject, test: string | JsonObject): Promise<CaseResult> {
  const tested = await runTree({'zis/b.json': bundle, 'zis-tests/b.test.yaml': test});
  const [only, ...others] = tested.cases;
  if (only === undefined || others.length > 0)
    throw new Error(`expected one case: ${JSON.stringify(tested.errors, null, 2)}`);
  return only;
}

/** The errors of a test file, as `line: message (hint)`. */
export async function errorsOf(tree: Tree): Promise<string[]> {
  const {errors} = await runTree(tree);
  return errors.map(({line, message, hint}) => `${line}: ${message}${hint === '' ? '' : ` (${hint})`}`);
}

export function memoryFiles(tree: Tree): Pick<Files, 'find'> {
  const contents = new Map(
    Object.entries(tree).map(([path, content]) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
      return [path, Buffer.from(text)] as const;
    })
  );
  return {
    find: (patterns) => {
      const matcher = createMatcher(patterns);
      const found = [...contents]
        .filter(([path]) => matcher.matches(path))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return Promise.resolve(
        found.map(([path, content]) => ({
          path,
          bytes: content.byteLength,
          read: () => Promise.resolve(content)
        }))
      );
    }
  };
}

/** A bundle with one flow `f`, which a webhook starts, and these actions. */
export function bundleWith(
  states: JsonObject,
  actions: Readonly<Record<string, JsonObject>> = {}
): JsonObject {
  const [startAt = ''] = Object.keys(states);
  return {
    name: 'b',
    zis_template_version: '2019-10-14',
    integration: 'acme',
    resources: {
      ...Object.fromEntries(
        Object.entries(actions).map(([name, definition]) => [
          name,
          {type: 'ZIS::Action::Http', properties: {name, definition}}
        ])
      ),
      flow: {type: 'ZIS::Flow', properties: {name: 'f', definition: {StartAt: startAt, States: states}}},
      on: {
        type: 'ZIS::JobSpec',
        properties: {name: 'on', event_source: 'shop', event_type: 'order', flow_name: 'zis:acme:flow:f'}
      }
    }
  };
}
