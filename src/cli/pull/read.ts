import type {RegisteredBundle} from '../../bundle/model.js';
import {UserError} from '../../errors.js';
import type {Inputs} from '../../inputs/inputs.js';
import {readBundle, refuseAmbiguous} from '../../plan/registered.js';
import type {Registry} from '../../ports.js';
import {createProgress, withProgress} from '../progress.js';
import {openFromTerminal} from '../session.js';
import {tell} from '../show.js';
import type {Terminal} from '../terminal.js';

/**
 * Every bundle that is registered for these integrations.
 *
 * @throws UserError for an integration that the registry does not know, and what the registry throws
 */
export async function readAll(
  integrations: readonly string[],
  inputs: Inputs,
  terminal: Terminal
): Promise<RegisteredBundle[]> {
  const progress = createProgress(terminal.stderr);
  try {
    const opened = await openFromTerminal({inputs});
    const registry = withProgress(opened, progress);
    try {
      const read = await Promise.all(
        integrations.map((integration) => readIntegration(registry, integration))
      );
      return read.flat();
    } finally {
      progress.clear();
      for (const left of (await opened.close?.()) ?? []) tell(`note: ${left}`, terminal);
    }
  } finally {
    progress.clear();
  }
}

async function readIntegration(registry: Registry, integration: string): Promise<RegisteredBundle[]> {
  const listed = await registry.list(integration);
  if (listed === null) {
    throw new UserError(
      'registry-unexpected',
      `the registry does not know the integration ${integration}`,
      'Check its name, letter case included, and the account.'
    );
  }
  refuseAmbiguous(listed);
  const bundles = await Promise.all(listed.map((summary) => readBundle(registry, summary)));
  return bundles.filter((bundle) => bundle !== null);
}
