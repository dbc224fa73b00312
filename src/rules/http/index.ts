import type {Rule} from '../rule.js';
import {fieldForm, fields} from './fields.js';
import {method, unusualMethod} from './method.js';
import {unencodedQuery} from './unencoded-query.js';
import {body, connectionName, noConnection, unknownProperty} from './request.js';
import {absoluteUrl, relativePath, target} from './target.js';

export const HTTP_RULES: readonly Rule[] = [
  method,
  unusualMethod,
  target,
  absoluteUrl,
  relativePath,
  unencodedQuery,
  fields,
  fieldForm,
  body,
  connectionName,
  noConnection,
  unknownProperty
];
