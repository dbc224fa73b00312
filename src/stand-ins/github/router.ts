import {ApiFailure, notFound} from './api.js';
import type {ApiReply, ApiRequest, Route, Viewer} from './api.js';
import {accountRoutes} from './routes/account.js';
import {deploymentRoutes} from './routes/deployments.js';
import {gitRoutes} from './routes/git.js';
import {issueRoutes} from './routes/issues.js';
import {pullRoutes} from './routes/pulls.js';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Every operation that the stand-in serves. Where two fit a path, the first one is meant. */
export function allRoutes(): readonly Route[] {
  return [...accountRoutes(), ...issueRoutes(), ...pullRoutes(), ...gitRoutes(), ...deploymentRoutes()];
}

/** The operation that a request is for, or null when the stand-in serves none. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    const [routeMethod, template = ''] = route.operation.split(' ');
    const match = routeMethod === method ? templatePattern(template).exec(path) : null;
    if (match !== null) return {route, params: decoded(match.groups ?? {})};
  }
  return null;
}

/** Runs the operation, once the token's permissions and the repository are found to be right. */
export function answer({route, params}: Match, request: Omit<ApiRequest, 'params'>): ApiReply {
  const {owner, repo} = params;
  const {state} = request.site;
  if (owner !== undefined && (!sameName(owner, state.owner.login) || !sameName(repo ?? '', state.repo))) {
    throw notFound();
  }
  demandPermission(route, request.viewer);
  return route.handle({...request, params});
}

/** The parameters that may hold slashes. */
const LONG_PARAMETERS: readonly string[] = ['commit_sha', 'basehead'];

function templatePattern(template: string): RegExp {
  const pattern = template.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = LONG_PARAMETERS.includes(name) ? '.+' : '[^/]+';
    return `(?<${name}>${part})`;
  });
  return new RegExp(`^${pattern}$`);
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
  } catch {
    throw new ApiFailure(400, 'Bad Request');
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function demandPermission({needs}: Route, {permissions, kind}: Viewer): void {
  const enough = needs.some(([permission, access]) => {
    const granted = permissions[permission] ?? 'none';
    return granted === 'write' || granted === access;
  });
  if (enough || needs.length === 0) return;
  const accepted = needs.map(([name, access]) => `${name.replace('-', '_')}=${access}`).join('; ');
  const whose = kind === 'user' ? 'personal access token' : 'integration';
  throw new ApiFailure(
    403,
    `Resource not accessible by ${whose}`,
    {},
    {'x-accepted-github-permissions': accepted}
  );
}
