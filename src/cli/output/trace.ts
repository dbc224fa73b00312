import type {JsonValue} from '../../bundle/json-types.js';
import type {Outcome, TraceStep} from '../../flow-tests/trace.js';
import {redactText} from '../../report/redact.js';
import {paint, plain, shorten, visible, type Line, type Painted} from '../../visible.js';
import type {Look} from './style.js';
import {cells, wrap} from './wrap.js';

/** A trace is laid out for so many columns where the terminal has more, or none are known. */
const COLUMNS = 80;

/** A run state by state: the document's changes on entry, what was called, what came back, where it went. */
export function traceText(steps: readonly TraceStep[], look: Look): Painted[] {
  const width = Math.min(look.width, COLUMNS);
  return steps.flatMap((step, index) => stepLines(step, index + 1, {...look, width}));
}

function stepLines(step: TraceStep, number: number, {style, width}: Look): Painted[] {
  const {state, type, depth, item, call, slept, error} = step;
  const indent = '  '.repeat(Math.min(depth, 8));
  const about = [type, ...(call === null ? [] : [call.action]), ...(item === null ? [] : [`item ${item}`])];
  const head = `${indent}${String(number).padStart(3)} ${shorten(state, 60)}`;
  const inner = `${indent}      `;
  const line: Labelled = (label, text) => labelled(inner, label, text, width);
  return [
    paint`${style.bold(head)} ${style.dim(about.join(', '))}`,
    ...step.changes.flatMap(({path, value}) => line(path, value === undefined ? 'is gone' : compact(value))),
    ...(call === null ? [] : callLines(step, line)),
    ...(slept > 0 ? line('slept', `${slept} s`) : []),
    ...(error === null ? [] : line('✗', `${error.Error}: ${error.Cause}`).map((text) => style.red(text))),
    ...wentLines(step, inner, width).map((text) => (error === null ? text : style.red(text)))
  ];
}

type Labelled = (label: string, text: string) => Line[];

function callLines({call, outcome}: TraceStep, line: Labelled): Line[] {
  if (call === null) return [];
  const {request, parameters} = call;
  const sent =
    request === null
      ? line('with', compact(parameters))
      : [
          ...line(request.method, request.url),
          ...(request.body === null ? [] : line('body', compact(request.body)))
        ];
  return [...sent, ...(outcome === null ? [] : outcomeLines(outcome, line))];
}

function outcomeLines(outcome: Outcome, line: Labelled): Line[] {
  switch (outcome.kind) {
    case 'http': {
      const body = outcome.text ?? (outcome.body === undefined ? '' : compact(outcome.body));
      return line('←', `${outcome.status} ${body}`.trim());
    }
    case 'jq':
      return line('←', outcome.results.length === 0 ? 'no result' : outcome.results.join(', '));
    case 'config':
      return line('←', outcome.config === null ? 'no such config' : compact(outcome.config));
    case 'links':
      return line('←', compact([...outcome.links]));
    case 'result':
      return line('←', compact(outcome.result));
    case 'error':
      return line('←', `an error: ${outcome.Error ?? ''} ${outcome.Cause}`.replace(/ {2,}/g, ' '));
    case 'stop':
      return line('←', outcome.reason);
    case 'done':
      return [];
  }
}

const WAYS = {
  next: '',
  choice: ' (a choice holds)',
  default: ' (no choice holds)',
  catch: ' (caught)'
} as const;

function wentLines({next, by, error}: TraceStep, indent: string, width: number): Line[] {
  if (next === null) return error === null ? [] : [plain`${indent}the flow fails here`];
  return wrap(`→ ${next}${by === null ? '' : WAYS[by]}`, width, indent);
}

/** A value behind its label, cut to two lines: a trace is read for its course. */
function labelled(indent: string, label: string, text: string, width: number): Line[] {
  const start = visible(`${indent}${shorten(label, 40)} `);
  const room = Math.max(width - cells(start), 20);
  const characters = Array.from(shorten(visible(redactText(text, [])), 2 * room));
  const lines = [characters.slice(0, room), characters.slice(room)].map((part) => part.join(''));
  const [first = '', second = ''] = lines;
  return [visible(start + first), ...(second === '' ? [] : [visible(' '.repeat(cells(start)) + second)])];
}

function compact(value: JsonValue): string {
  return JSON.stringify(value);
}
