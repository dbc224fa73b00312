import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {createJqChecker, type Jq} from '../../src/jq/checker.js';

const CORPUS = '../shared/corpus/jq-expressions.json';

describe('the jq checker', () => {
  test('gives one verdict a program, in their order', async () => {
    const verdicts = await createJqChecker()(['.a', '.b |', '.a', 'nonesuch', '']);
    expect(verdicts.map(({kind}) => kind)).toEqual(['sound', 'syntax', 'sound', 'undefined', 'not-checked']);
  });

  test('runs nothing', async () => {
    const endless = [
      'repeat(.)',
      '[range(infinite)]',
      'error("x")',
      'halt_error',
      'input',
      'last(repeat(1))'
    ];
    const verdicts = await createJqChecker()(endless);
    expect(verdicts.every(({kind}) => kind === 'sound')).toBe(true);
  });

  test('says nothing when jq cannot be loaded', async () => {
    const load = () => Promise.reject(new Error('no WebAssembly here'));
    expect(await createJqChecker({load})(['.a', '.b |'])).toEqual([
      {kind: 'not-checked'},
      {kind: 'not-checked'}
    ]);
  });

  test('loads jq only when it has to be asked, and once', async () => {
    let loads = 0;
    const load = (): Promise<Jq> => {
      loads += 1;
      return Promise.resolve({raw: () => ({stdout: '', stderr: '', exitCode: 0})});
    };
    const check = createJqChecker({load});
    expect((await check(['(', '', 'import "a" as a; .']))[0]).toMatchObject({kind: 'syntax'});
    expect(loads).toBe(0);
    await check(['.a']);
    await check(['.b']);
    expect(loads).toBe(1);
  });

  test('judges the others when jq breaks down over one', async () => {
    const load = (): Promise<Jq> => {
      let broken = false;
      const raw: Jq['raw'] = (_, program) => {
        broken ||= program.includes('poison');
        if (broken) throw new Error('memory access out of bounds');
        return {stdout: '', stderr: '', exitCode: 0};
      };
      return Promise.resolve({raw});
    };
    const programs = Array.from({length: 50}, (_, index) => (index === 33 ? '.poison' : `.a${index}`));
    const verdicts = await createJqChecker({load})(programs);
    expect(verdicts.filter(({kind}) => kind === 'sound')).toHaveLength(49);
    expect(verdicts[33]).toEqual({kind: 'not-checked'});
  });

  test('stops when its time is over', async () => {
    let time = 0;
    const load = (): Promise<Jq> => {
      const raw: Jq['raw'] = () => {
        time += 60;
        return {stdout: '', stderr: '', exitCode: 0};
      };
      return Promise.resolve({raw});
    };
    const programs = Array.from({length: 1000}, (_, index) => `.a${index}`);
    const verdicts = await createJqChecker({load, patience: 100, now: () => time})(programs);
    expect(verdicts.filter(({kind}) => kind === 'sound')).toHaveLength(200);
  });

  test.each([
    ['[', ']', 3000],
    ['(.a|', ')', 3000],
    ['"\\(', ')"', 3000],
    ['. as [$x] | ', '1', 1200],
    ['.a//', '1', 4000],
    ['{a:', '}', 5000]
  ])('stands %s%s many times over', async (open, close, times) => {
    const check = createJqChecker();
    const started = performance.now();
    await check([
      open.repeat(times) + (close.length > 1 ? '' : '.') + close.repeat(close === '1' ? 1 : times)
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await check(['.a'])).toEqual([{kind: 'sound'}]);
  });

  test('agrees with jq alone about any soup of tokens', async () => {
    const {loadJq} = await import('jq-wasm');
    const alone = await loadJq();
    const token = fc.constantFrom(
      '.a',
      '|',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\\(',
      ',',
      ':',
      '1',
      'if',
      'then',
      'end',
      '# x',
      '\n',
      '$',
      'map',
      ' ',
      '+',
      '\\'
    );
    const check = createJqChecker({patience: 60_000});
    const soup = fc.array(token, {maxLength: 8}).map((tokens) => tokens.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(soup, {minLength: 1, maxLength: 6}), async (programs) => {
        for (const [index, verdict] of (await check(programs)).entries()) {
          const {exitCode} = alone.raw('null', programs[index] ?? '', ['-n']);
          if (verdict.kind === 'sound') expect([programs[index], exitCode]).not.toEqual([programs[index], 3]);
          if (verdict.kind === 'syntax') expect([programs[index], exitCode]).toEqual([programs[index], 3]);
        }
      }),
      {numRuns: 150}
    );
  }, 30_000);
});

(existsSync(CORPUS) ? describe : describe.skip)('programs in use', () => {
  const read = () => JSON.parse(readFileSync(CORPUS, 'utf8')) as {key: string; expr: string}[];

  test('all compile', async () => {
    const programs = read().filter(({key}) => key === 'expr');
    const verdicts = await createJqChecker()(programs.map(({expr}) => expr));
    expect(verdicts.filter(({kind}) => kind !== 'sound')).toEqual([]);
  });

  test('are checked by the hundred in moments', async () => {
    const programs = read().filter(({key}) => key === 'expr');
    const many = Array.from(
      {length: 420},
      (_, index) => `${programs[index % programs.length]?.expr} # ${index}`
    );
    const check = createJqChecker();
    await check(['.']);
    const started = performance.now();
    await check(many);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
