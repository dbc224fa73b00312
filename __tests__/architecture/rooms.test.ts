import {describe, expect, test} from '@jest/globals';
import {ESLint} from 'eslint';
import {ROOT} from '../support/runner.js';

/** The rules that keep the direction. They need no types, so that no program has to be built for a text. */
const RULES = ['rooms/imports', 'no-restricted-globals'];

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: {files: ['**/*.ts'], languageOptions: {parserOptions: {project: null}}},
  ruleFilter: ({ruleId}) => RULES.includes(ruleId)
});

/** What the project's own configuration says of a text that stands in the place of a file of src. */
async function faults(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, {filePath: `${ROOT}src/${file}`});
  return (result?.messages ?? []).map(({message}) => message);
}

const VIOLATIONS: readonly (readonly [string, string, string])[] = [
  ['an import', 'plan/plan.ts', "import {createReport} from '../report/report.js';"],
  ['an import for its effect', 'plan/plan.ts', "import '../report/report.js';"],
  ['a type', 'bundle/model.ts', "import type {Finding} from '../rules/finding.js';"],
  ['a re-export', 'bundle/model.ts', "export {RULES} from '../rules/index.js';"],
  ['a re-export of all', 'bundle/model.ts', "export * from '../rules/index.js';"],
  ['import()', 'apply/apply.ts', "export const load = () => import('../registry/client.js');"],
  ['import() as a type', 'flow/path.ts', "export type R = import('../rules/rule.js').Rule;"],
  ['import() of a name that is worked out', 'plan/plan.ts', 'export const load = (n: string) => import(n);'],
  ['import =', 'plan/plan.ts', "import report = require('../report/report.js');"],
  ['require()', 'plan/plan.ts', "const report = require('../report/report.js');"],
  ['a root file', 'words.ts', "import {UserError} from './errors.js';"],
  ['a root file that nobody may import', 'run/run.ts', "import '../index.js';"],
  ['a new root file', 'tower.ts', "import {UserError} from './errors.js';"],
  ['a new room', 'tower/top.ts', "import {UserError} from '../errors.js';"],
  ['a file outside src', 'cli/main.ts', "import '../../__tests__/support/runner.js';"],
  ['another area of rules', 'rules/flow/start-at.ts', "import {stateType} from '../state/type.js';"],
  ['a rule below the analysis', 'rules/analysis/graph.ts', "import {RULES} from '../index.js';"],
  ['an area below the analysis', 'rules/analysis/graph.ts', "import '../flow/start-at.js';"],
  ['a stand-in in the product', 'run/run.ts', "import '../stand-ins/github/github.js';"],
  ['the other stand-in', 'stand-ins/github/api.ts', "import '../runner/runner.js';"],
  ['the product in the demonstration', 'demo/main-job.ts', "import '../run/run.js';"],
  ['more of the emulator than its command', 'cli/main.ts', "import '../emulator/server.js';"],
  ['node:fs in a pure room', 'plan/plan.ts', "import {readFileSync} from 'node:fs';"],
  ['fs by its old name', 'report/report.ts', "import {readFileSync} from 'fs';"],
  ['node:http by import()', 'rules/engine.ts', "export const http = () => import('node:http');"],
  ['an @actions package', 'apply/apply.ts', "import * as core from '@actions/core';"],
  ['a type of an @actions package', 'run/run.ts', "import type {SummaryTableRow} from '@actions/core';"],
  ['a package that the room does not need', 'bundle/json.ts', "import {diffLines} from 'diff';"],
  ['a global that reaches outside', 'plan/plan.ts', "export const get = () => fetch('https://x.test');"],
  ['node through a global', 'report/report.ts', "export const fs = process.getBuiltinModule('fs');"]
];

test.each(VIOLATIONS)('%s is refused (%s)', async (_what, file, violation) => {
  const found = await faults(file, violation);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/eslint\.config\.js|plain string|hand a port in/);
});

describe('what is allowed', () => {
  test.each([
    ['plan/plan.ts', "import {canonical} from '../bundle/canonical.js';"],
    ['plan/plan.ts', "import {idKey} from './types.js';\nexport {hasChanges} from './plan.js';"],
    ['rules/flow/start-at.ts', "import {quote} from '../../words.js';\nimport {keyOf} from '../rule.js';"],
    ['rules/index.ts', "import {FLOW_RULES} from './flow/index.js';"],
    ['apply/apply.ts', "import {RegistryError} from '../registry/errors.js';"],
    ['cli/main.ts', "export const run = () => import('../emulator/cli.js');"],
    [
      'registry/sender.ts',
      "import {Agent} from 'node:http';\nexport {HttpClient} from '@actions/http-client';"
    ],
    ['report/unified-diff.ts', "import {structuredPatch} from 'diff/lib/index.js';"]
  ])('%s', async (file, text) => {
    expect(await faults(file, text)).toEqual([]);
  });
});
