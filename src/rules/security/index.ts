import type {Rule} from '../rule.js';
import {authorizationHeader} from './authorization-header.js';
import {credential} from './credential.js';
import {secretInMessage} from './secret-in-message.js';
import {insecureUrl, urlUserInfo} from './url.js';

export const SECURITY_RULES: readonly Rule[] = [
  credential,
  urlUserInfo,
  insecureUrl,
  authorizationHeader,
  secretInMessage
];
