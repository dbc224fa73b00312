import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, test} from '@jest/globals';
import {Ajv} from 'ajv';
import {ruleUrl} from '../../src/report/rule-page.js';
import {MAX_RESULTS, sarif} from '../../src/report/sarif.js';
import type {Finding} from '../../src/rules/finding.js';
import {RULES} from '../../src/rules/index.js';

interface Result {
  ruleId: string;
  ruleIndex?: number;
  level: string;
  message: {text: string};
  locations: {physicalLocation: {artifactLocation: {uri: string; uriBaseId: string}; region: object}}[];
  partialFingerprints: Record<string, string>;
}
interface Descriptor {
  id: string;
  helpUri: string;
  help: {text: string; markdown: string};
  defaultConfiguration: {level: string};
  properties: Record<string, unknown>;
}
interface Log {
  runs: [
    {
      tool: {driver: {rules: Descriptor[]}};
      invocations: [{toolExecutionNotifications: {message: {text: string}}[]}];
      results: Result[];
    }
  ];
}

const finding = (change: Partial<Finding> = {}): Finding => ({
  rule: 'bundle/structure',
  severity: 'error',
  message: 'the bundle has no "name"',
  hint: 'Add it.',
  path: 'zis/support.json',
  range: {start: {line: 3, column: 5}, end: {line: 3, column: 9}},
  ...change
});
const log = (findings: readonly Finding[]) =>
  sarif(findings, RULES, {version: '1.2.3'}) as unknown as Log & Record<string, unknown>;
const results = (findings: readonly Finding[]) => log(findings).runs[0].results;

const FIX = {
  title: 'Rename "nam" to "name"',
  edits: [
    {start: 30, end: 35, text: '"name"', range: {start: {line: 3, column: 5}, end: {line: 3, column: 10}}}
  ]
};

test('the help says of each rule whether its severity can be changed', () => {
  for (const {id, help} of log([]).runs[0].tool.driver.rules) {
    const essential = RULES.find((rule) => rule.id === id)?.essential === true;
    expect(help.markdown.includes('in the `rules` input')).toBe(!essential);
    expect(help.markdown.includes('cannot be changed')).toBe(essential);
  }
});

test('each rule has the address of what is written about it', () => {
  const {rules} = log([]).runs[0].tool.driver;
  expect(rules.map(({helpUri}) => helpUri)).toEqual(rules.map(({id}) => ruleUrl(id)));
});

describe('the official schema', () => {
  const validate = officialSchema();

  test('takes a log of a run that checked nothing', () => {
    const failed = sarif([], RULES, {version: '1.2.3', failure: 'no file matches bundles: zis/*.json'});
    validate(failed);
    expect(validate.errors ?? []).toEqual([]);
    expect(failed).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [{message: {text: 'no file matches bundles: zis/*.json'}}]
            }
          ]
        }
      ]
    });
  });

  test.each([
    ['no finding', []],
    ['a finding', [finding()]],
    [
      'one at the very start of a file',
      [finding({range: {start: {line: 1, column: 1}, end: {line: 1, column: 1}}})]
    ],
    ['an odd path', [finding({path: 'zis/ä b#c?d%:.json'})]],
    ['a finding with a fix', [finding({fix: FIX})]],
    ['more findings than GitHub shows', Array.from({length: MAX_RESULTS + 1}, () => finding())]
  ])('takes a log with %s', (_what, findings) => {
    validate(log(findings));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('would refuse a wrong one', () => {
    expect(validate({...log([]), version: '2.0.0'})).toBe(false);
    expect(validate({...log([]), runs: [{results: []}]})).toBe(false);
  });
});

describe('results', () => {
  test('say how a fault is mended, where that is certain', () => {
    const [mended, other] = log([finding({fix: FIX}), finding()]).runs[0].results;
    expect(other).not.toHaveProperty('fixes');
    expect(mended).toMatchObject({
      fixes: [
        {
          description: {text: 'Rename "nam" to "name".'},
          artifactChanges: [
            {
              artifactLocation: {uri: 'zis/support.json', uriBaseId: '%SRCROOT%'},
              replacements: [
                {
                  deletedRegion: {startLine: 3, startColumn: 5, endLine: 3, endColumn: 10},
                  insertedContent: {text: '"name"'}
                }
              ]
            }
          ]
        }
      ]
    });
  });

  test('say what, where and how grave', () => {
    const [first] = results([finding()]);
    expect(first).toMatchObject({
      ruleId: 'bundle/structure',
      ruleIndex: RULES.findIndex(({id}) => id === 'bundle/structure'),
      level: 'error',
      message: {text: 'The bundle has no "name". Add it.'},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'zis/support.json', uriBaseId: '%SRCROOT%'},
            region: {startLine: 3, startColumn: 5, endLine: 3, endColumn: 9}
          }
        }
      ]
    });
  });

  test('have a level of SARIF each', () => {
    const levels = (['error', 'warning', 'info'] as const).map((severity) => finding({severity}));
    expect(results(levels).map(({level}) => level)).toEqual(['error', 'warning', 'note']);
  });

  test('name files as URIs', () => {
    const [first] = results([finding({path: 'zis/ä b#c?d%.json'})]);
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('zis/%C3%A4%20b%23c%3Fd%25.json');
  });

  test.each([
    ['see [docs](https://evil.example)', 'See \\[docs\\](https://evil.example). Add it.'],
    ['see \\[docs](1)', 'See \\\\\\[docs\\](1). Add it.'],
    ['$.items[0] is read', '$.items[0] is read. Add it.'],
    ['a\u202eb', 'A\\u202eb. Add it.']
  ])('%s makes no link and hides nothing', (message, text) => {
    expect(results([finding({message})])[0]?.message.text).toBe(text);
  });

  test('the gravest are kept when there are too many, and a note counts the others', () => {
    const many = [
      ...Array.from({length: MAX_RESULTS + 2}, () => finding({severity: 'info'})),
      finding({severity: 'error'})
    ];
    const [run] = log(many).runs;
    expect(run.results).toHaveLength(MAX_RESULTS);
    expect(run.results[0]?.level).toBe('error');
    expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toContain('3 more findings');
    expect(log([]).runs[0].invocations[0].toolExecutionNotifications).toEqual([]);
  });
});

describe('fingerprints', () => {
  const fingerprint = (...findings: Finding[]) =>
    results(findings).map(({partialFingerprints}) => Object.values(partialFingerprints)[0]);

  test('stay when lines move, in the message too', () => {
    const before = finding({message: 'it stands already, on line 3'});
    const moved = finding({
      message: 'it stands already, on line 13',
      range: {start: {line: 33, column: 5}, end: {line: 33, column: 9}}
    });
    expect(fingerprint(before)).toEqual(fingerprint(moved));
  });

  test('differ by rule, file, words and count', () => {
    const all = fingerprint(
      finding(),
      finding(),
      finding({rule: 'json/syntax'}),
      finding({path: 'zis/b.json'}),
      finding({message: 'x'})
    );
    expect(new Set(all).size).toBe(5);
  });

  test('leave primaryLocationLineHash to upload-sarif', () => {
    expect(results([finding()])[0]?.partialFingerprints).not.toHaveProperty('primaryLocationLineHash');
  });
});

describe('rules', () => {
  const rules = log([]).runs[0].tool.driver.rules;

  test('all have help in both forms, and a level', () => {
    expect(rules.map(({id}) => id)).toEqual(RULES.map(({id}) => id));
    for (const {help, defaultConfiguration} of rules) {
      expect(help.markdown).toMatch(/```(?:json|text)\n/);
      expect(help.text).toContain('Right:');
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level);
    }
  });

  test('only those about security have a security severity', () => {
    for (const {id, properties} of rules) {
      expect('security-severity' in properties).toBe(id.startsWith('security/'));
    }
  });
});

/**
 * The schema of SARIF 2.1.0 is a draft-04 one: only its `id`, its `$schema` and one pattern that is not a
 * Unicode one trouble a newer validator.
 */
function officialSchema() {
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  );
  const {$schema, id, ...schema} = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([
    expect.stringContaining('draft-04'),
    expect.stringContaining('sarif-2.1.0')
  ]);
  const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false});
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => URL.canParse(text, 'https://example.com/'));
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return ajv.compile(schema);
}
