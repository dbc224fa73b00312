import type {Rule} from '../rule.js';
import {actionName, otherIntegration, undefinedAction, unknownBuiltIn} from './name.js';
import {builtInParameters, unclearParameters} from './parameters.js';
import {missingParameter, unusedAction, unusedParameter} from './passed.js';
import {jqData, linkName} from './values.js';

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
