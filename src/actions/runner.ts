import * as core from '@actions/core';
import {messageOf} from '../errors.js';
import type {Runner} from '../ports.js';
import {plain} from '../visible.js';
import type {StepLog} from './log.js';

/** @param log where annotations are written, too */
export function createRunner(log: StepLog): Runner {
  return {
    annotate: (annotation) => {
      log.annotate(annotation);
    },
    async writeSummary(markdown) {
      try {
        await core.summary.addRaw(markdown, true).write();
      } catch (error) {
        log.info(plain`The job summary was not written: ${messageOf(error)}`);
      }
    }
  };
}
