import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import {isForThisStep, ownLogin} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {RunRecord} from '../job/record.js';
import type {GitHub, Issue} from '../ports.js';
import {readHeader, sameSubstance} from '../report/header.js';
import {plain} from '../visible.js';
import {isChangedInAccount} from './drift.js';

/** The label by which the issue is found, and people may find it. */
const LABEL = 'zis-drift';

/**
 * Keeps one issue for each target and comment-key: opened when something was changed in the account, updated
 * while it is, closed when it no longer is. What is only not applied yet opens none. Never throws for what GitHub answers; one warning says what is missing.
 *
 * @param body the report with its hidden header, as a comment would have it
 */
export async function keepDriftIssue(
  job: Job,
  {drift, failure}: Pick<RunRecord, 'drift' | 'failure'>,
  body: () => string
): Promise<void> {
  const {github, log} = job.ports;
  if (failure !== null && failure.reason !== 'drift') return;
  if (github === null) {
    log.warning(plain`No drift issue is kept: there is no github-token.`);
    return;
  }
  try {
    const existing = await findOwnIssue(job, github);
    if (!isChangedInAccount(drift)) {
      if (existing !== null) await github.updateIssue(existing.number, {body: body(), state: 'closed'});
    } else if (existing === null) {
      const {number} = await github.createIssue({title: titleOf(job), body: body(), labels: [LABEL]});
      log.info(plain`The drift is reported in issue #${number}.`);
    } else if (!sameSubstance(existing.body, body())) {
      await github.updateIssue(existing.number, {body: body()});
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const remedy = error.kind === 'permission' ? ' Give the job the permission `issues: write`.' : '';
    log.warning(
      plain`The drift issue was not written: ${messageOf(error)}.${remedy} The job summary has the report.`
    );
  }
}

async function findOwnIssue(job: Job, github: GitHub): Promise<Issue | null> {
  const [issues, login] = await Promise.all([github.openIssues(LABEL), ownLogin(github)]);
  const isOurs = ({author, body}: Issue): boolean => {
    const header = readHeader(body);
    return author?.login === login && header !== null && isForThisStep(job, header);
  };
  return issues.find(isOurs) ?? null;
}

function titleOf({inputs}: Job): string {
  const account = inputs.target === null ? '' : inputs.target.subdomain || inputs.target.registryUrl;
  return `ZIS drift in ${account}`;
}
