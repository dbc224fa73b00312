import type {Step} from '../../plan/types.js';
import {hasChanges} from '../../report/flow-diff.js';
import {flowLines} from '../../report/flow-text.js';
import type {PropertyChange} from '../../report/json-diff.js';
import {redactBundlePair} from '../../report/redact.js';
import {diffBundles, type ResourceDiff} from '../../report/semantic-diff.js';
import {shownProperty} from '../../report/shown-property.js';
import {unifiedDiff} from '../../report/unified-diff.js';
import {paint, plain, shorten, visible, type Line, type Painted} from '../../visible.js';
import type {Look, Paint, Style} from './style.js';
import {wrap} from './wrap.js';
import {counted} from '../../words.js';

/** How much of an old or new value stands in a line; the unified diff has more. */
const VALUE_LENGTH = 60;

/** What changes in one bundle: in words, state by state, then as a unified diff. */
export function changesText(step: Step, secrets: readonly string[], look: Look): Painted[] {
  const {registered, declared} = redactBundlePair(step.registered, step.declared, secrets);
  const diff = diffBundles(registered, declared);
  return [
    ...diff.properties.flatMap((change) => propertyLines(change, '  ', look)),
    ...diff.resources.flatMap((resource) => resourceLines(resource, look)),
    ...step.jobSpecs.uninstall.map((name) => look.style.red(`  - uninstall ${name}`)),
    ...step.jobSpecs.install.map((name) => look.style.green(`  + install ${name}`)),
    ...diffLines(unifiedDiff(registered, declared).lines, registered !== null && declared !== null, look)
  ];
}

/** A bundle that comes or goes as a whole is the file or the registered one: its first lines are enough. */
const MOST_ONE_SIDED = 12;

function diffLines(lines: readonly string[], isComparison: boolean, {style, width}: Look): Painted[] {
  const shown = isComparison ? lines : lines.slice(0, MOST_ONE_SIDED);
  const hidden = lines.length - shown.length;
  const more = hidden === 0 ? [] : [style.dim(`  … ${counted(hidden, 'more line')}`)];
  return [...shown.map((line) => paint`  ${painted(shorten(visible(line), width - 2), style)}`), ...more];
}

const SIGNS = {added: '+', removed: '-', changed: '~', renamed: '~', moved: '~'} as const;

const KINDS: Readonly<Record<string, string>> = {
  'ZIS::Flow': 'flow',
  'ZIS::JobSpec': 'job spec',
  'ZIS::Action::Http': 'action'
};

function resourceLines(resource: ResourceDiff, look: Look): Painted[] {
  const {change, key, was, type, gist, properties, flow} = resource;
  const kind = KINDS[type] ?? `resource of type ${type}`;
  const before = was === null ? '' : ` (was ${was})`;
  const about = gist === '' || change === 'changed' ? '' : `: ${gist}`;
  const head = wrap(`${SIGNS[change]} ${change} ${kind} ${key}${before}${about}`, look.width, '  ');
  const isOnBothSides = change === 'changed' || change === 'renamed';
  return [
    ...head.map((line) => painted(line, look.style)),
    ...properties.flatMap((property) => propertyLines(property, '      ', look)),
    ...(flow !== null && isOnBothSides && hasChanges(flow)
      ? [
          ...flow.properties.flatMap((property) => propertyLines(property, '      ', look)),
          ...flowLines(flow).flatMap((line) => flowLine(line, look))
        ]
      : [])
  ];
}

/** A line of a flow in text is a state with all its transitions, one after the other. */
function flowLine(line: string, {style, width}: Look): Painted[] {
  const [first = plain``, ...others] = wrap(line, width - 4);
  const inColour = paintFor(line.charAt(0), style);
  return [paint`    ${inColour(first)}`, ...others.map((rest) => paint`      ${inColour(rest)}`)];
}

function propertyLines(change: PropertyChange, indent: string, {width}: Look): Line[] {
  const {place, old, now} = shownProperty(change, VALUE_LENGTH);
  const words = {
    added: `${place}: ${now}`,
    removed: `${place}: ${old}`,
    changed: `${place}: ${old} → ${now}`,
    moved: `${place}: moved from another place in the list`
  };
  return wrap(`${SIGNS[change.change]} ${words[change.change]}`, width, indent);
}

function painted(line: Line, style: Style): Painted {
  return paintFor(line.trimStart().charAt(0), style)(line);
}

function paintFor(sign: string, {green, red, yellow, cyan}: Style): Paint {
  switch (sign) {
    case '+':
      return green;
    case '-':
      return red;
    case '~':
    case '!':
      return yellow;
    case '@':
      return cyan;
    default:
      return visible;
  }
}
