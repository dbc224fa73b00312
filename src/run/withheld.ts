import {createMatcher} from '../bundle/patterns.js';
import {UserError, messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Job} from '../job/job.js';
import type {Notice} from '../job/notice.js';
import {declaredBefore} from '../plan/declared-at.js';
import type {Step} from '../plan/types.js';
import type {Checked} from '../rules/engine.js';
import {listOf, plural} from '../words.js';
import {short} from './checkout.js';

/** Integrations of which a plan shows nothing that is registered. */
export interface Withheld {
  readonly integrations: ReadonlySet<string>;
  /** Why, as the middle of a sentence. */
  readonly why: string;
}

const NONE: Withheld = {integrations: new Set(), why: ''};

/** Events that only people with write access to the repository start. */
const TRUSTED = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/**
 * The integrations whose registered content a plan in a public repository keeps to itself: whoever opens a pull
 * request may declare a bundle of any integration, and everybody reads the plan. The content of those that the base
 * commit declares, or that the `integrations` input names, is the repository's own.
 *
 * @param blobs the blob SHA-1 of each bundle file as it is now, by path
 */
export async function withheldFrom(
  job: Job,
  {declared}: Checked,
  blobs: ReadonlyMap<string, string>
): Promise<Withheld> {
  const {command, inputs, event, refs} = job;
  if (command !== 'plan' || inputs.integrations !== null || TRUSTED.has(event.name)) return NONE;
  if (!isPublic(job)) return NONE;
  const all = new Set(declared.map(({integration}) => integration));
  if (refs.beforeSha === null) return {integrations: all, why: 'the event names no base commit'};
  try {
    const own = await integrationsAt(job, refs.beforeSha, declared, blobs);
    if (own === null)
      return {integrations: all, why: `the base commit ${short(refs.beforeSha)} cannot be read`};
    const others = [...all].filter((integration) => !own.has(integration));
    return {
      integrations: new Set(others),
      why: `the base commit ${short(refs.beforeSha)} declares no bundle of ${plural(others.length, 'it', 'them')}`
    };
  } catch (error) {
    if (!(error instanceof GitHubError) && !(error instanceof UserError)) throw error;
    return {integrations: all, why: `the base commit cannot be read (${messageOf(error)})`};
  }
}

function isPublic({event}: Job): boolean {
  const {visibility, private: isPrivate} = event.payload.repository ?? {};
  return visibility === undefined ? isPrivate === false : visibility === 'public';
}

/** The integrations that a commit declares; null when it cannot be read. */
async function integrationsAt(
  {inputs, ports}: Job,
  sha: string,
  declared: Checked['declared'],
  blobs: ReadonlyMap<string, string>
): Promise<ReadonlySet<string> | null> {
  const {history} = ports;
  if (history === null) return null;
  const matcher = createMatcher(inputs.bundles);
  const changed = await declaredBefore(history, {commitSha: sha, matcher, values: inputs, current: blobs});
  const tree = await history.tree(sha, (folder) => matcher.mayHold(folder));
  if (changed === null || tree === null) return null;
  const blobAt = new Map(tree.files.map((file) => [file.path, file.sha]));
  const unchanged = declared.filter(({path}) => blobs.has(path) && blobAt.get(path) === blobs.get(path));
  return new Set([...changed.bundles, ...unchanged].map(({integration}) => integration));
}

/** A step of which only what happens is told, and not what is registered. */
export function withoutContent(step: Step): Step {
  if (step.action !== 'update' && step.action !== 'delete') return step;
  const jobSpecs = {install: [], uninstall: []};
  return {...step, registered: null, resources: [], jobSpecs, withheld: true};
}

/** Says once whose content is not shown, and how it is. */
export function withheldNotice({why}: Withheld, steps: readonly Step[]): readonly Notice[] {
  const names = [...new Set(steps.filter(({withheld}) => withheld).map(({integration}) => integration))];
  if (names.length === 0) return [];
  const text =
    `Content not shown: what is registered in ${listOf(names, 'and')}. This repository is public, and ${why}. ` +
    `To show it, name ${plural(names.length, 'the integration', 'the integrations')} in the integrations input.`;
  return [{level: 'notice', text}];
}
