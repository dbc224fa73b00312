import type {JsonNode, JsonObject, JsonValue} from '../bundle/json-types.js';
import type {Resource} from '../bundle/model.js';
import type {Flow, State, Transition} from '../flow/states.js';
import type {Allowance} from './allowance.js';
import type {Answers, Contact} from './unknowns.js';

/** What a run begins with. */
export interface FlowStart {
  readonly flow: Flow;
  /** The custom actions of the flow's bundle by `properties.name`. */
  readonly actions: ReadonlyMap<string, Resource>;
  /** The whole document on entry to StartAt: `input`, `account_id`, `subdomain`, `integration_key`. */
  readonly document: JsonValue;
  /** Of the account: `path` actions go to `https://{subdomain}.zendesk.com`. */
  readonly subdomain: string;
  /** Names of the connections that exist; null when all do. */
  readonly connections: readonly string[] | null;
  /** What to take for what ZIS does not document; the first answer of a point that is not named. */
  readonly answers: Answers;
  /** What this run may make together with others; once it is spent, every run stops at its next state. */
  readonly allowance: Allowance;
}

/** An HTTP request as an action's definition and the state's Parameters make it. */
export interface HttpRequest {
  /** As written. */
  readonly method: string;
  /** Absolute, with the encoded query. */
  readonly url: string;
  /** By their name as declared; without what a connection adds. Values of a repeated name are joined by `, `. */
  readonly headers: JsonObject;
  /** null when there is none. */
  readonly body: JsonValue;
}

/** What an Action state runs. */
export interface Call {
  /** The key of its mock: `properties.name` of a custom action, or a built-in's qualified name. */
  readonly action: string;
  readonly state: State;
  /** The Parameters after resolution, their names without `.$`. */
  readonly parameters: JsonObject;
  /** null for built-in actions, and for a custom action that the bundle does not have. */
  readonly request: HttpRequest | null;
}

/** What the machine stops for. It is resumed with an Outcome of a fitting kind. */
export type FlowRequest =
  /** → `http`, `result`, `error` or `stop`. */
  | {readonly kind: 'http'; readonly call: Call}
  /** `input` is JSON text. → `jq`, `result`, `error` or `stop`. */
  | {readonly kind: 'jq'; readonly call: Call; readonly program: string; readonly input: string}
  /** → `config`, `result`, `error` or `stop`. */
  | {readonly kind: 'load-config'; readonly call: Call; readonly scope: string}
  /** → `done`, `result`, `error` or `stop`. */
  | {
      readonly kind: 'patch-config';
      readonly call: Call;
      readonly scope: string;
      readonly config: JsonObject;
    }
  /** → `links`, `result`, `error` or `stop`. Numbers in the parameters' names are texts already. */
  | {
      readonly kind: 'create-link' | 'load-links' | 'patch-link' | 'delete-link';
      readonly call: Call;
      readonly parameters: JsonObject;
    }
  /** → `done`. Seconds are more than 0. */
  | {readonly kind: 'sleep'; readonly state: State; readonly seconds: number};

/** What the machine is resumed with. */
export type Outcome =
  /** An HTTP answer; one with neither body nor text, or with an empty text, has no body. */
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly body?: JsonValue;
      readonly text?: string;
    }
  /** What jq printed, each result as JSON text, in order. */
  | {readonly kind: 'jq'; readonly results: readonly string[]}
  /** null when no scope of this name has a config. */
  | {readonly kind: 'config'; readonly config: JsonObject | null}
  /** The links that were created, found, changed or deleted. */
  | {readonly kind: 'links'; readonly links: readonly JsonObject[]}
  | {readonly kind: 'done'}
  /** What the action gives, as it is put at ResultPath. */
  | {readonly kind: 'result'; readonly result: JsonValue}
  /** The state fails, and its Catch catches it. `Error` is null where ZIS documents no name. */
  | {readonly kind: 'error'; readonly Error: string | null; readonly Cause: string}
  /** The run ends here, and no Catch catches it: a mock is missing, say. */
  | {readonly kind: 'stop'; readonly reason: string};

/** Something that failed in a state. */
export interface FlowError {
  readonly Error: string;
  readonly Cause: string;
  /** Whether `Error` is documented, or comes from the flow or a mock: if not it is the answer to `error.name`. */
  readonly named: boolean;
  /** The status of the HTTP answer that was not 2xx; null for other errors. */
  readonly status: number | null;
  /** What in the bundle it is about: the value that could not be resolved, else the state. */
  readonly node: JsonNode;
}

/** One state, entered once. Documents are shared between visits and never changed. */
export interface Visit {
  readonly state: State;
  /** From 1: more than 1 only where `retry.flow` is answered with `three`. */
  readonly attempt: number;
  /** The visit of the Map whose Iterator this state is in, as its index in the trace; null in the definition. */
  readonly map: number | null;
  /** Which item of that Map, from 0; null in the definition. */
  readonly item: number | null;
  /** The document on entry. */
  readonly document: JsonValue;
  /** What an Action state ran; null for other states, and where its Parameters or request could not be resolved. */
  readonly call: Call | null;
  /** What came back for the call; null when nothing did. */
  readonly outcome: Outcome | null;
  /** What was put at ResultPath; undefined when nothing was. */
  readonly result: JsonValue | undefined;
  /** What failed here, whether it was caught or not. */
  readonly error: FlowError | null;
  /** Where it went; null where the scope ends. Of a Choice its `node` is the `Next` in the rule, or the Default. */
  readonly left: Transition | null;
  /** The document with which it left, or ended its scope; undefined when it failed. */
  readonly output: JsonValue | undefined;
  /** What a Wait slept, in seconds. */
  readonly slept: number;
}

/** A limit that ended the run. */
export type Limit = 'transitions' | 'items' | 'time' | 'size';

export type FlowEnd =
  | {
      readonly status: 'succeeded';
      /** Of the outermost scope. */
      readonly state: State;
      readonly document: JsonValue;
      /** What ZIS's log says: the Message of a Succeed state, or its default. */
      readonly message: string;
    }
  | {
      readonly status: 'failed';
      /** Of the outermost scope: for a failing iteration its Map; null when the flow could not begin. */
      readonly state: State | null;
      /** The state that failed, in an iteration too; null where it is none of them. */
      readonly innermost: State | null;
      readonly error: FlowError;
      /** The limit that was met; null for any other failure. */
      readonly limit: Limit | null;
    }
  | {
      readonly status: 'stopped';
      readonly state: State;
      readonly innermost: State;
      readonly reason: string;
    };

/** A flow that has ended. */
export interface FlowRun {
  readonly end: FlowEnd;
  /** In the order in which the states were entered; iterations one after the other. */
  readonly visits: readonly Visit[];
  /** Of the clock that only Wait states move, in seconds. */
  readonly slept: number;
  /** State transitions, those within iterations too. */
  readonly transitions: number;
  /** How often the flow was begun: more than once only with an answer to `retry.flow`. */
  readonly attempts: number;
  /** The undocumented points that this run touched, each once, in this order. */
  readonly contacts: readonly Contact[];
  /** Whether a value of the data holds an error whose `Error` ZIS does not document: reading it touches `error.name`. */
  holdsUnnamedError(value: JsonValue): boolean;
}

/** A run in progress: `next()` to begin, then `next(outcome)` for each request. */
export type FlowMachine = Generator<FlowRequest, FlowRun, Outcome>;
