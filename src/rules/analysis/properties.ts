import type {JsonType} from '../../bundle/json-types.js';
import {STATE_TYPES, type StateType} from '../../flow/states.js';

/** What a state's property holds. */
export interface Property {
  /** null where any JSON value will do. */
  readonly type: JsonType | null;
  readonly required: boolean;
  /** What it is, for a message: `the action to run`. */
  readonly what: string;
}

type Properties = ReadonlyMap<string, Property>;

/**
 * The properties that each state type knows (Understanding flow states and the page of each state). What a
 * property holds beyond its JSON type is for the rule about it to say.
 */
export const STATE_PROPERTIES: Readonly<Record<StateType, Properties>> = {
  Action: properties({
    ...movingOn(),
    ActionName: needed('string', 'the action to run, such as zis:common:transform:Jq'),
    Parameters: optional('object', 'what the action is given'),
    Catch: optional('array', 'where to go when the action fails')
  }),
  Choice: properties({
    ...common(),
    Choices: needed('array', 'the rules, of which the first that is true decides'),
    Default: optional('string', 'the state to go to when no rule is true')
  }),
  Map: properties({
    ...movingOn(),
    ItemsPath: needed('string', 'the path of the array to go through, such as $.list.items'),
    Iterator: needed('object', 'the states to run for each item, as {"StartAt": …, "States": …}'),
    Catch: optional('array', 'where to go when an iteration fails')
  }),
  Wait: properties({
    ...movingOn(),
    Seconds: optional('number', 'how many seconds to wait'),
    SecondsPath: optional('string', 'the path of the number of seconds to wait')
  }),
  Pass: properties({...movingOn(), Result: optional(null, 'the data to put at ResultPath')}),
  Succeed: properties({...common(), Message: optional('string', 'what the integration log shall say')}),
  Fail: properties({
    ...common(),
    Error: needed('string', 'the name of the error'),
    Cause: needed('string', 'what went wrong, for the integration log')
  })
};

/** The types that know a property. */
export function typesWith(property: string): StateType[] {
  return STATE_TYPES.filter((type) => STATE_PROPERTIES[type].has(property));
}

/** Every property that some state type knows. */
export const ALL_STATE_PROPERTIES: ReadonlySet<string> = new Set(
  STATE_TYPES.flatMap((type) => [...STATE_PROPERTIES[type].keys()])
);

/** The properties of a flow's definition and of an Iterator. */
export const SCOPE_PROPERTIES: ReadonlySet<string> = new Set(['StartAt', 'States', 'Comment']);

/** The properties of an entry of `Catch` (Flow states retry and error handling). */
export const CATCHER_PROPERTIES: ReadonlySet<string> = new Set([
  'ErrorEquals',
  'Next',
  'ResultPath',
  'Comment'
]);

/** Names of Amazon States Language, or of another state type, for something that has another name in ZIS. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['Resource', 'ActionName'],
  ['ItemProcessor', 'Iterator'],
  ['Items', 'ItemsPath'],
  ['ErrorPath', 'Error'],
  ['CausePath', 'Cause'],
  ['Message', 'Cause'],
  ['Params', 'Parameters']
]);

/** What Amazon States Language has and ZIS's documentation does not, with what to do instead. */
export const AMAZON_ONLY: ReadonlyMap<string, string> = new Map([
  [
    'InputPath',
    'ZIS gives every state all data: name what is needed in Parameters, with keys that end in .$'
  ],
  ['OutputPath', 'Put the result where it is wanted with ResultPath, and cut it with a Jq action.'],
  ['ResultSelector', 'Cut the result with a Jq action after this state.'],
  ['Retry', 'An older page of ZIS described it, and later ones do not. Use Catch to go on after a failure.'],
  ['TimeoutSeconds', 'ZIS bounds the run time of flows and requests itself.'],
  ['TimeoutSecondsPath', 'ZIS bounds the run time of flows and requests itself.'],
  ['HeartbeatSeconds', 'ZIS bounds the run time of flows and requests itself.'],
  ['HeartbeatSecondsPath', 'ZIS bounds the run time of flows and requests itself.'],
  ['Resource', 'What an Action state runs is its ActionName.'],
  ['Credentials', 'A custom action has its credentials from the connection that its connectionName names.'],
  ['Parameters', 'Only Action states take Parameters. An iteration sees its own item and nothing else.'],
  ['MaxConcurrency', 'Remove it: nothing says that ZIS heeds it.'],
  ['MaxConcurrencyPath', 'Remove it: nothing says that ZIS heeds it.'],
  ['ItemProcessor', "A Map's states are in its Iterator."],
  [
    'ItemSelector',
    'An iteration sees its own item only: copy what it needs into the items with a Jq action first.'
  ],
  ['ItemReader', 'A Map goes through an array of the flow, named by ItemsPath.'],
  ['ItemBatcher', 'A Map goes through an array of the flow, one item at a time.'],
  ['ResultWriter', "A Map's result goes to its ResultPath."],
  ['ToleratedFailureCount', 'When one iteration fails the Map fails: catch errors inside the Iterator.'],
  ['ToleratedFailurePercentage', 'When one iteration fails the Map fails: catch errors inside the Iterator.'],
  ['Label', 'Remove it.'],
  ['Items', 'A Map goes through the array that ItemsPath names.'],
  ['Timestamp', 'ZIS waits for a time, not until one: see "Seconds".'],
  ['TimestampPath', 'ZIS waits for a time, not until one: see "SecondsPath".'],
  ['Branches', 'ZIS runs one state after the other. Put the branches one behind the other.'],
  ['QueryLanguage', 'ZIS has reference paths, and jq in the action zis:common:transform:Jq.'],
  ['Assign', 'Put values into the data with ResultPath.'],
  ['Output', 'Put values into the data with ResultPath.'],
  ['Arguments', 'An Action state takes its arguments in Parameters.'],
  ['ErrorPath', 'Error takes placeholders: "{{$.some.path}}".'],
  ['CausePath', 'Cause takes placeholders: "{{$.some.path}}".'],
  ['Version', 'The version of the bundle format is zis_template_version, at the top of the bundle.']
]);

function common(): Record<string, Property> {
  return {
    Type: needed('string', "the state's type"),
    Comment: optional('string', 'a note for readers')
  };
}

function movingOn(): Record<string, Property> {
  return {
    ...common(),
    Next: optional('string', 'the state to go to'),
    End: optional(null, 'that the flow ends here'),
    ResultPath: optional('string', 'the path where the result is put')
  };
}

function needed(type: JsonType, what: string): Property {
  return {type, required: true, what};
}

function optional(type: JsonType | null, what: string): Property {
  return {type, required: false, what};
}

function properties(entries: Record<string, Property>): Properties {
  return new Map(Object.entries(entries));
}
