import type {Rule} from '../rule.js';
import {fieldForm, fields} from './fields.js';
import {method, unusualMethod} from './method.js';
import {unencodedQuery} from './unencoded-query.js';
import {body, contentType, noBody, singleUpdate} from './body.js';
import {connectionName} from './connection-name.js';
import {foreignConnection} from './foreign-connection.js';
import {noConnection} from './no-connection.js';
import {unknownProperty} from './unknown-property.js';
import {target} from './target.js';
import {absoluteUrl, relativePath} from './absolute-url.js';

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
  noBody,
  contentType,
  singleUpdate,
  connectionName,
  noConnection,
  foreignConnection,
  unknownProperty
];
