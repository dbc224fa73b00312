import {identify, nameOf} from '../bundle/identity.js';
import {fillIn, readBundleFile, type BundleId} from '../bundle/model.js';
import {createMatcher} from '../bundle/patterns.js';
import {MAX_FILE_BYTES} from '../bundle/text.js';
import {UserError} from '../errors.js';
import {inWorkspace} from '../job/applied-commit.js';
import type {Job} from '../job/job.js';
import type {CommitTree, TreeFile, WorkspaceFile} from '../ports.js';
import {once} from '../report/once.js';
import type {Other} from './records.js';

/** How many files and bytes are looked through: far more than a repository of integrations has. */
const MOST_FILES = 50_000;
const MOST_BYTES = 512 * 1024 * 1024;

/** How many files that are not in the workspace are asked from GitHub. */
const MOST_BLOBS = 50;

/** There are more files than can be looked through. */
export class TooManyFiles extends Error {
  override readonly name = 'TooManyFiles';
}

/** What a file outside of this step's `bundles` may declare. */
interface Declares {
  readonly path: string;
  /** The name with its placeholders, where a variable of another step fills them in. */
  readonly name: RegExp;
  /** null where it cannot be told from the file. */
  readonly integration: string | null;
}

/** Looks for bundles in what this step does not deploy: other files of the commit, and other steps' records. */
export class Elsewhere {
  private readonly outside = once(() => this.readOutside());

  /** @param tree the applied commit's; null when it is not known */
  constructor(
    private readonly job: Job,
    private readonly tree: CommitTree | null,
    private readonly others: readonly Other[]
  ) {}

  /**
   * The file outside of `bundles` that declares the bundle, or may; null when none does.
   *
   * @param since files that are not in the workspace and are the same in this commit are not looked into; null for none
   * @throws TooManyFiles
   */
  async fileOf(bundle: BundleId, since: string | null): Promise<string | null> {
    const {declared, unread} = await this.outside();
    const changed = since === null ? unread : await this.changedSince(unread, since);
    if (changed.length > MOST_BLOBS) throw new TooManyFiles();
    const asked = await Promise.all(changed.map((file) => this.declaredIn(file)));
    return [...declared, ...asked.flat()].find((each) => mayDeclare(each, bundle))?.path ?? null;
  }

  /** The file by which another step still deploys the bundle; null when none does. */
  async stepOf(bundle: BundleId): Promise<string | null> {
    for (const other of this.others) {
      const listed = (other.record.bundles ?? []).find(
        ({integration, name}) => integration === bundle.integration && name === bundle.name
      );
      if (listed !== undefined && (await this.isDeployedBy(other, listed.path, bundle))) return listed.path;
    }
    return null;
  }

  private async isDeployedBy(other: Other, recordedPath: string, bundle: BundleId): Promise<boolean> {
    const {commit, ports} = this.job;
    const path = inWorkspace(commit, recordedPath);
    const now = fileIn(this.tree, path);
    const then = fileIn((await ports.history?.tree(other.sha)) ?? null, path);
    if (now !== null) {
      if (now.sha === then?.sha) return true;
      return (await this.declaredIn(now)).some((each) => mayDeclare(each, bundle));
    }
    if (this.tree?.isWhole === false) return (await ports.files.leftOut([path])).length === 0;
    if (then !== null || other.sha !== commit.sha) return false;
    // A generated file, unknown to git: this very commit declares it, if that step succeeded.
    const statuses = (await ports.github?.deploymentStatuses(other.id)) ?? [];
    return statuses.some(({state}) => state === 'success');
  }

  private async readOutside(): Promise<{
    readonly declared: readonly Declares[];
    readonly unread: readonly TreeFile[];
  }> {
    const {inputs, commit, ports} = this.job;
    const matcher = createMatcher(inputs.bundles);
    const known = new Map((this.tree?.files ?? []).map((file) => [file.path, file]));
    const isCommitted = (path: string): boolean => this.tree?.isWhole !== true || known.has(path);
    const isOutside = (path: string): boolean => !matcher.matches(path) && isCommitted(path);
    const found = await ports.files.find(EXTENSIONS.map((end) => inWorkspace(commit, `**/*.${end}`)));
    const files = found.filter(({path, bytes}) => isOutside(path) && bytes > 0 && bytes <= MAX_FILE_BYTES);
    const total = files.reduce((sum, {bytes}) => sum + bytes, 0);
    if (files.length > MOST_FILES || total > MOST_BYTES) throw new TooManyFiles();
    const declared: Declares[] = [];
    for (const file of files) declared.push(...this.declaresOf(file.path, await contentOf(file)));
    const onDisk = new Set(found.map(({path}) => path));
    const unread = [...known.values()].filter(
      ({path, isLink}) => !isLink && hasExtension(path) && !matcher.matches(path) && !onDisk.has(path)
    );
    return {declared, unread};
  }

  private async changedSince(files: readonly TreeFile[], sha: string): Promise<readonly TreeFile[]> {
    if (files.length === 0) return files;
    const then = await this.job.ports.history?.tree(sha);
    const known = new Map((then?.files ?? []).map((file) => [file.path, file.sha]));
    return files.filter((file) => known.get(file.path) !== file.sha);
  }

  private async declaredIn({path, sha, bytes = 0}: TreeFile): Promise<readonly Declares[]> {
    // No bundle file is larger.
    if (bytes > MAX_FILE_BYTES) return [];
    const content = await this.job.ports.history?.blob(sha);
    return content === undefined ? [] : this.declaresOf(path, content);
  }

  /** What a file declares, with the values of this step: those of another one are not known. */
  private declaresOf(path: string, content: Uint8Array): Declares[] {
    // Every bundle names the types of its resources; most other files do not.
    if (!Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('ZIS::')) return [];
    const file = fillIn(readBundleFile(path, content), this.job.inputs);
    const root = file.json?.root;
    const name = root?.properties.get('name')?.value;
    if (root?.type !== 'object' || typeof name !== 'string' || !root.properties.has('resources')) return [];
    const filled = nameOf(root)?.text;
    return [
      {
        path,
        name: patternOf(filled ?? name),
        integration: identify(root, this.job.inputs.integration).integration
      }
    ];
  }
}

/** Where bundles are kept. */
const EXTENSIONS = ['json', 'jsonc'] as const;

function hasExtension(path: string): boolean {
  return EXTENSIONS.some((end) => path.endsWith(`.${end}`));
}

/** Matches the name, whatever stands in its placeholders. */
function patternOf(name: string): RegExp {
  const parts = name.split(/\{\{[^{}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function mayDeclare({name, integration}: Declares, bundle: BundleId): boolean {
  return name.test(bundle.name) && (integration === null || integration === bundle.integration);
}

async function contentOf(file: WorkspaceFile): Promise<Uint8Array> {
  try {
    return await file.read();
  } catch (error) {
    if (error instanceof UserError) return new Uint8Array();
    throw error;
  }
}

/** The file or link at a path of a commit; null when there is none, or the tree is not known. */
export function fileIn(tree: CommitTree | null, path: string): TreeFile | null {
  return tree?.files.find((file) => file.path === path) ?? null;
}
