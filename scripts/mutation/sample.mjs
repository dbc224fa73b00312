/** The tests that are to notice a mutant of a room. */
export const TESTS = {
  records: ['__tests__/run/', '__tests__/plan/deployed', '__tests__/plan/record.test'],
  apply: ['__tests__/apply'],
  plan: ['__tests__/plan', '__tests__/run'],
  registry: ['__tests__/registry'],
  review: [
    '__tests__/run/review',
    '__tests__/run/github-fails',
    '__tests__/plan/deviations',
    '__tests__/plan/recorded'
  ],
  comment: [
    '__tests__/run/comment',
    '__tests__/run/review',
    '__tests__/report/header',
    '__tests__/report/signature'
  ],
  run: ['__tests__/run']
};

const of = (room, file) => (what, find, replace) => ({room, file, what, find, replace});
const plan = of('plan', 'plan/plan.ts');
const jobSpecs = of('plan', 'plan/job-specs.ts');
const registered = of('plan', 'plan/registered.ts');
const backup = of('plan', 'plan/backup.ts');
const declaredAt = of('plan', 'plan/declared-at.ts');
const recorded = of('review', 'plan/recorded.ts');
const deviations = of('review', 'plan/deviations.ts');
const drift = of('plan', 'plan/drift.ts');
const apply = of('apply', 'apply/apply.ts');
const applyBundles = of('apply', 'apply/bundles.ts');
const applyJobSpecs = of('apply', 'apply/job-specs.ts');
const uploads = of('apply', 'apply/uploads.ts');
const lag = of('apply', 'apply/lag.ts');
const ledger = of('apply', 'apply/ledger.ts');
const pages = of('registry', 'registry/pages.ts');
const sender = of('registry', 'registry/sender.ts');
const bundles = of('registry', 'registry/bundles.ts');
const registryJobSpecs = of('registry', 'registry/job-specs.ts');
const failures = of('registry', 'registry/failures.ts');
const review = of('review', 'run/review.ts');
const shown = of('review', 'run/shown-plans.ts');
const comment = of('comment', 'run/comment.ts');
const signature = of('comment', 'report/signature.ts');
const header = of('comment', 'report/header.ts');
const draft = of('comment', 'run/draft.ts');
const records = of('records', 'run/records.ts');
const candidates = of('records', 'run/candidates.ts');
const deployed = of('records', 'plan/deployed.ts');
const driftIssue = of('run', 'run/drift-issue.ts');

/** Hand-made faults, each one a mistake that somebody could make: a text that stands once in its file, and another. */
export const MUTANTS = [
  plan(
    'job specs left out of the plan hash',
    'jobSpecs: {install: [...jobSpecs.install], uninstall: [...jobSpecs.uninstall]}\n',
    '\n'
  ),
  plan(
    'the target left out of the plan hash',
    'registryUrl: target.registryUrl, subdomain: target.subdomain}',
    "registryUrl: '', subdomain: ''}"
  ),
  plan(
    'registered bundles that are declared are planned for deletion, too',
    '!names.has(idKey(bundle))).map(',
    'true).map('
  ),
  plan(
    'job specs to uninstall are no change',
    'jobSpecs.install.length + jobSpecs.uninstall.length > 0',
    'jobSpecs.install.length > 0'
  ),
  plan('an added resource counts as changed', "was === undefined ? 'added'", "was === undefined ? 'changed'"),
  plan('equal resources count as changed', 'if (sameJson(was, is)) continue;', ''),
  jobSpecs(
    'what a deleted bundle had stays installed',
    'return {install: [], uninstall};',
    'return NOTHING;'
  ),
  jobSpecs(
    'a job spec that another bundle declares is uninstalled',
    '!declared.has(name) && (list === null',
    '(list === null'
  ),
  jobSpecs(
    'earlier declarations are forgotten',
    'const had = [step.registered, ...before]',
    'const had = [step.registered]'
  ),
  jobSpecs(
    'keep installs what was not installed',
    "mode === 'install' || list === null ? has",
    "mode !== 'ignore' || list === null ? has"
  ),
  jobSpecs(
    'an unchanged bundle is not repaired',
    "install: has.filter((name) => !installed.has(name) && (mode === 'install' || isKept(name)))",
    'install: []'
  ),
  jobSpecs('stale job specs are not named', 'if (stale.length === 0) return [];', 'return [];'),
  jobSpecs(
    'without the list an unchanged bundle is installed each time',
    'if (list === null) return NOTHING;',
    ''
  ),
  registered(
    'two bundles of one name are taken for one',
    'if (other !== undefined && other.uuid !== bundle.uuid) {',
    'if (false) {'
  ),
  registered(
    'a bundle that is listed twice is ambiguous',
    'return [...new Map(listed.map((bundle) => [bundle.uuid, bundle])).values()];',
    'return [...listed];'
  ),
  registered(
    'never deletes what was removed',
    "deletes === 'removed' ? (input.declaredBefore ?? []) : []",
    '(input.declaredBefore ?? [])'
  ),
  registered(
    'unknown integrations are not said',
    '(integration) => lists[integrations.indexOf(integration)] === null',
    '() => false'
  ),
  backup(
    'deleted bundles are not saved',
    "action === 'update' || action === 'delete'",
    "action === 'update'"
  ),
  declaredAt('files that are the same are read again', ' && current.get(path) !== sha', ''),
  declaredAt('files outside of the patterns count', 'matcher.matches(path) && ', ''),
  declaredAt(
    'a link out of the repository is followed',
    "if (part === '..' && parts.pop() === undefined) return null;",
    "if (part === '..') parts.pop();"
  ),
  drift(
    'a bundle that somebody changed is only pending',
    "author === 'others' || step.action === 'unchanged'",
    "step.action === 'unchanged'"
  ),
  drift(
    'a job spec that somebody uninstalled is only pending',
    "author === 'others' || step.action === 'unchanged'",
    "author === 'others'"
  ),
  recorded(
    'only the newest record counts',
    "if (recorded === liveHash) return 'us';",
    "return recorded === liveHash ? 'us' : 'others';"
  ),
  recorded(
    'no record at all speaks against somebody',
    'let isUnknown = applies.length === 0;',
    'let isUnknown = false;'
  ),
  recorded('an absent bundle is never ours', '?.desiredHash ?? null;', "?.desiredHash ?? 'none';"),

  deviations(
    'a live change of a bundle that is to be deleted is ignored',
    "action !== 'unchanged'",
    "action !== 'unchanged' && action !== 'delete'"
  ),
  deviations(
    'a deletion that nobody saw passes',
    'bundle.desiredHash === step.desiredHash;',
    'step.desiredHash === null || bundle.desiredHash === step.desiredHash;'
  ),
  deviations(
    'the registered side is not compared',
    'if (asDeclared.some(({bundle}) => bundle.liveHash === step.liveHash)) continue;',
    'if (asDeclared.length > 0) continue;'
  ),
  deviations('what we changed ourselves is a live change', " && authorOf(step) !== 'us'", ''),
  deviations(
    'only the first comment is read',
    'const candidates = shown.flatMap(',
    'const candidates = shown.slice(0, 1).flatMap('
  ),
  deviations(
    'a bundle of another integration is taken',
    'idKey(each) === idKey(step)',
    'each.name === step.name'
  ),
  review(
    'GitHub that fails passes require-plan',
    "  const why = [...unreadable, ...missing].join('; ');\n  if (inputs.requirePlan) return {failure: planMissing(why)};",
    "  const why = [...unreadable, ...missing].join('; ');"
  ),
  review(
    'no plan passes require-plan',
    "  const why = missing.join('; ');\n  if (inputs.requirePlan) return {failure: planMissing(why)};",
    "  const why = missing.join('; ');"
  ),
  review(
    'a changed plan passes require-plan',
    'if (inputs.requirePlan) return {notices, failure: planChanged(message)};',
    ''
  ),
  review(
    'the plan of an older head passes require-plan',
    'job.inputs.requirePlan ? deviationsFrom(plansOfHeads(plans), plan, author) : deviations',
    'deviations'
  ),
  review(
    'on-live-change is not asked',
    "if (inputs.onLiveChange === 'fail') return {failure: liveChanged(message)};",
    ''
  ),
  review(
    'what is overwritten is not said',
    'notices.push(warning(`${capital(message)}. It is overwritten, as on-live-change says.`));',
    ''
  ),
  review(
    'what the record says is not asked where the comment cannot be read',
    "if (inputs.onLiveChange === 'fail') return {notices: warnings, failure: liveChanged(message)};",
    ''
  ),
  review('a comment that cannot be read is not said', 'notices: unreadable.map(unread)', 'notices: []'),
  review(
    'the diff of a changed plan is missing',
    '    ...named.map((deviation) => ({',
    '    ...[].map((deviation: Deviation) => ({'
  ),
  shown(
    'the wrong merged pull request is taken for the review',
    '.sort((a, b) => Number(isMerge(b)) - Number(isMerge(a)))',
    '.sort((a, b) => Number(isMerge(a)) - Number(isMerge(b)))'
  ),
  shown('a pull request that was not merged is a review', 'pullRequest.merged && (branch', '(branch'),
  shown(
    'one that was merged into another branch is a review',
    '(branch === null || pullRequest.baseRef === branch)',
    'true'
  ),
  shown(
    'a comment that is not signed is a plan',
    "this.job.inputs.planKey !== '' && !comment.isSigned",
    'false'
  ),
  shown('a comment without a comparison is a plan', 'comment.header.planHash === null', 'false'),
  shown('an older head is the head', 'const isOfHead = planned === headSha;', 'const isOfHead = true;'),
  shown(
    'only the newest commit is asked',
    'commits.slice(0, MOST_COMMITS).entries()',
    'commits.slice(0, 1).entries()'
  ),
  shown(
    'who we are is guessed',
    'findOwnComment(this.job, github, number, knownLogin)',
    'findOwnComment(this.job, github, number)'
  ),
  comment(
    'comments of others are taken',
    'comment.author?.login === author ? readHeader(comment.body) : null',
    'readHeader(comment.body)'
  ),
  comment('comments of other steps are taken', '!isForThisStep(job, header)', 'false'),
  comment('a forged comment hides the signed one', 'own.find((comment) => comment.isSigned) ??', ''),
  comment(
    'what was not signed is signed when it is closed',
    'existing.isSigned ? signed(job, pullRequest, body) : body',
    'signed(job, pullRequest, body)'
  ),
  comment(
    'an apply signs a plan that was not signed',
    "(inputs.planKey === '' || existing.isSigned) ? existing.header",
    'true ? existing.header'
  ),
  comment(
    'a repeated run writes again',
    'if (isSettled && sameSubstance(existing.body, body)) return existing;',
    ''
  ),
  comment(
    'a comment without a signature stays so',
    "(job.inputs.planKey === '' || existing.isSigned);",
    'true;'
  ),
  comment(
    'an old run overwrites a newer one',
    "if (job.command === 'plan' && !(await isCurrent(job, github, pullRequest))) return existing;",
    ''
  ),
  comment('a second comment is left beside the first', 'await github.deleteComment(created.id);', ''),
  comment(
    'one is created where there is nothing to say',
    "&& !draft.worthCreating && job.inputs.comment === 'changes'",
    '&& false'
  ),
  signature(
    'the head is not signed',
    'scope, headSha, planHash, bundles, visible]',
    'scope, planHash, bundles, visible]'
  ),
  signature('what people see is not signed', 'planHash, bundles, visible]', 'planHash, bundles]'),
  signature(
    'the pull request is not signed',
    "'zis-bundles/plan/1', repository, pullRequest, scope",
    "'zis-bundles/plan/1', repository, scope"
  ),
  signature(
    'an empty key signs',
    "if (planKey === '' || header?.mac === undefined) return false;",
    'if (header?.mac === undefined) return false;'
  ),
  header('an invalid state is read', 'STATES.includes(state)', 'true'),
  header('the run counts as substance', "{...header, run: '', mac: ''}", "{...header, mac: ''}"),
  draft(
    'an apply forgets the plan',
    'bundles = null} = shown ?? {};',
    'bundles = null} = {} as Partial<Header>;'
  ),
  draft('an apply that did nothing replaces what was applied', "state !== 'applied' || ", 'true || '),
  driftIssue('the issue of somebody else is taken', 'author?.login === login && ', ''),
  driftIssue('it is not closed', "state: 'closed'}", '}'),
  driftIssue('it is written each time', 'else if (!sameSubstance(existing.body, body())) {', 'else {'),

  pages('404 on a later page is taken for an absent list', 'cursor === null && (saysAbsent', '(saysAbsent'),
  pages(
    'a cursor that repeats is a loop until the last page',
    "if (cursors.has(next)) throw unexpected('a cursor that it gave before: the list would never end');",
    ''
  ),
  pages(
    'meta.after on the last page is followed',
    'if (more === undefined || more === false) return null;',
    'if (more === undefined) return null;'
  ),
  pages("a firewall's page says that there is no list", ' || (answer.status === 403 && isHtml(answer))', ''),
  pages(
    'any 404 says that there is no list',
    "return optional || readErrorBody(answer).kind === 'api';",
    'return true;'
  ),
  bundles(
    'another bundle is taken for the one asked for',
    'bundle.uuid.toLowerCase() !== uuid.toLowerCase()',
    'bundle.uuid === undefined'
  ),
  bundles(
    'a bundle that is gone fails its deletion',
    'answer.status >= 300 && answer.status !== 404) throw',
    'answer.status >= 300) throw'
  ),
  bundles('an upload is sent again whatever became of it', 'repeatable: false,', 'repeatable: true,'),
  registryJobSpecs(
    'a job spec that is installed already fails',
    'answer.status >= 300 && answer.status !== 409',
    'answer.status >= 300'
  ),
  sender(
    'writes go on after refused credentials',
    'if (call.write && this.rejection !== null) throw this.rejection;',
    ''
  ),
  sender('an uncertain upload is forgotten', 'course.uncertain ||= call.write && judged.mayHaveWorked;', ''),
  sender('a dead registry is asked on', 'if (dead !== null) {', 'if (false) {'),
  sender('429 counts as having worked', "retryable('too-many', false)", "retryable('too-many', true)"),
  failures(
    '403 with a page is refused credentials',
    "(status === 403 && body.kind !== 'html')",
    'status === 403'
  ),
  failures(
    '404 without JSON is taken for an answer',
    "if (status === 404 && body.kind !== 'api') {",
    'if (false) {'
  ),

  lag(
    'a bundle is read back once',
    'if (await isSo()) return clock.now() - start;',
    'return (await isSo()) ? clock.now() - start : null;'
  ),
  applyJobSpecs(
    'job specs are read back once',
    'if (isUrgent() || !wrong.some(([, {isDone}]) => isDone)) return wrong;',
    'return wrong;'
  ),
  applyJobSpecs(
    'an uninstallation is not verified',
    'installed.has(name) !== entry.installed',
    'entry.installed && !installed.has(name)'
  ),
  applyJobSpecs(
    'an installation is not verified',
    'installed.has(name) !== entry.installed',
    '!entry.installed && installed.has(name)'
  ),
  applyJobSpecs(
    'a registry without the list fails the apply',
    '(await this.list(step.integration)) !== null) throw first',
    'true) throw first'
  ),
  applyJobSpecs(
    'job specs that are not installed count as installed',
    'list.filter((spec) => spec.installed);',
    'list.filter(() => true);'
  ),
  applyBundles(
    'a bundle that got another uuid is not found',
    'if (shown !== null) return shown;\n    let list',
    'if (step.uuid !== null) return shown;\n    let list'
  ),
  applyBundles(
    'a change that came meanwhile is overwritten',
    'if (liveHash !== step.liveHash) throw liveChanged(step);',
    ''
  ),
  applyBundles(
    'a change that came meanwhile is deleted',
    'if (registered !== null && bundleHash(registered) !== step.liveHash) throw liveChanged(step);',
    ''
  ),
  applyBundles(
    'an upload of unknown outcome is sent again unread',
    'if (await this.holds(step, hash)) return;',
    ''
  ),
  applyBundles(
    'an upload of unknown outcome is not sent again',
    'if (this.clock.now() + pause > failedAt + RETRY_FOR_MS) throw error;',
    'throw error;'
  ),
  applyBundles(
    'what the registry adds is uploaded',
    "const added = ['uuid', 'integration', 'zendesk_account_id'];",
    "const added = ['uuid'];"
  ),
  apply('something is deleted after a failure', 'if (ledger.failed) {', 'if (false) {'),
  apply(
    'a bundle is deleted before its job specs',
    '          await jobSpecs.uninstall(step, step.jobSpecs.uninstall);\n          await bundles.remove(step);',
    '          await bundles.remove(step);\n          await jobSpecs.uninstall(step, step.jobSpecs.uninstall);'
  ),
  apply('a bundle is not read back', 'await uploads.readBack();', ''),
  apply('job specs are not read back', '  await verify(work);\n  if (', '  if ('),
  apply(
    'job specs that left a bundle stay',
    'if (!(await ledger.attempt(step, () => jobSpecs.uninstall(step, uninstall)))) return;',
    ''
  ),
  uploads(
    'job specs are not installed',
    'await ledger.attempt(step, () => jobSpecs.install(step, specs, isKnown, isUrgent));',
    ''
  ),
  uploads(
    'a bundle that stays old is no failure',
    'if (after === null) this.work.ledger.fail(step, notShown(step));',
    'if (after === null) return;'
  ),
  ledger('a partly done apply is unavailable', 'return done === 0 && (only', 'return (only'),
  ledger('what was written is not counted', 'this.reason(done + written)', 'this.reason(done)'),
  applyBundles(
    'a changed uuid is ignored',
    'const registered = shown ?? (await this.named(step, await list(integration)));',
    'const registered = shown;'
  ),
  ledger('refused credentials are no reason to stop', 'return this.errors.some(isRefusal);', 'return false;'),

  records(
    'registryUrl is not compared',
    'record?.registryUrl !== this.job.inputs.target?.registryUrl || record === null',
    'record === null'
  ),
  records('the scope is not compared', 'record.scope === this.scope', 'true'),
  records('the creator is not asked', '} else if (!isOurs) {', '} else if (false) {'),
  records(
    'records beyond the last success are all taken',
    'if (overlaps(deployed, this.anchor)) this.own.push(deployed);',
    'this.own.push(deployed);'
  ),
  candidates(
    'the oldest before is dropped',
    'const oldest = own.at(-1)?.record.before ?? null;',
    'const oldest: string | null = null;'
  ),
  deployed(
    'a failed apply is the deployed commit',
    "return statuses.some(({state}) => state === 'success');",
    'return statuses.length > 0;'
  ),
  deployed(
    'an apply of an unmerged commit is the deployed commit',
    'isSuccess(deployed) && !isUnmerged(deployed)',
    'isSuccess(deployed)'
  ),
  deployed(
    'an older commit is applied',
    "if (relation !== 'identical' && relation !== 'ahead') return {left: newest, relation};",
    ''
  ),
  deployed(
    'an apply that did not know its deletions ends the search',
    'isSuccess(deployed) && deployed.record.deletionsKnown',
    'isSuccess(deployed)'
  )
];
