import {readFile} from 'node:fs/promises';
import {lstatSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemClock} from '../actions/clock.js';
import {createFiles} from '../actions/files.js';
import {decode} from '../bundle/text.js';
import {exceptionsOf, type Inputs} from '../inputs/inputs.js';
import {createJqChecker} from '../jq/checker.js';
import {remembering} from '../jq/remembering.js';
import type {WorkspaceFile} from '../ports.js';
import {redactText} from '../report/redact.js';
import {checkBundles} from '../rules/engine.js';
import type {Finding} from '../rules/finding.js';
import {FOR_FIXES} from '../rules/findings-limit.js';
import {fixAll, isFixable, type Fixed, type Texts} from '../rules/fixing.js';
import {RULES} from '../rules/index.js';
import {lateAfter} from '../run/deadline.js';
import {readFiles} from '../run/find-files.js';
import {counted, plural, sentence} from '../words.js';
import {writeBundleFile} from './pull/write.js';
import {tell} from './show.js';
import type {Terminal} from './terminal.js';

/** More time is not spent on looking for what may be mended. */
const FIX_MS = 30_000;
/** More lines than these are not read. */
const MOST_SHOWN = 100;

/**
 * `validate --fix`: changes the bundle files where that leaves fewer findings and no new one, and says on stderr
 * what it did. Links, and files that somebody else changes meanwhile, are left as they are.
 *
 * @throws UserError when a file cannot be written
 */
export async function fixFiles(inputs: Inputs, terminal: Terminal): Promise<void> {
  const {cwd} = terminal;
  const found = await createFiles(cwd, tmpdir()).find(inputs.bundles);
  const originals = new Originals(cwd);
  const {severities, integration, variables, keep} = inputs;
  const jq = remembering(createJqChecker());
  const fixed = await fixAll({
    isLate: lateAfter(FIX_MS, systemClock),
    textOf: (path) => originals.textOf(path),
    check: async (texts) => {
      const files = found.map((file) => originals.withText(file, texts));
      const settings = {
        rules: RULES,
        severities,
        exceptions: exceptionsOf(inputs),
        integration,
        variables,
        keep,
        bounds: FOR_FIXES
      };
      const {findings} = await checkBundles(readFiles(files, new Map()), {...settings, jq});
      return findings;
    }
  });
  const changed: string[] = [];
  for (const [path, text] of fixed.texts) {
    if (await originals.isUnchanged(path)) {
      await writeBundleFile(cwd, path, originals.markOf(path) + text);
      changed.push(path);
    } else tell(`note: ${path} was changed by somebody else meanwhile, and is left as it is.`, terminal);
  }
  tellWhatWasFixed(fixed, changed, terminal);
}

/** Says that `--fix` could help. */
export function tellOfFixes(findings: readonly Finding[], terminal: Terminal): void {
  const count = findings.filter(isFixable).length;
  if (count > 0) tell(`note: --fix may mend ${count} of ${counted(findings.length, 'finding')}.`, terminal);
}

function tellWhatWasFixed(
  {applied, refused, untried}: Fixed,
  changed: readonly string[],
  terminal: Terminal
): void {
  const done = applied.filter(({path}) => changed.includes(path));
  for (const {path, range, fix, rule} of done.slice(0, MOST_SHOWN)) {
    const what = `${path}:${range.start.line}:${range.start.column} ${fix.title} (${rule})`;
    tell(`fixed: ${redactText(what, [])}`, terminal);
  }
  if (done.length > MOST_SHOWN) tell(`fixed: ${done.length - MOST_SHOWN} more`, terminal);
  const left = [
    ...(refused === 0
      ? []
      : [
          `${counted(refused, 'fix', 'fixes')} ${plural(refused, 'was', 'were')} left out: more would be found with ${plural(refused, 'it', 'them')}.`
        ]),
    ...(untried === 0
      ? []
      : [
          `${counted(untried, 'fix', 'fixes')} ${plural(untried, 'was', 'were')} not tried${done.length === 0 ? '' : ': run it again for the rest'}.`
        ])
  ];
  const sum =
    done.length === 0
      ? 'Nothing was fixed'
      : `${counted(done.length, 'finding')} fixed in ${counted(changed.length, 'file')}`;
  tell(`note: ${[sentence(sum), ...left].join(' ')}`, terminal);
}

interface Original {
  /** null when the file is not to be changed. */
  readonly text: string | null;
  readonly bytes: Uint8Array;
  /** The byte order mark, where the file begins with one. */
  readonly mark: string;
}

/** The files as they were when the first fix was made. */
class Originals {
  private readonly known = new Map<string, Original>();

  constructor(private readonly cwd: string) {}

  textOf(path: string): string | null {
    const original = this.known.get(path) ?? read(join(this.cwd, path));
    this.known.set(path, original);
    return original.text;
  }

  markOf(path: string): string {
    return this.known.get(path)?.mark ?? '';
  }

  withText(file: WorkspaceFile, texts: Texts): WorkspaceFile {
    const text = texts.get(file.path);
    if (text === undefined) return file;
    const content = Buffer.from(this.markOf(file.path) + text, 'utf8');
    return {...file, bytes: content.byteLength, read: () => Promise.resolve(content)};
  }

  async isUnchanged(path: string): Promise<boolean> {
    const now = await readFile(join(this.cwd, path)).catch(() => null);
    return now?.equals(this.known.get(path)?.bytes ?? Buffer.alloc(0)) === true;
  }
}

const UNTOUCHED: Original = {text: null, bytes: Buffer.alloc(0), mark: ''};

function read(file: string): Original {
  try {
    if (lstatSync(file).isSymbolicLink()) return UNTOUCHED;
    const bytes = readFileSync(file);
    const {text, fault} = decode(bytes);
    const mark = fault === 'byte-order-mark' ? '\uFEFF' : '';
    return {text: fault === null || mark !== '' ? text : null, bytes, mark};
  } catch {
    return UNTOUCHED;
  }
}
