import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {readBundleFile} from '../../src/bundle/model.js';
import {parseVariables} from '../../src/bundle/variables.js';
import {createJqChecker} from '../../src/jq/checker.js';
import {checkBundles} from '../../src/rules/engine.js';
import {RULES} from '../../src/rules/index.js';
import {
  actionOf,
  bundleOf,
  check,
  expectClean,
  expectFinding,
  expectOnly,
  type CheckedWith
} from '../support/check.js';

const jq = createJqChecker();

/** A clean bundle whose flow calls one action and one jq program. */
function template(
  definition: Record<string, unknown> = {},
  {expr = '.input.id', topLevel = {}}: {expr?: string; topLevel?: Record<string, unknown>} = {}
) {
  const passed = (JSON.stringify(definition).match(/(?<=\{\{\$\.)\w+/g) ?? []).map(
    (name) => [name, 'x'] as const
  );
  return bundleOf(
    {
      Call: {
        Type: 'Action',
        ActionName: 'zis:acme:action:call',
        ...(passed.length === 0 ? {} : {Parameters: Object.fromEntries(passed)}),
        ResultPath: '$.called',
        Next: 'Compute'
      },
      Compute: {
        Type: 'Action',
        ActionName: 'zis:common:transform:Jq',
        Parameters: {expr, 'data.$': '$'},
        ResultPath: '$.computed',
        End: true
      }
    },
    {resources: {call: actionOf('call', definition)}, ...topLevel}
  );
}

describe('a placeholder without a value', () => {
  test('is an error at its place, once a name', async () => {
    const findings = await check(
      template({path: '/x/{{shop}}', headers: [{key: 'Shop', value: '{{shop}}'}]})
    );
    expectOnly(findings, {
      rule: 'variable/unfilled',
      severity: 'error',
      at: '{{shop}}',
      line: '"path"',
      hint: '`variables` input: shop=…'
    });
  });

  test('names the variable that was meant', async () => {
    expectOnly(await check(template({path: '/x/{{shp}}{{shop}}'}), {variables: 'shop=1'}), {
      rule: 'variable/unfilled',
      at: '{{shp}}',
      hint: 'Did you mean "shop"?'
    });
    expectOnly(await check(template({path: '/x/{{integrations}}'})), {
      hint: '"integration"',
      rule: 'variable/unfilled'
    });
  });

  test('may be one of ZIS without its `$`', async () => {
    expectOnly(await check(template({path: '/x/{{input.id}}'})), {
      rule: 'variable/unfilled',
      hint: '{{$.input.id}}'
    });
  });

  test('the hint says how to keep it for another reader', async () => {
    for (const text of ['Hello {{first_name}}', 'Hello {{shp}}']) {
      const bundle = template({method: 'POST', requestBody: {text}});
      expectOnly(await check(bundle, {variables: 'shop=1'}), {
        rule: 'variable/unfilled',
        hint: 'name it in `keep-placeholders`'
      });
    }
  });

  test.each([
    'ticket.requester.first_name',
    'dc.welcome',
    'current_user.name',
    'user.name',
    'organization.name',
    'satisfaction.rating_url',
    'agent.name',
    'comment.author.name',
    'account.incoming_phone_number_ID'
  ])('is none where Zendesk fills it in later: {{%s}}', async (name) => {
    const bundle = template({method: 'POST', requestBody: {text: `Hello {{${name}}}, {{ ${name} }}`}});
    expectClean(await check(bundle));
    expectClean(await check(bundle, {variables: `${name}=x`}));
  });

  test.each(['ticket', 'ticket_id', 'tickets.id', 'customer.name', 'dc', 'my.ticket.id'])(
    'is one all the same: {{%s}}',
    async (name) => {
      expectOnly(await check(template({method: 'POST', requestBody: {text: `{{${name}}}`}})), {
        rule: 'variable/unfilled'
      });
    }
  );

  test('of Zendesk silences nothing at its place', async () => {
    expectOnly(await check(template({connectionName: '{{ticket.id}}'})), {rule: 'http/connection-name'});
    expectOnly(await check(template({method: '{{ticket.id}}'})), {rule: 'http/method'});
    expectOnly(await check(template({}, {expr: '.a | {{ticket.id}} | )'}), {jq}), {rule: 'jq/syntax'});
  });

  test('can be left for another reader by giving it itself', async () => {
    const bundle = template({method: 'POST', requestBody: {text: 'Hello {{shop}}'}});
    expectClean(await check(bundle, {variables: 'shop={{shop}}'}));
  });

  const inKey = (name: string) => {
    const bundle = template();
    return {...bundle, resources: {...(bundle['resources'] as object), [name]: actionOf('other')}};
  };

  test.each([
    ['the name of the bundle', template({}, {topLevel: {name: '{{x}}'}}), '"name"'],
    ['its integration', template({}, {topLevel: {integration: '{{x}}'}}), '"integration"'],
    [
      'the template version',
      template({}, {topLevel: {zis_template_version: '{{x}}'}}),
      '"zis_template_version"'
    ],
    ['a method', template({method: '{{x}}'}), '"method"'],
    ['the connection', template({connectionName: '{{x}}'}), '"connectionName"'],
    ['a url', template({path: undefined, url: '{{x}}://'}), '"url"'],
    ['a jq program', template({}, {expr: '.a | {{x}} | )'}), '"expr"'],
    ['a key', inKey('{{x}}'), '"{{x}}": {']
  ])('in %s is one finding, and what is not known is not judged', async (_, bundle, line) => {
    const errors = (await check(bundle, {jq, integration: 'acme'})).filter(
      ({severity}) => severity === 'error'
    );
    expectOnly(errors, {rule: 'variable/unfilled', line});
  });

  test('keeps a bundle whose name waits for it from being planned', async () => {
    const text = JSON.stringify(template({}, {topLevel: {name: 'x {{y}}'}}));
    const file = readBundleFile('a.json', new TextEncoder().encode(text));
    expect(await checkBundles([file], {rules: RULES, integration: ''})).toMatchObject({
      declared: [],
      complete: false
    });
  });
});

describe('a placeholder that another program fills in', () => {
  const checked = async (bundle: unknown, keep: readonly string[], variables = '') => {
    const file = readBundleFile('a.json', new TextEncoder().encode(JSON.stringify(bundle)));
    const options = {rules: RULES, integration: '', keep, variables: parseVariables(variables).variables};
    const {findings, declared, complete} = await checkBundles([file], options);
    return {found: findings.map(({rule}) => rule), declared, complete};
  };
  const inPath = template({path: '/{{shop_id}}/{{shop_name}}'});

  test.each([[['shop_id', 'shop_name']], [['shop_*']], [['*']], [['*_id', 's*p_n*e']]])(
    'is text under %j, and is planned as it stands',
    async (keep) => {
      const {found, declared, complete} = await checked(inPath, keep);
      expect(found).toEqual([]);
      expect(complete).toBe(true);
      expect(JSON.stringify(declared[0]?.content)).toContain('/{{shop_id}}/{{shop_name}}');
    }
  );

  test.each([[[]], [['shop_']], [['shop']], [['*_shop']], [['shop_*_*']]])(
    'is a fault under %j',
    async (keep) => {
      expect((await checked(inPath, keep)).found).toContain('variable/unfilled');
    }
  );

  test('takes the value that it is given; {{integration}} is never one', async () => {
    const {declared} = await checked(inPath, ['*'], 'shop_id=12');
    expect(JSON.stringify(declared[0]?.content)).toContain('/12/{{shop_name}}');
    const open = {...bundleOf({Done: {Type: 'Succeed', Message: '{{integration}}'}})} as Record<
      string,
      unknown
    >;
    delete open['integration'];
    expect((await checked(open, ['*'])).found).toContain('variable/unfilled');
  });

  test('is not judged where it stands', async () => {
    expect((await checked(template({method: '{{shop_method}}'}), ['shop_*'])).found).toEqual([]);
  });
});

describe('{{integration}}', () => {
  const withoutOwn = {...template({path: '/{{integration}}'})} as Record<string, unknown>;
  delete withoutOwn['integration'];

  test('is that of the input or of the file', async () => {
    expectClean(await check(withoutOwn, {integration: 'acme'}));
    expectClean(await check(template({path: '/{{integration}}'})));
  });

  test('is not known from qualified names that need it, and that is one finding', async () => {
    const text = JSON.stringify(withoutOwn, null, 2).replaceAll('zis:acme:', 'zis:{{integration}}:');
    expectOnly(await check(text), {
      rule: 'variable/unfilled',
      at: '{{integration}}',
      hint: 'Set the `integration` input, or add "integration" to the file.'
    });
    expectClean(await check(text, {integration: 'acme'}));
  });
});

describe('a value that breaks what it is put into', () => {
  test('a jq program: the error is at the string and names the variable, not its value', async () => {
    const bundle = template({}, {expr: '.fields[] | select(.id == {{field}})'});
    expectClean(await check(bundle, {jq, variables: 'field:=12'}));
    const findings = await check(bundle, {jq, variables: 'field=12 SECRET)'});
    expectOnly(findings, {
      rule: 'jq/syntax',
      at: '".fields[] | select(.id == {{field}})"',
      hint: 'Filled in here: the variable "field".'
    });
    expect(JSON.stringify(findings)).not.toContain('SECRET');
  });

  test.each([
    ['api example.com', 'variable/url'],
    ['api.example.com"', 'variable/url'],
    ['api.example.com:port', 'variable/url'],
    ['[::', 'variable/url'],
    ['', 'http/absolute-url'],
    ['/SECRET', 'http/absolute-url']
  ])('a url with the host %j', async (host, rule) => {
    const findings = await check(template({path: undefined, url: 'https://{{host}}/{{$.id}}'}), {
      variables: `host=${host}`
    });
    expectOnly(findings, {
      rule,
      at: '"https://{{host}}/{{$.id}}"',
      hint: 'Filled in here: the variable "host".'
    });
    expect(JSON.stringify(findings)).not.toContain('SECRET');
  });

  test.each([
    'https://{{host}}/{{$.id}}',
    'https://{{$.sub}}.{{host}}:{{$.port}}/?q={{$.id}}',
    '{{$.base}}/{{host}}'
  ])('the url %s is sound', async (url) => {
    expectClean(await check(template({path: undefined, url}), {variables: 'host=api.example.com'}));
  });

  test('two keys that become one', async () => {
    const bundle = template({requestBody: {'{{a}}': 1, b: 2}, method: 'POST'});
    expectFinding(await check(bundle, {variables: 'a=b'}), {
      rule: 'json/duplicate-key',
      at: '"b"',
      message: 'stands in this object already, on line'
    });
    expectClean(await check(bundle, {variables: 'a=c'}));
  });

  test('a bundle that becomes too large', async () => {
    const bundle = template({requestBody: {text: '{{a}}'.repeat(100)}, method: 'POST'});
    expectOnly(await check(bundle, {variables: `a=${'x'.repeat(60_000)}`}), {
      rule: 'json/size',
      line: '"text"',
      message: 'values of variables'
    });
  });

  test('the type: the hint names the variable', async () => {
    expectFinding(await check(template({}, {topLevel: {name: '{{name}}'}}), {variables: 'name:=5'}), {
      rule: 'bundle/structure',
      at: '"{{name}}"',
      hint: 'Filled in here: the variable "name".'
    });
  });
});

describe('a variable that no file has a placeholder for', () => {
  const unused = async (texts: readonly string[], variables: string) => {
    const files = texts.map((text, index) => readBundleFile(`${index}.json`, new TextEncoder().encode(text)));
    const options = {rules: RULES, integration: '', variables: parseVariables(variables).variables};
    return (await checkBundles(files, options)).unusedVariables;
  };

  test('is named, unless one of the files could not be read', async () => {
    expect(await unused(['{"x": "{{a}}"}', '{"{{b}}": 1}'], 'a=1\nb=2\nc=3\nd=4')).toEqual(['c', 'd']);
    expect(await unused(['{"x": "{{a}}"}', '{'], 'a=1\nc=3')).toEqual([]);
  });
});

describe('comments and trailing commas', () => {
  const text = JSON.stringify(template(), null, 2).replace('{', '// The template\n{').replace(/\n}$/, ',\n}');

  test('are taken in a .jsonc file', async () => {
    expectClean(await check(text, {path: 'zis/bundle.jsonc'}));
  });

  test('are errors in a .json file, with a hint', async () => {
    expectOnly(await check(text), {rule: 'json/syntax', at: '// The template', hint: '.jsonc'});
  });
});

/** Templates that others fill in with Postman. They are no part of this project: the tests skip without them. */
const CORPUS = '../shared/corpus/';
const FILLED: readonly (readonly [name: string, path: string, CheckedWith, known: readonly string[]])[] = [
  [
    't04-zendesk-ps-postman-bundle.json',
    'zis/template.jsonc',
    {
      variables: `
        zis_integration_key=acme_tickets
        zis_description=Writes a log
        jobspec_<name>=log_ticket
        jobspec_<name>_event_source=support
        jobspec_<name>_event_type=ticket.TicketCreated`
    },
    ['flow/unknown-state "..."']
  ],
  [
    't06-zis-workflow-manager-sample-workflow.json',
    'zis/workflow.json',
    {
      variables: `
        zis_integration_key=acme_tickets
        zis_description=Keeps the conversation's id
        jobspec_bigtime=keep_conversation
        jobspec_bigtime_event_source=support
        jobspec_bigtime_event_type=ticket.TicketCreated`
    },
    []
  ],
  [
    '10-zis-parser-sample.json',
    'zis/sample.json',
    {
      integration: 'acme_tickets',
      variables: `
        customer-name=acme
        integration-name=acme_tickets
        debug-webhook-url=https://hooks.example.com/1`
    },
    []
  ]
];

(existsSync(CORPUS) ? describe : describe.skip)('templates that are in use', () => {
  test.each(FILLED)('%s is sound with its variables', async (name, path, settings, known) => {
    const findings = await check(readFileSync(`${CORPUS}${name}`, 'utf8'), {...settings, path, jq});
    const errors = findings.filter(
      ({severity, rule}) => severity === 'error' && rule !== 'security/connection-token'
    );
    expect(errors.map(({rule, at}) => `${rule} ${at}`)).toEqual(known);
  });

  test.each(FILLED)(
    '%s asks for each of its variables without them',
    async (name, path, {variables = ''}) => {
      const errors = (await check(readFileSync(`${CORPUS}${name}`, 'utf8'), {path, jq}))
        .filter(({rule}) => rule === 'variable/unfilled')
        .map(({at}) => at);
      const names = [...parseVariables(variables).variables.keys()];
      expect(errors.sort()).toEqual(names.map((each) => `{{${each}}}`).sort());
    }
  );
});

test('a variable under whose name the flow keeps data was meant as a path', async () => {
  const load = {Type: 'Action', ActionName: 'zis:acme:action:a', ResultPath: '$.order', Next: 'Done'};
  const says = (Message: string) => bundleOf({Load: load, Done: {Type: 'Succeed', Message}});
  const options = {rules: RULES.filter(({id}) => id.startsWith('variable/') || id.startsWith('path/'))};
  expectOnly(await check(says('Order {{order.id}} is made'), options), {
    rule: 'variable/unfilled',
    hint: 'did you mean "{{$.order.id}}"?'
  });
  expectOnly(await check(says('Order {{other.id}} is made'), options), {
    rule: 'variable/unfilled',
    hint: 'Give it a value'
  });
});
