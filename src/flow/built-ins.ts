import type {JsonType} from '../bundle/json-types.js';

/** The action by which jq runs. */
export const JQ_ACTION = 'zis:common:transform:Jq';

/** A parameter of a built-in action. */
export interface BuiltInParameter {
  /** What its literal form holds; null for any JSON value. */
  readonly type: JsonType | null;
  readonly required: boolean;
}

/** An action that ZIS brings along. */
export interface BuiltIn {
  readonly parameters: ReadonlyMap<string, BuiltInParameter>;
  /** Groups of parameters of which at least one is needed. */
  readonly oneOf: readonly (readonly string[])[];
  /** Whether ZIS documents the parameters; those of the others are known from tools and samples only. */
  readonly documented: boolean;
}

/** The built-in actions and their parameters (ZIS built-in actions; ZIS links). No other is known. */
export const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map([
  ['zis:common:action:LoadConfig', builtIn({scope: needed('string')})],
  ['zis:common:action:PatchConfig', builtIn({scope: needed('string'), config: needed('object')})],
  [
    'zis:common:action:LoadLinks',
    builtIn(
      {
        link_type: needed('string'),
        left_object_name: optional('string'),
        right_object_name: optional('string'),
        page_size: optional('number'),
        page_after_cursor: optional('string'),
        page_before_cursor: optional('string')
      },
      {oneOf: [['left_object_name', 'right_object_name']]}
    )
  ],
  [
    'zis:common:action:CreateLink',
    builtIn({
      link_type: needed('string'),
      left_object: needed('object'),
      right_object: needed('object')
    })
  ],
  [
    'zis:common:action:PatchLink',
    builtIn(
      {
        link_type: needed('string'),
        left_object_name: needed('string'),
        right_object_name: optional('string'),
        left_object: optional('object'),
        right_object: optional('object')
      },
      {documented: false, oneOf: [['left_object', 'right_object']]}
    )
  ],
  [
    'zis:common:action:DeleteLink',
    builtIn(
      {
        link_type: needed('string'),
        left_object_name: needed('string'),
        right_object_name: needed('string')
      },
      {documented: false}
    )
  ],
  [JQ_ACTION, builtIn({expr: needed('string'), data: needed(null)})]
]);

type Entries = Readonly<Record<string, BuiltInParameter>>;

function builtIn(
  entries: Entries,
  {documented = true, oneOf = []}: Partial<Pick<BuiltIn, 'documented' | 'oneOf'>> = {}
): BuiltIn {
  return {parameters: new Map(Object.entries(entries)), documented, oneOf};
}

function needed(type: JsonType | null): BuiltInParameter {
  return {type, required: true};
}

function optional(type: JsonType | null): BuiltInParameter {
  return {type, required: false};
}
