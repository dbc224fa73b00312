import type {Rule} from '../rule.js';
import {authorizationHeader} from './authorization-header.js';
import {connectionToken} from './connection-token.js';
import {credential} from './credential.js';
import {secretInMessage} from './secret-in-message.js';
import {insecureUrl} from './insecure-url.js';
import {urlUserInfo} from './url-user-info.js';

export const SECURITY_RULES: readonly Rule[] = [
  credential,
  urlUserInfo,
  insecureUrl,
  authorizationHeader,
  connectionToken,
  secretInMessage
];
