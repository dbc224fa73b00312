import type {QualifiedName} from '../../bundle/identity.js';
import {COMMON_INTEGRATION} from '../../bundle/identity.js';
import type {BundleContext} from '../rule.js';
import {didYouMean, quote, suggest} from '../../words.js';
import {BUILT_INS} from '../../flow/built-ins.js';
import {actionsIn} from './calls.js';

/** What a text that is no qualified name was to be. */
export function qualifiedHint(bundle: BundleContext, text: string): string {
  const own = ownIntegration(bundle);
  const bare = lastPart(text);
  const custom = [...actionsIn(bundle).keys()];
  if (custom.includes(bare)) return `Write ${quote(`zis:${own}:action:${bare}`)}.`;
  return (
    builtInHint(text) ||
    didYouMean(
      text,
      custom.map((name) => `zis:${own}:action:${name}`)
    ) ||
    `A name is written as in ${quote(`zis:${own}:action:fetch_ticket`)}.`
  );
}

/** What a qualified name of another kind than `action` was to be. */
export function wrongKindHint(bundle: BundleContext, {integration, name}: QualifiedName): string {
  const actions = actionsIn(bundle);
  const hint = actions.has(name) ? '' : builtInHint(name);
  if (hint !== '') return hint;
  const meant = actions.has(name) ? name : (suggest(name, actions.keys()) ?? name);
  return `An action is named as in ${quote(`zis:${integration}:action:${meant}`)}.`;
}

/** What a custom action that the bundle has not was to be. */
export function actionHint(bundle: BundleContext, {integration, name}: QualifiedName): string {
  const builtIn = builtInHint(name);
  // `zis:commons:…`: one of ZIS's own is meant, whatever the bundle has.
  if (builtIn !== '' && suggest(integration, [COMMON_INTEGRATION]) !== null) return builtIn;
  for (const resource of bundle.resources) {
    if (resource.key !== name) continue;
    return resource.type === 'ZIS::Action::Http'
      ? `The resource ${quote(name)} is named ${quote(resource.name)}, and actions are called by their name.`
      : `The resource ${quote(name)} is no action, but a ${resource.type}.`;
  }
  return (
    didYouMean(name, actionsIn(bundle).keys()) ||
    builtIn ||
    `Add it to \`resources\`, with the type ZIS::Action::Http, and call it as in ${quote(`zis:${ownIntegration(bundle)}:action:${name}`)}.`
  );
}

/** `Did you mean "zis:common:…"?`, or nothing. */
export function builtInHint(text: string): string {
  // All of them begin alike: only the last part tells one from another.
  const byLastPart = new Map([...BUILT_INS.keys()].map((name) => [lastPart(name), name]));
  const written = lastPart(text);
  const translated = written.replace(VERB, (verb) => VERBS.get(verb.toLowerCase()) ?? verb);
  const meant = suggest(translated, byLastPart.keys());
  return meant === null ? '' : `Did you mean ${quote(byLastPart.get(meant) ?? '')}?`;
}

/** What other tools call the same. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['get', 'Load'],
  ['read', 'Load'],
  ['fetch', 'Load'],
  ['set', 'Patch'],
  ['update', 'Patch'],
  ['save', 'Patch'],
  ['write', 'Patch'],
  ['add', 'Create'],
  ['make', 'Create'],
  ['remove', 'Delete'],
  ['drop', 'Delete']
]);
const VERB = /^[a-z]+?(?=_?(?:configs?|links?)$)/i;

function ownIntegration({identity}: BundleContext): string {
  return identity.integration ?? '{integration}';
}

function lastPart(name: string): string {
  return name.split(':').at(-1) ?? '';
}
