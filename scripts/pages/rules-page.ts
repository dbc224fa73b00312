import {ruleExample} from '../../src/report/rule-example.js';
import {anchorOf, areaOf, pageOf} from '../../src/report/rule-page.js';
import type {Severity} from '../../src/rules/finding.js';
import type {RuleMeta} from '../../src/rules/rule.js';
import {SYMPTOMS} from './symptoms.js';

/** What the rules of an area are about, in the order in which a reader meets the areas. */
const AREAS: Readonly<Record<string, string>> = {
  json: 'The file as JSON',
  variable: 'Variables',
  bundle: 'The bundle as a whole',
  resource: 'Resources and their names',
  flow: 'Flows as graphs',
  state: 'States, by type',
  choice: 'Choice states',
  catch: 'Catch',
  path: 'Paths and placeholders',
  data: 'What a flow reads and writes',
  action: 'Action states and their parameters',
  http: 'HTTP actions',
  jq: 'jq programs',
  'job-spec': 'Job specs',
  security: 'Credentials',
  project: 'Several files together',
  exception: 'Exceptions'
};

export const INDEX_PAGE = 'README.md';

/**
 * The files of docs/rules, by name: a page an area, with each rule's reason, an example of either kind and its
 * source, and an index of all rules by area, by severity and by what one sees.
 */
export function rulesPages(rules: readonly RuleMeta[]): ReadonlyMap<string, string> {
  const areas = byArea(rules);
  const pages = areas.map(([area, members]) => [pageOf(area), areaPage(area, members)] as const);
  return new Map([[INDEX_PAGE, indexPage(rules, areas)], ...pages]);
}

/** The title of a rule's area; an area that has none is called by its own name. */
export function titleOf(area: string): string {
  return AREAS[area] ?? area;
}

const WRITTEN =
  '<!-- Written by `npm run docs` from the rules in src/rules. Change a rule there, not here. -->';

const HEAD = `# Rules

Each finding names its rule. An **error** fails the step, a **warning** does so with \`fail-on: warning\`, an
**info** never does. The \`rules\` input changes that, one rule a line:

\`\`\`yaml
rules: |
  flow/unreachable-state: error
  resource/action-name: off
\`\`\`

Rules marked with * cannot be lowered: without them nothing sound can be planned.

Look for a rule [by what one sees](#by-what-one-sees), [by area](#by-area) or [by severity](#by-severity).`;

type Area = readonly [area: string, rules: readonly RuleMeta[]];

function byArea(rules: readonly RuleMeta[]): readonly Area[] {
  const areas = new Map<string, RuleMeta[]>(Object.keys(AREAS).map((area) => [area, []]));
  for (const rule of rules) {
    const area = areaOf(rule.id);
    const members = areas.get(area);
    if (members === undefined) areas.set(area, [rule]);
    else members.push(rule);
  }
  return [...areas].filter(([, members]) => members.length > 0);
}

function indexPage(rules: readonly RuleMeta[], areas: readonly Area[]): string {
  return pageText([
    WRITTEN,
    HEAD,
    '## By what one sees',
    symptomTable(),
    '## By area',
    ...areas.flatMap(([area, members]) => [
      `### ${titleOf(area)}`,
      `[All of it on one page](${pageOf(area)})`,
      table(members)
    ]),
    '## By severity',
    ...SEVERITIES.flatMap(([severity, title]) => [
      `### ${title}`,
      rules
        .filter((rule) => rule.severity === severity)
        .map((rule) => `${linkTo(rule.id)}${rule.essential === true ? '*' : ''}`)
        .join(', ')
    ])
  ]);
}

const SEVERITIES: readonly (readonly [severity: Severity, title: string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Infos']
];

function symptomTable(): string {
  const rows = SYMPTOMS.map(({sees, rules}) => `| ${cell(sees)} | ${rules.map(linkTo).join(', ')} |`);
  return ['| what one sees | rules |', '| --- | --- |', ...rows].join('\n');
}

function areaPage(area: string, rules: readonly RuleMeta[]): string {
  return pageText([
    WRITTEN,
    `# ${titleOf(area)}`,
    `Rules of the area \`${area}\`. [All rules](${INDEX_PAGE})`,
    table(rules),
    ...rules.map(section)
  ]);
}

function pageText(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function table(rules: readonly RuleMeta[]): string {
  const rows = rules.map(({id, severity, essential, summary}) => {
    const mark = essential === true ? '*' : '';
    return `| ${linkTo(id)} | ${severity}${mark} | ${cell(summary)} |`;
  });
  return ['| rule | severity | what it asks for |', '| --- | --- | --- |', ...rows].join('\n');
}

function section({id, severity, essential, summary, why, bad, good, source}: RuleMeta): string {
  const shown = essential === true ? `${severity}, cannot be lowered` : severity;
  return [
    `## ${id}`,
    `${summary} (${shown})`,
    `**Why:** ${why}`,
    '**Wrong:**',
    ruleExample(bad),
    '**Right:**',
    ruleExample(good),
    `**Source:** ${source}`
  ].join('\n\n');
}

/** A link from any page of the folder. */
function linkTo(id: string): string {
  return `[${id}](${pageOf(areaOf(id))}#${anchorOf(id)})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
