import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {RULES} from '../../src/rules/index.js';
import type {Edit} from '../support/mutants/mutant.js';
import {findingsIn} from '../support/mutants/clean.js';
import {mutate} from '../support/mutants/mutate.js';

/** Bundles that others use. They are not part of this project, so the tests about them skip without the folder. */
const CORPUS = '../shared/corpus/';
const whereThereIsACorpus = existsSync(CORPUS) ? describe : describe.skip;

/** What stands for a value to be filled in, in the templates among them. */
const FILLED: readonly (readonly [RegExp, string])[] = [
  [/\{subdomain\}/g, 'acme'],
  [/\{\{(?:integration-name|zis_integration_key)\}\}/g, 'acme_integration'],
  [/\{\{debug-webhook-url\}\}/g, 'https://hooks.example.com'],
  [/INTEGRATION_NAME_PLACEHOLDER/g, 'acme'],
  [/EXTERNAL_TARGET_URL_PLACEHOLDER/g, 'https://target.example.com'],
  [/\{\{[a-z][\w-]*\}\}/g, 'filled_in']
];

/** One the registry refused, one of the format's past, and a template with comments, which is not JSON. */
const NOT_SOUND = /^05-|^13-|^t04-|^jq-/;

const read = (name: string): string =>
  FILLED.reduce(
    (text, [pattern, value]) => text.replace(pattern, value),
    readFileSync(`${CORPUS}${name}`, 'utf8')
  );
const find = (name: string): string => {
  const [file] = readdirSync(CORPUS).filter((each) => each.startsWith(name));
  return read(file ?? name);
};
const linesOf = async (text: string): Promise<string[]> =>
  (await findingsIn(text, RULES)).map(
    ({severity, rule, range, message}) => `${severity} ${rule} ${range.start.line} ${message}`
  );

/** Older samples read the token of a connection, which Zendesk withdrew after they were written. */
const WITHDRAWN = 'error security/connection-token ';

whereThereIsACorpus('bundles that are in use', () => {
  const names = existsSync(CORPUS)
    ? [...readdirSync(CORPUS), ...readdirSync(`${CORPUS}history`).map((name) => `history/${name}`)]
    : [];

  test.each(names.filter((name) => name.endsWith('.json') && !NOT_SOUND.test(name)))(
    '%s has no error',
    async (name) => {
      const errors = (await linesOf(read(name))).filter((line) => line.startsWith('error'));
      expect(errors.filter((line) => !line.startsWith(WITHDRAWN))).toEqual([]);
    }
  );

  test('there are few warnings on each', async () => {
    for (const name of names.filter(
      (each) => /^(?:0|14|r|history\/).*json$/.test(each) && !NOT_SOUND.test(each)
    )) {
      const warnings = (await linesOf(read(name))).filter((line) => line.startsWith('warning'));
      expect([name, warnings.length > 6 ? warnings : 'few']).toEqual([name, 'few']);
    }
  });
});

whereThereIsACorpus('what is wrong with some of them', () => {
  test('the registry refused one for StringMatches, and the error names it', async () => {
    const errors = (await linesOf(find('05-'))).filter((line) => line.startsWith('error'));
    expect(errors).toHaveLength(2);
    for (const line of errors) expect(line).toMatch(/choice\/operator .*"StringMatches"/);
  });

  test.each([
    ['13-', /error bundle\/structure 7 .*"2019-02-28"/],
    ['13-', /error job-spec\/unknown-flow/],
    ['13-', /warning job-spec\/event-type .*"ticket.Created"/],
    ['r01-', /warning action\/missing-parameter .*"\$.ticketSubject"/],
    ['r03-', /warning flow\/unreachable-state .*"Choice.CheckIfRecipientNextPageIsPresent"/],
    ['r03-', /warning flow\/unreachable-state .*"logStep"/],
    ['10-', /warning flow\/unreachable-state .*"Choice.CheckIfLastCommentAuthorIsSystem"/],
    ['t04-', /error json\/syntax 1 .*comments/]
  ])('%s: %s', async (name, pattern) => {
    expect(await linesOf(find(name))).toContainEqual(expect.stringMatching(pattern));
  });
});

const FLOW = '/resources/post_ticket_update_flow/properties/definition';
const SPEC = '/resources/post_message_to_slack_on_ticket_creation_job_spec';
const ACTION = '/resources/get_zendesk_ticket_http_action/properties';

/** The defects with which the only other validator for ZIS was tried. It missed fourteen of them. */
const SEEDS: readonly (readonly [name: string, rule: string, edit: Edit])[] = [
  [
    'Next to an unknown state',
    'flow/unknown-state',
    {set: `${FLOW}/States/LoadSettings/Next`, to: 'Nowhere'}
  ],
  ['an unknown StartAt', 'flow/start-at', {set: `${FLOW}/StartAt`, to: 'Nowhere'}],
  [
    'an unknown Default',
    'flow/unknown-state',
    {set: `${FLOW}/States/IsTicketPriorityMatch/Default`, to: 'X'}
  ],
  [
    'an unknown state in a Catch',
    'flow/unknown-state',
    {
      set: `${FLOW}/States/LoadSettings/Catch`,
      to: [{ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Nowhere'}]
    }
  ],
  [
    'an undefined action',
    'action/undefined',
    {set: `${FLOW}/States/GetZendeskTicket/ActionName`, to: 'zis:acme_zendesk_to_slack:action:nothing'}
  ],
  [
    'an undefined flow',
    'job-spec/unknown-flow',
    {set: `${SPEC}/properties/flow_name`, to: 'zis:acme_zendesk_to_slack:flow:x'}
  ],
  ['a flow of another integration', 'job-spec/flow-integration', {set: '/integration', to: 'acme'}],
  [
    'an unknown event type',
    'job-spec/event-type',
    {set: `${SPEC}/properties/event_type`, to: 'ticket.Created'}
  ],
  [
    'a name twice',
    'resource/duplicate-name',
    {
      set: '/resources/post_message_to_slack_http_action/properties/name',
      to: 'get_zendesk_ticket_http_action'
    }
  ],
  ['an unknown resource type', 'bundle/structure', {set: `${SPEC}/type`, to: 'ZIS::Job'}],
  ['an action without method and url', 'bundle/structure', {set: `${ACTION}/definition`, to: {}}],
  ['the method FETCH', 'http/method', {set: `${ACTION}/definition/method`, to: 'FETCH'}],
  ['an unreachable state', 'flow/unreachable-state', {set: `${FLOW}/States/Lost`, to: {Type: 'Succeed'}}],
  [
    'an unknown built-in action',
    'action/unknown-built-in',
    {set: `${FLOW}/States/LoadSettings/ActionName`, to: 'zis:common:action:LoadConfigs'}
  ],
  ['the type Task', 'state/type', {set: `${FLOW}/States/LoadSettings/Type`, to: 'Task'}],
  ['both Next and End', 'state/next-or-end', {set: `${FLOW}/States/LoadSettings/End`, to: true}],
  [
    'a second flow without definition',
    'bundle/structure',
    {set: '/resources/second', to: {type: 'ZIS::Flow', properties: {name: 'second'}}}
  ],
  ['another template version', 'bundle/structure', {set: '/zis_template_version', to: '2020-01-01'}],
  ['no resources', 'bundle/structure', {set: '/resources', to: {}}],
  [
    'StringMatches',
    'choice/operator',
    {rename: `${FLOW}/States/IsTicketPriorityMatch/Choices/0/StringEqualsPath`, to: 'StringMatches'}
  ]
];

whereThereIsACorpus('defects that another validator was tried with', () => {
  test.each(SEEDS)('%s is found by %s', async (name, rule, edit) => {
    const {text} = mutate(find('01-'), {name, rule, edit});
    expect(await linesOf(text)).toContainEqual(expect.stringContaining(rule));
  });
});
