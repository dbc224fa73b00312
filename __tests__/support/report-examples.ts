import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';
import {setOwn} from '../../src/bundle/json.js';
import {readBundleFile} from '../../src/bundle/model.js';
import {createJqChecker} from '../../src/jq/checker.js';
import {jobSpecNames, planJobSpecs, type JobSpecLists} from '../../src/plan/job-specs.js';
import {countSteps, makePlan, NO_COUNTS, withSteps} from '../../src/plan/plan.js';
import type {Header} from '../../src/report/header.js';
import {createReport} from '../../src/report/report.js';
import type {ReportModel} from '../../src/report/types.js';
import {checkBundles, type Checked} from '../../src/rules/engine.js';
import {RULES} from '../../src/rules/index.js';

/** Bundle files by their path. */
export type Files = Readonly<Record<string, JsonObject>>;

export interface ReportExample {
  readonly name: string;
  /** The body of the comment. */
  readonly markdown: string;
}

const GREET = 'zis/greet-new-tickets.json';
const ALERT = 'zis/alert-urgent-tickets.json';
const LINK = 'zis/link-orders.json';
const TARGET = {registryUrl: 'https://acme.zendesk.com', subdomain: 'acme'};
const HEAD = '5f0c2d9be1a7348c6d20f1e94b8375ac6e02d417';

/**
 * Comments that a pull request may get, each made by the real rules, planner and report from the bundles of
 * `examples/`.
 */
export async function reportExamples(files: Files): Promise<ReportExample[]> {
  const {[GREET]: greet = {}, [ALERT]: alert = {}, [LINK]: link = {}} = files;
  const team = (name: string, bundle: JsonObject): Files => ({
    [`zis/${name}.json`]: JSON.parse(
      JSON.stringify(bundle).replaceAll('acme_support', `acme_${name}`)
    ) as JsonObject
  });
  const teams = (bundle: JsonObject): Files =>
    Object.assign(
      {},
      ...['billing', 'events', 'partners', 'shop'].map((name) => team(name, bundle))
    ) as Files;
  const broken = await check({[GREET]: mistaken(greet), [ALERT]: alert});
  const sound = await check(files);
  return [
    {name: 'small-change', markdown: comment(await planned({[GREET]: greet}, {[GREET]: reworded(greet)}))},
    {name: 'new-bundle', markdown: comment(await planned({[GREET]: greet}, {[GREET]: greet, [LINK]: link}))},
    {
      name: 'deletion',
      markdown: comment(await planned({[GREET]: greet, [ALERT]: alert}, {[GREET]: greet}))
    },
    {
      name: 'large-change',
      markdown: comment(
        await planned(
          {[ALERT]: alert, [GREET]: greet, ...teams(greet)},
          {[GREET]: elsewhere(reworded(greet)), [LINK]: link, ...teams(reworded(greet))}
        )
      )
    },
    {
      name: 'findings',
      markdown: comment({
        ...model(broken),
        failure: {
          reason: 'invalid-bundles',
          message: `the bundle files have ${broken.findings.filter(({severity}) => severity === 'error').length} errors`,
          hint: 'Each is marked at its line.'
        }
      })
    },
    {
      name: 'fork',
      markdown: comment({
        ...model(sound),
        notices: [
          'The bundles were checked, but not compared with the registry: no credentials are given. ' +
            'Pull requests from forks and from Dependabot get no secrets.'
        ]
      })
    }
  ];
}

/** What a pull request says that turns the registered files into the declared ones. */
async function planned(registered: Files, declared: Files): Promise<ReportModel> {
  const [before, now] = [await check(registered), await check(declared)];
  const live = before.declared.map((bundle, at) => ({...bundle, uuid: `uuid-${at}`}));
  const plan = makePlan({target: TARGET, declared: now.declared, registered: live});
  const lists: JobSpecLists = new Map(
    [...new Set(live.map(({integration}) => integration))].map((integration) => [
      integration,
      live
        .filter((bundle) => bundle.integration === integration)
        .flatMap(({content}) => jobSpecNames(integration, content))
        .map((name) => ({integration, name: name.split(':').at(-1) ?? '', installed: true}))
    ])
  );
  const {steps, notices} = planJobSpecs(plan.steps, lists, 'install');
  return {...model(now), plan: withSteps(plan, steps), counts: countSteps(steps), notices};
}

function model({findings, files}: Checked): ReportModel {
  return {
    command: 'plan',
    plan: null,
    outcomes: null,
    counts: NO_COUNTS,
    findings,
    exceptions: [],
    heldBack: 0,
    weakened: [],
    files,
    notices: [],
    explanations: [],
    drift: null,
    tests: null,
    failure: null,
    run: {
      headSha: HEAD,
      commitUrl: `https://github.com/acme/zis/commit/${HEAD}`,
      url: 'https://github.com/acme/zis/actions/runs/1717',
      id: '1717/1'
    },
    unmanaged: []
  };
}

function comment(of: ReportModel): string {
  const header: Header = {
    version: 1,
    key: '["",null]',
    target: TARGET,
    headSha: HEAD,
    run: of.run.id,
    planHash: of.plan?.hash ?? null,
    state: 'open',
    bundles: []
  };
  return createReport(of, []).comment({header});
}

async function check(files: Files): Promise<Checked> {
  const read = Object.entries(files).map(([path, bundle]) =>
    readBundleFile(path, Buffer.from(JSON.stringify(bundle, null, 2)))
  );
  return checkBundles(read, {rules: RULES, integration: '', jq: createJqChecker()});
}

/** The greeting with another note, and a pause before it is added. */
function reworded(bundle: JsonObject): JsonObject {
  const changed = structuredClone(bundle);
  const states = at(changed, 'resources', 'greet', 'properties', 'definition', 'States');
  setOwn(
    at(states, 'Write the note', 'Parameters'),
    'expr',
    '"New ticket: " + (.input.ticket_event.ticket.subject // "(no subject)")'
  );
  setOwn(at(states, 'Write the note'), 'Next', 'Wait for the triggers');
  setOwn(states, 'Wait for the triggers', {Type: 'Wait', Seconds: 5, Next: 'Add the note'});
  return changed;
}

/** The greeting that sends its note to another address. */
function elsewhere(bundle: JsonObject): JsonObject {
  const changed = structuredClone(bundle);
  const request = at(changed, 'resources', 'add_note', 'properties', 'definition');
  setOwn(request, 'path.$', '/api/v2/requests/{{$.ticket_id}}.json');
  return changed;
}

/** The greeting with a few mistakes that people make. */
function mistaken(bundle: JsonObject): JsonObject {
  const changed = structuredClone(bundle);
  const states = at(changed, 'resources', 'greet', 'properties', 'definition', 'States');
  setOwn(at(states, 'Write the note'), 'Next', 'Add a note');
  setOwn(at(states, 'Add the note'), 'ResultPat', '$.added');
  setOwn(at(states, 'Write the note', 'Parameters'), 'expr', '.input.ticket_event.ticket.subject // ');
  setOwn(
    at(changed, 'resources', 'on_ticket_created', 'properties'),
    'flow_name',
    'zis:acme_support:flow:greeting'
  );
  return changed;
}

function at(object: JsonObject, ...path: readonly string[]): JsonObject {
  return path.reduce((inner: JsonObject, key) => {
    const value: JsonValue | undefined = inner[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error(`the example has no ${path.join('.')}`);
    return value;
  }, object);
}
