import {readFileSync} from 'node:fs';
import {describe, expect, it, test} from '@jest/globals';
import {EXPERIMENTS, experimentBundle, semanticsPage} from '../../scripts/pages/semantics-page.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import type {FlowRequest, FlowRun, Outcome} from '../../src/flow-run/ports.js';
import {Store} from '../../src/flow-run/store.js';
import {answersTo, UNKNOWN_IDS, type UnknownId} from '../../src/flow-run/unknowns.js';
import {RULES} from '../../src/rules/index.js';
import {findingsIn} from '../support/mutants/clean.js';
import {play} from '../support/flow-machine.js';

test('docs/semantics.md is what `npm run docs` would write', () => {
  const written = readFileSync(new URL('../../docs/semantics.md', import.meta.url), 'utf8');
  expect(written).toBe(semanticsPage());
});

/** The services that experiments call, and jq, as far as they are needed. */
function answer(request: FlowRequest, store: Store): Outcome {
  if (request.kind === 'jq') {
    const results: Record<string, string[]> = {'1, 2': ['1', '2'], empty: []};
    const type = Array.isArray(JSON.parse(request.input)) ? '"array"' : '"string"';
    return {kind: 'jq', results: results[request.program] ?? [type]};
  }
  if (request.kind !== 'http') return store.answer(request) ?? {kind: 'done'};
  const {url = '', body = null} = request.call.request ?? {};
  const status = Number(/status\/(\d+)/.exec(url)?.[1] ?? 200);
  return {kind: 'http', status, ...(status === 204 ? {} : {body: {json: body}})};
}

function run(id: UnknownId, value: string): FlowRun {
  const {definition, actions = {}} = EXPERIMENTS[id];
  const store = new Store({}, {account_id: 1, integration: 'acme'});
  const document = {input: {ticket_event: {}}};
  return play({definition, actions, document, answers: {[id]: value}}, (request) => answer(request, store));
}

describe.each(UNKNOWN_IDS)('the experiment for %s', (id) => {
  it('is a sound bundle', async () => {
    const text = JSON.stringify(experimentBundle(EXPERIMENTS[id]));
    const findings = await findingsIn(text, RULES);
    expect(findings.filter(({severity}) => severity === 'error')).toEqual([]);
  });

  it('touches the point, and no other', () => {
    const known = answersTo(id)[0] ?? 'A.Name';
    const others = run(id, known).contacts.filter((contact) => contact.id !== id && !contact.latent);
    expect(others).toEqual([]);
    expect(run(id, known).contacts.map((contact) => contact.id)).toContain(id);
  });

  it('tells its answers apart', () => {
    const answers = answersTo(id).length > 0 ? answersTo(id) : ['A.Name', 'B.Name'];
    const seen = answers.map((value) => {
      const {end, attempts} = run(id, value);
      return end.status === 'succeeded' ? end.message : `failed in ${attempts} attempts`;
    });
    expect(new Set(seen).size).toBe(answers.length);
    if (id === 'links.result' || id === 'retry.flow') return;
    expect(seen).toEqual(
      answers.map((value) => (value === 'error' ? 'failed in 1 attempts' : `${id}: ${value}`))
    );
  });
});

test('the page has a part for each point, and a link that leads to it', () => {
  const page = semanticsPage();
  for (const id of UNKNOWN_IDS) {
    expect(page).toContain(`[${id}](#${id.replace('.', '')})`);
    expect(page).toContain(`\n### ${id}\n`);
  }
  for (const [, block = ''] of page.matchAll(/```json\n([^`]*)```/g)) {
    expect(() => JSON.parse(block) as JsonObject).not.toThrow();
  }
});
