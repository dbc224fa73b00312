import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {createContext, Script} from 'node:vm';
import {describe, expect, test} from '@jest/globals';
import ts from 'typescript';
import {growthFault} from '../support/growth.js';
import {attacksOn, type Attack} from '../support/regex-attacks.js';
import {ROOT} from '../support/runner.js';

/** The stand-ins, the emulator and the demo read what the tests and the demo give them, and the worker has a deadline. */
const OWN = /^(?:generated|stand-ins|emulator|demo|worker)\//;

interface Found {
  readonly where: string;
  readonly expression: RegExp;
}

/** Every regular expression that src writes as a literal; those made from texts repeat nothing that is not one. */
function expressionsIn(path: string): Found[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, 'src', path), 'utf8'),
    ts.ScriptTarget.Latest
  );
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const {line} = source.getLineAndCharacterOfPosition(node.pos);
      const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({where: `${path}:${line + 1} ${node.text}`, expression});
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const EXPRESSIONS = readdirSync(join(ROOT, 'src'), {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.ts') && !OWN.test(path))
  .flatMap(expressionsIn);

/** The way in which an expression is used that looks at most of a text. */
function search({expression}: Found, text: string): void {
  if (expression.global) Array.from(text.matchAll(expression), () => null);
  else expression.exec(text);
}

/** At the larger length a quadratic search takes some hundred milliseconds; a file may be 300 times as long. */
const LENGTH = 1 << 14;
const SHORT = LENGTH / 16;

/** Runs what may never end. @returns whether it ended within so many milliseconds */
function ends(run: () => void, milliseconds: number): boolean {
  try {
    new Script('run()').runInContext(createContext({run}), {timeout: milliseconds});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

async function slowAttack(found: Found): Promise<string | null> {
  const attacks = attacksOn(found.expression);
  const text = ({prefix, unit, suffix}: Attack, length: number): string =>
    prefix + unit.repeat(Math.ceil(length / unit.length)) + suffix;
  // Most are harmless, and all attacks on them together take some milliseconds.
  const before = process.cpuUsage().user;
  const all = (): void => {
    for (const attack of attacks) search(found, text(attack, LENGTH / 2));
  };
  if (ends(all, 1_000) && process.cpuUsage().user - before < 60_000) return null;
  for (const attack of attacks) {
    const run = (hostile: string): void => {
      search(found, hostile);
    };
    const isOver = [SHORT, LENGTH].every((length) =>
      ends(() => {
        run(text(attack, length));
      }, 1_500)
    );
    const fault = isOver
      ? await growthFault({make: (size) => text(attack, size), run, size: LENGTH})
      : 'no end';
    if (fault !== null) return `${JSON.stringify(attack)}: ${fault}`;
  }
  return null;
}

describe('every regular expression of src', () => {
  test('takes time in proportion to a hostile text', async () => {
    expect(EXPRESSIONS.length).toBeGreaterThan(200);
    const slow: string[] = [];
    for (const found of EXPRESSIONS) {
      const fault = await slowAttack(found);
      if (fault !== null) slow.push(`${found.where} ${fault}`);
    }
    expect(slow).toEqual([]);
  }, 60_000);

  test.each([
    ['blanks at the end', /\s+$/],
    ['nested runs', /^(?:a+)+$/],
    ['a text that never ends', /"((?:[^"\\]|\\.)*)"\s*:/g]
  ])('would be found: %s', async (_, expression) => {
    expect(await slowAttack({where: '', expression})).not.toBeNull();
  });
});
