import type {Step} from '../plan/types.js';
import type {Cuttable, Group, Section} from './budget.js';
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
import {flowLines} from './flow-text.js';
import {hasChanges} from './flow-diff.js';
import type {Explanation} from './types.js';
import {fenced, IMPORTANCE, leaf, moreOf, wholeOf} from './leaf.js';
import {diagramOf} from './mermaid.js';
import {redactBundlePair} from './redact.js';
import {diffBundles, type ResourceDiff} from './semantic-diff.js';
import {semanticLines} from './semantic-markdown.js';
import {unifiedDiff} from './unified-diff.js';

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
  const sides = once(() => redactBundlePair(step.live, step.desired, secrets));
  const diff = once(() => diffBundles(sides().live, sides().desired));
  const sign = isRisky ? gfm`⚠️ ` : gfm``;
  return {
    kind: 'group',
    head: detailsHead(
      gfm`${sign}${inline(step.action)} ${codeElement(step.name)} in ${codeElement(step.integration)}`
    ),
    tail: DETAILS_TAIL,
    sections: [
      leaf(
        IMPORTANCE.changes,
        'list of changes',
        () => changes([...semanticLines(diff()), ...jobSpecLines(step)]),
        {
          share: SHARE / 2
        }
      ),
      ...changedFlows(step).flatMap((key) =>
        flowSections(() => diff().resources.find((resource) => resource.key === key))
      ),
      {
        kind: 'group',
        head: detailsHead(gfm`Unified diff`),
        tail: DETAILS_TAIL,
        sections: [
          leaf(
            IMPORTANCE.diff,
            'unified diff',
            () => diffText(sides().live, sides().desired, gfm`Registered → declared`),
            {
              share: SHARE,
              least: 200
            }
          )
        ]
      }
    ]
  };
}

/** Two contents of a bundle whose difference explains something, as a unified diff under its title. */
export function explanationSection({title, before, after}: Explanation, secrets: readonly string[]): Group {
  const build = () => {
    const sides = redactBundlePair(before, after, secrets);
    return diffText(sides.live, sides.desired, gfm`Before → after`);
  };
  return {
    kind: 'group',
    head: detailsHead(inline(title)),
    tail: DETAILS_TAIL,
    sections: [leaf(IMPORTANCE.explanation, 'explanation', build, {share: SHARE / 2, least: 200})]
  };
}

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

function changes(lines: readonly Markdown[]): Cuttable | null {
  return lines.length === 0 ? null : {head: gfm``, items: lines, tail: gfm``, more: moreOf};
}

function jobSpecLines({jobSpecs}: Step): Markdown[] {
  const names = (all: readonly string[]) => all.map((name) => code(name));
  const line = (verb: Markdown, all: readonly string[]) =>
    all.length === 0 ? [] : [gfm`- ${verb}: ${join(names(all), ', ')}`];
  return [
    ...line(gfm`job specs to uninstall`, jobSpecs.uninstall),
    ...line(gfm`job specs to install`, jobSpecs.install)
  ];
}

function diffText(live: Step['live'], desired: Step['desired'], sides: Markdown): Cuttable | null {
  const {lines, added, removed, inParts} = unifiedDiff(live, desired);
  const content = fenced(fenceLines(lines, 'diff'));
  if (content === null) return null;
  const parts = inParts
    ? gfm` The two versions are too different to be compared as a whole: each resource is compared by itself.`
    : gfm``;
  const title = gfm`${sides}: ${added} lines added, ${removed} removed.${parts}`;
  return {...content, head: gfm`${title}\n\n${content.head}`};
}

function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | null = null;
  return () => (made ??= {value: make()}).value;
}
