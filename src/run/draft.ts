import {allPassed} from '../flow-tests/result.js';
import {commentKey, targetOf} from '../job/identity.js';
import type {Job} from '../job/job.js';
import type {RunRecord} from '../job/record.js';
import {hasChanges} from '../plan/plan.js';
import type {Header} from '../report/header.js';
import type {Report} from '../report/report.js';
import {MAC_PLACEHOLDER} from '../report/signature.js';
import type {Scrub} from '../secrets/scrub.js';
import type {CommentDraft} from './comment.js';

/** What a comment, or a drift issue, would say of a run. */
export function draftOf(job: Job, record: RunRecord, report: Report, scrub: Scrub): CommentDraft {
  return {
    worthCreating: isWorthAComment(record),
    replaces: ({state}) =>
      state !== 'applied' || (record.outcomes ?? []).length > 0 || record.failure !== null,
    body: (shown) => report.comment({header: header(job, record, shown, scrub)}),
    minimalBody: (shown) => report.minimalComment({header: header(job, record, shown, scrub)})
  };
}

/** There is something to say when the registry or the checks would change, or something was found or went wrong. */
function isWorthAComment({plan, checked, tests, weakened, failure}: RunRecord): boolean {
  if (weakened.length > 0) return true;
  const findings = checked.findings.some((finding) => finding.severity !== 'info');
  const failedTests = tests !== null && !allPassed(tests);
  return findings || failedTests || failure !== null || (plan !== null && hasChanges(plan));
}

/** An apply keeps what the reviewers saw: a second run of it is held against that too, not against itself. */
function header(
  {command, inputs, refs, run}: Job,
  {plan, failure}: RunRecord,
  shown: Header | null,
  scrub: Scrub
): Header {
  const own = {
    version: 1 as const,
    key: commentKey(inputs),
    target: targetOf(inputs),
    headSha: refs.headSha,
    run: run.id,
    ...(inputs.planKey === '' ? {} : {mac: MAC_PLACEHOLDER})
  };
  if (command === 'apply') {
    const state = failure === null ? 'applied' : 'open';
    const {headSha = refs.headSha, planHash = null, bundles = null} = shown ?? {};
    return {...own, headSha, state, planHash, bundles};
  }
  const bundles = (plan?.steps ?? []).map(({integration, name, desiredHash, liveHash}) => ({
    integration,
    name: scrub(name),
    desiredHash,
    liveHash
  }));
  return {...own, state: 'open', planHash: plan?.hash ?? null, bundles};
}
