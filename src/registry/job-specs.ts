import type {JsonObject} from '../bundle/json-types.js';
import type {JobSpecStatus, Registry} from '../ports.js';
import {listAll} from './pages.js';
import {installPath, integrationIn, isJobSpecName, jobSpecsPath, pathOf} from './paths.js';
import {isForeign, readCall, type Api} from './reads.js';
import type {Call} from './sender.js';

/** The list is not in the API reference: these statuses say nothing of the credentials, which other lists have taken. */
const NOT_SERVED = [401, 403, 404, 405];

/**
 * Listing, installing and uninstalling job specs. The list's path and fields are those that Zendesk's own
 * client (zaf-toolbox) uses; the Job Specs API reference documents the other two.
 */
export function jobSpecEndpoints(
  api: Api
): Pick<Registry, 'listJobSpecs' | 'installJobSpec' | 'uninstallJobSpec'> {
  return {
    async listJobSpecs(integration, use) {
      const path = jobSpecsPath(integration);
      if (path === null) return null;
      const call = readCall({operation: 'list job specs of', subject: integration, integration}, path, use);
      const entries = await listAll(api, {call, key: 'job_specs', absent: NOT_SERVED, optional: true});
      return entries?.map((entry) => statusOf(api, call, integration, entry)) ?? null;
    },

    async installJobSpec(qualifiedName) {
      const call = {...change(api, 'install job spec', 'POST', qualifiedName), completes: true};
      const answer = await api.sender.send(call);
      // 409: it is installed already (observed in the field).
      if (answer.status >= 300 && answer.status !== 409) throw api.sender.refusal(call, answer);
    },

    async uninstallJobSpec(qualifiedName) {
      const call = change(api, 'uninstall job spec', 'DELETE', qualifiedName);
      const answer = await api.sender.send(call);
      if (answer.status >= 300 && answer.status !== 404) throw api.sender.refusal(call, answer);
    }
  };
}

function statusOf(api: Api, call: Call, integration: string, entry: JsonObject): JobSpecStatus {
  const {name, installed} = entry;
  const fault = (what: string) => api.failures.malformed(call, `a list in which ${what}`);
  if (typeof name !== 'string' || name === '') throw fault('a job spec has no name');
  if (!isJobSpecName(name)) throw fault(`${JSON.stringify(name)} is called the name of a job spec`);
  if (typeof installed !== 'boolean') throw fault(`job spec ${name} does not say whether it is installed`);
  if (isForeign(entry, integration)) throw fault(`job spec ${name} belongs to another integration`);
  return {name, integration, installed};
}

function change({failures}: Api, verb: string, method: 'POST' | 'DELETE', qualifiedName: string): Call {
  const operation = {operation: verb, subject: qualifiedName, write: true};
  const path = pathOf(failures, operation, installPath(qualifiedName));
  const integration = integrationIn(qualifiedName);
  return {...operation, integration, repeatable: true, method, path, body: null};
}
