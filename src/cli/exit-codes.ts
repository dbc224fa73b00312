/** The exit codes of the terminal (docs/cli.md). */
export const EXIT = {
  /** Nothing is wrong. */
  fine: 0,
  /** Findings at or above `--fail-on`, drift, a failure, or a question that was answered with no. */
  failed: 1,
  /** The command line or the environment cannot be followed. */
  usage: 2,
  /** `plan --detailed-exitcode`: there are changes. */
  changes: 3,
  /** Ctrl-C or SIGTERM. */
  interrupted: 130
} as const;
