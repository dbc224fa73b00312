import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {readBundleFile} from '../../src/bundle/model.js';
import {createJqChecker} from '../../src/jq/checker.js';
import {remembering} from '../../src/jq/remembering.js';
import {checkBundles} from '../../src/rules/engine.js';
import type {Finding} from '../../src/rules/finding.js';
import {fixAll, isFixable, withEdits} from '../../src/rules/fixing.js';
import {RULES} from '../../src/rules/index.js';
import {bundleOf, check} from '../support/check.js';
import {cleanBundle, findingsIn} from '../support/mutants/clean.js';
import {MUTANTS} from '../support/mutants/index.js';
import type {Mutant} from '../support/mutants/mutant.js';
import {mutate} from '../support/mutants/mutate.js';

const jq = remembering(createJqChecker());
const PATH = 'bundle.json';

async function fixed(text: string) {
  const {texts, ...rest} = await fixAll({
    textOf: () => text,
    check: (changed) => findingsIn(changed.get(PATH) ?? text, RULES, jq)
  });
  return {...rest, text: texts.get(PATH) ?? text};
}

/** What stays of a finding when lines move. */
const kinds = (findings: readonly Finding[]): string[] =>
  findings.map(({rule, message}) => `${rule}: ${message.replace(/\d+/g, '#')}`).sort();

/** The mutants that can be made one behind the other. */
function mutated(mutants: readonly Mutant[]): string {
  return mutants.reduce((text, mutant) => {
    try {
      return mutate(text, mutant).text;
    } catch {
      return text;
    }
  }, cleanBundle());
}

/** A fix adds no finding, each takes one away, and fixing twice changes nothing. */
async function expectOnlyLess(text: string): Promise<void> {
  const before = await findingsIn(text, RULES, jq);
  const once = await fixed(text);
  const after = await findingsIn(once.text, RULES, jq);
  expect(after.length).toBeLessThanOrEqual(before.length - once.applied.length);
  const left = kinds(before);
  for (const kind of kinds(after)) {
    expect(left).toContain(kind);
    left.splice(left.indexOf(kind), 1);
  }
  expect(await fixed(once.text)).toMatchObject({text: once.text, applied: []});
}

/** Only letters slip: without a quote or a brace the text is no JSON. */
function slip(text: string, from: number, kind: string): string {
  const at = from + Math.max(0, text.slice(from).search(/[A-Za-z][A-Za-z]/));
  const [first = '', second = ''] = text.slice(at, at + 2);
  const instead = {double: first + first + second, lose: second, swap: second + first}[kind];
  return text.slice(0, at) + (instead ?? '') + text.slice(at + 2);
}

describe('single slips', () => {
  test('at least forty of the mutants are mended for certain, and nothing else is found then', async () => {
    let mended = 0;
    for (const mutant of MUTANTS) {
      const {text} = mutate(cleanBundle(), mutant);
      const [finding] = await findingsIn(text, RULES, jq);
      const result = await fixed(text);
      if (finding?.fix === undefined) {
        expect(result).toEqual({text, applied: [], refused: 0, untried: 0});
        continue;
      }
      mended += 1;
      expect(result).toEqual({
        text: withEdits(text, finding.fix.edits),
        applied: [finding],
        refused: 0,
        untried: 0
      });
      expect(await findingsIn(result.text, RULES, jq)).toEqual([]);
    }
    expect(mended).toBeGreaterThanOrEqual(40);
  });
});

describe('several slips at once', () => {
  test('mending adds none, and mending twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...MUTANTS], {minLength: 2, maxLength: 6}), async (mutants) => {
        await expectOnlyLess(mutated(mutants));
      }),
      {numRuns: 100}
    );
  });

  test('so it is with letters that are doubled, lost or swapped anywhere', async () => {
    const clean = cleanBundle();
    const slips = fc.array(fc.tuple(fc.nat(clean.length - 2), fc.constantFrom('double', 'lose', 'swap')), {
      minLength: 1,
      maxLength: 4
    });
    await fc.assert(
      fc.asyncProperty(slips, async (all) => {
        await expectOnlyLess(all.reduce((text, [at, kind]) => slip(text, at, kind), clean));
      }),
      {numRuns: 100}
    );
  });

  test('when the time is over, what is left is counted', async () => {
    const text = mutated(MUTANTS.filter(({name}) => name === 'a misspelt event source'));
    const never = await fixAll({
      textOf: () => text,
      check: (changed) => findingsIn(changed.get(PATH) ?? text, RULES, jq),
      isLate: () => true
    });
    expect(never).toEqual({texts: new Map(), applied: [], refused: 0, untried: 1});
  });

  test('a slip beside one that cannot be mended is mended', async () => {
    const text = JSON.stringify(
      bundleOf({Done: {Type: 'Wait', Seconds: 'soon', Next: 'Finishd'}, Finished: {Type: 'succeed'}}),
      null,
      2
    );
    const result = await fixed(text);
    expect(result.applied.map(({rule}) => rule).sort()).toEqual(['flow/unknown-state', 'state/type']);
    expect((await findingsIn(result.text, RULES)).map(({rule}) => rule)).toEqual(['state/property-type']);
  });
});

describe('what is not certain is not offered', () => {
  const fixesOf = async (states: Record<string, unknown>): Promise<string[]> =>
    (await check(bundleOf(states))).flatMap(({fix}) => fix?.title ?? []);
  const wait = (next: string) => ({Type: 'Wait', Seconds: 1, Next: next});

  test('two names that are equally near', async () => {
    const ends = {OrdersA: {Type: 'Succeed'}, OrdersB: {Type: 'Succeed'}};
    expect(await fixesOf({Begin: wait('OrdersX'), ...ends})).toEqual([]);
    expect(await fixesOf({Begin: wait('ordersb'), ...ends})).toEqual(['Replace "ordersb" with "OrdersB"']);
  });

  test('another number', async () => {
    expect(await fixesOf({Begin: wait('Step 2'), 'Step 1': {Type: 'Succeed'}})).toEqual([]);
  });

  test('one letter of a name of two', async () => {
    expect(await fixesOf({Begin: wait('Go'), No: {Type: 'Succeed'}})).toEqual([]);
  });

  test('two slips', async () => {
    expect(await fixesOf({Begin: wait('Finisssh'), Finish: {Type: 'Succeed'}})).toEqual([]);
  });

  test('the name of a property that is there', async () => {
    const state = {...wait('Finish'), next: 'Finish'};
    expect(await fixesOf({Begin: state, Finish: {Type: 'Succeed'}})).toEqual([]);
  });

  test('digits that a number has lost', async () => {
    const call = (pageSize: string) =>
      JSON.stringify(
        bundleOf({
          Load: {
            Type: 'Action',
            ActionName: 'zis:common:action:LoadConfig',
            Parameters: {scope: 'NUMBER'},
            ResultPath: '$.settings',
            End: true
          }
        })
      ).replace('"NUMBER"', pageSize);
    const titles = async (text: string) => (await check(text)).flatMap(({fix}) => fix?.title ?? []);
    expect(await titles(call('5'))).toEqual(['Replace 5 with "5"']);
    for (const number of ['9007199254740993', '5.0', '5e0', '1e400']) {
      expect(await titles(call(number))).toEqual([]);
    }
  });

  test('a text in which a placeholder stands', async () => {
    const text = JSON.stringify(bundleOf({Begin: wait('{{end}}'), Finish: {Type: 'Succeed'}}));
    const found = await check(text, {variables: 'end=Finsh'});
    expect(found.map(({rule}) => rule)).toContain('flow/unknown-state');
    expect(found.filter(isFixable)).toEqual([]);
  });
});

describe('all else in the file stays byte for byte', () => {
  const bundle = JSON.stringify(
    bundleOf({Begin: {Type: 'Wait', Seconds: 1, Next: 'Finish'}, Finish: {Type: 'Succeed'}})
  );
  /** With "End" beside "Next", and the given text between them. */
  const withEnd = (between: string) =>
    bundle.replace('"Next":"Finish"', `"Next":"Finish"${between}"End":true`);

  async function inJsonc(text: string): Promise<string> {
    const path = 'bundle.jsonc';
    const checkText = async (now: string) => {
      const file = readBundleFile(path, new TextEncoder().encode(now));
      return (await checkBundles([file], {rules: RULES, integration: ''})).findings;
    };
    const {texts} = await fixAll({
      textOf: () => text,
      check: (changed) => checkText(changed.get(path) ?? text)
    });
    return texts.get(path) ?? text;
  }

  test.each([
    ['blanks and tabs', ',\t  ', '  \r\n'],
    ['nothing', ',', '']
  ])('%s around a property that goes', async (_name, between, behind) => {
    const text = withEnd(between).replace('"End":true', `"End":true${behind}`);
    expect((await fixed(text)).text).toBe(bundle.replace('"Next":"Finish"', `"Next":"Finish"${behind}`));
  });

  test('a first property goes with the comma behind it', async () => {
    const text = bundle.replace('"Type":"Wait"', '"End":true ,  "Type":"Wait"');
    expect((await fixed(text)).text).toBe(bundle);
  });

  test('a comment goes with nothing', async () => {
    const text = withEnd(', // goes on\n');
    expect(await inJsonc(text)).toBe(text);
    expect(await inJsonc(withEnd(','))).toBe(bundle);
  });
});
