import type {JsonObject} from '../../src/bundle/json-types.js';
import {DEMO_CREDENTIALS} from '../../src/emulator/auth.js';

/** The files of a commit: JSON values are written as indented JSON. */
export type Tree = Readonly<Record<string, string | JsonObject>>;

/** The credentials with which a workflow would call the Action; the emulator accepts them. */
export const CREDENTIALS = {
  subdomain: 'acme',
  email: DEMO_CREDENTIALS[0].email,
  'api-token': DEMO_CREDENTIALS[0].apiToken
};

/** What the plan and the apply of one workflow share. */
export const PLAN_KEY = 'a key of the tests that nobody else has';

/** The files' texts. */
export function texts(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`
    ])
  );
}
