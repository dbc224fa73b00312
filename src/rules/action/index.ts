import type {Rule} from '../rule.js';
import {actionName} from './name.js';
import {unknownBuiltIn} from './unknown-built-in.js';
import {undefinedAction, otherIntegration} from './undefined.js';
import {builtInParameters, unclearParameters} from './parameters.js';
import {missingParameter, unusedParameter} from './missing-parameter.js';
import {unusedAction} from './unused.js';
import {jqData} from './jq-data.js';
import {linkName} from './link-name.js';

export const ACTION_RULES: readonly Rule[] = [
  actionName,
  unknownBuiltIn,
  undefinedAction,
  otherIntegration,
  builtInParameters,
  unclearParameters,
  jqData,
  linkName,
  missingParameter,
  unusedParameter,
  unusedAction
];
