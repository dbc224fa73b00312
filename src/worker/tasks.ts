/** One run of jq over one input. */
export interface JqTask {
  readonly program: string;
  /** JSON text; null for no input at all (`jq -n`). */
  readonly input: string | null;
}

export interface JqOutput {
  /** One line a result, compact JSON. */
  readonly stdout: string;
  readonly stderr: string;
  /** 0 when all went well, 3 when the program does not compile, 5 when it failed while it ran. */
  readonly exitCode: number;
}

/** One search with a regular expression. */
export interface RegexTask {
  /** JavaScript's syntax. */
  readonly pattern: string;
  readonly flags: string;
  readonly text: string;
}

export interface RegexOutput {
  /** The first match, from and to in UTF-16 units; null for none. */
  readonly match: readonly [start: number, end: number] | null;
}

/** What the worker can do: the task and its result, by name. */
export interface Tasks {
  readonly jq: {readonly task: JqTask; readonly output: JqOutput};
  readonly regex: {readonly task: RegexTask; readonly output: RegexOutput};
}

export type TaskName = keyof Tasks;

/** Does one kind of task, in the worker. Throws when the task cannot be done; the next one is tried nevertheless. */
export type Perform<Name extends TaskName> = (
  task: Tasks[Name]['task']
) => Tasks[Name]['output'] | Promise<Tasks[Name]['output']>;

/** What the worker says: that it is ready, what a task gave, or what went wrong. */
export type Message<Name extends TaskName> =
  | {readonly kind: 'ready'}
  | {readonly kind: 'output'; readonly output: Tasks[Name]['output']}
  | {readonly kind: 'failed'; readonly message: string};
