import {ruleExample} from '../../src/report/rule-example.js';
import type {RuleMeta} from '../../src/rules/rule.js';

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

/**
 * docs/rules.md: a table of the rules by area, then each rule with its reason, an example of either kind and
 * its source.
 */
export function rulesPage(rules: readonly RuleMeta[]): string {
  const areas = byArea(rules);
  const parts = [
    HEAD,
    ...areas.flatMap(([area, members]) => [`### ${titleOf(area)}`, table(members)]),
    ...areas.flatMap(([area, members]) => [`## ${titleOf(area)}`, ...members.map(section)])
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The title of a rule's area; an area that has none is called by its own name. */
export function titleOf(area: string): string {
  return AREAS[area] ?? area;
}

const HEAD = `<!-- Written by \`npm run docs\` from the rules in src/rules. Change a rule there, not here. -->

# Rules

Each finding names its rule. An **error** fails the step, a **warning** does so with \`fail-on: warning\`, an
**info** never does. The \`rules\` input changes that, one rule a line:

\`\`\`yaml
rules: |
  flow/unreachable-state: error
  resource/action-name: off
\`\`\`

Rules marked with * cannot be lowered: without them nothing sound can be planned.

## All rules`;

function byArea(rules: readonly RuleMeta[]): [area: string, rules: RuleMeta[]][] {
  const areas = new Map<string, RuleMeta[]>(Object.keys(AREAS).map((area) => [area, []]));
  for (const rule of rules) {
    const area = rule.id.slice(0, rule.id.indexOf('/'));
    const members = areas.get(area);
    if (members === undefined) areas.set(area, [rule]);
    else members.push(rule);
  }
  return [...areas].filter(([, members]) => members.length > 0);
}

function table(rules: readonly RuleMeta[]): string {
  const rows = rules.map(({id, severity, essential, summary}) => {
    const mark = essential === true ? '*' : '';
    return `| [${id}](#${anchorOf(id)}) | ${severity}${mark} | ${cell(summary)} |`;
  });
  return ['| rule | severity | what it asks for |', '| --- | --- | --- |', ...rows].join('\n');
}

function section({id, severity, essential, summary, why, bad, good, source}: RuleMeta): string {
  const shown = essential === true ? `${severity}, cannot be lowered` : severity;
  return [
    `### ${id}`,
    `${summary} (${shown})`,
    `**Why:** ${why}`,
    '**Wrong:**',
    ruleExample(bad),
    '**Right:**',
    ruleExample(good),
    `**Source:** ${source}`
  ].join('\n\n');
}

/** GitHub's anchor of a heading: punctuation goes, letters, digits and dashes stay. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
