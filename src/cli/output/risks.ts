import type {Plan} from '../../plan/types.js';
import {risksOf, type Risk} from '../../report/risks.js';
import {plain, type Painted} from '../../visible.js';
import type {Look} from './style.js';
import {wrap} from './wrap.js';

/** What a reviewer must not overlook, a line each. */
export function risksText({steps}: Plan, secrets: readonly string[], {style, width}: Look): Painted[] {
  const risks = steps.filter(({action}) => action !== 'unchanged').flatMap((step) => risksOf(step, secrets));
  if (risks.length === 0) return [];
  const lines = risks.flatMap((risk) => wrap(`! ${phrase(risk)}`, width, '  '));
  return [plain``, plain`Look twice:`, ...lines.map(style.yellow)];
}

function phrase({kind, name, properties}: Risk): string {
  const changed = properties.join(', ');
  switch (kind) {
    case 'bundle-deleted':
      return `the bundle ${name} is deleted`;
    case 'job-spec-uninstalled':
      return `the job spec ${name} is uninstalled: its event no longer starts a flow`;
    case 'job-spec-deleted':
      return `the job spec ${name} leaves the bundle`;
    case 'trigger-changed':
      return `the job spec ${name} has another trigger (${changed})`;
    case 'request-changed':
      return `the action ${name} sends another request (${changed})`;
    case 'masked-value-added':
      return `${name} has a new value that is masked here: read it in the file (${changed})`;
  }
}
