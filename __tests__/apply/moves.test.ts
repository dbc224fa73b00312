import {describe, expect, test} from '@jest/globals';
import {bundleHash} from '../../src/bundle/canonical.js';
import type {JsonObject} from '../../src/bundle/json-types.js';
import {applyTo, prepare} from '../support/apply-account.js';
import {bundleWith, flow, jobSpec, textAt} from '../support/bundles.js';
import {MemoryAccount} from '../support/memory-account.js';

/** A bundle of these flows and job specs; a flow may have another content by `name=content`. */
function of(name: string, flows: readonly string[], specs: readonly string[] = []): JsonObject {
  const resources: JsonObject = {};
  for (const text of flows) {
    const [flowName = '', content = 'hello'] = text.split('=');
    resources[flowName] = flow(flowName, 'Greet', {
      Greet: {Type: 'Pass', Result: content, ResultPath: '$.greeting', End: true}
    });
  }
  for (const spec of specs)
    resources[spec] = jobSpec(spec, 'ticket.TicketCreated', `zis:acme:flow:${flows[0]?.split('=')[0] ?? ''}`);
  return bundleWith(name, resources);
}

interface Shape {
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
}

/** Of each there is one job spec that is not installed before. */
const SHAPES: Readonly<Record<string, Shape>> = {
  rename: {before: [of('a', ['f1'], ['j1', 'j0'])], after: [of('b', ['f1'], ['j1', 'j0'])]},
  'rename with a change': {
    before: [of('a', ['f1'], ['j1', 'j0'])],
    after: [of('b', ['f1=new', 'f2'], ['j1'])]
  },
  'move a flow': {
    before: [of('a', ['f1', 'f2'], ['j1', 'j0']), of('b', ['f3'], ['j3'])],
    after: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f3', 'f2'], ['j3'])]
  },
  'move a job spec': {
    before: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f3'], ['j3'])],
    after: [of('a', ['f1'], ['j0']), of('b', ['f3'], ['j3', 'j1'])]
  },
  'swap flows': {
    before: [of('a', ['f1', 'x'], ['j1', 'j0']), of('b', ['f2', 'y'], ['j2'])],
    after: [of('a', ['f2', 'x'], ['j1', 'j0']), of('b', ['f1', 'y'], ['j2'])]
  },
  'swap names': {
    before: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f2'], ['j2'])],
    after: [of('b', ['f1'], ['j1', 'j0']), of('a', ['f2'], ['j2'])]
  },
  'split, the old bundle kept': {
    before: [of('a', ['f1', 'f2'], ['j1', 'j2', 'j0'])],
    after: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f2'], ['j2'])]
  },
  'split, the old bundle gone': {
    before: [of('a', ['f1', 'f2'], ['j1', 'j2', 'j0'])],
    after: [of('b', ['f1'], ['j1', 'j0']), of('c', ['f2'], ['j2'])]
  },
  'split, the old bundle gone with a flow of its own': {
    before: [of('a', ['f1', 'f2', 'f9'], ['j1', 'j2', 'j0'])],
    after: [of('b', ['f1'], ['j1', 'j0']), of('c', ['f2'], ['j2'])]
  },
  'merge into a new bundle': {
    before: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f2'], ['j2'])],
    after: [of('c', ['f1', 'f2'], ['j1', 'j2', 'j0'])]
  },
  'merge into one of them': {
    before: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f2'], ['j2'])],
    after: [of('a', ['f1', 'f2'], ['j1', 'j2', 'j0'])]
  },
  'rotate three': {
    before: [of('a', ['f1'], ['j1', 'j0']), of('b', ['f2'], ['j2']), of('c', ['f3'], ['j3'])],
    after: [of('a', ['f3'], ['j3']), of('b', ['f1'], ['j1', 'j0']), of('c', ['f2'], ['j2'])]
  },
  'rotate three that keep something': {
    before: [of('a', ['f1', 'x'], ['j1', 'j0']), of('b', ['f2', 'y'], ['j2']), of('c', ['f3', 'z'], ['j3'])],
    after: [of('a', ['f3', 'x'], ['j1', 'j0']), of('b', ['f1', 'y'], ['j2']), of('c', ['f2', 'z'], ['j3'])]
  }
};

/** A bundle that has nothing to do with the others, and is always among them. */
const OTHER = of('other', ['of'], ['oj']);
const OTHER_NEW = of('other', ['of=new'], ['oj']);

const specsOf = (bundles: readonly JsonObject[]): string[] =>
  bundles
    .flatMap(({resources}) => Object.values(resources as JsonObject))
    .flatMap((resource) => {
      const {type, properties} = resource as {type: string; properties: {name: string}};
      return type === 'ZIS::JobSpec' ? [properties.name] : [];
    })
    .sort();
const qualified = (name: string): string => `zis:acme:job_spec:${name}`;
const stateOf = (bundles: readonly JsonObject[]): Record<string, string> =>
  Object.fromEntries(bundles.map((one) => [textAt(one, 'name'), bundleHash(one)] as const).sort());

async function ready({before}: Shape, uniqueNames: boolean): Promise<MemoryAccount> {
  const account = new MemoryAccount();
  const all = [...before, OTHER];
  await prepare(
    account,
    all,
    specsOf(all)
      .filter((name) => name !== 'j0')
      .map(qualified)
  );
  account.behave({uniqueNames});
  return account;
}

const cases = Object.entries(SHAPES).flatMap(([name, shape]) =>
  [true, false].map((unique) => [name, unique, shape] as const)
);

describe('names that move', () => {
  test.each(cases)(
    '%s, unique names: %s: ends as declared with every trigger on',
    async (_, unique, shape) => {
      const account = await ready(shape, unique);
      const after = [...shape.after, OTHER_NEW];
      const applied = await applyTo(account, after);
      expect(applied.failure).toBeNull();
      expect(stateOf(account.bundles())).toEqual(stateOf(after));
      expect(account.installed()).toEqual(specsOf(after));
      account.forget();
      const again = await applyTo(account, after);
      expect([again.failure, account.writes()]).toEqual([null, []]);
    }
  );

  test.each(cases)(
    '%s, unique names: %s: a refused upload, wherever it comes, leaves the former state',
    async (_, unique, shape) => {
      const whole = await ready(shape, unique);
      await applyTo(whole, [...shape.after, OTHER]);
      const uploads = whole.writes().filter((write) => write === 'POST acme/bundles').length;
      expect(uploads).toBeGreaterThan(0);
      for (let nth = 1; nth <= uploads; nth += 1) {
        const account = await ready(shape, unique);
        account.script({
          match: {method: 'POST', path: '/api/services/zis/registry/acme/bundles', nth},
          fault: {kind: 'status', status: 400, body: '{"errors":[{"detail":"not today"}]}'}
        });
        const applied = await applyTo(account, [...shape.after, OTHER]);
        expect(applied.failure?.message).toContain('not today');
        const former = [...shape.before, OTHER];
        expect([nth, stateOf(account.bundles())]).toEqual([nth, stateOf(former)]);
        expect([nth, account.installed()]).toEqual([nth, specsOf(former).filter((name) => name !== 'j0')]);
        for (const {written} of applied.outcomes) expect(written ?? false).toBe(false);
        account.calm();
        account.behave({uniqueNames: unique});
        const next = await applyTo(account, [...shape.after, OTHER_NEW]);
        expect(next.failure).toBeNull();
        expect(stateOf(account.bundles())).toEqual(stateOf([...shape.after, OTHER_NEW]));
        expect(account.installed()).toEqual(specsOf([...shape.after, OTHER_NEW]));
      }
    }
  );
});
