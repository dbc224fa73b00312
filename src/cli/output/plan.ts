import {changesSomething} from '../../plan/plan.js';
import type {Plan, Step, StepOutcome} from '../../plan/types.js';
import {shownMoves} from '../../report/moves.js';
import type {ShownRun} from '../../report/shown-run.js';
import type {ReportModel} from '../../report/types.js';
import {paint, plain, visible, type Line, type Painted} from '../../visible.js';
import {changesText} from './changes.js';
import {counted} from '../../words.js';
import {risksText} from './risks.js';
import type {Look, Paint, Style} from './style.js';
import {cells, wrap} from './wrap.js';

/** The plan: the counts, a table of the bundles that change, and for each what changes in it. */
export function planText(
  {model, declaredBefore, secrets}: Pick<ShownRun, 'model' | 'declaredBefore' | 'secrets'>,
  look: Look
): Painted[] {
  if (model.plan === null) return [];
  const changed = model.plan.steps.filter(changesSomething);
  return [
    ...wrap(headline(model), look.width).map(look.style.bold),
    ...(declaredBefore === '' ? [] : wrap(`Declared before: ${declaredBefore}.`, look.width)),
    ...unmanaged(model, look),
    ...(changed.length === 0 ? [] : [plain``, ...table(changed, look)]),
    ...movesText(model.plan, secrets, look),
    ...risksText(model.plan, secrets, look),
    ...changed.flatMap((step) => [
      plain``,
      look.style.bold(`${WORDS[step.action]} ${nameOf(step)}`),
      ...changesText(step, secrets, look)
    ])
  ];
}

/** The names that move from one bundle to another. */
function movesText({steps}: Plan, secrets: readonly string[], {width}: Look): Painted[] {
  const lines = shownMoves(steps, secrets).map(({integration, giver, taker, isRename, names, more}) => {
    if (isRename) return `${integration}/${giver} is renamed to ${taker}`;
    const what = names.map(({word, name}) => `${word} ${name}`).join(', ');
    return `${integration}/${giver} → ${taker}: ${what}${more === 0 ? '' : ` and ${more} more`}`;
  });
  if (lines.length === 0) return [];
  return [plain``, plain`Renamed and moved:`, ...lines.flatMap((line) => wrap(line, width, '  '))];
}

/** What an apply did, and what it did not, with the reason. */
export function outcomesText({command, outcomes, counts}: ReportModel, {style, width}: Look): Painted[] {
  if (outcomes === null) return [];
  if (outcomes.length === 0)
    return [
      plain`Nothing to do: the registry holds what ${command === 'restore' ? 'the backup does' : 'the files declare'}.`
    ];
  const {created, updated, deleted} = counts;
  return [
    ...outcomes.flatMap(({step, state, reason}) => {
      const [first = plain``, ...others] = wrap(outcomeLine(step, state, reason), width);
      return [STATES[state].paint(style)(first), ...others.map((line) => plain`  ${line}`)];
    }),
    plain``,
    plain`Done: ${created} created, ${updated} updated, ${deleted} deleted.`
  ];
}

/** A bundle that is in a plan although it is unchanged is there for its job specs. */
const WORDS: Readonly<Record<Step['action'], string>> = {
  create: '+ create',
  update: '~ update',
  delete: '- delete',
  unchanged: '= job specs'
};

/** How each command speaks of bundles that are to be created, updated and deleted. */
function headline({plan, counts, command}: ReportModel): string {
  const {subdomain = '', registryUrl = ''} = plan?.target ?? {};
  const account = subdomain === '' ? registryUrl : subdomain;
  const {created, updated, deleted, unchanged} = counts;
  const same = `${counted(unchanged, 'bundle')} unchanged`;
  const jobSpecs = (plan?.steps ?? []).filter(
    (step) => step.action === 'unchanged' && changesSomething(step)
  ).length;
  if (created + updated + deleted + jobSpecs === 0)
    return `${command === 'drift' ? 'No drift' : 'No changes'} in ${account}: ${same}.`;
  const words =
    command === 'drift'
      ? [`${created} not registered`, `${updated} different`, `${deleted} not declared`]
      : [`${created} to create`, `${updated} to update`, `${deleted} to delete`];
  const specs = jobSpecs === 0 ? [] : [`job specs of ${counted(jobSpecs, 'bundle')} to install`];
  return `${command === 'drift' ? 'Drift' : 'Plan'} for ${account}: ${[...words, ...specs].join(', ')}, ${same}.`;
}

/** One bundle a line in columns; where they do not fit, the file stands below. */
function table(steps: readonly Step[], {style, width}: Look): Painted[] {
  const rows = steps.map((step) => ({
    sign: `  ${WORDS[step.action]}`,
    name: nameOf(step),
    file: visible(step.path ?? ''),
    resources: resourceCounts(step)
  }));
  const columns = [
    longest(rows.map(({sign}) => sign)),
    longest(rows.map(({name}) => name)),
    longest(rows.map(({file}) => file))
  ] as const;
  const fits = columns[0] + columns[1] + columns[2] + 20 <= width;
  return rows.flatMap(({sign, name, file, resources}) => {
    const inColour = sign.includes('+') ? style.green : sign.includes('-') ? style.red : style.yellow;
    if (fits) {
      const padded = pad(name, columns[1] + 2) + pad(file, columns[2] + 2) + resources;
      return [paint`${inColour(pad(sign, columns[0] + 2))}${visible(padded.trimEnd())}`];
    }
    const below = [file, resources].filter((text) => text !== '').join('  ');
    return [paint`${inColour(sign)} ${name}`, ...(below === '' ? [] : wrap(below, width, '      '))];
  });
}

function resourceCounts({resources, action}: Step): string {
  if (action === 'unchanged') return '';
  const count = (change: string): number => resources.filter((resource) => resource.change === change).length;
  return `+${count('added')} ~${count('changed')} -${count('removed')}`;
}

function unmanaged(model: ReportModel, {width}: Look): Line[] {
  if (model.unmanaged.length === 0) return [];
  const names = model.unmanaged.map(nameOf).join(', ');
  return wrap(`Registered, but not declared here (left alone): ${names}.`, width);
}

const STATES: Readonly<Record<StepOutcome['state'], {words: string; paint: (style: Style) => Paint}>> = {
  done: {words: 'done', paint: ({green}) => green},
  failed: {words: 'failed', paint: ({red}) => red},
  'not-tried': {words: 'not tried', paint: ({yellow}) => yellow}
};

function outcomeLine(step: Step, state: StepOutcome['state'], reason: string): string {
  const what = step.action === 'unchanged' ? 'job specs of' : step.action;
  const why = reason === '' ? '' : `: ${reason}`;
  return `${STATES[state].words}: ${what} ${nameOf(step)}${why}`;
}

function nameOf({integration, name}: {readonly integration: string; readonly name: string}): Line {
  return visible(`${integration}/${name}`);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(cells));
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}
