import type {JsonObject} from '../../src/bundle/json-types.js';
import {bundleWith, flow, jobSpec} from './bundles.js';

/** A bundle of these flows and job specs; a flow may have another content by `name=content`. */
export function bundleOf(
  integration: string,
  name: string,
  flows: readonly string[],
  specs: readonly string[] = []
): JsonObject {
  const resources: JsonObject = {};
  for (const text of flows) {
    const [flowName = '', content = 'hello'] = text.split('=');
    resources[flowName] = flow(flowName, 'Greet', {
      Greet: {Type: 'Pass', Result: content, ResultPath: '$.greeting', End: true}
    });
  }
  for (const spec of specs)
    resources[spec] = jobSpec(
      spec,
      'ticket.TicketCreated',
      `zis:${integration}:flow:${flows[0]?.split('=')[0] ?? ''}`
    );
  return bundleWith(name, resources);
}

export interface Shape {
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
}

/**
 * The ways in which names move between bundles of an integration, by what people call them. Of each there is one job
 * spec, `j0`, that is not installed before.
 */
export function movingShapes(integration: string): Readonly<Record<string, Shape>> {
  const of = (name: string, flows: readonly string[], specs: readonly string[] = []): JsonObject =>
    bundleOf(integration, name, flows, specs);
  return {
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
      before: [
        of('a', ['f1', 'x'], ['j1', 'j0']),
        of('b', ['f2', 'y'], ['j2']),
        of('c', ['f3', 'z'], ['j3'])
      ],
      after: [of('a', ['f3', 'x'], ['j1', 'j0']), of('b', ['f1', 'y'], ['j2']), of('c', ['f2', 'z'], ['j3'])]
    }
  };
}

/** The names of all job specs of some bundles, sorted. */
export function specsOf(bundles: readonly JsonObject[]): string[] {
  return bundles
    .flatMap(({resources}) => Object.values(resources as JsonObject))
    .flatMap((resource) => {
      const {type, properties} = resource as {type: string; properties: {name: string}};
      return type === 'ZIS::JobSpec' ? [properties.name] : [];
    })
    .sort();
}
