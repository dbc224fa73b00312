import type {JsonNode} from '../../bundle/json-types.js';
import {JQ_ACTION} from '../../flow/built-ins.js';
import {parseTemplate} from '../../flow/path.js';
import type {BundleContext} from '../rule.js';
import {callsIn} from './calls.js';
import type {Hole, JqProgram} from './jq-program.js';
import {scanJq} from './jq-scan.js';

/** The `expr` or `expr.$` of a jq action. */
export interface Expression {
  readonly node: JsonNode;
  readonly text: string;
  /** Whether ZIS replaces placeholders in it. */
  readonly dynamic: boolean;
}

/** The expressions of a bundle's jq actions; one that is a path as a whole is no program. */
export function expressionsIn(bundle: BundleContext): Expression[] {
  const expressions: Expression[] = [];
  for (const {text: action, parameters} of callsIn(bundle)) {
    if (action !== JQ_ACTION) continue;
    for (const key of ['expr', 'expr.$']) {
      const node = parameters?.properties.get(key);
      const text = node?.value;
      if (node === undefined || typeof text !== 'string' || text.trim() === '') continue;
      const dynamic = key === 'expr.$';
      if (dynamic && text.startsWith('$')) continue;
      expressions.push({node, text, dynamic});
    }
  }
  return expressions;
}

/** Whether a program is written as a JSONPath, which no jq can read. */
export function isJsonPath(text: string): boolean {
  return /^\s*\$(?:[.[]|\s*$)/.test(text);
}

/** The programs that jq is to compile, in the file's order; those that another rule has refused are left out. */
export function collectJqPrograms(bundle: BundleContext): JqProgram[] {
  return expressionsIn(bundle)
    .filter(({text}) => !isJsonPath(text))
    .map(({node, text, dynamic}) => {
      const filled = dynamic ? fill(text) : {text, holes: []};
      return {...filled, source: text, start: node.start, end: node.end, filling: node.filling};
    });
}

/**
 * Puts something harmless in the place of each placeholder: a letter within a string, `null` elsewhere, which
 * jq takes wherever it takes a value or a field's name.
 */
function fill(source: string): {text: string; holes: Hole[]} {
  const {strings} = scanJq(source);
  const holes: Hole[] = [];
  let text = '';
  let done = 0;
  let next = 0;
  for (const {start, end, path} of parseTemplate(source).placeholders) {
    if (path === null) continue;
    while ((strings[next]?.[1] ?? Infinity) < start) next += 1;
    const inString = (strings[next]?.[0] ?? Infinity) <= start;
    text += source.slice(done, start);
    const textStart = text.length;
    text += inString ? 'x' : 'null';
    holes.push({sourceStart: start, sourceEnd: end, textStart, textEnd: text.length});
    done = end;
  }
  return {text: text + source.slice(done), holes};
}
