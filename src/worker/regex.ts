import type {Perform} from './tasks.js';

/** Throws a SyntaxError for what is no regular expression. */
export const searchFirst: Perform<'regex'> = ({pattern, flags, text}) => {
  const found = new RegExp(pattern, flags).exec(text);
  return {match: found === null ? null : [found.index, found.index + found[0].length]};
};
