import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {Counts} from '../../src/plan/types.js';
import {readHeader} from '../../src/report/header.js';
import {COMMENT_LIMIT, createReport, MINIMAL_LIMIT, SUMMARY_LIMIT} from '../../src/report/report.js';
import {ruleUrl} from '../../src/report/rule-page.js';
import type {ReportModel} from '../../src/report/types.js';
import {dangers, readMarkdown} from '../support/markdown.js';
import {parseMermaid} from '../support/mermaid.js';
import {action, bundleWith, flow, jobSpec} from '../support/bundles.js';
import {chain, finding, headerOf, modelOf, type Sides} from '../support/models.js';

const comment = (model: ReportModel, secrets: string[] = []) =>
  createReport(model, secrets).comment({header: headerOf(model)});
/** Where a report leads from the rule of a finding. */
const RULE_LINK = `<a href="${ruleUrl('area/some-rule')}"><code>area/some-rule</code></a>`;
const headlineOf = (text: string) => /^## .*$/m.exec(text)?.[0];

/** Every form of a report, checked for what must hold for any of them. */
async function checkAll(model: ReportModel): Promise<string> {
  const report = createReport(model, []);
  const header = headerOf(model);
  const text = report.comment({header});
  const forms = [
    {text, limit: COMMENT_LIMIT, comments: 1},
    {
      text: report.minimalComment({header}),
      limit: MINIMAL_LIMIT,
      comments: 1
    },
    {text: report.summary(), limit: SUMMARY_LIMIT, comments: 0}
  ];
  for (const form of forms) {
    expect(
      Buffer.byteLength(form.text, form.comments === 0 ? 'utf8' : 'utf16le') / (form.comments + 1)
    ).toBeLessThanOrEqual(form.limit);
    const {prose, fences, comments} = readMarkdown(form.text);
    expect(comments).toBe(form.comments);
    expect(dangers(prose)).toEqual([]);
    const pictures = fences.filter(({language}) => language === 'mermaid');
    for (const {lines} of pictures.slice(0, 10)) await parseMermaid(lines.join('\n'));
  }
  expect(readHeader(text)).not.toBeNull();
  return text;
}

const FAILURE = {reason: 'apply-failed', message: 'm', hint: ''} as const;
const NOTHING_DONE = {created: 0, updated: 0, deleted: 0, unchanged: 0};

/** The model, with a job spec to install for each bundle that stays as it is. */
function withJobSpecs(model: ReportModel): ReportModel {
  const jobSpecs = {install: ['zis:demo:job_spec:s'], uninstall: []};
  const steps = model.plan!.steps.map((step) => (step.action === 'unchanged' ? {...step, jobSpecs} : step));
  return {...model, plan: {...model.plan!, steps}};
}

/** An apply of one bundle. */
function applied(sides: Sides, state: 'done' | 'failed', counts: Counts): ReportModel {
  const model = withJobSpecs(modelOf([sides], {command: 'apply', counts}));
  const outcomes = model.plan!.steps.map((step) => ({step, state, reason: ''}));
  return {...model, outcomes, failure: state === 'failed' ? FAILURE : null};
}

describe('the headline', () => {
  const created = {registered: null, declared: bundleWith('a', {})};
  const updated = {registered: bundleWith('b', {}), declared: bundleWith('b', {x: action('x', {})})};
  const deleted = {registered: bundleWith('c', {}), declared: null};
  const same = {registered: bundleWith('d', {}), declared: bundleWith('d', {})};

  test.each<[string, ReportModel]>([
    ['1 to create, 1 to update, 1 to delete in `acme`', modelOf([created, updated, deleted, same])],
    ['no changes in `acme`', modelOf([same])],
    ['no drift in `acme`', modelOf([same], {command: 'drift'})],
    [
      '1 different, 1 not declared in `acme`',
      modelOf([updated, deleted], {command: 'drift', failure: {reason: 'drift', message: 'm', hint: ''}})
    ],
    ['1 to create in `acme` (failed)', modelOf([created], {command: 'apply', failure: FAILURE})],
    ['nothing done in `acme` (failed)', applied(created, 'failed', NOTHING_DONE)],
    ['1 created in `acme`', applied(created, 'done', {...NOTHING_DONE, created: 1})],
    ['1 to create, 1 with job specs to change in `acme`', withJobSpecs(modelOf([created, same]))],
    [
      '1 with other job specs in `acme`',
      withJobSpecs(modelOf([same], {command: 'drift', failure: {...FAILURE, reason: 'drift'}}))
    ],
    ['1 with job specs changed in `acme`', applied(same, 'done', {...NOTHING_DONE, unchanged: 1})],
    ['2 files checked, all valid', modelOf([], {command: 'validate', plan: null, files: 2})],
    [
      '1 file checked, 1 error, 2 warnings (failed)',
      modelOf([], {
        command: 'plan',
        plan: null,
        files: 1,
        findings: [finding('e'), finding('w', 'warning'), finding('w', 'warning')],
        failure: {reason: 'invalid-bundles', message: 'm', hint: 'h'}
      })
    ]
  ])('says: %s', (words, model) => {
    expect(headlineOf(comment(model))).toBe(`## ZIS bundles: ${words}`);
    expect(headlineOf(createReport(model, []).summary())).toBe(`## ZIS bundles: ${words}`);
  });

  test('is followed by a plain sentence when there is nothing to do', () => {
    expect(comment(modelOf([same]))).toContain(
      '\n\nNo changes: the registry holds what this commit declares (1 bundle).\n\n<sub>'
    );
  });
});

describe('the comment', () => {
  test('shows deletions and risky changes first, and marks them', () => {
    const call = (url: string) => bundleWith('risky', {x: action('x', {method: 'GET', url})});
    const text = comment(
      modelOf([
        {registered: null, declared: bundleWith('a-new', {})},
        {registered: bundleWith('b-harmless', {}), declared: bundleWith('b-harmless', {x: action('x', {})})},
        {registered: call('https://a.example'), declared: call('https://b.example')},
        {registered: bundleWith('z-gone', {s: jobSpec('s', 'ticket.TicketCreated', 'f')}), declared: null}
      ])
    );
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('**'));
    expect(rows).toEqual([
      '| − **delete** ⚠️ | `z-gone` | `demo` | – | +0 &#126;0 −1 |',
      '| &#126; **update** ⚠️ | `risky` | `demo` | `zis/bundle-2.json` | +0 &#126;1 −0 |',
      '| &#126; **update** | `b-harmless` | `demo` | `zis/bundle-1.json` | +1 &#126;0 −0 |',
      '| &#43; **create** | `a-new` | `demo` | `zis/bundle-0.json` | +0 &#126;0 −0 |'
    ]);
    expect(text).toContain(
      '**Look twice**\n\n- ⚠️ `z-gone` in `demo`: the bundle is deleted\n' +
        '- ⚠️ `z-gone` in `demo`: the job spec `s` leaves the bundle and is not uninstalled\n' +
        '- ⚠️ `risky` in `demo`: the action `x` sends another request (`url`)\n'
    );
  });

  test('shows changes, picture, text and unified diff of a changed flow', async () => {
    const version = (seconds: number) =>
      bundleWith('b', {
        f: flow('f', 'W', {W: {Type: 'Wait', Seconds: seconds, Next: 'S'}, S: {Type: 'Succeed'}})
      });
    const text = await checkAll(modelOf([{registered: version(1), declared: version(2)}]));
    const {fences, depth} = readMarkdown(text);
    expect(depth).toBe(2);
    expect(text).toContain(
      '- **changed** flow `f`\n  - changed state `W` (Wait)\n    - `Seconds`: `1` → `2`'
    );
    expect(fences.map(({language}) => language)).toEqual(['mermaid', 'diff', 'diff']);
    expect(fences[1]?.lines).toEqual(['  start → W', '! W (Wait); → S', '  S (Succeed)']);
    expect(fences[2]?.lines).toContain('-              "Seconds": 1');
  });

  test('of a bundle of which only job specs change says so in table, details and outcome', () => {
    const same = {registered: bundleWith('d', {}), declared: bundleWith('d', {})};
    const text = comment(withJobSpecs(modelOf([same])));
    expect(text).toContain('| &#61; **job specs** | `d` | `demo` | `zis/bundle-0.json` | job specs: +1 −0 |');
    expect(text).toContain(
      '<details><summary>job specs <code>d</code> in <code>demo</code></summary>\n\n' +
        '- **install** job spec `zis:demo:job_spec:s`\n\n</details>'
    );
    expect(text).not.toContain('No changes');
    expect(comment(applied(same, 'failed', NOTHING_DONE))).toContain('- **failed**: job specs `d` in `demo`');
  });

  test('names a job spec that is uninstalled among the risks', () => {
    const model = modelOf([
      {registered: bundleWith('b', {s: jobSpec('s', 'e', 'f')}), declared: bundleWith('b', {})}
    ]);
    const steps = model.plan!.steps.map((step) => ({
      ...step,
      jobSpecs: {install: [], uninstall: ['zis:demo:job_spec:s']}
    }));
    const text = comment({...model, plan: {...model.plan!, steps}});
    expect(text).toContain('| &#126; **update** ⚠️ |');
    expect(text).toContain(
      '- ⚠️ `b` in `demo`: the job spec `s` is uninstalled: its event no longer starts a flow'
    );
  });

  test('keeps remarks last, collapsed, and out of the counts', () => {
    const text = comment(
      modelOf([], {plan: null, files: 1, findings: [finding('grave'), finding('by the way', 'info')]})
    );
    expect(headlineOf(text)).toBe('## ZIS bundles: 1 file checked, 1 error');
    expect(text).toContain(
      '### Findings: 1 error\n\n`zis/a.json`\n\n- **error** at 1:3: grave (' +
        RULE_LINK +
        ')\n\n' +
        '<details><summary>1 remark</summary>\n\n`zis/a.json`\n\n- **info** at 1:3: by the way'
    );
    const remarksOnly = comment(
      modelOf([], {plan: null, files: 1, findings: [finding('by the way', 'info')]})
    );
    expect(headlineOf(remarksOnly)).toBe('## ZIS bundles: 1 file checked, all valid');
    expect(remarksOnly).not.toContain('### Findings');
  });

  test('has ten pictures at most, and a text of every flow', () => {
    const version = (seconds: number) => (at: number) =>
      bundleWith(`b${at}`, {f: flow('f', 'W', {W: {Type: 'Wait', Seconds: seconds}})});
    const pairs = Array.from({length: 12}, (_, at) => ({
      registered: version(1)(at),
      declared: version(2)(at)
    }));
    const report = createReport(modelOf(pairs), []);
    const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;
    const text = report.comment({header: headerOf(modelOf(pairs))});
    expect(count(text, /^```mermaid$/gm)).toBe(10);
    expect(count(text, /The flow in text/g)).toBe(12);
    expect(text).toContain("*Left out to stay within GitHub's limit: 2 pictures;");
    expect(count(report.file(), /^```mermaid$/gm)).toBe(12);
  });

  test('groups findings by file, errors first', () => {
    const findings = [
      finding('one', 'error', 'a.json', 1),
      finding('two', 'error', 'a.json', 2),
      finding('three', 'warning', 'b.json')
    ];
    expect(comment(modelOf([], {plan: null, findings}))).toContain(
      '### Findings: 2 errors, 1 warning\n\n`a.json`\n\n- **error** at 1:3: one (' +
        RULE_LINK +
        ')\n' +
        '- **error** at 2:3: two (' +
        RULE_LINK +
        ')\n\n`b.json`\n\n- **warning** at 1:3: three (' +
        RULE_LINK +
        ')'
    );
  });

  test('of a drift check says of each bundle why it differs, where that is known', () => {
    const one = (name: string): Sides => ({
      declared: bundleWith(name, {}),
      registered: {...bundleWith(name, {}), description: 'other'}
    });
    const ids = ['a', 'b', 'c'].map((name) => ({integration: 'demo', name}));
    const causes = ['account', 'pending', null] as const;
    const drift = {deployed: 'abc', bundles: ids.map((id, index) => ({...id, cause: causes[index]!}))};
    const text = createReport(modelOf([one('a'), one('b'), one('c')], {command: 'drift', drift}), []).file();
    expect(text).toContain('**update**, changed in the account | `a`');
    expect(text).toContain('**update**, not applied yet | `b`');
    expect(text).toContain('**update** | `c`');
  });

  test('of an apply says what was done, what failed and what was not tried', () => {
    const model = modelOf(
      ['a', 'b', 'c'].map((name) => ({registered: null, declared: bundleWith(name, {})})),
      {command: 'apply'}
    );
    const [done, failed, notTried] = model.plan?.steps ?? [];
    const text = comment({
      ...model,
      outcomes: [
        {step: done!, state: 'done', reason: ''},
        {step: failed!, state: 'failed', reason: 'the registry said 500'},
        {step: notTried!, state: 'not-tried', reason: 'an upload failed'}
      ],
      failure: {reason: 'apply-failed', message: 'One upload failed.', hint: 'Run it again.'}
    });
    expect(text).toContain('> [!CAUTION]\n> **apply-failed**: One upload failed. Run it again.\n');
    expect(text).toContain(
      '- **failed**: create `b` in `demo`: the registry said 500\n- **not tried**: create `c` in `demo`: an upload failed'
    );
    expect(text).toContain('| &#43; **create**, done | `a`');
  });

  test('explains why what is applied is not what was reviewed', () => {
    const version = (path: string) => bundleWith('b', {x: action('x', {path, token: `t-${path}`})});
    const title = 'What @someone changed in `b` since the plan';
    const text = comment(modelOf([], {explanations: [{title, before: version('/a'), after: version('/b')}]}));
    expect(text).toContain(
      '<details><summary>What @\u200bsomeone changed in &#96;b&#96; since the plan</summary>'
    );
    expect(text).toContain('Before → after: 2 lines added, 2 lines removed.');
    expect(text).toMatch(/^-.*"token": "••• \(redacted 1\)"$/m);
  });

  test('of an explanation with one side shows that side whole and says what is not known', () => {
    const content = bundleWith('b', {x: action('x', {token: 'hunter2', path: '/a'})});
    const explain = (before: JsonObject | null, after: JsonObject | null) =>
      comment(modelOf([], {explanations: [{title: 'b', before, after}]}));
    const unknown = 'What was there before is not known: there was no such bundle, or its content cannot';
    const gone = 'After, there is no such bundle.';
    const [noBefore, noAfter, neither] = [
      explain(null, content),
      explain(content, null),
      explain(null, null)
    ];
    expect(noBefore).toContain(unknown);
    expect(noBefore).toMatch(/What is there after:\n\n```text\n\{\n {2}"name": "b",\n/);
    expect(noAfter).toContain(`${gone} What was there before:\n\n\`\`\`text\n{`);
    expect(neither).toContain(unknown);
    expect(neither).toContain(gone);
    for (const text of [noBefore, noAfter]) {
      expect(text).toContain('"token": "••• (redacted 1)"');
      expect(text).not.toMatch(/hunter2|```diff/);
    }
  });

  test('links only to the commit and the run', () => {
    const links = [...comment(modelOf([])).matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    expect(links).toEqual([
      'https://github.com/acme/zis/commit/1f2e3d4c5b6a79880011223344556677889900aa',
      'https://github.com/acme/zis/actions/runs/42',
      'https://github.com/acme/zis/actions/runs/42'
    ]);
  });

  test('of a validation has no plan in it', () => {
    expect(
      comment(modelOf([{registered: null, declared: bundleWith('a', {})}], {command: 'validate'}))
    ).not.toContain('| Change |');
  });
});

describe('a secret', () => {
  const secret = 'hunter2-of-this-run';

  test('is in no form of the report, and its change is shown', () => {
    const version = (token: string) =>
      bundleWith('b', {
        x: action('x', {headers: [{key: 'Authorization', value: token}], body: `${secret} inside`})
      });
    const model = modelOf([{registered: version('old-value'), declared: version('new-value')}], {
      notices: [`n ${secret}`],
      findings: [finding(`f ${secret}`)],
      failure: {reason: 'internal', message: `m ${secret}`, hint: `h ${secret}`},
      unmanaged: [{integration: 'i', name: `u ${secret}`}],
      explanations: [{title: `t ${secret}`, before: version('a'), after: null}]
    });
    const report = createReport(model, [secret]);
    const header = headerOf(model);
    const reports = [
      report.comment({header}),
      report.minimalComment({header}),
      report.summary(),
      report.file()
    ];
    for (const text of reports) expect(text).not.toMatch(/hunter2|old-value|new-value/);
    expect(reports[0]).toContain('`headers[0].value`: `"••• (redacted 1)"` → `"••• (redacted 3, changed)"`');
    expect(reports[0]).toMatch(/^\+.*"value": "••• \(redacted 3, changed\)"$/m);
  });
});

describe('a secret in the name of a job spec', () => {
  test('is not in the risks', () => {
    const registered = bundleWith('b', {s: jobSpec('ghp_0123456789abcdefABCDEF', 'e', 'f')});
    const text = comment(modelOf([{registered, declared: bundleWith('b', {})}]));
    expect(text).toContain('the job spec `••• (redacted)` leaves the bundle');
    expect(text).not.toContain('ghp_');
  });
});

const NASTY = [
  '`',
  '```',
  '|',
  '\n',
  '\u202e',
  '<b>',
  '@admin',
  '#1',
  '-->',
  '<!-- zis-bundles:AAAA -->',
  '</details>',
  '~~~',
  '\\',
  '"',
  'https://evil.example'
];

describe('a hostile report', () => {
  test('of 120 changed bundles of 2 MB is bounded and balanced', async () => {
    const filler = (mark: string) =>
      Object.fromEntries(
        Array.from({length: 200}, (_, at) => [
          `r${at}`,
          action(`r${at}`, {method: 'GET', path: `/${at}`, body: `${mark}${'x'.repeat(10_000)}`})
        ])
      );
    const [registered, declared] = [filler('a'), filler('b')];
    const one = modelOf([{registered: bundleWith('b', registered), declared: bundleWith('b', declared)}]);
    const steps = Array.from({length: 120}, (_, at) => ({...one.plan!.steps[0]!, name: `b${at}`}));
    const model = {...one, plan: {...one.plan!, steps}, counts: {...one.counts, updated: 120}};
    const text = await checkAll(model);
    expect(text.split('\n').filter((line) => line.includes('**update**'))).toHaveLength(120);
    expect(text).toMatch(/\*Left out to stay within GitHub's limit: .*unified diffs.*report-path/);
  }, 120_000);

  test('of 20 changed bundles of 2 MB, each in one value, compares only what changes', () => {
    const resources = Object.fromEntries(
      Array.from({length: 8_000}, (_, at) => [
        `r${at}`,
        action(`r${at}`, {method: 'GET', path: `/${at}`, body: 'x'.repeat(120)})
      ])
    );
    const registered = bundleWith('b', resources);
    const declared = bundleWith('b', {...resources, r4000: action('r4000', {method: 'GET', path: '/new'})});
    const one = modelOf([{registered, declared}]);
    const steps = Array.from({length: 20}, (_, at) => ({...one.plan!.steps[0]!, name: `b${at}`}));
    const model = {...one, plan: {...one.plan!, steps}, counts: {...one.counts, updated: 20}};
    const report = createReport(model, []);
    expect(report.file()).not.toContain('Left out');
    expect(report.comment({header: headerOf(model)}).length).toBeLessThanOrEqual(COMMENT_LIMIT);
  }, 120_000);

  test('of a bundle whose name has 10,000 characters', async () => {
    await checkAll(
      modelOf([
        {registered: null, declared: bundleWith('n'.repeat(10_000), {})},
        {registered: null, declared: bundleWith('🙂'.repeat(5_000), {})}
      ])
    );
  });

  test('of a flow with 500 states', async () => {
    const states = (comment: string) =>
      bundleWith('b', {f: {type: 'ZIS::Flow', properties: {name: 'f', definition: chain(500, comment)}}});
    const text = await checkAll(modelOf([{registered: states('a'), declared: states('b')}]));
    expect(text).toContain('```mermaid');
  });

  test('of names made of everything that Markdown knows', async () => {
    const resources = Object.fromEntries(
      NASTY.map((name) => [name.repeat(3), flow(name, name, {[name]: {Type: name, Next: name}})])
    );
    await checkAll(
      modelOf(
        NASTY.map((name): Sides => ({
          integration: name,
          registered: null,
          declared: bundleWith(name, resources),
          path: name
        })),
        {
          findings: NASTY.map((name) => ({...finding(name, 'error', name), rule: name, hint: name})),
          notices: NASTY,
          failure: {reason: 'internal', message: NASTY.join(' '), hint: NASTY.join('')},
          unmanaged: NASTY.map((name) => ({integration: name, name}))
        }
      )
    );
  });

  test('of 5,000 bundles and 5,000 findings still has both, cut and counted', async () => {
    const pairs = Array.from({length: 5_000}, (_, at) => ({
      registered: null,
      declared: bundleWith(`b${at}`, {})
    }));
    const text = await checkAll(
      modelOf(pairs, {findings: Array.from({length: 5_000}, (_, at) => finding(`finding ${at}`))})
    );
    expect(text).toMatch(/\n… and \d+ more\.\n/);
    expect(text).toMatch(/\n… and \d+ more findings\.\n/);
  });

  test('of anything at all, in any order', async () => {
    const text = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({unit: 'binary', maxLength: 30}),
      fc.array(fc.constantFrom(...NASTY)).map((parts) => parts.join(''))
    );
    const state = fc.record({
      Type: fc.oneof(text, fc.constantFrom('Action', 'Choice', 'Map')),
      Next: text,
      Default: text
    });
    const resource = fc.oneof(
      fc
        .record({name: text, start: text, states: fc.dictionary(text, state, {maxKeys: 5})})
        .map(({name, start, states}) => flow(name, start, states)),
      fc
        .record({name: text, url: text, token: text})
        .map(({name, ...definition}) => action(name, definition)),
      fc.tuple(text, text, text).map((parts) => jobSpec(...parts))
    );
    const resources = fc.dictionary(text, resource, {maxKeys: 4});
    const side = fc.option(resources);
    const pairs = fc.uniqueArray(
      fc.record({name: text, integration: text, path: text, registered: side, declared: side}),
      {
        maxLength: 5,
        selector: ({name, integration}) => JSON.stringify([name, integration])
      }
    );
    await fc.assert(
      fc.asyncProperty(
        pairs,
        fc.array(text, {maxLength: 4}),
        fc.integer({min: 3_000, max: 20_000}),
        async (all, texts, limit) => {
          const sides = all.map(({name, registered, declared, ...rest}): Sides => ({
            ...rest,
            registered: registered === null ? null : bundleWith(name, registered as JsonObject),
            declared: declared === null ? null : bundleWith(name, declared as JsonObject)
          }));
          const model = modelOf(sides, {
            notices: texts,
            findings: texts.map((message) => finding(message, 'warning', message))
          });
          await checkAll(model);
          const small = createReport(model, []).comment({header: headerOf(model), limit});
          expect(small.length).toBeLessThanOrEqual(limit);
          expect(dangers(readMarkdown(small).prose)).toEqual([]);
        }
      ),
      {numRuns: 60}
    );
  }, 60_000);
});

const HISTORY = '../shared/corpus/history';

(existsSync(HISTORY) ? describe : describe.skip)('the report of a real change', () => {
  const versions = existsSync(HISTORY) ? readdirSync(HISTORY).sort() : [];
  const read = (name: string) => JSON.parse(readFileSync(`${HISTORY}/${name}`, 'utf8')) as JsonObject;

  test.each(versions.slice(1).map((name, index) => [versions[index]!, name]))(
    '%s → %s is whole',
    async (old, now) => {
      const text = await checkAll(modelOf([{registered: read(old), declared: read(now)}]));
      expect(text).not.toContain('Left out');
    }
  );
});
