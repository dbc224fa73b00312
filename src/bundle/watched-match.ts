import {createContext, Script} from 'node:vm';
import {UserError} from '../errors.js';
import {occurrences, quote} from '../words.js';

/** What the complex patterns of one matcher may take for all paths together; others take microseconds for a path. */
const MOST_MS = 1_000;

/**
 * Whether a pattern is one that a regular expression matches in next to no time: few wildcards in a name, few `**`,
 * few braces, and none of the groups that repeat.
 */
export function isSimplePattern(pattern: string): boolean {
  const plain = pattern.replace(/\\./gs, '_');
  if (/\(|[\])}]\+|\.\./.test(plain) || occurrences(plain, '{') > 2 || occurrences(plain, '**') > 2)
    return false;
  return plain.split('/').every((name) => occurrences(name.replaceAll('**', ''), '*') <= 2);
}

/**
 * A matcher that is stopped when it takes too long: a pattern such as `+(a|aa)b` makes a regular expression search for
 * years, and patterns come from a file that everyone can propose to change.
 *
 * @param make makes the matcher, which is a part of what takes time
 */
export function watchedMatcher(
  patterns: readonly string[],
  make: () => (path: string) => boolean
): (path: string) => boolean {
  let left = MOST_MS;
  let matcher: ((path: string) => boolean) | null = null;
  const job = {run: (): void => undefined};
  const context = createContext({
    run: () => {
      job.run();
    }
  });
  const script = new Script('run()');
  return (path) => {
    let isMatch = false;
    job.run = () => {
      matcher ??= make();
      isMatch = matcher(path);
    };
    const start = performance.now();
    try {
      script.runInContext(context, {timeout: Math.max(1, Math.ceil(left))});
    } catch (error) {
      if (isTimeout(error)) throw tooSlow(patterns);
      throw error;
    }
    left -= performance.now() - start;
    return isMatch;
  };
}

function isTimeout(error: unknown): boolean {
  // It comes from the other context, and is no Error of this one.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function tooSlow(patterns: readonly string[]): UserError {
  const [first = ''] = patterns;
  return new UserError(
    'invalid-inputs',
    `the pattern ${quote(first.slice(0, 100))} takes more than ${MOST_MS / 1_000} second to match`,
    'Write it with fewer wildcards in one name, and without groups that repeat.'
  );
}
