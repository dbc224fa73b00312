import type {JsonObject} from '../bundle/json-types.js';
import type {Step} from '../plan/types.js';
import {changedParts} from './changed-parts.js';
import {
  code,
  codeElement,
  DETAILS_TAIL,
  detailsHead,
  fence,
  fenceLines,
  inline,
  join,
  gfm,
  type Markdown
} from './escape.js';
import {hasChanges} from './flow-diff.js';
import {flowLines} from './flow-text.js';
import {countPhrase} from './headline.js';
import {fenced, IMPORTANCE, leaf, moreOf, wholeOf} from './layout-parts.js';
import type {Cuttable, Group, Leaf, Section} from './layout.js';
import {diagramOf} from './mermaid.js';
import {once} from './once.js';
import {redactBundlePair, type RedactedPair} from './redact.js';
import {changeOf} from './sections.js';
import {diffBundles, type ResourceDiff} from './semantic-diff.js';
import {semanticLines} from './semantic-markdown.js';
import type {Explanation} from './types.js';
import {prettyJson, unifiedDiff} from './unified-diff.js';
import {plural} from '../words.js';

/** No single bundle may fill more of a report than this. */
const SHARE = 0.5;

/**
 * Everything about one changed bundle, collapsed: what changes in words, a picture and a text of each changed
 * flow, and the unified diff. Each part is built only when the report has room for it.
 *
 * @param isRisky whether the title carries a warning sign
 * @param secrets the credentials of this run
 */
export function bundleSection(step: Step, isRisky: boolean, secrets: readonly string[]): Group {
  const sign = isRisky ? gfm`⚠️ ` : gfm``;
  return {
    kind: 'group',
    head: detailsHead(
      gfm`${sign}${changeOf(step)} ${codeElement(step.name)} in ${codeElement(step.integration)}`
    ),
    tail: DETAILS_TAIL,
    sections: sectionsOf(step, secrets)
  };
}

function sectionsOf(step: Step, secrets: readonly string[]): Section[] {
  if (step.withheld === true) return [changesLeaf(() => [CONTENT_WITHHELD])];
  return step.action === 'unchanged' ? [changesLeaf(() => jobSpecLines(step))] : contents(step, secrets);
}

const CONTENT_WITHHELD = gfm`- Content not shown: see the note above.`;

/**
 * Redacted copies are made where they are needed and not kept: they may be as large as the bundles, and there may
 * be many of them.
 */
function contents(step: Step, secrets: readonly string[]): Section[] {
  const parts = changedParts(step);
  const sides = () => redactBundlePair(parts.registered, parts.declared, secrets);
  const diff = once(() => {
    const {registered, declared} = sides();
    return diffBundles(registered, declared);
  });
  const unified = () => diffText(sides(), gfm`Registered → declared`);
  return [
    changesLeaf(() => [...semanticLines(diff()), ...jobSpecLines(step)]),
    ...changedFlows(step).flatMap((key) =>
      flowSections(() => diff().resources.find((resource) => resource.key === key))
    ),
    {
      kind: 'group',
      head: detailsHead(gfm`Unified diff`),
      tail: DETAILS_TAIL,
      sections: [leaf(IMPORTANCE.diff, 'unified diff', unified, {share: SHARE, least: 200})]
    }
  ];
}

/**
 * Two contents of a bundle whose difference explains something, as a unified diff under its title. Where there
 * is only one of them, it is shown whole and not as a change: the other one may just not be known.
 */
export function explanationSection({title, before, after}: Explanation, secrets: readonly string[]): Group {
  const build = () => {
    const sides = redactBundlePair(before, after, secrets);
    if (sides.registered !== null && sides.declared !== null) return diffText(sides, gfm`Before → after`);
    if (sides.declared !== null)
      return wholeSide(gfm`${UNKNOWN_BEFORE} What is there after:`, sides.declared);
    if (sides.registered !== null)
      return wholeSide(gfm`${NOTHING_AFTER} What was there before:`, sides.registered);
    return wholeOf(gfm`${UNKNOWN_BEFORE} ${NOTHING_AFTER}`);
  };
  return {
    kind: 'group',
    head: detailsHead(inline(title)),
    tail: DETAILS_TAIL,
    sections: [leaf(IMPORTANCE.explanation, 'explanation', build, {share: SHARE / 2, least: 200})]
  };
}

const UNKNOWN_BEFORE = gfm`What was there before is not known: there was no such bundle, or its content cannot be found any more.`;
const NOTHING_AFTER = gfm`After, there is no such bundle.`;

/** The keys of the flows that a step adds or changes; a deleted flow needs no picture. */
function changedFlows({resources}: Step): string[] {
  return resources
    .filter(({type, change}) => type === 'ZIS::Flow' && change !== 'removed')
    .map(({key}) => key);
}

function flowSections(find: () => ResourceDiff | undefined): Section[] {
  const flow = () => {
    const found = find()?.flow ?? null;
    return found !== null && found.states.length > 0 && hasChanges(found) ? found : null;
  };
  const picture = (): Cuttable | null => {
    const [shown, name] = [flow(), code(find()?.key ?? '')];
    const diagram = shown === null ? null : diagramOf(shown);
    return diagram === null ? null : wholeOf(gfm`Flow ${name}:\n\n${fence(diagram, 'mermaid')}`);
  };
  const text = (): Cuttable | null => {
    const shown = flow();
    return shown === null ? null : fenced(fenceLines(flowLines(shown), 'diff'));
  };
  return [
    leaf(IMPORTANCE.picture, 'picture', picture, {share: SHARE, least: 600}),
    {
      kind: 'group',
      head: detailsHead(
        gfm`The flow in text (<code>+</code> added, <code>-</code> removed, <code>!</code> changed)`
      ),
      tail: DETAILS_TAIL,
      sections: [leaf(IMPORTANCE.flowText, 'flow in text', text, {share: SHARE / 4, least: 200})]
    }
  ];
}

function changesLeaf(lines: () => readonly Markdown[]): Leaf {
  const build = () => {
    const items = lines();
    return items.length === 0 ? null : {head: gfm``, items, tail: gfm``, more: moreOf};
  };
  return leaf(IMPORTANCE.changes, 'list of changes', build, {share: SHARE / 2});
}

function jobSpecLines({jobSpecs}: Step): Markdown[] {
  const names = (all: readonly string[]) => all.map((name) => code(name));
  const line = (verb: Markdown, all: readonly string[]) =>
    all.length === 0
      ? []
      : [gfm`- ${verb} ${inline(plural(all.length, 'job spec'))} ${join(names(all), ', ')}`];
  return [...line(gfm`**uninstall**`, jobSpecs.uninstall), ...line(gfm`**install**`, jobSpecs.install)];
}

function diffText({registered, declared}: RedactedPair, sides: Markdown): Cuttable | null {
  const {lines, added, removed, inParts} = unifiedDiff(registered, declared);
  const content = fenced(fenceLines(lines, 'diff'));
  if (content === null) return null;
  const parts = inParts
    ? gfm` The two versions are too different to be compared as a whole: each resource is compared by itself.`
    : gfm``;
  const title = gfm`${sides}: ${lineCount(added)} added, ${lineCount(removed)} removed.${parts}`;
  return {...content, head: gfm`${title}\n\n${content.head}`};
}

function lineCount(lines: number): Markdown {
  return lines === 0 ? gfm`no line` : countPhrase(lines, 'line');
}

function wholeSide(title: Markdown, content: JsonObject): Cuttable | null {
  const lines = fenced(fenceLines(prettyJson(content).split('\n'), 'text'));
  return lines === null ? null : {...lines, head: gfm`${title}\n\n${lines.head}`};
}
