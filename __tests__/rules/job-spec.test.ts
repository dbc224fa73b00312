import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {checkBundles} from '../../src/rules/engine.js';
import {JOB_SPEC_RULES} from '../../src/rules/job-spec/index.js';
import {PROJECT_RULES} from '../../src/rules/project/index.js';
import {bundleOf, check, expectClean, expectOnly, flowOf, jobSpecOf} from '../support/check.js';

const rules = JOB_SPEC_RULES;
const states = {Done: {Type: 'Succeed'}};
const withSpec = (properties: object, integration?: string) => {
  const on_ticket = {type: 'ZIS::JobSpec', properties: {...SPEC, ...properties}};
  return check(
    bundleOf(states, {resources: {on_ticket}}),
    integration === undefined ? {rules} : {rules, integration}
  );
};
const SPEC = {
  name: 'on_ticket',
  event_source: 'support',
  event_type: 'ticket.TicketCreated',
  flow_name: 'zis:acme:flow:main'
};

describe('events', () => {
  test.each([
    'ticket.TicketCreated',
    'user.UserMerged',
    'customobject.CustomObjectRecordChanged',
    'organization.OrganizationNameChanged',
    'organization.SomethingNew'
  ])('%s is an event of support', async (event_type) => {
    expectClean(await withSpec({event_type}));
  });

  test.each([
    ['ticket.ticketCreated', 'Did you mean "ticket.TicketCreated"?'],
    ['ticket.TicketCreatd', 'Did you mean "ticket.TicketCreated"?'],
    ['ticket.Created', 'Did you mean "ticket.TicketCreated"?'],
    ['Ticket.TicketCreated', 'Did you mean "ticket.TicketCreated"?'],
    ['invoice.Paid', 'Its events begin with "ticket.", "user.", "customobject." or "organization.".'],
    ['ticket.TicketDeleted', 'Did you mean "ticket.TicketPermanentlyDeleted" or "ticket.TicketSoftDeleted"?'],
    ['ticket.TicketUpdated', /^Each of its events tells of one change/],
    ['ticket.AssigneeChanged', 'Did you mean "ticket.AgentAssignmentChanged"?'],
    ['ticket.TicketStatusChanged', 'Did you mean "ticket.StatusChanged"?'],
    ['ticket.CommentCreated', 'Did you mean "ticket.CommentAdded"?'],
    ['TicketCreated', 'Did you mean "ticket.TicketCreated"?'],
    ['ticket_created', 'Did you mean "ticket.TicketCreated"?'],
    ['CustomFieldChanged', 'Did you mean "ticket.CustomFieldChanged" or "user.CustomFieldChanged"?'],
    ['organisation.OrganizationCreated', 'Did you mean "organization.OrganizationCreated"?'],
    ['customobject.CustomObjectRecordUpdated', 'Did you mean "customobject.CustomObjectRecordChanged"?'],
    ['user.UserDeleted', /^Each of its events/]
  ])('%s is not, and the hint says more', async (event_type, hint) => {
    expectOnly(await withSpec({event_type}), {
      rule: 'job-spec/event-type',
      severity: 'warning',
      at: JSON.stringify(event_type),
      hint
    });
  });

  test('an event of sunshine is sent home', async () => {
    expectOnly(await withSpec({event_type: 'activity.UserActivityCreated'}), {
      rule: 'job-spec/event-type',
      hint: 'It is an event of "sunshine"'
    });
  });

  test.each(['Support', 'suport', 'zendesk'])('%s is no source of a ticket event', async (event_source) => {
    expectOnly(await withSpec({event_source}), {
      rule: 'job-spec/event-source',
      at: JSON.stringify(event_source),
      hint: '"support"'
    });
  });

  test.each([
    'sunshin',
    'sunshine ',
    'Sunshine',
    'sun shine',
    'snushine',
    'sunshyne',
    'sunnshine',
    'sunshines'
  ])('%j is nearly one of Zendesk, and is asked about', async (event_source) => {
    expectOnly(await withSpec({event_source, event_type: 'thing.Made'}), {
      rule: 'job-spec/event-source',
      hint: 'Did you mean "sunshine"?'
    });
  });

  test.each(['warehouse', 'it_support', 'e-support', 'my_support', 'supporthub', 'sunshine2', 'support_'])(
    '%s is an inbound webhook, which is only worth knowing',
    async (event_source) => {
      expectOnly(await withSpec({event_source, event_type: 'order.paid'}), {
        rule: 'job-spec/webhook-event',
        severity: 'info',
        at: JSON.stringify(event_source)
      });
    }
  );
});

describe('the flow that is started', () => {
  test.each([
    ['main', 'Write "zis:acme:flow:main".'],
    ['zis:acme:main', 'Write "zis:acme:flow:main".'],
    ['zis:acme:action:main', 'Write "zis:acme:flow:main"'],
    ['zis:acme:flows:main', 'Write "zis:acme:flow:main"'],
    ['zis:acme:flow:', 'Write "zis:acme:flow:{name}".']
  ])('%s does not name one', async (flow_name, hint) => {
    expectOnly(await withSpec({flow_name}), {
      rule: 'job-spec/flow-name',
      severity: 'error',
      at: JSON.stringify(flow_name),
      hint
    });
  });

  test('one of another integration is one error', async () => {
    expectOnly(await withSpec({flow_name: 'zis:acme_sandbox:flow:main'}), {
      rule: 'job-spec/flow-integration',
      severity: 'error',
      message: 'the flow belongs to the integration "acme_sandbox", and the bundle to "acme"',
      hint: 'Write "zis:acme:flow:main".'
    });
  });

  test('one that is not there is named with what was meant', async () => {
    expectOnly(await withSpec({flow_name: 'zis:acme:flow:mian'}), {
      rule: 'job-spec/unknown-flow',
      severity: 'error',
      at: '"zis:acme:flow:mian"',
      message: 'no flow is named "mian"',
      hint: 'Did you mean "main"?'
    });
  });

  test('a flow whose own structure is broken is not missing', async () => {
    const main = {type: 'ZIS::Flow', properties: {name: 'main', definition: {StartAt: 'Done'}}};
    const all = await check(bundleOf(states, {resources: {main}}));
    expect(all.map(({rule}) => rule)).toEqual(['bundle/structure']);
  });

  test('a flow whose name lacks the value of a variable is not missing as well', async () => {
    const all = await check(bundleOf(states, {resources: {main: flowOf('{{team}}_main', states)}}));
    expect(all.map(({rule}) => rule)).toEqual(['variable/unfilled']);
  });

  test('a flow whose name is blank is not missing as well', async () => {
    const all = await check(bundleOf(states, {resources: {main: flowOf(' ', states)}}));
    expect(all.map(({rule}) => rule)).not.toContain('job-spec/unknown-flow');
  });

  test('two job specs for one event and flow run it twice', async () => {
    const findings = await check(bundleOf(states, {resources: {again: jobSpecOf('again', 'main')}}), {rules});
    expectOnly(findings, {rule: 'job-spec/duplicate-trigger', at: '"again"', message: '"on_ticket"'});
  });

  test('one flow may be started by several events', async () => {
    const other = {type: 'ZIS::JobSpec', properties: {...SPEC, name: 'x', event_type: 'ticket.CommentAdded'}};
    expectClean(await check(bundleOf(states, {resources: {other}}), {rules}));
  });
});

describe('across files', () => {
  const foundIn = async (bundles: readonly object[]) => {
    const files = bundles.map((bundle, index) =>
      readBundleFile(`zis/${index}.json`, new TextEncoder().encode(JSON.stringify(bundle)))
    );
    const all = [...JOB_SPEC_RULES, ...PROJECT_RULES];
    return (await checkBundles(files, {rules: all, integration: ''})).findings;
  };
  const acrossFiles = async (...bundles: object[]) =>
    (await foundIn(bundles)).map(({rule, severity, path}) => `${path} ${severity} ${rule}`);
  const specsOnly = {...bundleOf(states), name: 'specs', resources: {spec: jobSpecOf('spec', 'main')}};

  test('a flow that only another file has is a warning', async () => {
    const flows = {...bundleOf(states), resources: {main: flowOf('main', states)}};
    expect(await acrossFiles(flows, specsOnly)).toEqual(['zis/1.json warning job-spec/flow-elsewhere']);
  });

  test('a flow of another integration does not help', async () => {
    const flows = {...bundleOf(states), integration: 'other', resources: {main: flowOf('main', states)}};
    expect(await acrossFiles(flows, specsOnly)).toEqual(['zis/1.json error job-spec/unknown-flow']);
  });

  test('resources of one type and name collide within an integration only', async () => {
    const resources = {main: flowOf('main', states)};
    const first = {...bundleOf(states), resources};
    const second = {...bundleOf(states), name: 'second', resources};
    expect(await acrossFiles(first, second)).toEqual(['zis/1.json warning project/name-collision']);
    expect(await acrossFiles(first, {...second, integration: 'other'})).toEqual([]);
  });

  test('a bundle that two files declare is no collision of its resources', async () => {
    const resources = {main: flowOf('main', states)};
    expect(await acrossFiles({...bundleOf(states), resources}, {...bundleOf(states), resources})).toEqual([]);
  });

  test('job specs are twins when their bundles, flows or integrations are, and that is the one fault', async () => {
    const own = bundleOf(states);
    expect(await acrossFiles(own, own)).toEqual([]);
    const onlySpec = (name: string) => ({...own, name: 'second', resources: {s: jobSpecOf(name, 'main')}});
    const again = {
      ...onlySpec('again'),
      resources: {main: flowOf('main', states), s: jobSpecOf('again', 'main')}
    };
    expect(await acrossFiles(own, again)).toEqual(['zis/1.json warning project/name-collision']);
    expect((await acrossFiles(own, onlySpec('on_ticket'))).sort()).toEqual([
      'zis/1.json warning job-spec/flow-elsewhere',
      'zis/1.json warning project/name-collision'
    ]);
    expect(await acrossFiles(own, {...onlySpec('again'), integration: 'other'})).toEqual([
      'zis/1.json error job-spec/flow-integration'
    ]);
    expect(await acrossFiles(own, onlySpec('again'))).toContain(
      'zis/1.json warning job-spec/duplicate-trigger'
    );
  });

  test('a flow that is nearly in another file, or in another integration, is named in the hint', async () => {
    const flows = (name: string, integration = 'acme') => ({
      ...bundleOf(states),
      integration,
      resources: {a: flowOf(name, states)}
    });
    const [near] = await foundIn([flows('mian'), specsOnly]);
    expect(near?.hint).toBe('Did you mean "mian", which is in zis/0.json?');
    const [far] = await foundIn([flows('main', 'other'), specsOnly]);
    expect(far?.hint).toBe('zis/0.json has a flow of this name, in the integration "other".');
  });
});
