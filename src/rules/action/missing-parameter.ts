import {slipInKey} from '../analysis/fixes.js';
import type {Fix} from '../fix.js';
import type {JsonNode} from '../../bundle/json-types.js';
import type {Resource} from '../../bundle/model.js';
import {rootOf} from '../../flow/path.js';
import {keyOf, type BundleRule, type Report} from '../rule.js';
import {didYouMean, listOf, quote, suggest} from '../../words.js';
import {perBundle} from '../analysis/memo.js';
import {placeOfRead, valuesIn, type PathRead} from '../analysis/values.js';
import {isDynamicKey, plainKey} from '../../flow/template.js';
import {INITIAL_ROOTS} from '../analysis/data-effects.js';
import {callsIn, type Call} from '../analysis/calls.js';
import {shapesIn} from '../analysis/shapes.js';
import {namesReadBy} from '../analysis/parameter-reads.js';

export const missingParameter: BundleRule = {
  id: 'action/missing-parameter',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A state passes every parameter that the action reads.',
  why: 'In an action `$` is what the calling state passes in Parameters. A placeholder for which it passes nothing fails the call, or leaves a hole in the request.',
  bad: '{"path": "/api/v2/tickets/{{$.ticketId}}"}, called with {"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  good: '{"path": "/api/v2/tickets/{{$.ticket_id}}"}, called with {"ticket_id.$": "$.input.ticket_event.ticket.id"}',
  source: 'ZIS custom actions (the data of an action); Fixing common ZIS errors, "JSON path not found"',
  check(bundle, report) {
    const mistaken = flowDataReads(bundle);
    for (const [action, read] of mistaken) {
      report(
        placeOfRead(read),
        `the action ${quote(action.name)} reads ${quote(read.text)}, and no state passes ${quote(INPUT)} to it`,
        'Within an action `$` is the Parameters of the state that runs it: pass the value there, and read it by its name.'
      );
    }
    for (const call of callsIn(bundle)) {
      const {action, parameters, misplaced} = call;
      if (action === null || misplaced || (parameters !== null && parameters.type !== 'object')) continue;
      const {names} = namesReadBy(bundle, action);
      const known = new Set(parameters === null ? writtenNames(bundle) : passedBy(call));
      const missing: string[] = [];
      for (const name of names) {
        const isReported = name === INPUT && mistaken.has(action);
        if (!known.has(name) && !GIVEN.has(name) && !isReported) missing.push(name);
      }
      if (missing.length > 0) reportMissing(call, action, missing, names, report);
    }
  }
};

/** With more names than these no other is compared. */
const MOST_COMPARED = 40;

/** A parameter with a similar name is the one that was meant; the others are reported together. */
function reportMissing(
  call: Call,
  action: Resource,
  missing: readonly string[],
  names: readonly string[],
  report: Report
): void {
  const read = new Set(names);
  const unused = passedBy(call).filter((name) => !read.has(name));
  const absent: string[] = [];
  for (const [index, name] of missing.entries()) {
    const meant = index < MOST_COMPARED ? suggest(name, unused) : null;
    if (meant === null) absent.push(name);
    else {
      report(
        keyOf(parameterOf(call, meant)),
        `the action ${quote(action.name)} reads ${quote(`$.${name}`)}, and this state passes ${quote(meant)}`,
        'Give both the same name.',
        parameterSlip(parameterOf(call, meant), missing)
      );
    }
  }
  if (absent.length === 0) return;
  const {parameters, node} = call;
  const paths = absent.map((name) => `$.${name}`);
  const keys = listOf(
    absent.map((name) => `${name}.$`),
    'and'
  );
  report(
    parameters === null ? node : keyOf(parameters),
    `the action ${quote(action.name)} reads ${listOf(paths, 'and')}, which this state does not pass`,
    parameters === null ? `Give the state "Parameters" with ${keys}.` : `Add ${keys} to its Parameters.`
  );
}

/** Under the one name that the action reads, with `.$` where the key has it. */
function parameterSlip(parameter: JsonNode, names: readonly string[]): Fix | null {
  const ending = isDynamicKey(parameter.name) ? '.$' : '';
  return slipInKey(
    parameter,
    names.map((name) => `${name}${ending}`)
  );
}

export const unusedParameter: BundleRule = {
  id: 'action/unused-parameter',
  scope: 'bundle',
  severity: 'warning',
  summary: 'An action reads every parameter that a state passes to it.',
  why: 'A parameter that the action does not read has no effect: a name is misspelt on one side, or a placeholder was forgotten.',
  bad: '{"priority.$": "$.input.priority"}, passed to an action in which $.priority does not occur',
  good: '{"requestBody": {"priority": "{{$.priority}}"}}',
  source: 'ZIS custom actions (the data of an action)',
  check(bundle, report) {
    const shapes = shapesIn(bundle);
    for (const call of callsIn(bundle)) {
      if (call.action === null) continue;
      const {names, literal, whole, unsure} = namesReadBy(bundle, call.action);
      if (whole || unsure || flowDataReads(bundle).has(call.action)) continue;
      const passed = passedBy(call);
      const given = new Set(passed);
      const missing = names.filter((name) => !given.has(name)).slice(0, MOST_COMPARED);
      const read = new Set([...names, ...literal]);
      for (const name of passed) {
        // A near miss of a name that the action does read has been reported as such.
        if (read.has(name) || shapes.isTooDeep(parameterOf(call, name))) continue;
        if (missing.some((wanted) => suggest(wanted, [name]) !== null)) continue;
        report(
          keyOf(parameterOf(call, name)),
          `the action ${quote(call.action.name)} does not read ${quote(`$.${name}`)}`,
          didYouMean(name, names) || `Remove it, or read it in the action as ${quote(`{{$.${name}}}`)}.`,
          parameterSlip(parameterOf(call, name), names)
        );
      }
    }
  }
};

/** The one name of a flow's data that an action does not find in its own unless it is passed. */
const INPUT = 'input';

/** Zendesk's own samples read these in an action without passing them. */
const GIVEN: ReadonlySet<string> = new Set(INITIAL_ROOTS.filter((root) => root !== INPUT));

/**
 * The actions that read the flow's `$.input` though every state that runs them passes Parameters without one,
 * each with its first such read: the fault is in the action, and not in each of the states.
 */
const flowDataReads = perBundle((bundle): ReadonlyMap<Resource, PathRead> => {
  const found = new Map<Resource, PathRead>();
  const passing = new Set<Resource>();
  for (const call of callsIn(bundle)) {
    const {action, parameters} = call;
    if (action === null || passing.has(action)) continue;
    const read = found.get(action) ?? namesReadBy(bundle, action).reads.find(({root}) => root === INPUT);
    if (parameters?.type !== 'object' || passedBy(call).includes(INPUT)) {
      passing.add(action);
      found.delete(action);
    } else if (read !== undefined) found.set(action, read);
  }
  return found;
});

/** A state without Parameters may hand on all data, as in Amazon's language: ZIS does not say. */
const writtenNames = perBundle((bundle): readonly string[] => {
  const written = valuesIn(bundle).sites.filter(({writes}) => writes);
  const roots = written.map(({path}) => (path === null ? null : rootOf(path)));
  return ['input', ...roots.filter((root) => root !== null)];
});

function passedBy({parameters}: Call): string[] {
  return (parameters?.properties.names ?? []).map(nameOfKey);
}

function parameterOf({parameters, node}: Call, name: string) {
  return parameters?.properties.nodes.find((parameter) => nameOfKey(parameter.name) === name) ?? node;
}

/** `id` for `id`, for `id.$` and for `id$`, of which path/literal says that it lacks the dot. */
function nameOfKey(key: string): string {
  return plainKey(key).replace(/(?<=.)\$$/, '');
}
