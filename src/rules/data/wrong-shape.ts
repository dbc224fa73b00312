import {parsePath, type PathSegment, type ReferencePath} from '../../flow/path.js';
import type {State} from '../../flow/states.js';
import {textOf} from '../../flow/template.js';
import {didYouMean, quote, withArticle} from '../../words.js';
import {dataIn} from '../analysis/data-reads.js';
import {literalAt, writtenIn, type Writers, type Written} from '../analysis/data-writers.js';
import {jqReadsOf} from '../analysis/jq-reads.js';
import {spanWithin} from '../analysis/spans.js';
import {placeOfRead} from '../analysis/values.js';
import type {BundleRule, Report} from '../rule.js';

export const wrongShape: BundleRule = {
  id: 'data/wrong-shape',
  scope: 'bundle',
  severity: 'warning',
  summary: 'A path leads to what the state that wrote the data has put there.',
  why: 'LoadConfig gives `{"config": …}`, a literal Result only what is written in it, and a text has no members: a path that leads elsewhere finds nothing.',
  bad: '{"Type": "Wait", "SecondsPath": "$.settings.delay"}, where LoadConfig has written $.settings',
  good: '{"Type": "Wait", "SecondsPath": "$.settings.config.delay"}',
  source: 'ZIS built-in actions (LoadConfig); Pass state, Result; jq manual, object identifier-index',
  check(bundle, report) {
    for (const {scope, reads, doubtful} of dataIn(bundle)) {
      const written = writtenIn(scope);
      if (written.size === 0) continue;
      // What may not be there at all is another rule's.
      const unsure = new Set(
        doubtful
          .filter(({root}) => written.has(root))
          .map(({site, root}) => `${site.state?.index ?? ''} ${root}`)
      );
      const isSure = (state: State, root: unknown): boolean => !unsure.has(`${state.index} ${String(root)}`);
      for (const read of reads) {
        if (read.site.state === null || !written.has(read.root) || !isSure(read.site.state, read.root))
          continue;
        const fault = faultOf(read.path, read.text, written, read.site.jq ? '' : '$');
        if (fault !== null) report(placeOfRead(read), ...fault);
      }
      for (const state of scope.ordered) {
        if (state.type !== 'Map' && state.type !== 'Action') continue;
        const there: Lookup = (root) =>
          written.has(root) && isSure(state, root) ? written.get(root) : undefined;
        checkItems(state, there, report);
        checkProgram(state, there, report);
      }
    }
  }
};

type Lookup = (root: PathSegment | undefined) => Written | undefined;
type Fault = readonly [message: string, hint: string];

/** @param prefix what paths begin with where this one stands: `$`, or nothing in jq */
function faultOf({segments}: ReferencePath, text: string, written: Writers, prefix: string): Fault | null {
  const [root, ...rest] = segments;
  const by = rest.length === 0 ? undefined : written.get(root);
  if (by === undefined) return null;
  return shapeFault(by, rest, text, `${prefix}.${String(root)}`);
}

function shapeFault(by: Written, rest: readonly PathSegment[], text: string, root: string): Fault | null {
  const name = quote(by.state.name);
  if (by.kind === 'config') {
    if (rest[0] === 'config') return null;
    const message = `LoadConfig (the state ${name}) gives {"config": …}, so that ${quote(text)} finds nothing`;
    return [message, `Did you mean ${quote(`${root}.config${text.slice(root.length)}`)}?`];
  }
  if (by.kind === 'text') {
    return [
      `${quote(text)} looks into a text, which the state ${name} has written`,
      'A text has no members and no items.'
    ];
  }
  const found = literalAt(by.value, rest);
  if (found === null || 'found' in found) return null;
  const known = by.value.properties.names;
  const message = `the Result of the state ${name} has no ${JSON.stringify(found.missing)} for ${quote(text)}`;
  const hint = rest.length === 1 ? didYouMean(String(found.missing), known) : '';
  return [message, hint || 'Add it to the Result, or read what is there.'];
}

/** A Map over what is no list. */
function checkItems(state: State, written: Lookup, report: Report): void {
  const node = state.type === 'Map' ? state.node.properties.get('ItemsPath') : undefined;
  if (typeof node?.value !== 'string' || !node.value.startsWith('$')) return;
  const {segments, fault} = parsePath(node.value);
  const [root, ...rest] = segments;
  const by = fault === null ? written(root) : undefined;
  if (by === undefined) return;
  const type = itemsType(by, rest);
  if (type === null || type === 'array') return;
  report(
    node,
    `${quote(node.value)} is ${withArticle(type)}, which the state ${quote(by.state.name)} has written, and a Map goes through a list`,
    'Give the path of a list, or make one with zis:common:transform:Jq first.'
  );
}

function itemsType(by: Written, rest: readonly PathSegment[]): string | null {
  if (by.kind !== 'literal') return rest.length > 0 ? null : by.kind === 'text' ? 'string' : 'object';
  const found = literalAt(by.value, rest);
  return found !== null && 'found' in found ? found.found.type : null;
}

/** What a jq program reads from data of which it is known what it is. */
function checkProgram(state: State, written: Lookup, report: Report): void {
  const jq = jqReadsOf(state);
  const [root, ...rest] = jq === null ? [] : parsePath(jq.base).segments;
  const by = written(root);
  if (jq === null || by === undefined || rest.length > 0) return;
  const program = textOf(jq.node);
  const [, item] = /^\s*(\.(?:\[(?![^\]]{0,99}:)|[A-Za-z_]\w*))(?![^|]{0,999}\?)/.exec(program) ?? [];
  if (by.kind === 'text') {
    if (item === undefined) return;
    const at = program.indexOf('.');
    report(
      spanWithin(jq.node, at, at + item.length),
      `this program looks into a text, which the state ${quote(by.state.name)} has written`,
      'Read the text as a whole with `.`, or take it apart with `split`.'
    );
    return;
  }
  for (const {text, offset} of jq.reads()) {
    const fault = shapeFault(by, parsePath(`$${text}`).segments, text, '');
    if (fault !== null) report(spanWithin(jq.node, offset, offset + text.length), ...fault);
  }
}
