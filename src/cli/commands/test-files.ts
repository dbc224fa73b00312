import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {basename, dirname, join, relative, resolve} from 'node:path/posix';
import type {JsonObject} from '../../bundle/json-types.js';
import {MAX_FILE_BYTES} from '../../bundle/text.js';
import {UserError, messageOf} from '../../errors.js';
import {readEventFile} from '../../flow-tests/prepare.js';
import {recordCase} from '../../flow-tests/propose/record.js';
import {proposeCases, type Proposal} from '../../flow-tests/propose/propose.js';
import {testFileText} from '../../flow-tests/propose/write.js';
import {countCases} from '../../flow-tests/result.js';
import {createFlowEngine} from '../../jq/flow-engine.js';
import {counted, quote} from '../../words.js';
import type {CommandLine} from '../args.js';
import {EXIT} from '../exit-codes.js';
import {plain, linesOf} from '../../visible.js';
import {tell} from '../show.js';
import type {Terminal} from '../terminal.js';
import {bundleWithFlow, runTestsHere, type BundleHere, type TestInputs} from '../test-run.js';
import {UsageError} from '../usage-error.js';

/** Where new test files go unless a file is named. */
const FOLDER = 'zis-tests';
const SCHEMA_FILE = 'zis-flow-test.schema.json';

/**
 * `test --init FLOW`: writes a test file with a case for each branch of a Choice and each Catch, ready to run. What
 * does not pass when it is tried is left out, and said.
 *
 * @returns the exit code
 */
export async function initTests(
  name: string,
  line: CommandLine,
  terminal: Terminal,
  inputs: TestInputs
): Promise<number> {
  const path = newFile(line, `${FOLDER}/${fileName(name)}.test.yaml`, terminal);
  const here = await bundleWithFlow(name, terminal, inputs);
  const engine = createFlowEngine();
  try {
    const {cases, missed} = await proposeCases(here.bundle, here.flow, here.root, engine);
    const remarks = missed.map((way) => `No case was found for: ${way}.`);
    const proposal = {cases, missed};
    const dropped = await writeTried(path, {here, proposal, remarks, terminal, inputs});
    for (const way of [...missed, ...dropped]) tell(`note: no case was found for: ${way}`, terminal);
    return await summarise(path, terminal, inputs);
  } finally {
    await engine.close();
  }
}

/** `test --record EVENT --flow FLOW`: writes a test of what the flow does with an event. @returns the exit code */
export async function recordTest(
  event: string,
  line: CommandLine,
  terminal: Terminal,
  inputs: TestInputs
): Promise<number> {
  const [name] = line.flags.get('flow') ?? [];
  if (name === undefined) throw new UsageError('--record needs the flow that it runs.', 'Add --flow NAME.');
  const title = basename(event).replace(/\.(?:json|ya?ml)$/i, '');
  const path = newFile(line, `${FOLDER}/${fileName(name)}.${fileName(title)}.test.yaml`, terminal);
  const recorded = await readEvent(event, terminal);
  const here = await bundleWithFlow(name, terminal, inputs);
  const engine = createFlowEngine();
  try {
    const {content, made} = await recordCase(
      {
        bundle: here.bundle,
        flow: here.flow,
        event: recorded,
        file: fileFrom(path, event, terminal),
        name: title
      },
      engine
    );
    const remarks =
      made.length === 0
        ? []
        : [`These answers were made up: ${made.join(', ')}. Put in what the services really answer.`];
    await writeTried(path, {here, proposal: {cases: [content], missed: []}, remarks, terminal, inputs});
    return await summarise(path, terminal, inputs);
  } finally {
    await engine.close();
  }
}

interface ToWrite {
  readonly here: BundleHere;
  readonly proposal: Proposal;
  readonly remarks: readonly string[];
  readonly terminal: Terminal;
  readonly inputs: TestInputs;
}

/** Writes the file, and once more without the cases that do not pass. @returns their names */
async function writeTried(
  path: string,
  {here, proposal, remarks, terminal, inputs}: ToWrite
): Promise<string[]> {
  const write = async (cases: readonly JsonObject[]): Promise<void> => {
    const flow = here.flow.resource.name;
    const {path: bundle} = here.bundle;
    const schema = `./${SCHEMA_FILE}`;
    await writeHere(terminal.cwd, path, testFileText({schema, flow, bundle, cases, remarks}));
  };
  await write(proposal.cases);
  await writeSchema(terminal.cwd, join(dirname(path), SCHEMA_FILE));
  const tried = await runTestsHere(
    terminal,
    {...inputs, tests: [literally(path)]},
    {snapshotMode: 'compare'}
  );
  const failed = new Set(
    (tried?.result.cases ?? []).filter(({status}) => status !== 'passed').map(({name}) => name)
  );
  if (failed.size === 0) return [];
  await write(proposal.cases.filter(({name}) => typeof name !== 'string' || !failed.has(name)));
  return [...failed];
}

async function summarise(path: string, terminal: Terminal, inputs: TestInputs): Promise<number> {
  const tested = await runTestsHere(
    terminal,
    {...inputs, tests: [literally(path)]},
    {snapshotMode: 'compare'}
  );
  if (tested === null) throw new Error(`${path} was written and is not there`);
  const {passed} = countCases(tested.result);
  const {percent} = tested.result.coverage;
  const what = `${counted(passed, 'case')}, ${percent} % of the states entered`;
  terminal.stdout.write(linesOf([plain`written: ${path} (${what})`]));
  return EXIT.fine;
}

async function readEvent(event: string, {cwd}: Terminal): Promise<JsonObject> {
  let content: Buffer;
  try {
    content = await readFile(resolve(cwd, event));
  } catch (error) {
    throw new UsageError(`The event file ${quote(event)} cannot be read: ${messageOf(error)}.`);
  }
  if (content.byteLength > MAX_FILE_BYTES)
    throw new UsageError(`The event file ${quote(event)} is too large.`);
  const read = readEventFile(event, content);
  if ('message' in read) throw new UsageError(`${read.message}.`, read.hint);
  const {value} = read;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'input'))
    return value;
  throw new UsageError(
    `${event} has no input.`,
    'It holds {source, type, input}, or a whole start document.'
  );
}

/** The event's file as a case names it; null where it is outside of this folder, so that it has to be copied. */
function fileFrom(path: string, event: string, {cwd}: Terminal): string | null {
  const inside = relative(cwd, resolve(cwd, event));
  if (inside.startsWith('../')) return null;
  return relative(dirname(path), inside);
}

/** @throws UsageError for a file that is there already, unless it may be overwritten */
function newFile({positionals, flags}: CommandLine, usual: string, {cwd}: Terminal): string {
  const [named, ...others] = positionals;
  if (others.length > 0) throw new UsageError('One file is written at a time.', 'Name one file, or none.');
  const path = join(named ?? usual);
  if (!/\.test\.ya?ml$/.test(path))
    throw new UsageError(`${quote(path)} is no name for a test file.`, 'It ends in .test.yaml.');
  if (path.startsWith('../') || path.startsWith('/'))
    throw new UsageError(`${quote(path)} leads out of the working folder.`);
  if (existsSync(join(cwd, path)) && !flags.has('force'))
    throw new UsageError(`${path} is there already.`, 'Name another file, or overwrite it with --force.');
  return path;
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'flow';
}

/** A path as a pattern that means it alone. */
function literally(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}

async function writeHere(cwd: string, path: string, text: string): Promise<void> {
  try {
    await mkdir(join(cwd, dirname(path)), {recursive: true});
    await writeFile(join(cwd, path), text, 'utf8');
  } catch (error) {
    throw new UserError(
      'invalid-inputs',
      `${path} cannot be written: ${messageOf(error)}`,
      'Check the folder.',
      {
        cause: error
      }
    );
  }
}

/** The schema stands beside the test files, so that editors find it without a network. */
async function writeSchema(cwd: string, path: string): Promise<void> {
  if (existsSync(join(cwd, path))) return;
  const {default: text} = await import('../../generated/flow-test-schema.cjs');
  await writeHere(cwd, path, text);
}
