import {badRequest, invalidEndpoint, type Answer} from './answers.js';
import {refuse, refuseAtAccount, type EmulatorCredentials, type Visitors} from './auth.js';
import type {Behaviour} from './behaviour.js';
import {createIntegration, deleteBundle, listBundles, showBundle, uploadBundle} from './bundles.js';
import {installJobSpec, integrationIn, listJobSpecs, uninstallJobSpec} from './job-specs.js';
import {listClients, makeToken, mintToken, revokeToken} from './oauth.js';
import type {Request} from './request-record.js';
import type {State} from './state.js';
import type {Store} from './store.js';
import type {Tokens} from './tokens.js';
import {isIntegrationKey} from './validate.js';

/** What a matched endpoint needs. */
interface Match {
  readonly integration: string;
  /** Whether the endpoint takes OAuth tokens whatever the switches say: all but the upload do. */
  readonly oauth: boolean;
  /** Whether it takes tokens of every client whatever the switches say. */
  readonly anyClient?: boolean;
  readonly run: (world: World) => Answer;
}

/** What the endpoints answer from. */
export interface World {
  readonly store: Store;
  readonly behaviour: Behaviour;
  readonly tokens: Tokens;
}

/** Answers a request as the registry would: who asks, for which integration, for what. */
export function serve(world: World, accepted: readonly EmulatorCredentials[], request: Request): Answer {
  const {behaviour, tokens} = world;
  const {passwords, date, anyClient, oauthUploads} = behaviour;
  const visitors = {accepted, tokens, passwords, date};
  const answer = serveAccount(world, visitors, request);
  if (answer !== null) return answer;
  const match = jobSpecRoute(request) ?? integrationRoute(request);
  if (match === null) return invalidEndpoint;
  const {authorization, method} = request;
  const {integration} = match;
  const oauth = match.oauth || oauthUploads;
  return (
    refuse(visitors, {
      authorization,
      integration,
      oauth,
      anyClient: anyClient || match.anyClient === true,
      writes: method !== 'GET'
    }) ?? (isIntegrationKey(integration) ? match.run(world) : badRequest('invalid integration key'))
  );
}

/** The account's own endpoints, for OAuth clients and tokens; null for any other. */
function serveAccount(world: World, visitors: Visitors, request: Request): Answer | null {
  const {tokens, store} = world;
  const {method, url, body, authorization} = request;
  const endpoint = `${method} ${url.pathname.replace(/\.json$/, '')}`;
  if (endpoint === 'POST /oauth/tokens') return mintToken(tokens, visitors.accepted, body);
  const id = /^DELETE \/api\/v2\/oauth\/tokens\/(\d{1,15})$/.exec(endpoint)?.[1];
  const known = ['GET /api/v2/oauth/clients', 'POST /api/v2/oauth/tokens'].includes(endpoint);
  if (!known && id === undefined) return null;
  const refusal = refuseAtAccount(visitors, {authorization, writes: method !== 'GET'});
  if (refusal !== null) return refusal;
  if (id !== undefined) return revokeToken(tokens, id);
  return method === 'GET' ? listClients(store.state, url.searchParams) : makeToken(tokens, store.state, body);
}

const ROOT = '/api/services/zis/registry/';

/** `job_specs/install?job_spec_name=…`, whose integration is in the name. */
function jobSpecRoute({method, url}: Request): Match | null {
  if (url.pathname !== `${ROOT}job_specs/install`) return null;
  const name = url.searchParams.get('job_spec_name') ?? '';
  const integration = integrationIn(name);
  const match = (run: Match['run']): Match => ({
    integration: integration ?? 'unknown',
    oauth: true,
    run: integration === null ? () => badRequest('one or more requested job specs is invalid') : run
  });
  if (method === 'POST')
    return match((world) =>
      installJobSpec(world.store, world.store.seen(world.behaviour.installLagMs), name)
    );
  if (method === 'DELETE') return match(({store}) => uninstallJobSpec(store, name));
  return null;
}

/** `{integration}`, `{integration}/bundles`, `{integration}/bundles/{uuid}` and `{integration}/job_specs`. */
function integrationRoute(request: Request): Match | null {
  const segments = decodedSegments(request.url.pathname);
  if (segments === null) return null;
  const [integration = '', collection = '', uuid, ...rest] = segments;
  if (rest.length > 0) return null;
  const match = (run: Match['run'], oauth = true): Match => ({integration, oauth, run});
  const query = request.url.searchParams;
  if (segments.length === 1 && request.method === 'POST') {
    const create = match(({store}) => createIntegration(store, integration));
    // The client of an integration does not exist before it.
    return {...create, anyClient: true};
  }
  const endpoint = `${request.method} ${collection}${uuid === undefined ? '' : '/{uuid}'}`;
  switch (endpoint) {
    case 'GET bundles':
      return match((world) => listBundles(readable(world), integration, query));
    case 'POST bundles':
      return match(({store, behaviour}) => uploadBundle(store, integration, request.body, behaviour), false);
    case 'GET bundles/{uuid}':
      return match((world) => showBundle(readable(world), integration, uuid ?? ''));
    case 'DELETE bundles/{uuid}':
      return match(({store}) => deleteBundle(store, integration, uuid ?? ''));
    case 'GET job_specs':
      return match((world) => listJobSpecs(readable(world), integration, query));
    default:
      return null;
  }
}

/** What lists and shows see. */
function readable({store, behaviour}: World): State {
  return store.seen(behaviour.readLagMs);
}

function decodedSegments(pathname: string): string[] | null {
  if (!pathname.startsWith(ROOT)) return null;
  try {
    return pathname.slice(ROOT.length).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}
