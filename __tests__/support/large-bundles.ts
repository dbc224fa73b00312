import type {JsonObject, JsonValue} from '../../src/bundle/json-types.js';

/** Bundles in which one thing is as many or as long as is asked for: what it is, and how many are within the limits. */
export interface LargeBundle {
  readonly what: string;
  readonly most: number;
  readonly make: (size: number) => JsonObject;
}

const many = <T>(size: number, make: (index: number) => T): T[] =>
  Array.from({length: size}, (_, index) => make(index));

const named = (size: number, make: (index: number) => JsonValue, name = 'N'): JsonObject =>
  Object.fromEntries(many(size, (index) => [`${name}${index}`, make(index)]));

function bundle(resources: JsonObject, more: JsonObject = {}): JsonObject {
  return {name: 'large', integration: 'acme', zis_template_version: '2019-10-14', resources, ...more};
}

function flow(states: JsonObject, name = 'flow', startAt = Object.keys(states)[0] ?? ''): JsonObject {
  return {type: 'ZIS::Flow', properties: {name, definition: {StartAt: startAt, States: states}}};
}

const withFlow = (states: JsonObject): JsonObject => bundle({flow: flow(states)});

function action(name: string, definition: JsonObject): JsonObject {
  return {type: 'ZIS::Action::Http', properties: {name, definition}};
}

const request = (more: JsonObject): JsonObject => ({
  method: 'POST',
  url: 'https://api.example.com/v1',
  ...more
});
const call = (name: string, parameters: JsonObject): JsonObject => ({
  Type: 'Action',
  ActionName: `zis:acme:action:${name}`,
  Parameters: parameters,
  ResultPath: '$.r',
  End: true
});
const pass = (more: JsonObject): JsonObject => ({Type: 'Pass', ...more});
const chain = (size: number, state: (index: number, next: string) => JsonObject): JsonObject =>
  named(size, (index) => state(index, index + 1 < size ? `N${index + 1}` : 'N0'));

const resources: readonly LargeBundle[] = [
  {
    what: 'resources of an unknown type',
    most: 2_000,
    make: (n) => bundle(named(n, () => ({type: 'ZIS::Flw'})))
  },
  {what: 'resources that are no objects', most: 2_000, make: (n) => bundle(named(n, () => 7))},
  {what: 'flows', most: 2_000, make: (n) => bundle(named(n, (i) => flow({A: pass({End: true})}, `f${i}`)))},
  {what: 'flows of one name', most: 2_000, make: (n) => bundle(named(n, () => flow({A: pass({End: true})})))},
  {
    what: 'job specs that start no flow',
    most: 2_000,
    make: (n) =>
      bundle(
        named(n, (i) => ({
          type: 'ZIS::JobSpec',
          properties: {
            name: `j${i}`,
            event_source: 'support',
            event_type: `ticket.TicketCreate${i}`,
            flow_name: `zis:acme:flow:flw${i}`
          }
        }))
      )
  },
  {
    what: 'actions that are called wrongly',
    most: 900,
    make: (n) =>
      bundle({
        ...named(n, (i) => action(`action_number_${i}`, request({})), 'a'),
        flow: flow(chain(n, (i, next) => ({...call(`action_nunber_${i}`, {x: 1}), Next: next})))
      })
  },
  {
    what: 'calls of one action with many placeholders',
    most: 1_000,
    make: (n) =>
      bundle({
        a: action(
          'a',
          request({url: `https://a.example/?${many(n, (i) => `x={{$.value_${i}}}`).join('&')}`})
        ),
        flow: flow(chain(n, (_, next) => ({...call('a', {value_0: 1}), Next: next})))
      })
  },
  {what: 'unknown members of a bundle', most: 19_000, make: (n) => ({...bundle({}), ...named(n, () => 1)})},
  {
    what: 'unknown members of a resource',
    most: 19_000,
    make: (n) => bundle({r: {...flow({}), ...named(n, () => 1)}})
  }
];

const states: readonly LargeBundle[] = [
  {what: 'states in a chain', most: 2_000, make: (n) => withFlow(chain(n, (_, Next) => pass({Next})))},
  {
    what: 'states that nothing leads to',
    most: 2_000,
    make: (n) => withFlow(named(n, () => pass({End: true})))
  },
  {
    what: 'states that lead nowhere',
    most: 2_000,
    make: (n) => withFlow(named(n, (i) => pass({Next: `Nn${i}`})))
  },
  {what: 'states of an unknown type', most: 2_000, make: (n) => withFlow(named(n, () => ({Type: 'Pas'})))},
  {
    what: 'states that write and read',
    most: 2_000,
    make: (n) =>
      withFlow(
        chain(n, (i, Next) =>
          pass({Next, Parameters: {'v.$': `$.w${i}.x`}, ResultPath: `$.w${i + 1}`, InputPath: `$.u${i}`})
        )
      )
  },
  {
    what: 'states that all lead to all',
    most: 200,
    make: (n) =>
      withFlow(
        named(n, () => ({
          Type: 'Choice',
          Choices: many(n, (i) => ({Variable: '$.a', StringEquals: `${i}`, Next: `N${i}`})),
          Default: 'N0'
        }))
      )
  },
  {
    what: 'choices',
    most: 15_000,
    make: (n) =>
      withFlow({
        C: {Type: 'Choice', Choices: many(n, (i) => ({Variable: '$.a', NumericGreaterThan: i, Next: 'D'}))},
        D: pass({End: true})
      })
  },
  {
    what: 'conditions in one choice',
    most: 20_000,
    make: (n) =>
      withFlow({
        C: {
          Type: 'Choice',
          Choices: [{Or: many(n, (i) => ({Variable: `$.a${i}`, StringEquals: 'x'})), Next: 'D'}],
          Default: 'D'
        },
        D: pass({End: true})
      })
  },
  {
    what: 'catchers',
    most: 15_000,
    make: (n) =>
      withFlow({
        A: {...call('a', {}), Catch: many(n, (i) => ({ErrorEquals: [`E${i}`], Next: 'D'}))},
        D: pass({End: true})
      })
  },
  {
    what: 'errors in one catcher',
    most: 50_000,
    make: (n) => withFlow({A: {...call('a', {}), Catch: [{ErrorEquals: many(n, (i) => `E${i}`), Next: 'A'}]}})
  },
  {
    what: 'unknown members of a state',
    most: 19_000,
    make: (n) => withFlow({A: pass({End: true, ...named(n, () => 1)})})
  },
  {what: 'states within states', most: 40, make: (n) => withFlow(nested(n))},
  {
    what: 'states in an iteration',
    most: 2_000,
    make: (n) =>
      withFlow({
        M: {
          Type: 'Map',
          ItemsPath: '$.l',
          Iterator: {StartAt: 'N0', States: chain(n, (_, Next) => pass({Next, Parameters: {'x.$': '$.y'}}))},
          End: true
        }
      })
  }
];

function nested(depth: number): JsonObject {
  let inner: JsonObject = {A: pass({End: true})};
  for (let level = 0; level < depth; level += 1)
    inner = {M: {Type: 'Map', ItemsPath: '$.l', Iterator: {StartAt: 'M', States: inner}, End: true}};
  return inner;
}

const values: readonly LargeBundle[] = [
  {
    what: 'parameters',
    most: 19_000,
    make: (n) =>
      withFlow({
        A: call(
          'a',
          named(n, (i) => `$.p${i}`, 'p')
        )
      })
  },
  {what: 'paths in parameters', most: 19_000, make: (n) => withFlow({A: call('a', pathsOf(n))})},
  {
    what: 'numbers in a list',
    most: 190_000,
    make: (n) => withFlow({A: pass({Result: many(n, (i) => i), End: true})})
  },
  {
    what: 'lists in a list',
    most: 190_000,
    make: (n) => withFlow({A: pass({Result: many(n, () => []), End: true})})
  },
  {
    what: 'members of a result',
    most: 19_000,
    make: (n) => withFlow({A: pass({Result: named(n, (i) => i), End: true})})
  },
  {
    what: 'headers',
    most: 19_000,
    make: (n) =>
      bundle({a: action('a', request({headers: many(n, (i) => ({key: `X-${i} :`, value: '{{$.v}}'}))}))})
  },
  {
    what: 'headers of one name',
    most: 19_000,
    make: (n) => bundle({a: action('a', request({headers: many(n, () => ({key: 'A', valu: 1}))}))})
  },
  {
    what: 'placeholders in a body',
    most: 19_000,
    make: (n) =>
      bundle({a: action('a', request({requestBody: named(n, (i) => `{{$.v${i}}} {{ $.w }} {{x}}`)}))})
  },
  {
    what: 'placeholders that an action is not given',
    most: 19_000,
    make: (n) =>
      bundle({
        a: action('a', request({requestBody: named(n, (i) => `{{$.value_${i}}}`)})),
        flow: flow({
          A: call(
            'a',
            named(n, () => 1, 'valu_')
          )
        })
      })
  },
  {
    what: 'passwords',
    most: 19_000,
    make: (n) =>
      bundle({a: action('a', request({requestBody: named(n, (i) => `s3cr3t-${i}-x`, 'password')}))})
  }
];

function pathsOf(size: number): JsonObject {
  return Object.fromEntries(many(size, (index) => [`p${index}.$`, `$.a${index}.b[0]['c']`]));
}

const texts = [
  '\n',
  ' ',
  '{{$',
  '{{$.a}} ',
  '{{',
  '{',
  '}',
  '}}',
  '"',
  '\\',
  '$.',
  '$.a.b',
  '[',
  '[0]',
  '(',
  '#',
  '`',
  '|',
  '<',
  '&',
  '@a ',
  '0',
  'a',
  '.',
  ':',
  '/',
  'https://a.b/',
  '?a=',
  '&a=b',
  'Basic ',
  'é',
  '🙂',
  '\u202e',
  '- ',
  '$.a|',
  ' and ',
  '%20'
];

/** One text made of a repeated part, wherever a text can stand. */
const inTexts: readonly LargeBundle[] = texts.map((part) => ({
  what: `a text of ${JSON.stringify(part)}`,
  most: 80_000,
  make: (n) => {
    const text = part.repeat(Math.ceil(n / part.length));
    return bundle(
      {
        a: action('a', {
          ...request({url: `https://api.example.com/${text}`, requestBody: {x: text, 'y.$': text}}),
          headers: [
            {key: `X${text}`, value: text},
            {key: text, value: `Bearer ${text}`}
          ]
        }),
        flow: flow({
          A: {
            Type: 'Action',
            ActionName: 'zis:common:transform:Jq',
            Parameters: {expr: `.a ${text}`, 'expr.$': `$.a ${text}`, 'data.$': `$${text}`},
            ResultPath: `$.${text}`,
            Next: text
          },
          B: {
            Type: 'Choice',
            Choices: [{Variable: `$.${text}`, StringMatches: text, Next: 'C'}],
            Default: text
          },
          C: {Type: 'Wait', Timestamp: text, Seconds: text, Next: 'D'},
          D: {Type: 'Fail', Error: text, Cause: text}
        }),
        sound: flow(
          {
            A: {Type: 'Pass', Result: {[text.slice(0, 1000)]: text}, ResultPath: `$.${text}`, Next: 'B'},
            B: {...call('a', {'x.$': `$.${text}`, 'y.$': text, z: text}), Next: 'C'},
            C: {
              Type: 'Choice',
              Choices: [{Variable: `$.${text}`, StringEquals: text, Next: 'D'}],
              Default: 'D'
            },
            D: {Type: 'Fail', Error: 'e', Cause: `{{$.${text}}}`}
          },
          'sound'
        ),
        job: {
          type: 'ZIS::JobSpec',
          properties: {
            name: 'j',
            event_source: text,
            event_type: `ticket.${text}`,
            flow_name: `zis:acme:flow:${text}`
          }
        }
      },
      {description: text}
    );
  }
}));

export const LARGE_BUNDLES: readonly LargeBundle[] = [...resources, ...states, ...values, ...inTexts];

/** Texts of files in which one thing is as many or as long as is asked for, JSON or not. */
export const LARGE_TEXTS: readonly {
  readonly what: string;
  readonly most: number;
  readonly make: (size: number) => string;
}[] = [
  {what: 'commas', most: 500_000, make: (n) => `[${','.repeat(n)}]`},
  {what: 'blanks', most: 500_000, make: (n) => `{${' '.repeat(n)}`},
  {what: 'line breaks', most: 500_000, make: (n) => `{${'\n'.repeat(n)}"a" 1}`},
  {what: 'brackets', most: 500_000, make: (n) => '['.repeat(n)},
  {what: 'quotes', most: 500_000, make: (n) => '"'.repeat(n)},
  {what: 'backslashes', most: 500_000, make: (n) => `"${'\\'.repeat(n)}`},
  {what: 'comments', most: 500_000, make: (n) => '/**/'.repeat(n / 4)},
  {what: 'open comments', most: 500_000, make: (n) => '/*'.repeat(n / 2)},
  {what: 'one key', most: 19_000, make: (n) => `{${'"a": 1,'.repeat(n)}"b": 2}`},
  {what: '__proto__', most: 19_000, make: (n) => `{${'"__proto__": 1,'.repeat(n)}"b": 2}`},
  {what: 'inexact numbers', most: 190_000, make: (n) => `{"a": [${'12345678901234567890,'.repeat(n)}1]}`},
  {what: 'zeros', most: 500_000, make: (n) => `{"a": 1${'0'.repeat(n)}1}`},
  {what: 'zeros behind the point', most: 500_000, make: (n) => `{"a": 1.${'0'.repeat(n)}1}`},
  {what: 'a number beyond the limit', most: 90, make: (n) => `{"a": 1.${'0'.repeat(n)}1}`},
  {what: 'escapes', most: 500_000, make: (n) => `{"${'\\u0061'.repeat(n / 6)}": 1}`},
  {what: 'objects in a row', most: 500_000, make: (n) => '{}'.repeat(n / 2)}
];
