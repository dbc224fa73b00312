/** What cases ask while they run; the questions of all cases that wait are answered together. */
export type Question =
  /** `input` is JSON text. */
  | {readonly kind: 'jq'; readonly program: string; readonly input: string}
  | {readonly kind: 'regex'; readonly pattern: string; readonly text: string};

export type Answer =
  /** What jq printed, each result as JSON text; or why it failed, in its own words where it has some. */
  | {readonly kind: 'jq'; readonly results: readonly string[]; readonly error: string | null}
  /** One that took too long does not match. */
  | {readonly kind: 'regex'; readonly matches: boolean; readonly late: boolean};
