import type {JsonObject} from '../bundle/json-types.js';
import {isObject} from '../bundle/json.js';
import {LIMIT_WORDS, limitPassed, MAX_DEPTH} from '../bundle/limits.js';
import type {BundleSummary, Registry} from '../ports.js';
import type {FirstUpload} from './first-upload.js';
import {listAll} from './pages.js';
import {bundlePath, bundlesPath, isUuid, pathOf} from './paths.js';
import {isForeign, answeredObject, readCall, type Api} from './reads.js';
import type {Call} from './sender.js';
import type {Authorizer} from './signing.js';

interface BundleApi extends Api {
  readonly authorizer: Authorizer;
  readonly firstUpload: FirstUpload;
}

/** The four endpoints of the Bundles API reference. */
export function bundleEndpoints(api: BundleApi): Pick<Registry, 'list' | 'show' | 'upload' | 'delete'> {
  return {
    async list(integration, use) {
      const path = bundlesPath(integration);
      if (path === null) return null;
      const call = readCall({operation: 'list bundles of', subject: integration, integration}, path, use);
      const entries = await listAll(api, {
        call,
        key: 'bundles',
        absent: [404],
        // To a token of another client the registry says nothing else of an integration that is not there.
        saysAbsent: ({status}) => status === 401 && api.authorizer.lacks(integration)
      });
      return entries?.map((entry) => summaryOf(api, call, integration, entry)) ?? null;
    },

    async show(integration, uuid, use) {
      const operation = {operation: 'show bundle', subject: `${integration}/${uuid}`, write: false};
      const path = pathOf(api.failures, operation, bundlePath(integration, uuid));
      const call = readCall({...operation, integration}, path, use);
      const answer = await api.sender.send(call);
      // The reference lists no 404 here, so that its body is not known either.
      if (answer.status === 404) return null;
      if (answer.status >= 300) throw api.sender.refusal(call, answer);
      const bundle = answeredObject(api.failures, call, answer);
      const fault = faultOf(bundle, integration, uuid);
      if (fault !== null) throw api.failures.unexpected(call, answer, fault);
      return bundle;
    },

    async upload(integration, bundle) {
      const operation = {
        operation: 'upload bundle',
        subject: `${integration}/${typeof bundle.name === 'string' ? bundle.name : ''}`,
        write: true
      };
      const call: Call = {
        ...operation,
        integration,
        isUpload: true,
        // Whether it must be sent again depends on what is registered now, which only the caller reads.
        repeatable: false,
        busy: [409],
        method: 'POST',
        path: pathOf(api.failures, operation, bundlesPath(integration)),
        body: JSON.stringify(bundle)
      };
      const answer = await api.firstUpload.send(() => api.sender.send(call));
      if (answer.status >= 300) throw api.sender.refusal(call, answer);
    },

    async delete(integration, uuid) {
      const operation = {operation: 'delete bundle', subject: `${integration}/${uuid}`, write: true};
      const call: Call = {
        ...operation,
        integration,
        repeatable: true,
        method: 'DELETE',
        path: pathOf(api.failures, operation, bundlePath(integration, uuid)),
        body: null
      };
      const answer = await api.sender.send(call);
      if (answer.status >= 300 && answer.status !== 404) throw api.sender.refusal(call, answer);
    }
  };
}

function summaryOf(api: Api, call: Call, integration: string, entry: JsonObject): BundleSummary {
  const {uuid, name} = entry;
  const fault = (what: string) => api.failures.malformed(call, `a list in which ${what}`);
  if (typeof uuid !== 'string' || uuid === '') throw fault('a bundle has no uuid');
  if (!isUuid(uuid)) throw fault(`${JSON.stringify(uuid)} is called the uuid of a bundle`);
  if (typeof name !== 'string' || name === '') throw fault(`bundle ${uuid} has no name`);
  if (isForeign(entry, integration)) throw fault(`bundle ${uuid} belongs to another integration`);
  return {uuid, name, integration};
}

/** What makes an answer something other than the bundle asked for; null when nothing does. */
function faultOf(bundle: JsonObject, integration: string, uuid: string): string | null {
  if (typeof bundle.name !== 'string') return 'a bundle without a name';
  if (!isObject(bundle.resources)) return 'a bundle without resources';
  if (typeof bundle.uuid === 'string' && bundle.uuid.toLowerCase() !== uuid.toLowerCase())
    return 'another bundle';
  if (isForeign(bundle, integration)) return 'a bundle of another integration';
  const passed = limitPassed(bundle);
  if (passed === null) return null;
  return passed === 'depth'
    ? `a bundle nested more than ${MAX_DEPTH} deep`
    : `a bundle with more than ${LIMIT_WORDS[passed]}`;
}
