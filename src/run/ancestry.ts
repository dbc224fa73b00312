import {messageOf} from '../errors.js';
import {GitHubError} from '../github/errors.js';
import type {Relation} from '../plan/deployed.js';
import type {Comparison, GitHub, History} from '../ports.js';

/** How one commit, the head, stands to others, by GitHub's comparisons: each is asked for once, and only if need be. */
export class Ancestry {
  /** Why a relation is not known; empty as long as all were answered. */
  trouble = '';
  private readonly answers = new Map<string, Promise<Comparison | Relation>>();
  /** Commits that the head descends from, as comparisons have shown. */
  private readonly ancestors = new Set<string>();

  constructor(
    private readonly github: Pick<GitHub, 'compare'>,
    private readonly history: Pick<History, 'tree'>,
    readonly head: string
  ) {}

  async relationTo(sha: string): Promise<Relation> {
    if (sha === this.head) return 'identical';
    if (this.ancestors.has(sha)) return 'ahead';
    const found = await this.ask(sha, this.head);
    if (typeof found === 'string') return found;
    if (found.status === 'ahead') for (const each of [sha, ...found.commits]) this.ancestors.add(each);
    return found.status;
  }

  /** The comparison with a base, as far as it was answered. */
  async comparisonWith(sha: string): Promise<Comparison | null> {
    const found = await this.ask(sha, this.head);
    return typeof found === 'string' ? null : found;
  }

  /** Whether the head is this commit or descends from it; false where that is not known. */
  async descendsFrom(sha: string): Promise<boolean> {
    return ['identical', 'ahead'].includes(await this.relationTo(sha));
  }

  /** Whether the first commit is the second one or one of its ancestors; false where that is not known. */
  async reaches(ancestor: string, commit: string): Promise<boolean> {
    if (ancestor === commit) return true;
    const found = await this.ask(ancestor, commit);
    return typeof found !== 'string' && (found.status === 'ahead' || found.status === 'identical');
  }

  private ask(base: string, head: string): Promise<Comparison | Relation> {
    const key = `${base}...${head}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = this.compare(base, head);
    this.answers.set(key, answer);
    return answer;
  }

  private async compare(base: string, head: string): Promise<Comparison | Relation> {
    try {
      const found = await this.github.compare(base, head);
      if (found !== null) return found;
      // Either the base is not there, or the two have no commit in common.
      return (await this.history.tree(base)) === null ? 'gone' : 'diverged';
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      this.trouble = messageOf(error);
      return 'unknown';
    }
  }
}
