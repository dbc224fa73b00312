import {ACTION_RULES} from './action/index.js';
import {BUNDLE_RULES} from './bundle/index.js';
import {CATCH_RULES} from './catch/index.js';
import {CHOICE_RULES} from './choice/index.js';
import {DATA_RULES} from './data/index.js';
import {EXCEPTION_RULES} from './exception/index.js';
import {FLOW_RULES} from './flow/index.js';
import {HTTP_RULES} from './http/index.js';
import {JOB_SPEC_RULES} from './job-spec/index.js';
import {JQ_RULES} from './jq/index.js';
import {JSON_RULES} from './json/index.js';
import {PATH_RULES} from './path/index.js';
import {PROJECT_RULES} from './project/index.js';
import {RESOURCE_RULES} from './resource/index.js';
import type {Rule} from './rule.js';
import {SECURITY_RULES} from './security/index.js';
import {STATE_RULES} from './state/index.js';
import {VARIABLE_RULES} from './variable/index.js';

/** Every rule. The pages in docs/rules list the rules of an area in this order. */
export const RULES: readonly Rule[] = [
  ...JSON_RULES,
  ...VARIABLE_RULES,
  ...BUNDLE_RULES,
  ...RESOURCE_RULES,
  ...FLOW_RULES,
  ...STATE_RULES,
  ...CHOICE_RULES,
  ...CATCH_RULES,
  ...PATH_RULES,
  ...DATA_RULES,
  ...ACTION_RULES,
  ...HTTP_RULES,
  ...JQ_RULES,
  ...JOB_SPEC_RULES,
  ...SECURITY_RULES,
  ...PROJECT_RULES,
  ...EXCEPTION_RULES
];
