import type {Rule} from '../rule.js';
import {depth} from './depth.js';
import {duplicateKey} from './duplicate-key.js';
import {encoding} from './encoding.js';
import {inexactNumber} from './inexact-number.js';
import {readable} from './readable.js';
import {reservedKey} from './reserved-key.js';
import {size} from './size.js';
import {syntax} from './syntax.js';

export const JSON_RULES: readonly Rule[] = [
  readable,
  encoding,
  size,
  syntax,
  depth,
  duplicateKey,
  reservedKey,
  inexactNumber
];
