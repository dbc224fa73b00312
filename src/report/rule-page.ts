import {VERSION} from '../version.js';

/** Where this project is published: the name under which workflows use it. */
const PROJECT = 'https://github.com/zis-bundles/zis-bundles';

/** The folder of the pages, from the root of the project. `npm run docs` writes them. */
export const RULE_PAGES = 'docs/rules';

/** The area of a rule: the first part of its id. */
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** The file with the rules of an area, within RULE_PAGES. */
export function pageOf(area: string): string {
  return `${anchorOf(area)}.md`;
}

/** GitHub's anchor of a rule's heading, which is its id: letters, digits and dashes stay. */
export function anchorOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9_-]/g, '');
}

/** The address of what is written about a rule, as it was in this version. */
export function ruleUrl(id: string): string {
  return `${PROJECT}/blob/v${VERSION}/${RULE_PAGES}/${pageOf(areaOf(id))}#${anchorOf(id)}`;
}
