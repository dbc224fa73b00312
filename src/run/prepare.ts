import {fixedPrefixes} from '../bundle/patterns.js';
import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Inputs} from '../inputs/inputs.js';
import {appliedCommit} from '../job/applied-commit.js';
import {commandFor, isMerge, refsOf, type Event, type Refs} from '../job/command.js';
import type {Job, Ports} from '../job/job.js';
import {rootedHistory} from '../job/rooted-history.js';
import {plain} from '../visible.js';

/** Where a run's pages are. */
export interface RunPlace {
  /** The repository's page; empty when unknown. */
  readonly repositoryUrl: string;
  /** The workflow run's page; empty when unknown. */
  readonly url: string;
  /** Names run and attempt, such as `1234567/2`. */
  readonly id: string;
}

/**
 * What a run works on: the event's command and commits, the bundle files, and the commit that is checked out,
 * which is what they declare.
 */
export async function prepare(inputs: Inputs, event: Event, place: RunPlace, ports: Ports): Promise<Job> {
  const command = commandFor(event, inputs.command, inputs.deployBranch);
  const refs = await refsWithComment(event, ports);
  const files = command === 'close' ? [] : await ports.files.find(inputs.bundles);
  const folders = files.length > 0 ? files.map(({path}) => folderOf(path)) : fixedPrefixes(inputs.bundles);
  const checkouts = command === 'close' ? [] : await ports.files.checkouts([...new Set(folders)]);
  const commit = appliedCommit(checkouts, {
    assumed: assumedCommit(event, refs),
    repository: event.repository
  });
  if (commit.source === 'event' && command !== 'close' && commit.sha !== '') {
    ports.log.info(
      plain`There is no git checkout (.git): the commit ${commit.sha} is taken to be checked out.`
    );
  }
  // A pull request is talked about by its head, everything else by what is checked out.
  const headSha = refs.pullRequest === null && commit.sha !== '' ? commit.sha : refs.headSha;
  const commitUrl =
    headSha === '' || place.repositoryUrl === '' ? '' : `${place.repositoryUrl}/commit/${headSha}`;
  return {
    command,
    inputs,
    event,
    refs: {...refs, headSha},
    files,
    commit,
    run: {headSha, commitUrl, url: place.url, id: place.id},
    ports: {...ports, history: ports.history === null ? null : rootedHistory(ports.history, commit.root)}
  };
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** What is taken to be checked out where there is no git: what actions/checkout would have taken. */
function assumedCommit(event: Event, {pullRequest, headSha}: Refs): string {
  if (isMerge(event)) return event.payload.pull_request?.merge_commit_sha ?? event.sha;
  return pullRequest === null || event.name === 'pull_request' ? event.sha : headSha;
}

/** A comment's event names its pull request, and not the commits: those are GitHub's to say. */
async function refsWithComment(event: Event, {github, log}: Ports): Promise<Refs> {
  const refs = refsOf(event);
  const {issue} = event.payload;
  if (issue?.pull_request === undefined || issue.number === undefined) return refs;
  if (github === null) {
    log.warning(
      plain`Without a github-token it is not known which commit pull request #${issue.number} has.`
    );
    return {...refs, headSha: '', beforeSha: null, pullRequest: issue.number};
  }
  try {
    const {headSha, baseSha} = await github.pullRequest(issue.number);
    return {headSha, beforeSha: baseSha, pullRequest: issue.number};
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning(plain`Which commit pull request #${issue.number} has is not known: ${messageOf(error)}.`);
    return {headSha: '', beforeSha: null, pullRequest: issue.number};
  }
}
