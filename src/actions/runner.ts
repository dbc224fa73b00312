import * as core from '@actions/core';
import {messageOf} from '../errors.js';
import type {Annotation, Runner} from '../ports.js';

export function createRunner(): Runner {
  return {
    annotate: annotate,
    async writeSummary(markdown) {
      try {
        await core.summary.addRaw(markdown, true).write();
      } catch (error) {
        core.info(`The job summary was not written: ${messageOf(error)}`);
      }
    }
  };
}

function annotate({level, title, message, file, ...place}: Annotation): void {
  const properties = {title, file, ...place};
  // GitHub ignores columns of an annotation that spans lines.
  if (level === 'error') core.error(message, properties);
  else if (level === 'warning') core.warning(message, properties);
  else core.notice(message, properties);
}
