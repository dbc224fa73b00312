export const id = 878;
export const ids = [878];
export const modules = {

/***/ 4878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMainJob: () => (/* binding */ runMainJob)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/emulator/index.js + 16 modules
var emulator = __webpack_require__(7846);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/stand-ins/github/git/objects.js

/** The SHA-1 that git gives a file of these bytes. */
function blobSha(content) {
    return objectSha('blob', content);
}
/** The SHA-1 that git gives a folder of these entries, in whatever order they come. */
function treeSha(entries) {
    return objectSha('tree', Buffer.concat(inGitOrder(entries).map(treeLine)));
}
/** The order in which git keeps a folder's entries. */
function inGitOrder(entries) {
    return [...entries].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
}
/** The SHA-1 that git gives this commit, in UTC. */
function commitSha({ tree, parents, author, committer, message }) {
    const lines = [
        `tree ${tree}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${signatureLine(author)}`,
        `committer ${signatureLine(committer)}`,
        '',
        `${message}\n`
    ];
    return objectSha('commit', Buffer.from(lines.join('\n')));
}
function objectSha(type, content) {
    return (0,external_node_crypto_.createHash)('sha1').update(`${type} ${content.byteLength}\0`).update(content).digest('hex');
}
/** Git sorts a folder as if its name ended in a slash. */
function sortKey({ name, mode }) {
    return Buffer.from(mode === '040000' ? `${name}/` : name);
}
function treeLine({ name, mode, sha }) {
    return Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')]);
}
function signatureLine({ name, email, at }) {
    return `${name} <${email}> ${Math.floor(at / 1_000)} +0000`;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/git/store.js

/** Git's objects in memory, under the SHA-1s that git itself would give them. */
class GitStore {
    blobs = new Map();
    trees = new Map();
    commits = new Map();
    blob(sha) {
        return this.blobs.get(sha) ?? null;
    }
    /** A folder's own entries. */
    tree(sha) {
        return this.trees.get(sha) ?? null;
    }
    commit(sha) {
        return this.commits.get(sha) ?? null;
    }
    /** The commit of this SHA-1, which may be shortened. */
    commitStarting(sha) {
        return (this.commits.get(sha) ?? [...this.commits.values()].find((each) => each.sha.startsWith(sha)) ?? null);
    }
    /** @throws Error when there is no such commit */
    knownCommit(sha) {
        const commit = this.commits.get(sha);
        if (commit === undefined)
            throw new Error(`There is no commit ${sha}.`);
        return commit;
    }
    /** Every entry below a tree, folders included, parents before their children. */
    walk(sha, prefix = '') {
        return (this.trees.get(sha) ?? []).flatMap((entry) => {
            const path = `${prefix}${entry.name}`;
            const below = entry.mode === '040000' ? this.walk(entry.sha, `${path}/`) : [];
            return [{ ...entry, path }, ...below];
        });
    }
    /** Everything but the folders of a commit. */
    filesOf(commit) {
        const entries = this.walk(this.knownCommit(commit).tree).filter(({ mode }) => mode !== '040000');
        return new Map(entries.map(({ path, mode, sha }) => [path, { mode, sha }]));
    }
    writeFiles(files) {
        return new Map(Object.entries(files).map(([path, content]) => [path, this.writeFile(content)]));
    }
    /** Writes the folders that these files need and returns the root's SHA-1. */
    writeTree(files) {
        const folders = new Map();
        const entries = [];
        for (const [path, entry] of files) {
            const slash = path.indexOf('/');
            if (slash < 0) {
                entries.push({ name: path, ...entry });
                continue;
            }
            const folder = path.slice(0, slash);
            const content = folders.get(folder) ?? new Map();
            folders.set(folder, content.set(path.slice(slash + 1), entry));
        }
        for (const [name, content] of folders) {
            entries.push({ name, mode: '040000', sha: this.writeTree(content) });
        }
        const sha = treeSha(entries);
        this.trees.set(sha, inGitOrder(entries));
        return sha;
    }
    writeCommit(content) {
        const sha = commitSha(content);
        this.commits.set(sha, { ...content, sha });
        return sha;
    }
    /** The commit and all that it follows from, itself first, nearest first. */
    ancestors(sha) {
        const found = new Set([sha]);
        for (const each of found) {
            for (const parent of this.commits.get(each)?.parents ?? [])
                found.add(parent);
        }
        return [...found];
    }
    /** The nearest commit that both follow from. */
    mergeBase(a, b) {
        const ofB = new Set(this.ancestors(b));
        return this.ancestors(a).find((sha) => ofB.has(sha)) ?? null;
    }
    /**
     * Merges by whole files: a file that only one side changed is taken from that side.
     * null when both sides changed one file differently.
     */
    merge(ours, theirs) {
        const base = this.mergeBase(ours, theirs);
        const before = base === null ? new Map() : this.filesOf(base);
        const [mine, other] = [this.filesOf(ours), this.filesOf(theirs)];
        const merged = new Map();
        for (const path of new Set([...mine.keys(), ...other.keys()])) {
            const [was, left, right] = [before.get(path), mine.get(path), other.get(path)];
            if (!same(left, was) && !same(right, was) && !same(left, right))
                return null;
            const taken = same(left, was) ? right : left;
            if (taken !== undefined)
                merged.set(path, taken);
        }
        return merged;
    }
    /** A commit's files with what another commit changed against its first parent. */
    pick(onto, sha) {
        const [parent] = this.knownCommit(sha).parents;
        const before = parent === undefined ? new Map() : this.filesOf(parent);
        const after = this.filesOf(sha);
        const files = new Map(this.filesOf(onto));
        for (const path of new Set([...before.keys(), ...after.keys()])) {
            const is = after.get(path);
            if (same(before.get(path), is))
                continue;
            if (is === undefined)
                files.delete(path);
            else
                files.set(path, is);
        }
        return files;
    }
    writeFile(file) {
        if (typeof file === 'object' && 'commit' in file)
            return { mode: file.mode, sha: file.commit };
        const { mode, content } = typeof file === 'string' || file instanceof Uint8Array
            ? { mode: '100644', content: file }
            : file;
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        const sha = blobSha(bytes);
        this.blobs.set(sha, bytes);
        return { mode, sha };
    }
}
function same(a, b) {
    return a?.sha === b?.sha && a?.mode === b?.mode;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/state.js

/** Who acts where a caller names nobody. */
const DEFAULT_ACTOR = 'octo-dev';
/** Whom a workflow's own token speaks for. https://api.github.com/users/github-actions[bot] */
const ACTIONS_BOT = { id: 41_898_282, login: 'github-actions[bot]', type: 'Bot' };
/** One repository with its git objects, branches, issues, pull requests, comments and deployments. */
class GitHubState {
    git = new GitStore();
    owner;
    repo;
    defaultBranch;
    private;
    createdAt;
    /** Commits by branch; those of forks as `owner:branch`. */
    branches = new Map();
    issues = new Map();
    comments = new Map();
    labels = new Map();
    deployments = new Map();
    /** Listings of trees are cut after this many entries; GitHub's own limit is 100,000. */
    treeLimit = 100_000;
    accounts = new Map([[ACTIONS_BOT.login, ACTIONS_BOT]]);
    clock;
    lastId = 1_000_000;
    constructor(options) {
        this.clock = options.now ?? Date.now;
        this.repo = options.repo ?? 'zis-integrations';
        this.defaultBranch = options.defaultBranch ?? 'main';
        this.private = options.private ?? true;
        this.createdAt = this.now();
        this.owner = { id: this.newId(), login: options.owner ?? 'acme', type: 'Organization' };
        this.accounts.set(this.owner.login, this.owner);
    }
    /** Unique over all kinds of record. */
    newId() {
        return (this.lastId += 1);
    }
    /** The time as the API shows it: UTC, to the second. */
    now() {
        return new Date(this.clock()).toISOString().replace(/\.\d{3}Z$/, 'Z');
    }
    account(login) {
        const known = this.accounts.get(login);
        if (known !== undefined)
            return known;
        const account = { id: this.newId(), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
        this.accounts.set(login, account);
        return account;
    }
    label(name) {
        const known = this.labels.get(name);
        if (known !== undefined)
            return known;
        const label = { id: this.newId(), name, description: '', color: 'ededed' };
        this.labels.set(name, label);
        return label;
    }
    /** Writes a commit that holds exactly these files and returns its SHA-1. No branch moves. */
    commit(files, parent = null, options = {}) {
        return this.commitTree(this.git.writeFiles(files), parent === null ? [] : [parent], options);
    }
    /** Points a branch at a commit. @param name `branch`, or `owner:branch` for one of a fork */
    branch(name, sha) {
        this.git.knownCommit(sha);
        this.branches.set(name, sha);
    }
    /** Commits these files on top of a branch, which need not exist yet; before is 40 zeros then. */
    push(branch, files, options = {}) {
        const parent = this.branches.get(branch) ?? null;
        const after = this.commit(files, parent, options);
        this.branch(branch, after);
        return { before: parent ?? ZERO_SHA, after };
    }
    openIssue(title, body, author, labels = []) {
        return this.addIssue({ title, body, author, labels, pull: null });
    }
    openPullRequest(options) {
        const [headOwner, headRef] = options.head.includes(':')
            ? splitOnce(options.head, ':')
            : [this.owner.login, options.head];
        const baseRef = options.base ?? this.defaultBranch;
        const headSha = this.tip(options.head);
        const pull = {
            id: this.newId(),
            headOwner: this.account(headOwner),
            headRef,
            closedHead: null,
            baseRef,
            baseSha: this.tip(baseRef),
            draft: options.draft ?? false,
            mergedAt: null,
            mergedBy: null,
            mergeSha: null,
            landed: []
        };
        const title = options.title ?? this.git.knownCommit(headSha).message.split('\n', 1).join('');
        const { body = null, author = DEFAULT_ACTOR, labels = [] } = options;
        return this.addIssue({ title, body, author, labels, pull });
    }
    /** @throws Error when there is no pull request of this number */
    pullRequest(number) {
        const issue = this.issues.get(number);
        if (issue === undefined || !isPullRequest(issue))
            throw new Error(`There is no pull request ${number}.`);
        return issue;
    }
    headSha({ pull }) {
        if (pull.closedHead !== null)
            return pull.closedHead;
        const own = pull.headOwner.login === this.owner.login;
        return this.tip(own ? pull.headRef : `${pull.headOwner.login}:${pull.headRef}`);
    }
    /** GitHub's trial merge of an open pull request into its base; null when they conflict. */
    trialMerge(issue) {
        const [base, head] = [this.tip(issue.pull.baseRef), this.headSha(issue)];
        const merged = this.git.merge(base, head);
        if (merged === null)
            return null;
        return this.commitTree(merged, [base, head], { message: `Merge ${head} into ${base}` }, issue.createdAt);
    }
    /** @throws Error when the pull request is closed, or conflicts with its base */
    merge(number, { method = 'merge', by = DEFAULT_ACTOR } = {}) {
        const issue = this.pullRequest(number);
        if (issue.state === 'closed')
            throw new Error(`Pull request ${number} is closed.`);
        const { pull } = issue;
        const [before, head] = [this.tip(pull.baseRef), this.headSha(issue)];
        const merged = this.git.merge(before, head);
        if (merged === null)
            throw new Error(`Pull request ${number} conflicts with ${pull.baseRef}.`);
        const landed = this.land(issue, method, { before, merged, by });
        pull.landed.push(...landed);
        const mergeSha = landed.at(-1) ?? before;
        this.branch(pull.baseRef, mergeSha);
        this.closePullRequest(number, by);
        Object.assign(pull, { mergedAt: issue.closedAt, mergedBy: this.account(by), mergeSha });
        return { before, mergeSha, ref: `refs/heads/${pull.baseRef}` };
    }
    /** The commits that a merge adds to the base, oldest first; without those of the head that it keeps. */
    land(issue, method, { before, merged, by }) {
        if (method === 'merge') {
            const parents = [before, this.headSha(issue)];
            return [this.commitTree(merged, parents, { message: mergeMessage(issue), author: by })];
        }
        if (method === 'squash') {
            const message = `${issue.title} (#${issue.number})`;
            return [this.commitTree(merged, [before], { message, author: by })];
        }
        const landed = [];
        for (const sha of this.commitsOf(issue).toReversed()) {
            const onto = landed.at(-1) ?? before;
            const { message, author } = this.git.knownCommit(sha);
            landed.push(this.commitTree(this.git.pick(onto, sha), [onto], { message, author: author.name }));
        }
        return landed;
    }
    /** The commits that a pull request brings, newest first. */
    commitsOf(issue) {
        const inBase = new Set(this.git.ancestors(issue.pull.baseSha));
        return this.git.ancestors(this.headSha(issue)).filter((sha) => !inBase.has(sha));
    }
    /** Those that hold a commit; for one of the default branch the one that brought it there. */
    pullRequestsOf(sha) {
        const tip = this.branches.get(this.defaultBranch);
        const isLanded = tip !== undefined && this.git.ancestors(tip).includes(sha);
        return [...this.issues.values()]
            .filter(isPullRequest)
            .filter((issue) => issue.pull.landed.includes(sha) || this.commitsOf(issue).includes(sha))
            .filter(({ pull }) => !isLanded || pull.mergedAt !== null);
    }
    closePullRequest(number, by = DEFAULT_ACTOR) {
        const issue = this.pullRequest(number);
        issue.pull.closedHead = this.headSha(issue);
        this.closeIssue(issue, by);
    }
    closeIssue(issue, by) {
        const now = this.now();
        Object.assign(issue, { state: 'closed', closedAt: now, closedBy: this.account(by), updatedAt: now });
    }
    /** @param author null for a deleted account */
    addComment(issue, author, body) {
        const now = this.now();
        const comment = {
            id: this.newId(),
            issue,
            author: author === null ? null : this.account(author),
            body,
            createdAt: now,
            updatedAt: now
        };
        this.comments.set(comment.id, comment);
        return comment;
    }
    /** Oldest first. */
    commentsOn(issue) {
        return [...this.comments.values()].filter((comment) => comment.issue === issue);
    }
    /** The commit that a branch, a full ref or a SHA-1 (also shortened to 7 characters or more) names. */
    resolve(ref) {
        const name = ref.replace(/^(refs\/)?heads\//, '');
        const tip = this.branches.get(name);
        if (tip !== undefined)
            return tip;
        if (!/^[0-9a-f]{7,40}$/.test(ref))
            return null;
        return this.git.commitStarting(ref)?.sha ?? null;
    }
    /** @throws Error when there is no such branch */
    tip(branch) {
        const sha = this.branches.get(branch);
        if (sha === undefined)
            throw new Error(`There is no branch ${branch}.`);
        return sha;
    }
    commitTree(files, parents, { message = 'Change files', author = DEFAULT_ACTOR }, at = this.now()) {
        const signature = {
            name: author,
            email: `${author}@users.noreply.github.com`,
            at: Date.parse(at)
        };
        return this.git.writeCommit({
            tree: this.git.writeTree(files),
            parents,
            author: signature,
            committer: signature,
            message
        });
    }
    addIssue(content) {
        const now = this.now();
        const issue = {
            ...content,
            id: this.newId(),
            number: this.issues.size + 1,
            author: this.account(content.author),
            state: 'open',
            stateReason: null,
            labels: content.labels.map((name) => this.label(name)),
            assignees: [],
            createdAt: now,
            updatedAt: now,
            closedAt: null,
            closedBy: null
        };
        this.issues.set(issue.number, issue);
        return issue;
    }
}
/** How events name a branch that was not there before. */
const ZERO_SHA = '0'.repeat(40);
function isPullRequest(issue) {
    return issue.pull !== null;
}
function mergeMessage({ number, title, pull }) {
    return `Merge pull request #${number} from ${pull.headOwner.login}/${pull.headRef}\n\n${title}`;
}
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return [text.slice(0, at), text.slice(at + separator.length)];
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/common.js

function repoApi({ state, apiUrl }) {
    return `${apiUrl}/repos/${state.owner.login}/${state.repo}`;
}
function repoHtml({ state, serverUrl }) {
    return `${serverUrl}/${state.owner.login}/${state.repo}`;
}
/** GitHub's older node ids: base64 of the type's length, its name and the id. */
function nodeId(type, id) {
    return Buffer.from(`${String(type.length).padStart(3, '0')}:${type}${id}`).toString('base64');
}
function userBody({ apiUrl, serverUrl }, { id, login, type }) {
    const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
    return {
        login,
        id,
        node_id: nodeId(type, id),
        avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
        gravatar_id: '',
        url,
        html_url: type === 'Bot' ? `${serverUrl}/apps/${login.replace(/\[bot\]$/, '')}` : `${serverUrl}/${login}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type,
        user_view_type: 'public',
        site_admin: false
    };
}
/** What a user's own token is told about its user. */
function privateUserBody(site, account) {
    return {
        ...userBody(site, account),
        user_view_type: 'private',
        name: account.login,
        company: null,
        blog: '',
        location: null,
        email: null,
        hireable: null,
        bio: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: site.state.createdAt,
        updated_at: site.state.createdAt,
        private_gists: 0,
        total_private_repos: 1,
        owned_private_repos: 1,
        disk_usage: 0,
        collaborators: 0,
        two_factor_authentication: true
    };
}
function labelBody(site, { id, name, description, color }) {
    return {
        id,
        node_id: nodeId('Label', id),
        url: `${repoApi(site)}/labels/${encodeURIComponent(name)}`,
        name,
        description,
        color,
        default: false
    };
}
function commentBody(site, comment) {
    const issue = site.state.issues.get(comment.issue);
    const page = issue?.pull === null ? 'issues' : 'pull';
    const url = `${repoApi(site)}/issues/comments/${comment.id}`;
    return {
        id: comment.id,
        node_id: nodeId('IssueComment', comment.id),
        url,
        html_url: `${repoHtml(site)}/${page}/${comment.issue}#issuecomment-${comment.id}`,
        issue_url: `${repoApi(site)}/issues/${comment.issue}`,
        user: comment.author === null ? null : userBody(site, comment.author),
        created_at: comment.createdAt,
        updated_at: comment.updatedAt,
        body: comment.body,
        author_association: association(comment.author),
        reactions: reactionsBody(url),
        performed_via_github_app: comment.author?.login === ACTIONS_BOT.login ? appBody(site) : null
    };
}
function issueBody(site, issue) {
    const url = `${repoApi(site)}/issues/${issue.number}`;
    const assignees = issue.assignees.map((account) => userBody(site, account));
    return {
        url,
        repository_url: repoApi(site),
        labels_url: `${url}/labels{/name}`,
        comments_url: `${url}/comments`,
        events_url: `${url}/events`,
        html_url: `${repoHtml(site)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`,
        id: issue.id,
        node_id: nodeId('Issue', issue.id),
        number: issue.number,
        title: issue.title,
        user: userBody(site, issue.author),
        labels: issue.labels.map((label) => labelBody(site, label)),
        state: issue.state,
        state_reason: issue.stateReason,
        locked: false,
        active_lock_reason: null,
        assignee: assignees[0] ?? null,
        assignees,
        milestone: null,
        comments: site.state.commentsOn(issue.number).length,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt,
        closed_by: issue.closedBy === null ? null : userBody(site, issue.closedBy),
        author_association: association(issue.author),
        body: issue.body,
        reactions: reactionsBody(url),
        timeline_url: `${url}/timeline`,
        performed_via_github_app: null,
        ...(issue.pull === null ? {} : { draft: issue.pull.draft, pull_request: pullRequestLinks(site, issue) })
    };
}
/** GitHub's own App, which stands behind a workflow's token. */
function appBody(site) {
    const owner = { id: 9_919, login: 'github', type: 'Organization' };
    return {
        id: 15_368,
        slug: 'github-actions',
        node_id: nodeId('App', 15_368),
        owner: userBody(site, owner),
        name: 'GitHub Actions',
        description: 'Automate your workflow from idea to production',
        external_url: 'https://help.github.com/en/actions',
        html_url: `${site.serverUrl}/apps/github-actions`,
        created_at: '2018-07-30T09:30:17Z',
        updated_at: '2024-04-10T20:33:16Z',
        permissions: { checks: 'write', contents: 'write', deployments: 'write', issues: 'write' },
        events: ['check_run', 'pull_request', 'push']
    };
}
function association(author) {
    return author?.type === 'User' ? 'MEMBER' : 'NONE';
}
function pullRequestLinks(site, { number, pull }) {
    const html = `${repoHtml(site)}/pull/${number}`;
    return {
        url: `${repoApi(site)}/pulls/${number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: pull?.mergedAt ?? null
    };
}
function reactionsBody(url) {
    const none = { '+1': 0, '-1': 0, laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };
    return { url: `${url}/reactions`, total_count: 0, ...none };
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./lib/stand-ins/github/git/line-count.js
/** Above this many pairs of lines the exact count takes too long; then all lines between count as changed. */
const MAX_PAIRS = 4_000_000;
function countChangedLines(before, after) {
    const [old, now] = [lines(before), lines(after)];
    let start = 0;
    while (start < Math.min(old.length, now.length) && old[start] === now[start])
        start += 1;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end))
        end += 1;
    const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    const kept = oldMiddle.length * newMiddle.length > MAX_PAIRS ? 0 : longestCommon(oldMiddle, newMiddle);
    return { additions: newMiddle.length - kept, deletions: oldMiddle.length - kept };
}
function lines(text) {
    return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
/** The length of the longest common subsequence. */
function longestCommon(a, b) {
    let row = new Array(b.length + 1).fill(0);
    for (const line of a) {
        const next = [0];
        for (const [index, other] of b.entries()) {
            const best = line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
            next.push(best);
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/git.js



/** `GET \u2026/git/commits/{sha}` */
function gitCommitBody(site, commit) {
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        url: `${repoApi(site)}/git/commits/${commit.sha}`,
        html_url: `${repoHtml(site)}/commit/${commit.sha}`,
        ...commitText(site, commit),
        parents: commit.parents.map((sha) => ({
            sha,
            url: `${repoApi(site)}/git/commits/${sha}`,
            html_url: `${repoHtml(site)}/commit/${sha}`
        }))
    };
}
/** A commit as lists and comparisons show it. */
function commitBody(site, commit) {
    const url = `${repoApi(site)}/commits/${commit.sha}`;
    return {
        sha: commit.sha,
        node_id: nodeId('Commit', commit.sha),
        commit: {
            ...commitText(site, commit),
            url: `${repoApi(site)}/git/commits/${commit.sha}`,
            comment_count: 0
        },
        url,
        html_url: `${repoHtml(site)}/commit/${commit.sha}`,
        comments_url: `${url}/comments`,
        author: userBody(site, site.state.account(commit.author.name)),
        committer: userBody(site, site.state.account(commit.committer.name)),
        parents: commit.parents.map((sha) => ({
            sha,
            url: `${repoApi(site)}/commits/${sha}`,
            html_url: `${repoHtml(site)}/commit/${sha}`
        }))
    };
}
/** The files that differ, by path. */
function diffEntries(site, base, head, sha) {
    const paths = [...new Set([...base.keys(), ...head.keys()])].sort();
    return paths.flatMap((filename) => {
        const [old, now] = [base.get(filename), head.get(filename)];
        if (old?.sha === now?.sha && old?.mode === now?.mode)
            return [];
        const [before, after] = [textOf(site, old), textOf(site, now)];
        const { additions, deletions } = countChangedLines(before, after);
        const path = filename.split('/').map(encodeURIComponent).join('/');
        return {
            sha: now?.sha ?? old?.sha ?? null,
            filename,
            status: old === undefined ? 'added' : now === undefined ? 'removed' : 'modified',
            additions,
            deletions,
            changes: additions + deletions,
            blob_url: `${repoHtml(site)}/blob/${sha}/${path}`,
            raw_url: `${repoHtml(site)}/raw/${sha}/${path}`,
            contents_url: `${repoApi(site)}/contents/${path}?ref=${sha}`,
            ...patchOf(before, after)
        };
    });
}
/** As many changes as GitHub may show; a file that has more has no patch. */
const MOST_CHANGES = 3000;
/** The hunks of a diff, as they follow the lines that name the files. */
function patchOf(before, after) {
    const options = { context: 3, maxEditLength: MOST_CHANGES };
    const diff = (0,create/* structuredPatch */.YB)('a', 'b', before, after, undefined, undefined, options);
    if (diff === undefined || diff.hunks.length === 0)
        return {};
    const hunks = diff.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n'));
    return { patch: hunks.join('\n') };
}
function sumOf(files) {
    const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
    return {
        additions: sum(files.map(({ additions }) => additions)),
        deletions: sum(files.map(({ deletions }) => deletions))
    };
}
/** What both forms of a commit have in common. */
function commitText(site, { author, committer, message, tree }) {
    return {
        author: signatureBody(author),
        committer: signatureBody(committer),
        message,
        tree: { sha: tree, url: `${repoApi(site)}/git/trees/${tree}` },
        verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
    };
}
function signatureBody({ name, email, at }) {
    return { name, email, date: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z') };
}
function textOf(site, entry) {
    const bytes = entry === undefined ? null : site.state.git.blob(entry.sha);
    return bytes === null ? '' : new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/repository.js

/** The repository, or a user's fork of it, as every body that mentions a repository shows it. */
function repositoryBody(site, owner = site.state.owner) {
    const { state } = site;
    const fork = owner.login !== state.owner.login;
    const fullName = `${owner.login}/${state.repo}`;
    const html = `${site.serverUrl}/${fullName}`;
    const id = fork ? owner.id + REPOSITORY_ID : REPOSITORY_ID;
    const openIssues = [...state.issues.values()].filter((issue) => issue.state === 'open').length;
    return {
        id,
        node_id: nodeId('Repository', id),
        name: state.repo,
        full_name: fullName,
        private: state.private,
        owner: userBody(site, owner),
        html_url: html,
        description: 'Zendesk integrations as code',
        fork,
        ...addresses(`${site.apiUrl}/repos/${fullName}`),
        git_url: `git://${new URL(html).host}/${fullName}.git`,
        ssh_url: `git@${new URL(html).host}:${fullName}.git`,
        clone_url: `${html}.git`,
        svn_url: html,
        mirror_url: null,
        homepage: null,
        language: null,
        created_at: state.createdAt,
        updated_at: state.createdAt,
        pushed_at: state.createdAt,
        size: 0,
        default_branch: state.defaultBranch,
        visibility: state.private ? 'private' : 'public',
        license: null,
        topics: [],
        ...features(),
        forks: 0,
        forks_count: 0,
        stargazers_count: 0,
        watchers: 0,
        watchers_count: 0,
        open_issues: openIssues,
        open_issues_count: openIssues
    };
}
const REPOSITORY_ID = 700_000_001;
/** Every `\u2026_url` is the repository's own address and one of these endings. */
const ENDINGS = {
    archive: '/{archive_format}{/ref}',
    assignees: '/assignees{/user}',
    blobs: '/git/blobs{/sha}',
    branches: '/branches{/branch}',
    collaborators: '/collaborators{/collaborator}',
    comments: '/comments{/number}',
    commits: '/commits{/sha}',
    compare: '/compare/{base}...{head}',
    contents: '/contents/{+path}',
    contributors: '/contributors',
    deployments: '/deployments',
    downloads: '/downloads',
    events: '/events',
    forks: '/forks',
    git_commits: '/git/commits{/sha}',
    git_refs: '/git/refs{/sha}',
    git_tags: '/git/tags{/sha}',
    hooks: '/hooks',
    issue_comment: '/issues/comments{/number}',
    issue_events: '/issues/events{/number}',
    issues: '/issues{/number}',
    keys: '/keys{/key_id}',
    labels: '/labels{/name}',
    languages: '/languages',
    merges: '/merges',
    milestones: '/milestones{/number}',
    notifications: '/notifications{?since,all,participating}',
    pulls: '/pulls{/number}',
    releases: '/releases{/id}',
    stargazers: '/stargazers',
    statuses: '/statuses/{sha}',
    subscribers: '/subscribers',
    subscription: '/subscription',
    tags: '/tags',
    teams: '/teams',
    trees: '/git/trees{/sha}'
};
function addresses(url) {
    const all = Object.entries(ENDINGS).map(([name, ending]) => [`${name}_url`, `${url}${ending}`]);
    return { url, ...Object.fromEntries(all) };
}
function features() {
    return {
        has_issues: true,
        has_projects: false,
        has_wiki: false,
        has_pages: false,
        has_downloads: false,
        has_discussions: false,
        archived: false,
        disabled: false,
        is_template: false,
        allow_forking: true,
        web_commit_signoff_required: false,
        custom_properties: {}
    };
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/pull.js



/** A pull request as lists show it. */
function pullRequestSimpleBody(site, issue) {
    const { state } = site;
    const { pull, number } = issue;
    const assignees = issue.assignees.map((account) => userBody(site, account));
    return {
        ...pullRequestAddresses(site, issue),
        id: pull.id,
        node_id: nodeId('PullRequest', pull.id),
        number,
        state: issue.state,
        locked: false,
        active_lock_reason: null,
        title: issue.title,
        user: userBody(site, issue.author),
        body: issue.body,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.closedAt,
        merged_at: pull.mergedAt,
        merge_commit_sha: issue.state === 'open' ? state.trialMerge(issue) : pull.mergeSha,
        assignee: assignees[0] ?? null,
        assignees,
        requested_reviewers: [],
        requested_teams: [],
        labels: issue.labels.map((label) => labelBody(site, label)),
        milestone: null,
        draft: pull.draft,
        head: sideBody(site, pull.headOwner, pull.headRef, state.headSha(issue)),
        base: sideBody(site, state.owner, pull.baseRef, pull.baseSha),
        author_association: association(issue.author),
        auto_merge: null
    };
}
/** A pull request by itself, as `GET \u2026/pulls/{number}` and events show it. */
function pullRequestBody(site, issue) {
    const { state } = site;
    const { pull } = issue;
    const open = issue.state === 'open';
    const mergeable = open ? state.trialMerge(issue) !== null : null;
    const files = changedFiles(site, issue);
    return {
        ...pullRequestSimpleBody(site, issue),
        merged: pull.mergedAt !== null,
        mergeable,
        rebaseable: mergeable,
        mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
        merged_by: pull.mergedBy === null ? null : userBody(site, pull.mergedBy),
        comments: state.commentsOn(issue.number).length,
        review_comments: 0,
        maintainer_can_modify: false,
        commits: state.commitsOf(issue).length,
        ...sumOf(files),
        changed_files: files.length
    };
}
/** Between the commit where the branches parted and the head. */
function changedFiles(site, issue) {
    const { git } = site.state;
    const head = site.state.headSha(issue);
    const parted = git.mergeBase(issue.pull.baseSha, head);
    return diffEntries(site, parted === null ? new Map() : git.filesOf(parted), git.filesOf(head), head);
}
function sideBody(site, owner, ref, sha) {
    return {
        label: `${owner.login}:${ref}`,
        ref,
        sha,
        user: userBody(site, owner),
        repo: repositoryBody(site, owner)
    };
}
function pullRequestAddresses(site, issue) {
    const url = `${repoApi(site)}/pulls/${issue.number}`;
    const html = `${repoHtml(site)}/pull/${issue.number}`;
    const links = {
        issue: `${repoApi(site)}/issues/${issue.number}`,
        comments: `${repoApi(site)}/issues/${issue.number}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${repoApi(site)}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses: `${repoApi(site)}/statuses/${site.state.headSha(issue)}`
    };
    const named = Object.entries(links).map(([name, link]) => [`${name}_url`, link]);
    const linked = Object.entries({ self: url, html, ...links }).map(([name, href]) => [name, { href }]);
    return {
        url,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        ...Object.fromEntries(named),
        _links: Object.fromEntries(linked)
    };
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/events.js





/**
 * The event of a pull request, as the runner writes it to the event file.
 *
 * @param action such as `opened`, `synchronize` or `closed`
 * @param before for `synchronize`: the head before
 */
function pullRequestEvent(site, number, action, { before, ...options } = {}) {
    const issue = site.state.pullRequest(number);
    const moved = before === undefined ? {} : { before, after: site.state.headSha(issue) };
    return { action, number, pull_request: pullRequestBody(site, issue), ...moved, ...origin(site, options) };
}
function pushEvent(site, { ref, before, after }, options = {}) {
    const { git } = site.state;
    const known = before === ZERO_SHA || git.commit(before) === null ? [] : git.ancestors(before);
    const head = git.commit(after);
    const commits = head === null ? [] : git.ancestors(after).filter((sha) => !known.includes(sha));
    const range = before === ZERO_SHA ? after.slice(0, 12) : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
    return {
        ref,
        before,
        after,
        created: before === ZERO_SHA,
        deleted: after === ZERO_SHA,
        forced: head !== null && before !== ZERO_SHA && !git.ancestors(after).includes(before),
        base_ref: null,
        compare: `${repoHtml(site)}/compare/${range}`,
        commits: commits.map((sha) => pushedCommit(site, git.knownCommit(sha))).reverse(),
        head_commit: head === null ? null : pushedCommit(site, head),
        pusher: { name: options.sender ?? DEFAULT_ACTOR, email: emailOf(options.sender ?? DEFAULT_ACTOR) },
        ...origin(site, options)
    };
}
/**
 * Puts an open pull request into the merge queue: writes the commit that would be merged, on the queue's own
 * branch, and gives the event that asks for its checks.
 *
 * @throws Error when the pull request conflicts with its base
 */
function mergeGroupEvent(site, number, options = {}) {
    const { state } = site;
    const issue = state.pullRequest(number);
    const { baseRef } = issue.pull;
    const baseSha = state.tip(baseRef);
    const headSha = state.trialMerge(issue);
    if (headSha === null)
        throw new Error(`Pull request ${number} conflicts with ${baseRef}.`);
    const queue = `gh-readonly-queue/${baseRef}/pr-${number}-${baseSha}`;
    state.branch(queue, headSha);
    const commit = state.git.knownCommit(headSha);
    const { id, tree_id, message, timestamp, author, committer } = pushedCommit(site, commit);
    return {
        action: 'checks_requested',
        merge_group: {
            head_sha: headSha,
            head_ref: `refs/heads/${queue}`,
            base_sha: baseSha,
            base_ref: `refs/heads/${baseRef}`,
            head_commit: { id, tree_id, message, timestamp, author, committer }
        },
        ...origin(site, options)
    };
}
/** @param schedule the cron expression that fired */
function scheduleEvent(site, schedule = '0 6 * * *') {
    return { schedule, workflow: '.github/workflows/zis.yml', ...origin(site, {}) };
}
function workflowDispatchEvent(site, { inputs = {}, ref, ...options } = {}) {
    return {
        inputs,
        ref: ref ?? `refs/heads/${site.state.defaultBranch}`,
        workflow: '.github/workflows/zis.yml',
        ...origin(site, options)
    };
}
/** The event of a new comment on a pull request. It names the pull request, and none of its commits. */
function issueCommentEvent(site, number, body, { sender = DEFAULT_ACTOR, ...options } = {}) {
    const { state } = site;
    const comment = state.addComment(number, sender, body);
    const url = `${repoHtml(site)}/pull/${number}`;
    const issue = state.pullRequest(number);
    return {
        action: 'created',
        issue: {
            number,
            title: issue.title,
            state: issue.state,
            html_url: url,
            user: userBody(site, issue.author),
            pull_request: { url: `${repoApi(site)}/pulls/${number}`, html_url: url }
        },
        comment: { id: comment.id, body, html_url: `${url}#issuecomment-${comment.id}` },
        ...origin(site, { sender, ...options })
    };
}
/** The event of a workflow's end, as another workflow gets it. */
function workflowRunEvent(site, { headSha, headBranch = site.state.defaultBranch }, options = {}) {
    const id = site.state.newId();
    return {
        action: 'completed',
        workflow_run: {
            id,
            name: 'build',
            event: 'push',
            status: 'completed',
            conclusion: 'success',
            head_branch: headBranch,
            head_sha: headSha,
            html_url: `${repoHtml(site)}/actions/runs/${id}`
        },
        ...origin(site, options)
    };
}
function repositoryDispatchEvent(site, type, options = {}) {
    return { action: type, branch: site.state.defaultBranch, client_payload: {}, ...origin(site, options) };
}
/** What every event says about where it comes from. */
function origin(site, { sender = DEFAULT_ACTOR }) {
    const { state, apiUrl } = site;
    const { id, login } = state.owner;
    return {
        repository: repositoryBody(site),
        organization: { id, login, url: `${apiUrl}/orgs/${login}`, description: null },
        sender: userBody(site, state.account(sender))
    };
}
function pushedCommit(site, commit) {
    const { git } = site.state;
    const parent = commit.parents[0];
    const files = diffEntries(site, parent === undefined ? new Map() : git.filesOf(parent), git.filesOf(commit.sha), commit.sha);
    const paths = (status) => files.filter((file) => file['status'] === status).map(({ filename }) => filename);
    const person = { name: commit.author.name, email: commit.author.email, username: commit.author.name };
    return {
        id: commit.sha,
        tree_id: commit.tree,
        distinct: true,
        message: commit.message,
        timestamp: new Date(commit.committer.at).toISOString(),
        url: `${repoHtml(site)}/commit/${commit.sha}`,
        author: person,
        committer: person,
        added: paths('added'),
        removed: paths('removed'),
        modified: paths('modified')
    };
}
function emailOf(login) {
    return `${login}@users.noreply.github.com`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/stand-ins/github/api.js
/** An answer that ends a request early. */
class ApiFailure extends Error {
    status;
    details;
    headers;
    constructor(status, message, details = {}, headers = {}) {
        super(message);
        this.status = status;
        this.details = details;
        this.headers = headers;
    }
    reply() {
        const documentation = 'https://docs.github.com/rest';
        const body = {
            message: this.message,
            ...this.details,
            documentation_url: documentation,
            status: String(this.status)
        };
        return { status: this.status, body, headers: this.headers };
    }
}
function notFound() {
    return new ApiFailure(404, 'Not Found');
}
/** 422 with one error, as GitHub words it. */
function invalid(error) {
    return new ApiFailure(422, 'Validation Failed', { errors: [error] });
}
const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 100;
/** One page of the items, as `per_page` and `page` ask, with a `Link` header to its neighbours. */
function paged({ url }, items, toBody) {
    const size = Math.min(positive(url.searchParams.get('per_page')) ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const page = positive(url.searchParams.get('page')) ?? 1;
    const last = Math.max(1, Math.ceil(items.length / size));
    const link = linkHeader(url, page, last);
    return {
        status: 200,
        body: items.slice((page - 1) * size, page * size).map(toBody),
        ...(link === '' ? {} : { headers: { link } })
    };
}
function linkHeader(url, page, last) {
    const links = [];
    if (page > 1)
        links.push(['prev', page - 1]);
    if (page < last)
        links.push(['next', page + 1], ['last', last]);
    if (page > 1)
        links.push(['first', 1]);
    return links.map(([rel, number]) => `<${pageUrl(url, number)}>; rel="${rel}"`).join(', ');
}
function pageUrl(url, page) {
    const other = new URL(url);
    other.searchParams.set('page', String(page));
    return other.href;
}
function positive(text) {
    return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
/** A property of the request's body that must be text where it is given. */
function optionalText(body, field, resource) {
    const value = body[field];
    if (value === undefined || value === null)
        return null;
    if (typeof value !== 'string')
        throw invalid({ resource, field, code: 'invalid' });
    return value;
}
function requiredText(body, field, resource) {
    const text = optionalText(body, field, resource);
    if (text === null)
        throw invalid({ resource, field, code: 'missing_field' });
    return text;
}
/** A property that must be true or false where it is given. */
function flag(body, field, otherwise) {
    const value = body[field];
    return typeof value === 'boolean' ? value : otherwise;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/account.js


/** Whom a token speaks for. */
function accountRoutes() {
    return [
        {
            operation: 'GET /user',
            needs: [],
            handle: ({ site, viewer }) => {
                if (viewer.kind === 'installation') {
                    throw new ApiFailure(403, 'Resource not accessible by integration');
                }
                return { status: 200, body: privateUserBody(site, viewer.account) };
            }
        }
    ];
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/deployments.js



/** Deployments and their statuses. */
function deploymentRoutes() {
    const [read, write] = [[['deployments', 'read']], [['deployments', 'write']]];
    const one = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
    return [
        { operation: 'GET /repos/{owner}/{repo}/deployments', needs: read, handle: listDeployments },
        { operation: 'POST /repos/{owner}/{repo}/deployments', needs: write, handle: createDeployment },
        { operation: `GET ${one}`, needs: read, handle: listStatuses },
        { operation: `POST ${one}`, needs: write, handle: createStatus }
    ];
}
const STATES = [
    'error',
    'failure',
    'inactive',
    'in_progress',
    'queued',
    'pending',
    'success'
];
/** In characters, not in UTF-16 units. */
const MAX_DESCRIPTION = 140;
/** Newest first. */
function listDeployments(request) {
    const wanted = ['sha', 'ref', 'task', 'environment'].flatMap((name) => {
        const value = request.url.searchParams.get(name);
        return value === null || value === 'none' ? [] : [{ name, value }];
    });
    const deployments = [...request.site.state.deployments.values()]
        .filter((deployment) => wanted.every(({ name, value }) => deployment[name] === value))
        .reverse();
    return paged(request, deployments, (deployment) => deploymentBody(request.site, deployment));
}
function createDeployment({ site, viewer, body }) {
    const { state } = site;
    const ref = requiredText(body, 'ref', 'Deployment');
    const sha = state.resolve(ref);
    if (sha === null)
        throw new ApiFailure(422, `No ref found for: ${ref}`);
    const missing = requiredContexts(body);
    if (missing.length > 0) {
        throw new ApiFailure(409, `Conflict: Commit status checks failed for ${ref}: ${missing.join(', ')}`);
    }
    const environment = optionalText(body, 'environment', 'Deployment') ?? 'production';
    const now = state.now();
    const deployment = {
        id: state.newId(),
        sha,
        ref,
        task: optionalText(body, 'task', 'Deployment') ?? 'deploy',
        environment,
        description: optionalText(body, 'description', 'Deployment'),
        payload: payloadOf(body),
        transient: flag(body, 'transient_environment', false),
        production: flag(body, 'production_environment', environment === 'production'),
        creator: viewer.account,
        createdAt: now,
        updatedAt: now,
        statuses: []
    };
    state.deployments.set(deployment.id, deployment);
    return { status: 201, body: deploymentBody(site, deployment) };
}
/** Newest first. */
function listStatuses(request) {
    const deployment = deploymentOf(request);
    return paged(request, deployment.statuses.toReversed(), (status) => statusBody(request.site, deployment, status));
}
function createStatus(request) {
    const { site, viewer, body } = request;
    const deployment = deploymentOf(request);
    const about = { resource: 'DeploymentStatus' };
    const state = requiredText(body, 'state', 'DeploymentStatus');
    if (!STATES.includes(state))
        throw invalid({ ...about, field: 'state', code: 'invalid' });
    const description = optionalText(body, 'description', 'DeploymentStatus') ?? '';
    if (Array.from(description).length > MAX_DESCRIPTION)
        throw invalid({ ...about, field: 'description', code: 'invalid' });
    const status = {
        id: site.state.newId(),
        state,
        description,
        environment: optionalText(body, 'environment', 'DeploymentStatus') ?? deployment.environment,
        environmentUrl: optionalText(body, 'environment_url', 'DeploymentStatus') ?? '',
        logUrl: optionalText(body, 'log_url', 'DeploymentStatus') ??
            optionalText(body, 'target_url', 'DeploymentStatus') ??
            '',
        creator: viewer.account,
        createdAt: site.state.now()
    };
    if (state === 'success' && flag(body, 'auto_inactive', true))
        retireOthers(site, deployment, status);
    deployment.statuses.push(status);
    deployment.updatedAt = status.createdAt;
    return { status: 201, body: statusBody(site, deployment, status) };
}
/**
 * A success makes the earlier deployments of its environment inactive, but for transient and production ones.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
function retireOthers({ state }, current, status) {
    for (const other of state.deployments.values()) {
        const active = other.statuses.at(-1)?.state === 'success';
        if (other.id >= current.id || other.environment !== status.environment)
            continue;
        if (active && !other.transient && !other.production) {
            other.statuses.push({ ...status, id: state.newId(), state: 'inactive', description: '' });
        }
    }
}
function deploymentOf({ site, params }) {
    const deployment = site.state.deployments.get(Number(params['deployment_id']));
    if (deployment === undefined)
        throw notFound();
    return deployment;
}
/** The stand-in keeps no commit statuses, so every context that is asked for is missing. */
function requiredContexts(body) {
    const contexts = body['required_contexts'];
    return Array.isArray(contexts) ? contexts.map(String) : [];
}
function payloadOf({ payload }) {
    if (typeof payload === 'string')
        return payload;
    return typeof payload === 'object' && payload !== null ? payload : {};
}
function deploymentBody(site, deployment) {
    const url = `${repoApi(site)}/deployments/${deployment.id}`;
    return {
        url,
        id: deployment.id,
        node_id: nodeId('Deployment', deployment.id),
        task: deployment.task,
        original_environment: deployment.environment,
        environment: deployment.statuses.at(-1)?.environment ?? deployment.environment,
        description: deployment.description,
        created_at: deployment.createdAt,
        updated_at: deployment.updatedAt,
        statuses_url: `${url}/statuses`,
        repository_url: repoApi(site),
        creator: userBody(site, deployment.creator),
        sha: deployment.sha,
        ref: deployment.ref,
        payload: deployment.payload,
        transient_environment: deployment.transient,
        production_environment: deployment.production,
        performed_via_github_app: appOf(site, deployment.creator)
    };
}
function statusBody(site, deployment, status) {
    const url = `${repoApi(site)}/deployments/${deployment.id}`;
    return {
        url: `${url}/statuses/${status.id}`,
        id: status.id,
        node_id: nodeId('DeploymentStatus', status.id),
        state: status.state,
        creator: userBody(site, status.creator),
        description: status.description,
        environment: status.environment,
        target_url: status.logUrl,
        created_at: status.createdAt,
        updated_at: status.createdAt,
        deployment_url: url,
        repository_url: repoApi(site),
        environment_url: status.environmentUrl,
        log_url: status.logUrl,
        performed_via_github_app: appOf(site, status.creator)
    };
}
function appOf(site, account) {
    return account.login === ACTIONS_BOT.login ? appBody(site) : null;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/bodies/comparison.js



/** Without paging GitHub shows the first 250 commits, and never more than 300 files. */
const MAX_COMMITS = 250;
const MAX_FILES = 300;
/** What the head has that the base has not; null when they have no commit in common. */
function comparisonBody(site, base, head, request) {
    const { git } = site.state;
    const parted = git.mergeBase(base.sha, head.sha);
    if (parted === null)
        return null;
    const [ofBase, ofHead] = [git.ancestors(base.sha), git.ancestors(head.sha)];
    const ahead = ofHead.filter((sha) => !ofBase.includes(sha)).reverse();
    const behind = ofBase.filter((sha) => !ofHead.includes(sha));
    const range = `${base.sha}...${head.sha}`;
    const html = `${repoHtml(site)}/compare/${range}`;
    const show = (sha) => commitBody(site, git.knownCommit(sha));
    const query = request.url.searchParams;
    const paging = query.has('page') || query.has('per_page');
    return {
        url: `${repoApi(site)}/compare/${range}`,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: show(base.sha),
        merge_base_commit: show(parted),
        status: statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: paging ? paged(request, ahead, show).body : ahead.slice(0, MAX_COMMITS).map(show),
        files: diffEntries(site, git.filesOf(parted), git.filesOf(head.sha), head.sha).slice(0, MAX_FILES)
    };
}
function statusOf(ahead, behind) {
    if (ahead > 0)
        return behind > 0 ? 'diverged' : 'ahead';
    return behind > 0 ? 'behind' : 'identical';
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/git.js




/** Commits, trees, blobs and comparisons. */
function gitRoutes() {
    const needs = [['contents', 'read']];
    const read = (path, handle) => ({
        operation: `GET /repos/{owner}/{repo}/${path}`,
        needs,
        handle
    });
    return [
        read('git/commits/{commit_sha}', getGitCommit),
        read('git/trees/{tree_sha}', getTree),
        read('git/blobs/{file_sha}', getBlob),
        read('compare/{basehead}', compare)
    ];
}
function getGitCommit({ site, params }) {
    const commit = site.state.git.commit(params['commit_sha'] ?? '');
    if (commit === null)
        throw notFound();
    return { status: 200, body: gitCommitBody(site, commit) };
}
/** Takes a tree's SHA, a commit's, or a branch. Any value of `recursive`, even 0, means yes. */
function getTree({ site, params, url }) {
    const { git, treeLimit } = site.state;
    const named = params['tree_sha'] ?? '';
    const commit = site.state.resolve(named);
    const sha = commit === null ? named : git.knownCommit(commit).tree;
    const entries = git.tree(sha);
    if (entries === null)
        throw notFound();
    const listed = url.searchParams.has('recursive')
        ? git.walk(sha)
        : entries.map((entry) => ({ ...entry, path: entry.name }));
    const tree = listed.slice(0, treeLimit).map(({ path, mode, sha: entrySha }) => {
        const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
        const size = type === 'blob' ? { size: git.blob(entrySha)?.byteLength ?? 0 } : {};
        const address = type === 'commit' ? {} : { url: `${repoApi(site)}/git/${type}s/${entrySha}` };
        return { path, mode, type, sha: entrySha, ...size, ...address };
    });
    const truncated = listed.length > treeLimit;
    return { status: 200, body: { sha, url: `${repoApi(site)}/git/trees/${sha}`, tree, truncated } };
}
function getBlob({ site, params }) {
    const sha = params['file_sha'] ?? '';
    const bytes = site.state.git.blob(sha);
    if (bytes === null)
        throw notFound();
    return {
        status: 200,
        body: {
            sha,
            node_id: nodeId('Blob', sha),
            size: bytes.byteLength,
            url: `${repoApi(site)}/git/blobs/${sha}`,
            content: wrappedBase64(bytes),
            encoding: 'base64'
        }
    };
}
function compare(request) {
    const { site, params } = request;
    const ends = (params['basehead'] ?? '').split('...').map((ref) => site.state.resolve(ref));
    const [base, head] = ends.map((sha) => (sha === null ? null : site.state.git.commit(sha)));
    if (ends.length !== 2 || !base || !head)
        throw notFound();
    const body = comparisonBody(site, base, head, request);
    if (body === null)
        throw new ApiFailure(404, `No common ancestor between ${base.sha} and ${head.sha}.`);
    return { status: 200, body };
}
/** GitHub breaks base64 after 60 characters. */
function wrappedBase64(bytes) {
    return Buffer.from(bytes)
        .toString('base64')
        .replaceAll(/.{1,60}/g, '$&\n');
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/issue-filter.js
/**
 * The issues that a list request asks for, in the order it asks for: open ones, newest first, by default.
 *
 * @param commentCount how many comments an issue has
 */
function selectIssues(issues, query, commentCount) {
    const wanted = issues.filter((issue) => Object.entries(FILTERS).every(([name, keeps]) => {
        const value = query.get(name) ?? (name === 'state' ? 'open' : null);
        return value === null || keeps(issue, value);
    }));
    const key = issue_filter_sortKey(query.get('sort'), commentCount);
    const sign = query.get('direction') === 'asc' ? 1 : -1;
    return wanted.sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}
/** Milestones and issue types are not kept here, so no issue has one. */
const FILTERS = {
    state: (issue, value) => value === 'all' || issue.state === value,
    labels: (issue, value) => value.split(',').every((name) => issue.labels.some((label) => label.name === name)),
    creator: (issue, value) => issue.author.login === value,
    mentioned: (issue, value) => (issue.body ?? '').includes(`@${value}`),
    since: (issue, value) => Date.parse(issue.updatedAt) >= Date.parse(value),
    assignee: (issue, value) => {
        if (value === 'none')
            return issue.assignees.length === 0;
        return value === '*' ? issue.assignees.length > 0 : issue.assignees.some(({ login }) => login === value);
    },
    milestone: (_, value) => value === 'none',
    type: (_, value) => value === 'none'
};
function issue_filter_sortKey(sort, commentCount) {
    if (sort === 'comments')
        return commentCount;
    return (issue) => Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/issues.js



/** Issues, and comments on issues and pull requests alike. */
function issueRoutes() {
    const discussion = (access) => [
        ['issues', access],
        ['pull-requests', access]
    ];
    return [
        {
            operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
            needs: discussion('read'),
            handle: listComments
        },
        {
            operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
            needs: discussion('write'),
            handle: createComment
        },
        {
            operation: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
            needs: discussion('write'),
            handle: updateComment
        },
        {
            operation: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
            needs: discussion('write'),
            handle: deleteComment
        },
        { operation: 'GET /repos/{owner}/{repo}/issues', needs: [['issues', 'read']], handle: listIssues },
        { operation: 'POST /repos/{owner}/{repo}/issues', needs: [['issues', 'write']], handle: createIssue },
        {
            operation: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
            needs: discussion('write'),
            handle: updateIssue
        }
    ];
}
/** GitHub's own limits. It counts characters; UTF-16 units are the strictest reading of that. */
const MAX_BODY_LENGTH = 65_536;
const MAX_TITLE_LENGTH = 256;
function listComments(request) {
    const since = request.url.searchParams.get('since');
    const comments = request.site.state
        .commentsOn(issueOf(request).number)
        .filter(({ updatedAt }) => since === null || Date.parse(updatedAt) >= Date.parse(since));
    return paged(request, comments, (comment) => commentBody(request.site, comment));
}
function createComment(request) {
    const { site, viewer, body } = request;
    const issue = issueOf(request);
    const comment = site.state.addComment(issue.number, viewer.account.login, commentText(body));
    return { status: 201, body: commentBody(site, comment) };
}
function updateComment(request) {
    const { site, body } = request;
    const comment = commentOf(request);
    comment.body = commentText(body);
    comment.updatedAt = site.state.now();
    return { status: 200, body: commentBody(site, comment) };
}
function deleteComment(request) {
    request.site.state.comments.delete(commentOf(request).id);
    return { status: 204 };
}
function listIssues(request) {
    const { state } = request.site;
    const commentCount = ({ number }) => state.commentsOn(number).length;
    const issues = selectIssues([...state.issues.values()], request.url.searchParams, commentCount);
    return paged(request, issues, (issue) => issueBody(request.site, issue));
}
function createIssue({ site, viewer, body }) {
    const { state } = site;
    const title = titleOf(body) ?? '';
    if (title === '')
        throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
    const issue = state.openIssue(title, issueText(body), viewer.account.login);
    edit(issue, { ...body, title: undefined, body: undefined }, { site, viewer });
    return { status: 201, body: issueBody(site, issue) };
}
function updateIssue(request) {
    const issue = issueOf(request);
    edit(issue, request.body, request);
    return { status: 200, body: issueBody(request.site, issue) };
}
/** Takes over what the body names and leaves the rest. */
function edit(issue, body, { site, viewer }) {
    const { state } = site;
    const login = viewer.account.login;
    const [title, text] = [titleOf(body), issueText(body)];
    issue.title = title ?? issue.title;
    issue.body = body['body'] === undefined ? issue.body : text;
    issue.labels = list(body['labels'])?.map((label) => state.label(nameOf(label, 'name'))) ?? issue.labels;
    issue.assignees =
        list(body['assignees'])?.map((who) => state.account(nameOf(who, 'login'))) ?? issue.assignees;
    issue.updatedAt = state.now();
    if (body['state'] === 'closed' && issue.state === 'open') {
        if (issue.pull === null)
            state.closeIssue(issue, login);
        else
            state.closePullRequest(issue.number, login);
    }
    if (body['state'] === 'open' && issue.state === 'closed') {
        Object.assign(issue, { state: 'open', closedAt: null, closedBy: null, stateReason: 'reopened' });
    }
    const reason = optionalText(body, 'state_reason', 'Issue');
    if (issue.state === 'closed')
        issue.stateReason = reason ?? issue.stateReason ?? 'completed';
}
function issueOf({ site, params }) {
    const issue = site.state.issues.get(Number(params['issue_number']));
    if (issue === undefined)
        throw notFound();
    return issue;
}
function commentOf({ site, params }) {
    const comment = site.state.comments.get(Number(params['comment_id']));
    if (comment === undefined)
        throw notFound();
    return comment;
}
function commentText(body) {
    const text = requiredText(body, 'body', 'IssueComment');
    const about = { resource: 'IssueComment', field: 'body' };
    if (text.trim() === '')
        throw invalid({ ...about, code: 'unprocessable', message: 'Body cannot be blank' });
    if (text.length > MAX_BODY_LENGTH) {
        const message = `Body is too long (maximum is ${MAX_BODY_LENGTH} characters)`;
        throw invalid({ ...about, code: 'unprocessable', message });
    }
    return text;
}
/** A title may be a number too. */
function titleOf({ title }) {
    if (typeof title !== 'string' && typeof title !== 'number')
        return null;
    return atMost(MAX_TITLE_LENGTH, 'title', String(title));
}
function issueText(body) {
    const text = optionalText(body, 'body', 'Issue');
    return text === null ? null : atMost(MAX_BODY_LENGTH, 'body', text);
}
function atMost(limit, field, text) {
    if (text.length <= limit)
        return text;
    const message = `${field} is too long (maximum is ${limit} characters)`;
    throw invalid({ resource: 'Issue', field, code: 'custom', message });
}
function list(value) {
    return Array.isArray(value) ? value : null;
}
/** Labels and assignees are given by name, or as an object that has it. */
function nameOf(value, property) {
    const name = typeof value === 'object' && value !== null ? value[property] : value;
    if (typeof name !== 'string')
        throw invalid({ resource: 'Issue', field: property, code: 'invalid' });
    return name;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/routes/pulls.js



/** Pull requests and how commits lead to them. */
function pullRoutes() {
    return [
        {
            operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
            needs: [['pull-requests', 'read']],
            handle: (request) => ({ status: 200, body: pullRequestBody(request.site, pullOf(request)) })
        },
        {
            operation: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
            needs: [['pull-requests', 'read']],
            handle: (request) => paged(request, changedFiles(request.site, pullOf(request)), (file) => file)
        },
        {
            operation: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
            needs: [['pull-requests', 'read']],
            handle: pullsOfCommit
        }
    ];
}
function pullsOfCommit(request) {
    const { site, params } = request;
    const sha = site.state.resolve(params['commit_sha'] ?? '');
    if (sha === null)
        throw new ApiFailure(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
    const pulls = site.state.pullRequestsOf(sha);
    return paged(request, pulls, (issue) => pullRequestSimpleBody(site, issue));
}
function pullOf({ site, params }) {
    const issue = site.state.issues.get(Number(params['pull_number']));
    if (issue === undefined || !isPullRequest(issue))
        throw notFound();
    return issue;
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/router.js






/** Every operation that the stand-in serves. Where two fit a path, the first one is meant. */
function allRoutes() {
    return [...accountRoutes(), ...issueRoutes(), ...pullRoutes(), ...gitRoutes(), ...deploymentRoutes()];
}
/** The operation that a request is for, or null when the stand-in serves none. */
function findRoute(routes, method, path) {
    for (const route of routes) {
        const [routeMethod, template = ''] = route.operation.split(' ');
        const match = routeMethod === method ? templatePattern(template).exec(path) : null;
        if (match !== null)
            return { route, params: decoded(match.groups ?? {}) };
    }
    return null;
}
/** Runs the operation, once the token's permissions and the repository are found to be right. */
function answer({ route, params }, request) {
    const { owner, repo } = params;
    const { state } = request.site;
    if (owner !== undefined && (!sameName(owner, state.owner.login) || !sameName(repo ?? '', state.repo))) {
        throw notFound();
    }
    demandPermission(route, request.viewer);
    return route.handle({ ...request, params });
}
/** The parameters that may hold slashes. */
const LONG_PARAMETERS = ['commit_sha', 'basehead'];
function templatePattern(template) {
    const pattern = template.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, (_, name) => {
        const part = LONG_PARAMETERS.includes(name) ? '.+' : '[^/]+';
        return `(?<${name}>${part})`;
    });
    return new RegExp(`^${pattern}$`);
}
function decoded(groups) {
    try {
        return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
    }
    catch {
        throw new ApiFailure(400, 'Bad Request');
    }
}
function sameName(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function demandPermission({ needs }, { permissions, kind }) {
    const enough = needs.some(([permission, access]) => {
        const granted = permissions[permission] ?? 'none';
        return granted === 'write' || granted === access;
    });
    if (enough || needs.length === 0)
        return;
    const accepted = needs.map(([name, access]) => `${name.replace('-', '_')}=${access}`).join('; ');
    const whose = kind === 'user' ? 'personal access token' : 'integration';
    throw new ApiFailure(403, `Resource not accessible by ${whose}`, {}, { 'x-accepted-github-permissions': accepted });
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/exchange.js




/** Answers one request, records it, and lets the planned fault happen. */
async function serve(service, incoming, response) {
    const method = incoming.method ?? 'GET';
    const url = new URL(incoming.url ?? '/', service.site.apiUrl);
    const text = await readText(incoming);
    const fault = service.faults.take(method, url.pathname);
    if (fault?.delay !== undefined)
        await (0,external_node_timers_promises_.setTimeout)(fault.delay, undefined, { ref: false });
    const reply = replyUnder(fault, () => realReply(service, incoming, url, text));
    const headers = reply === null ? {} : replyHeaders(reply);
    service.record({
        method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: shownHeaders(incoming),
        body: shownBody(text),
        operation: findRoute(service.routes, method, url.pathname)?.route.operation ?? null,
        status: reply?.status ?? null,
        responseHeaders: headers,
        responseBody: reply?.body,
        scripted: reply === null || fault?.status !== undefined
    });
    if (reply === null)
        incoming.socket.destroy();
    else
        send(response, reply, headers, fault?.cut === true);
}
/** null where the fault breaks the connection instead. */
function replyUnder(fault, real) {
    if (fault?.reset === true || fault?.reset === 'before')
        return null;
    const reply = scriptedReply(fault) ?? real();
    return fault?.reset === 'after' ? null : reply;
}
function scriptedReply(fault) {
    if (fault?.status === undefined)
        return null;
    const { status, headers = {} } = fault;
    const body = fault.body ?? {
        message: `Scripted ${status}`,
        documentation_url: 'https://docs.github.com/rest'
    };
    return { status, body, headers };
}
function realReply(service, incoming, url, text) {
    const { site, routes } = service;
    try {
        if (incoming.headers['user-agent'] === undefined) {
            throw new ApiFailure(403, 'Request forbidden by administrative rules. Please set a User-Agent header.');
        }
        const viewer = viewerOf(service, incoming.headers.authorization);
        const match = findRoute(routes, incoming.method ?? 'GET', url.pathname);
        if (match === null)
            throw new ApiFailure(404, 'Not Found');
        return answer(match, { site, viewer, url, body: jsonBody(text) });
    }
    catch (error) {
        if (error instanceof ApiFailure)
            return error.reply();
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return new ApiFailure(500, `The stand-in failed: ${what}`).reply();
    }
}
function viewerOf({ tokens, site }, authorization = '') {
    const token = /^(?:token|bearer) +(.+)$/i.exec(authorization)?.[1];
    const grant = token !== undefined && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (grant === undefined)
        throw new ApiFailure(401, 'Bad credentials');
    const { login = ACTIONS_BOT.login, kind = 'installation', permissions = {} } = grant;
    return { account: site.state.account(login), kind, permissions };
}
function jsonBody(text) {
    if (text === '')
        return {};
    const body = shownBody(text);
    if (typeof body === 'string')
        throw new ApiFailure(400, 'Problems parsing JSON');
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new ApiFailure(400, 'Body should be a JSON object');
    }
    return body;
}
function shownBody(text) {
    if (text === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
function shownHeaders({ headers }) {
    const shown = Object.entries(headers).flatMap(([name, value]) => name === 'authorization' || value === undefined ? [] : [[name, String(value)]]);
    return Object.fromEntries(shown);
}
/** The stand-in counts no requests against a limit. */
function replyHeaders({ body, headers = {} }) {
    const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    return {
        ...(body === undefined ? {} : { 'content-type': type }),
        'x-github-media-type': 'github.v3; format=json',
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4999',
        ...headers
    };
}
function send(response, { status, body }, headers, cut) {
    if (body === undefined) {
        response.writeHead(status, headers).end();
        return;
    }
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    response.writeHead(status, { ...headers, 'content-length': bytes.byteLength });
    if (cut)
        response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy());
    else
        response.end(bytes);
}
async function readText(incoming) {
    const chunks = [];
    for await (const chunk of incoming)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/faults.js
/** Faults that wait for the requests they are meant for, each for a number of times. */
class FaultPlan {
    planned = [];
    add(match, times, fault) {
        this.planned.push({ match, fault, left: times });
    }
    /** The first fault that fits and is not used up; counts as one use. */
    take(method, path) {
        const next = this.planned.find(({ match, left }) => left > 0 && fits(match, method, path));
        if (next === undefined)
            return null;
        next.left -= 1;
        return next.fault;
    }
}
function fits(match, method, path) {
    if (typeof match === 'function')
        return match(method, path);
    const request = `${method} ${path}`;
    return typeof match === 'string' ? request.includes(match) : match.test(request);
}

;// CONCATENATED MODULE: ./lib/stand-ins/github/github.js






/**
 * Starts a GitHub with one repository on 127.0.0.1: the REST operations that this project uses, in memory,
 * with GitHub's own shapes, permissions, paging and limits.
 */
async function startGitHub(options) {
    const server = (0,external_node_http_.createServer)();
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return new GitHubStandIn(server, options);
}
/** The repository's state, its API over HTTP, and the events that GitHub would send. */
class GitHubStandIn extends GitHubState {
    server;
    /** Where the API is, such as `http://127.0.0.1:40000`. */
    apiUrl;
    serverUrl;
    /** `owner/repo` */
    repository;
    /** Everything that was asked and answered so far. */
    exchanges = [];
    faults = new FaultPlan();
    listeners;
    /** @param server listens already, and has no handler yet */
    constructor(server, options) {
        super(options);
        this.server = server;
        this.apiUrl = `http://127.0.0.1:${server.address().port}`;
        this.serverUrl = options.serverUrl ?? 'https://github.com';
        this.repository = `${this.owner.login}/${this.repo}`;
        this.listeners = options.onExchange === undefined ? [] : [options.onExchange];
        const { tokens } = options;
        const service = { site: this.site, routes: allRoutes(), tokens, faults: this.faults, record: this.record };
        server.on('request', (incoming, response) => {
            serve(service, incoming, response).catch(() => incoming.socket.destroy());
        });
    }
    onExchange(listener) {
        this.listeners.push(listener);
    }
    /** Lets the next requests that fit fail, as often as `times` says. */
    fail(match, times, fault) {
        this.faults.add(match, times, fault);
    }
    pullRequestEvent(number, action, options) {
        return pullRequestEvent(this.site, number, action, options);
    }
    pushEvent(push, options) {
        return pushEvent(this.site, push, options);
    }
    mergeGroupEvent(number, options) {
        return mergeGroupEvent(this.site, number, options);
    }
    scheduleEvent(schedule) {
        return scheduleEvent(this.site, schedule);
    }
    workflowDispatchEvent(options) {
        return workflowDispatchEvent(this.site, options);
    }
    issueCommentEvent(number, body, options) {
        return issueCommentEvent(this.site, number, body, options);
    }
    workflowRunEvent(run, options) {
        return workflowRunEvent(this.site, run, options);
    }
    repositoryDispatchEvent(type, options) {
        return repositoryDispatchEvent(this.site, type, options);
    }
    async close() {
        await new Promise((resolve, reject) => {
            this.server.close((error) => {
                if (error === undefined)
                    resolve();
                else
                    reject(error);
            });
            this.server.closeAllConnections();
        });
    }
    get site() {
        return { state: this, apiUrl: this.apiUrl, serverUrl: this.serverUrl };
    }
    record = (exchange) => {
        this.exchanges.push(exchange);
        for (const listener of this.listeners)
            listener(exchange);
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/stand-ins/runner/action-inputs.js

/**
 * The variables through which the runner hands an action its inputs: `INPUT_` and the name in upper case,
 * with spaces as underscores; dashes stay. An input that is not given gets its default from action.yml.
 *
 * @param actionYml the text of action.yml
 * @throws Error for an input that action.yml does not have, and for an expression that is not known here
 */
function inputVariables(actionYml, given, context) {
    const declared = declaredInputs(actionYml);
    const unknown = Object.keys(given).filter((name) => !declared.has(name));
    if (unknown.length > 0) {
        throw new Error(`Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${[...declared.keys()].join("', '")}']`);
    }
    const values = [...declared].map(([name, defaultText]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        given[name] ?? evaluate(defaultText, context)
    ]);
    return Object.fromEntries(values);
}
/** Every input's name and default text. */
function declaredInputs(actionYml) {
    const action = (0,dist/* parse */.qg)(actionYml);
    return new Map(Object.entries(action?.inputs ?? {}).map(([name, input]) => [name, action_inputs_textOf(input?.default ?? '')]));
}
/** A default is text to the runner, whatever YAML reads it as. */
function action_inputs_textOf(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function evaluate(text, { token, matrix }) {
    return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression) => {
        const known = expression.replaceAll(/\s/g, '').toLowerCase();
        if (known === 'github.token')
            return token;
        if (known === 'tojson(matrix)')
            return JSON.stringify(matrix, null, 2);
        throw new Error(`The default "${text}" has an expression that is not known here.`);
    });
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/command-file.js
/**
 * Reads a file that an action fills for the runner, such as GITHUB_OUTPUT: `name=value` lines, and values of
 * several lines as `name<<DELIMITER`, the lines, `DELIMITER`.
 *
 * @throws Error for what the runner would refuse
 */
function readCommandFile(text) {
    const values = {};
    const lines = text.split(/\r?\n/);
    while (lines.length > 0) {
        const line = lines.shift() ?? '';
        if (line === '')
            continue;
        const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
        if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
            values[line.slice(0, heredoc)] = takeUntil(lines, line.slice(heredoc + 2));
        }
        else if (equals > 0) {
            values[line.slice(0, equals)] = line.slice(equals + 1);
        }
        else {
            throw new Error(`The runner cannot read the line "${line}": it is neither name=value nor name<<delimiter.`);
        }
    }
    return values;
}
function takeUntil(lines, delimiter) {
    const end = lines.indexOf(delimiter);
    if (delimiter === '' || end < 0)
        throw new Error(`The runner finds no line "${delimiter}" that ends a value.`);
    const value = lines.splice(0, end + 1);
    return value.slice(0, -1).join('\n');
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/context.js

/** The GITHUB_ and RUNNER_ variables that do not name a file. */
function contextVariables(context) {
    const [owner = ''] = context.repository.split('/');
    const actor = context.actor ?? 'octo-dev';
    const workflow = context.workflow ?? 'zis';
    return {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: context.eventName,
        GITHUB_REPOSITORY: context.repository,
        GITHUB_REPOSITORY_OWNER: owner,
        GITHUB_SHA: context.sha,
        GITHUB_REF: context.ref,
        GITHUB_REF_NAME: context.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
        GITHUB_REF_TYPE: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_HEAD_REF: context.headRef ?? '',
        GITHUB_BASE_REF: context.baseRef ?? '',
        GITHUB_SERVER_URL: context.serverUrl,
        GITHUB_API_URL: context.apiUrl,
        GITHUB_GRAPHQL_URL: `${context.apiUrl}/graphql`,
        GITHUB_RUN_ID: String(context.runId ?? 1_000_000_001),
        GITHUB_RUN_NUMBER: String(context.runNumber ?? 1),
        GITHUB_RUN_ATTEMPT: String(context.runAttempt ?? 1),
        GITHUB_RETENTION_DAYS: '90',
        GITHUB_WORKFLOW: workflow,
        GITHUB_WORKFLOW_REF: `${context.repository}/.github/workflows/${workflow}.yml@${context.ref}`,
        GITHUB_JOB: context.job ?? 'zis',
        GITHUB_ACTION: '__run',
        GITHUB_ACTOR: actor,
        GITHUB_TRIGGERING_ACTOR: actor,
        GITHUB_WORKSPACE: context.workspace,
        RUNNER_NAME: 'stand-in',
        RUNNER_OS: RUNNER_SYSTEMS[external_node_os_.platform()] ?? 'Linux',
        RUNNER_ARCH: external_node_os_.arch().toUpperCase(),
        RUNNER_ENVIRONMENT: 'self-hosted'
    };
}
const RUNNER_SYSTEMS = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

;// CONCATENATED MODULE: ./lib/stand-ins/runner/read-workflow-commands.js
/**
 * Reads the workflow commands of a log as the runner does (actions/runner, ActionCommand.cs): a line ends at \n, \r
 * or \r\n, what .NET takes for white space is left out before `::`, and a command of the older form `##[name]data`
 * counts wherever it begins. Between `::stop-commands::token` and `::token::` lines are plain text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function readWorkflowCommands(stdout) {
    const annotations = [];
    const masks = [];
    let stoppedBy = null;
    for (const line of stdout.split(/\r\n|\r|\n/)) {
        const command = parseCommand(line);
        if (command === null)
            continue;
        if (stoppedBy !== null) {
            if (command.name === stoppedBy)
                stoppedBy = null;
            continue;
        }
        if (command.name === 'stop-commands')
            stoppedBy = command.message;
        else if (command.name === 'add-mask')
            masks.push(command.message);
        else if (isLevel(command.name))
            annotations.push(toAnnotation(command.name, command));
    }
    return { annotations, masks };
}
const COMMAND = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*::(?<name>[^ :]+)(?: (?<properties>.*?))?::(?<message>.*)$/s;
const OLD_COMMAND = /##\[(?<name>[^\s\]]+)(?: (?<properties>[^\]]*))?\](?<message>.*)$/s;
function parseCommand(line) {
    const groups = (COMMAND.exec(line) ?? OLD_COMMAND.exec(line))?.groups;
    if (groups === undefined)
        return null;
    const { name = '', properties = '', message = '' } = groups;
    const pairs = properties.split(',').flatMap((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [] : [[pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))]];
    });
    return { name, properties: new Map(pairs), message: unescapeData(message) };
}
function toAnnotation(level, { properties, message }) {
    const number = (name) => {
        const text = properties.get(name);
        return text === undefined || text === '' ? null : Number(text);
    };
    return {
        level,
        message,
        title: properties.get('title') ?? null,
        file: properties.get('file') ?? null,
        line: number('line'),
        endLine: number('endLine'),
        col: number('col'),
        endColumn: number('endColumn')
    };
}
function isLevel(name) {
    return name === 'error' || name === 'warning' || name === 'notice';
}
/** `%25` comes last, so that an escaped percent sign does not make a new escape. */
function unescapeData(text) {
    return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
function unescapeProperty(text) {
    return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

;// CONCATENATED MODULE: ./lib/stand-ins/runner/runner.js








/**
 * Runs an action as GitHub's runner would: `node main` in a clean environment, with its inputs, the event and
 * fresh files for its outputs.
 *
 * @throws Error for inputs that action.yml does not have, and when the action does not end in time
 */
async function runAction(options) {
    const home = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'zis-runner-'));
    const dispose = () => (0,promises_.rm)(home, { recursive: true, force: true });
    try {
        const folders = await prepare(home, options.context);
        const ended = await execute(options, await environment(options, folders));
        const read = (file) => (0,promises_.readFile)(folders.files[file], 'utf8');
        return {
            ...ended,
            ...readWorkflowCommands(ended.stdout),
            outputs: readCommandFile(await read('GITHUB_OUTPUT')),
            summary: await read('GITHUB_STEP_SUMMARY'),
            tempDir: folders.temp,
            dispose
        };
    }
    catch (error) {
        await dispose();
        throw error;
    }
}
const COMMAND_FILES = [
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY'
];
const DEFAULT_TIMEOUT_MS = 60_000;
/** The command files do not lie in RUNNER_TEMP, so that only what the action writes is there. */
async function prepare(home, { event }) {
    const named = COMMAND_FILES.map((name) => [name, external_node_path_.join(home, name.toLowerCase())]);
    const folders = {
        home,
        temp: external_node_path_.join(home, 'temp'),
        tools: external_node_path_.join(home, 'tools'),
        event: external_node_path_.join(home, 'event.json'),
        files: Object.fromEntries(named)
    };
    await Promise.all([folders.temp, folders.tools].map((folder) => (0,promises_.mkdir)(folder)));
    await Promise.all(named.map(([, file]) => (0,promises_.writeFile)(file, '')));
    await (0,promises_.writeFile)(folders.event, JSON.stringify(event));
    return folders;
}
async function environment(options, folders) {
    const { inputs, context, matrix = null, extraEnv = {} } = options;
    const actionYml = await (0,promises_.readFile)(options.actionYml, 'utf8');
    return {
        PATH: process.env['PATH'] ?? '',
        HOME: folders.home,
        ...contextVariables(context),
        ...folders.files,
        GITHUB_EVENT_PATH: folders.event,
        RUNNER_TEMP: folders.temp,
        RUNNER_TOOL_CACHE: folders.tools,
        ...inputVariables(actionYml, inputs, { token: context.token, matrix }),
        ...extraEnv
    };
}
async function execute(options, env) {
    const timeout = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const child = (0,external_node_child_process_.spawn)(options.node ?? process.execPath, [options.dist], {
        cwd: options.context.workspace,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        killSignal: 'SIGKILL'
    });
    const release = cancelWith(child, options.cancel);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (text) => {
            output[name] += text;
        });
    }
    return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (exitCode, signal) => {
            release();
            if (exitCode !== null) {
                resolve({ exitCode, ...output });
                return;
            }
            const why = `The action was ended by ${signal ?? 'a signal'} (it may take ${timeout} ms).`;
            reject(new Error(`${why}\n${output.stdout}\n${output.stderr}`));
        });
    });
}
/** The runner's times (actions/runner, ProcessInvoker.cs). */
const CANCELLATION = [
    ['SIGINT', 0],
    ['SIGTERM', 7500],
    ['SIGKILL', 10_000]
];
/** @returns what ends it: the process is over */
function cancelWith(child, cancel) {
    const timers = [];
    cancel?.addEventListener('abort', () => {
        for (const [signal, after] of CANCELLATION) {
            if (after === 0)
                child.kill(signal);
            else
                timers.push(setTimeout(() => child.kill(signal), after));
        }
    });
    return () => {
        for (const timer of timers)
            clearTimeout(timer);
    };
}

// EXTERNAL MODULE: ./lib/visible.js
var visible = __webpack_require__(7629);
;// CONCATENATED MODULE: ./lib/demo/terminal.js

/** @param colour whether escape sequences are understood (https://no-color.org) */
function createStyle(colour) {
    const paintIn = (code) => (text) => colour ? (0,visible/* coloured */.qY)((0,visible/* visible */.RK)(text), code) : (0,visible/* visible */.RK)(text);
    return { title: paintIn(1), dim: paintIn(2), good: paintIn(32), added: paintIn(32), removed: paintIn(31) };
}
/** More lines of one block than a reader wants to scroll past. */
const MOST_LINES = 24;
const FENCED = /^( *)(`{3,}|~{3,})(\w*)\n([\s\S]*?)\n\1\2$/gm;
/** A comment's Markdown, as a person reads it: without its hidden header and HTML, sections marked, diffs coloured. */
function readable(markdown, style) {
    const text = markdown
        .replace(/<!--[\s\S]*?-->\n*/g, '')
        .replace(/<summary>([\s\S]*?)<\/summary>/g, (_, title) => `\u25be ${title}`)
        .replaceAll('\u200b', '');
    const lines = [];
    let from = 0;
    for (const match of text.matchAll(FENCED)) {
        const [whole, , , language = '', code = ''] = match;
        // What stands before it ends with a line's end, which begins no line.
        lines.push(...prose(text.slice(from, match.index).split('\n').slice(0, -1), style));
        lines.push(...block(language, code.split('\n'), style));
        from = match.index + whole.length + 1;
    }
    lines.push(...prose(text.slice(from).split('\n'), style));
    return withoutGaps(lines);
}
function prose(lines, { title }) {
    return lines.map((line) => (line.startsWith('#') ? title(unmarked(line)) : (0,visible/* visible */.RK)(unmarked(line))));
}
/** A fenced block, indented; long ones are cut, and diagrams are left to GitHub. */
function block(language, code, style) {
    if (language === 'mermaid')
        return [style.dim('    (GitHub draws the flow here)')];
    const hidden = code.length - MOST_LINES;
    const lines = code
        .slice(0, hidden > 1 ? MOST_LINES : undefined)
        .map((line) => (0,visible/* paint */.nI) `    ${language === 'diff' ? changed(line, style) : style.dim(line)}`);
    return hidden > 1 ? [...lines, style.dim(`    \u2026 ${hidden} more lines`)] : lines;
}
function changed(line, { added, removed, dim }) {
    if (line.startsWith('+'))
        return added(line);
    if (line.startsWith('-'))
        return removed(line);
    return dim(line);
}
/** No empty line at either end, nor two in a row. */
function withoutGaps(lines) {
    const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
    return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}
function unmarked(text) {
    return text
        .replace(/<[^>]+>/g, '')
        .replace(/\*\*(.+?)\*\*/g, '$1')
        .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .replace(/(?<!`)`([^`]+)`(?!`)/g, '$1')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
}

;// CONCATENATED MODULE: ./lib/demo/main-job.js









const TOKEN = 'demo-workflow-token';
const FILES = {
    greeting: 'zis/greet-new-tickets.json',
    alert: 'zis/alert-urgent-tickets.json',
    orders: 'zis/link-orders.json',
    tests: 'zis-tests/greet-new-tickets.test.yaml'
};
/**
 * Runs the main job from end to end, with the dist/index.js that a workflow runs: a flow test catches a mistake in a
 * pull request; mended, the pull request, which adds, changes and removes a bundle, gets its comment; its merge changes
 * the registry; a second run changes nothing.
 * GitHub and the registry are stand-ins on this machine.
 *
 * @param home   the package's folder
 * @param colour whether escape sequences are understood and wanted
 * @throws Error as soon as a run does not do what is expected of it
 */
async function runMainJob(home, print, colour) {
    const started = Date.now();
    const registry = await (0,emulator/* startRegistryEmulator */.J)();
    const github = await startGitHub({
        tokens: {
            [TOKEN]: {
                kind: 'installation',
                login: 'github-actions[bot]',
                permissions: { contents: 'read', 'pull-requests': 'write' }
            }
        }
    });
    const workspace = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'zis-demo-'));
    try {
        await new MainJob(home, workspace, registry, github, print, createStyle(colour)).play();
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        print((0,visible/* plain */.pj) ``);
        print((0,visible/* plain */.pj) `That took ${seconds} seconds. Nothing left this machine.`);
    }
    finally {
        await Promise.all([registry.close(), github.close(), (0,promises_.rm)(workspace, { recursive: true, force: true })]);
    }
}
class MainJob {
    home;
    workspace;
    registry;
    github;
    print;
    style;
    constructor(home, workspace, registry, github, print, style) {
        this.home = home;
        this.workspace = workspace;
        this.registry = registry;
        this.github = github;
        this.print = print;
        this.style = style;
    }
    async play() {
        const { before, mistaken, after } = await this.versions();
        await this.createIntegrations(before);
        this.title('1. The default branch holds two bundles; a push applies them');
        const first = this.github.push('main', before);
        const created = await this.run('push', this.github.pushEvent({ ref: 'refs/heads/main', before: ZERO_SHA, after: first.after }), {
            sha: first.after,
            tree: before
        });
        claim(created.exitCode === 0 && created.outputs['result'] === 'applied', 'the first push is applied', created);
        this.showRegistry();
        this.title('2. A pull request brings flow tests, and a mistake: the note is public');
        const message = 'Link orders, reword the note, drop the alert';
        this.github.branch('change', this.github.commit(mistaken, first.after, { message }));
        const number = this.github.openPullRequest({ head: 'change', title: 'Link orders' }).number;
        const failed = await this.plan(number, 'opened', mistaken);
        claim(failed.exitCode === 1 && failed.outputs['failure-reason'] === 'tests-failed', 'a flow test fails', failed);
        this.showComment(number, (body) => testsPart(body));
        this.title('3. The mistake is mended; the plan adds a bundle, changes one and removes one');
        this.github.branch('change', this.github.commit(after, this.github.tip('change'), { message: 'Keep it internal' }));
        const planned = await this.plan(number, 'synchronize', after);
        const { created: toCreate, updated: toUpdate, deleted: toDelete, 'has-changes': hasChanges } = planned.outputs;
        claim(planned.exitCode === 0 && hasChanges === 'true', 'the plan passes and has changes', planned);
        claim([toCreate, toUpdate, toDelete].join() === '1,1,1', 'one to create, one to update, one to delete', planned);
        this.showComment(number, (body) => body);
        this.title('4. The pull request is merged; the push applies the plan');
        const { mergeSha, before: parent, ref } = this.github.merge(number);
        const push = this.github.pushEvent({ ref, before: parent, after: mergeSha });
        const applied = await this.run('push', push, { sha: mergeSha, tree: after });
        claim(applied.exitCode === 0 && applied.outputs['result'] === 'applied', 'the merge is applied', applied);
        this.showRegistry();
        this.claimRegistered(after);
        this.title('5. Running it again changes nothing');
        const writes = this.writes();
        const again = await this.run('push', push, { sha: mergeSha, tree: after });
        claim(again.exitCode === 0 && again.outputs['result'] === 'no-changes', 'the second run finds no changes', again);
        claim(this.writes() === writes, 'the second run sends no write to the registry', again);
        this.print(this.style.good('\u2713 no changes, and no request that writes'));
    }
    /** What an administrator does once, before the first deploy. */
    async createIntegrations(tree) {
        const [{ email, apiToken }] = emulator/* DEMO_CREDENTIALS */.N;
        const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
        const names = bundlesIn(tree).map((text) => JSON.parse(text).integration);
        for (const name of new Set(names)) {
            const url = `${this.registry.url}/api/services/zis/registry/${name}`;
            const { ok } = await fetch(url, { method: 'POST', headers: { authorization } });
            if (!ok)
                throw new Error(`the integration ${name} should have been created`);
        }
    }
    /** Runs the Action for the pull request's newest commit. */
    plan(number, action, tree) {
        return this.run('pull_request', this.github.pullRequestEvent(number, action), {
            sha: this.trialMerge(number),
            tree
        });
    }
    /** @param part what of its Markdown is shown */
    showComment(number, part) {
        const [comment, ...others] = this.github.commentsOn(number);
        if (comment === undefined || others.length > 0)
            throw new Error('the pull request should have exactly one comment');
        this.print(this.style.dim(`The comment on pull request #${number}:`));
        for (const line of readable(part(comment.body), this.style))
            this.print((0,visible/* paint */.nI) `  \u2502 ${line}`);
    }
    /** The repository before the pull request, with its mistake, and with that mended; made from examples/. */
    async versions() {
        const read = (path) => (0,promises_.readFile)((0,external_node_path_.join)(this.home, 'examples', path), 'utf8');
        const [greeting, alert, orders, tests] = await Promise.all([
            read(FILES.greeting),
            read(FILES.alert),
            read(FILES.orders),
            read(FILES.tests)
        ]);
        const older = greeting
            .replace('A new ticket: ', 'New: ')
            .replace('"Message": "Noted"', '"Message": "Done"');
        const publicNote = greeting.replace('"public": false', '"public": true');
        if (older === greeting || publicNote === greeting)
            throw new Error('the example no longer has the words that the demo changes');
        const rest = { [FILES.orders]: orders, [FILES.tests]: tests };
        return {
            before: { [FILES.greeting]: older, [FILES.alert]: alert },
            mistaken: { [FILES.greeting]: publicNote, ...rest },
            after: { [FILES.greeting]: greeting, ...rest }
        };
    }
    /** Checks a tree out and runs the Action for an event. */
    async run(eventName, event, { sha, tree }) {
        await this.checkOut(tree);
        const [{ email, apiToken }, , { clientId, clientSecret }] = emulator/* DEMO_CREDENTIALS */.N;
        const started = Date.now();
        const { apiUrl, serverUrl, repository } = this.github;
        const result = await runAction({
            dist: (0,external_node_path_.join)(this.home, 'dist/index.js'),
            actionYml: (0,external_node_path_.join)(this.home, 'action.yml'),
            // As a team has it that begins today: a client for everything, and an older API token for uploads.
            inputs: {
                subdomain: 'acme',
                'oauth-client-id': clientId,
                'oauth-client-secret': clientSecret,
                email,
                'api-token': apiToken,
                'registry-url': this.registry.url
            },
            context: {
                eventName,
                event,
                repository,
                sha,
                ref: eventName === 'push' ? 'refs/heads/main' : 'refs/pull/1/merge',
                serverUrl,
                apiUrl,
                token: TOKEN,
                workspace: this.workspace
            }
        });
        await result.dispose();
        const took = Date.now() - started;
        this.print(this.style.dim(`ran dist/index.js for ${eventName}: ${result.outputs['result'] ?? 'no result'} in ${took} ms`));
        return result;
    }
    async checkOut(tree) {
        await (0,promises_.rm)(this.workspace, { recursive: true, force: true });
        for (const [path, content] of Object.entries(tree)) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(this.workspace, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(this.workspace, path), content);
        }
    }
    trialMerge(number) {
        return this.github.trialMerge(this.github.pullRequest(number)) ?? this.github.tip('change');
    }
    writes() {
        const isToken = (path) => path.includes('/oauth/tokens');
        return this.registry.requests.filter(({ method, path }) => method !== 'GET' && !isToken(path)).length;
    }
    showRegistry() {
        this.print((0,visible/* plain */.pj) `The registry holds:`);
        for (const bundle of this.registry.bundles()) {
            const { integration, name, resources, uuid } = bundle;
            const details = this.style.dim(`${Object.keys(resources).length} resources, uuid ${uuid}`);
            this.print((0,visible/* paint */.nI) `  ${(0,visible/* plain */.pj) `${integration}/${name}`} ${details}`);
        }
        const installed = this.registry.jobSpecs().filter((spec) => spec['installed'] === true);
        this.print((0,visible/* visible */.RK)(`  installed job specs: ${installed.map((spec) => spec['name']).join(', ')}`));
    }
    claimRegistered(tree) {
        const declared = bundlesIn(tree).map((text) => JSON.parse(text));
        const registered = new Map(this.registry.bundles().map((bundle) => [bundle['name'], bundle['resources']]));
        const same = declared.every(({ name, resources }) => JSON.stringify(registered.get(name)) === JSON.stringify(resources));
        if (!same || registered.size !== declared.length)
            throw new Error('the registry does not hold what main declares');
        this.print(this.style.good('\u2713 exactly what the default branch declares'));
    }
    title(text) {
        this.print((0,visible/* plain */.pj) ``);
        this.print(this.style.title(text));
    }
}
/** The texts of a repository's bundle files. */
function bundlesIn(tree) {
    return Object.entries(tree).flatMap(([path, text]) => (path.startsWith('zis/') ? [text] : []));
}
/** What a comment says of flow tests, down to what failed first. */
function testsPart(comment) {
    const from = comment.indexOf('### Flow tests');
    const to = comment.indexOf('The run (', from);
    if (from === -1 || to === -1)
        throw new Error('the comment does not show what the flow tests found');
    return comment.slice(from, to);
}
/** @throws Error with the run's log when the run did not do what is expected of it */
function claim(holds, what, run) {
    if (holds)
        return;
    throw new Error(`The demo expected that ${what}.\n${JSON.stringify(run.outputs, null, 2)}\n${run.stdout}\n${run.stderr}`);
}


/***/ })

};
