import {mayNameSecret, nameCertainty} from '../../secrets/find.js';
import {quote} from '../../words.js';
import {statesIn} from '../analysis/flows.js';
import type {BundleRule} from '../rule.js';

/** The texts of final states that go to the integration log. */
const LOGGED = {Succeed: ['Message'], Fail: ['Error', 'Cause']} as const;

export const secretInMessage: BundleRule = {
  id: 'security/secret-in-message',
  scope: 'bundle',
  severity: 'warning',
  summary: 'The texts of Succeed and Fail states quote no credential.',
  why: 'They are written to the integration log, which every admin of the account can read.',
  bad: '{"Type": "Fail", "Error": "refused", "Cause": "token {{$.login.access_token}} was refused"}',
  good: '{"Type": "Fail", "Error": "refused", "Cause": "the token was refused"}',
  source: 'Succeed state; Fail state; ZIS security best practices',
  check(bundle, report) {
    for (const {type, node} of statesIn(bundle)) {
      if (type !== 'Succeed' && type !== 'Fail') continue;
      for (const key of LOGGED[type]) {
        const text = node.properties.get(key);
        const path = typeof text?.value === 'string' ? secretPath(text.value) : null;
        if (text === undefined || path === null) continue;
        report(
          text,
          `${quote(key)} quotes ${quote(path)}, which looks like a credential, and goes to the integration log`,
          'Leave it out of the text.'
        );
      }
    }
  }
};

/** The first path in the text of which a part is named like a credential. */
function secretPath(text: string): string | null {
  if (!text.includes('$.') || !mayNameSecret(text)) return null;
  for (const [path] of text.matchAll(/\$\.[\w.[\]$-]{1,512}/g)) {
    if (path.split(/[.[\]]/).some((name) => nameCertainty(name) === 'certain')) return path;
  }
  return null;
}
