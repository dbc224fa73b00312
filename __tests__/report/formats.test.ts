import {expect, test} from '@jest/globals';
import {formatsOfRun} from '../../src/cli/output/report.js';
import {createStyle} from '../../src/cli/output/style.js';
import type {Format} from '../../src/cli/commands.js';
import {toAnnotations} from '../../src/report/annotations.js';
import {FORMATS} from '../../src/report/formats.js';
import {shownRun, type ShownRun} from '../../src/report/shown-run.js';
import {EXAMPLES, type Example} from '../secrets/examples.js';
import {action, bundleWith, jobSpec} from '../support/bundles.js';
import {finding, headerOf, modelOf} from '../support/models.js';

const OWN = 'the-pass-word-of-this-run';

/** A run in which this text stands wherever a file, a name or an answer of the registry can bring it. */
function runWith(text: string): ShownRun {
  const resources = {
    [text]: action(text, {
      method: 'GET',
      url: `https://example.com/${text}`,
      headers: [{key: 'X', value: text}]
    }),
    spec: jobSpec(text, text, text)
  };
  const declared = {...bundleWith(text, resources), description: text};
  const sides = [
    {registered: null, declared, path: `zis/${text}.json`},
    {registered: bundleWith('gone', {x: action('x', {body: text})}), declared: null},
    {
      registered: bundleWith('b', {x: action('x', {body: 'old'})}),
      declared: bundleWith('b', {x: action('x', {body: text})})
    }
  ];
  const model = modelOf(sides, {
    findings: [{...finding(`has ${text}`, 'warning', `zis/${text}.json`), hint: `not ${text}`}],
    notices: [`note: ${text}`],
    failure: {reason: 'apply-failed', message: `because of ${text}`, hint: `look at ${text}`},
    explanations: [{title: text, before: {a: text}, after: null}],
    unmanaged: [{integration: 'acme', name: text}]
  });
  const outcomes = model.plan!.steps.map((step) => ({
    step,
    state: 'failed' as const,
    reason: `said ${text}`
  }));
  return shownRun(
    {...model, outcomes: text === OWN ? outcomes : null},
    {result: 'failed', declaredBefore: '', backupPath: '', secrets: [OWN]}
  );
}

const look = {style: createStyle(false), width: 100};
const TERMINAL: readonly Format[] = ['pretty', 'json', 'sarif', 'github'];

function formsOf(run: ShownRun): [string, string][] {
  const report = run.report();
  return [
    ...Object.entries(FORMATS).map(([name, format]): [string, string] => [name, format(run)]),
    ...TERMINAL.map((format): [string, string] => [
      `terminal ${format}`,
      formatsOfRun({look, source: () => null, explain: true})[format]!(run)
    ]),
    ['comment', report.comment({header: headerOf(run.model)})],
    ['summary', report.summary()],
    ['annotations of a step', JSON.stringify(toAnnotations(run.model.findings, {secrets: run.secrets}))]
  ];
}

/** Without what each form adds: escapes, line breaks, and the indent of wrapped lines. */
const bare = (text: string) => text.replace(/&#\d+;|[\s\\`*_<>|]/g, '');

const SHAPES = Object.entries(EXAMPLES).map(
  ([what, {certain, doubtful}]) => [what, [...certain, ...doubtful]] as const
);

test.each([['of this run', [{text: OWN}]] as const, ...SHAPES])(
  'a credential is in no form of a run: %s',
  (_what, examples: readonly Example[]) => {
    const forms = formsOf(runWith(examples.map(({text}) => text).join(' ; ')));
    for (const {text, secret = text} of examples) {
      for (const [name, form] of forms) {
        expect([name, form.includes(secret), bare(form).includes(bare(secret))]).toEqual([
          name,
          false,
          false
        ]);
        expect([name, form.includes(encodeURIComponent(secret))]).toEqual([name, false]);
      }
    }
  }
);

test('each form has what it is for', () => {
  const forms = new Map(formsOf(runWith('harmless')));
  expect(JSON.parse(forms.get('json')!)).toMatchObject({version: 1, command: 'plan', result: 'failed'});
  expect(JSON.parse(forms.get('plan')!)).toMatchObject({version: 1, bundles: [{}, {}, {}]});
  expect(JSON.parse(forms.get('sarif')!)).toMatchObject({version: '2.1.0'});
  expect(forms.get('annotations')).toMatch(
    /^::warning title=area\/some-rule,file=zis\/harmless\.json,line=1/
  );
  expect(forms.get('markdown')).toMatch(/^## ZIS bundles: /);
  expect(forms.get('terminal github')).toMatch(/^::warning [^\n]*\n[^]*Plan for acme/);
});

test('a run without a plan has none', () => {
  const model = modelOf([], {plan: null});
  const run = shownRun(model, {result: 'valid', declaredBefore: '', backupPath: '', secrets: []});
  expect(FORMATS.plan(run)).toBe('null\n');
});
