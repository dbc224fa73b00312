import {describe, expect, test} from '@jest/globals';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {readBundleFile} from '../../src/bundle/model.js';
import {findingsText} from '../../src/cli/output/findings.js';
import {planText} from '../../src/cli/output/plan.js';
import {createStyle} from '../../src/cli/output/style.js';
import {toAnnotations} from '../../src/report/annotations.js';
import {createReport} from '../../src/report/report.js';
import {sarif} from '../../src/report/sarif.js';
import {checkBundles} from '../../src/rules/engine.js';
import type {Finding} from '../../src/rules/finding.js';
import {RULES} from '../../src/rules/index.js';
import {visibleJson} from '../../src/visible.js';
import {growthFault} from '../support/growth.js';
import {LARGE_BUNDLES, LARGE_TEXTS} from '../support/large-bundles.js';
import {headerOf, modelOf} from '../support/models.js';

const SECRETS = ['not-in-any-of-them'];
const LOOK = {style: createStyle(false), width: 100};

/** Reads and checks the text of a file, and shows what was found in every way. */
async function check(text: string): Promise<readonly Finding[]> {
  const file = readBundleFile('zis/large.json', new TextEncoder().encode(text));
  const {findings} = await checkBundles([file], {rules: RULES, integration: 'acme'});
  const lines = text.split('\n');
  toAnnotations(findings, {secrets: SECRETS});
  visibleJson(sarif(findings, RULES, {version: '1.0.0', failure: null}));
  findingsText({findings, source: () => lines, secrets: SECRETS}, LOOK);
  return findings;
}

/** Shows what separates two bundles in every way. */
function show(registered: JsonObject | null, declared: JsonObject, findings: readonly Finding[]): void {
  const model = modelOf([{integration: 'acme', registered, declared}], {findings});
  const report = createReport(model, SECRETS);
  report.comment({header: headerOf(model)});
  report.summary();
  planText({model, declaredBefore: '', secrets: SECRETS}, LOOK);
}

/** With a sixteenth of what the limits allow, and what is fast there takes a second or two at the limits. */
const PART = 16;
const QUICK_MS = 60;

describe('takes time in proportion to its size', () => {
  test.each(LARGE_BUNDLES.map((large) => [large.what, large] as const))(
    'a bundle with %s',
    async (_, large) => {
      const fault = await growthFault({
        size: Math.ceil(large.most / PART),
        quick: QUICK_MS,
        make: (size) => ({
          declared: large.make(size),
          registered: large.make(Math.ceil(size * 0.9)),
          text: JSON.stringify(large.make(size), null, 1)
        }),
        run: async ({declared, registered, text}) => {
          const findings = await check(text);
          show(null, declared, findings);
          show(registered, declared, findings);
        }
      });
      expect(fault).toBeNull();
    }
  );

  test.each(LARGE_TEXTS.map((large) => [large.what, large] as const))('a file with %s', async (_, large) => {
    const fault = await growthFault({
      size: Math.ceil(large.most / PART),
      quick: QUICK_MS,
      make: (size) => large.make(size),
      run: check
    });
    expect(fault).toBeNull();
  });
});
