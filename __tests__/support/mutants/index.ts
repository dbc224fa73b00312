import {ACTION_MUTANTS} from './action.js';
import {BUNDLE_MUTANTS} from './bundle.js';
import {CATCH_MUTANTS} from './catch.js';
import {CHOICE_MUTANTS} from './choice.js';
import {DATA_MUTANTS} from './data.js';
import {FLOW_MUTANTS} from './flow.js';
import {HTTP_MUTANTS} from './http.js';
import {JOB_SPEC_MUTANTS} from './job-spec.js';
import {JQ_MUTANTS} from './jq.js';
import {JSON_MUTANTS} from './json.js';
import {PATH_MUTANTS} from './path.js';
import {RESOURCE_MUTANTS} from './resource.js';
import {SECURITY_MUTANTS} from './security.js';
import {STATE_MUTANTS} from './state.js';
import type {Mutant} from './mutant.js';

/** The mutants of __tests__/fixtures/warehouse.json, by area. */
export const MUTANTS: readonly Mutant[] = [
  ...JSON_MUTANTS,
  ...BUNDLE_MUTANTS,
  ...RESOURCE_MUTANTS,
  ...JOB_SPEC_MUTANTS,
  ...FLOW_MUTANTS,
  ...STATE_MUTANTS,
  ...CHOICE_MUTANTS,
  ...CATCH_MUTANTS,
  ...PATH_MUTANTS,
  ...DATA_MUTANTS,
  ...ACTION_MUTANTS,
  ...HTTP_MUTANTS,
  ...JQ_MUTANTS,
  ...SECURITY_MUTANTS
];
